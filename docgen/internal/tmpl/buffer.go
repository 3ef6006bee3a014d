package tmpl

import "errors"

// Buffer is what a template writes into. It ends a template that writes too much or goes on
// for too long: text/template knows no bound of its own, but it writes each text, even an
// empty one, and [Guard] puts an empty one before whatever is done.
type Buffer struct {
	text  []byte
	steps int
}

// Bounds of one template: what it writes, what it does, and what a function of it gives.
const (
	maxText  = 1 << 20
	maxSteps = 200_000
	maxValue = 64 << 10
)

var (
	errTooLong = errors.New("a template gives more than 1 MiB of text")
	errEndless = errors.New("a template does more than 200,000 things")
)

func (b *Buffer) Write(p []byte) (int, error) { return write(b, p) }

// WriteString is Write of a string.
func (b *Buffer) WriteString(s string) (int, error) { return write(b, s) }

func write[T string | []byte](b *Buffer, p T) (int, error) {
	if b.steps++; b.steps > maxSteps {
		return 0, errEndless
	}
	if len(b.text)+len(p) > maxText {
		return 0, errTooLong
	}
	b.text = append(b.text, p...)
	return len(p), nil
}

// Reset makes the buffer as it was at first; it keeps its room.
func (b *Buffer) Reset() { b.text, b.steps = b.text[:0], 0 }

func (b *Buffer) String() string { return string(b.text) }
