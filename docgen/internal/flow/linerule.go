package flow

// LineRule says how lines are broken, as some version of Word or LibreOffice does
// it. The zero value breaks them as Word's compatibility mode 14 does: a word that
// does not fit begins the next line.
//
// A word that does not fit is taken all the same, in justified paragraphs only, when the
// spaces of the line have to shrink for it by no more than Shrink, and when without it they
// would stretch at least Ratio times as far.
type LineRule struct {
	Name          string // in a profile: mode14, word15, libreoffice
	Compatibility int    // Word's compatibilityMode that breaks so; zero: 14
	Shrink        int    // in hundredths of the spaces on the line; zero: they never shrink
	Last          int    // Shrink of lines that end with the paragraph or before a line break
	More          bool   // further words are taken so, too; otherwise one at most a line
	Ratio         int    // in hundredths of the shrink; zero: however little they would stretch
	Slant         bool   // a line that ends in italics keeps a twelfth of their height free
	Glue          bool   // a word is taken so only when the last no-break space or hyphen in it, shrunk itself, fits without
}

// LineRules are the presets, the usual one first. Of the last lines of word15 it is only
// known that a shrink of 1.2 hundredths is taken and one of 20 is not.
func LineRules() []LineRule {
	return []LineRule{
		{Name: "mode14", Compatibility: 14},
		{Name: "word15", Compatibility: 15, Shrink: 25, Last: 5, Ratio: 200},
		{Name: "libreoffice", Compatibility: 15, Shrink: 25, Last: 25, More: true, Slant: true, Glue: true},
	}
}

// LineRuleOf finds a preset by its name; false: there is none.
func LineRuleOf(name string) (LineRule, bool) {
	for _, r := range LineRules() {
		if r.Name == name {
			return r, true
		}
	}
	return LineRule{}, false
}
