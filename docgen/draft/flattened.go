package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// tocStyle is the style of a line of contents.
var tocStyle = pattern.New(`(?i)^toc ?[1-9]$`)

// flattened says once each what a line of text cannot show: words that are struck through, the shape of
// formulas, fields that nobody filled, and numbers of pages that were the draft's.
func (r *reader) flattened(d *word.Document) {
	formula, contents := false, false
	var struck, unfilled noticed
	d.Each(func(p *word.Paragraph) {
		l := func() *line { return &line{at: p.Number, text: tidy(clean(p.Text()))} }
		if len(p.Runs) > 0 && !contents && tocStyle.MatchString(p.Style) {
			contents = true
			r.say(l(), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleForm,
				Message: "mục lục của Word ghi số trang của bản nháp; văn bản dàn trang lại, số trang có thể khác",
				Fix:     "sửa số trang theo bản in, hoặc bỏ mục lục",
			})
		}
		for i := range p.Runs {
			run := &p.Runs[i]
			if text := struckFrom(p, i); text != "" {
				struck.add(l, text)
			}
			if field := unfilledField(run); field != "" {
				unfilled.add(l, field)
			}
			if run.Formula && !formula {
				formula = true
				r.say(l(), diag.Diagnostic{
					Level: diag.Info, Rule: ruleForm, Message: "công thức ghi thành một dòng chữ", Fix: "xem lại dấu ngoặc, số mũ, dấu căn",
				})
			}
		}
	})
	if struck.first != nil {
		r.say(struck.first, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: struck.words[0],
			Message: "chữ gạch ngang " + struck.String() + " in thành chữ thường",
			Fix:     "xóa các chữ gạch ngang, hoặc bỏ dấu gạch nếu giữ chữ",
		})
	}
	if unfilled.first != nil {
		r.say(unfilled.first, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: unfilled.words[0],
			Message: "chỗ điền " + unfilled.String() + " chưa được điền, in nguyên văn",
			Fix:     "điền vào bản nháp, hoặc điền mẫu Word bằng vanban fill",
		})
	}
}

// noticed are words that one finding names, at the line of the first.
type noticed struct {
	first *line
	words []string
}

func (n *noticed) add(l func() *line, words string) {
	if n.first == nil {
		n.first = l()
	}
	if !slices.Contains(n.words, words) {
		n.words = append(n.words, words)
	}
}

// String names the first few of the words, and says how many more there are.
func (n *noticed) String() string {
	const most = 5
	more := ""
	if len(n.words) > most {
		more = fmt.Sprintf(" và %d chỗ khác", len(n.words)-most)
	}
	return quote(strings.Join(n.words[:min(most, len(n.words))], "”, “")) + more
}

// struckFrom is the text that is struck through from run i of a paragraph on, where it begins there; empty for none.
func struckFrom(p *word.Paragraph, i int) string {
	if !p.Runs[i].Face.Strike || i > 0 && p.Runs[i-1].Face.Strike {
		return ""
	}
	var b strings.Builder
	for ; i < len(p.Runs) && p.Runs[i].Face.Strike; i++ {
		b.WriteString(p.Runs[i].Text)
	}
	return tidy(clean(b.String()))
}

// mergeField is a field of a form letter, as Word shows it before it is filled: its name has a sign or a capital inside it,
// «HoTen», «Ho_ten». One word in such quotes, «Kiều», is a title.
var mergeField = pattern.New(`«(?:[^»\s]{0,40}_[^»\s]{0,40}|[A-Za-z]{0,40}(?:[a-z][A-Z]|[0-9])[A-Za-z0-9]{0,40})»`)

// unfilledField gives what stands in a run for what nobody has filled in: the words that ask for it, empty for none.
func unfilledField(run *word.Run) string {
	if text := tidy(clean(run.Text)); run.Waits && strings.ContainsFunc(text, unicode.IsLetter) {
		return text
	}
	return mergeField.FindString(run.Text)
}
