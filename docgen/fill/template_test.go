package fill

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func mustParse(tb testing.TB, src []byte) *Template {
	tb.Helper()
	t, err := Parse("mau.docx", bytes.NewReader(src), int64(len(src)))
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// TestLibreOffice: what LibreOffice has saved of the templates, with its runs and marks, gives
// the same words; and it opens what comes out.
func TestLibreOffice(t *testing.T) {
	if missing := parity.Missing(); missing != "" {
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	office, err := parity.NewOffice(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	const notation = "Kính gửi: {{H¦ọ và ¦*tên}}¦, {{“Chức vụ”}}\n{{#danh sách}}\n- {{Tên}};\n{{/danh sách}}\n| STT | Tên |\n| {{STT}} | {{danh sách.Tên}} |\nHết\n== header ==\nSố {{Số}}\n"
	const data = "Họ và tên: Nguyễn Văn A\nChức vụ: Chủ tịch\nSố: 15/QĐ\ndanh sách: [{Tên: An}, {Tên: Bình}]\n"
	const want = "Kính gửi: Nguyễn Văn A, Chủ tịch|- An;|- Bình;|STT|Tên|1|An|2|Bình|Hết|Số 15/QĐ"
	in, saved, out := t.TempDir(), t.TempDir(), t.TempDir()
	file := filepath.Join(in, "mau.docx")
	if err := os.WriteFile(file, docxOf(notation), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := office.Convert("docx", saved, file); err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(saved, "mau.docx"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := ReadData(fstest.MapFS{"d.yaml": {Data: []byte(data)}}, "d.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mustParse(t, src).Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	if got := plainWords(b.Bytes()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	filled := filepath.Join(in, "filled.docx")
	if err := os.WriteFile(filled, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := office.Convert("docx", out, filled); err != nil {
		t.Fatal(err)
	}
	again, err := os.ReadFile(filepath.Join(out, "filled.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if got := plainWords(again); got != want {
		t.Errorf("LibreOffice reads %s\nwant %s", got, want)
	}
}

// plainWords gives the texts of the paragraphs of a file, those of the body first.
func plainWords(file []byte) string {
	names, parts := partsOfFile(file)
	var all []string
	for _, kind := range []string{"word/document", "word/header"} {
		for _, name := range names {
			if !strings.HasPrefix(name, kind) {
				continue
			}
			tree, err := parse(parts[name])
			if err != nil {
				panic(err)
			}
			tree.walk(func(n *node) bool {
				if n.name == "w:p" {
					if s := strings.ReplaceAll(line(n), "¦", ""); strings.TrimSpace(s) != "" {
						all = append(all, strings.TrimSpace(strings.ReplaceAll(s, "*", "")))
					}
				}
				return true
			})
		}
	}
	return strings.Join(slices.Compact(all), "|") // LibreOffice writes a header for each kind of page
}

// TestConcurrent: one template, many goroutines, each its own data.
func TestConcurrent(t *testing.T) {
	template := mustParse(t, docxOf("{{#ds}}\n#1 {{Tên}}\n#2 việc\n{{/ds}}\n(ảnh {{Ảnh}}) {{Tên}}"))
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			name := fmt.Sprintf("tên %d", i)
			d, err := NewData(map[string]any{"Tên": name, "Ảnh": "a.png", "ds": []map[string]any{{"Tên": name + "a"}, {"Tên": name + "b"}}},
				fstest.MapFS{"a.png": {Data: pixels(10+i, 10)}})
			if err != nil {
				t.Error(err)
				return
			}
			for range 20 {
				var b bytes.Buffer
				if err := template.Execute(&b, d); err != nil {
					t.Error(err)
					return
				}
				if got := plainWords(b.Bytes()); !strings.Contains(got, name+"b") {
					t.Error(got)
				}
			}
		})
	}
	wait.Wait()
}

// TestNewData: values of Go, and those that are none of a template.
func TestNewData(t *testing.T) {
	template := mustParse(t, docxOf("{{a}} {{b}} {{c}} {{d | words}} {{e}} {{#f}}{{.}};{{/f}} {{g.h}}{{#i}}có{{/i}}{{j}}{{j | words}}{{#j}}ngày{{/j}}"))
	d, err := NewData(map[string]any{
		"a": "chữ", "b": 2026, "c": plan.Money(1500000), "d": plan.Date{Year: 2026, Month: 1, Day: 5}, "e": int64(7),
		"f": []string{"x", "y"},
		"g": map[string]any{"h": "z"}, "i": true, "j": plan.Date{},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := template.Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	const want = "chữ 2026 1.500.000 ngày năm tháng một năm hai nghìn không trăm hai mươi sáu 7 x;y; zcó"
	if got := plainWords(b.Bytes()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	loop := map[string]any{}
	loop["a"] = loop
	for name, bad := range map[string]map[string]any{
		"type": {"a": 1.5}, "control": {"a": "\x01"}, "twice": {"Tên": "1", "tên": "2"}, "loop": loop, "inside": {"a": []any{struct{}{}}},
		"30 February": {"a": plan.Date{Year: 2026, Month: 2, Day: 30}}, "a day without its month": {"a": plan.Date{Year: 2026, Day: 5}},
	} {
		if _, err := NewData(bad, nil); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// TestRefused: files that are no templates.
func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		src  []byte
		want string
	}{
		{nil, "không phải tệp Word"},
		{[]byte("%PDF-1.7"), "tệp PDF"},
		{withTypes("a", "document.main", "document.macroEnabled.main"), "macro"},
		{withBody("<w:document>"), "hỏng"},
		{withBody(strings.Repeat("<a>", maxDepth+1)), "hỏng"},
		{withBody(`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`), "hỏng"},
	} {
		template, err := Parse("a.docx", bytes.NewReader(tt.src), int64(len(tt.src)))
		var list diag.List
		if template != nil || !errors.As(err, &list) || !strings.Contains(list.Error(), tt.want) {
			t.Errorf("%s: %v", tt.want, err)
		}
	}
}

// TestDotx: of a template file of Word comes a document.
func TestDotx(t *testing.T) {
	src := withTypes("{{a}}", "document.main", "template.main")
	d, err := NewData(map[string]any{"a": "b"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mustParse(t, src).Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	_, parts := partsOfFile(b.Bytes())
	if types := parts["[Content_Types].xml"]; strings.Contains(types, "template.main") || !strings.Contains(types, "document.main") {
		t.Error(types)
	}
}

// TestEmptyPart: a part may be empty.
func TestEmptyPart(t *testing.T) {
	file := withPart(docxOf("{{a}}\n== header ==\nb"), "word/header1.xml", func(string) string { return "" })
	file = withPart(file, "word/_rels/document.xml.rels",
		func(s string) string { return strings.ReplaceAll(s, "relationships/header", "relationships/other") })
	d, err := NewData(map[string]any{"a": "x"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mustParse(t, file).Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	if _, parts := partsOfFile(b.Bytes()); parts["word/header1.xml"] != "" || len(parts) != 5 {
		t.Errorf("parts %v", parts)
	}
}

// TestSource: the data source of a mail merge is not in what comes out, and all else of the
// settings is.
func TestSource(t *testing.T) {
	src := docxOf("{{a}}\n== source ==\n")
	d, err := NewData(map[string]any{"a": "b"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mustParse(t, src).Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	_, before := partsOfFile(src)
	_, parts := partsOfFile(b.Bytes())
	settings := before["word/settings.xml"]
	from, to := strings.Index(settings, "<w:mailMerge>"), strings.Index(settings, "</w:mailMerge>")+len("</w:mailMerge>")
	if got := parts["word/settings.xml"]; got != settings[:from]+settings[to:] {
		t.Error(got)
	}
	if got := parts["word/_rels/settings.xml.rels"]; strings.Contains(got, "xlsx") {
		t.Error(got)
	}
}

// TestOutside: what leads out of a template, or runs in it, is named.
func TestOutside(t *testing.T) {
	src := docxOf("{{a}} ‹DDEAUTO excel \"a.xls\"⇒x› ‹=INCLUDETEXT \"b.docx\"⇒x›")
	template := mustParse(t, withPart(src, "word/_rels/document.xml.rels", func(s string) string {
		return strings.Replace(s, "</Relationships>",
			`<Relationship Id="x1" Type="http://x/oleObject" Target="embeddings/a.bin"/><Relationship Id="x2" Type="http://x/image" Target="http://a.vn/b.png" TargetMode="External"/><Relationship Id="x3" Type="http://x/hyperlink" Target="http://a.vn" TargetMode="External"/></Relationships>`, 1)
	}))
	var got []string
	for _, d := range template.Findings() {
		if d.Level != diag.Warning || d.Rule != RuleOutside {
			t.Error(d)
		}
		got = append(got, d.Message)
	}
	for _, want := range []string{"OLE", "http://a.vn/b.png", "DDEAUTO", "INCLUDETEXT"} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("%s is not named: %q", want, got)
		}
	}
	if len(got) != 4 {
		t.Errorf("%q", got)
	}
}

// TestFields lists what templates ask for.
func TestFields(t *testing.T) {
	template := mustParse(t, docxOf(`{{Họ tên}} {{Tiền | money}} {{họ tên}} {{#Ghi chú}}{{Ghi chú}}{{/Ghi chú}} {{Người.Tên}}
{{#danh sách}}
{{STT}} {{Tên}} {{Ngày | date}}
{{/danh sách}}
{{^danh sách}}Trống{{/danh sách}}
‹MERGEFIELD Ngày_ký \@ "dd/MM"⇒x› [check Vắng: ☐] [choice Loại=A/B: A] (ảnh {{Ảnh}})`))
	var show func(fields []*Field) string
	show = func(fields []*Field) string {
		var all []string
		for _, f := range fields {
			s := f.Name + " " + string(f.Kind)
			if f.Fields != nil {
				s += " [" + show(f.Fields) + "]"
			}
			if f.Choices != nil {
				s += " " + strings.Join(f.Choices, "/")
			}
			all = append(all, s)
		}
		return strings.Join(all, ", ")
	}
	const want = "Họ tên text, Tiền money, Ghi chú text, Người group [Tên text], danh sách list [Tên text, Ngày date], Ngày ký date, Vắng check, Loại choice A/B, Ảnh picture"
	if got := show(template.Fields()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func BenchmarkExecute(b *testing.B) {
	text := strings.Repeat("Ông {{Họ và tên}} nhận {{Số tiền | money}} ngày {{Ngày}} theo quyết định của Ủy ban nhân dân xã.\n", 40)
	template := mustParse(b, docxOf(text))
	d, err := NewData(map[string]any{"Họ và tên": "Nguyễn Văn A", "Số tiền": "1.500.000", "Ngày": "05/01/2026"}, nil)
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := template.Execute(&out, d); err != nil {
			b.Fatal(err)
		}
	}
}
