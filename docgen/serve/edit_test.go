package serve_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestEdits: what is mended for certain. What was wrong is not found again, and nothing else
// is changed.
func TestEdits(t *testing.T) {
	h := handler(t, nil)
	for _, tt := range []struct{ was, is, rule string }{
		{"date: 2026-03-15", "date: 15/3/2026", "plan.bad-date"},
		{"kind: thong-bao", "kind: Thông báo", "plan.unknown-kind"},
		{"subject: Về", "Subject: Về", "plan.unknown-key"},
		{"file_copy: [VT]", "file-copy: [VT]", "plan.unknown-key"},
		{"capacity: [TM]", "capacity: [tm]", "plan.bad-value"},
		{"to: [Các thôn]", `to: ["- Các thôn"]`, "plan.bad-value"},
		{"thông báo lịch", "thông\u200b báo lịch", "plan.bad-character"},
		{"name: Nguyễn Văn An", "name: Nguyễn\u200e Văn An", "plan.bad-character"},
		{"body: |\n", "addressees: [Kính gửi các thôn]\nbody: |\n", "text.own-word"},
	} {
		src := "# 😀 mọi chỗ đếm từ đây\n" + strings.Replace(paper, tt.was, tt.is, 1)
		var got struct {
			Findings []struct {
				Rule, Pointer, Found string
				Line                 int
				Edit                 *diag.Edit
			}
		}
		check := func(src string) {
			w := ask(t, h, "POST", "/api/v1/check", src, yaml)
			got.Findings = nil
			if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
		}
		check(src)
		mended, edits := src, 0
		for _, d := range got.Findings {
			if d.Rule != tt.rule {
				continue // follows from what is mended
			}
			if d.Edit == nil || edits > 0 {
				t.Errorf("%s: %+v", tt.is, d)
				continue
			}
			edits++
			var err error
			if mended, err = d.Edit.Apply(src); err != nil {
				t.Errorf("%s: %v", tt.is, err)
			}
			units := utf16.Encode([]rune(src))
			if got := string(utf16.Decode(units[d.Edit.Span.Start.UTF16:d.Edit.Span.End.UTF16])); got != d.Edit.Old {
				t.Errorf("%s: the units of UTF-16 are %q, want %q", tt.is, got, d.Edit.Old)
			}
			if _, err := d.Edit.Apply(paper); err == nil {
				t.Errorf("%s: the edit is taken by another text", tt.is)
			}
		}
		if check(mended); len(got.Findings) > 0 || edits == 0 {
			t.Errorf("%s: mended it is\n%s\n%+v", tt.is, mended, got.Findings)
		}
	}
}
