package docgen

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestNumberInMeta: the properties of a file name its paper as it is printed, and
// hold no number of a paper that prints none.
func TestNumberInMeta(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const head = `version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
signer: {position: Chủ tịch, name: Lê Văn Thắng}
`
	const paper = head + "subject: Về việc thử\ndistribution: {to: [Các thôn], file_copy: [VT]}\nbody: Nội dung.\n"
	for _, tt := range []struct{ name, src, want string }{
		{"numbered", "kind: thong-bao\nnumber: \"5\"\n" + paper, "05 TB-UBND 05/TB-UBND 05/TB-UBND"},
		{"own symbol", "kind: thong-bao\nnumber: \"105\"\nsymbol: TB-BCĐ\n" + paper, "105 TB-BCĐ 105/TB-BCĐ 105/TB-BCĐ"},
		{"not yet numbered", "kind: thong-bao\n" + paper, " TB-UBND  TB-UBND"},
		{"of the Party", "kind: thong-bao\nstandard: hd05-2026\nnumber: \"5\"\n" + paper, "05 TB/UBND 05-TB/UBND 05-TB/UBND"},
		{"letter of the Party", "kind: cong-van\nstandard: hd05-2026\nnumber: \"5\"\naddressees: [Tỉnh ủy]\n" + strings.Replace(paper,
			"Về việc thử", "thử", 1), "05 CV/UBND 05-CV/UBND 05-CV/UBND"},
		{"rules of the Party", "kind: quy-dinh\nstandard: hd05-2026\nnumber: \"5\"\n" + paper, "05 QĐi/UBND 05-QĐi/UBND 05-QĐi/UBND"},
		{"rules of the State", "kind: quy-dinh\nnumber: \"5\"\n" + paper, "05 QyĐ-UBND 05/QyĐ-UBND 05/QyĐ-UBND"},
		{"only of the Party", "kind: ket-luan\nnumber: \"5\"\n" + paper, "05 KL/UBND 05-KL/UBND 05-KL/UBND"},
		{"symbol of the Party as printed", "kind: thong-tri\nnumber: \"5\"\nsymbol: TT/TU\n" + paper, "05 TT/TU 05-TT/TU 05-TT/TU"},
		{"without number", "kind: thu-cong\n" + head + "body: Nội dung.\n", "   "},
		{"certificate", "kind: giay-khen\nname: Đặng Xuân Minh\nrecipient: individual\nachievement: Đã có thành tích\n" + head, "   "},
	} {
		m := &build(t, r, tt.src).Meta
		if got := strings.Join([]string{m.Number, m.Symbol, m.Code, m.Keywords()}, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCreated: a file is of the day of its paper, or of none when that is not known whole.
func TestCreated(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]string{"2026-03-15": "2026-03-15", "2026-03": "", "2026": ""} {
		d := build(t, r, "kind: thu-cong\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n"+
			"date: "+date+"\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\nbody: Nội dung.\n")
		got := ""
		if !d.Meta.Created.IsZero() {
			got = d.Meta.Created.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("of %s: %q, want %q", date, got, want)
		}
	}
}

// TestDecider: whose decision a paper is, where it does not say, by who signs it.
func TestDecider(t *testing.T) {
	signer := func(position, onBehalf, actingFor string, capacity ...plan.Capacity) plan.Signer {
		s := plan.Signer{Position: position, OnBehalfOf: onBehalf, Capacity: capacity}
		if actingFor != "" {
			s.ActingFor = []string{actingFor}
		}
		return s
	}
	h := &plan.Header{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}}
	const head, body = "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa", "Ủy ban nhân dân xã Cẩm Hòa"
	for _, tt := range []struct {
		by     *plan.DecidedBy
		signer plan.Signer
		want   string
	}{
		{nil, signer("Chủ tịch", "", ""), head},
		{nil, signer("Phó Chủ tịch", "", "Chủ tịch", "KT"), head},
		{nil, signer("Chủ tịch", "", "", "Q"), head},
		{nil, signer("Chủ tịch", "Ủy ban nhân dân", "", plan.TM), body},
		{nil, signer("Phó Chủ tịch", "Ủy ban nhân dân", "Chủ tịch", plan.TM, "KT"), body},
		{&plan.DecidedBy{By: plan.ByCommittee}, signer("Chủ tịch", "", ""), body},
		{&plan.DecidedBy{By: plan.ByChairman}, signer("Chủ tịch", "Ủy ban nhân dân", "", plan.TM), head},
		{&plan.DecidedBy{Title: "Trưởng ban"}, signer("Chủ tịch", "", ""), "Trưởng ban"},
	} {
		c := &Composer{profile: decree.Default()}
		h := *h
		h.DecidedBy = tt.by
		if got := c.decider(&h, &plan.Footer{Signer: &tt.signer}); got != tt.want {
			t.Errorf("%+v by %+v: %s, want %s", tt.by, tt.signer, got, tt.want)
		}
	}
}

// TestWritten: a letter that a paragraph draws is the first written where it begins or behind, else any above it.
func TestWritten(t *testing.T) {
	at := func(file string, line, column int) *diag.Diagnostic {
		return &diag.Diagnostic{Found: "😀", Pos: diag.Pos{File: file, Line: line, Column: column}}
	}
	letters := diag.List{at("a", 2, 5), at("a", 4, 5), at("a", 6, 1),
		{Found: "🎉", Pos: diag.Pos{File: "a", Line: 5, Column: 1}}, at("b", 9, 1)}
	for _, tt := range []struct {
		drawn *diag.Diagnostic
		want  string
	}{
		{at("a", 4, 5), "a:4:5"}, // there
		{at("a", 4, 4), "a:4:5"},
		{at("a", 4, 6), "a:6:1"},
		{at("a", 3, 9), "a:4:5"},
		{at("a", 6, 2), "a:2:5 a:4:5 a:6:1"}, // all stand above
		{at("b", 1, 1), "b:9:1"},
		{at("c", 1, 1), "c:1:1"}, // none is in that file
		{at("", 0, 0), "a:2:5 a:4:5 a:6:1 b:9:1"},
		{&diag.Diagnostic{Found: "☐", Pos: diag.Pos{File: "a", Line: 1, Column: 1}}, "a:1:1"},
	} {
		var got []string
		for _, d := range placeLetters(letters).written(tt.drawn) {
			got = append(got, d.Pos.String())
		}
		if all := strings.Join(got, " "); all != tt.want {
			t.Errorf("%s at %v: %s, want %s", tt.drawn.Found, tt.drawn.Pos, all, tt.want)
		}
	}
}

// TestLetterheadHeard: the column of the issuer is heard whole, V/v right behind
// its number, then the column of Quốc hiệu; and it is drawn in that order, which is
// the order of copied text.
func TestLetterheadHeard(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const copied = `kind: ban-sao
version: 1
form: sao-y
original: goc.yaml
issuer: {name: Ủy ban nhân dân xã Lam Sơn, abbreviation: UBND, place: Lam Sơn}
number: "3"
date: 2026-10-15
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
`
	const original = `kind: cong-van
version: 1
issuer: {superior: UBND tỉnh, name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "5"
date: 2026-03-15
subject: đăng ký thi đua
urgency: KHẨN
draft: Dự thảo
addressees: [Các thôn]
body: Nội dung.
signer: {position: Chủ tịch, name: Bùi Thị Huệ}
distribution: {file_copy: [VT]}
`
	set, found := plan.Load(fstest.MapFS{"goc.yaml": {Data: []byte(original)}, "sao.yaml": {Data: []byte(copied)}}, "sao.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d, found, err := Built(r.Build(context.Background(), set, "sao.yaml"))
	if err != nil || found.HasErrors() {
		t.Fatal(found, err)
	}
	pages := layOut(t, r, d)
	words := make(map[*layout.Element]string)
	drawn := ""
	for _, a := range pages.Pages[0].Acts {
		if text, ok := a.(*layout.Text); ok && text.Elem != nil {
			words[text.Elem] += text.S
			drawn += text.S
		}
	}
	var heard []string
	var hear func(e *layout.Element)
	hear = func(e *layout.Element) {
		if words[e] != "" {
			heard = append(heard, words[e])
		}
		for _, kid := range e.Kids {
			hear(kid)
		}
	}
	hear(pages.Root)
	for _, want := range [][]string{
		{
			"UBND TỈNH", "ỦY BAN NHÂN DÂN XÃ CẨM HÒA", "Số: 05/UBND", "V/v đăng ký thi đua", "(Dự thảo)", "KHẨN",
			"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cẩm Hòa, ngày 15 tháng 3 năm 2026", "Kính gửi: Các thôn",
		},
		{"Bùi Thị Huệ", "ỦY BAN NHÂN DÂN XÃ LAM SƠN", "Số: 03/SY-UBND", "SAO Y", "Lam Sơn, ngày 15 tháng 10 năm 2026", "Nơi nhận:"},
	} {
		plain := strings.NewReplacer("\u00a0", " ", "\u2011", "-")
		if got := plain.Replace(strings.Join(heard, "|")); !strings.Contains("|"+got+"|", "|"+strings.Join(want, "|")+"|") {
			t.Errorf("%q is not heard so in %s", want, got)
		}
	}
	if got := strings.Join(heard, ""); got != drawn {
		t.Errorf("heard %q\ndrawn %q", got, drawn)
	}
}
