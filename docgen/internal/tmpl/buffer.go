package tmpl

import "errors"

// Buffer collects what a template gives, and refuses to grow past 1 MiB, so that
// one that loops ends. The zero value is empty and ready.
type Buffer struct{ text []byte }

const maxText = 1 << 20

var errTooLong = errors.New("a template gives more than 1 MiB of text")

func (b *Buffer) Write(p []byte) (int, error) {
	if len(b.text)+len(p) > maxText {
		return 0, errTooLong
	}
	b.text = append(b.text, p...)
	return len(p), nil
}

func (b *Buffer) String() string { return string(b.text) }
