package batch

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"

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
)

// A value is a cell read as its column's Type: a string, Number, plan.Money or
// Date. An empty cell is "" whatever the type, so that {{if .x}} asks for it.
type value = any

// Number is a decimal number of a list: Units of 10^-Places.
type Number struct {
	Units  int64
	Places int
}

// String gives the number as papers write it, "1.234,5".
func (n Number) String() string { return vi.FormatDecimal(n.Units, n.Places) }

// Date is a day of a list: a [plan.Date] that prints as papers write it.
type Date plan.Date

// String gives the date as papers write it in figures, "05/01/2026".
func (d Date) String() string { return vi.ShortDate(d.Year, d.Month, d.Day) }

// ISO gives the date as YAML writes it, "2026-01-05".
func (d Date) ISO() string { return plan.Date(d).String() }

// errCell is a cell that its column's type refuses: what is wrong and what
// would be right, both in Vietnamese.
type errCell struct{ wrong, fix string }

func (e *errCell) Error() string { return e.wrong }

// read gives the value of a cell. The error is an *errCell.
func (t Type) read(c cell, epoch1904 bool) (value, error) {
	switch c.kind {
	case blankCell:
		return "", nil
	case errorCell:
		return "", &errCell{"ô báo lỗi " + c.text, "sửa công thức, hoặc gõ thẳng giá trị"}
	case unsavedCell:
		return "", &errCell{"ô có công thức chưa được tính", "mở tệp bằng chương trình bảng tính rồi lưu lại"}
	case mergedCell:
		return "", &errCell{"ô gộp ngang qua nhiều cột", "bỏ gộp ô, hoặc loại dòng này bằng filter"}
	}
	if c.fix != "" {
		return "", &errCell{c.fix, "gõ lại nội dung của ô"}
	}
	if c.kind == boolCell && t != TextType {
		return "", &errCell{"ô ghi đúng/sai (" + c.text + ")", "gõ giá trị của ô"}
	}
	switch t {
	case TextType:
		return c.text, nil
	case NumberType:
		return readNumber(c)
	case MoneyType:
		return readMoney(c)
	case DateType:
		return readDate(c, epoch1904)
	case IDType:
		return readID(c)
	}
	return "", fmt.Errorf("unknown column type %q", t)
}

var (
	errNotNumber = &errCell{"không phải một số", "gõ số bằng chữ số, ví dụ 1.500 hoặc 12,5"}
	errTooLarge  = &errCell{"số quá lớn", "kiểm tra lại số"}
)

// readNumber reads a number cell by its value, and text by the Vietnamese
// rule: stop between thousands, comma before decimals. A text that the English
// rule reads too, as another number, is refused.
func readNumber(c cell) (value, error) {
	text := c.text
	if c.kind == numberCell {
		return decimal(c.raw)
	}
	if strings.HasSuffix(text, "%") {
		return "", &errCell{"ghi theo phần trăm", "gõ số không có dấu %"}
	}
	n, err := decimal(plainNumber(text))
	if err != nil {
		return "", err
	}
	if whole, fraction, ok := strings.Cut(text, ","); ok && len(fraction) == 3 && isGroup(whole) && !strings.Contains(text, ".") {
		return "", &errCell{"không rõ dấu phẩy ngăn hàng nghìn hay phần thập phân", "gõ " + whole + "." + fraction + " hoặc bỏ bớt số 0"}
	}
	return n, nil
}

// isGroup reports whether s could be the leading group of a number in groups of three.
func isGroup(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return 0 < len(s) && len(s) <= 3 && s[0] != '0'
}

// plainNumber gives a number as typed with a decimal point and no groups, or
// "" if it is typed in neither the Vietnamese nor the English way.
func plainNumber(s string) string {
	s = strings.ReplaceAll(s, " ", "")
	group, point := ".", ","
	// "1,500,000" and "1,500.25" can only be English; "12.5" too, since a group has three digits.
	if comma, stop := strings.Index(s, ","), strings.Index(s, "."); strings.Count(s, ",") > 1 && stop < 0 ||
		comma >= 0 && stop > comma ||
		comma < 0 && strings.Count(s, ".") == 1 && (len(s)-stop-1 != 3 || !isGroup(s[:stop])) {
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
func decimal(s string) (Number, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return Number{}, errNotNumber
	}
	if math.Abs(f) >= 1e15 {
		return Number{}, errTooLarge
	}
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', 15, 64))
	if !ok {
		return Number{}, errNotNumber
	}
	for places := range 7 {
		if r.IsInt() {
			return Number{r.Num().Int64(), places}, nil
		}
		r.Mul(r, big.NewRat(10, 1))
	}
	return Number{}, &errCell{"có hơn 6 chữ số thập phân", "làm tròn số"}
}

// readMoney reads whole đồng, with or without the unit behind.
func readMoney(c cell) (value, error) {
	text := c.text
	if c.kind == numberCell {
		if strings.HasSuffix(text, "%") {
			return "", &errCell{"ghi theo phần trăm", "gõ số tiền"}
		}
		text = c.raw
	} else {
		for _, unit := range []string{"đồng", "đ", "VNĐ", "VND", "vnđ", "vnd", "₫"} {
			if rest, ok := strings.CutSuffix(text, unit); ok {
				text = strings.TrimSpace(rest)
				break
			}
		}
		if whole, fraction, ok := strings.Cut(text, ","); ok && len(fraction) == 3 && isGroup(whole) && !strings.Contains(text, ".") {
			text = whole + fraction // money has no decimals: this comma parts thousands
		} else {
			text = plainNumber(text)
		}
	}
	n, err := decimal(text)
	if errors.Is(err, errNotNumber) {
		return "", &errCell{"không phải một số tiền", "gõ số tiền bằng chữ số, ví dụ 1.500.000"}
	}
	if err != nil {
		return "", err
	}
	if n.Places != 0 {
		return "", &errCell{"số tiền có phần lẻ dưới một đồng", "làm tròn đến đồng"}
	}
	if n.Units < 0 {
		return "", &errCell{"số tiền âm", "kiểm tra lại số tiền"}
	}
	return plan.Money(n.Units), nil
}

// readID reads the number of an identity card: số định danh cá nhân and thẻ
// căn cước have 12 digits, an old chứng minh nhân dân has 9.
func readID(c cell) (value, error) {
	text := strings.NewReplacer(" ", "", ".", "", "-", "").Replace(c.text)
	if c.kind == numberCell && strings.ContainsAny(text, "Ee+") {
		text = c.raw
	}
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return "", &errCell{"số định danh có ký tự không phải chữ số", "gõ 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân)"}
	}
	switch n := len(text); {
	case n == 9 || n == 12:
		return text, nil
	case n == 11 || n == 8 || n == 10 && c.kind == numberCell:
		return "", &errCell{fmt.Sprintf("số định danh có %d chữ số; có lẽ đã mất số 0 ở đầu", n), "định dạng cột là văn bản (Text) rồi gõ lại"}
	default:
		return "", &errCell{fmt.Sprintf("số định danh có %d chữ số", n), "gõ 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân)"}
	}
}

var errNotDate = &errCell{"không phải một ngày đầy đủ", "gõ ngày/tháng/năm, ví dụ 01/3/2026"}

// readDate reads a date: of a number cell by its serial number, of text day
// first, or as 2026-03-01.
func readDate(c cell, epoch1904 bool) (value, error) {
	if c.kind == numberCell {
		return serialDate(c, epoch1904)
	}
	text, _, _ := strings.Cut(c.text, " 00:00") // a time of midnight says nothing
	if d, ok := isoDate(text); ok {
		return checkDate(d)
	}
	for _, word := range []string{"ngày", "Ngày"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, word))
	}
	text = strings.NewReplacer(" tháng ", "/", " năm ", "/", "-", "/", ".", "/", " ", "").Replace(text)
	parts := strings.Split(text, "/")
	if len(parts) != 3 {
		return "", errNotDate
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || p == "" || p[0] == '+' || len(p) > 4 {
			return "", errNotDate
		}
		n[i] = v
	}
	if len(parts[2]) == 2 {
		return "", &errCell{"năm chỉ có hai chữ số", "gõ đủ bốn chữ số của năm"}
	}
	if n[1] > 12 && n[0] <= 12 {
		return "", &errCell{fmt.Sprintf("không có tháng %d", n[1]), "gõ ngày trước, tháng sau"}
	}
	return checkDate(Date{n[2], n[1], n[0]})
}

func isoDate(s string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, strings.TrimSuffix(s, "T00:00:00"))
	if err != nil {
		return Date{}, false
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, true
}

// checkDate refuses days that no calendar has, and years that no paper bears.
func checkDate(d Date) (value, error) {
	if d.Month == 0 || d.Day == 0 || !plan.Date(d).IsReal() {
		return "", &errCell{fmt.Sprintf("không có ngày %d tháng %d năm %d", d.Day, d.Month, d.Year), "kiểm tra lại ngày"}
	}
	if d.Year < 1900 || d.Year > 2199 {
		return "", &errCell{fmt.Sprintf("năm %d ngoài khoảng 1900 đến 2199", d.Year), "kiểm tra lại năm"}
	}
	return d, nil
}

// serialDate gives the day that a number shows as. A workbook counts days from
// 31/12/1899 and believes in 29/02/1900, or from 01/01/1904.
func serialDate(c cell, epoch1904 bool) (value, error) {
	if strings.Trim(c.text, "0123456789.,-+eE ") == "" && !looksLikeDate(c.text) {
		return "", &errCell{"ô là số " + c.text + ", không phải ngày", "định dạng ô là ngày tháng, hoặc gõ 01/3/2026"}
	}
	f, err := strconv.ParseFloat(c.raw, 64)
	if err != nil || f < 1 && !epoch1904 || f < 0 || f > 2958465 {
		return "", errNotDate
	}
	day := int(f)
	start := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case epoch1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case day == 60:
		return "", &errCell{"không có ngày 29 tháng 02 năm 1900", "kiểm tra lại ngày"}
	case day > 60:
		day--
	}
	t := start.AddDate(0, 0, day)
	return checkDate(Date{t.Year(), int(t.Month()), t.Day()})
}

// looksLikeDate tells 01-03-2026 and 01.03.2026 from numbers.
func looksLikeDate(s string) bool {
	for _, sign := range []string{"-", "."} {
		if parts := strings.Split(s, sign); len(parts) == 3 && len(parts[0]) > 0 && len(parts[0])+len(parts[2]) >= 5 && len(parts[1]) <= 2 {
			return true
		}
	}
	return false
}
