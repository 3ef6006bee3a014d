package sheet

import (
	"errors"
	"fmt"
	"io"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/vi"
)

// sharedText is a text that cells of a workbook refer to by its number.
type sharedText struct {
	text   string
	struck bool // in part or whole
}

// Bounds of what is kept of the texts that cells share.
const (
	maxSharedPart  = 256 << 20
	maxSharedTexts = 2_000_000
	maxSharedBytes = 128 << 20
)

// readShared reads the texts that cells share.
func readShared(p *ooxml.Part) ([]sharedText, error) {
	r, err := p.Open(maxSharedPart)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var all []sharedText
	size := 0
	for s := newScanner(r); ; {
		_, tag, err := s.next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		name, closed := tagName(tag)
		if name != "si" {
			continue
		}
		var t sharedText
		if !closed {
			if t.text, t.struck, err = s.element("si", true); err != nil {
				return nil, err
			}
		}
		size += len(t.text)
		if all = append(all, t); len(all) > maxSharedTexts {
			return nil, &boundError{fmt.Sprintf("tệp có hơn %s chuỗi chữ", vi.FormatInt(maxSharedTexts))}
		}
		if size > maxSharedBytes {
			return nil, &boundError{fmt.Sprintf("chữ trong tệp dài hơn %s", megabytes(maxSharedBytes))}
		}
	}
}

// megabytes writes a size for people.
func megabytes(n int64) string { return vi.FormatInt((n+1<<20-1)>>20) + " MB" }
