package batch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// unused names the columns that the job declares and nothing of it asks for, so that no paper shows them: neither a text of its
// documents, nor a field of its Word template, nor a key of its own. A hint: a list may be made for several jobs.
func (j *Job) unused(file *plan.File) (found diag.List) {
	for i := range j.Columns {
		c := &j.Columns[i]
		if j.uses(c) {
			continue
		}
		d := &diag.Diagnostic{Level: diag.Info, Rule: ruleUnused, Found: c.Heading,
			Message: fmt.Sprintf("cột %q có trong \"columns\" mà văn bản không dùng", c.Heading),
			Fix:     fmt.Sprintf("viết {{.%s}} vào chỗ cần in, hoặc bỏ cột này khỏi \"columns\"", c.Name)}
		if j.template != nil {
			lost := j.template.Unused(only(c.Heading))
			if len(lost) == 0 || len(j.template.Unused(only(c.Name))) == 0 {
				continue
			}
			d.Fix = fmt.Sprintf("viết {{%s}} vào chỗ cần điền của mẫu, hoặc bỏ cột này khỏi \"columns\"", c.Heading)
			if lost[0].Level == diag.Warning { // it has the name as words alone
				d = lost[0]
			}
		}
		d.Pos = file.Pos(fmt.Sprintf("columns[%d]", i))
		found.Add(d)
	}
	return found
}

// uses reports whether a key of the job or a text of its documents names a column.
func (j *Job) uses(c *column) bool {
	named := slices.Concat(j.Key, j.Proof, []string{j.GroupBy, j.Numbers.Column})
	for _, f := range j.Filter {
		named = append(named, f.Column)
	}
	for _, s := range j.Sort {
		named = append(named, s.Column)
	}
	if e, err := newExpr(j.Names, j.known(), namePart); err == nil { // else it is told later
		named = append(named, e.all...)
	}
	return c.Unique || len(c.Values) > 0 || sheet.IsRunning(c.Heading) || slices.Contains(named, c.Name) || j.writes(c)
}

// writes reports whether a text of the documents names a column.
func (j *Job) writes(c *column) bool {
	for _, m := range []*master{j.document, j.summary} {
		for n, e := range zero.Or(m).texts { // {{sum .rows "amount"}} too
			if slices.Contains(e.all, c.Name) || strings.Contains(n.Text(), `"`+c.Name+`"`) || strings.Contains(n.Text(), "`"+c.Name+"`") {
				return true
			}
		}
	}
	return false
}

// prints reports whether the papers show a column, in a text or in a field of the Word template.
func (j *Job) prints(c *column) bool {
	return j.writes(c) || j.template != nil && (len(j.template.Unused(only(c.Heading))) == 0 || len(j.template.Unused(only(c.Name))) == 0)
}

// only is data that has nothing but a name.
func only(name string) *fill.Data {
	d, _ := fill.NewData(map[string]any{name: "x"}, nil) // a text is no value that could be wrong
	return d
}
