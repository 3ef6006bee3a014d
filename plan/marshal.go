package plan

import (
	"fmt"
	"strconv"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
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

// Marshal returns the file as YAML. Of a file that was read it is the text as it was read,
// with what was changed in Value since: comments, order, quotation marks and ends of lines
// of all else stay byte for byte, new keys stand in the order of the fields, and a comment
// of what went is left on a line of its own. Of a file made in Go it is [Marshal] of Value.
//
// The text reads as Value, with the options that the file was read with. Where it cannot,
// for a date that there is not or a part that several places share by an alias, the error
// is a [diag.List]. The file itself is not changed: [File.Source] and [File.Pos] stay those
// of the text that was read.
func (f *File) Marshal() ([]byte, error) {
	if f == nil {
		return nil, fmt.Errorf("marshal: no file")
	}
	if f.source == nil || !f.source.HasText() {
		return f.options.Marshal(f.Value)
	}
	if _, ok := record.HeadOf(f.Value); !ok && len(f.Kind.typesOf(f.Value)) == 0 {
		return nil, fmt.Errorf("marshal %s: %T is not the value of a file of kind %q", f.Name, f.Value, f.Kind.ID)
	}
	whole, finding := f.options.complete(f.Value)
	if finding == nil {
		_, finding = f.options.namedKind(whole)
	}
	if version, _ := strconv.Atoi(f.source.Root().Value("version").Text()); version == 0 {
		if h, _ := record.HeadOf(f.Value); h.Kind != "" {
			whole = f.Value // the file that was read has no version either
		}
	}
	if finding != nil {
		return nil, fmt.Errorf("marshal %s: %w", f.Name, diag.List{finding})
	}
	return f.source.Edit(whole, f.options.Defaults)
}
