package lines

import (
	"github.com/vanban-go/vanban/docgen/doc"
)

// Rule says how lines are broken, as some version of Word or LibreOffice does
// it. The zero value breaks them as Word's compatibility mode 14 does: a word that
// does not fit begins the next line.
//
// A word that does not fit is taken all the same, in justified paragraphs only, when the
// spaces of the line have to shrink for it by no more than Shrink, and when without it they
// would stretch at least Ratio times as far.
type Rule struct {
	Name          string // in a profile: mode14, word15, libreoffice
	Compatibility int    // Word's compatibilityMode that breaks so; zero: 14
	Shrink        int    // in hundredths of the spaces on the line; zero: they never shrink
	Last          int    // Shrink of lines that end with the paragraph or before a line break
	More          bool   // further words are taken so, too; otherwise one at most a line
	Ratio         int    // in hundredths of the shrink; zero: however little they would stretch
	Slant         bool   // a line that ends in italics keeps a twelfth of their height free
	Glue          bool   // a word is taken so only when the last no-break space or hyphen in it, shrunk itself, fits without
}

// Rules are the presets, the usual one first. Of the last lines of word15 it is only
// known that a shrink of 1.2 hundredths is taken and one of 20 is not.
func Rules() []Rule {
	return []Rule{
		{Name: "mode14", Compatibility: 14},
		{Name: "word15", Compatibility: 15, Shrink: 25, Last: 5, Ratio: 200},
		{Name: "libreoffice", Compatibility: 15, Shrink: 25, Last: 25, More: true, Slant: true, Glue: true},
	}
}

// RuleOf finds a preset by its name; false: there is none.
func RuleOf(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.Name == name {
			return r, true
		}
	}
	return Rule{}, false
}

// Takes reports whether a word is taken onto a justified line that it is over, when
// all spaces then shrink. Without it the line is under, with fewer spaces. The last line is
// one that ends with the paragraph or before a line break.
func (r *Rule) Takes(over, spaces, under, fewer doc.Length, last bool) bool {
	most := r.Shrink
	if last {
		most = r.Last
	}
	return 100*over <= doc.Length(most)*spaces && (r.Ratio == 0 || under*spaces*100 >= doc.Length(r.Ratio)*over*fewer)
}

// Reaches reports whether Takes may still take what is over the line so far.
func (r *Rule) Reaches(over, spaces Units) bool {
	return r.Shrink > 0 && 100*over <= Units(r.Shrink)*spaces
}

// Shrunk is how wide a no-break space or hyphen is where it alone shrinks.
func (r *Rule) Shrunk(width Units) Units { return width * Units(100-r.Shrink) / 100 }
