package draft_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestLong: what is too long is refused, and what is not takes a time that grows with its length.
func TestLong(t *testing.T) {
	word := func(body string) []byte {
		m := new(maker)
		m.body.WriteString(body)
		return m.file()
	}
	notes := new(maker)
	for range 3000 {
		notes.add(strings.Replace(notes.p("Dòng", ""), "</w:p>", notes.note("Ghi chú")+"</w:p>", 1))
	}
	nested := "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
	for range 90 {
		nested = table(row(cell("", nested, "<w:p/>")))
	}
	wide := strings.Repeat(cell("", `<w:p><w:r><w:t>CHỦ TỊCH</w:t></w:r></w:p>`), 60)
	for name, c := range map[string]struct {
		src     []byte
		refused bool
	}{
		"lines.txt":             {[]byte(strings.Repeat("1. Một dòng\n", 40_000)), false},
		"bytes.txt":             {bytes.Repeat([]byte("1. "+strings.Repeat("a", 1020)+"\n"), 4096), false},
		"paragraphs alone.docx": {word(strings.Repeat("<w:p><w:r><w:t>1. A</w:t></w:r></w:p>", 40_000)), false},
		"text alone.docx":       {word(strings.Repeat("<w:p><w:r><w:t>1. "+strings.Repeat("a", 1021)+"</w:t></w:r></w:p>", 4096)), false},
		"more lines.txt":        {[]byte(strings.Repeat("1. Một dòng\n", 40_001)), true},
		"more bytes.txt":        {bytes.Repeat([]byte("a"), 4<<20+1), true},
		"a long line.txt":       {bytes.Repeat([]byte("Số:\t"), 1<<17), false},
		"recipients.txt":        {[]byte("Nơi nhận:\n" + strings.Repeat("- Thôn\n", 20_000)), false},
		"tabs.txt":              {[]byte("KẾ HOẠCH\nVề\n" + strings.Repeat("a\tTM. B\tNơi nhận:\n", 10_000)), false},
		"bars.txt":              {[]byte(strings.Repeat(strings.Repeat("|", 1000)+"\n", 4000)), false},
		"agencies.txt":          {[]byte(strings.Repeat("UBND XÃ A\n", 10_000)), false},
		"subject.txt":           {[]byte("KẾ HOẠCH\nVề\n" + strings.Repeat("một dòng chữ dài của một bản nháp dài\n", 10_000)), false},
		"annexes.txt":           {[]byte(strings.Repeat("PHỤ LỤC I\nA\n", 2_000)), false},
		"notes.docx":            {notes.file(), false},
		"nested.docx":           {word(nested), false},
		"signers.docx":          {word(table(row(cell("", `<w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p>`), wide))), false},
		"paragraphs.docx":       {word(strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 40_001)), true},
		"text.docx":             {word("<w:p><w:r><w:t>" + strings.Repeat("a", 4<<20+1) + "</w:t></w:r></w:p>"), true},
	} {
		start := time.Now()
		_, err := draft.Read(name, bytes.NewReader(c.src), int64(len(c.src)))
		took := time.Since(start)
		t.Logf("%s: %v", name, took.Round(time.Millisecond))
		var list diag.List
		if errors.As(err, &list) != c.refused || c.refused && list[0].Rule != "draft.text" {
			t.Errorf("%s: %v", name, err)
		}
		if took > 20*fuzzing.Slowness*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
