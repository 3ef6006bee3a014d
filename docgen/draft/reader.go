package draft

import (
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// reader holds what the reading of one draft finds out.
type reader struct {
	name   string
	doc    *word.Document // nil for plain text
	margin *word.Story    // the header of a page that holds the letterhead, nil for none
	lines  []line
	said   []string // lines in mixed case, for the case of names
	low    []string // the same in small letters
	// guessed: the name that decase wrote last has capitals that nothing in the draft shows.
	guessed bool

	kind   plan.Kind
	party  bool
	symbol string // as typed behind the number
	sign   string // between the two
	// numbered is the line of the number, nil for none.
	numbered *line
	head     plan.Header
	foot     plan.Footer
	agency   []item // lines of the letterhead's left side
	named    bool   // the motto stands on lines of its own below them
	sender   string // of a telegram
	numbers  int    // entries of the list of addressees or recipients at hand that had a number
	// chairman is the line that says that the chairman decides, nil for none.
	chairman *line
	dots     map[string]bool // lines of which it was said that blanks to be filled are dots
	goesOn   bool            // a subject in the letterhead has another line
	bare     int             // the line below a title without any formatting, 0 for none
	body     []line
	annexes  []annex
	attach   *annex

	// own are words that the program prints itself, as the draft has them.
	own []string
	// referred are the references of annexes, which the program prints itself too.
	referred []string
	known    words // of a reference, where own had knownOf entries
	knownOf  int
	parts    []Part
	found    diag.List
	notes    []*word.Note // in the order of their numbers
	noted    map[int]bool // numbers of those that stand behind a part
	// foreign is the paragraph from which another paper stands behind this one, 0 for none.
	foreign int
	// nested: it was said that a table stands in a cell.
	nested bool
	// extra are words besides those of the body: of headers and footers, where they are no numbers
	// of pages, and such as the paper needs and prints nowhere.
	extra []string
	album *album // nil for plain text
	rows  []row  // of the bodies, in order
}

// item is a line of the letterhead or the foot, with the side that it stands on.
type item struct {
	line
	side int // 0 left, 1 right, -1 over both
	cell int // number of its cell, 0 outside of tables
}

// itemsOf gives the lines of a table cell by cell, or the halves of a line.
func (r *reader) itemsOf(l *line) []item {
	if l.table != nil {
		return r.tableItems(l.table)
	}
	left, right, ok := halves(l.raw())
	if !ok {
		return []item{{line: *l, side: -1}}
	}
	var items []item
	for side, s := range []string{left, right} {
		if s == "" {
			continue
		}
		items = append(items, l.part(s, side))
	}
	return items
}

// raw is the text of a line with the blanks at its head.
func (l *line) raw() string {
	var b strings.Builder
	for _, s := range l.spans {
		b.WriteString(s.s)
	}
	return b.String()
}

// part is a part of a line that stands beside others.
func (l *line) part(s string, side int) item {
	half := *l
	half.text, half.spans = s, []span{{s: s, bold: l.bold, italic: l.italic}}
	return item{half, side, 0}
}

func (r *reader) tableItems(t *word.Table) []item {
	columns := 0
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			columns = max(columns, c.Column+c.Columns)
		}
	}
	var items []item
	cell := 0
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			cell++
			side := 0
			switch {
			case c.Columns >= columns && columns > 1:
				side = -1
			case 2*c.Column+c.Columns > columns:
				side = 1
			}
			w := wordLines{doc: r.doc}
			w.blocks(c.Blocks)
			for _, l := range w.lines {
				if l.table != nil {
					for _, inner := range r.tableItems(l.table) {
						items = append(items, item{inner.line, side, cell})
					}
					continue
				}
				items = append(items, item{l, side, cell})
			}
		}
	}
	return items
}

// take notes a part that was recognised.
func (r *reader) take(key, term string, c Confidence, l *line, why string) {
	p := Part{Key: key, Term: term, Confidence: c, Why: why}
	if l != nil {
		p.Place, p.Text, p.from = l.place(), l.text, l
	}
	for i := range r.parts {
		if r.parts[i].Key == key {
			r.parts[i].Confidence = min(r.parts[i].Confidence, c)
			if r.parts[i].Why == "" {
				r.parts[i].Why = why
			}
			return
		}
	}
	r.parts = append(r.parts, p)
}

// prints notes words that the program writes in the decree's form, and says so where that form is
// another.
func (r *reader) prints(l *line, typed, form string) {
	r.own = append(r.own, typed)
	if tidy(typed) == form {
		return
	}
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: typed, Expected: form,
		Message: "bản nháp ghi " + quote(typed) + ", văn bản in " + quote(form),
	})
}

// say notes a finding about a line.
func (r *reader) say(l *line, d diag.Diagnostic) {
	d.Pos.File = r.name
	l.locate(&d)
	r.found.Add(&d)
}

func quote(s string) string { return "“" + s + "”" }

// letters are the letters of a text alone, in small letters, for comparison with fixed words.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, vi.Fold(s))
}
