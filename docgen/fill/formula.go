package fill

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/plan"
)

// expr is a piece of a formula field { = ... }: a number, a field, or what is reckoned of others.
type expr struct {
	op    string // "" of a number and of a field
	value *big.Rat
	field *mergeField
	args  []*expr
}

// functions of Word's formulas with the least and the most they take; -1: any number.
var functions = map[string][2]int{
	"ABS": {1, 1}, "AND": {2, 2}, "AVERAGE": {1, -1}, "COUNT": {1, -1}, "FALSE": {0, 0}, "IF": {3, 3}, "INT": {1, 1}, "MAX": {1,
		-1}, "MIN": {1, -1},
	"MOD": {2, 2}, "NOT": {1, 1}, "OR": {2, 2}, "PRODUCT": {1, -1}, "ROUND": {2, 2}, "SIGN": {1, 1}, "SUM": {1, -1}, "TRUE": {0, 0},
}

// maxNested bounds how deep a formula goes.
const maxNested = 50

// formulaReader reads a formula of signs and fields.
type formulaReader struct {
	text   string // barrier for a field
	fields []*mergeField
	at     int
	depth  int
	inCall int
	semi   bool // arguments are parted by ;, so that a comma is one of a number
}

// formula reads what stands behind the sign of equality, up to the switches, which it gives as
// those of a MERGEFIELD.
func (f *mergeField) formula() (e *expr, switches merged, err error) {
	r := &formulaReader{}
	var b strings.Builder
	rest := &mergeField{at: f.at, instr: []said{{text: "= "}}}
	for _, p := range f.instr {
		if len(rest.instr) == 1 && p.field != nil {
			r.fields = append(r.fields, p.field)
			b.WriteString(barrier)
			continue
		}
		text := p.text
		if i := strings.IndexByte(text, '\\'); i >= 0 && len(rest.instr) == 1 {
			b.WriteString(text[:i])
			rest.instr = append(rest.instr, said{text: text[i:], format: p.format})
		} else if len(rest.instr) > 1 {
			rest.instr = append(rest.instr, p)
		} else {
			b.WriteString(text)
		}
	}
	r.text = strings.TrimPrefix(strings.TrimSpace(b.String()), "=")
	r.semi = strings.Contains(r.text, ";")
	e, err = r.compared()
	if r.blanks(); err == nil && r.at < len(r.text) {
		err = r.wrong()
	}
	return e, rest.merge(), err
}

func (r *formulaReader) wrong() error {
	s := strings.ReplaceAll(strings.TrimSpace(r.text[r.at:]), barrier, "…")
	if s == "" {
		return tmpl.Say("công thức thiếu vế ở cuối")
	}
	return tmpl.Say(fmt.Sprintf("công thức viết sai từ chỗ %q", words(s, 4)))
}

func (r *formulaReader) blanks() {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

// take goes on behind one of some signs, if it stands here.
func (r *formulaReader) take(signs ...string) string {
	r.blanks()
	for _, s := range signs {
		if strings.HasPrefix(r.text[r.at:], s) {
			r.at += len(s)
			return s
		}
	}
	return ""
}

// binary reads operands with signs of one rank between them.
func (r *formulaReader) binary(operand func() (*expr, error), signs ...string) (*expr, error) {
	left, err := operand()
	for err == nil {
		sign := r.take(signs...)
		if sign == "" {
			break
		}
		var right *expr
		right, err = operand()
		left = &expr{op: sign, args: []*expr{left, right}}
	}
	return left, err
}

func (r *formulaReader) compared() (*expr, error) {
	if r.depth++; r.depth > maxNested {
		return nil, tmpl.Say("công thức lồng quá sâu")
	}
	defer func() { r.depth-- }()
	return r.binary(r.sum, "<>", "<=", ">=", "=", "<", ">")
}

func (r *formulaReader) sum() (*expr, error)     { return r.binary(r.product, "+", "-", "–", "−") }
func (r *formulaReader) product() (*expr, error) { return r.binary(r.signed, "*", "/", "×", ":") }

func (r *formulaReader) signed() (*expr, error) {
	minus := false
	for sign := r.take("-", "+"); sign != ""; sign = r.take("-", "+") {
		minus = minus != (sign == "-")
	}
	e, err := r.binary(r.percent, "^")
	if minus {
		e = &expr{op: "-", args: []*expr{{value: new(big.Rat)}, e}}
	}
	return e, err
}

func (r *formulaReader) percent() (*expr, error) {
	e, err := r.single()
	for err == nil && r.take("%") != "" {
		e = &expr{op: "/", args: []*expr{e, {value: big.NewRat(100, 1)}}}
	}
	return e, err
}

// single reads a number, a field, what stands in brackets, or a function.
func (r *formulaReader) single() (*expr, error) {
	switch {
	case r.take(barrier) != "":
		e := &expr{field: r.fields[0]}
		r.fields = r.fields[1:]
		return e, nil
	case r.take("(") != "":
		e, err := r.compared()
		if err == nil && r.take(")") == "" {
			err = r.wrong()
		}
		return e, err
	}
	from := r.at
	for r.at < len(r.text) && (isDigit(r.text[r.at]) || r.text[r.at] == '.' || r.text[r.at] == ',' && (r.semi || r.inCall == 0)) {
		r.at++
	}
	if r.at > from {
		v, err := sheet.NumberType.Read(sheet.TextCell(r.text[from:r.at]), false)
		if err != nil {
			return nil, tmpl.Say(fmt.Sprintf("số %q trong công thức: %v", r.text[from:r.at], err))
		}
		return &expr{value: ratOf(v)}, nil
	}
	for r.at < len(r.text) && ('A' <= r.text[r.at]&^0x20 && r.text[r.at]&^0x20 <= 'Z' || isDigit(r.text[r.at]) ||
		r.text[r.at] == '_') {
		r.at++
	}
	name := strings.ToUpper(r.text[from:r.at])
	takes, known := functions[name]
	switch {
	case name == "":
		return nil, r.wrong()
	case !known:
		return nil, tmpl.Say(fmt.Sprintf("công thức dùng %q: ô của bảng và dấu trang chỉ Word tính được", r.text[from:r.at]))
	}
	return r.call(name, takes)
}

func (r *formulaReader) call(name string, takes [2]int) (*expr, error) {
	e := &expr{op: name}
	if r.take("(") != "" {
		r.inCall++
		defer func() { r.inCall-- }()
		for r.take(")") == "" {
			if len(e.args) > 0 && r.take(",", ";") == "" {
				return nil, r.wrong()
			}
			a, err := r.compared()
			if err != nil {
				return nil, err
			}
			e.args = append(e.args, a)
		}
	}
	if n := len(e.args); n < takes[0] || takes[1] >= 0 && n > takes[1] {
		return nil, tmpl.Say(fmt.Sprintf("hàm %s trong công thức có %d vế", name, n))
	}
	return e, nil
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// ratOf gives a number or an amount as a fraction, nil for another value.
func ratOf(v sheet.Value) *big.Rat {
	switch v := v.(type) {
	case sheet.Decimal:
		return new(big.Rat).SetFrac(big.NewInt(v.Units), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(v.Places)), nil))
	case plan.Money:
		return big.NewRat(int64(v), 1)
	}
	return nil
}

var errTooLarge = tmpl.Say("kết quả công thức quá lớn")

// maxBits bounds what is reckoned with.
const maxBits = 4096

func isHuge(v *big.Rat) bool { return v.Num().BitLen() > maxBits || v.Denom().BitLen() > maxBits }

// reckon gives what a formula comes to. number gives the value of a field.
func (e *expr) reckon(number func(*mergeField) (*big.Rat, error)) (*big.Rat, error) {
	switch {
	case e.value != nil:
		return e.value, nil
	case e.field != nil:
		return number(e.field)
	}
	args := make([]*big.Rat, len(e.args))
	for i, a := range e.args {
		v, err := a.reckon(number)
		if err != nil {
			return nil, err
		}
		if isHuge(v) {
			return nil, errTooLarge
		}
		args[i] = v
	}
	return reckonOp(e.op, args)
}

func reckonOp(op string, v []*big.Rat) (*big.Rat, error) {
	sum := new(big.Rat)
	switch op {
	case "+":
		return sum.Add(v[0], v[1]), nil
	case "-", "–", "−":
		return sum.Sub(v[0], v[1]), nil
	case "*", "×":
		return sum.Mul(v[0], v[1]), nil
	case "/", ":":
		if v[1].Sign() == 0 {
			return nil, tmpl.Say("công thức chia cho 0")
		}
		return sum.Quo(v[0], v[1]), nil
	case "^":
		return power(v[0], v[1])
	case "=", "<>", "<", "<=", ">", ">=":
		return truth(holds(strings.Replace(op, "<>", "!=", 1), v[0].Cmp(v[1]))), nil
	case "TRUE", "FALSE":
		return truth(op == "TRUE"), nil
	case "AND":
		return truth(v[0].Sign() != 0 && v[1].Sign() != 0), nil
	case "OR":
		return truth(v[0].Sign() != 0 || v[1].Sign() != 0), nil
	case "NOT":
		return truth(v[0].Sign() == 0), nil
	case "IF":
		if v[0].Sign() != 0 {
			return v[1], nil
		}
		return v[2], nil
	case "ABS":
		return sum.Abs(v[0]), nil
	case "SIGN":
		return big.NewRat(int64(v[0].Sign()), 1), nil
	case "INT":
		return floor(v[0]), nil
	case "MOD":
		if v[1].Sign() == 0 {
			return nil, tmpl.Say("công thức chia cho 0")
		}
		q := floor(sum.Quo(v[0], v[1]))
		return q.Sub(v[0], q.Mul(q, v[1])), nil
	case "ROUND":
		if !v[1].IsInt() || !v[1].Num().IsInt64() || v[1].Num().Int64() < -15 || v[1].Num().Int64() > 15 {
			return nil, tmpl.Say("hàm ROUND cần số chữ số từ -15 đến 15")
		}
		return rounded(v[0], int(v[1].Num().Int64())), nil
	case "COUNT":
		return big.NewRat(int64(len(v)), 1), nil
	case "MAX":
		return slices.MaxFunc(v, (*big.Rat).Cmp), nil
	case "MIN":
		return slices.MinFunc(v, (*big.Rat).Cmp), nil
	case "PRODUCT":
		sum.SetInt64(1)
		for _, a := range v {
			if isHuge(sum.Mul(sum, a)) {
				return nil, errTooLarge
			}
		}
		return sum, nil
	}
	for _, a := range v { // SUM and AVERAGE
		sum.Add(sum, a)
	}
	if op == "AVERAGE" {
		sum.Quo(sum, big.NewRat(int64(len(v)), 1))
	}
	return sum, nil
}

func truth(b bool) *big.Rat {
	if b {
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

func power(base, n *big.Rat) (*big.Rat, error) {
	if !n.IsInt() || !n.Num().IsInt64() || n.Num().Int64() < 0 || n.Num().Int64() > 64 {
		return nil, tmpl.Say("số mũ trong công thức phải là số nguyên từ 0 đến 64")
	}
	p := big.NewRat(1, 1)
	for range n.Num().Int64() {
		if isHuge(p.Mul(p, base)) {
			return nil, errTooLarge
		}
	}
	return p, nil
}

func floor(v *big.Rat) *big.Rat {
	q := new(big.Int).Div(v.Num(), v.Denom()) // the denominator is positive: it rounds down
	return new(big.Rat).SetInt(q)
}

// rounded rounds half away from nothing, to places behind the comma or, negative, before it.
func rounded(v *big.Rat, places int) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places < 0 {
		unit.Inv(unit)
	}
	half := floor(new(big.Rat).Add(new(big.Rat).Mul(new(big.Rat).Abs(v), unit), big.NewRat(1, 2)))
	if half.Quo(half, unit); v.Sign() < 0 {
		half.Neg(half)
	}
	return half
}

// decimalOf gives a fraction as a number with at most so many decimals.
func decimalOf(v *big.Rat, places int) (sheet.Decimal, error) {
	v = rounded(v, places)
	for n := 0; ; n++ {
		if !v.Num().IsInt64() {
			return sheet.Decimal{}, errTooLarge
		}
		if v.IsInt() {
			return sheet.Decimal{Units: v.Num().Int64(), Places: n}, nil
		}
		v = new(big.Rat).Mul(v, big.NewRat(10, 1))
	}
}

// formula gives what a formula field prints.
func (x *exec) formula(f *mergeField) []piece {
	e, m, err := f.formula()
	if err != nil {
		return nil // found before
	}
	bad := func(err error) []piece {
		x.add(f.at.finding(RuleValue, err.Error(), strings.ReplaceAll(f.text(), barrier, "…"),
			"sửa giá trị trong dữ liệu, hoặc sửa công thức trong mẫu"))
		return nil
	}
	v, err := e.reckon(func(inner *mergeField) (*big.Rat, error) {
		s := textOfPieces(x.evaluate(inner))
		if strings.TrimSpace(s) == "" {
			return new(big.Rat), nil // as Word has it
		}
		if v := ratOf(numberOf(strings.TrimSpace(s))); v != nil {
			return v, nil
		}
		return nil, tmpl.Say(fmt.Sprintf("công thức cần số, %s có giá trị %s", inner.named(), sheet.Quote(s)))
	})
	if err != nil {
		return bad(err)
	}
	places := 2 // what Word prints without a picture
	if m.number != "" {
		places = 6
	}
	d, err := decimalOf(v, places)
	if err != nil {
		return bad(err)
	}
	s, err := apply(m.formats(), d)
	if err != nil {
		return bad(err)
	}
	return []piece{{text: s, format: m.format(f)}}
}

// named is a field as a person finds it in the template.
func (f *mergeField) named() string {
	if f.command() == "MERGEFIELD" {
		if m := f.merge(); m.ref != nil {
			return m.ref.written()
		}
	}
	return "trường " + f.command()
}
