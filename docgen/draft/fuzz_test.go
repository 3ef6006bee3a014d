package draft_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// sound fails the test where a draft is neither a file that can be read nor an error. [draft.Read]
// counts the words itself.
func sound(t *testing.T, name string, src []byte) {
	t.Helper()
	d, err := draft.Read(name, bytes.NewReader(src), int64(len(src)))
	if (d == nil) == (err == nil) {
		t.Fatalf("a draft and an error: %v", err)
	}
	if d == nil {
		if strings.Contains(err.Error(), "YAML không chứa được") {
			t.Fatal(err, errors.Unwrap(err.(diag.List)[0]))
		}
		return
	}
	for _, yaml := range [][]byte{d.YAML, d.Blank} {
		_, found := plan.Parse("thu.yaml", yaml)
		for _, f := range found {
			switch f.Rule {
			case "plan.bad-yaml", "plan.unknown-key", "plan.bad-value", "plan.bad-character", "plan.several-documents":
				t.Fatalf("%v in\n%s", f, yaml)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, name := range []string{"../../examples/ke-hoach-cam-ngoc/nguon.txt", "../../examples/mau-1.2-quyet-dinh/quyet-dinh.txt", "../../examples/mau-1.9-bien-ban/bien-ban.txt",
		"../../examples/dang-quyet-dinh/quyet-dinh.txt", "../../examples/mau-1.5-cong-van/cong-van.txt"} {
		f.Add(string(must(os.ReadFile(name))))
	}
	f.Add("Số:   /KH\nKẾ HOẠCH\n\\# a\n| a | b |\n|---|---|\nTM. A\n*b* [^1] {#c}\nPHỤ LỤC\n./.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 20_000 {
			sound(t, "thu.txt", []byte(s))
		}
	})
}

func FuzzWord(f *testing.F) {
	for i, c := range drafts {
		if i%3 == 0 {
			d := papers[c.kind]
			file, _ := write(&d, c.how)
			body := string(partOf(file, "word/document.xml"))
			f.Add(body[strings.Index(body, "<w:body>")+8 : strings.Index(body, "</w:body>")])
		}
	}
	f.Fuzz(func(t *testing.T, body string) {
		m := new(maker)
		m.body.WriteString(body)
		if len(body) < 40_000 {
			sound(t, "thu.docx", m.file())
		}
	})
}
