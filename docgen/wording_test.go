package docgen

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// TestSharedWording: an office's own file replaces a built-in one for that office alone, and all
// others stand on the same built-in ones, at the same time.
func TestSharedWording(t *testing.T) {
	own := fstest.MapFS{"cong-dien.tmpl": {Data: []byte(`{{define "sender"}}{{.Sender}} gửi điện tới{{end}}`)}}
	view := map[string]any{"Sender": "Ủy ban nhân dân xã Cẩm Hòa"}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			office, err := New(&Options{Templates: own})
			if err != nil {
				t.Error(err)
				return
			}
			usual, err := New(nil)
			if err != nil {
				t.Error(err)
				return
			}
			for r, want := range map[*Renderer]string{office: " gửi điện tới", usual: " điện"} {
				if got, found := r.Words("cong-dien/sender", view); string(got) != "Ủy ban nhân dân xã Cẩm Hòa"+want || found != nil {
					t.Errorf("got %q, %v, want %q behind the sender", got, found, want)
				}
			}
			const other = "giay-moi/invite"
			if a, b := office.wording.t.Lookup(other), usual.wording.t.Lookup(other); a == nil || b == nil || a.Tree != b.Tree {
				t.Errorf("%s is not the same for both", other)
			}
		})
	}
	wg.Wait()
}

// TestOwnWordingByName: a file whose name differs only in the size of its letters replaces none, also
// where the folder opens it by the other name: it is refused.
func TestOwnWordingByName(t *testing.T) {
	own := foldingFS{fstest.MapFS{"Cong-Dien.tmpl": {Data: []byte(`{{define "sender"}}{{.Sender}} gửi điện tới{{end}}`)}}}
	if _, err := fs.Stat(own, "cong-dien.tmpl"); err != nil {
		t.Fatal(err)
	}
	_, err := New(&Options{Templates: own})
	const want = `Cong-Dien.tmpl: lỗi [template.error]: mẫu câu không có tệp nào tên "Cong-Dien.tmpl"; có phải "cong-dien.tmpl"?`
	if err == nil || !strings.HasSuffix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestWordingFiles: what a file of an office lacks, or has for nobody, is said when the folder is
// read, not when the first paper needs it. A kind from outside has a file of its own.
func TestWordingFiles(t *testing.T) {
	const whole = `{{define "task"}}{{.Lead}}{{end}}{{define "period"}}{{.From}}{{end}}`
	for name, tt := range map[string]struct{ file, text, want string }{
		"whole": {"ke-hoach.tmpl", whole, ""},
		"a block of its own": {"ke-hoach.tmpl", whole + `{{define "lead"}}{{.}}{{end}}` + "{{define \"x\"}}{{end}}{{template \"x\"}}",
			`ke-hoach.tmpl:1:1: lỗi [template.error]: mẫu câu không có đoạn nào tên "lead"; các tên có: period, task`},
		"called":      {"ke-hoach.tmpl", whole + `{{define "lead"}}{{.}}{{end}}{{template "lead"}}`, ""},
		"near":        {"ke-hoach.tmpl", whole + "\n{{define \"tasks\"}}{{end}}", `ke-hoach.tmpl:2:1: lỗi [template.error]: mẫu câu không có đoạn nào tên "tasks"; có phải "task"?`},
		"lacks":       {"ke-hoach.tmpl", `{{define "task"}}{{.Lead}}{{end}}`, `ke-hoach.tmpl: lỗi [template.missing]: không có mẫu câu "ke-hoach/period"`},
		"called only": {"ke-hoach.tmpl", `{{define "task"}}{{template "period"}}{{end}}`, `không có mẫu câu "ke-hoach/period"`},
		"empty":       {"cong-dien.tmpl", "", `không có mẫu câu "cong-dien/sender"`},
		"no such":     {"quyet-dinh.tmpl", `{{define "opening"}}{{end}}`, `quyet-dinh.tmpl: lỗi [template.error]: mẫu câu không có tệp nào tên "quyet-dinh.tmpl"; các tên có: bao-cao.tmpl, bien-ban.tmpl`},
		"underscore":  {"giay_moi.tmpl", "", `có phải "giay-moi.tmpl"?`},
		"no UTF-8":    {"cong-dien.tmpl", "{{define \"sender\"}}\xff{{end}}", "cong-dien.tmpl: lỗi [template.error]: tệp mẫu câu không phải UTF-8"},
		"of a kind":   {"rieng.tmpl", `{{define "opening"}}Mở{{end}}`, ""},
	} {
		own := Kind{Kind: plan.Kind{ID: "rieng", New: func(string) any { return new(plan.General) }},
			Body: func(*Composer, plan.Paper) []doc.Part { return nil }}
		_, err := New(&Options{Templates: fstest.MapFS{tt.file: {Data: []byte(tt.text)}}, Kinds: append(Kinds(), own)})
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
}

// foldingFS is a folder as Windows has it.
type foldingFS struct{ files fstest.MapFS }

func (f foldingFS) Open(name string) (fs.File, error) {
	for n := range f.files {
		if strings.EqualFold(n, name) {
			name = n
		}
	}
	return f.files.Open(name)
}
