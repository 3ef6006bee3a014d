package fill

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// refs are the names that a field and those in it ask for.
func (o *mergeOp) refs() (all []*ref) {
	var visit func(f *mergeField)
	visit = func(f *mergeField) {
		if f.command() == "MERGEFIELD" {
			if m := f.merge(); m.ref != nil {
				m.wants()
				all = append(all, m.ref)
			}
		}
		for _, p := range f.instr {
			if p.field != nil {
				visit(p.field)
			}
		}
	}
	visit(o.part.field)
	return all
}

// piece is a text, or something else of a run, with the properties of its run.
type piece struct {
	text, format string
	kid          *node
}

func (o *mergeOp) run(x *exec, _ *node) {
	for _, p := range x.evaluate(o.part.field) {
		switch {
		case p.kid != nil && isMark(p.kid):
			x.node(p.kid)
			continue
		case p.kid == nil && p.text == "":
			continue
		}
		x.out = append(x.out, "<"+o.w+"r>"+p.format...)
		if p.kid != nil {
			x.node(p.kid)
		} else {
			x.text(o.w, p.text)
		}
		x.out = append(x.out, "</"+o.w+"r>"...)
	}
}

// evaluate gives what a field prints.
func (x *exec) evaluate(f *mergeField) []piece {
	switch f.command() {
	case "MERGEFIELD":
		return x.mergeField(f)
	case formulaField:
		return x.formula(f)
	case "IF":
		args := f.operands()
		if len(args) < 4 {
			return nil // found before
		}
		if x.judge(args) {
			return x.pieces(args[3], f)
		}
		if len(args) > 4 && !strings.HasPrefix(args[4].plain(), `\*`) {
			return x.pieces(args[4], f)
		}
	case "NEXT":
		x.next()
	case "NEXTIF":
		if args := f.operands(); len(args) > 2 && x.judge(args) {
			x.next()
		}
	case "MERGEREC", "MERGESEQ":
		return []piece{{text: fmt.Sprint(x.record + 1), format: f.result}}
	}
	return nil
}

// next goes on to the next record of the data. Behind the last one all values are empty, as Word
// has it.
func (x *exec) next() {
	x.record++
	x.reached = max(x.reached, x.record)
	top := x.frame
	for top.up != nil {
		top = top.up
	}
	top.set = nil
	if x.record < len(x.data.records) {
		top.set = x.data.records[x.record]
	}
}

// pieces gives the text of an argument, each piece with its formatting.
func (x *exec) pieces(o operand, f *mergeField) (all []piece) {
	for _, p := range o {
		if p.field != nil {
			for _, inner := range x.evaluate(p.field) {
				inner.format = cmp.Or(inner.format, f.result)
				all = append(all, inner)
			}
			continue
		}
		all = append(all, piece{p.text, cmp.Or(p.format, f.result), p.kid})
	}
	return all
}

func (x *exec) textOf(o operand, f *mergeField) string {
	return textOfPieces(x.pieces(o, f))
}

// textOfPieces is their text without the formatting.
func textOfPieces(all []piece) string {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.text)
	}
	return b.String()
}

// judge judges the condition of IF and NEXTIF. A pattern with * and ? may stand on the right.
func (x *exec) judge(args []operand) bool {
	none := &mergeField{}
	left, sign, right := x.textOf(args[0], none), args[1].plain(), x.textOf(args[2], none)
	if sign == "<>" {
		sign = "!="
	}
	if (sign == "=" || sign == "!=") && strings.ContainsAny(right, "*?") {
		return matches(right, left) == (sign == "=")
	}
	return compare(left, sign, right)
}

// matches reports whether a text is like a pattern with * and ?. A regular expression of a pattern that a template makes
// as long as it likes would take the program down.
func matches(pattern, s string) bool {
	p, t := []rune(strings.ToLower(pattern)), []rune(strings.ToLower(s))
	i, j, star, mark := 0, 0, -1, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, mark = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// mergeField gives the value of a MERGEFIELD as its switches ask for.
func (x *exec) mergeField(f *mergeField) []piece {
	m := f.merge()
	if m.ref == nil {
		return nil
	}
	if x.record >= len(x.data.records) && x.lookup(m.ref.name) == nil {
		return nil // behind the last record
	}
	m.ref.formats = m.formats()
	s := x.value(m.ref)
	if s == "" {
		return nil
	}
	return []piece{{text: m.before + s + m.after, format: m.format(f)}}
}

// formats are what the switches ask for.
func (m merged) formats() (all []call) {
	if m.date != "" {
		all = append(all, call{"date", m.date})
	}
	if m.number != "" {
		all = append(all, call{"number", m.number})
	}
	for _, c := range m.cases {
		if c != charFormat {
			all = append(all, call{caseFormats[c], ""})
		}
	}
	return all
}

// format is the formatting that a value takes: that of the field's result, or of its first
// letter where a switch says so.
func (m merged) format(f *mergeField) string {
	if slices.Contains(m.cases, charFormat) {
		return f.instr[0].format
	}
	return f.result
}

const charFormat = "charformat"

var caseFormats = map[string]string{"upper": "upper", "lower": "lower", "firstcap": "first", "caps": capsFormat, "cardtext": "words"}
