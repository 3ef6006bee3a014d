package form

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// A closing mark takes the place of the sign before it, inside marks too; behind what
// ends in a blank or an address there is none, and a hint.
func TestEnded(t *testing.T) {
	for _, tt := range []struct {
		in   []doc.Inline
		want string
	}{
		{doc.T("Ngày sinh: ...."), "Ngày sinh: ...."},
		{[]doc.Inline{&doc.Strong{Inlines: doc.T("Nội dung:")}}, "Nội dung:"},
		{[]doc.Inline{&doc.Upright{Inlines: doc.T("v.v...")}}, "v.v..."},
		{[]doc.Inline{&doc.Text{S: "Tại "}, &doc.Link{URL: "https://a.vn", Inlines: doc.T("https://a.vn")}}, "Tại https://a.vn"},
		{[]doc.Inline{&doc.Text{S: "Tại "}, &doc.Link{URL: "https://a.vn", Inlines: doc.T("trang")}}, "Tại trang./."},
		{[]doc.Inline{&doc.Text{S: "Năm "}, &doc.Blank{Leader: '.'}}, "Năm "},
		{[]doc.Inline{&doc.Text{S: "Năm "}, &doc.Blank{Leader: '.', Value: "2026"}}, "Năm 2026./."},
		{[]doc.Inline{&doc.Text{S: "Năm "}, &doc.Blank{}}, "Năm ./."},
		{doc.T("Hết."), "Hết./."},
		{[]doc.Inline{&doc.Strong{Inlines: doc.T("Kết thúc.")}}, "Kết thúc./."},
		{[]doc.Inline{&doc.Text{S: "a "}, &doc.Emph{Inlines: []doc.Inline{&doc.Strong{Inlines: doc.T("b;")}}}}, "a b./."},
		{[]doc.Inline{&doc.Strong{}}, "./."},
		{nil, "./."},
	} {
		got := ""
		var add func(in []doc.Inline)
		add = func(in []doc.Inline) {
			for _, n := range in {
				switch n := n.(type) {
				case *doc.Text:
					got += n.S
				case *doc.Strong:
					add(n.Inlines)
				case *doc.Emph:
					add(n.Inlines)
				case *doc.Upright:
					add(n.Inlines)
				case *doc.Link:
					add(n.Inlines)
				case *doc.Blank:
					got += n.Value
				}
			}
		}
		f := loose()
		add(f.ended(&diag.Pos{}, tt.in, "./."))
		if got != tt.want || (len(f.found) == 0) != strings.HasSuffix(got, "./.") {
			t.Errorf("%q, want %q; %v", got, tt.want, f.found)
		}
		got = ""
		add(f.ended(&diag.Pos{}, tt.in, ";"))
		if want := strings.TrimSuffix(tt.want, "./.") + ";"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A reference into another paper of the document names that paper.
func TestReferenceAcross(t *testing.T) {
	main, annex, regulation := paper{}, paper{&doc.Annex{},
		"Phụ lục II"}, paper{&doc.Attachment{Parts: []doc.Part{&doc.Title{Kind: "Quy chế"}}}, "Quy chế ban hành kèm theo Quyết định này"}
	for _, tt := range []struct {
		from, to paper
		want     string
	}{
		{main, main, "Điều 1"}, {annex, annex, "Điều 1"},
		{main, annex, "Điều 1 Phụ lục II"},
		{main, regulation, "Điều 1 Quy chế ban hành kèm theo Quyết định này"},
		{annex, main, "Điều 1 Quyết định này"},
		{regulation, main, "Điều 1 Quyết định ban hành Quy chế này"},
	} {
		f := &former{main: "Quyết định", within: tt.from.part, mem: new(flow.Memory), scratch: new(scratch)}
		if got := f.said(target{name: "Điều 1", in: tt.to}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
		if got := f.said(target{name: "Phụ lục I", whole: true}); got != "Phụ lục I" {
			t.Errorf("an annex itself is said as %q", got)
		}
	}
}

// A reference to what has no number is a mistake, unless it has words of its own.
func TestReferenceUnnumbered(t *testing.T) {
	for _, tt := range []struct {
		target target
		known  bool
		words  []doc.Inline
		rule   string
	}{
		{target{name: "Điều 1"}, true, nil, ""},
		{target{name: "Điều 1"}, true, doc.T("như trên"), ""},
		{target{}, true, doc.T("như trên"), ""},
		{target{}, true, nil, ruleUnnumbered},
		{target{}, false, nil, ruleReference},
		{target{}, false, doc.T("như trên"), ruleReference},
	} {
		f := &former{p: decree.Default(), refs: map[string]*target{}, mem: new(flow.Memory), scratch: new(scratch)}
		if tt.known {
			f.refs["dich"] = &tt.target
		}
		f.reference(&diag.Pos{}, &doc.Ref{ID: "dich", Inlines: tt.words})
		rule := ""
		for _, d := range f.found {
			rule += d.Rule
		}
		if rule != tt.rule {
			t.Errorf("to %+v with %d words of its own: %v, want %q", tt.target, len(tt.words), f.found, tt.rule)
		}
	}
}

// A blank stays with the word before it: what stands between is a space that holds, "~" here, if it is a space.
func TestBlankHeld(t *testing.T) {
	blank := &doc.Blank{Width: doc.Millimetre}
	for want, in := range map[string][]doc.Inline{
		"số~_":   {&doc.Text{S: "số "}, blank},
		"(_":     {&doc.Text{S: "("}, blank},
		"_":      {blank},
		"_ đồng": {blank, &doc.Text{S: " đồng"}},
		"số __":  {&doc.Text{S: "số "}, &doc.Strong{Inlines: []doc.Inline{blank}}, blank},
		"a~_b~_": {&doc.Text{S: "a "}, blank, &doc.Text{S: "b "}, blank},
		"a  ~_":  {&doc.Text{S: "a   "}, blank},
	} {
		f := &former{p: decree.Default(), m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
		got := ""
		for _, n := range f.ready(&diag.Pos{}, in, false) {
			switch n := n.(type) {
			case *doc.Text:
				got += strings.ReplaceAll(n.S, noBreakSpace, "~")
			default:
				got += "_"
			}
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestBlankWidths: the parts of a number and date that are not known have the width of those in
// the letterhead; dots go to the end of the first line of a paragraph, or are 20 mm long
// where there is no room, or words behind them.
func TestBlankWidths(t *testing.T) {
	dots := func() *doc.Blank { return &doc.Blank{Leader: '.'} }
	prose := func(in ...doc.Inline) *doc.Prose { return &doc.Prose{Inlines: in} }
	p := decree.Default()
	const least = 20 * doc.Millimetre
	line := setup(p, false).TextWidth() - p.Body.Indent - 2*doc.Millimetre
	f, _ := apply(t, &doc.Document{Parts: []doc.Part{
		prose(&doc.Blank{Name: "reference.number"}, &doc.Blank{Name: "reference.day"}, &doc.Blank{Name: "reference.month"},
			&doc.Blank{Name: "reference.year"}),
		prose(&doc.Blank{Name: "a", Width: doc.Millimetre}, &doc.Blank{Name: "reference.day", Value: "05"}),
		prose(dots()),
		prose(&doc.Text{S: strings.Repeat("m", 60)}, dots()),
		prose(dots(), &doc.Text{S: " đồng"}),
		prose(&doc.Blank{Leader: '.', Width: doc.Millimetre}),
	}})
	var got []doc.Length
	for _, b := range flat(f.Sections[0]) {
		if p, ok := b.(*flow.Paragraph); ok {
			for _, in := range p.Inlines {
				if b, ok := in.(*doc.Blank); ok {
					got = append(got, b.Width)
				}
			}
		}
	}
	want := []doc.Length{p.Head.NumberBlank, p.Head.DayBlank, p.Head.DayBlank, p.Head.YearBlank, doc.Millimetre, 0, line, least, least,
		doc.Millimetre}
	if !slices.Equal(got, want) {
		t.Errorf("blanks are\n%v wide, want\n%v", got, want)
	}
}
