package docgen

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

// TestCertificateDates: what is known of the dates of a certificate and its decision is
// written as on every paper, also when it is not all.
func TestCertificateDates(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ decision, date, want string }{
		{"2026-05-04", "2026-12-08", "số 12/QĐ-UBND ngày 04 tháng 5 năm 2026|Cẩm Hòa, ngày 08 tháng 12 năm 2026"},
		{"2026-05", "2026-02", "số 12/QĐ-UBND ngày ...... tháng 5 năm 2026|Cẩm Hòa, ngày ...... tháng 02 năm 2026"},
		{"2026", "2026", "số 12/QĐ-UBND ngày ...... tháng ...... năm 2026|Cẩm Hòa, ngày ...... tháng ...... năm 2026"},
	} {
		src := "kind: giay-khen\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n" +
			"recipient: individual\nname: Nguyễn Văn An\nachievement: Có thành tích xuất sắc\nregister: \"7\"\n" +
			"date: " + tt.date + "\ndecision: {number: \"12\", date: " + tt.decision + "}\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\n"
		set, found := plan.Load(fstest.MapFS{"a.yaml": {Data: []byte(src)}}, "a.yaml")
		d, _, err := Built(r.Build(context.Background(), set, "a.yaml"))
		if found.HasErrors() || err != nil {
			t.Fatalf("%v, %v", found, err)
		}
		var out bytes.Buffer
		if _, err := r.Text(context.Background(), &out, d); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(out.String()), " ")
		for _, want := range append(strings.Split(tt.want, "|"), "Số sổ vàng: 07") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in %q", tt.decision, want, text)
			}
		}
	}
}

// TestCertificateGiver: who gives a certificate that does not say follows the body and who signs.
func TestCertificateGiver(t *testing.T) {
	for _, tt := range []struct{ body, signer, want string }{
		{"Ủy ban nhân dân xã Cẩm Hòa", "position: Chủ tịch", "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"},
		{"Ủy ban nhân dân xã Cẩm Hòa", "capacity: [KT], acting_for: [Chủ tịch], position: Phó Chủ tịch",
			"Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"},
		{"Trường Tiểu học Cẩm Hòa", "position: Hiệu trưởng", "Hiệu trưởng Trường Tiểu học Cẩm Hòa"},
		{"Trường Tiểu học Cẩm Hòa", "position: Phó Hiệu trưởng", "Hiệu trưởng Trường Tiểu học Cẩm Hòa"},
		{"Trường Tiểu học Cẩm Hòa", "capacity: [KT], acting_for: [Hiệu trưởng], position: Phó Hiệu trưởng",
			"Hiệu trưởng Trường Tiểu học Cẩm Hòa"},
		{"Liên đoàn Lao động tỉnh Lam Sơn", "capacity: [TM], on_behalf_of: Ban Thường vụ, position: Chủ tịch",
			"Ban Thường vụ Liên đoàn Lao động tỉnh Lam Sơn"},
	} {
		src := "kind: giay-khen\nversion: 1\nissuer: {name: " + tt.body + ", abbreviation: X, place: Cẩm Hòa}\nrecipient: individual\n" +
			"name: Nguyễn Văn An\nachievement: Có thành tích xuất sắc\ndate: 2026-12-08\nsigner: {" + tt.signer + ", name: Lê Văn Thắng}\n"
		f, found := plan.Parse("a.yaml", []byte(src))
		if found.HasErrors() {
			t.Fatal(found)
		}
		k := f.Value.(*plan.Certificate)
		if got := phrase.JoinPost(headOf(k), k.Issuer.Name); got != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.body, tt.signer, got, tt.want)
		}
	}
	if got := headOf(&plan.Certificate{}); got != "Chủ tịch" {
		t.Errorf("nobody signs: %q", got)
	}
}

// TestCertificateName: how a certificate names whom it is given to.
func TestCertificateName(t *testing.T) {
	for _, tt := range []struct {
		kind                  plan.Recipient
		honorific, name, want string
	}{
		{plan.Individual, "Ông", "Lê Văn Chín", "Ông LÊ VĂN CHÍN"},
		{plan.Individual, "", "Lê Văn Chín", "LÊ VĂN CHÍN"},
		{plan.Individual, "Ông", "Ông Lê Văn Chín", "Ông LÊ VĂN CHÍN"},
		{plan.Collective, "", "Thôn 7", "THÔN 7"},
		{plan.Collective, "Ông", "Thôn 7", "THÔN 7"},
		{plan.Household, "Ông", "Lê Văn Chín", "Hộ gia đình ông LÊ VĂN CHÍN"},
		{plan.Household, "", "Lê Văn Chín", "Hộ gia đình LÊ VĂN CHÍN"},
		{plan.Household, "", "Hộ ông Lê Văn Chín", "HỘ ÔNG LÊ VĂN CHÍN"}, // as it was typed
		{plan.Household, "Ông", "Hộ ông Lê Văn Chín", "Hộ gia đình ông LÊ VĂN CHÍN"},
		{plan.Household, "Ông", "Hộ gia đình ông Lê Chín", "Hộ gia đình ông LÊ CHÍN"},
	} {
		if got := certificateName(tt.kind, tt.honorific, tt.name); got != tt.want {
			t.Errorf("%s %q %q: %q, want %q", tt.kind, tt.honorific, tt.name, got, tt.want)
		}
	}
}

// TestCertificateWords: what stands above the name on a certificate.
func TestCertificateWords(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]string{
		"":                              "TẶNG GIẤY KHEN",
		"posthumous: true":              "TRUY TẶNG GIẤY KHEN",
		"words: chứng nhận":             "CHỨNG NHẬN",
		"words: chứng nhận\ngive: tặng": "TẶNG CHỨNG NHẬN",
		"words: bằng khen":              "TẶNG BẰNG KHEN",
		"give: trao\nposthumous: true":  "TRUY TRAO GIẤY KHEN",
		"words: tặng giấy khen":         "TẶNG GIẤY KHEN",
		"words: Truy tặng giấy khen":    "TRUY TẶNG GIẤY KHEN",

		"give: Truy tặng\nposthumous: true":            "TRUY TẶNG GIẤY KHEN",
		"words: Truy tặng giấy khen\nposthumous: true": "TRUY TẶNG GIẤY KHEN",
		"words: tặng giấy khen\nposthumous: true":      "TRUY TẶNG GIẤY KHEN",
		"words: Truy tặng giấy khen\ngive: Trân trọng": "TRÂN TRỌNG TRUY TẶNG GIẤY KHEN",
	} {
		f, found := plan.Parse("a.yaml", []byte("kind: giay-khen\nversion: 1\n"+
			"issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nrecipient: individual\nname: Lê Văn Chín\n"+
			"achievement: Giỏi\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\n"+keys+"\n"))
		d, more, err := Settled(r, plan.NewSet(f), f.Name)
		if err != nil || found != nil || len(more) > 1 || len(more) == 1 && more[0].Rule != ruleid.OwnWord {
			t.Fatalf("%s: %v, %v, %v", keys, found, more, err)
		}
		var out bytes.Buffer
		if _, err := r.Text(context.Background(), &out, d); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(out.String())), " ")
		if !strings.Contains(text, "CẨM HÒA "+want+" LÊ VĂN CHÍN") {
			t.Errorf("%s: no %q in %q", keys, want, text)
		}
	}
}

// TestCertificateOwnWords: words before a number are those that the certificate prints itself.
func TestCertificateOwnWords(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	f, found := plan.Parse("a.yaml", []byte("kind: giay-khen\nversion: 1\n"+
		"issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nrecipient: individual\nname: Lê Văn Chín\n"+
		"achievement: Giỏi\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\n"+
		"decision: {number: \"Số: 12\", date: 2026-05-15}\nregister: \"Vào sổ số: 8\"\n"))
	d, more, err := Settled(r, plan.NewSet(f), f.Name)
	if err != nil || found.HasErrors() || len(more) != 2 {
		t.Fatal(err, found, more)
	}
	var out bytes.Buffer
	if _, err := r.Text(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"[Quyết định số 12/QĐ-UBND ngày 15 tháng 5 năm 2026]", "[Số sổ vàng: 08]"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}

// TestCertificatePlaces: a letter that no font has is found at the key that brings it.
func TestCertificatePlaces(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const src = "kind: giay-khen\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n" +
		"recipient: individual\nname: Lê Văn Chín\nachievement: Giỏi\nregister: \"7\"\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\n" +
		"giver: Chủ tịch xã\ngive: Tặng\nwords: Bằng khen\nrole: Trưởng thôn\nunit: thôn 7\n"
	for key, words := range map[string]string{
		"giver": "Chủ tịch xã", "give": "Tặng", "words": "Bằng khen", "name": "Lê Văn Chín", "role": "Trưởng thôn", "achievement": "Giỏi",
		"signer.position": "position: Chủ tịch", "signer.name": "Lê Văn Thắng", "issuer.place": "place: Cẩm Hòa",
	} {
		set, found := plan.Load(fstest.MapFS{"a.yaml": {Data: []byte(strings.Replace(src, words, words+" 😀", 1))}}, "a.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		if _, found, err = Built(r.Build(context.Background(), set, "a.yaml")); err != nil || len(found) != 1 || found[0].Pos.Path != key {
			t.Errorf("%s: %v, %v", key, found, err)
		}
	}
}
