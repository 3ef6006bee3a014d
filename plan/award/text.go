package award

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// texts judges what the office wrote in its own words and the papers print: the end
// of the text is the program's, quotation marks are “ ”, and a title stands in them.
func (c *checker) texts() {
	c.text("reason", c.s.Reason)
	if s := c.s.Submission; s != nil {
		c.bases("submission.legal_bases", s.LegalBases)
	}
	if d := c.s.Decision; d != nil {
		c.bases("decision.legal_bases", d.LegalBases)
		c.text("decision.local_basis", d.LocalBasis)
		for i, by := range d.Executors {
			c.text(fmt.Sprintf("decision.executors[%d]", i), by)
		}
	}
	for i := range c.out.Results {
		r := &c.out.Results[i]
		c.text(at(r, "achievement"), r.Nominee.Achievement)
	}
}

func (c *checker) bases(path string, list []plan.LegalBasis) {
	for i := range list {
		c.text(fmt.Sprintf("%s[%d]", path, i), string(list[i].Text))
	}
}

// text judges one text.
func (c *checker) text(path, text string) {
	switch {
	case strings.HasSuffix(strings.TrimSpace(text), "./."):
		c.add(path, diag.Diagnostic{
			Rule: ruleText, Found: "./.", Message: `dấu "./." do chương trình ghi ở cuối văn bản`, Fix: "xóa dấu này",
			Edit: diag.Edit{Old: "./.", New: ""},
		})
	case strings.ContainsRune(text, '"'):
		c.add(path, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleText, Found: `"`, Expected: "“ ”", Message: "ngoặc kép thẳng; văn bản dùng “ ”",
		})
	}
	if !strings.Contains(text, "hiệu") {
		return
	}
	folded := vi.Fold(text)
	for i := range c.law.Awards {
		a := &c.law.Awards[i]
		if !a.IsTitle() {
			continue
		}
		if bare := "danh hiệu " + vi.Fold(a.Name); containsWord(folded, bare) {
			c.add(path, diag.Diagnostic{
				Level: diag.Warning, Rule: ruleText, Found: "danh hiệu " + a.Name, Expected: "danh hiệu “" + a.Name + "”",
				Edit:    diag.Edit{Old: "danh hiệu " + a.Name, New: "danh hiệu “" + a.Name + "”"},
				Message: fmt.Sprintf("tên danh hiệu đặt trong ngoặc kép: danh hiệu “%s”", a.Name),
			})
		}
	}
}
