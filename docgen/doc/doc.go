// Package doc is the document tree. A [Document] is a list of parts: what the paper
// consists of, in the words of Nghị định 30/2020/NĐ-CP (letterhead, title, legal bases,
// divisions, signature). Parts say nothing about places, sizes or fonts.
//
// They are plain structs. Other software may build them in Go, without YAML, and so add
// papers of its own:
//
//	d := &doc.Document{
//		Kind: "thong-bao",
//		Parts: []doc.Part{
//			&doc.Letterhead{Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"}, ...},
//			&doc.Title{Kind: "Thông báo", Subject: doc.T("Về việc nghỉ lễ")},
//			&doc.Prose{Inlines: doc.T("...")},
//		},
//	}
//
// Nothing in the library changes a Document that it is given.
package doc

import (
	"cmp"
	"time"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Document is an official document "văn bản" as a list of its parts.
type Document struct {
	Meta     Meta
	Standard string // rule pack that the form follows, such as "nd30-2020"; empty: the profile's
	Kind     string // of Điều 7 without marks, such as "ke-hoach"; picks the numbering scheme when Scheme is nil
	Scheme   Scheme // how divisions are numbered; nil: the kind's own
	Parts    []Part
	// Only is one of Parts, an Annex or Attachment, that is shown alone, as a file of
	// its own: numbered and referred to as in the whole. Nil: all parts are shown.
	Only     Part
	Input    string     // hash of the file that the document was made of, "sha256:..."; empty when there was none
	Attached []Attached // files that an archive PDF (A3A) carries; other formats do not
	Findings diag.List  // warnings and hints of its making, for the Result; never an Error
}

// Attached is a file carried inside a PDF.
type Attached struct {
	Name, MIME, Description string
	Relationship            string // Source, Data or Supplement
	Data                    []byte
}

// Meta is what is known about a document beside what it shows: document
// properties of PDF and DOCX, and the record's metadata of Phụ lục VI.
type Meta struct {
	Title    string // tên loại and trích yếu in one line
	Subject  string // trích yếu
	Author   string // cơ quan ban hành
	Kind     string // tên loại, such as "Kế hoạch"
	Number   string // empty while blank; a number under 10 has its zero
	Symbol   string // KH-UBND
	Code     string // both as printed: 05/KH-UBND; empty while the number is blank
	Language string // empty: vi-VN
	Signer   string
	Position string
	Issued   string    // yyyy, yyyy-mm or yyyy-mm-dd; empty when unknown
	Created  time.Time // zero: no creation date is written
}

// Keywords are what the document properties are searched by, and what any viewer
// shows: number and symbol, or the symbol alone while the number is blank.
func (m *Meta) Keywords() string {
	m = zero.Or(m)
	return cmp.Or(m.Code, m.Symbol)
}

// Part is one of the things that the decree says a document consists of. The
// types are closed: form switches over them and refuses an unknown one.
type Part interface {
	Pos() diag.Pos
	part()
}

// Letterhead is the head of page 1: ô 1 to 5b and the marks of ô 10 and 11.
// Boxes left nil are not drawn.
type Letterhead struct {
	At          diag.Pos
	Superior    []string // "cơ quan chủ quản": a name to be broken by form, or the lines themselves; none for most
	Issuer      []string // "cơ quan ban hành": a name to be broken by form, or two or more lines taken as they are
	NoMotto     bool     // without "Quốc hiệu và Tiêu ngữ"
	Number      *Number
	Place       *PlaceDate
	Subject     []Inline // "trích yếu" of a công văn, ô 5b, without its V/v
	Draft       string   // "Dự thảo", or "Dự thảo lần 2": printed below the number; empty for none
	Secrecy     string   // "độ mật": MẬT, TỐI MẬT, TUYỆT MẬT; empty for none
	Urgency     string   // "độ khẩn": KHẨN, THƯỢNG KHẨN, HỎA TỐC; empty for none
	Circulation string   // "phạm vi lưu hành", such as LƯU HÀNH NỘI BỘ; empty for none
	Stamp       *Stamp   // ô 14; nil for none
}

// Number is "số, ký hiệu", ô 3. An empty Value is a blank wide enough to be filled by hand.
type Number struct {
	At     diag.Pos
	Value  string // "05"; a number under 10 has its zero
	Symbol string // "KH-UBND", without the stroke
}

// PlaceDate is "địa danh và thời gian ban hành", ô 4. Zero year, month or day is a blank.
type PlaceDate struct {
	At               diag.Pos
	Place            string
	Year, Month, Day int
}

// Stamp is the line of ô 14, 10 pt, of an attachment or copy that is a file of
// its own: the words are given, missing ones are blanks.
type Stamp struct {
	At     diag.Pos
	Fields []string // "Số: 12/QĐ-UBND", "15/12/2026", "09:30:05 +07:00"; printed with "; " between
}

// Title is "tên loại và trích yếu nội dung", ô 5a, with the short line below.
type Title struct {
	At        diag.Pos
	Kind      string   // printed in capitals
	Subject   []Inline // may be empty
	Reference []Inline // "(Kèm theo Quyết định số ...)", in italics, for an attachment; may be empty
}

// Authority is the centred bold line "thẩm quyền ban hành" of resolutions and
// decisions, printed in capitals: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM HÒA.
type Authority struct {
	At   diag.Pos
	Name string
}

// Preamble is "căn cứ ban hành": one italic paragraph each. Texts come without their
// final mark, a proposal ("Theo đề nghị của ...") being the last; form puts ";" after
// each and "." after the last.
type Preamble struct {
	At    diag.Pos
	Bases []Entry
}

// Order is the centred bold line QUYẾT ĐỊNH: or QUYẾT NGHỊ:, with its colon.
type Order struct {
	At diag.Pos
	S  string
}

// Addressees is "Kính gửi", ô 9a: one on the same line, several in a list.
type Addressees struct {
	At    diag.Pos
	Lead  string // empty: "Kính gửi"
	Names []string
}

// Division is a numbered piece of the body: phần, chương, mục, điều, khoản,
// điểm, or a level of a free scheme (I, 1, a, -, +). Its number is computed, unless
// it is Typed. It has a Title, or a Text, or a Title with a Text that runs on in the
// same paragraph; then its own parts.
type Division struct {
	At    diag.Pos
	Level int    // index into the scheme, from 1; of a typed one where its form stands there, 0 for nowhere
	Typed *Typed // nil: the number is made
	ID    string // for Ref; empty for none
	Title []Inline
	Text  []Inline
	Parts []Part
}

// Typed is the number or sign of a division as its writer typed it. It is printed to
// the letter, whatever the scheme.
type Typed struct {
	Mark   string // "Điều 3.", "1/", "a)", "-"
	Number string // what references say: "3", "1", "a"; empty for a dash
	Count  int    // the same counted from 1: numbers that are made go on from it
	As     Level  // how the division is named and shown
	Bold   bool   // the mark is bold although there is no title
	Glued  bool   // its words follow without white space: "-Dọn kênh"
}

// Prose is a paragraph of the body: justified, its first line indented.
type Prose struct {
	At       diag.Pos
	Inlines  []Inline
	Centered bool // "... trân trọng giới thiệu:"
}

// End marks the end of the text: form puts "./." behind the last paragraph
// before it unless it is there already.
type End struct{ At diag.Pos }

// DataTable is a table of the body, its widths not settled yet.
type DataTable struct {
	At         diag.Pos
	Caption    []Inline
	Unit       []Inline // "Đơn vị tính: đồng"; empty for none
	Columns    []Column
	Header     int // rows at the head, repeated on each page
	Rows       []DataRow
	Borderless bool
	Whole      bool // its rows are not broken over pages
	Broken     bool // all of its rows may be broken; otherwise only those taller than the profile says
	Together   bool // all rows stand on one page, when one holds them
	KeepNext   bool // its last row stands on the page of what follows
	Alt        string
	Size       Length  // of the text; zero: the profile's table size
	HeadSize   Length  // of the head; zero: Size
	RowHeight  Length  // of the rows below the head, at least
	Padding    *Length // beside the text in a cell; nil: the profile's
}

// Column says how wide a column of a DataTable is and how its cells stand.
type Column struct {
	Width Length // zero: by Share, or when that is zero too, by what it holds
	Share int    // of the width left over, in relation to the other shares
	Align Align  // of data cells
}

// RowRole says what a row of a DataTable is.
type RowRole uint8

// Roles of rows. A group or total row is bold, and never parted from its neighbour.
const (
	PlainRow RowRole = iota
	GroupRow
	TotalRow
	NumbersRow // the row of column numbers below the head
)

// DataRow is a row of a DataTable.
type DataRow struct {
	At    diag.Pos
	Role  RowRole
	Cells []DataCell // from left to right; places covered by a span from above are left out
}

// DataCell is a cell of a DataTable.
type DataCell struct {
	At            diag.Pos
	Columns, Rows int        // it covers; 0 is 1
	Align         *Align     // nil: the column's
	Lines         [][]Inline // one paragraph each
}

// Illustration is a picture of the body.
type Illustration struct {
	At            diag.Pos
	Picture       *Picture
	Width, Height Length // one or both zero: from its pixels, at most the text width
	Caption       []Inline
}

// Chart is a chart "biểu đồ" of horizontal bars in the order given.
type Chart struct {
	At      diag.Pos
	Caption string // its name, without the words "Biểu đồ"; empty: none
	Bars    []Bar
	Mark    int64 // where a thin line stands across all bars, such as a goal, in hundredths; zero: none
}

// Bar is one bar of a Chart, with its name before it and its figure behind it.
type Bar struct {
	Name  string
	Value int64 // in hundredths: 1250 is 12,5; none below zero
}

// Foot is the end of a paper: "nơi nhận" on the left, and "quyền hạn, chức vụ,
// họ tên và chữ ký" on the right, ô 7 to 9b and 12.
type Foot struct {
	At           diag.Pos
	Signers      []Signer      // one: right half; more: side by side, three in a row at most
	Distribution *Distribution // nil: none. With two or more signers it stands below them, on the left
	Confirmation []Inline      // of a giấy nghỉ phép: "Xác nhận của ...", below left; empty for none
}

// Signer is one signature block, ô 7a to 7c.
type Signer struct {
	At              diag.Pos
	Authority       []string // lines above the last, each with its mark: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
	Position        string   // "CHỦ TỊCH"; printed in capitals
	Note            string   // "(Ký, họ tên)" in italics below the position; empty for none
	Title           string   // second title, above the name; empty for none
	Name            string   // empty: left free
	Signature, Seal *Picture // nil: left free
	NoSeal          bool     // no place for a seal is kept
}

// Distribution is "nơi nhận", ô 9b. Entries come without dash and final mark.
type Distribution struct {
	At       diag.Pos
	To       []Entry
	FileCopy []Inline // what follows "Lưu: ": "VT, VHXH (2)"; empty: no such line
	Drafter  string   // ô 12: "PL.(300)"; empty for none
}

// Entry is one line of a list: a legal basis, or who gets the paper.
type Entry struct {
	At      diag.Pos
	Inlines []Inline
}

// Contact is the line of addresses at the foot of page 1, ô 13.
type Contact struct {
	At    diag.Pos
	Lines []string
}

// Annex is a "phụ lục": pages of its own, numbered from 1.
type Annex struct {
	At        diag.Pos
	ID        string
	Numbered  bool     // form counts the numbered annexes and prints a Roman number when there are two or more
	Label     string   // "Phụ lục"; empty: no such line (a "Danh sách" has only its title)
	Title     []Inline // printed in capitals
	Note      []Inline // second line of the title, bold; may be empty
	Reference []Inline // "(Kèm theo Quyết định số ... )"; may be empty
	Scheme    Scheme   // nil: that of annexes
	Landscape bool
	Stamp     *Stamp // an annex in a file of its own
	Parts     []Part
}

// Attachment is a regulation, statute or plan issued with a decision (mẫu 1.3):
// pages of its own that open with a Letterhead and a Title.
type Attachment struct {
	At     diag.Pos
	Kind   string // of Điều 7 without marks
	Scheme Scheme // nil: the kind's own
	Parts  []Part
}

// CopyBlock is the block that makes a paper copy (mẫu 3.1): below a line across the page.
type CopyBlock struct {
	At     diag.Pos
	Form   string // SAO Y, SAO LỤC, TRÍCH SAO
	Issuer []string
	Number *Number
	Place  *PlaceDate
	Foot   *Foot
}

// Certificate is a "giấy khen, giấy chứng nhận": a page of its own whose lines stand at the
// places that package decree has for them, and share the height.
type Certificate struct {
	At             diag.Pos
	Design         string // of the frame; empty or unknown: the first one there is
	Large          bool   // A3 in place of A4
	Emblem         bool   // an emblem takes the top: what is below it stands lower
	Overprint      bool   // onto a blank that has the frame and some of the lines
	ShiftX, ShiftY Length // by how much all of it is moved
	Ruler          bool   // shows the places themselves, and a scale along the edges
	Lines          []CertificateLine
}

// CertificateLine is what one line of a Certificate says.
type CertificateLine struct {
	At            diag.Pos
	Name          string // of the line in package decree: "giver", "name", "achievement"
	Words         [][]Inline
	Picture       *Picture // in place of words
	X, Y          *Length  // where the office wants it, on the sheet at hand; nil: as usual
	Width, Height *Length
	Size          *Length // of its letters
	Hidden, Shown bool    // not printed; printed although the blank has it
}

// PageStyle turns the pages from here on to landscape, or back.
type PageStyle struct {
	At        diag.Pos
	Landscape bool
}

// PageBreak starts a new page.
type PageBreak struct{ At diag.Pos }

func (p *Letterhead) Pos() diag.Pos   { return zero.Or(p).At }
func (p *Title) Pos() diag.Pos        { return zero.Or(p).At }
func (p *Authority) Pos() diag.Pos    { return zero.Or(p).At }
func (p *Preamble) Pos() diag.Pos     { return zero.Or(p).At }
func (p *Order) Pos() diag.Pos        { return zero.Or(p).At }
func (p *Addressees) Pos() diag.Pos   { return zero.Or(p).At }
func (p *Division) Pos() diag.Pos     { return zero.Or(p).At }
func (p *Prose) Pos() diag.Pos        { return zero.Or(p).At }
func (p *End) Pos() diag.Pos          { return zero.Or(p).At }
func (p *DataTable) Pos() diag.Pos    { return zero.Or(p).At }
func (p *Illustration) Pos() diag.Pos { return zero.Or(p).At }
func (p *Chart) Pos() diag.Pos        { return zero.Or(p).At }
func (p *Foot) Pos() diag.Pos         { return zero.Or(p).At }
func (p *Contact) Pos() diag.Pos      { return zero.Or(p).At }
func (p *Annex) Pos() diag.Pos        { return zero.Or(p).At }
func (p *Attachment) Pos() diag.Pos   { return zero.Or(p).At }
func (p *CopyBlock) Pos() diag.Pos    { return zero.Or(p).At }
func (p *Certificate) Pos() diag.Pos  { return zero.Or(p).At }
func (p *PageStyle) Pos() diag.Pos    { return zero.Or(p).At }
func (p *PageBreak) Pos() diag.Pos    { return zero.Or(p).At }

func (*Letterhead) part()   {}
func (*Title) part()        {}
func (*Authority) part()    {}
func (*Preamble) part()     {}
func (*Order) part()        {}
func (*Addressees) part()   {}
func (*Division) part()     {}
func (*Prose) part()        {}
func (*End) part()          {}
func (*DataTable) part()    {}
func (*Illustration) part() {}
func (*Foot) part()         {}
func (*Contact) part()      {}
func (*Annex) part()        {}
func (*Attachment) part()   {}
func (*CopyBlock) part()    {}
func (*Chart) part()        {}
func (*Certificate) part()  {}
func (*PageStyle) part()    {}
func (*PageBreak) part()    {}
