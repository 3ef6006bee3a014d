package plan_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// head is the head of a paper.
func head(kind, typ string, version int) plan.Header {
	return plan.Header{Kind: kind, Type: typ, Version: version}
}

func TestKindOf(t *testing.T) {
	own := &plan.Options{Kinds: []plan.Kind{
		{ID: "phieu-nhan", New: func(string) any { return new(slip) }},
		{ID: "ke-hoach", Types: []string{"a", "b"}, New: func(typ string) any {
			if typ == "" {
				return new(plan.General)
			}
			return new(plan.Plan)
		}},
	}}
	for _, tt := range []struct {
		name  string
		o     *plan.Options
		value any
		want  string // empty: none
	}{
		{"named", nil, &plan.Plan{Header: head("ke-hoach", "", 0)}, "ke-hoach"},
		{"of a type", nil, &plan.General{Header: head("ke-hoach", "general", 0)}, "ke-hoach"},
		{"not of a type", nil, &plan.General{Header: head("ke-hoach", "", 0)}, ""},
		{"of a type that there is not", nil, &plan.General{Header: head("thong-bao", "general", 0)}, ""},
		{"of another Go type", nil, &plan.Plan{Header: head("bao-cao", "", 0)}, ""},
		{"that there is not", nil, &plan.Plan{Header: head("bai-tho", "", 0)}, ""},
		{"not named", nil, new(plan.Plan), "ke-hoach"},
		{"not named, of a type", nil, new(plan.AwardDecision), "quyet-dinh"},
		{"not named, of its type", nil, &plan.AwardDecision{Header: head("", "khen-thuong", 0)}, "quyet-dinh"},
		{"not named, of another type", nil, &plan.AwardDecision{Header: head("", "khac", 0)}, ""},
		{"not named, one of many", nil, new(plan.General), ""},
		{"not named, of a type that one has", own, &plan.Plan{Header: head("", "b", 0)}, "ke-hoach"},
		{"no paper", nil, new(plan.Season), "season"},
		{"one's own", own, new(slip), "phieu-nhan"},
		{"one's own, named", own, &slip{Header: head("phieu-nhan", "", 1)}, "phieu-nhan"},
		{"one's own, without options", nil, new(slip), ""},
		{"built in, where it is not", own, new(plan.Season), ""},
		{"no file", nil, new(plan.Signer), ""},
		{"with a kind, but no file", nil, &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Household}}, ""},
		{"no pointer", nil, plan.Plan{}, ""},
		{"nothing", nil, nil, ""},
	} {
		if k, ok := tt.o.KindOf(tt.value); k.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %t", tt.name, k.ID, ok)
		}
	}
}

// TestOtherType: a value of a Go type that its kind and type do not make, and the type to write, if one does.
func TestOtherType(t *testing.T) {
	for _, tt := range []struct {
		value any
		fix   string
	}{
		{&plan.General{Header: head("ke-hoach", "", 1)}, `ghi "type" (kiểu nội dung) là "general"`},
		{&plan.AwardDecision{Header: head("quyet-dinh", "", 1)}, `ghi "type" (kiểu nội dung) là "khen-thuong"`},
		{&plan.Plan{Header: head("ke-hoach", "general", 1)}, ""},
		{&plan.Plan{Header: head("bao-cao", "", 1)}, ""},
	} {
		found := plan.Validate(tt.value)
		i := slices.IndexFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == plan.RuleKind && d.Pos.Path == "kind" })
		if i < 0 || found[i].Fix != tt.fix {
			t.Errorf("%T: %v", tt.value, found)
		}
	}
}

// TestUntypedHead: kind, version and type that the Go type says need not be given, and the
// value is not changed.
func TestUntypedHead(t *testing.T) {
	made := func() *plan.Plan {
		return &plan.Plan{
			Header: plan.Header{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND", Place: "Cẩm Hòa"},
				Subject: "Thi đua"},
			Body: "Nội dung.",
			Footer: plan.Footer{Signer: &plan.Signer{Position: "Chủ tịch", Name: "Nguyễn Văn An"},
				Distribution: &plan.Distribution{FileCopy: []string{"VT"}}},
		}
	}
	p := made()
	if found := plan.Validate(p); len(found) > 0 {
		t.Error(found)
	}
	out, err := plan.Marshal(p)
	if err != nil || !strings.HasPrefix(string(out), "kind: ke-hoach\nversion: 1\nissuer:") {
		t.Errorf("%s, %v", out, err)
	}
	if !reflect.DeepEqual(p, made()) {
		t.Errorf("changed to %+v", p)
	}
	if again, err := plan.Marshal(*p); err != nil || string(again) != string(out) {
		t.Errorf("a struct: %s, %v", again, err)
	}
	file := &plan.File{Value: p}
	if again, err := file.Marshal(); err != nil || string(again) != string(out) {
		t.Errorf("a file: %s, %v", again, err)
	}
	if out, err := plan.Marshal(new(plan.AwardDecision)); err != nil || string(out) != "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\n" {
		t.Errorf("%s, %v", out, err)
	}
	if out, err := plan.Marshal(&plan.General{Header: head("thong-bao", "", 0)}); err != nil ||
		string(out) != "kind: thong-bao\nversion: 1\n" {
		t.Errorf("%s, %v", out, err)
	}
	p.Version = 2
	if found := plan.Validate(p); len(found) != 1 || found[0].Rule != record.RuleVersion {
		t.Error(found)
	}
	// A part of a file is no file.
	if out, err := plan.Marshal(&plan.Signer{Name: "An"}); err != nil || string(out) != "name: An\n" {
		t.Errorf("%s, %v", out, err)
	}
}

// TestSeveralKinds: a Go type that serves several kinds must say which.
func TestSeveralKinds(t *testing.T) {
	g := &plan.General{Header: head("", "", 1)}
	found := plan.Validate(g)
	missing := 0
	for _, d := range found {
		if d.Pos.Path == "kind" {
			missing++
			if d.Rule != record.RuleMissing || !errors.Is(d, plan.ErrMissing) || !strings.Contains(d.Message, `thiếu "kind"`) ||
				!strings.Contains(d.Fix, "thong-bao, huong-dan") {
				t.Error(d)
			}
		}
	}
	if missing != 1 {
		t.Errorf("%d findings about the kind in %v", missing, found)
	}
	if out, err := plan.Marshal(g); !errors.Is(err, plan.ErrMissing) || !strings.Contains(err.Error(), "thong-bao") {
		t.Errorf("%s, %v", out, err)
	}
	// Of a Go type that no kind makes nothing is known.
	if out, err := plan.Marshal(new(slip)); err != nil || string(out) != "version: 1\n" {
		t.Errorf("%s, %v", out, err)
	}
}

// TestOwnKindIsValidated: a kind that was handed in takes the road of the built-in ones.
func TestOwnKindIsValidated(t *testing.T) {
	o := &plan.Options{Kinds: []plan.Kind{{ID: "phieu-nhan", Name: "Phiếu nhận", New: func(string) any { return new(slip) }}}}
	s := &slip{Header: plan.Header{Number: "1", Issuer: plan.Issuer{Name: "Bưu điện xã", Place: "Cẩm Hòa"}}, Parcels: []string{"Sách"}}
	if found := o.Validate(s); len(found) > 0 {
		t.Error(found)
	}
	// With a sample of the decree it is a paper that has the decree's components.
	sampled := &plan.Options{Kinds: []plan.Kind{{ID: "phieu-nhan", Sample: "1.4", New: o.Kinds[0].New}}}
	if found := sampled.Validate(s); !hasRule(found, plan.RuleNoDistribution) || !hasRule(found, plan.RuleNoAbbreviation) {
		t.Error(found)
	}
	if out, err := o.Marshal(s); err != nil || !strings.HasPrefix(string(out), "kind: phieu-nhan\nversion: 1\n") {
		t.Errorf("%s, %v", out, err)
	}
	if found := plan.Validate(&slip{Header: head("phieu-nhan", "", 1)}); !hasRule(found, plan.RuleKind) {
		t.Errorf("among the built-in kinds: %v", found)
	}
	if found := o.Validate(&plan.General{Header: head("thong-bao", "", 1)}); !hasRule(found, plan.RuleKind) {
		t.Errorf("a built-in kind: %v", found)
	}
	if found := o.Validate(&plan.General{Header: head("phieu-nhan", "", 1)}); !hasRule(found, plan.RuleKind) {
		t.Errorf("another Go type: %v", found)
	}
	// What would make it the right one.
	found := plan.Validate(&plan.AwardDecision{Header: head("quyet-dinh", "", 1)})
	for _, d := range found {
		if d.Rule == plan.RuleKind && d.Fix != `ghi "type" (kiểu nội dung) là "khen-thuong"` {
			t.Error(d)
		}
	}
	if !hasRule(found, plan.RuleKind) {
		t.Error(found)
	}
}

// TestKindOfAStandard: a paper that only the Party has follows the Party's rules.
func TestKindOfAStandard(t *testing.T) {
	for _, tt := range []struct {
		kind, standard string
		refused        bool
	}{
		{"ket-luan", "", false}, {"ket-luan", "hd05-2026", false}, {"thong-tri", "nd30-2020", true}, {"thong-bao", "nd30-2020",
			false}, {"thong-bao", "hd05-2026", false},
	} {
		n := &plan.General{Header: head(tt.kind, "", 1)}
		n.Standard = tt.standard
		found := plan.Validate(n)
		at := slices.IndexFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path == "standard" })
		if (at >= 0) != tt.refused || at >= 0 && found[at].Rule != plan.RuleConflict {
			t.Errorf("%s by %q: %v", tt.kind, tt.standard, found)
		}
		// Every named paper has the components that are asked for.
		if !hasRule(found, plan.RuleNoDistribution) {
			t.Errorf("%s: nothing said of nơi nhận: %v", tt.kind, found)
		}
	}
}

// TestNeedsOfTheParty: the Party's decisions are those of a collective, and its resolutions
// need no bases. The schema says the same.
func TestNeedsOfTheParty(t *testing.T) {
	for _, tt := range []struct{ kind, standard, missing string }{
		{"nghi-quyet", "", "decided_by legal_bases"}, {"nghi-quyet", "nd30-2020", "decided_by legal_bases"}, {"nghi-quyet",
			"hd05-2026", ""},
		{"quyet-dinh", "", "decided_by legal_bases"}, {"quyet-dinh", "hd05-2026", "legal_bases"},
	} {
		src := "kind: " + tt.kind + "\nversion: 1\nissuer: {name: Đảng ủy xã Cẩm Hòa, abbreviation: ĐU, place: Cẩm Hòa}\nsubject: về việc thử\n" +
			"body: Nội dung.\nsigner: {position: Bí thư, name: Lê Văn Thắng}\ndistribution: {to: [Các chi bộ]}\n"
		if tt.standard != "" {
			src += "standard: " + tt.standard + "\n"
		}
		_, found := plan.Parse("x.yaml", []byte(src))
		var missing []string
		for _, d := range found {
			missing = append(missing, d.Pos.Path)
		}
		if got := strings.Join(missing, " "); got != tt.missing {
			t.Errorf("%s by %q lacks %q, want %q", tt.kind, tt.standard, got, tt.missing)
		}
		if err := compile(t, tt.kind).Validate(asJSON(t, []byte(src))); (err == nil) != (tt.missing == "") {
			t.Errorf("%s by %q: the schema says %v", tt.kind, tt.standard, err)
		}
	}
}

func hasRule(found diag.List, rule string) bool {
	return slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == rule })
}
