package markup

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

// scheme is I > 1 > a > - > +, the usual one of plans.
var scheme = doc.Scheme{
	{Numeral: doc.Roman, Suffix: "."},
	{Numeral: doc.Arabic, Suffix: "."},
	{Numeral: doc.Letter, Suffix: ")"},
	{Prefix: "-"},
	{Prefix: "+"},
}

// at gives line and column of a byte of src.
func at(src string) func(int) diag.Pos {
	return func(offset int) diag.Pos {
		before := src[:min(offset, len(src))]
		line := strings.Count(before, "\n") + 1
		col := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
		return diag.Pos{File: "in.md", Line: line, Column: col}
	}
}

// TestCases reads testdata/*.txtar: in.md is the source, parts what it gives.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		src := string(in.Files[0].Data)
		level := 0
		fmt.Sscanf(string(in.Comment), "level %d", &level)
		parts, found := Body(Source{Text: src, At: at(src)}, Options{Scheme: scheme, Level: level})
		var b strings.Builder
		show(&b, parts, "")
		for _, d := range found {
			fmt.Fprintln(&b, d)
		}
		return []txtar.File{in.Files[0], {Name: "parts", Data: []byte(b.String())}}
	})
}

func show(b *strings.Builder, parts []doc.Part, indent string) {
	for _, p := range parts {
		switch p := p.(type) {
		case *doc.Division:
			fmt.Fprintf(b, "%sdivision %d at %s", indent, p.Level, p.At)
			if p.ID != "" {
				fmt.Fprintf(b, " #%s", p.ID)
			}
			if p.Title != nil {
				fmt.Fprintf(b, " title %q", line(p.Title))
			}
			if p.Text != nil {
				fmt.Fprintf(b, " text %q", line(p.Text))
			}
			b.WriteByte('\n')
			show(b, p.Parts, indent+"  ")
		case *doc.Prose:
			fmt.Fprintf(b, "%sprose at %s %q\n", indent, p.At, line(p.Inlines))
		case *doc.DataTable:
			fmt.Fprintf(b, "%stable at %s\n", indent, p.At)
			for i, row := range p.Rows {
				fmt.Fprintf(b, "%s  row", indent)
				if i < p.Header {
					b.WriteString(" head")
				}
				for j, c := range row.Cells {
					s := ""
					if len(c.Lines) > 0 {
						s = line(c.Lines[0])
					}
					fmt.Fprintf(b, " %q/%d", s, p.Columns[j].Align)
				}
				b.WriteByte('\n')
			}
		default:
			fmt.Fprintf(b, "%s%T\n", indent, p)
		}
	}
}

func line(in []doc.Inline) string {
	var b strings.Builder
	for _, x := range in {
		switch x := x.(type) {
		case *doc.Text:
			b.WriteString(x.S)
		case *doc.Strong:
			b.WriteString("<b>" + line(x.Inlines) + "</b>")
		case *doc.Emph:
			b.WriteString("<i>" + line(x.Inlines) + "</i>")
		case *doc.Note:
			b.WriteString("<note>" + line(x.Inlines) + "</note>")
		case *doc.Ref:
			b.WriteString("<ref " + x.ID + ">" + line(x.Inlines) + "</ref>")
		case *doc.Link:
			b.WriteString("<a " + x.URL + ">" + line(x.Inlines) + "</a>")
		case *doc.LineBreak:
			b.WriteString("<br>")
		default:
			fmt.Fprintf(&b, "<%T>", x)
		}
	}
	return b.String()
}

func TestEscape(t *testing.T) {
	for _, s := range []string{
		"a*b*c", "1. x", "2) y", "- z", "-", "+ z", "* z", "# h", "a_b_", `x\y`, "AT&T", "&amp;", "[x](#y)", "<https://x.vn>",
		"x[^1]", "![a](b)", "**đậm**", "| a | b |", "{#id}", "---", "5 < 6 > 4", "`code`", "~~x~~",
	} {
		for name, read := range map[string]func() []doc.Inline{
			"line": func() []doc.Inline { in, _ := Line(Source{Text: Escape(s)}); return in },
			"body": func() []doc.Inline {
				parts, found := Body(Source{Text: Escape(s)}, Options{Scheme: scheme})
				if len(parts) != 1 || found.HasErrors() {
					t.Fatalf("body of %q: %d parts, %v", Escape(s), len(parts), found)
				}
				return parts[0].(*doc.Prose).Inlines
			},
		} {
			if got := line(read()); got != s {
				t.Errorf("%s of Escape(%q) = %q gives %q", name, s, Escape(s), got)
			}
		}
	}
}

func TestTypedMarker(t *testing.T) {
	for s, want := range map[string]string{
		"I. MỤC ĐÍCH":         "I.",
		"1. Mục đích":         "1.",
		"1.2. Nội dung":       "1.2.",
		"a) Đối với":          "a)",
		"Điều 3. Hiệu lực":    "Điều 3.",
		"Chương II. QUY ĐỊNH": "Chương II.",
		"- Gạch":              "-",
		"**2.** Đậm":          "2.",
		"**II.** Đậm":         "II.",
		"*a)* nghiêng":        "a)",
		"ĐIỀU 3. Hiệu lực":    "ĐIỀU 3.",
		"điều 3: hiệu lực":    "điều 3:",
		"II) Kết quả":         "II)",
		"3/ Kết quả":          "3/",
		"(1) Kết quả":         "(1)",
		"30/4 và 01/5":        "",
		"C-130 bay":           "",
		"II- Kết quả":         "II-",
		"100% các tổ chức":    "",
		"01 điển hình":        "",
		"Điều 3 của Luật":     "",
		"2.530.000 đồng":      "",
		"Chi tiết":            "",
		"V/v nghỉ lễ":         "",
		"số 1. ":              "",
		"V. I. Lê-nin":        "",
		"V.I. Lê-nin":         "",
		"C. Mác":              "C.",
	} {
		if got := TypedMarker(s); got != want {
			t.Errorf("TypedMarker(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestTooMuch: text that means to keep the program busy is refused at once.
func TestTooMuch(t *testing.T) {
	for name, s := range map[string]string{
		"brackets": strings.Repeat("[", 1<<20),
		"dashes":   strings.Repeat("- ", 1<<18),
		"indent":   strings.Repeat(" ", 1<<20) + "- x",
	} {
		if _, found := Body(Source{Text: "a\n" + s}, Options{Scheme: scheme}); len(found) != 1 || found[0].Rule != RuleTooMuch {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzBody: no panic, and every finding's place lies in the text.
func FuzzBody(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		if ar, err := txtar.ParseFile(name); err == nil {
			f.Add(string(ar.Files[0].Data))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return // the reader of files has refused it
		}
		_, found := Body(Source{Text: src, At: at(src)}, Options{Scheme: scheme})
		lines := strings.Count(src, "\n") + 1
		for _, d := range found {
			if d.Pos.Line < 1 || d.Pos.Line > lines {
				t.Errorf("place %v outside %d lines", d.Pos, lines)
			}
		}
		if in, found := Line(Source{Text: src}); !found.HasErrors() && !strings.ContainsAny(src, "[]<>") {
			sameLetters(t, src, line(in))
		}
		// Where nothing may be left out, every letter arrives, in order.
		if parts, found := Body(Source{Text: src}, Options{Scheme: scheme}); !found.HasErrors() && !strings.ContainsAny(src, "[]<>|{}") {
			var b strings.Builder
			texts(&b, parts)
			sameLetters(t, withoutNumbers(src), withoutNumbers(b.String()))
		}
	})
}

func BenchmarkBody(b *testing.B) {
	src := strings.Repeat("# Mục đích\n\nĐoạn *một* **hai**.\n\n- gạch một\n- gạch hai\n  - sâu hơn\n\n", 10)
	b.ReportAllocs()
	for b.Loop() {
		Body(Source{Text: src}, Options{Scheme: scheme})
	}
}

func BenchmarkBodyPlain(b *testing.B) {
	src := "Tiếp tục đổi mới, nâng cao nhận thức, thực hiện có hiệu quả việc tuyên truyền, nhân rộng điển hình tiên tiến."
	b.ReportAllocs()
	for b.Loop() {
		Body(Source{Text: src}, Options{Scheme: scheme})
	}
}

// texts writes only the text of parts.
func texts(b *strings.Builder, parts []doc.Part) {
	for _, p := range parts {
		switch p := p.(type) {
		case *doc.Division:
			b.WriteString(line(p.Title) + line(p.Text))
			texts(b, p.Parts)
		case *doc.Prose:
			b.WriteString(line(p.Inlines))
		}
	}
}

// withoutNumbers drops digits: those of list items are computed anew.
func withoutNumbers(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

func sameLetters(t *testing.T, src, got string) {
	t.Helper()
	for _, tag := range []string{"<b>", "</b>", "<i>", "</i>", "<br>"} {
		got = strings.ReplaceAll(got, tag, "")
	}
	keep := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}
	if want, have := strings.Map(keep, src), strings.Map(keep, got); want != have {
		t.Errorf("letters of %q\nwant %q\ngot  %q", src, want, have)
	}
}
