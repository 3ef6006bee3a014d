package plan

import (
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// Prose is the text of a paper, kept as typed. Package docgen reads it by the grammar
// that docs/yaml.md describes: a line is a paragraph, numbers that are typed stay, and
// few marks count. In fields of any other text type, marks are ordinary characters.
type Prose string

// Multiline marks Prose as text that keeps its line ends. Text types without this
// method are read as one line.
func (Prose) Multiline() {}

// Item is a numbered or dashed piece of a body "mục, ý": a title, a text, or a
// title with text that runs on behind it; then what belongs below. In YAML a
// line of text is an item with that text, a list is an item with those items.
// The zero value is an empty item and prints nothing.
type Item struct {
	ID    string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title string `yaml:"title" vi:"tiêu đề"`
	// Text stands in the same paragraph as the title.
	Text Prose `yaml:"text" vi:"nội dung" short:"scalar" help:"viết liền sau tiêu đề"`
	// Body is what follows below the title, in paragraphs of its own.
	Body  Prose  `yaml:"body" vi:"đoạn văn bên dưới" help:"viết thành đoạn riêng dưới tiêu đề"`
	Items []Item `yaml:"items" vi:"các ý" short:"list"`
	// Closing is a paragraph after the items that belongs to all of them.
	Closing Prose `yaml:"closing" vi:"đoạn kết của mục"`
}

// IsZero reports whether the item is empty.
func (it *Item) IsZero() bool {
	it = orZero(it)
	return it.ID == "" && it.Title == "" && it.Text == "" && it.Body == "" && len(it.Items) == 0 && it.Closing == ""
}

// Heading returns the item's title, or else the usual one, with a colon when text
// runs on behind it.
func (it *Item) Heading(usual string) string {
	it = orZero(it)
	switch {
	case it.Title != "":
		return it.Title
	case it.Text != "":
		return usual + ":"
	}
	return usual
}

// Section is a piece of the body of any paper "phần, mục": a title, and text, a
// table, a chart or further sections. A section without a title continues the one before.
type Section struct {
	ID       string    `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title    string    `yaml:"title" vi:"tiêu đề mục" eg:"ĐẶC ĐIỂM TÌNH HÌNH"`
	Body     Prose     `yaml:"body" vi:"nội dung" one:"block" eg:"Nội dung của mục."`
	Table    *Table    `yaml:"table" vi:"bảng" one:"block" new:"no"`
	Chart    *Chart    `yaml:"chart" vi:"biểu đồ" one:"block" new:"no"`
	Sections []Section `yaml:"sections" vi:"các mục con" one:"block"`
}

// Article is "Điều".
type Article struct {
	ID    string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title string `yaml:"title" vi:"tên điều" help:"bỏ trống khi điều chỉ có nội dung"`
	Text  Prose  `yaml:"text" vi:"nội dung điều" short:"scalar" eg:"Quyết định này có hiệu lực kể từ ngày ký."`
	// Executes marks the article that names who carries out the paper; the
	// first line of "nơi nhận" is then "Như Điều N".
	Executes bool     `yaml:"executes" vi:"điều giao trách nhiệm thi hành"`
	Clauses  []Clause `yaml:"clauses" vi:"các khoản" short:"list"`
	Table    *Table   `yaml:"table" vi:"bảng"`
}

// Clause is "khoản".
type Clause struct {
	ID     string  `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title  string  `yaml:"title" vi:"tên khoản"`
	Text   Prose   `yaml:"text" vi:"nội dung khoản" short:"scalar"`
	Points []Point `yaml:"points" vi:"các điểm" short:"list"`
}

// Validate refuses điểm below a number alone.
func (c *Clause) Validate(path string, found *diag.List) {
	if c = orZero(c); len(c.Points) > 0 && strings.TrimSpace(c.Title+string(c.Text)) == "" {
		addMissing(found, path, "text", "nội dung khoản")
	}
}

// Point is "điểm".
type Point struct {
	ID   string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Text Prose  `yaml:"text" vi:"nội dung điểm" short:"scalar" need:"yes"`
}

// Annex is "phụ lục": pages of its own behind the paper.
type Annex struct {
	ID        string    `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Label     string    `yaml:"label" vi:"chữ Phụ lục"`
	Title     string    `yaml:"title" vi:"tên phụ lục" need:"yes" eg:"DANH SÁCH TẬP THỂ, CÁ NHÂN"`
	Note      Prose     `yaml:"note" vi:"dòng dưới tên phụ lục" help:"in đậm dưới tên, như đối tượng của một danh sách"`
	Landscape bool      `yaml:"landscape" vi:"trang ngang"`
	Scheme    []string  `yaml:"scheme" vi:"cách đánh số" values:"Phần I|Chương I|Mục 1|Điều 1.|A.|I.|1.|1.1.|1.1.1.|a)|a.|(1)|-|+"`
	Body      Prose     `yaml:"body" vi:"nội dung phụ lục" one:"block"`
	Articles  []Article `yaml:"articles" vi:"các điều" one:"block" new:"no"`
	Table     *Table    `yaml:"table" vi:"bảng" one:"block" new:"no"`
	Sections  []Section `yaml:"sections" vi:"các mục" one:"block"`
}

// NoLabel as Annex.Label prints an annex by its title alone.
const NoLabel = "none"
