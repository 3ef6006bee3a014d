package doc

import (
	"strings"
	"testing"
)

// TestWayToTheWrong: whichever field of a node holds what stands too deep, Inspect says so, and by which way.
func TestWayToTheWrong(t *testing.T) {
	text, entry, parts := T("a"), []Entry{{}}, []Part{&End{}}
	for _, tt := range []struct {
		way  string
		node any
	}{
		{"Number", &Letterhead{Number: &Number{}}}, {"Place", &Letterhead{Place: &PlaceDate{}}}, {"Subject[0]", &Letterhead{Subject: text}},
		{"Stamp", &Letterhead{Stamp: &Stamp{}}}, {"Subject[0]", &Title{Subject: text}}, {"Reference[0]", &Title{Reference: text}},
		{"Bases[0]", &Preamble{Bases: entry}}, {"Typed", &Division{Typed: &Typed{}}}, {"Title[0]", &Division{Title: text}},
		{"Text[0]", &Division{Text: text}}, {"Parts[0]", &Division{Parts: parts}}, {"Inlines[0]", &Prose{Inlines: text}},
		{"Caption[0]", &DataTable{Caption: text}}, {"Unit[0]", &DataTable{Unit: text}}, {"Rows[0]", &DataTable{Rows: make([]DataRow, 1)}},
		{"Picture", &Illustration{Picture: &Picture{}}}, {"Caption[0]", &Illustration{Caption: text}},
		{"Bars[0]", &Chart{Bars: make([]Bar, 1)}}, {"Signers[0]", &Foot{Signers: make([]Signer, 1)}},
		{"Distribution", &Foot{Distribution: &Distribution{}}}, {"Confirmation[0]", &Foot{Confirmation: text}},
		{"Title[0]", &Annex{Title: text}}, {"Note[0]", &Annex{Note: text}}, {"Reference[0]", &Annex{Reference: text}},
		{"Stamp", &Annex{Stamp: &Stamp{}}}, {"Parts[0]", &Annex{Parts: parts}}, {"Parts[0]", &Attachment{Parts: parts}},
		{"Number", &CopyBlock{Number: &Number{}}}, {"Place", &CopyBlock{Place: &PlaceDate{}}}, {"Foot", &CopyBlock{Foot: &Foot{}}},
		{"Lines[0]", &Certificate{Lines: make([]CertificateLine, 1)}}, {"Inlines[0]", &Strong{text}}, {"Inlines[0]", &Emph{text}},
		{"Inlines[0]", &Upright{text}}, {"Inlines[0]", &Label{text}}, {"Inlines[0]", &Note{Inlines: text}}, {"Inlines[0]", &Link{Inlines: text}},
		{"Inlines[0]", &Ref{Inlines: text}}, {"Parts[0]", &Document{Parts: parts}}, {"Inlines[0]", &Entry{Inlines: text}},
		{"Signature", &Signer{Signature: &Picture{}}}, {"Seal", &Signer{Seal: &Picture{}}}, {"To[0]", &Distribution{To: entry}},
		{"FileCopy[0]", &Distribution{FileCopy: text}}, {"Cells[0]", &DataRow{Cells: make([]DataCell, 1)}},
		{"Lines[1][0]", &DataCell{Lines: [][]Inline{nil, text}}}, {"Words[1][0]", &CertificateLine{Words: [][]Inline{nil, text}}},
		{"Picture", &CertificateLine{Picture: &Picture{}}},
	} {
		w := walk{visit: func(any) bool { return true }, depth: deepest}
		if w.inside(tt.node) || w.way != tt.way {
			t.Errorf("%T: %q, want %q", tt.node, w.way, tt.way)
		}
	}
	for letters, cut := range map[int]bool{119: false, 120: false, 121: true} {
		if got := shortened(strings.Repeat("x", letters)); strings.HasSuffix(got, "...") != cut || !cut && len(got) != letters {
			t.Errorf("%d letters: %q", letters, got)
		}
	}
}

// TestPlainText: the words of inlines, whatever looks they have, without footnotes.
func TestPlainText(t *testing.T) {
	for _, tt := range []struct {
		in   []Inline
		want string
	}{
		{nil, ""}, {T("a"), "a"}, {[]Inline{(*Text)(nil)}, ""}, {[]Inline{&Strong{T("a")}}, "a"}, {[]Inline{&LineBreak{}}, " "}, {[]Inline{&Tab{}}, " "},
		{[]Inline{&Blank{}}, "_"}, {[]Inline{&Blank{Value: "5"}}, "5"}, {[]Inline{&Text{S: "a"}, &Note{Inlines: T("b")}, &Emph{T("c")}}, "ac"},
	} {
		if got := PlainText(tt.in, "_"); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.in, got, tt.want)
		}
	}
}
