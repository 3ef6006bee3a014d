package pdf

import (
	"crypto/md5"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

// Descriptions of what an archive copy of a paper carries, by which it is found again.
const (
	AboutSource   = "Nội dung văn bản"
	AboutNamed    = "Tệp được dẫn"
	AboutPicture  = "Ảnh trong văn bản"
	AboutOffice   = "Hồ sơ thể thức của đơn vị"
	AboutTemplate = "Mẫu câu của đơn vị"
	AboutMeta     = "Thông tin đặc tả (Phụ lục VI Nghị định 30/2020/NĐ-CP)"
)

// relationships are what an attachment may be to the document.
// Source: ISO 19005-3:2012, annex E.
var relationships = []string{"Source", "Data", "Alternative", "Supplement", "Unspecified"}

// checkAttachments refuses attachments that a PDF/A-3 cannot carry.
func checkAttachments(list []doc.Attached) error {
	seen := make(map[string]bool, len(list))
	for _, a := range list {
		switch {
		case a.Name == "":
			return errors.New("an attachment has no name")
		case !fs.ValidPath(a.Name) || a.Name == "." || strings.ContainsAny(a.Name, "\\\x00"):
			return fmt.Errorf("attachment %q: a name leads to a file, and not out of the folder", a.Name)
		case seen[a.Name]:
			return fmt.Errorf("two attachments %q", a.Name)
		case !strings.Contains(a.MIME, "/"):
			return fmt.Errorf("attachment %q: %q is no MIME type", a.Name, a.MIME)
		case !slices.Contains(relationships, a.Relationship):
			return fmt.Errorf("attachment %q: unknown relationship %q", a.Name, a.Relationship)
		}
		seen[a.Name] = true
	}
	return nil
}

// writeAttachments writes the attachments and gives the numbers of their file
// specifications, in the order given.
func (f *file) writeAttachments(list []doc.Attached, created time.Time) []int {
	specs := make([]int, len(list))
	for i, a := range list {
		spec, stream := f.reserve(), f.reserve()
		specs[i] = spec
		sum := md5.Sum(a.Data) // what ISO 32000 asks for, against accidents only
		entries := appendName([]byte("/Type/EmbeddedFile/Subtype"), a.MIME)
		entries = fmt.Appendf(entries, "/Params<</Size %d", len(a.Data))
		if !created.IsZero() {
			entries = fmt.Appendf(entries, "/ModDate(%s)", pdfDate(created))
		}
		entries = append(appendHex(append(entries, "/CheckSum"...), sum[:]), ">>"...)
		f.deflated(stream, string(entries), a.Data, deflate.Usual)

		f.begin(spec).str("<</Type/Filespec/F").text(asciiName(a.Name))
		f.str("/UF").text(a.Name)
		f.entry("/Desc", a.Description)
		f.str("/AFRelationship").name(a.Relationship)
		f.str("/EF<</F").ref(stream)
		f.str("/UF").ref(stream).str(">>>>").end()
	}
	return specs
}

// asciiName is a name for readers older than UF.
func asciiName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, s)
}

// writeFileNames writes the catalog's entries that lead to attachments.
func (f *file) writeFileNames(list []doc.Attached, specs []int) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(treeKey(list[a].Name), treeKey(list[b].Name)) })
	f.str("/AF[")
	for _, spec := range specs {
		f.ref(spec)
	}
	f.str("]/Names<</EmbeddedFiles<</Names[")
	for _, i := range order {
		f.text(list[i].Name).ref(specs[i])
	}
	f.str("]>>>>")
}

// treeKey gives the bytes of a text string, by which name trees are sorted.
func treeKey(s string) string {
	o, err := (&scanner{data: appendText(nil, s)}).object(0)
	if err != nil {
		return s
	}
	return string(o.(text))
}
