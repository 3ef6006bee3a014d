package serve

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"testing/fstest"
	"unicode"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/vi"
)

// upload is what a request brought: a document, and the files that it names. It is a file
// system of these alone, in memory.
type upload struct {
	main  string // name of the document
	files map[string][]byte

	draft *draft.Draft // that the document was made of; nil: it came as YAML
	blank bool         // with blanks for what is missing
}

// unnamed is the name of a document that came without one, as the command has it.
const unnamed = "-"

// Names of the parts of a multipart body.
const (
	partDocument = "document"
	partFile     = "file"
)

// upload reads the body of a request and begins the work on it, unless its query is bad.
func (c *call) upload() (*upload, error) {
	if c.bad != nil {
		return nil, c.bad
	}
	u, err := c.read()
	if err == nil {
		err = c.begin(u)
	}
	if err != nil {
		return nil, err
	}
	return u, nil
}

// read reads the body of a request. Parts are read as they come, into memory.
func (c *call) read() (*upload, error) {
	u := &upload{files: make(map[string][]byte)}
	if c.media != typeMultipart {
		src, err := c.readAll(c.r.Body)
		if err != nil {
			return nil, err
		}
		u.main, u.files[unnamed] = unnamed, src
		return u, nil
	}
	if c.boundary == "" {
		return nil, fault("bad-body", "tiêu đề Content-Type thiếu boundary")
	}
	parts := multipart.NewReader(c.r.Body, c.boundary)
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, c.unread(err)
		}
		if err := c.add(u, part); err != nil {
			return nil, err
		}
	}
	if u.main == "" {
		return nil, fault("bad-body", "thiếu phần %q chứa văn bản", partDocument)
	}
	return u, nil
}

// add reads one part.
func (c *call) add(u *upload, part *multipart.Part) error {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return fault("bad-body", "một phần có tiêu đề Content-Disposition viết sai")
	}
	if e := part.Header.Get("Content-Transfer-Encoding"); e != "" && !strings.EqualFold(e, "binary") && !strings.EqualFold(e, "8bit") {
		return fault("bad-body", "gửi từng phần không mã hóa lại")
	}
	name, err := nameOf(params["filename"])
	if err != nil {
		return err
	}
	switch params["name"] {
	case partDocument:
		if u.main != "" {
			return fault("bad-body", "có hai phần %q", partDocument)
		}
		name = cmp.Or(name, unnamed)
		u.main = name
	case partFile:
		if name == "" {
			return fault("bad-body", "một phần %q không có tên tệp", partFile)
		}
	default:
		return fault("bad-body", "có phần không dùng ở đây; các phần: %s, %s", partDocument, partFile)
	}
	if _, ok := u.files[name]; ok {
		return fault("bad-body", "hai tệp gửi kèm trùng tên")
	}
	if len(u.files) == c.h.o.Limits.Files {
		return c.h.over(limitFiles)
	}
	u.files[name], err = c.readAll(part)
	return err
}

// readAll reads a body, or a part of it.
func (c *call) readAll(r io.Reader) ([]byte, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, c.unread(err)
	}
	return src, nil
}

// unread is the error of a body that came too slowly, broke off or is no multipart; one that
// is too large, or of a request that has ended, keeps its own.
func (c *call) unread(err error) error {
	var large *http.MaxBytesError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &timeout) && timeout.Timeout(): // which ends the context too
		return fault("slow", "gửi lại, hoặc chia nhỏ")
	case errors.As(err, &large), c.r.Context().Err() != nil:
		return err
	}
	return fault("bad-body", "các phần của yêu cầu viết sai hoặc bị đứt quãng")
}

// maxName is how many bytes a name of a file may have, as on most disks.
const maxName = 255

// browsers takes out what browsers and curl write for quotes and line ends in a name.
// Source: HTML Standard, multipart/form-data encoding algorithm.
var browsers = strings.NewReplacer("%22", "", "%0D", "", "%0A", "", "%0d", "", "%0a", "")

// nameOf gives the name of a file that a request brings, in NFC, as texts are. It is a path
// below the document's folder; what would spoil a header or mislead a reader is taken out.
func nameOf(given string) (string, error) {
	given = browsers.Replace(given)
	name := plainName(given[strings.LastIndexByte(given, '\\')+1:])
	switch {
	case name == "" && given == "":
		return "", nil
	case len(name) > maxName || !fs.ValidPath(name) || name == ".":
		return "", fault("bad-body", "tên tệp gửi kèm trống, dài quá %d byte, hoặc dẫn ra ngoài thư mục của văn bản", maxName)
	}
	return name, nil
}

// plainName takes out of a name line ends and other control characters, quotes and the
// marks that turn the direction of text.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '"' || r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Bidi_Control) {
			return -1
		}
		return r
	}, vi.NFC(strings.ToValidUTF8(name, "")))
}

// Open opens a file that came with the request, and nothing else.
func (u *upload) Open(name string) (fs.File, error) {
	data, ok := u.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fstest.MapFS{name: inMemory(data)}.Open(name)
}

// ReadDir lists the files that came in a folder, in the order of their names.
func (u *upload) ReadDir(dir string) ([]fs.DirEntry, error) {
	folder := fstest.MapFS{}
	for name, data := range u.files {
		if path.Dir(name) == dir {
			folder[path.Base(name)] = inMemory(data)
		}
	}
	return folder.ReadDir(".")
}

func inMemory(data []byte) *fstest.MapFile { return &fstest.MapFile{Data: data, Mode: 0o444} }
