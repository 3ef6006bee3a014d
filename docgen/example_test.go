package docgen_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// The simplest case: one file in, one PDF out.
func ExampleRenderFile() {
	var pdf bytes.Buffer
	if err := docgen.RenderFile("../examples/ke-hoach-cam-ngoc/ke-hoach.yaml", &pdf); err != nil {
		log.Fatal(err) // every finding, one a line
	}
	fmt.Println(strings.HasPrefix(pdf.String(), "%PDF-1.7"))
	// Output: true
}

// A Renderer is made once; it then makes any number of documents.
func ExampleRenderer() {
	r, err := docgen.New(nil)
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	set, _ := r.Reading().Load(os.DirFS("../examples/ke-hoach-cam-ngoc"), "ke-hoach.yaml")
	d, err := r.Build(ctx, set, "ke-hoach.yaml")
	if err != nil {
		log.Fatal(err) // what is wrong with the file, one finding a line
	}
	var pdf, docx bytes.Buffer
	result, err := r.PDF(ctx, &pdf, d)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := r.DOCX(ctx, &docx, d); err != nil {
		log.Fatal(err)
	}
	fmt.Println(d.Meta.Kind, d.Meta.Symbol, result.Pages, "trang")
	// Output: Kế hoạch KH-UBND 7 trang
}

// handover is the typed content of a kind of paper that other software adds: the
// fields that all papers share, and its own. The tags feed reading, messages,
// schema and starting file.
type handover struct {
	plan.Header
	Items []string `yaml:"items" vi:"tài sản bàn giao" need:"yes" eg:"[02 máy chiếu]"`
	plan.Footer
}

// A kind of paper of one's own takes the road of the built-in ones: it is a value,
// given to the Renderer.
func ExampleKind() {
	kind := docgen.Kind{
		Kind: plan.Kind{ID: "bien-ban-giao-nhan", Name: "Biên bản giao nhận", Abbreviation: "BBGN",
			New: func(string) any { return new(handover) }},
		Shape: docgen.Shape{NoPlace: true},
		Body: func(c *docgen.Composer, p plan.Paper) []doc.Part {
			parts := c.Body("items", "Hai bên giao nhận các tài sản sau:", 0)
			for i, item := range p.(*handover).Items {
				parts = append(parts, &doc.Division{At: c.At(fmt.Sprintf("items[%d]", i)), Level: c.Dash(0), Text: doc.T(item)})
			}
			return parts
		},
	}
	r, err := docgen.New(&docgen.Options{Kinds: append(docgen.Kinds(), kind)})
	if err != nil {
		log.Fatal(err)
	}
	f, _ := r.Reading().Parse("giao-nhan.yaml", []byte(`kind: bien-ban-giao-nhan
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Giao nhận thiết bị phòng họp
items: [02 máy chiếu, 01 bộ âm thanh]
signers:
  - {position: Bên giao, name: Nguyễn Đức Quỳnh}
  - {position: Bên nhận, name: Bùi Thị Thủy}
distribution: {file_copy: [VT]}
`))
	ctx := context.Background()
	d, err := r.Build(ctx, plan.NewSet(f), f.Name)
	if err != nil {
		log.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := r.Text(ctx, &text, d); err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(text.String(), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "- 0") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// - 02 máy chiếu
	// - 01 bộ âm thanh./.
}

// A document can be put together from its parts, without YAML.
func ExampleRenderer_PDF() {
	d := &doc.Document{
		Kind: "thong-bao",
		Meta: doc.Meta{Title: "Thông báo Về việc nghỉ lễ", Kind: "Thông báo"},
		Parts: []doc.Part{
			&doc.Letterhead{
				Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"},
				Number: &doc.Number{Value: "15", Symbol: "TB-UBND"},
				Place:  &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 8, Day: 25},
			},
			&doc.Title{Kind: "Thông báo", Subject: doc.T("Về việc nghỉ lễ Quốc khánh năm 2026")},
			&doc.Prose{Inlines: doc.T("Ủy ban nhân dân xã thông báo lịch nghỉ lễ Quốc khánh từ ngày 01 tháng 9 năm 2026 đến hết ngày 02 tháng 9 năm 2026.")},
			&doc.End{},
			&doc.Foot{
				Signers:      []doc.Signer{{Position: "Chủ tịch", Name: "Lê Văn Thắng"}},
				Distribution: &doc.Distribution{FileCopy: doc.T("VT")},
			},
		},
	}
	r, err := docgen.New(nil)
	if err != nil {
		log.Fatal(err)
	}
	var pdf bytes.Buffer
	result, err := r.PDF(context.Background(), &pdf, d)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range result.Placements {
		if p.Name == "signature" {
			fmt.Printf("chữ ký ở trang %d, cao %.0f mm\n", p.Page, p.Height)
		}
	}
	// Output: chữ ký ở trang 1, cao 30 mm
}
