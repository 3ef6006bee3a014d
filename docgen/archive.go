package docgen

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/plan"
)

// Attachment is a file that a PDF of flavour A3A carries.
type Attachment = doc.Attached

// Errors of [Extract]. Any other one says that the file is broken, or not a PDF.
var (
	ErrNoAttachments = pdf.ErrNoAttachments // the PDF carries no files
	ErrTooLarge      = pdf.ErrTooLarge      // more than 256 MiB or 1,000 files
	ErrChanged       = pdf.ErrChanged       // a file is not what its checksum says
)

// Extract gives back the files that a PDF of flavour A3A carries. Names are what
// the PDF says: check them before writing files.
func Extract(r io.ReaderAt, size int64) ([]Attachment, error) {
	if r == nil {
		return nil, errors.New("extract: no reader")
	}
	list, err := pdf.Extract(r, size)
	if err != nil {
		return nil, err
	}
	out := make([]Attachment, len(list))
	for i, a := range list {
		out[i] = Attachment(a)
	}
	return out, nil
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

// attachments gives what an archive copy of a paper carries: its source as read, the
// files that this names in its own folder, the profile's, and the record's metadata.
func (r *Renderer) attachments(set *plan.Set, f *plan.File, m doc.Meta) ([]doc.Attached, error) {
	var list []doc.Attached
	taken := map[string]bool{"nguon.yaml": true, "don-vi.yaml": true, "dac-ta.xml": true}
	src := f.Source()
	if src == nil { // made in Go, or filled in from a row of a list
		var err error
		if src, err = r.reading.Marshal(f.Value); err != nil {
			return nil, fmt.Errorf("write source: %w", err)
		}
	}
	if len(src) > 0 {
		list = append(list, doc.Attached{Name: "nguon.yaml", MIME: "application/yaml", Description: "Nội dung văn bản", Relationship: "Source", Data: src})
	}
	for _, g := range set.Named(f) {
		if src := g.Source(); src != nil && !taken[g.Name] && !strings.Contains(g.Name, "/") {
			taken[g.Name] = true
			list = append(list, doc.Attached{Name: g.Name, MIME: "application/yaml", Description: "Tệp được dẫn", Relationship: "Supplement", Data: src})
		}
	}
	if office := r.profile.Office; office != nil {
		src, err := plan.Marshal(office)
		if err != nil {
			return nil, fmt.Errorf("write profile: %w", err)
		}
		list = append(list, doc.Attached{Name: "don-vi.yaml", MIME: "application/yaml", Description: "Hồ sơ thể thức của đơn vị", Relationship: "Supplement", Data: src})
	}
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
	return append(list, doc.Attached{Name: "dac-ta.xml", MIME: "application/xml", Description: "Thông tin đặc tả (Phụ lục VI Nghị định 30/2020/NĐ-CP)", Relationship: "Data", Data: b.Bytes()}), nil
}
