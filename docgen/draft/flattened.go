package draft

import (
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// flattened says once each what a line of text cannot show: words that are struck through, and the
// shape of formulas.
func (r *reader) flattened(d *word.Document) {
	struck, formula := false, false
	d.Each(func(p *word.Paragraph) {
		l := func() *line { return &line{at: p.Number, text: tidy(clean(p.Text()))} }
		for i := range p.Runs {
			run := &p.Runs[i]
			if text := tidy(clean(run.Text)); run.Face.Strike && text != "" && !struck {
				struck = true
				r.say(l(), diag.Diagnostic{
					Level: diag.Warning, Rule: ruleForm, Found: text, Message: "chữ gạch ngang " + quote(text) + " in thành chữ thường",
					Fix: "xóa các chữ gạch ngang, hoặc bỏ dấu gạch nếu giữ chữ",
				})
			}
			if run.Formula && !formula {
				formula = true
				r.say(l(), diag.Diagnostic{
					Level: diag.Info, Rule: ruleForm, Message: "công thức ghi thành một dòng chữ", Fix: "xem lại dấu ngoặc, số mũ, dấu căn",
				})
			}
		}
	})
}
