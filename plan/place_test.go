package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

const placed = `kind: thong-bao
version: 1
issuer:
  name: 'Ủy ban ''nhân dân'' xã'
  place: "Cẩm \"Hòa\" mới"
subject: Nghỉ lễ
  dài ngày
opening: >-
  Đoạn gấp
  hai dòng.
body: |

  Đoạn một.

    - ý thụt
addressees: [Sở A, &b Sở B, *b]
annexes:
  - title: Một
    body: Hai
signer: {position: Chủ tịch}
`

func TestPos(t *testing.T) {
	f, findings := plan.Parse("f.yaml", []byte(placed))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	tests := []struct{ path, want string }{
		{"", "f.yaml:1:1"},
		{"subject", "f.yaml:6:10"},
		{"issuer", "f.yaml:3:1"},
		{"issuer.place", "f.yaml:5:10"},
		{"issuer.superior", "f.yaml:3:1"},
		{"body", "f.yaml:11:7"},
		{"addressees", "f.yaml:16:1"},
		{"addressees[0]", "f.yaml:16:14"},
		{"addressees[2]", "f.yaml:16:20"}, // where the alias leads
		{"addressees[7]", "f.yaml:16:1"},
		{"annexes[0].body", "f.yaml:19:11"},
		{"annexes[0].body.text", "f.yaml:19:11"},
		{"annexes[x]", "f.yaml:17:1"},
		{"signer.position", "f.yaml:20:20"},
		{"signer.name", "f.yaml:20:1"},
	}
	for _, tt := range tests {
		if got := f.Pos(tt.path).String(); got != tt.want {
			t.Errorf("Pos(%q) is %s, want %s", tt.path, got, tt.want)
		}
	}
}

// TestPosIn asks for the place of a word of each text.
func TestPosIn(t *testing.T) {
	f, findings := plan.Parse("f.yaml", []byte(placed))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	n := f.Value.(*plan.General)
	tests := []struct{ path, text, word, want string }{
		{"subject", n.Subject, "Nghỉ", "6:10"},
		{"subject", n.Subject, "lễ", "6:15"},
		{"subject", n.Subject, "ngày", "7:7"},
		{"opening", string(n.Opening), "Đoạn", "9:3"},
		{"opening", string(n.Opening), "dòng", "10:7"},
		{"body", string(n.Body), "một", "13:8"},
		{"body", string(n.Body), "thụt", "15:9"},
		{"issuer.place", n.Issuer.Place, "Cẩm", "5:11"},
		{"issuer.place", n.Issuer.Place, "mới", "5:15"}, // up to the first escaped character
		{"annexes[0].title", n.Annexes[0].Title, "Một", "18:12"},
	}
	for _, tt := range tests {
		pos := f.PosIn(tt.path, strings.Index(tt.text, tt.word))
		if got := fmt.Sprintf("%d:%d", pos.Line, pos.Column); got != tt.want {
			t.Errorf("%q of %s is at %s, want %s", tt.word, tt.path, got, tt.want)
		}
	}
}

// TestLocateLong: the places of all paragraphs of a long text, asked for in any
// order, are right, and take no longer than reading the text does.
func TestLocateLong(t *testing.T) {
	const paragraphs = 20_000
	var b strings.Builder
	b.WriteString(strings.Replace(notice, "body: Nội dung.", "body: |", 1))
	if !strings.Contains(b.String(), "body: |") {
		t.Fatal("the notice has another body")
	}
	before := strings.Count(b.String()[:strings.Index(b.String(), "body: |")], "\n") + 1
	text := strings.Repeat("  Đoạn thứ nào đó của một văn bản dài, có dấu tiếng Việt.\n\n", paragraphs)
	src := strings.Replace(b.String(), "body: |\n", "body: |\n"+text, 1)
	f, findings := plan.Parse("f.yaml", []byte(src))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	body := string(f.Value.(*plan.General).Body)
	locate := f.Locate("body")
	offset := strings.Index(body, "văn")
	step := strings.Index(body, "\n\n") + 2
	for i := range paragraphs {
		i = (i * 7919) % paragraphs
		want := diag.Pos{File: "f.yaml", Line: before + 1 + 2*i, Column: 27, Path: "body"}
		if got := locate(offset + i*step); got != want {
			t.Fatalf("paragraph %d is at %v, want %v", i, got, want)
		}
	}
}

// TestLocateBehindBlanks: white space of other kinds than blanks, which people paste out of
// Word, is a letter of its line, and spoils no place behind it.
func TestLocateBehindBlanks(t *testing.T) {
	for _, blank := range []string{" ", "\u00a0", "\u2003", "\u3000", "\u00a0\u202f "} {
		src := strings.Replace(notice, "body: Nội dung.", "body: |\n  UBND"+blank+"xã"+blank+"đề nghị:"+blank+"\n  1. Việc\n  3. Việc", 1)
		f, findings := plan.Parse("f.yaml", []byte(src))
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		body := string(f.Value.(*plan.General).Body)
		line := strings.Count(src[:strings.Index(src, "body:")], "\n") + 2
		locate := f.Locate("body")
		for word, want := range map[string]diag.Pos{
			"đề": {Line: line, Column: 9 + 2*len([]rune(blank))}, "3.": {Line: line + 2, Column: 3},
		} {
			want.File, want.Path = "f.yaml", "body"
			if got := locate(strings.Index(body, word)); got != want {
				t.Errorf("%q: %s is at %v, want %v", blank, word, got, want)
			}
		}
	}
}

func TestPosOfNothing(t *testing.T) {
	var none *plan.File
	if p := none.Pos("subject"); p != diag.At("subject") {
		t.Errorf("nil file: %v", p)
	}
	made := &plan.File{Name: "made", Value: new(plan.Plan)}
	if p := made.Pos("subject"); p.IsValid() || p.Path != "subject" || made.PosIn("subject", 3).IsValid() {
		t.Errorf("file made in Go: %v", p)
	}
}

// TestLetters: the letters of values alone, in order, each with its place; whoever has seen
// enough stops.
func TestLetters(t *testing.T) {
	f, _ := plan.Parse("a.yaml", []byte("# ở\nkind: thong-bao\nsubject: ở nhà # ở\naddressees: [ở đây, chỗ ở]\n"))
	wanted := func(r rune) bool { return r == 'ở' }
	for most := range 4 {
		var got []string
		for r, pos := range f.Letters(wanted) {
			if got = append(got, string(r)+" "+pos.String()); len(got) > most {
				break
			}
		}
		want := []string{"ở a.yaml:3:10", "ở a.yaml:4:14", "ở a.yaml:4:25"}
		if want = want[:min(most+1, len(want))]; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for range f.Letters(nil) {
		t.Error("nil wants letters")
	}
	for range (*plan.File)(nil).Letters(wanted) {
		t.Error("no file has letters")
	}
}
