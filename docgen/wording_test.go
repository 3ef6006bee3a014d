package docgen

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/templates"
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
// read, not when the first paper needs it.
func TestWordingFiles(t *testing.T) {
	const whole = `{{define "task"}}{{.Lead}}{{end}}{{define "period"}}{{.From}}{{end}}`
	for name, tt := range map[string]struct{ file, text, want string }{
		"whole": {"ke-hoach.tmpl", whole, ""},
		"a block of its own": {"ke-hoach.tmpl", whole + `{{define "lead"}}{{.}}{{end}}` + "{{define \"x\"}}{{end}}{{template \"x\"}}",
			`ke-hoach.tmpl:1:1: lỗi [template.error]: mẫu câu không có đoạn nào tên "lead"; các tên có: period, task`},
		"called":         {"ke-hoach.tmpl", whole + `{{define "lead"}}{{.}}{{end}}{{template "lead"}}`, ""},
		"near":           {"ke-hoach.tmpl", whole + "\n{{define \"tasks\"}}{{end}}", `ke-hoach.tmpl:2:1: lỗi [template.error]: mẫu câu không có đoạn nào tên "tasks"; có phải "task"?`},
		"lacks":          {"ke-hoach.tmpl", `{{define "task"}}{{.Lead}}{{end}}`, `ke-hoach.tmpl: lỗi [template.missing]: không có mẫu câu "ke-hoach/period"`},
		"called only":    {"ke-hoach.tmpl", `{{define "task"}}{{template "period"}}{{end}}`, `không có mẫu câu "ke-hoach/period"`},
		"empty":          {"cong-dien.tmpl", "", `không có mẫu câu "cong-dien/sender"`},
		"no such":        {"quyet-dinh.tmpl", `{{define "opening"}}{{end}}`, `quyet-dinh.tmpl: lỗi [template.error]: mẫu câu không có tệp nào tên "quyet-dinh.tmpl"; các tên có: bao-cao.tmpl, bien-ban.tmpl`},
		"underscore":     {"giay_moi.tmpl", "", `có phải "giay-moi.tmpl"?`},
		"opened above":   {"ke-hoach.tmpl", whole + "\n{{- define \"tasks\" -}}\n\n\n x{{end}}", "ke-hoach.tmpl:2:1:"},
		"in other signs": {"ke-hoach.tmpl", whole + "\n{{define `x`}}{{/*\n\n*/}}\n{{.Lead}}{{end}}{{define \"y\"}}{{template \"period\" .}}{{end}}{{template \"y\"}}", "ke-hoach.tmpl:2:1:"},
		"no UTF-8":       {"cong-dien.tmpl", "{{define \"sender\"}}\xff{{end}}", "cong-dien.tmpl: lỗi [template.error]: tệp mẫu câu không phải UTF-8"},
	} {
		_, err := New(&Options{Templates: fstest.MapFS{tt.file: {Data: []byte(tt.text)}}})
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
}

// TestStrayWording: what a system leaves hidden in the folder is passed by; a kept copy beside the file itself
// is to go, not to take its name.
func TestStrayWording(t *testing.T) {
	usual, err := fs.ReadFile(templates.FS, "giay-moi.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for stray, want := range map[string]string{
		"._giay-moi.tmpl": "", "giay-moi (cu).tmpl": "bỏ tệp này", "giay_moi.tmpl": "bỏ tệp này", "ke_hoach.tmpl": `có phải "ke-hoach.tmpl"?`,
	} {
		_, err := New(&Options{Templates: fstest.MapFS{"giay-moi.tmpl": {Data: usual}, stray: {}}})
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), want) || strings.Count(err.Error(), "bỏ")+strings.Count(err.Error(), "có phải") != 1) {
			t.Errorf("%s: %v", stray, err)
		}
	}
}

// TestWordingOfOwnKinds: a kind from outside has files, blocks and fields of its own, also where its
// ID is that of a built-in one.
func TestWordingOfOwnKinds(t *testing.T) {
	own := fstest.MapFS{
		"rieng.tmpl": {Data: []byte(`{{define "opening"}}Mở {{.Any}}{{end}}`)}, "giay-moi.tmpl": {Data: []byte(`{{define "chao"}}Chào{{end}}`)},
		"co-quan.tmpl": {Data: []byte(`{{define "a"}}A{{end}}`)},
	}
	for _, id := range []string{"rieng", "giay-moi"} {
		k := Kind{Kind: plan.Kind{ID: id, New: func(string) any { return new(plan.General) }},
			Body: func(*Composer, plan.Paper) []doc.Part { return nil }}
		r, err := New(&Options{Templates: own, Kinds: []Kind{k}})
		if err != nil {
			t.Fatal(id, err)
		}
		for block, want := range map[string]string{"rieng/opening": "Mở x", "giay-moi/chao": "Chào", "co-quan/a": "A"} {
			if got, found := r.Words(block, map[string]any{"Any": "x"}); string(got) != want || found != nil {
				t.Errorf("%s: %q, %v", block, got, found)
			}
		}
	}
}

// TestSharedBlocks: a block that any file of the office calls is one, by its short or its whole name, and so is the
// file that it stands in; a file that only calls itself is none.
func TestSharedBlocks(t *testing.T) {
	const (
		first = `{{define "task"}}{{.Lead}}{{template %q .}}{{end}}{{define "period"}}{{.From}}{{end}}`
		body  = `{{define "co-quan"}}UBND {{.Lead}}{{end}}`
		wire  = `{{define "sender"}}{{.Sender}}{{end}}`
	)
	for name, tt := range map[string]struct {
		call  string
		files map[string]string
		want  string
	}{
		"a file for all":      {"chung/co-quan", map[string]string{"chung.tmpl": body}, ""},
		"of another kind":     {"cong-dien/co-quan", map[string]string{"cong-dien.tmpl": wire + body}, ""},
		"its own, whole name": {"ke-hoach/co-quan", map[string]string{"ke-hoach.tmpl": body}, ""},
		"called by none":      {"chung/co-quan", map[string]string{"chung.tmpl": body, "chun.tmpl": body}, `không có tệp nào tên "chun.tmpl"`},
		"called by itself": {"chung/co-quan", map[string]string{"chung.tmpl": body, "x.tmpl": body + `{{define "y"}}{{template "co-quan" .}}{{end}}`},
			`không có tệp nào tên "x.tmpl"`},
		"a field of none": {"ke-hoach/co-quan", map[string]string{"ke-hoach.tmpl": body, "cong-dien.tmpl": wire + `{{.Lead}}`}, `"Lead"`},
		"a block of none": {"cong-dien/co-quan", map[string]string{"cong-dien.tmpl": wire + body + `{{define "x"}}{{end}}`}, `"x"`},
		"beside a mistake": {"chung/co-quan", map[string]string{"chung.tmpl": body + "{{", "cong-dien.tmpl": wire + body},
			`chung.tmpl:1:1: lỗi [template.error]: mẫu câu viết sai`},
	} {
		own := make(fstest.MapFS)
		for file, text := range tt.files {
			own[file] = &fstest.MapFile{Data: []byte(text)}
		}
		own["ke-hoach.tmpl"] = &fstest.MapFile{Data: []byte(fmt.Sprintf(first, tt.call) + tt.files["ke-hoach.tmpl"])}
		r, err := New(&Options{Templates: own})
		var found diag.List
		errors.As(err, &found)
		if (err == nil) != (tt.want == "") || err != nil && (len(found) != 1 || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
		if err == nil {
			if got, found := r.Words("ke-hoach/task", map[string]any{"Lead": "A"}); got != "AUBND A" || found != nil {
				t.Errorf("%s: %q, %v", name, got, found)
			}
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
