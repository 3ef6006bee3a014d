package decree

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// TestBounds: what rules of a pack allow, how they say it, and defaults out of their bounds.
func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		rule  ruleFile
		says  string // "!": the rule itself is refused
		fits  []string
		fails []string
	}{
		{ruleFile{Min: "20", Max: "25", Value: "20"}, "từ 20 mm đến 25 mm", []string{"20", "25"}, []string{"19.99", "25,01"}},
		{ruleFile{Min: "20"}, "ít nhất 20 mm", []string{"20", "900"}, []string{"19.99"}},
		{ruleFile{Max: "25"}, "nhiều nhất 25 mm", []string{"0", "25"}, []string{"25.01"}},
		{ruleFile{Min: "20", Max: "20"}, "đúng 20 mm", []string{"20"}, []string{"19", "21"}},
		{ruleFile{Any: []string{"13", "14"}, Value: "13"}, "13 mm hoặc 14 mm", []string{"13", "14"}, []string{"13.5", "0"}},
		{ruleFile{}, "", []string{"0", "1000000"}, nil},
		{ruleFile{Min: "20", Value: "19"}, "!", nil, nil},
		{ruleFile{Max: "20", Value: "21"}, "!", nil, nil},
		{ruleFile{Any: []string{"13"}, Value: "14"}, "!", nil, nil},
		{ruleFile{Any: []string{"x"}}, "!", nil, nil},
		{ruleFile{Max: "1000000.01"}, "!", nil, nil},
		{ruleFile{Style: "x"}, "!", nil, nil},
	} {
		tt.rule.Unit = millimetre
		r, err := tt.rule.rule("", "")
		if (err != nil) != (tt.says == "!") || err == nil && r.Bounds() != tt.says {
			t.Errorf("%+v: %v, %v", tt.rule, r, err)
			continue
		}
		for fits, texts := range map[bool][]string{true: tt.fits, false: tt.fails} {
			for _, text := range texts {
				if q, err := parseQuantity(text, millimetre); err != nil || r.Allows(q) != fits {
					t.Errorf("%s, %s: %v, %v", tt.says, text, !fits, err)
				}
			}
		}
	}
}

// TestSetFigure: fields of a profile take figures of their own units alone.
func TestSetFigure(t *testing.T) {
	for _, tt := range []struct {
		field any
		takes []unit
	}{
		{new(doc.Length), []unit{millimetre, point}}, {new(Face), []unit{point}}, {new(share), []unit{percent}},
	} {
		for _, u := range []unit{millimetre, point, percent, noUnit} {
			err := setFigure(reflect.ValueOf(tt.field).Elem(), &Rule{}, quantity{1300, u})
			takes := false
			for _, own := range tt.takes {
				takes = takes || own == u
			}
			if (err == nil) != takes || takes && reflect.ValueOf(tt.field).Elem().IsZero() {
				t.Errorf("%T of %q: %v", tt.field, u, err)
			}
		}
	}
	var c doc.Color
	for words, fails := range map[string]bool{"#ff0000": false, "00ff00": false, "1000000": true, "đỏ": true, "": true} {
		if err := setFigure(reflect.ValueOf(&c).Elem(), &Rule{Words: words}, quantity{}); (err != nil) != fails {
			t.Errorf("colour %q: %v", words, err)
		}
	}
	if c, err := 0, setFigure(reflect.ValueOf(new(int)).Elem(), &Rule{}, quantity{}); err == nil {
		t.Errorf("an int takes %d", c)
	}
}

// TestFill: papers take from the office's file what they leave out, and nothing else.
func TestFill(t *testing.T) {
	office := *Default()
	office.Office = &Office{
		Issuer:       &plan.Issuer{Superior: "Trên", Name: "Xã", Abbreviation: "UBND", Place: "Cẩm Hòa", NameLines: []string{"X", "ã"}},
		DraftingUnit: "VP", Signer: &plan.Signer{Name: "Thắng"}, FileCopy: []string{"VT"}, Contact: &plan.Contact{Fax: "1"},
	}
	bare := *Default()
	bare.Office = new(Office)
	own := plan.Issuer{Name: "Riêng", Abbreviation: "R"}
	for name, tt := range map[string]struct {
		p    *Profile
		n    plan.General
		want string
	}{
		"nothing":        {&office, plan.General{}, "Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng"},
		"a bare office":  {&bare, plan.General{}, "/[]//  "},
		"another issuer": {&office, plan.General{Header: plan.Header{Issuer: own}}, "/Riêng[]/R/Cẩm Hòa VP Thắng"},
		"own place": {&office, plan.General{Header: plan.Header{Issuer: plan.Issuer{Place: "Nơi", NameLines: []string{"L"}}}},
			"Trên/Xã[L]/UBND/Nơi VP Thắng"},
		"own unit": {&office, plan.General{Header: plan.Header{DraftingUnit: "KT"}}, "Trên/Xã[X ã]/UBND/Cẩm Hòa KT Thắng"},
		"own signer": {&office, plan.General{Footer: plan.Footer{Signer: &plan.Signer{Name: "An"}}},
			"Trên/Xã[X ã]/UBND/Cẩm Hòa VP An"},
		"own signers": {&office, plan.General{Footer: plan.Footer{Signers: []plan.Signer{{Name: "An"}, {Name: "Bé"}}}},
			"Trên/Xã[X ã]/UBND/Cẩm Hòa VP AnBé"},
		"recipients": {&office, plan.General{Footer: plan.Footer{Distribution: &plan.Distribution{}}},
			"Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng [VT]"},
		"own file copy": {&office, plan.General{Footer: plan.Footer{Distribution: &plan.Distribution{FileCopy: []string{"KT"}}}},
			"Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng [KT]"},
		"own line of copy": {&office, plan.General{Footer: plan.Footer{Distribution: &plan.Distribution{FileCopyLine: "Lưu: x."}}},
			"Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng []"},
		"a letter": {&office, plan.General{Header: plan.Header{Kind: "cong-van"}}, "Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng fax 1"},
		"a letter's own": {&office, plan.General{Header: plan.Header{Kind: "cong-van"},
			Footer: plan.Footer{Contact: &plan.Contact{Fax: "2"}}}, "Trên/Xã[X ã]/UBND/Cẩm Hòa VP Thắng fax 2"},
		"a letter, no fax":  {&bare, plan.General{Header: plan.Header{Kind: "cong-van"}}, "/[]//  "},
		"no profile at all": {nil, plan.General{}, "/[]//  "},
	} {
		tt.p.Fill(&tt.n)
		i := tt.n.Issuer
		got := fmt.Sprintf("%s/%s%s/%s/%s %s ", i.Superior, i.Name, i.NameLines, i.Abbreviation, i.Place, tt.n.DraftingUnit)
		for _, s := range tt.n.AllSigners() {
			got += s.Name
		}
		if d := tt.n.Distribution; d != nil {
			got += fmt.Sprint(" ", d.FileCopy)
		}
		if c := tt.n.Contact; c != nil {
			got += " fax " + c.Fax
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// TestUnits: words made of units alone, with a figure before them or none.
func TestUnits(t *testing.T) {
	for word, want := range map[string]bool{
		"đồng": true, "760.000đ/người": true, "đồng/người": true, "đồng/người/năm": true, "ĐỒNG/NGƯỜI": true, "km/giờ": true,
		"đồng/xã hội": false, "và/hoặc": false, "đồng/": false, "/người": false, "01/QĐ": false, "đồng/QĐ": false, "QĐ/người": false,
		"số/đồng/người": false,
	} {
		if LineWords().Units(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
}
