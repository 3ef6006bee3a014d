package plan_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

const notice = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Nghỉ lễ
body: Nội dung.
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {file_copy: [VT]}
`

// nested gives a mapping of that many levels, one a line.
func nested(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// aliasBomb gives a list that opens into nine to the power of nine elements.
func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 10; i++ {
		one := fmt.Sprintf("*a%d", i-1)
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.Join([]string{one, one, one, one, one, one, one, one, one}, ", "))
	}
	return b.String()
}

// TestHostileFiles gives files that only mean to keep the program busy. Each is
// refused within a second, and without holding 200 MB.
func TestHostileFiles(t *testing.T) {
	tests := []struct {
		name, src, rule string
	}{
		{"50 MB of text", "body: " + strings.Repeat("xin chào ", 50<<20/10), record.RuleSize},
		{"50 MB of lines", strings.Repeat("a: b\n", 10<<20), record.RuleSize},
		{"4 MB flow list", "a: [" + strings.Repeat("a,", 2<<20) + "]", record.RuleSize},
		{"15 MB of text", notice + "opening: " + strings.Repeat("xin chao ", 15<<20/9) + "\nxyz: 1\n", plan.RuleKey},
		{"240,000 keys", notice + strings.Repeat("a:\n", 120_000), record.RuleDoubled},
		{"10,000 levels of lists", strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), record.RuleDepth},
		{"10,000 open brackets", strings.Repeat("[", 10_000), record.RuleSyntax},
		{"10,000 levels of dashes", strings.Repeat("- ", 10_000), record.RuleDepth},
		{"10,000 levels of complex keys", strings.Repeat("? ", 10_000), record.RuleDepth},
		{"10,000 levels of braces", strings.Repeat("{a: ", 10_000) + strings.Repeat("}", 10_000), record.RuleDepth},
		{"4,000 levels of keys", nested(4000), record.RuleDepth},
		{"a million levels of brackets", strings.Repeat("[", 1_000_000), record.RuleSyntax},
		{"alias bomb", aliasBomb(), plan.RuleAlias},
		{"17 MB through aliases", "a: &a " + strings.Repeat("x", 1<<20) + "\nb: [" + strings.Repeat("*a, ", 17) + "]\n", plan.RuleAlias},
		{"alias to itself", "a: &a [*a]\n", plan.RuleAlias},
		{"alias to itself, in a key", "a: &a {b: {c: *a}}\n", plan.RuleAlias},
		{"two aliases in a ring", "a: &a {b: &b {c: *a, d: *b}}\n", plan.RuleAlias},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte(tt.src)
			start := time.Now()
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			_, findings := plan.Parse("f.yaml", src)
			runtime.ReadMemStats(&after)
			if took := time.Since(start); took > 3*fuzzing.Slowness*time.Second {
				t.Errorf("took %v", took)
			}
			if held := int64(after.HeapSys) - int64(before.HeapSys); held > 200<<20 {
				t.Errorf("the heap grew by %d MB", held>>20)
			}
			if len(findings) == 0 {
				t.Fatal("no findings")
			}
			if len(findings) > 1100 {
				t.Errorf("%d findings", len(findings))
			}
			checkPlaces(t, src, findings)
			for _, d := range findings {
				if d.Rule == tt.rule {
					return
				}
			}
			t.Errorf("got %v, want rule %s", findings[0], tt.rule)
		})
	}
}

func TestCharacters(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"byte order mark is tolerated", "\ufeff" + notice, ""},
		{"CRLF", strings.ReplaceAll(notice, "\n", "\r\n"), ""},
		{"CR", strings.ReplaceAll(notice, "\n", "\r"), ""},
		{"no-break space", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\u00a0lễ", 1), ""},
		{"not UTF-8", strings.Replace(notice, "Nghỉ lễ", "Ngh\xff", 1), "5:13 plan.not-utf8"},
		{"UTF-16", "k\x00i\x00n\x00d\x00", "0:0 plan.not-utf8"},
		{"control", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\x0b lễ", 1), "5:14 plan.bad-character"},
		{"next line", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\u0085 lễ", 1), "5:14 plan.bad-character"},
		{"private use", strings.Replace(notice, "Nghỉ lễ", "\uf0b7 lễ", 1), "5:10 plan.bad-character"},
		{"bidi control", strings.Replace(notice, "Nghỉ lễ", "Nghỉ \u202elễ", 1), "5:15 plan.bad-character"},
		{"zero width", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\u200b lễ", 1), "5:14 plan.bad-character"},
		{"byte order mark inside", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\ufeff lễ", 1), "5:14 plan.bad-character"},
		{"escaped control", strings.Replace(notice, "Nghỉ lễ", `"Nghỉ\u0007"`, 1), "5:15 plan.bad-character"},
		{"tab in a text", strings.Replace(notice, "Nghỉ lễ", "Nghỉ\tlễ", 1), "5:14 plan.bad-character"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, findings := plan.Parse("f.yaml", []byte(tt.src))
			got := ""
			if len(findings) > 0 {
				got = fmt.Sprintf("%d:%d %s", findings[0].Pos.Line, findings[0].Pos.Column, findings[0].Rule)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q (%v)", got, tt.want, findings)
			}
		})
	}
}

// TestManyBadCharacters shows that a file of another kind does not give a
// finding for each of its bytes.
func TestManyBadCharacters(t *testing.T) {
	_, findings := plan.Parse("f.yaml", []byte(strings.Repeat("\x01", 10_000)))
	if n := len(findings); n == 0 || n > 50 {
		t.Errorf("%d findings", n)
	}
}

func TestSentinels(t *testing.T) {
	_, findings := plan.Parse("f.yaml", []byte(strings.Replace(notice, "body:", "bodi:", 1)+"xyz: 1\nannexes: [{body: A}]\n"))
	err := findings.Err()
	if !errors.Is(err, plan.ErrUnknownKey) || !errors.Is(err, plan.ErrMissing) || errors.Is(err, plan.ErrBadReference) {
		t.Errorf("got %v", err)
	}
}

// TestConcurrent reads and writes files in many goroutines; the race detector
// watches.
func TestConcurrent(t *testing.T) {
	want, findings := plan.Parse("f.yaml", []byte(notice))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	first, err := plan.Marshal(want.Value)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				f, findings := plan.Parse("f.yaml", []byte(notice))
				if len(findings) > 0 {
					t.Error(findings)
				}
				if out, err := plan.Marshal(f.Value); err != nil || string(out) != string(first) {
					t.Errorf("got %s, %v", out, err)
				}
				if _, err := plan.Schema("ke-hoach"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

// TestCharactersNameTheirField: where the rest of a file can be read, a finding
// about a raw character says in which field it stands.
func TestCharactersNameTheirField(t *testing.T) {
	src := strings.NewReplacer("Nghỉ lễ", "Nghỉ\x0b lễ", "[VT]", "[VT, \u200bPL]").Replace(notice)
	_, found := plan.Parse("f.yaml", []byte(src))
	want := []string{
		`f.yaml:5:14: lỗi [plan.bad-character]: "subject" (trích yếu nội dung): có ký tự điều khiển U+000B; xóa ký tự này`,
		`f.yaml:8:32: lỗi [plan.bad-character]: "file_copy" (lưu): có ký tự ẩn U+200B; xóa ký tự này`,
	}
	if len(found) != 2 || found[0].Error() != want[0] || found[1].Error() != want[1] || found[1].Pos.Path != "distribution.file_copy[1]" {
		t.Errorf("got\n%v\nwant\n%s", found, strings.Join(want, "\n"))
	}
}
