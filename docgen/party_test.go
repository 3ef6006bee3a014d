package docgen

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/plan"
)

// TestPartyDecision: with the Party who decides stands before the order, below the bases,
// and a resolution has neither.
func TestPartyDecision(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const paper = `version: 1
issuer: {name: Đảng ủy xã Cẩm Hòa, abbreviation: ĐU, place: Cẩm Hòa}
subject: về việc thử
legal_bases: [Căn cứ Điều lệ Đảng]
body: Nội dung.
distribution: {to: [Các chi bộ], file_copy: [Văn phòng]}
`
	const party, state = "standard: hd05-2026\n", "standard: nd30-2020\ndecided_by: committee\n"
	const standing = "signer: {capacity: [TM], on_behalf_of: Ban Thường vụ, position: Bí thư, name: Lê Văn Thắng}\n"
	for _, tt := range []struct{ name, src, want string }{
		{"decision", "kind: quyet-dinh\n" + party + standing, "CC BAN THƯỜNG VỤ ĐẢNG ỦY XÃ CẨM HÒA QUYẾT ĐỊNH: ND"},
		{"of the whole committee", "kind: quyet-dinh\n" + party + strings.Replace(standing, "Ban Thường vụ", "Đảng ủy", 1),
			"CC ĐẢNG ỦY XÃ CẨM HÒA QUYẾT ĐỊNH: ND"},
		{"of nobody named", "kind: quyet-dinh\n" + party + "decided_by: committee\nsigner: {position: Bí thư, name: Lê Văn Thắng}\n",
			"CC ĐẢNG ỦY XÃ CẨM HÒA QUYẾT ĐỊNH: ND"},
		{"said", "kind: quyet-dinh\n" + party + standing + "decided_by: {title: Thường trực Đảng ủy}\n",
			"CC THƯỜNG TRỰC ĐẢNG ỦY QUYẾT ĐỊNH: ND"},
		{"resolution", "kind: nghi-quyet\n" + party + standing, "CC ND"},
		{"of the State", "kind: nghi-quyet\n" + state + standing, "ĐẢNG ỦY XÃ CẨM HÒA CC QUYẾT NGHỊ: ND"},
	} {
		d := build(t, r, tt.src+paper)
		var text bytes.Buffer
		if _, err := r.Text(context.Background(), &text, d); err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(text.String(), "về việc thử\n")
		got, _, _ = strings.Cut(got, "Nơi nhận:")
		got = strings.NewReplacer("-", "", "Căn cứ Điều lệ Đảng.", "CC", "Nội dung./.", "ND", "Nội dung.", "ND").Replace(got)
		if got = strings.Join(strings.Fields(got), " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestPartyAddressees: a submission of the Party says Kính trình, typed or not.
func TestPartyAddressees(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const paper = `kind: to-trinh
version: 1
issuer: {name: Đảng ủy xã Cẩm Hòa, abbreviation: ĐU, place: Cẩm Hòa}
subject: về việc thử
body: Nội dung.
signer: {position: Bí thư, name: Lê Văn Thắng}
distribution: {file_copy: [Văn phòng]}
`
	for src, want := range map[string]string{
		"standard: hd05-2026\naddressees: [Tỉnh ủy]\n": "Kính trình: Tỉnh ủy",
		"standard: nd30-2020\naddressees: [Tỉnh ủy]\n": "Kính gửi: Tỉnh ủy",
	} {
		var text bytes.Buffer
		if _, err := r.Text(context.Background(), &text, build(t, r, paper+src)); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, &text)
		}
	}
}

// TestPartyRenderer: what a renderer for the Party makes of a value made in Go is the
// Party's, whatever the value says of the rules that it follows.
func TestPartyRenderer(t *testing.T) {
	r, err := New(&Options{Profile: decree.DefaultOf("hd05-2026")})
	if err != nil {
		t.Fatal(err)
	}
	n := &plan.Decision{
		Header: plan.Header{Kind: "nghi-quyet", Issuer: plan.Issuer{Name: "Đảng ủy xã Cẩm Hòa", Abbreviation: "ĐU", Place: "Cẩm Hòa"},
			Subject: "về việc thử"},
		Body:   "Nội dung.",
		Footer: plan.Footer{Signer: &plan.Signer{Position: "Bí thư", Name: "Lê Văn Thắng"}},
	}
	d, err := r.Build(context.Background(), plan.NewSet(&plan.File{Name: "x.yaml", Value: n}), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if d.Standard != "hd05-2026" || n.Standard != "" || d.Meta.Symbol != "NQ/ĐU" {
		t.Errorf("standard %q and %q, symbol %q", d.Standard, n.Standard, d.Meta.Symbol)
	}
}
