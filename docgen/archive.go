package docgen

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/plan"
)

// Errors of [Extract]. Any other one says that the file is broken, or not a PDF.
var (
	ErrNoAttachments = pdf.ErrNoAttachments // the PDF carries no files
	ErrTooLarge      = pdf.ErrTooLarge      // more than 256 MiB or 1,000 files
	ErrChanged       = pdf.ErrChanged       // a file is not what its checksum says
)

// Extract gives back the files that a PDF of flavour A3A carries. Names are what
// the PDF says: check them before writing files.
func Extract(r io.ReaderAt, size int64) ([]doc.Attached, error) {
	if r == nil {
		return nil, errors.New("extract: no reader")
	}
	return pdf.Extract(r, size)
}

// metadata is the metadata of an electronic document "thông tin đặc tả của văn
// bản", as far as the paper says them; empty ones are left out.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI.
type metadata struct {
	XMLName      xml.Name `xml:"VanBan"`
	TypeName     string   `xml:"TypeName,omitempty"`
	CodeNumber   string   `xml:"CodeNumber,omitempty"`
	CodeNotation string   `xml:"CodeNotation,omitempty"`
	IssuedDate   string   `xml:"IssuedDate,omitempty"`
	OrganName    string   `xml:"OrganName,omitempty"`
	Subject      string   `xml:"Subject,omitempty"`
	Language     string   `xml:"Language,omitempty"`
	Position     string   `xml:"Position,omitempty"`
	FullName     string   `xml:"FullName,omitempty"`
}

// carrier collects the files that an archive copy carries, each under its way from one
// folder, in which they lie to each other as they did when the paper was made.
type carrier struct {
	base string // the folder, in the file system of the set
	list []doc.Attached
}

// add adds a file under its name in the file system of the set, once.
func (c *carrier) add(name, about, mime string, data []byte) {
	name = strings.TrimPrefix(path.Clean(name), c.base)
	if c.taken(name) {
		return
	}
	c.list = append(c.list, doc.Attached{Name: name, MIME: mime, Description: about, Relationship: "Supplement", Data: data})
}

func (c *carrier) taken(name string) bool {
	return slices.ContainsFunc(c.list, func(a doc.Attached) bool { return a.Name == name })
}

// own returns a name like that one that no file has: for what the program itself adds.
func (c *carrier) own(name string) string {
	dir, file := path.Split(name)
	for c.taken(name) {
		file = "_" + file
		name = dir + file
	}
	return name
}

// attachments returns what an archive copy of a paper carries: its source src, the files
// and pictures that this names, the office's profile and wording, and the record's metadata.
func (r *Renderer) attachments(set *plan.Set, f *plan.File, src []byte, m doc.Meta, pictures []*doc.Picture) ([]doc.Attached, error) {
	named := set.Named(f)
	base := strings.TrimPrefix(path.Dir(f.Name)+"/", "./")
	for _, g := range named {
		base = common(base, g.Name)
	}
	for _, p := range pictures {
		base = common(base, p.Name)
	}
	c := &carrier{base: base}
	for _, g := range named {
		src, err := r.sourceOf(g)
		if err != nil {
			return nil, err
		}
		c.add(g.Name, pdf.AboutNamed, "application/yaml", src)
	}
	for _, p := range pictures {
		mime := "image/png"
		if bytes.HasPrefix(p.Data, []byte{0xff, 0xd8}) {
			mime = "image/jpeg"
		}
		c.add(p.Name, pdf.AboutPicture, mime, p.Data)
	}
	if office := r.profile.Office; office != nil {
		src, err := plan.Marshal(office)
		if err != nil {
			return nil, fmt.Errorf("write profile: %w", err)
		}
		c.add(c.base+c.own("don-vi.yaml"), pdf.AboutOffice, "application/yaml", src)
	}
	if err := c.templates(r.o.Templates); err != nil {
		return nil, err
	}
	name := c.own(strings.TrimPrefix(path.Join(path.Dir(f.Name), "nguon.yaml"), c.base))
	c.list = slices.Insert(c.list, 0,
		doc.Attached{Name: name, MIME: "application/yaml", Description: pdf.AboutSource, Relationship: "Source", Data: src})
	meta, err := metadataOf(m)
	if err != nil {
		return nil, err
	}
	return append(c.list, doc.Attached{Name: c.own("dac-ta.xml"), MIME: "application/xml", Description: pdf.AboutMeta,
		Relationship: "Data", Data: meta}), nil
}

// templates adds an office's own wording.
func (c *carrier) templates(fsys fs.FS) error {
	if fsys == nil {
		return nil
	}
	names, err := wordingNames(fsys)
	if err != nil {
		return err
	}
	folder := c.own("mau-cau")
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read template: %w", err)
		}
		c.add(c.base+folder+"/"+name, pdf.AboutTemplate, "text/plain", src)
	}
	return nil
}

// sourceOf returns the YAML of a file, written anew where there is none: the value was
// made in Go, or filled in from a row of a list.
func (r *Renderer) sourceOf(f *plan.File) ([]byte, error) {
	if src := f.Source(); src != nil {
		return src, nil
	}
	src, err := r.reading.Marshal(f.Value)
	if err != nil {
		return nil, fmt.Errorf("write source: %w", err)
	}
	return src, nil
}

// common returns the nearest folder above both dir, which ends in a slash, and the file name.
func common(dir, name string) string {
	for dir != "" && !strings.HasPrefix(path.Clean(name), dir) {
		dir = dir[:strings.LastIndex(dir[:len(dir)-1], "/")+1]
	}
	return dir
}

// metadataOf writes the metadata of a paper.
func metadataOf(m doc.Meta) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	err := enc.Encode(metadata{
		TypeName: m.Kind, CodeNumber: m.Number, CodeNotation: m.Symbol, IssuedDate: m.Issued,
		OrganName: m.Author, Subject: m.Subject, Language: "vi-VN", Position: m.Position, FullName: m.Signer,
	})
	if err != nil {
		return nil, fmt.Errorf("write metadata: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
