package sheet

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// Type is what the cells of a column hold "kiểu dữ liệu của cột".
type Type string

// Types of columns. The empty value is TextType.
const (
	TextType   Type = "text"   // as it looks
	NumberType Type = "number" // 1.500 or 12,5
	MoneyType  Type = "money"  // whole đồng
	DateType   Type = "date"   // a full date, day first
	IDType     Type = "id"     // a number of an identity card: 9 or 12 digits
	PhoneType  Type = "phone"  // as it looks; a number that lost the zero before it is refused
)

// A Value is a cell read as its column's Type: a string, Decimal, plan.Money or
// Date. An empty cell is "" whatever the type, so that {{if .x}} asks for it. A text keeps
// its line ends.
type Value = any

// Decimal is a decimal number of a list: Units of 10^-Places.
type Decimal struct {
	Units  int64
	Places int
}

// String gives the number as papers write it, "1.234,5".
func (n Decimal) String() string { return vi.FormatDecimal(n.Units, n.Places) }

// Compare orders numbers; the result is as that of [cmp.Compare].
func (n Decimal) Compare(m Decimal) int {
	a, b := big.NewInt(n.Units), big.NewInt(m.Units)
	ten := big.NewInt(10)
	for range max(m.Places-n.Places, 0) {
		a.Mul(a, ten)
	}
	for range max(n.Places-m.Places, 0) {
		b.Mul(b, ten)
	}
	return a.Cmp(b)
}

// Date is a day of a list: a [plan.Date] that prints as papers write it.
type Date plan.Date

// String gives the date as papers write it in figures, "05/01/2026".
func (d Date) String() string { return vi.ShortDate(d.Year, d.Month, d.Day) }

// ISO gives the date as YAML writes it, "2026-01-05".
func (d Date) ISO() string { return plan.Date(d).String() }

// Read gives the value of a cell. old says that numbers count days from 1904. The error
// is a *Wrong.
func (t Type) Read(c Cell, old bool) (Value, error) {
	switch c.Kind {
	case Blank:
		return "", nil
	case Failed:
		return "", &Wrong{"báo lỗi", "ô báo lỗi " + c.Text, "sửa công thức, hoặc gõ thẳng giá trị"}
	case Unsaved:
		return "", wrong("ô có công thức chưa được tính", "mở tệp bằng chương trình bảng tính rồi lưu lại")
	case Merged:
		return "", wrong("ô gộp ngang qua nhiều cột", "bỏ gộp ô, hoặc xóa dòng này")
	}
	switch {
	case c.Wrong != nil:
		return "", c.Wrong
	case c.Traits&Struck != 0:
		return "", wrong("chữ trong ô bị gạch ngang", "xóa dòng hay chữ bị gạch, hoặc bỏ gạch ngang")
	case c.Kind == Text && isDitto(c.Text):
		return "", &Wrong{"lặp lại", "dấu lặp lại " + Quote(c.Text) + " không phải giá trị",
			"chép giá trị của ô trên xuống, hoặc ghi \"ditto: fill\" cho danh sách"}
	case c.Kind == Text && isQuoted(c.Text):
		return "", &Wrong{"dấu nháy", "ô mở đầu bằng dấu nháy " + c.Text[:1] + " còn lại từ bảng tính", "xóa dấu nháy ở đầu ô"}
	case c.Kind == Text && typedFormula.MatchString(c.Text):
		return "", &Wrong{"công thức", "ô ghi công thức " + Quote(c.Text) + ", không phải giá trị", "gõ thẳng giá trị"}
	case c.Kind == Text && isUnfilled(c.Text):
		return "", &Wrong{"chưa điền", "ô chỉ có dấu chấm " + Quote(c.Text), "điền ô này, hoặc để trống"}
	case c.Kind == Bool && t != TextType:
		return "", &Wrong{"đúng/sai", "ô ghi đúng/sai (" + c.Text + ")", "gõ giá trị của ô"}
	}
	switch t {
	case TextType:
		return readText(c)
	case NumberType:
		return readNumber(c)
	case MoneyType:
		return readMoney(c)
	case DateType:
		return readDate(c, old)
	case IDType:
		return readID(c)
	case PhoneType:
		return readPhone(c)
	}
	return "", fmt.Errorf("unknown column type %q", t)
}

// Plainly gives the type by which a cell that is read as text would look as papers write it: a
// number of four figures and more without points that is no year, a day that is not shown day
// first. Empty: it looks so already, or is read otherwise.
func (t Type) Plainly(c Cell) Type {
	switch {
	case t != TextType || c.Kind != Number:
	case c.Traits&FullDay != 0:
		if !dayFirst.MatchString(c.Text) {
			return DateType
		}
	case c.Traits == 0 && manyFigures.MatchString(c.Text) && !aYear.MatchString(c.Text):
		return NumberType
	}
	return ""
}

// IsYear reports whether a cell shows a year of these centuries and nothing else.
func IsYear(c Cell) bool { return aYear.MatchString(c.Text) }

// typedFormula finds a formula that was stored as text: =A1, ="0912", =-5; "=> đạt" is none.
var typedFormula = pattern.New(`^=[A-Za-z0-9"'(@$+-]`)

var (
	dayFirst    = pattern.New(`tháng|(?:^|[ ,])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$`)
	manyFigures = pattern.New(`^-?[1-9][0-9]{3,}$`) // a zero in front is that of a code
	aYear       = pattern.New(`^(?:19|20)[0-9]{2}$`)
)

// readText takes what a cell shows, with its line ends.
func readText(c Cell) (Value, error) {
	switch {
	case c.Kind == Number && longNumber.MatchString(c.Text), isShortened(c.Text):
		return "", &Wrong{"số dài", "số dài chỉ hiện " + c.Text, textAgain}
	case c.Kind == Number && isRounded(c.Raw):
		return "", &Wrong{"quá 15 chữ số", "số có hơn 15 chữ số, bảng tính đã làm tròn", textAgain}
	case c.Lines != "":
		return c.Lines, nil
	}
	return c.Text, nil
}

var (
	longNumber = pattern.New(`[0-9]E[+-]?[0-9]`)
	shortened  = pattern.New(`^[0-9]+(?:[.,][0-9]+[Ee]\+?|[Ee]\+)[0-9]+$`)
)

const textAgain = "định dạng ô là văn bản (Text) rồi gõ lại"

// isShortened tells a long number that a spreadsheet wrote as it showed it: 1,23E+11.
func isShortened(s string) bool {
	return strings.Trim(s, "0123456789.,+Ee") == "" && shortened.MatchString(s)
}

// isRounded reports whether a number has more figures before its point than a spreadsheet keeps.
func isRounded(raw string) bool {
	f, err := strconv.ParseFloat(raw, 64)
	return err == nil && math.Abs(f) >= 1e15
}

// isQuoted tells the mark by which spreadsheets know a number typed as text, where a program wrote it into the cell.
func isQuoted(s string) bool {
	return s[:min(len(s), 1)] == "'" && !strings.ContainsAny(s[1:], "'’")
}

// isUnfilled tells the dots that a form keeps where something is still to be written.
func isUnfilled(s string) bool {
	return (s[0] == '.' || s[0] == "…"[0] || s[0] == '_') && len(s) > 2 && strings.Trim(s, ".…_ ") == ""
}

// asShown refuses a number that shows otherwise than its value: as a day, a percentage, in
// thousands, with a word for thousands behind it.
func asShown(c Cell) error {
	switch {
	case c.Traits&Dated != 0:
		return &Wrong{"định dạng ngày", "ô định dạng ngày tháng, giá trị là số " + generalOf(c.Raw), "định dạng ô là số rồi gõ lại giá trị"}
	case c.Traits&Percent != 0:
		return &Wrong{"phần trăm", "ghi theo phần trăm", "gõ số không có dấu %, hoặc đổi kiểu của cột thành text"}
	case c.Traits&Scaled != 0:
		return &Wrong{"chia nghìn", "ô hiện " + c.Text + ", giá trị là " + generalOf(c.Raw), "đổi định dạng của ô để thấy đủ giá trị"}
	case scaleWord.MatchString(vi.Fold(c.Text)), !strings.ContainsAny(c.Text, "0123456789") && strings.Trim(c.Raw, "-0.") != "":
		return &Wrong{"đơn vị", "ô hiện " + Quote(c.Text) + ", giá trị là " + generalOf(c.Raw),
			"gõ số đầy đủ, hoặc đổi kiểu của cột thành text"}
	}
	return nil
}

// scaleWord finds words for thousands and more.
var scaleWord = pattern.New(`(?:^|[^\pL])(?:tr|triệu|ngh|nghìn|ngàn|k|tỷ|tỉ)(?:[^\pL]|$)`)

// generalOf shows a number without format.
func generalOf(raw string) string {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	return generalText(v)
}

var (
	errNotNumber = wrong("không phải một số", "gõ số bằng chữ số, ví dụ 1.500 hoặc 12,5")
	errTooLarge  = wrong("số quá lớn", "kiểm tra lại số")
)

// readNumber reads a number cell by its value, and text by the Vietnamese
// rule: stop between thousands, comma before decimals. A text that the English
// rule reads too, as another number, is refused.
func readNumber(c Cell) (Value, error) {
	text := c.Text
	if c.Kind == Number {
		if err := asShown(c); err != nil {
			return "", err
		}
		return decimal(c.Raw)
	}
	if strings.HasSuffix(text, "%") {
		return "", asShown(Cell{Traits: Percent})
	}
	n, err := decimal(plainNumber(text))
	if err != nil {
		return "", err
	}
	if whole, fraction, ok := threeBehindComma(text); ok {
		return "", &Wrong{"dấu phẩy", "không rõ dấu phẩy ngăn hàng nghìn hay phần thập phân",
			"gõ " + whole + "." + fraction + " hoặc bỏ bớt số 0"}
	}
	return n, nil
}

// threeBehindComma parts a number at its only comma where that may part thousands, as in 1,500.
func threeBehindComma(text string) (whole, fraction string, ok bool) {
	whole, fraction, ok = strings.Cut(text, ",")
	return whole, fraction, ok && len(fraction) == 3 && isGroup(whole) && !strings.Contains(text, ".")
}

// isGroup reports whether s could be the leading group of a number in groups of three.
func isGroup(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return 0 < len(s) && len(s) <= 3 && s[0] != '0'
}

var (
	figuresApart = pattern.New(`[0-9] +[0-9]`)
	spacedGroups = pattern.New(`^-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?$`)
)

// plainNumber gives a number as typed with a decimal point and no groups, or
// "" if it is typed in neither the Vietnamese nor the English way.
func plainNumber(s string) string {
	if figuresApart.MatchString(s) && !spacedGroups.MatchString(s) {
		return "" // "15 00" may be 1.500 or 15.000
	}
	s = strings.ReplaceAll(s, " ", "")
	group, point := ".", ","
	// "1,500,000" and "1,500.25" can only be English; "12.5" too, since a group has three digits.
	_, behind, comma := strings.Cut(s, ",")
	before, three, _ := strings.Cut(s, ".")
	if strings.ContainsAny(behind, ",.") || !comma && strings.Count(s, ".") == 1 && (len(three) != 3 || !isGroup(before)) {
		group, point = ",", "."
	}
	whole, fraction, hasPoint := strings.Cut(s, point)
	if hasPoint && fraction == "" {
		return ""
	}
	groups := strings.Split(whole, group)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && !isGroup(g) {
			return ""
		}
	}
	s = strings.Join(groups, "")
	if hasPoint {
		s += "." + fraction
	}
	if strings.Trim(strings.TrimPrefix(s, "-"), "0123456789.") != "" {
		return ""
	}
	return s
}

// decimal reads a number with a decimal point, exponents among them, as
// workbooks store it. Spreadsheets keep 15 figures: what stands behind is noise.
func decimal(s string) (Decimal, error) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && len(s) <= 15 {
		return Decimal{n, 0}, nil // most numbers
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return Decimal{}, errNotNumber
	}
	if math.Abs(f) >= 1e15 {
		return Decimal{}, errTooLarge
	}
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', 15, 64))
	if !ok {
		return Decimal{}, errNotNumber
	}
	for places := range 7 {
		if r.IsInt() {
			return Decimal{r.Num().Int64(), places}, nil
		}
		r.Mul(r, big.NewRat(10, 1))
	}
	return Decimal{}, wrong("có hơn 6 chữ số thập phân", "làm tròn số")
}

// currencies are the ways to write the unit of money.
var currencies = []string{"đồng", "đ", "VNĐ", "VND", "vnđ", "vnd", "₫", "Đ"}

// isCurrency reports whether the letters of a format say đồng, as in #,##0 "VNĐ" or "E+06"
// of a number too long to show.
func isCurrency(letters string) bool { return slices.Contains(currencies, letters) || letters == "E" }

// twoSigns finds money with both signs and three figures behind the last: 1.500,000 may be 1.500 or 1.500.000.
var twoSigns = pattern.New(`,.*\.[0-9]{3}$|\..*,[0-9]{3}$`)

// isForeign tells the signs of other currencies.
func isForeign(r rune) bool { return unicode.Is(unicode.Sc, r) && r != '₫' }

// readMoney reads whole đồng, with or without the unit behind.
func readMoney(c Cell) (Value, error) {
	text := c.Text
	if c.Kind == Number {
		if err := asShown(c); err != nil {
			return "", err
		}
		if unit := strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); unit != "" && !isCurrency(unit) ||
			strings.ContainsFunc(text, isForeign) {
			return "", &Wrong{"đơn vị", "ô hiện " + Quote(text) + ", không rõ có phải đồng",
				"đổi định dạng của ô, hoặc gõ số tiền bằng đồng"}
		}
		text = c.Raw
	} else {
		if strings.HasSuffix(text, "%") {
			return "", asShown(Cell{Traits: Percent})
		}
		for _, unit := range currencies {
			if rest, ok := strings.CutSuffix(text, unit); ok {
				text = strings.TrimSpace(rest)
				break
			}
		}
		whole, fraction, ok := threeBehindComma(text)
		switch {
		case ok:
			text = whole + fraction // money has no decimals: this comma parts thousands
		case twoSigns.MatchString(text):
			return "", wrong("dấu chấm, dấu phẩy lẫn lộn, không rõ dấu nào ngăn hàng nghìn", "gõ số tiền với dấu chấm, ví dụ 1.500.000")
		default:
			text = plainNumber(text)
		}
	}
	n, err := decimal(text)
	if errors.Is(err, errNotNumber) {
		return "", wrong("không phải một số tiền", "gõ số tiền bằng chữ số, ví dụ 1.500.000")
	}
	if err != nil {
		return "", err
	}
	if n.Places != 0 {
		bad := wrong("số tiền có phần lẻ dưới một đồng", "làm tròn đến đồng")
		if c.Kind == Number && !strings.Contains(c.Text, ",") { // its format hides that
			bad.Text += fmt.Sprintf(" (giá trị trong ô là %s)", strings.Replace(c.Raw, ".", ",", 1))
		}
		return "", bad
	}
	if n.Units < 0 {
		return "", wrong("số tiền âm", "kiểm tra lại số tiền")
	}
	return plan.Money(n.Units), nil
}

// Signs that are left out of the number of an identity card, and the ways to part a date.
var (
	idSigns   = strings.NewReplacer(" ", "", ".", "", "-", "")
	dateParts = strings.NewReplacer(" tháng ", "/", " năm ", "/", "-", "/", ".", "/", " ", "")
)

// readID reads the number of an identity card: số định danh cá nhân and thẻ
// căn cước have 12 digits, an old chứng minh nhân dân has 9.
func readID(c Cell) (Value, error) {
	text := idSigns.Replace(c.Text)
	if c.Kind == Number && strings.ContainsAny(text, "Ee+") {
		text = c.Raw
	}
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return "", wrong("số định danh có ký tự không phải chữ số", "gõ 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân)")
	}
	switch n := len(text); {
	case n == 9 || n == 12:
		return text, nil
	case n == 11 || n == 8 || n == 10 && c.Kind == Number:
		return "", &Wrong{"mất số 0", fmt.Sprintf("số định danh có %d chữ số; có lẽ đã mất số 0 ở đầu", n),
			"định dạng cột là văn bản (Text) rồi gõ lại"}
	default:
		return "", &Wrong{"số định danh", fmt.Sprintf("số định danh có %d chữ số", n),
			"gõ 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân)"}
	}
}

var errNotDate = wrong("không phải một ngày đầy đủ", "gõ ngày/tháng/năm, ví dụ 01/3/2026")

// readDate reads a date: of a number cell by its serial number, of text day
// first, or as 2026-03-01.
func readDate(c Cell, old bool) (Value, error) {
	if c.Kind == Number {
		return serialDate(c, old)
	}
	text, _, _ := strings.Cut(c.Text, " 00:00") // a time of midnight says nothing
	text, _, _ = strings.Cut(text, " 0:00")
	if d, ok := isoDate(text); ok {
		return checkDate(d)
	}
	for _, word := range []string{"ngày", "Ngày"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, word))
	}
	if strings.ContainsAny(text, "-. ") {
		text = dateParts.Replace(text)
	}
	parts := strings.Split(text, "/")
	if len(parts) != 3 {
		return "", errNotDate
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || p[0] == '+' || len(p) > 4 {
			return "", errNotDate
		}
		n[i] = v
	}
	if len(parts[0]) == 4 {
		return "", wrong("năm đứng trước ngày", "gõ ngày/tháng/năm, ví dụ 01/3/2026")
	}
	if len(parts[2]) == 2 {
		return "", wrong("năm chỉ có hai chữ số", "gõ đủ bốn chữ số của năm")
	}
	if n[1] > 12 && n[0] <= 12 {
		return "", &Wrong{"tháng", fmt.Sprintf("không có tháng %d", n[1]), "gõ ngày trước, tháng sau"}
	}
	return checkDate(Date{n[2], n[1], n[0]})
}

func isoDate(s string) (Date, bool) {
	if strings.IndexByte(s, '-') != len("2026") {
		return Date{}, false
	}
	t, err := time.Parse(time.DateOnly, strings.TrimSuffix(s, "T00:00:00"))
	if err != nil {
		return Date{}, false
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, true
}

// checkDate refuses days that no calendar has, and years that no paper bears.
func checkDate(d Date) (Value, error) {
	if d.Month == 0 || d.Day == 0 || !plan.Date(d).IsReal() {
		return "", &Wrong{"ngày", fmt.Sprintf("không có ngày %d tháng %d năm %d", d.Day, d.Month, d.Year), "kiểm tra lại ngày"}
	}
	if d.Year < 1900 || d.Year > 2199 {
		return "", &Wrong{"năm", fmt.Sprintf("năm %d ngoài khoảng 1900 đến 2199", d.Year), "kiểm tra lại năm"}
	}
	return d, nil
}

// serialDate gives the day that a number shows as.
func serialDate(c Cell, old bool) (Value, error) {
	if c.Traits&Dated == 0 {
		return "", &Wrong{"là số", "ô là số " + c.Text + ", không phải ngày", "định dạng ô là ngày tháng, hoặc gõ 01/3/2026"}
	}
	if c.Traits&FullDay == 0 {
		return "", &Wrong{"thiếu ngày", "ô chỉ hiện " + Quote(c.Text) + ", không đủ ngày, tháng, năm",
			"gõ đủ ngày, rồi định dạng ô là dd/mm/yyyy"}
	}
	least := 1.0
	if old {
		least = 0
	}
	f, err := strconv.ParseFloat(c.Raw, 64)
	if err != nil || f < least || f > 2958465 {
		return "", errNotDate
	}
	if int(f) == noDay && !old {
		return "", wrong("không có ngày 29 tháng 02 năm 1900", "kiểm tra lại ngày")
	}
	y, m, d := dayOf(int(f), old)
	return checkDate(Date{Year: y, Month: m, Day: d})
}
