package decree

import (
	"flag"
	"fmt"
	"reflect"
	"strings"
)

var update = flag.Bool("update", false, "rewrite docs/decree.md")

// usedBy says where rules without a field of the profile are kept.
var usedBy = map[string]string{
	"title.attachment-letterhead": "`form/annex.go`",
	"body.chapter":                "`ParseScheme`",
	"body.article-number":         "`ParseScheme`",
	"body.section-number":         "`ParseScheme`",
	"body.clause-number":          "`ParseScheme`",
	"body.point-letter":           "`vi.Letter`",
	"foot.drafter":                "`foot.distribution-list`, whose line it ends",
	"annex.page-numbers":          "`form/annex.go`",
}

// provenBy names the test that holds the figures of a group in form.
var provenBy = map[string]string{
	"page":   "TestPage",
	"header": "TestHeadFigures, TestRulesOnThePage",
	"title":  "TestTitleFigures, TestRulesOnThePage",
	"body":   "TestBodyFigures",
	"table":  "TestCases",
	"foot":   "TestFootFigures",
	"mark":   "TestMarkFigures",
	"annex":  "TestAnnexFigures",
	"copy":   "TestCopyFigures", "contact": "TestMarkFigures",
}

// ruleTables is one table a pack.
func ruleTables() string {
	var b strings.Builder
	for _, p := range Packs() {
		fields := make(map[*Rule][]string)
		v := reflect.ValueOf(*p.base)
		for i := range v.NumField() {
			group := v.Type().Field(i)
			if group.Type.Kind() != reflect.Struct {
				continue
			}
			for j := range group.Type.NumField() {
				f := group.Type.Field(j)
				if id := f.Tag.Get("rule"); id != "" {
					r := p.effective(id)
					fields[r] = append(fields[r], "`"+group.Name+"."+f.Name+"`")
				}
			}
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s", p.ID, p.Title)
		if p.Provisional {
			b.WriteString(" (provisional: its text was not read)")
		}
		b.WriteString("\n\n| rule | what | clause | allowed | default | basis | used by | proven by |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n")
		for _, r := range p.Rules {
			short := strings.TrimPrefix(r.ID, p.Prefix+".")
			group, _, _ := strings.Cut(short, ".")
			used := strings.Join(fields[r], " ")
			if used == "" {
				used = usedBy[short]
			}
			proof := provenBy[group]
			if p.Provisional {
				proof = "TestPartyPack"
			}
			value := r.Value.String()
			if r.Words != "" {
				value = strings.TrimSpace(value + " “" + strings.ReplaceAll(r.Words, "|", "\\|") + "”")
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n",
				r.ID, r.Title, r.Clause, r.Bounds(), value, r.Basis, used, proof)
		}
	}
	b.WriteByte('\n')
	return b.String()
}
