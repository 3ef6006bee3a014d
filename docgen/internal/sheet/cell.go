package sheet

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/vi"
)

// Cell is what one cell of the list holds.
type Cell struct {
	Column int    // from 0
	Text   string // as a person sees it: number format applied, NFC, on one line
	Lines  string // the same with its line ends; empty: it is one line
	Raw    string // of a number: its value without format, "46082.5"
	Wrong  *Wrong // what is wrong with the text itself
	Kind   Kind
	Traits Traits
}

// Kind is what a spreadsheet says a cell is. CSV and YAML lists have only blank and
// text cells.
type Kind uint8

// Kinds.
const (
	Blank   Kind = iota
	Text         // typed as text
	Number       // a number or a date: both are numbers to a spreadsheet
	Bool         // TRUE or FALSE
	Failed       // #N/A, #REF! ...
	Unsaved      // a formula whose result was never saved
	Merged       // inside a range merged across columns
)

// Traits are what the look of a cell adds to it.
type Traits uint8

// Traits.
const (
	Struck  Traits = 1 << iota // some of it is struck through
	Dated                      // a number shown as a date or a time
	FullDay                    // day, month and year are all to be seen
	Percent                    // the number shows with a percent sign
	Scaled                     // the number shows divided by thousands
)

// Wrong is what a cell should not be, and how to mend it, both in Vietnamese. Cells of one
// column with the same Class have the same fault.
type Wrong struct{ Class, Text, Fix string }

func (w *Wrong) Error() string { return w.Text }

// wrong makes a Wrong that has no value in its text, which is then its class.
func wrong(text, fix string) *Wrong { return &Wrong{text, text, fix} }

// maxCell is the longest text that a cell of a spreadsheet can hold, in UTF-16
// units; a longer one in a CSV file is a lost quotation mark.
const maxCell = 32767

// newText makes a text cell of text that came from outside. A declared legacy is decoded;
// another one is a fault.
func newText(s string, declared vi.Legacy) Cell {
	if isTidy(s) {
		c := Cell{Text: s}
		if s != "" {
			c.Kind = Text
			if len(s) > maxCell || strings.ContainsAny(s, "?&") {
				c.Wrong = dirt(s)
			}
		}
		return c
	}
	if len(s) > 4*maxCell { // too long in any letters; not worth composing
		return Cell{Kind: Text, Text: start(s) + "...", Wrong: tooLong(utf8.RuneCountInString(s))}
	}
	if declared != "" && !strings.ContainsFunc(s, isUnicodeOnly) {
		s = declared.Decode(s)
	}
	c := Cell{Wrong: dirt(s)}
	c.Lines = tidy(vi.VietnameseD(vi.NFC(s)))
	c.Text = strings.ReplaceAll(c.Lines, "\n", " ")
	if c.Text == c.Lines {
		c.Lines = ""
	}
	if c.Text == "" {
		return Cell{}
	}
	c.Kind = Text
	return c
}

// isUnicodeOnly tells letters with marks that no old encoding stores as one Western letter.
func isUnicodeOnly(r rune) bool {
	return 0x1ea0 <= r && r <= 0x1eff || r == 'ă' || r == 'ơ' || r == 'ư'
}

// start gives the beginning of a text for a message.
func start(s string) string {
	r := []rune(s[:min(len(s), 240)])
	return string(r[:min(len(r), 60)])
}

// tidy makes text what it looks like: every run of spaces and tabs one space, line ends
// one each, none at the ends. Soft hyphens and zero-width characters, which nobody
// sees, are dropped.
func tidy(s string) string {
	last := ' '
	if !strings.ContainsFunc(s, func(r rune) bool {
		spare := r == ' ' && last == ' ' || r != ' ' && (unicode.IsSpace(r) || isInvisible(r))
		last = r
		return spare
	}) {
		return strings.TrimSuffix(s, " ")
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := rune(0)
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029:
			gap = '\n'
		case unicode.IsSpace(r):
			if gap != '\n' {
				gap = ' '
			}
		case isInvisible(r):
		default:
			if gap != 0 && b.Len() > 0 {
				b.WriteRune(gap)
			}
			gap = 0
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isTidy reports whether tidy changes nothing, for the usual short ASCII text.
func isTidy(s string) bool {
	space := true // a space here would be one too many
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c <= 0x1f || c >= 0x7f:
			return false
		default:
			space = false
		}
	}
	return s == "" || !space
}

// isInvisible tells the characters that pages and chat programs leave behind
// and that change nothing one can see.
func isInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// dirt says what makes a text unfit for a paper, nil if nothing.
func dirt(s string) *Wrong {
	if way := vi.LegacyOf(s); way != "" {
		return oldLetters(s, way)
	}
	for _, m := range markupLetter.FindAllString(s, -1) {
		if html.UnescapeString(m) != m {
			is := start(tidy(vi.NFC(html.UnescapeString(s))))
			return &Wrong{"mã HTML", fmt.Sprintf("có mã HTML %s thay cho chữ; đúng ra là %q", m, is), typeAgain}
		}
	}
	if vi.HasLostLetters(s) {
		return wrong("có chữ đã mất, thành dấu hỏi", "gõ lại bằng Unicode; dấu hỏi không cho biết chữ cũ")
	}
	units := 0
	for _, r := range s {
		units += utf16.RuneLen(r)
		switch {
		case r < 0x7f && r >= ' ':
		case r == unicode.ReplacementChar:
			return wrong("có chữ bị hỏng khi chuyển mã; kiểm tra bảng mã của tệp", typeAgain)
		case r == '\t' || r == '\n' || r == '\r' || r == '\v':
		case unicode.Is(unicode.Cc, r):
			return wrong(fmt.Sprintf("có ký tự điều khiển U+%04X", r), typeAgain)
		case unicode.Is(unicode.Co, r):
			return wrong(fmt.Sprintf("có ký tự riêng của phông chữ U+%04X; gõ lại bằng Unicode", r), typeAgain)
		case 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069:
			return wrong(fmt.Sprintf("có ký tự đổi chiều chữ U+%04X", r), typeAgain)
		}
	}
	if units > maxCell {
		return tooLong(units)
	}
	if word, letter, foreign := phrase.Stray(s); foreign {
		return &Wrong{"chữ lạ", fmt.Sprintf("chữ %q (U+%04X) trong %q là của bảng chữ cái khác, trông như chữ La-tinh", string(letter),
			letter, word), typeAgain}
	} else if word != "" {
		return &Wrong{"dấu lạc", fmt.Sprintf("dấu thanh trong %q đặt ở chữ %q", word, string(letter)), typeAgain}
	}
	return nil
}

// markupLetter finds letters and signs as web pages write them.
var markupLetter = pattern.New(`&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8});`)

const typeAgain = "gõ lại nội dung của ô"

func tooLong(n int) *Wrong {
	return &Wrong{"dài", fmt.Sprintf("dài %s ký tự, nhiều hơn một ô giữ được", vi.FormatInt(int64(n))), typeAgain}
}

// legacyNames are the ways of storing letters as messages name them.
var legacyNames = map[vi.Legacy]string{vi.VNI: "VNI", vi.TCVN3: "TCVN3 (ABC)", vi.Twice: "UTF-8 đọc nhầm thành mã phương Tây"}

// oldLetters is the fault of a text that is stored in an old way.
func oldLetters(s string, way vi.Legacy) *Wrong {
	w := &Wrong{
		Class: string(way), Text: "gõ bằng bảng mã " + legacyNames[way],
		Fix: fmt.Sprintf("chuyển sang Unicode, hoặc ghi \"encoding: %s\" cho danh sách", way),
	}
	if way == vi.Twice {
		w.Text = "chữ hỏng vì " + legacyNames[way]
	}
	if is := way.Decode(s); is != s {
		w.Text += fmt.Sprintf("; đúng ra là %q", start(tidy(is)))
	} else {
		w.Fix = "nhập lại từ tệp gốc; có chữ đã mất hẳn"
	}
	return w
}

// isCellError tells what a spreadsheet shows where a formula failed. Typed as
// text, or copied as values, it is no better.
func isCellError(s string) bool {
	if !strings.HasPrefix(s, "#") {
		return false
	}
	switch s {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
		"#CONNECT!", "#BUSY!", "#UNKNOWN!":
		return true
	}
	return strings.Trim(s, "#") == "" && len(s) > 2 // a column too narrow for its number, copied
}

// isDitto tells the signs that stand for what the cell above holds: nt, như trên, quotation
// marks and strokes, with dashes, stops and brackets around them.
func isDitto(s string) bool {
	const longest = 30 // bytes
	if len(s) > longest {
		return false
	}
	core := strings.ToLower(strings.Trim(s, "-–—.() "))
	switch core {
	case "nt", "n.t", "n/t", "như trên", "nêu trên", "đã nêu trên", "như dòng trên", "như hàng trên", "như mục trên", "tương tự",
		"tương tự trên", "như trên (nt)", "//", ",,", "↑":
		return true
	}
	return core != "" && strings.Trim(core, "\"'‘’“”„″〃 ") == ""
}

// ColumnName gives the letters of a column, from 0: A, B ... Z, AA.
func ColumnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// Place names a cell as Excel does: B7, Sheet1!B7, 'Danh sách'!B7. The column counts
// from 0, the row from 1.
func Place(sheet string, column, row int) string {
	return onSheet(sheet, fmt.Sprintf("%s%d", ColumnName(column), row))
}

// RowPlace is the name of a row: Sheet!7:7.
func RowPlace(sheet string, row int) string { return onSheet(sheet, fmt.Sprintf("%d:%d", row, row)) }

// onSheet puts the name of a sheet before a place on it, in quotes where it is no plain word.
func onSheet(sheet, at string) string {
	switch {
	case sheet == "":
		return at
	case strings.ContainsFunc(sheet, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' }) ||
		unicode.IsDigit(rune(sheet[0])):
		return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + at
	}
	return sheet + "!" + at
}

// TextCell is a cell that holds a text, as one of a YAML list does.
func TextCell(s string) Cell { return newText(s, "") }
