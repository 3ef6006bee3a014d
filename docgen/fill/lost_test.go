package fill

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestLostMergeFields: "«Tên»" that is words alone is said to be none, and a field of an old form to stay; a field
// that shows such words, and words in such quotes, are not. What may as well be a quotation gets a hint, marked "?".
func TestLostMergeFields(t *testing.T) {
	for notation, want := range map[string]string{
		"Ông «Họ_và_tên»":      "«Họ_và_tên»",
		"Ông <<Tên>>, {{Tên}}": "<<Tên>>",
		"Ông «Tê¦n»":           "«Tên»",
		"Ông «Họ và tên», «Chức vụ»; «Họ và tên», <<Đơn vị>>":        "<<Đơn vị>>«Chức vụ»«Họ và tên»",
		"{{Tên}} «Họ_và_tên» ‹MERGEFIELD Số_nhà⇒x› «Số nhà»":         "«Họ_và_tên»«Số nhà»",
		"{{Tên}} đọc <<Kiều>>, <<Hai chữ>>":                          "<<Hai chữ>><<Kiều>>",
		"{{Tên}} đọc Truyện «Kiều», «Kiều»":                          "",
		"{{Tên}} đọc «Kiều», đạt «Người tốt»":                        "«Người tốt»?",
		"{{Tên}} «Kiều», «Lớp», «Kiều»":                              "",
		"{{Tên}} «Kiều», «Lớp», «Thôn»":                              "«Kiều»?«Lớp»?«Thôn»?",
		"{{Tên}} đạt «Người tốt»":                                    "«Người tốt»?",
		"{{ông.tên}} đọc «Tên»":                                      "«Tên»",
		"Học «Một hai ba bốn năm sáu», «Một hai ba bốn năm sáu bảy»": "«Một hai ba bốn năm sáu»",
		"{{Tên}} ‹MERGEFIELD Tên⇒«Tên»› ‹=MERGEFIELD Tên⇒«Tên»›":     "",
		"{{Tên}} ‹FORMTEXT⇒x› ‹FORMCHECKBOX›‹=FORMDROPDOWN⇒x›":       "FORMCHECKBOXFORMDROPDOWNFORMTEXT",
		"{{Tên}} nói «rất vui», « Tên », «2026»":                     "",
	} {
		got := ""
		for _, d := range mustParse(t, docxOf(notation)).Findings() {
			if d.Rule == RuleField && d.Found != "" {
				got += d.Found + map[diag.Level]string{diag.Info: "?"}[d.Level]
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", notation, got, want)
		}
	}
}

// TestUnused: names of the data for which the template has no place are named, each once and at its own place; with
// words that were a field it is a warning.
func TestUnused(t *testing.T) {
	for _, c := range []struct{ template, data, want string }{
		{"{{Họ_tên}} {{ông.chức vụ}} ‹MERGEFIELD Ngaysinh⇒x›", "Họ tên: a\nông: {chức vụ: b}\nngày sinh: c\n", "3:1 ngày sinh"},
		{"‹MERGEFIELD Ngày_sinh⇒x› [Nơi ở: y] [@Lớp: z]", "ngày sinh: c\nnơi ở: d\nlớp: 4", ""},
		{"{{#ds}}{{Tên}}{{/}}", "ds:\n- {Tên: a, Lớp: 1}\n- {Tên: b, Lớp: 2}\nLớp: 3\nkhác: {a: 1}", "2:12 ds.Lớp; 4:1 Lớp; 5:1 khác"},
		{`{{ds | sum "Tiền"}}{{#a = "x"}}{{b | date}}{{/}}`, "ds: [{Tiền: 1}]\na: x\nb:", ""},
		{"{{Tên}} đọc Truyện «Kiều»", "Tên: a\nKiều: b\nMúa: c", "2:1 Kiều!; 3:1 Múa"},
		{"| {{STT}} | {{Tên}} |", "ds: [{Tên: a, Lớp: 1}]\nkhác: [{Lớp: 1}, x]", "1:15 ds.Lớp; 2:1 khác"},
		{"‹NEXT›‹MERGEFIELD Tên⇒x›", "- {Tên: a, Lớp: 1}\n- {Tên: b, Lớp: 2}", "1:12 Lớp"},
		{"chữ", "Tên: a", "1:1 Tên"},
	} {
		template := mustParse(t, docxOf(c.template))
		d, err := ReadData(fstest.MapFS{"data.yaml": {Data: []byte(c.data)}}, "data.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range template.Unused(d) {
			got = append(got, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Found)+map[diag.Level]string{diag.Warning: "!"}[f.Level])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s with %q: got %s, want %s", c.template, c.data, s, c.want)
		}
	}
}

// TestTracked: words that are deleted only for whoever accepts it are said to stay; inserted ones are words.
func TestTracked(t *testing.T) {
	for change, want := range map[string]int{
		`<w:del w:id="1" w:author="x"><w:r><w:delText>cũ</w:delText></w:r></w:del>`:     1,
		`<w:moveFrom w:id="1" w:author="x"><w:r><w:t>cũ</w:t></w:r></w:moveFrom>`:       1,
		`<w:ins w:id="1" w:author="x"><w:r><w:t>mới</w:t></w:r></w:ins>`:                0,
		`<w:del w:id="1" w:author="x"/><w:moveFrom w:id="2" w:author="x"></w:moveFrom>`: 1,
	} {
		src := withPart(docxOf("{{Tên}} x"), "word/document.xml", func(s string) string { return strings.Replace(s, "</w:p>", change+"</w:p>", 1) })
		got := 0
		for _, d := range mustParse(t, src).Findings() {
			if d.Rule == ruleTracked && d.Level == diag.Warning {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d findings, want %d", change, got, want)
		}
	}
}

// TestBeyond: braces where nothing is filled are named, each once; those of text and of a picture are not.
func TestBeyond(t *testing.T) {
	const run = "<w:r>%s</w:r>"
	for inside, want := range map[string]string{
		`<w:instrText> HYPERLINK "https://x/{{a}}" </w:instrText>`:                                         `HYPERLINK "https://x/{{a}}"`,
		`<m:oMath xmlns:m="urn:m"><m:r><m:t>{{a}}²</m:t></m:r></m:oMath>`:                                  "{{a}}²",
		`<w:pict><v:shape><v:textpath string="{{a}}"/></v:shape><v:shape alt="{{a}}"/></w:pict>`:           "{{a}}",
		`<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{{a}} và {{b}}"/></wp:inline></w:drawing>`: "{{a}} và {{b}}",
		`<w:t>{{Tên}}</w:t>`:           "",
		`<w:t>{a} x{ {</w:t>`:          "",
		`<w:delText>{{a}}</w:delText>`: "",
	} {
		src := withPart(docxOf("{{Tên}} (ảnh {{Ảnh}}) [Nơi: x] x"), "word/document.xml", func(s string) string {
			return strings.Replace(s, "</w:p>", fmt.Sprintf(run, inside)+"</w:p>", 1)
		})
		got := ""
		for _, d := range mustParse(t, src).Findings() {
			if d.Level == diag.Warning {
				got += d.Found
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", inside, got, want)
		}
	}
	for address, want := range map[string]bool{"https://x/{{a}}": true, "https://x/%7B%7Ba%7D%7D": true, "https://x/{a}": false} {
		src := withPart(docxOf("{{Tên}}"), "word/_rels/document.xml.rels", func(s string) string {
			return strings.Replace(s, "</Relationships>", `<Relationship Id="rId77" Type="`+typeOf+`hyperlink" Target="`+address+`" TargetMode="External"/></Relationships>`, 1)
		})
		if got := len(mustParse(t, src).Findings()) > 0; got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}
