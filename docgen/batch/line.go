package batch

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/vanban-go/vanban/internal/zero"
)

// A manifest is one JSON object a line: the header, then each document as it is done, and
// at last a line that says that the run is finished. Each line ends in a checksum over
// itself and all lines before it, so that one that was changed, doubled, dropped or moved
// is found. A last line without its end was cut short by a crash, and is none.

const manifestVersion = 2

// manifestStart is how every manifest begins, and no other program's file.
const manifestStart = `{"vanban":"manifest",`

// Beginnings of the other lines.
const (
	entryStart = `{"row":`
	endStart   = `{"finished":`
)

// DamagedError says that a manifest is not as it was written.
type DamagedError struct {
	Name string // of the file; empty: not known
	Line int    // the first that is wrong, from 1
}

func (e *DamagedError) Error() string {
	e = zero.Or(e)
	return fmt.Sprintf("the manifest %s is damaged at line %d", e.Name, e.Line)
}

// ErrUnfinished says that a run was stopped: it is neither resumed nor overwritten
// without being asked.
var ErrUnfinished = errors.New("the run is unfinished")

// ErrForeign says that a file is not a run's own: no run touches it.
var ErrForeign = errors.New("the file is not of a run of vanban")

// checksum is over a line and all before it.
type checksum [8]byte

func (c checksum) next(line []byte) checksum {
	h := sha256.New()
	h.Write(c[:])
	h.Write(line)
	var sum [sha256.Size]byte
	return checksum(h.Sum(sum[:0])[:len(c)])
}

const (
	sumKey  = `,"sum":"`
	sumSize = len(sumKey) + 2*len(checksum{}) + len(`"}`)
)

// seal puts the checksum into a line and ends it.
func (c *checksum) seal(object []byte) []byte {
	*c = c.next(object)
	line := append(object[:len(object)-1:len(object)-1], sumKey...)
	line = hex.AppendEncode(line, c[:])
	return append(line, "\"}\n"...)
}

// open takes the checksum out of a line without its end. It reports whether it is right.
func (c *checksum) open(line []byte) ([]byte, bool) {
	n := len(line) - sumSize
	if n < 1 || !bytes.HasPrefix(line[n:], []byte(sumKey)) || !bytes.HasSuffix(line, []byte(`"}`)) {
		return nil, false
	}
	object := append(line[:n:n], '}')
	next := c.next(object)
	if hex.EncodeToString(next[:]) != string(line[n+len(sumKey):len(line)-2]) {
		return nil, false
	}
	*c = next
	return object, true
}

// sealHeader returns the first line.
func (c *checksum) sealHeader(h *header) ([]byte, error) {
	object, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	return c.seal(append([]byte(manifestStart), object[1:]...)), nil
}

// sealEntry gives the line of a document.
func (c *checksum) sealEntry(e *entry) ([]byte, error) {
	object, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	return c.seal(object), nil
}

// sealEnd gives the line of a finished run.
func (c *checksum) sealEnd(entries int) []byte {
	return c.seal(fmt.Appendf(nil, endStart+`true,"entries":%d}`, entries))
}

// lines reads a manifest line by line.
type lines struct {
	r       *bufio.Reader
	name    string // of the file, for errors
	sum     checksum
	n       int   // of the last line
	end     int64 // behind it
	entries int
	done    bool // the run is finished
}

func newLines(r io.Reader, name string) *lines { return &lines{r: bufio.NewReader(r), name: name} }

// next reads a line: either a header or an entry. The end is io.EOF.
func (l *lines) next() (h *header, e *entry, err error) {
	if l.n == 0 {
		if err := isManifest(l.r); err != nil {
			return nil, nil, err
		}
	}
	for {
		line, err := l.r.ReadBytes('\n')
		if err != nil {
			return nil, nil, err // io.EOF: what is left was cut short
		}
		l.n++
		object, ok := l.sum.open(line[:len(line)-1])
		if !ok {
			return nil, nil, l.damaged()
		}
		l.end += int64(len(line))
		var into any
		switch {
		case l.n == 1:
			h = new(header)
			into = h
		case bytes.HasPrefix(object, []byte(entryStart)) && !l.done:
			l.entries++
			e = new(entry)
			into = e
		case bytes.HasPrefix(object, []byte(endStart)) && !l.done:
			l.done = true
			continue
		default:
			return nil, nil, l.damaged()
		}
		if json.Unmarshal(object, into) != nil || h != nil && h.Version != manifestVersion {
			return nil, nil, l.damaged()
		}
		return h, e, nil
	}
}

func (l *lines) damaged() error { return &DamagedError{l.name, l.n} }

// isManifest looks at the beginning of a file. One that is empty, or begins like a
// manifest as far as it goes, is the start of a run that was killed: io.EOF.
func isManifest(r *bufio.Reader) error {
	head, err := r.Peek(len(manifestStart))
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return err
	case !bytes.HasPrefix([]byte(manifestStart), head):
		return ErrForeign
	case len(head) < len(manifestStart):
		return io.EOF
	}
	return nil
}

// readManifest reads a manifest; each is called with every document in order, so that
// a manifest of a million is never held. Nil: only the header is wanted, and no more is
// read. The error is [ErrForeign] for what is no manifest, a [*DamagedError], or, after
// all documents, [ErrUnfinished].
func readManifest(r io.Reader, each func(*entry) error) (*header, error) {
	if r == nil {
		return nil, errors.New("read manifest: no reader")
	}
	l := newLines(r, "")
	h, _, err := l.next()
	if errors.Is(err, io.EOF) {
		err = ErrUnfinished
	}
	if err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	if each == nil {
		return h, nil
	}
	for {
		_, e, err := l.next()
		switch {
		case errors.Is(err, io.EOF) && !l.done:
			return nil, fmt.Errorf("read manifest: %w", ErrUnfinished)
		case errors.Is(err, io.EOF):
			return h, nil
		case err != nil:
			return nil, fmt.Errorf("read manifest: %w", err)
		}
		if err := each(e); err != nil {
			return nil, err
		}
	}
}
