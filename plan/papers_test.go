package plan

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// letter is a good công văn.
func letter() *General {
	return &General{
		Header: Header{Kind: "cong-van", Version: 1, Number: "5", Subject: "Mời họp", Date: Date{2026, 3, 15},
			Issuer: Issuer{Name: "Ủy ban nhân dân xã Cẩm Ngọc", Abbreviation: "UBND", Place: "Cẩm Ngọc"}, Addressees: []string{"Sở Nội vụ"}},
		Body:   "Nội dung.",
		Footer: Footer{Signer: &Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}, Distribution: &Distribution{FileCopy: []string{"VT"}}},
	}
}

// TestPaperChecks: what is found in a letter that is good but for one thing.
func TestPaperChecks(t *testing.T) {
	const degree, deputy, typed, years = ruleSignerDegree, ruleDeputy, ruleTypedAuthority, ruleYears
	signer := func(change func(*Signer)) func(*General) { return func(g *General) { change(g.Signer) } }
	post := func(position string) func(*General) { return signer(func(s *Signer) { s.Position = position }) }
	name := func(name string) func(*General) { return signer(func(s *Signer) { s.Name = name }) }
	body := func(text Prose) func(*General) { return func(g *General) { g.Body = text } }
	for _, tt := range []struct {
		name   string
		change func(*General)
		want   string
	}{
		{"good", func(*General) {}, ""},
		{"of the decree", func(g *General) { g.Standard = "nd30-2020" }, ""},
		{"of the Party", func(g *General) { g.Standard = partyStandard }, ""},
		{"no recipients", func(g *General) { g.Distribution = nil }, "distribution " + ruleNoDistribution + " Nghị định"},
		{"no recipients, of the decree by name", func(g *General) { g.Distribution, g.Standard = nil, "nd30-2020" },
			"distribution " + ruleNoDistribution + " Nghị định"},
		{"no recipients, of the Party", func(g *General) { g.Distribution, g.Standard = nil, partyStandard },
			"distribution " + ruleNoDistribution},
		{"no abbreviation", func(g *General) { g.Issuer.Abbreviation = " " }, "issuer.abbreviation " + ruleNoAbbreviation + " Nghị định"},
		{"no abbreviation, and no number", func(g *General) { g.Issuer.Abbreviation, g.NoNumber = "", true }, ""},
		{"no abbreviation, but a symbol", func(g *General) { g.Issuer.Abbreviation, g.Symbol = "", "UBND-VP" }, ""},
		{"no name of the signer", name(" "), "signer.name " + ruleNoSignerName},
		{"no name of the second signer", func(g *General) {
			g.Signers, g.Signer = []Signer{*g.Signer, {Position: "Thư ký"}}, nil
		}, "signers[1].name " + ruleNoSignerName},

		{"a degree", name("ThS. Lê Văn Thắng"), "signer.name " + degree + " Nghị định"},
		{"a degree, of the decree by name", func(g *General) { g.Signer.Name, g.Standard = "ThS. Lê Văn Thắng", "nd30-2020" },
			"signer.name " + degree + " Nghị định"},
		{"a degree, of the Party", func(g *General) { g.Signer.Name, g.Standard = "ThS. Lê Văn Thắng", partyStandard }, "signer.name " + degree},
		{"a degree in a school", func(g *General) {
			g.Signer.Name, g.Issuer.Name = "ThS. Lê Văn Thắng", "Trường Tiểu học Cẩm Ngọc"
		}, ""},
		{"a name that begins like a degree", name("Tsao Văn Thắng"), ""},
		{"a name in small letters", name("ths. lê văn thắng"), ""},
		{"an honorific", name("Ông Lê Văn Thắng"), "signer.name " + degree + " Nghị định"},
		{"a degree of the second signer", func(g *General) {
			g.Signers, g.Signer = []Signer{*g.Signer, {Position: "Thư ký", Name: "TS Lê Tám"}}, nil
		}, "signers[1].name " + degree + " Nghị định"},

		{"a mark in the post", post("KT. Chủ tịch"), "signer.position " + typed + " Nghị định"},
		{"a mark without a full stop", post("KT Chủ tịch"), "signer.position " + typed + " Nghị định"},
		{"a mark in capitals", post("Q. CHỦ TỊCH"), "signer.position " + typed + " Nghị định"},
		{"a word that begins like a mark", post("KTV"), ""},
		{"a post that begins like a mark", post("Quyền Chủ tịch"), ""},
		{"a short post", post("TLA"), ""},
		{"a word in capitals that begins like a mark", post("KTVT"), ""},
		{"a short mark", post("Q. A"), "signer.position " + typed + " Nghị định"},
		{"a deputy", post("Phó Chủ tịch"), "signer.position " + deputy + " Nghị định"},
		{"a deputy for the head", signer(func(s *Signer) {
			s.Position, s.Capacity, s.ActingFor = "Phó Chủ tịch", []Capacity{signKT}, []string{"Chủ tịch"}
		}), ""},
		{"a deputy by delegated authority", signer(func(s *Signer) {
			s.Position, s.Capacity, s.ActingFor = "Phó Chủ tịch", []Capacity{signTUQ}, []string{"Chủ tịch"}
		}), ""},
		{"an acting deputy", signer(func(s *Signer) { s.Position, s.Capacity = "Phó Chủ tịch", []Capacity{signQ} }), ""},
		{"a deputy by order", signer(func(s *Signer) {
			s.Position, s.Capacity, s.ActingFor = "Phó Chủ tịch", []Capacity{signTL}, []string{"Chủ tịch"}
		}), "signer.position " + deputy + " Nghị định"},
		{"a deputy for a collective", signer(func(s *Signer) {
			s.Position, s.Capacity, s.OnBehalfOf = "Phó Chủ tịch", []Capacity{TM}, "Ủy ban nhân dân"
		}), "signer.position " + deputy + " Nghị định"},
		{"a deputy for a collective of the Party", func(g *General) {
			g.Standard = partyStandard
			g.Signer.Position, g.Signer.Capacity, g.Signer.OnBehalfOf = "Phó Bí thư", []Capacity{TM}, "Đảng ủy"
		}, ""},
		{"a deputy in lines of one's own", signer(func(s *Signer) { s.Position, s.Lines = "Phó Chủ tịch", []string{"A"} }), ""},

		{"the acting mark last", signer(func(s *Signer) { s.Capacity, s.OnBehalfOf = []Capacity{TM, signQ}, "Ủy ban nhân dân" }), ""},
		{"the acting mark first", signer(func(s *Signer) {
			s.Capacity, s.OnBehalfOf = []Capacity{signQ, TM}, "Ủy ban nhân dân"
		}), "signer.capacity " + ruleConflict + "; signer.capacity " + ruleConflict},
		{"a mark twice", signer(func(s *Signer) { s.Capacity = []Capacity{signTL, signTL} }), "signer.capacity " + ruleConflict},
		{"for whom is missing", signer(func(s *Signer) {
			s.Capacity, s.OnBehalfOf = []Capacity{TM},
				" "
		}), "signer.on_behalf_of " + ruleMissing},
		{"for whom without the mark", signer(func(s *Signer) { s.OnBehalfOf = "A" }), "signer.on_behalf_of " + ruleConflict},
		{"no post", post(" "), "signer.position " + ruleMissing},
		{"no post, but lines", signer(func(s *Signer) { s.Position, s.Lines = "", []string{"A"} }), ""},
		{"a post to act for too many", signer(func(s *Signer) { s.Capacity, s.ActingFor = []Capacity{signKT}, []string{"A", "B"} }),
			"signer.acting_for " + ruleConflict},

		{"born in the year of the paper", body("Ông A, sinh năm 2026."), ""},
		{"born after the paper", body("Ông A, sinh năm 2027."), "body " + years},
		{"born as long ago as can be", body("Ông A, sinh năm 1906."), ""},
		{"born too long ago", body("Ông A, sinh năm 1905."), "body " + years},
		{"born, of a paper without a date", func(g *General) { g.Date, g.Body = Date{}, "Ông A, sinh năm 1905." }, ""},
		{"figures in another order", body("Năm 2062."), ""},
		{"figures of the date in another order", body("Trong năm 2062."), "body " + years},
		{"another year", body("Trong năm 2024."), ""},
		{"another year behind the words of the subject", func(g *General) {
			g.Subject, g.Body = "Tổng kết phong trào thi đua năm 2026", "Tổng kết phong trào thi đua năm 2025."
		}, "body " + years},
		{"another year, the subject has few words", func(g *General) {
			g.Subject, g.Body = "Thi đua năm 2026", "Thi đua năm 2025."
		}, ""},
		{"another year, the subject has two", func(g *General) {
			g.Subject, g.Body = "Tổng kết phong trào thi đua năm 2026 và năm 2027", "Tổng kết phong trào thi đua năm 2025."
		}, ""},
	} {
		g := letter()
		tt.change(g)
		var got []string
		for _, d := range Validate(g) {
			source, _, _ := strings.Cut(d.Source, " 30")
			got = append(got, strings.TrimSpace(d.Pos.Path+" "+d.Rule+" "+source))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, strings.Join(got, "; "), tt.want)
		}
	}
}

// TestOddValues: values whose kind or type is not one that there is, beside what else is wrong with them.
func TestOddValues(t *testing.T) {
	for _, tt := range []struct {
		name  string
		o     *Options
		value any
		want  string
	}{
		{"no kind and nothing else", nil, &General{}, "kind"},
		{"an unknown kind", nil, &General{Header: Header{Kind: "la"}}, "kind"},
		{"an unknown type", nil, &General{Header: Header{Kind: "cong-van", Type: "la"}}, "type"},
		{"of a kind without types", &Options{Kinds: []Kind{{ID: "la", New: func(string) any { return new(General) }}}},
			&General{Header: Header{Kind: "la", Type: "x"}}, "type"},
	} {
		missing, own := 0, ""
		for _, d := range tt.o.Validate(tt.value) {
			if d.Rule == ruleMissing {
				missing++
			}
			if d.Pos.Path == "kind" || d.Pos.Path == "type" {
				own += d.Pos.Path
			}
		}
		if missing < 3 || own != tt.want {
			t.Errorf("%s: %d missing, %s", tt.name, missing, own)
		}
	}
	crowd := &General{Footer: Footer{Signers: make([]Signer, mostSigners+1)}}
	if found := Validate(crowd); !slices.ContainsFunc(found,
		func(d *diag.Diagnostic) bool { return d.Pos.Path == "signers" && d.Rule == ruleValue }) {
		t.Errorf("too many signers of no kind: %v", found)
	}
	type loose struct {
		Kind string `yaml:"kind" vi:"loại"`
		Text string `yaml:"text" vi:"chữ"`
	}
	own := &Options{Kinds: []Kind{{ID: "la", New: func(string) any { return new(loose) }}}}
	if f, found := own.Parse("a.yaml", []byte("kind: la # x\ntext: a\n")); f.Value == nil {
		t.Errorf("a kind without a version: %v", found)
	} else {
		f.Value.(*loose).Text = "b"
		if b, err := f.Marshal(); err != nil || string(b) != "kind: la # x\ntext: b\n" {
			t.Errorf("a kind without a version: %s, %v", b, err)
		}
		f.Value = &struct{}{}
		if b, err := f.Marshal(); err == nil {
			t.Errorf("a value of another type: %s", b)
		}
	}
	if d := unknownType(Kind{ID: "la"}, "x"); d.Fix != "" {
		t.Errorf("a kind without types: %s", d.Fix)
	}
	if d := unknownType(Kind{ID: "la", Types: []string{"a", "b"}}, "x"); d.Fix != "bỏ trống, hoặc ghi một trong: a, b" {
		t.Errorf("a kind with types: %s", d.Fix)
	}
	if f := (&File{Name: "a", source: record.New("a", record.Node{}), Value: letter()}); true {
		if b, err := f.Marshal(); err != nil || !strings.HasPrefix(string(b), "kind: cong-van\n") {
			t.Errorf("a file without a text: %s, %v", b, err)
		}
	}
	o := &Options{Defaults: func(v any) {
		if g, ok := v.(*General); ok {
			g.Subject = "x"
		}
	}}
	for _, v := range []any{nil, 5, struct{}{}, (*General)(nil)} {
		if got := o.Complete(v); got != v {
			t.Errorf("%T is completed: %v", v, got)
		}
	}
	g := &General{}
	if got := o.Complete(g).(*General); got == g || got.Subject != "x" || g.Subject != "" {
		t.Errorf("completed: %+v", got)
	}
	if l := letter(); (*Options)(nil).Complete(l) != any(l) {
		t.Error("completed with nothing")
	}
}

// TestFilesMade: the places and letters of a file that was made of another, and of none.
func TestFilesMade(t *testing.T) {
	const src = "kind: cong-van\nversion: 1\nsubject: Mời họp\nbody: >\n  Một\n  hai ạ\naddressees: [A]\n"
	f, _ := Parse("a.yaml", []byte(src))
	g := f.Make("b.yaml", letter(), map[string]string{"body": "body", "subject": "subject"}, nil)
	all := func([]byte) bool { return true }
	for i, file := range []*File{f, g, {}, nil} {
		if got, want := file.Joined("body", all), []int{len("Một ")}; i < 2 && !slices.Equal(got, want) || i >= 2 && got != nil {
			t.Errorf("lines joined: %v", got)
		}
		if got := file.Joined("subject", all); got != nil {
			t.Errorf("lines joined of one: %v", got)
		}
	}
	for _, file := range []*File{f, g} {
		if p := file.Locate("body")(len("Một hai ")); p.Line != 6 || p.Column != 7 {
			t.Errorf("in %s: %v", file.Name, p)
		}
		n := 0
		for r, p := range file.Letters(func(r rune) bool { return r == 'ạ' }) {
			if n++; r != 'ạ' || p.Line != 6 || p.Column != 7 {
				t.Errorf("in %s: %c at %v", file.Name, r, p)
			}
		}
		if n != 1 {
			t.Errorf("in %s: %d letters", file.Name, n)
		}
		for range file.Letters(nil) {
			t.Error("a letter of none")
		}
	}
	if said, made := g.Making(); said != nil || !made {
		t.Errorf("made: %v", said)
	}
	for _, file := range []*File{nil, {}, f} {
		if said, made := file.Making(); said != nil || made {
			t.Errorf("%v is made", file)
		}
	}
	for range (&File{}).Letters(func(rune) bool { return true }) {
		t.Error("a letter of a file made in Go")
	}
	if p := (&File{Name: "c"}).Locate("body")(5); p.IsValid() {
		t.Errorf("of a file made in Go: %v", p)
	}
}

// TestSetEdges: what a set has, what its files name, and which kinds a field takes.
func TestSetEdges(t *testing.T) {
	files := fstest.MapFS{"a/ban-sao.yaml": {Data: []byte("kind: ban-sao\nversion: 1\noriginal: goc.yaml\n")},
		"a/goc.yaml":   {Data: []byte("kind: cong-van\nversion: 1\n")},
		"a/chu-ky.png": {Data: []byte("png")}}
	s, _ := Load(files, "a/ban-sao.yaml")
	f := s.File("a/ban-sao.yaml")
	if named := s.Named(f); len(named) != 1 || named[0].Name != "a/goc.yaml" {
		t.Fatalf("named: %v", named)
	}
	counted := NewSet(&File{Name: "r", Value: &Report{Plan: "p", Sections: []ReportSection{{Awards: &AwardReport{From: []string{"a", "a",
		"none", "r"}}}}}},
		&File{Name: "a", Value: &Season{Criteria: "r"}}, &File{Name: "p"})
	var names []string
	for _, g := range counted.Named(counted.File("r")) {
		names = append(names, g.Name)
	}
	if strings.Join(names, " ") != "p a" {
		t.Errorf("named twice, not there and in a ring: %v", names)
	}
	if b, err := s.ReadFile(f, "chu-ky.png"); err != nil || string(b) != "png" {
		t.Errorf("%s, %v", b, err)
	}
	for _, c := range []struct {
		s *Set
		f *File
	}{{nil, f}, {s, nil}, {NewSet(f), f}, {nil, nil}} {
		if _, err := c.s.ReadFile(c.f, "chu-ky.png"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v", err)
		}
	}
	if len(s.Named(nil)) != 0 || s.Target(nil, "original") != nil || s.Target(f, "original") == nil || s.Target(f, "none") != nil {
		t.Error("what is named")
	}
	fields := map[string]*record.Field{}
	for _, v := range []any{&Enclosure{Original: "a"}, &Season{Criteria: "a"}, &Report{Plan: "a"}} {
		for _, ref := range record.References(v) {
			fields[strings.Join(ref.Field.Refs(), "|")] = ref.Field
		}
	}
	for _, tt := range []struct {
		refs, kind string
		want       bool
	}{
		{"*", "cong-van", true}, {"*", "quyet-dinh", true}, {"*", "ban-sao", false}, {"*", "phu-luc", false}, {"*", "season", false},
		{"*", "criteria", false},
		{"ke-hoach", "ke-hoach", true}, {"ke-hoach", "cong-van", false}, {"criteria|ke-hoach", "criteria", true},
		{"criteria|ke-hoach", "ke-hoach", true}, {"criteria|ke-hoach", "season", false},
	} {
		k, err := kindOf((*Options)(nil).kinds(), tt.kind)
		if err != nil || fields[tt.refs] == nil {
			t.Fatalf("%s: %v, fields %v", tt.refs, err, fields)
		}
		if takes(fields[tt.refs], k) != tt.want {
			t.Errorf("a field of %s takes %s: %v", tt.refs, tt.kind, !tt.want)
		}
	}
}

// TestTableCells: rows whose cells fit the columns, also those that go over several.
func TestTableCells(t *testing.T) {
	cell := func(columns, rows int) Cell { return Cell{Text: "a", Columns: columns, Rows: rows} }
	two := []Column{{Title: "A"}, {Title: "B"}}
	for _, tt := range []struct {
		name string
		rows []Row
		want string
	}{
		{"none", nil, ""},
		{"one", []Row{{Cells: []Cell{cell(0, 0), cell(1, 1)}}}, ""},
		{"wide", []Row{{Cells: []Cell{cell(2, 0)}}}, ""},
		{"too wide", []Row{{Cells: []Cell{cell(3, 0)}}}, "rows[0] " + ruleTable},
		{"too few", []Row{{Cells: []Cell{cell(1, 0)}}}, "rows[0] " + ruleTable},
		{"too many", []Row{{Cells: []Cell{cell(1, 0), cell(1, 0), cell(1, 0)}}}, "rows[0] " + ruleTable},
		{"high", []Row{{Cells: []Cell{cell(1, 2), cell(1, 0)}}, {Cells: []Cell{cell(1, 0)}}}, ""},
		{"high on the right", []Row{{Cells: []Cell{cell(1, 0), cell(1, 2)}}, {Cells: []Cell{cell(1, 0)}}}, ""},
		{"beyond the last row", []Row{{Cells: []Cell{cell(1, 2), cell(1, 0)}}}, "rows[0] " + ruleTable},
		{"wide over a high one", []Row{{Cells: []Cell{cell(1, 0), cell(1, 2)}}, {Cells: []Cell{cell(2, 0)}}}, "rows[1] " + ruleTable},
		{"a row of high ones above", []Row{{Cells: []Cell{cell(1, 2), cell(1, 2)}}, {Cells: []Cell{}}}, ""},
	} {
		table := &Table{Columns: two, Rows: tt.rows}
		var found diag.List
		table.Validate("", &found)
		if got := said(func(_ string, all *diag.List) { *all = found }); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
