package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// unitBefore is a unit of length at the end of a text: a raised 2 or 3 behind it is a power.
var unitBefore = pattern.New(`(?:^|[^\p{L}])(?:[kcdm]?m|dam|hm)$`)

// isPower reports whether run i of a paragraph is the raised 2 or 3 of m², km³.
func isPower(p *word.Paragraph, i int) bool {
	r := &p.Runs[i]
	return r.Face.Raised && (r.Text == "2" || r.Text == "3") && unitBefore.MatchString(textBefore(p, i))
}

// isDegree reports whether run i of a paragraph is the raised 0 or o that people write for the degree of 39 °C.
func isDegree(p *word.Paragraph, i int) bool {
	r := &p.Runs[i]
	if !r.Face.Raised || !slices.Contains([]string{"0", "o", "O"}, r.Text) || i+1 == len(p.Runs) {
		return false
	}
	before, behind := strings.TrimRight(textBefore(p, i), " "), strings.TrimLeft(textBehind(p, i), " ")
	return before != "" && unicode.IsDigit(rune(before[len(before)-1])) && celsius.MatchString(behind)
}

// celsius is the C of a degree: its word ends with it, as that of "C.ty" or "C1" does not.
var celsius = pattern.New(`^C(?:$|[^\p{L}\p{N}.]|\.(?:$|[^\p{L}\p{N}]))`)

// textBehind is the beginning of what stands behind run i of a paragraph.
func textBehind(p *word.Paragraph, i int) string {
	s := ""
	for k := i + 1; k < len(p.Runs) && len(s) < 8; k++ {
		s += p.Runs[k].Text
	}
	return s
}

// raisedText is the text of run i of a paragraph, with the raised letters that are signs of their own.
func raisedText(p *word.Paragraph, i int) string {
	text := p.Runs[i].Text
	switch {
	case isPower(p, i):
		return map[string]string{"2": "²", "3": "³"}[text]
	case isDegree(p, i):
		return "°"
	}
	return text
}

// textBefore is the end of what stands before run i of a paragraph.
func textBefore(p *word.Paragraph, i int) string {
	s := ""
	for k := i - 1; k >= 0 && len(s) < 8; k-- {
		s = p.Runs[k].Text + s
	}
	return s
}

// raised says once which raised and lowered letters become plain ones.
func (r *reader) raised(d *word.Document) {
	const most, blanks = 5, " \t\n" // most are named
	var shown []string
	var first *line
	numbers := make(map[*word.Paragraph]string) // of notes, at the heads of their texts
	for _, n := range d.Notes {
		if len(n.Blocks) > 0 {
			if p, ok := n.Blocks[0].(*word.Paragraph); ok {
				numbers[p] = n.Label
			}
		}
	}
	d.Each(func(p *word.Paragraph) {
		for i := range p.Runs {
			run := &p.Runs[i]
			text := tidy(clean(run.Text))
			if !run.Face.Raised && !run.Face.Lowered || text == "" || run.Note != nil || raisedText(p, i) != run.Text {
				continue
			}
			before := textBefore(p, i)
			if text == numbers[p] && tidy(before) == "" {
				continue
			}
			if strings.IndexAny(run.Text, blanks) == 0 {
				before = ""
			}
			whole := before[strings.LastIndexAny(before, blanks)+1:] + text
			if first == nil {
				first = &line{at: p.Number, text: tidy(clean(p.Text()))}
			}
			if whole = clean(whole); len(shown) < most && !slices.Contains(shown, whole) {
				shown = append(shown, whole)
			}
		}
	})
	if first == nil {
		return
	}
	r.say(first, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: shown[0],
		Message: "chữ nâng lên hay hạ xuống ghi thành chữ thường: " + quote(strings.Join(shown, "”, “")), Fix: "xem lại các chỗ này",
	})
}
