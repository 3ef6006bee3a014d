package markup

import (
	"fmt"
	"unicode"

	"github.com/vanban-go/vanban/plan/diag"
)

// hint says of a marker that is written in an unusual way how it comes out: once for all lines that are written so.
func (p *parser) hint(l line, m marker) {
	rule, key, message := "", m.form, ""
	switch {
	case m.bullet:
		sign := fmt.Sprintf("dấu %q đầu dòng", m.mark)
		if unicode.Is(unicode.Co, first(m.mark)) {
			sign = "dấu đầu dòng của Word"
		}
		rule, key, message = RuleBullet, noForm, fmt.Sprintf("%s in thành %q", sign, p.printed(m))
	case m.glued:
		rule, message = RuleGlued, fmt.Sprintf("thiếu dấu cách sau %q, in như đã gõ", m.mark)
	case m.old && !p.o.OldForms:
		rule, message = RuleOldForm, fmt.Sprintf("%q là cách viết cũ, in như đã gõ", m.mark)
	default:
		return
	}
	for i := range p.hinted {
		if h := &p.hinted[i]; h.d.Rule == rule && h.form == key && (key != noForm || h.d.Message == message) {
			if h.more++; len(h.lines) < fewHinted {
				h.lines = append(h.lines, p.src.At(l.at).Line)
			}
			return
		}
	}
	p.hinted = append(p.hinted, hinted{key, p.add(l.at, diag.Info, rule, message, m.mark), 0, nil})
}

// fewHinted is how many more lines a hint names.
const fewHinted = 5

// hinted is a hint, and of how many more lines it is true, of markers of a form or of a bullet: the first of them.
type hinted struct {
	form  form
	d     *diag.Diagnostic
	more  int
	lines []int
}

// finishHints says of which other lines the hints are true.
func (p *parser) finishHints() {
	for _, h := range p.hinted {
		if h.more == 0 {
			continue
		}
		h.d.Message += "; cả ở dòng"
		for i, line := range h.lines {
			if i > 0 {
				h.d.Message += ","
			}
			h.d.Message += fmt.Sprintf(" %d", line)
		}
		if left := h.more - len(h.lines); left > 0 {
			h.d.Message += fmt.Sprintf(" và %d dòng nữa", left)
		}
	}
}
