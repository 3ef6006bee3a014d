package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/record"
)

// Marshal returns a typed value as YAML that [Parse] reads back to an equal value:
// keys in the order of the fields, short forms where they say all, nothing for
// fields that are zero. value is a pointer to a struct of this package, or of a kind
// of your own, or the struct itself. Its kind and version may be left empty where its
// Go type says them: see [Options.KindOf].
//
// It is an error when value is no such value, has no kind where its Go type serves
// several, or holds text that no file may hold: control characters, or bytes that are
// not UTF-8. It does not validate. For a file that was read see [File.Marshal].
func Marshal(value any) ([]byte, error) { return (*Options)(nil).Marshal(value) }

// Marshal is [Marshal] with options.
func (o *Options) Marshal(value any) ([]byte, error) {
	whole, finding := o.complete(record.Pointer(value))
	if finding != nil {
		return nil, fmt.Errorf("marshal %T: %w", value, finding)
	}
	return record.Marshal(whole)
}
