package sheet

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/folder"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Rule ids of the findings about lists. They are stable.
const (
	RuleList    = "batch.list"    // the list cannot be read
	RuleHeading = "batch.heading" // a column is missing from the list, or there twice
	RuleCell    = "batch.cell"    // a cell does not hold what its column should
	RuleHidden  = "batch.hidden"  // a hidden row or column, and nobody says what becomes of it
	RuleRow     = "batch.row"     // a row that is no record
	RuleMissing = "batch.missing" // an empty cell where one may not be
	RuleValue   = "batch.value"   // a value that is not among those allowed
	RuleDouble  = "batch.double"  // what an earlier row has
)

// Options say where the rows of a list come from "danh sách", and how to read it. A folder is
// none of this package.
type Options struct {
	File   string `yaml:"file" vi:"tệp danh sách" one:"source" eg:"danh-sach.xlsx" help:".xlsx, .csv hoặc .yaml"`
	Folder string `yaml:"folder" vi:"thư mục văn bản YAML" one:"source" help:"mỗi tệp .yaml trong thư mục là một văn bản"`
	// Sheet is the worksheet of a workbook. Empty: the only visible one.
	Sheet string `yaml:"sheet" vi:"trang tính" eg:"Danh sách" help:"bỏ trống khi tệp chỉ có một trang tính"`
	// Heading is the row that holds the column headings. Zero: it is looked for.
	Heading   int    `yaml:"heading" vi:"dòng tiêu đề cột" help:"bỏ trống thì tự tìm theo tên cột trong 30 dòng đầu"`
	Encoding  string `yaml:"encoding" vi:"bảng mã của danh sách" values:"utf-8|utf-16|windows-1258|windows-1252|vni|tcvn3|utf-8-twice"`
	Separator string `yaml:"separator" vi:"dấu phân cách của tệp CSV" help:"bỏ trống thì tự tìm"`
	// Hidden says what becomes of rows that a workbook hides, by hand or by a filter. Empty:
	// they are refused, and so are hidden columns; whether they are meant nobody can know.
	Hidden string `yaml:"hidden" vi:"dòng bị ẩn" values:"take|skip"`
	// Ditto says what becomes of cells that only say "as above". Empty: they are refused.
	Ditto string `yaml:"ditto" vi:"dấu lặp lại của ô trên" values:"fill" help:"fill: lấy giá trị của ô trên; bỏ trống thì báo lỗi"`
}

// Values of Options.Hidden. Taking hidden rows takes hidden columns too.
const (
	TakeHidden = "take"
	SkipHidden = "skip"
)

// FillDitto is the value of Options.Ditto that puts in what the cell above holds.
const FillDitto = "fill"

// List is an opened list. It is read any number of times, each time the same.
type List struct {
	File    string
	Sheet   string   // of a workbook
	Sheets  []string // of a workbook, those that are not hidden
	Old     bool     // numbers count days from 1904
	Heading Heading
	// Sample are the first records, for whoever judges columns as a whole.
	Sample []*Row

	source  source
	o       Options
	running int              // the column of running numbers, from 1; 0: there is none, or few rows have one
	units   *diag.Diagnostic // a line above the headings counts money in thousands or more
}

// A source is a file that is read from its first row to its last.
type source interface {
	// rows calls f for every row that is not empty, in order. The row and its cells are
	// f's to keep. It ends with the first error of f.
	rows(ctx context.Context, f func(*Row) error) error
	hiddenColumn(column int) bool
}

// Row is one row of a list.
type Row struct {
	Number int // as the file counts, from 1
	Hidden bool
	Cells  []Cell // those that are not blank, from left to right
	Odd    *Odd   // why it is no record; nil: it is one

	merged []openSpan

	// Of a CSV file: how many cells there are, blank ones too; the column, from 1, of a cell that
	// is made of several rows; the row's bytes.
	width, swallows int
	at, end         int64
}

// Cell gives the cell of a column, from 0: a blank one where the row has none.
func (r *Row) Cell(column int) Cell {
	for i := range r.merged {
		if o := &r.merged[i]; o.left <= column+1 && column+1 <= o.right {
			return o.value
		}
	}
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return r.Cells[i]
		}
	}
	return Cell{Column: column}
}

// count gives how many cells hold a text that is known.
func (r *Row) count(known func(string) bool) int {
	n := 0
	for i := range r.Cells {
		if known(r.Cells[i].Text) {
			n++
		}
	}
	return n
}

// Mark is the place of a row that is to be read again.
type Mark struct {
	number  int
	at, end int64
}

// Mark gives the place of a row.
func (r *Row) Mark() Mark { return Mark{r.Number, r.at, r.end} }

// errStop ends a reading early without being an error.
var errStop = errors.New("stop")

// ErrList says that a file of the list cannot be read; a fs.PathError names it.
var ErrList = errors.New("read list")

// Open opens a list and finds its headings: the texts for which known is true. What is
// wrong with the file is a finding, a failure to read it an error.
func Open(fsys fs.FS, o *Options, known func(string) bool) (*List, diag.List, error) {
	l := &List{File: o.File, Sheet: o.Sheet, o: *o}
	found, err := l.open(fsys, known)
	if found == nil && err == nil {
		found = l.begin(known)
	}
	if found != nil || err != nil {
		return nil, found, err
	}
	return l, nil, nil
}

// open opens the file of a list.
func (l *List) open(fsys fs.FS, known func(string) bool) (found diag.List, err error) {
	o := &l.o
	switch { // where no schema has read them
	case o.Hidden != "" && o.Hidden != TakeHidden && o.Hidden != SkipHidden:
		return listFinding(l.File, fmt.Sprintf("hidden (dòng bị ẩn) không nhận %q", o.Hidden), "dùng take hoặc skip"), nil
	case o.Ditto != "" && o.Ditto != FillDitto:
		return listFinding(l.File, fmt.Sprintf("ditto (dấu lặp lại của ô trên) không nhận %q", o.Ditto), "dùng fill"), nil
	}
	name := FileName(fsys, o.File)
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > maxFile {
		return listFinding(l.File, fmt.Sprintf("danh sách dài %s, nhiều hơn %s", megabytes(info.Size()), megabytes(maxFile)),
			"chia danh sách"), nil
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrList, err)
	}
	switch ext := strings.ToLower(path.Ext(l.File)); ext {
	case ".xlsx", ".xlsm":
		l.source, found = openWorkbook(l, o, src)
	case ".csv", ".tsv", ".txt":
		l.Sheet = ""
		l.source, found = openCSV(l, o, src, known)
	case ".yaml", ".yml":
		l.Sheet = ""
		l.source, found = openYAML(l, o, src)
	case ".xls":
		found = listFinding(l.File, "tệp .xls kiểu cũ chưa đọc được", saveAgain)
	case ".ods", ".fods", ".xlsb", ".numbers":
		found = listFinding(l.File, fmt.Sprintf("tệp %s chưa đọc được", ext), saveAgain)
	default:
		found = listFinding(l.File, fmt.Sprintf("không biết đọc danh sách %q", ext), "dùng .xlsx, .csv hoặc .yaml")
	}
	return found, nil
}

const saveAgain = "mở bằng chương trình bảng tính rồi lưu thành .xlsx"

// maxFile bounds the file of a list, which stands in memory whole.
const maxFile = 1 << 30

// FileName gives the name of a file as it is stored: Macs take letters with marks apart,
// which looks the same. A file that is not there keeps the name it was asked by.
func FileName(fsys fs.FS, name string) string {
	if _, err := fs.Stat(fsys, name); err == nil {
		return name
	}
	if stored, ok := folder.Find(fsys, name); ok {
		return stored
	}
	return name
}

// listFinding is a finding about the list as a whole.
func listFinding(file, message, fix string) diag.List {
	return diag.List{{Pos: diag.Pos{File: file}, Rule: RuleList, Message: message, Fix: fix}}
}

// readError is an error of the list itself, not of whoever takes its rows.
type readError struct{ err error }

func (e *readError) Error() string { return "read list: " + e.err.Error() }
func (e *readError) Unwrap() error { return e.err }

// read reads rows and tells errors of the list from those of f.
func (l *List) read(ctx context.Context, rows func(context.Context, func(*Row) error) error, f func(*Row) error) error {
	var own error
	err := rows(ctx, func(r *Row) error {
		own = f(r)
		return own
	})
	if err == nil || own != nil || ctx.Err() != nil {
		return err
	}
	return &readError{err}
}

// Broken gives the finding for a list that breaks off while it is read, nil for an error
// that is none of the list's.
func (l *List) Broken(err error) diag.List {
	var broken *readError
	var form *csv.ParseError
	var bound *boundError
	switch {
	case !errors.As(err, &broken):
		return nil
	case errors.As(err, &form):
		return csvFinding(l.File, form)
	case errors.As(err, &bound):
		return listFinding(l.File, bound.text, "chia danh sách")
	}
	return diag.List{{
		Pos: diag.Pos{File: l.File}, Rule: RuleList, Err: err,
		Message: "danh sách đã hỏng, không đọc được hết", Fix: "mở bằng Excel rồi lưu lại",
	}}
}

// sampled is how many rows are read to know the columns.
const sampled = 200

// begin reads the first rows: the headings stand among them, and old letters show.
func (l *List) begin(known func(string) bool) diag.List {
	var first []*Row
	err := l.read(context.Background(), l.source.rows, func(r *Row) error {
		if len(first) >= headingLines+sampled && r.Number > l.o.Heading+sampled {
			return errStop
		}
		first = append(first, r)
		return nil
	})
	if found := l.Broken(err); found != nil {
		return found
	}
	_, isYAML := l.source.(*entries)
	if !isYAML {
		if found := l.findHeading(first, known); found != nil {
			if way := oldWay(first); way != nil {
				return listFinding(l.File, "danh sách "+way.Text, way.Fix)
			}
			return found
		}
	}
	l.readUnits(first)
	if len(first) == 0 || first[len(first)-1].Number <= l.Heading.Last {
		return l.Empty()
	}
	l.findRunning(first)
	records := l.records()
	for _, r := range first {
		if r.Number > l.Heading.Last && len(l.Sample) < sampled {
			_ = records.take(r, func(r *Row) error { // which fails only as this does
				if r.Odd == nil {
					l.Sample = append(l.Sample, r)
				}
				return nil
			})
		}
	}
	return l.oldLetters()
}

// Empty is the finding of a list without a row: there is nothing that anybody could have meant by it.
func (l *List) Empty() diag.List {
	message, fix := "danh sách không có dòng nào", "điền danh sách rồi lưu lại"
	if l.Heading.Last > 0 {
		message = "dưới tiêu đề cột của danh sách không có dòng nào có nội dung"
	}
	if len(l.Sheets) > 1 {
		fix += "; hoặc chọn trang tính khác: " + strings.Join(l.Sheets, ", ")
	}
	return listFinding(l.File, message, fix)
}

// oldWay gives the fault of the first cell whose letters are stored in an old way.
func oldWay(rows []*Row) *Wrong {
	for _, r := range rows {
		for i := range r.Cells {
			if w := r.Cells[i].Wrong; w != nil && legacyNames[vi.Legacy(w.Class)] != "" {
				return w
			}
		}
	}
	return nil
}

// oldLetters refuses a list whose letters are stored in an old way throughout: a short
// word in it may pass for another one. Single cells are refused where they stand.
func (l *List) oldLetters() diag.List {
	marked := 0
	old := make(map[string]int)
	var at *diag.Diagnostic
	for _, r := range l.Sample {
		for i := range r.Cells {
			c := &r.Cells[i]
			if utf8.RuneCountInString(c.Text) == len(c.Text) {
				continue
			}
			marked++
			if c.Wrong != nil && legacyNames[vi.Legacy(c.Wrong.Class)] != "" {
				if old[c.Wrong.Class]++; at == nil {
					at = l.finding(c.Column, r.Number, RuleList, "danh sách "+c.Wrong.Text, c.Wrong.Fix)
				}
			}
		}
	}
	for _, n := range old {
		if 2*n > marked {
			return diag.List{at}
		}
	}
	return nil
}

// Records calls f for every row below the headings, in order, those that are no records
// too. The row and its cells are f's to keep. It ends with the first error of f.
func (l *List) Records(ctx context.Context, f func(*Row) error) error {
	records := l.records()
	err := l.read(ctx, l.source.rows, func(r *Row) error {
		if r.Number <= l.Heading.Last {
			return nil
		}
		return records.take(r, f)
	})
	if err != nil {
		return err
	}
	return records.release(false, f)
}

// CanMark reports whether rows can be read again alone.
func (l *List) CanMark() bool {
	_, ok := l.source.(*table)
	return ok && l.o.Ditto == ""
}

// RecordsAt calls f for marked rows alone, at their cost. Only if CanMark.
func (l *List) RecordsAt(ctx context.Context, marks []Mark, f func(*Row) error) error {
	t := l.source.(*table)
	return l.read(ctx, func(ctx context.Context, f func(*Row) error) error { return t.rowsAt(ctx, marks, f) }, f)
}

// Finding gives a finding about a cell, which it names as spreadsheets do. head is the
// heading of its column.
func (l *List) Finding(r *Row, column int, head, rule, message, fix string) *diag.Diagnostic {
	shown := r.Cell(column).Text
	d := l.finding(column, r.Number, rule, message, fix)
	d.Message = AtCell(l.Sheet, column, r.Number, head, shown, message)
	d.Pos.Path, d.Found = head, shown
	return d
}

// finding gives a finding at a cell, with the cell before the message.
func (l *List) finding(column, row int, rule, message, fix string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Pos: l.at(column, row), Rule: rule, Fix: fix,
		Message: AtCell(l.Sheet, column, row, "", "", message),
	}
}

// at is the place of a cell.
func (l *List) at(column, row int) diag.Pos {
	return diag.Pos{File: l.File, Line: row, Column: column + 1, Cell: Place(l.Sheet, column, row)}
}

// AtRow puts into a finding which row it is about, and gives it.
func (l *List) AtRow(r *Row, d *diag.Diagnostic) *diag.Diagnostic {
	where := "dòng " + fmt.Sprint(r.Number)
	if l.Sheet != "" {
		where += " của trang tính " + l.Sheet
	}
	d.Pos, d.Message = diag.Pos{File: l.File, Line: r.Number, Column: 1, Cell: RowPlace(l.Sheet, r.Number)}, where+": "+d.Message
	return d
}

// Quote quotes a value, shortened for a message.
func Quote(s string) string {
	if short := start(s); short != s {
		s = short + "..."
	}
	return fmt.Sprintf("%q", s)
}

// AtCell puts before a message which cell it is about and what that shows.
func AtCell(sheet string, column, row int, head, shown, message string) string {
	at := "ô " + Place(sheet, column, row)
	if head != "" {
		at += fmt.Sprintf(" (cột %q)", head)
	}
	if shown != "" {
		at += " ghi " + Quote(shown)
	}
	return at + ": " + message
}

// Spoilt gives the class of the fault that all cells of a column have, as far as the first
// records show; "" if there is none.
func (l *List) Spoilt(column int, t Type) string {
	class, n := "", 0
	for _, r := range l.Sample {
		c := r.Cell(column)
		if c.Kind == Blank {
			continue
		}
		_, err := t.Read(c, l.Old)
		var bad *Wrong
		if !errors.As(err, &bad) || n > 0 && bad.Class != class {
			return ""
		}
		class = bad.Class
		n++
	}
	if n < 3 {
		return ""
	}
	return class
}
