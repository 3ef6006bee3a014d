package decree

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// TestFarFigures: a figure up to four times too small or too large can be had for a reason, one beyond cannot.
func TestFarFigures(t *testing.T) {
	for _, tt := range []struct {
		value, asked int64
		want         bool
	}{
		{1000, 250, false}, {1000, 249, true}, {1000, 4000, false}, {1000, 4001, true}, {0, 0, false}, {0, 100_00, false}, {0, 100_01, true},
	} {
		r := &Rule{Value: quantity{tt.value, millimetre}}
		if got := r.absurd(quantity{tt.asked, millimetre}); got != tt.want {
			t.Errorf("%d for %d: %t", tt.asked, tt.value, got)
		}
	}
	for _, tt := range []struct {
		text string
		unit unit
		ok   bool
	}{{"1", noUnit, false}, {"1.23", point, true}, {"1.234", point, false}, {"1.2300001", point, false}, {"1000000", point, true}, {"1000001", point, false}} {
		if q, err := parseQuantity(tt.text, tt.unit); (err == nil) != tt.ok {
			t.Errorf("%s: %v, %v", tt.text, q, err)
		}
	}
}

// TestPackExtends: a pack stands on the one that it names, and on no other.
func TestPackExtends(t *testing.T) {
	base := func() *Pack { return Default().Pack }
	for name, tt := range map[string]struct {
		f    packFile
		base func() *Pack
		says string
	}{
		"nothing": {packFile{Pack: "x", Prefix: "x", Extends: "y"}, nil, "not at hand"},
		"another": {packFile{Pack: "x", Prefix: "x", Extends: "y"}, base, "not at hand"},
		"this":    {packFile{Pack: "x", Prefix: "x", Extends: base().ID}, base, ""},
	} {
		p, err := tt.f.pack(tt.base)
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) || err == nil && p.extends != base() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestProfileUnreadable: a profile with a mistake of its own kind is none.
func TestProfileUnreadable(t *testing.T) {
	for src, want := range map[string]bool{
		"kind: profile\nversion: 1\n": true, "kind: profile\nversion: 1\nfigures: [{rule: body.text, value: \"13\", nothing: 1}]\n": false,
		"kind: ke-hoach\nversion: 1\n": false, "": false,
	} {
		if p, found := ParseProfile("p.yaml", []byte(src)); (p != nil) != want || found.HasErrors() == want {
			t.Errorf("%q: %v, %v", src, p != nil, found)
		}
	}
}

// TestBodyPitch: baselines stand at an exact distance where the office wants one, else by the size.
func TestBodyPitch(t *testing.T) {
	p := *Default()
	p.Body.Exact = 0
	if got := p.BodyPitch(14 * doc.Point).Twips(); got != 322 {
		t.Errorf("%d twips", got)
	}
	p.Body.Exact = 18 * doc.Point
	if got := p.BodyPitch(14 * doc.Point); got != 18*doc.Point {
		t.Errorf("%s", got)
	}
}

// TestSchemeEdges: what a level of a scheme may look like.
func TestSchemeEdges(t *testing.T) {
	for sign, ok := range map[string]bool{"-": true, "☐": true, "***": true, "****": false, "☐☐☐": true, "☐☐☐☐": false, "(-": false} {
		if _, err := ParseScheme([]string{sign}); (err == nil) != ok {
			t.Errorf("%q: %v", sign, err)
		}
	}
	for sign, want := range map[string]doc.Level{
		"1.1.": {Name: "khoản", Numeral: doc.Arabic, Suffix: ".", Chain: true}, "1.1.1": {Name: "khoản", Numeral: doc.Arabic, Chain: true},
		"a.a.": {Name: "điểm", Numeral: doc.Letter, Suffix: ".a.", Look: doc.ItemLook}, "1.2.": {Name: "khoản", Numeral: doc.Arabic, Suffix: ".2."},
	} {
		s, err := ParseScheme([]string{"1.", sign})
		if err != nil || s[1] != want {
			t.Errorf("%q: %+v, %v", sign, s, err)
		}
	}
	for text, want := range map[string]string{"09.": "09", "AZ)": "AZ", "az.": "az", "a/": "a", "1:": "1", "A@": "A", "A[": "A", "a`": "a", "a{": "a", "1": "1", "": ""} {
		if number, rest := cutNumber(text); number != want || number+rest != text {
			t.Errorf("%q is %q and %q", text, number, rest)
		}
	}
}
