package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/plan/vi"
)

// softHyphen is printed at the end of a line alone. In fonts of TCVN3 it is the letter ư, and
// there Word writes it as a letter, LibreOffice as the element of that name.
const softHyphen = "\u00ad"

// encoding is how text is stored for a font from before Unicode.
type encoding struct {
	way      vi.Legacy
	capitals bool // the font draws small letters as capitals
}

// oldFont knows the fonts from before Unicode by their names, nil for others: .VnTime and its
// kin, of which .VnTimeH draws capitals, and VNI-Times and its kin.
func oldFont(name string) *encoding {
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(lower, ".vn"):
		return &encoding{vi.TCVN3, strings.HasSuffix(name, "H")}
	case strings.HasPrefix(lower, "vni-"), strings.HasPrefix(lower, "vni "):
		return &encoding{vi.VNI, false}
	}
	return nil
}

func (e *encoding) decode(s string) string {
	s = e.way.Decode(s)
	if e.capitals {
		s = vi.Upper(s)
	}
	return s
}

// isModern reports whether a text holds Vietnamese letters that no old encoding has: it was
// typed in Unicode, and the font is left over.
func isModern(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return 0x1ea0 <= r && r <= 0x1ef9 || 0x300 <= r && r <= 0x323 || strings.ContainsRune("ăđĩũơưĂĐĨŨƠƯ", r)
	})
}

// settle brings the letters of a paragraph's runs to what is printed, in NFC. It reports
// whether old fonts were met.
func (s *story) settle(p *Paragraph) (old bool) {
	for i := 0; i < len(p.Runs); {
		e, end := oldFont(s.fonts[i]), i+1
		if e == nil {
			i++
			continue
		}
		for end < len(p.Runs) {
			if next := oldFont(s.fonts[end]); next == nil || next.way != e.way {
				break
			}
			end++
		}
		old = decodeRuns(p.Runs[i:end], s.fonts[i:end]) || old
		i = end
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		if strings.Contains(r.Text, softHyphen) {
			r.Text = strings.ReplaceAll(r.Text, softHyphen, "")
		}
		if i > 0 {
			takeMarks(&p.Runs[i-1], r)
		}
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		if r.Text = vi.NFC(r.Text); r.Face.Caps {
			r.Text = vi.Upper(r.Text)
		}
	}
	return old
}

// decodeRuns turns runs of one old way into Unicode.
func decodeRuns(runs []Run, fonts []string) bool {
	for i := range runs {
		if isModern(runs[i].Text) {
			return false
		}
	}
	for i := 1; i < len(runs); i++ {
		joinPair(&runs[i-1], &runs[i])
	}
	changed := false
	for i := range runs {
		text := oldFont(fonts[i]).decode(runs[i].Text)
		changed = changed || text != runs[i].Text
		runs[i].Text = text
	}
	return changed
}

// joinPair brings a letter of VNI together that lies in two runs.
func joinPair(before, r *Run) {
	last, n := utf8.DecodeLastRuneInString(before.Text)
	first, size := utf8.DecodeRuneInString(r.Text)
	if n == 0 || size == 0 {
		return
	}
	if vi.VNI.Decode(string([]rune{last, first})) != vi.VNI.Decode(string(last))+vi.VNI.Decode(string(first)) {
		before.Text, r.Text = before.Text+r.Text[:size], r.Text[size:]
	}
}

// takeMarks moves marks that stand above the last letter of a run to that run.
func takeMarks(before, r *Run) {
	n := 0
	for i, c := range r.Text {
		if c < 0x300 || !unicode.Is(unicode.Mn, c) {
			break
		}
		n = i + utf8.RuneLen(c)
	}
	if n > 0 && before.Text != "" {
		before.Text, r.Text = before.Text+r.Text[:n], r.Text[n:]
	}
}
