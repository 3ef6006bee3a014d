package award

import (
	_ "embed" // of the forms
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

//go:embed forms.yaml
var formsSource []byte

// formSet is the yearly forms of one act of the ministry "bộ biểu thống kê".
type formSet struct {
	validity
	Issued string     `yaml:"issued"` // printed at the head of each form
	Due    string     `yaml:"due"`
	First  yearDay    `yaml:"first"` // of the period, in the year before
	Last   yearDay    `yaml:"last"`
	Forms  []formData `yaml:"forms"`
}

// yearFormsTerm is what messages call a set.
const yearFormsTerm = "mẫu, thời hạn của biểu thống kê 0601 đến 0605"

// yearDay is a day of every year.
type yearDay struct {
	Month int `yaml:"month"`
	Day   int `yaml:"day"`
}

func (d yearDay) in(year int) plan.Date { return plan.Date{Year: year, Month: d.Month, Day: d.Day} }

// formData is a form without its figures.
type formData struct {
	Of      string       `yaml:"of" values:"movements|state|province|own|bodies|staff"`
	Code    string       `yaml:"code"`
	Slug    string       `yaml:"slug"`
	Title   string       `yaml:"title"`
	Unit    string       `yaml:"unit"`
	Columns []formColumn `yaml:"columns"`
	Rows    []formRow    `yaml:"rows"`
}

type formColumn struct {
	Group  string    `yaml:"group"`
	Name   string    `yaml:"name"`
	Number string    `yaml:"number"`
	When   condition `yaml:"when"`
	Beside bool      `yaml:"beside"`              // shown only where it counts something
	Each   string    `yaml:"each" values:"award"` // a column for each that was given
}

type formRow struct {
	Code  string    `yaml:"code"`
	Name  string    `yaml:"name"`
	Unit  string    `yaml:"unit"`
	When  condition `yaml:"when"`
	Blank bool      `yaml:"blank"`
}

// builtinForms reads the sets of forms when they are first asked for. Nobody changes them.
var builtinForms = sync.OnceValue(func() []formSet {
	var data struct {
		Sets []formSet `yaml:"sets"`
	}
	read, found := record.Read("forms.yaml", formsSource)
	if !found.HasErrors() {
		found = read.Decode(&data)
	}
	if err := found.Err(); err != nil {
		panic(fmt.Errorf("yearly forms: %w", err))
	}
	return data.Sets
})

// formsOn returns the set that holds at the end of a period. Before the first one it is the
// first, and where the day is not known the last.
func formsOn(sets []formSet, day plan.Date) *formSet {
	on := len(sets) - 1
	for !day.IsZero() && on > 0 && day.Before(sets[on].From) {
		on--
	}
	return &sets[on]
}

// condition says which things a row or column counts: all of its words hold. None: every one.
type condition []fact

// fact is a word of a condition: what is asked of a thing, and the answers that fit.
type fact struct {
	of string
	in []string
}

// UnmarshalText reads a condition such as "kind=individual post=leader|direct age=31..40".
func (c *condition) UnmarshalText(text []byte) error {
	for word := range strings.FieldsSeq(string(text)) {
		of, in, ok := strings.Cut(word, "=")
		if !ok {
			return fmt.Errorf("%q is no condition", word)
		}
		*c = append(*c, fact{of, strings.Split(in, "|")})
	}
	return nil
}

// thing is something that a form counts: n of it, all with the same answers. It may have any of
// the posts of which nobody said whether it has them.
type thing struct {
	facts  map[string]string
	n      int
	unsaid []string
}

// may reports whether a thing is one that the condition asks for, or may be one for all that was
// said.
func (c condition) may(t *thing) bool {
	for i := range c {
		unsaid := c[i].of == "post" && slices.ContainsFunc(c[i].in, func(in string) bool { return slices.Contains(t.unsaid, in) })
		if !unsaid && !c[i:i+1].holds(t) {
			return false
		}
	}
	return true
}

// holds reports whether a thing is one that the condition asks for.
func (c condition) holds(t *thing) bool {
	for i := range c {
		is := t.facts[c[i].of]
		if !slices.ContainsFunc(c[i].in, func(in string) bool { return in == is || inRange(in, is) }) {
			return false
		}
	}
	return true
}

// inRange reports whether a number lies in a range such as 31..40, whose ends may be open.
func inRange(in, is string) bool {
	from, to, ok := strings.Cut(in, "..")
	n, err := strconv.Atoi(is)
	if !ok || err != nil {
		return false
	}
	least, err := strconv.Atoi(from)
	most, err2 := strconv.Atoi(to)
	return (from == "" || err == nil && least <= n) && (to == "" || err2 == nil && n <= most)
}

// counting counts the things of a row and a column; nothing where one may be of them, and nobody
// said so.
func counting(things []thing, row, column condition) string {
	n := 0
	for i := range things {
		switch t := &things[i]; {
		case row.holds(t) && column.holds(t):
			n += t.n
		case row.may(t) && column.may(t):
			return ""
		}
	}
	return strconv.Itoa(n)
}

// fill counts things into the cells of a form. Where nobody said what there is, all cells
// are empty.
func (d *formData) fill(set *formSet, things []thing, known bool) *YearForm {
	f := &YearForm{Code: d.Code, Slug: d.Slug, Title: d.Title, Unit: d.Unit}
	if d.Code != "" {
		f.Issued, f.Due = set.Issued, set.Due
	}
	columns := slices.DeleteFunc(slices.Clone(d.Columns), func(c formColumn) bool {
		return c.Beside && !slices.ContainsFunc(things, func(t thing) bool { return c.When.holds(&t) })
	})
	for i := range columns {
		f.Columns = append(f.Columns, yearColumn{columns[i].Group, columns[i].Name, columns[i].Number})
	}
	for i := range d.Rows {
		row := &d.Rows[i]
		r := yearRow{Name: row.Name, Code: row.Code, Unit: row.Unit}
		f.Units = f.Units || row.Unit != ""
		switch {
		case row.Code == "": // a heading
		case row.Blank || !known:
			r.Cells = make([]string, len(columns))
		default:
			for k := range columns {
				r.Cells = append(r.Cells, counting(things, row.When, columns[k].When))
			}
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}
