package batch

import (
	"io/fs"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// Job is a batch job "tác vụ tạo hàng loạt": one document, one list, and how
// they meet. [Load] reads it from YAML together with the documents it names.
type Job struct {
	Kind    string `yaml:"kind" vi:"loại tệp" need:"yes" values:"job" help:"luôn là job"`
	Version int    `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`

	// Document is the document to make: the name of its file. In YAML the document
	// may also be written in place of the name.
	Document string `yaml:"document" vi:"văn bản cần tạo" inline:"yes" new:"yes" eg:"quyet-dinh.yaml"`
	// Template is an office's own Word file to fill, in place of a document.
	Template string   `yaml:"template" vi:"mẫu Word cần điền" help:"tệp .docx thay cho document; {{Họ và tên}} lấy giá trị của cột"`
	List     List     `yaml:"list" vi:"danh sách" need:"yes"`
	Columns  []column `yaml:"columns" vi:"cột của danh sách" new:"yes" help:"mỗi cột được dùng một mục"`
	Filter   []filter `yaml:"filter" vi:"điều kiện lọc" help:"dòng được lấy khi thỏa mọi điều kiện"`
	// Key are the columns that tell rows apart, for the manifest, for sharding and
	// for finding doubles. None: the number of the row in its file.
	Key []string `yaml:"key" vi:"cột định danh của dòng" eg:"[id]" help:"bỏ trống là số thứ tự của dòng trong tệp"`
	// Sort is the order of the rows; numbers are given and papers made in it. None: that of the list.
	Sort    []sort `yaml:"sort" vi:"thứ tự các dòng" help:"bỏ trống là thứ tự trong danh sách"`
	GroupBy string `yaml:"group_by" vi:"cột gộp dòng" eg:"unit" help:"mỗi giá trị của cột thành một văn bản"`
	// Summary is one more document over all groups. Nil: none.
	Summary *summary `yaml:"summary" vi:"văn bản tổng hợp"`
	Numbers numbers  `yaml:"numbers" vi:"cách cho số văn bản" help:"bỏ trống là để trống số"`
	// Proof are the columns whose values [Options].Verify looks for in each file.
	// None: the key columns.
	Proof []string `yaml:"proof" vi:"cột dùng để kiểm chứng" eg:"[name]" help:"giá trị phải thấy được trong từng tệp khi kiểm chứng"`
	// Names is the pattern of file names without ending. Empty: the number of the
	// row, five figures; of a group, the slug of its value.
	Names   string   `yaml:"names" vi:"mẫu tên tệp" eg:"\"{{.number}}-{{slug .name}}\"" help:"bỏ trống là số thứ tự của dòng"`
	Formats []string `yaml:"formats" vi:"định dạng" values:"pdf|docx|txt" eg:"[pdf]" help:"bỏ trống là pdf"`

	fsys     fs.FS
	file     string                     // path in fsys
	pos      func(path string) diag.Pos // of its keys
	inputs   []input
	document *master        // nil: the list is a folder
	summary  *master        // nil: none
	template *fill.Template // nil: there is a document
}

// List is where the rows come from "danh sách": a file or a folder.
type List = sheet.Options

// column is a column "cột" that the job uses.
type column struct {
	Heading string `yaml:"heading" vi:"tiêu đề cột" need:"yes" eg:"Họ và tên" help:"đúng như trong danh sách"`
	Name    string `yaml:"name" vi:"tên để gọi cột" need:"yes" eg:"name"`
	Type    string `yaml:"type" vi:"kiểu dữ liệu" values:"text|number|money|date|id|phone" help:"bỏ trống là text; cột điện thoại là phone"`
	// Optional allows empty cells.
	Optional bool `yaml:"optional" vi:"được để trống"`
	// Values are the only ones allowed. None: any.
	Values []string `yaml:"values" vi:"các giá trị được phép"`
	// Unique refuses a value that an earlier row has.
	Unique bool `yaml:"unique" vi:"không được trùng"`

	untyped bool // nobody stated the type
}

// filter is one condition "điều kiện" on the text of a column.
type filter struct {
	Column string   `yaml:"column" vi:"cột" need:"yes"`
	Is     []string `yaml:"is" vi:"bằng một trong các giá trị"`
	Not    []string `yaml:"not" vi:"khác mọi giá trị"`
	Filled bool     `yaml:"filled" vi:"không để trống"`
}

// sort is one thing by which rows are put in order "tiêu chí sắp xếp"; rows that are equal
// in it follow the next one.
type sort struct {
	Column string `yaml:"column" vi:"cột" need:"yes" eg:"name"`
	// By says what of a text counts. Empty: the whole of it, in the order of dictionaries.
	By         string `yaml:"by" vi:"xếp theo" values:"given-name"`
	Descending bool   `yaml:"descending" vi:"từ lớn đến nhỏ"`
}

// summary is one document over all groups "văn bản tổng hợp".
type summary struct {
	Name     string `yaml:"name" vi:"tên tệp tổng hợp" need:"yes" eg:"tong-hop"`
	Document string `yaml:"document" vi:"tệp văn bản tổng hợp" inline:"yes" need:"yes" eg:"tong-hop.yaml"`
}

// numbers says where document numbers come from. The series belongs to the
// whole office, so that none is made up: blank by default.
type numbers struct {
	From   numberSource `yaml:"from" vi:"nguồn số văn bản" values:"blank|column|range"`
	Column string       `yaml:"column" vi:"cột ghi số"`
	First  int          `yaml:"first" vi:"số đầu của dải"`
	Last   int          `yaml:"last" vi:"số cuối của dải"`
}

// numberSource is where numbers come from. The empty value is BlankNumber.
type numberSource string

// Sources of numbers.
const (
	blankNumber  numberSource = "blank"
	columnNumber numberSource = "column"
	rangeNumber  numberSource = "range" // rows take First, First+1 ... in their order; a bad row keeps its number
)

// Names that a job cannot give to a column, since templates know them already.
var reservedNames = []string{"number", "row", "rows", "groups"}
