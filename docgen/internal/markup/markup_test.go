package markup

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
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

// places are those of a file that has one text.
type places struct {
	at     func(int) diag.Pos
	joined []int
}

func (p places) PosIn(_ string, offset int) diag.Pos { return p.at(offset) }

func (p places) Locate(string) func(int) diag.Pos { return p.at }

func (p places) Joined(string, func([]byte) bool) []int { return p.joined }

// at gives line and column of a byte of src.

func at(src string) func(int) diag.Pos {
	return func(offset int) diag.Pos {
		before := src[:min(offset, len(src))]
		line := strings.Count(before, "\n") + 1
		col := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
		return diag.Pos{File: "in.md", Line: line, Column: col}
	}
}

// TestCases reads testdata/*.txtar: NAME.md is a text, NAME its parts and findings. The
// comment of a file may ask for "level 1", "upright", "cells", or another scheme:
// "scheme Điều 1. | 1. | a)".
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		o := Options{Scheme: scheme}
		comment := string(in.Comment)
		for l := range strings.Lines(comment) {
			fmt.Sscanf(l, "level %d", &o.Level)
			o.Upright = o.Upright || l == "upright\n"
			if markers, ok := strings.CutPrefix(l, "scheme "); ok {
				var err error
				if o.Scheme, err = decree.ParseScheme(strings.Split(strings.TrimSpace(markers), " | ")); err != nil {
					t.Fatal(err)
				}
			}
		}
		var out []txtar.File
		for _, f := range in.Files {
			name, ok := strings.CutSuffix(f.Name, ".md")
			if !ok {
				continue
			}
			src := Source{Text: string(f.Data), Places: places{at: at(string(f.Data))}}
			var b strings.Builder
			var found diag.List
			if strings.Contains(comment, "cells") {
				var lines [][]doc.Inline
				lines, found = Cell(src)
				for _, l := range lines {
					fmt.Fprintf(&b, "%q\n", inlineText(l))
				}
			} else {
				var parts []doc.Part
				parts, found = Body(src, o)
				show(&b, parts, "")
			}
			for _, d := range found {
				fmt.Fprintln(&b, d)
			}
			out = append(out, f, txtar.File{Name: name, Data: []byte(b.String())})
		}
		return out
	})
}

func show(b *strings.Builder, parts []doc.Part, indent string) {
	for _, p := range parts {
		switch p := p.(type) {
		case *doc.Division:
			if t := p.Typed; t != nil {
				fmt.Fprintf(b, "%styped %q at %s", indent, t.Mark, p.At)
				if t.Bold {
					b.WriteString(" bold")
				}
			} else {
				fmt.Fprintf(b, "%sdivision %d at %s", indent, p.Level, p.At)
			}
			if p.ID != "" {
				fmt.Fprintf(b, " #%s", p.ID)
			}
			if p.Title != nil {
				fmt.Fprintf(b, " title %q", inlineText(p.Title))
			}
			if p.Text != nil {
				fmt.Fprintf(b, " text %q", inlineText(p.Text))
			}
			b.WriteByte('\n')
			show(b, p.Parts, indent+"  ")
		case *doc.Prose:
			fmt.Fprintf(b, "%sprose at %s %q\n", indent, p.At, inlineText(p.Inlines))
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
						s = inlineText(c.Lines[0])
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

func inlineText(in []doc.Inline) string {
	var b strings.Builder
	for _, x := range in {
		switch x := x.(type) {
		case *doc.Text:
			b.WriteString(x.S)
		case *doc.Strong:
			b.WriteString("<b>" + inlineText(x.Inlines) + "</b>")
		case *doc.Emph:
			b.WriteString("<i>" + inlineText(x.Inlines) + "</i>")
		case *doc.Note:
			b.WriteString("<note>" + inlineText(x.Inlines) + "</note>")
		case *doc.Ref:
			b.WriteString("<ref " + x.ID + ">" + inlineText(x.Inlines) + "</ref>")
		case *doc.Link:
			b.WriteString("<a " + x.URL + ">" + inlineText(x.Inlines) + "</a>")
		case *doc.LineBreak:
			b.WriteString("<br>")
		case *doc.Blank:
			b.WriteString("<blank>")
		default:
			fmt.Fprintf(&b, "<%T>", x)
		}
	}
	return b.String()
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
		"# Made":              "#",
		"### Made":            "###",
		"#1 là số một":        "",
		"**2.** Đậm":          "2.",
		"**II.** Đậm":         "II.",
		"*a)* nghiêng":        "a)",
		"ĐIỀU 3. Hiệu lực":    "ĐIỀU 3.",
		"điều 3: hiệu lực":    "",
		"II) Kết quả":         "",
		"-Gạch":               "-",
		"1.Một":               "1.",
		"01. Một":             "01.",
		"05. Năm":             "",
		"45. Bốn mươi lăm":    "",
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

// TestLineEnds: all kinds of line ends part paragraphs, white space and what is not
// seen is no part of a line, and letters are composed before anything is read.
func TestLineEnds(t *testing.T) {
	src := "a\nb\r\nc\rd\ve\u0085f\u2028g\u2029h\n\n \t\n\u00a0\u200bi\ufeff\u00ad\u2060\u202a\n\u200fj\u202e"
	parts, _ := Body(Source{Text: src}, Options{Scheme: scheme})
	var got strings.Builder
	for _, p := range parts {
		got.WriteString(inlineText(p.(*doc.Prose).Inlines))
	}
	if got.String() != "abcdefghij" || len(parts) != 10 {
		t.Errorf("%d paragraphs %q", len(parts), got.String())
	}
	decomposed := norm.NFD.String("Điều 1. Phạm vi\nChương II\nđ) Một")
	parts, _ = Body(Source{Text: decomposed}, Options{Scheme: scheme})
	var b strings.Builder
	show(&b, parts, "")
	const want = "typed \"Điều 1.\" at  title \"Phạm vi\"\ntyped \"Chương II\" at \n  typed \"đ)\" at  text \"Một\"\n"
	if b.String() != want {
		t.Errorf("decomposed letters give\n%s", b.String())
	}
}

// TestQuotationGoesOn: a quotation ends at most 40 lines below its first.
func TestQuotationGoesOn(t *testing.T) {
	for lines, quoted := range map[int]bool{39: true, 40: false} {
		src := "“Một\n" + strings.Repeat("1. Hai.\n", lines) + "Ba”"
		parts, found := Body(Source{Text: src}, Options{Scheme: scheme})
		_, prose := parts[1].(*doc.Prose)
		if prose != quoted || slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == RuleQuote }) == quoted {
			t.Errorf("%d lines between: quoted %v, %v", lines, prose, found)
		}
	}
}

// TestLinear: text that means to keep the program busy takes time in proportion to its
// length: four times as much text far less than sixteen times as long.
func TestLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"brackets":  "[",
		"links":     "[a](x",
		"stars":     " *a",
		"closing":   "*a *b* ",
		"bold":      "**a ",
		"backslash": "\\",
		"paths":     `x\y `,
		"dashes":    "- x\n",
		"colons":    "1. x:\n",
		"numbers":   "1. x\n1.1. y\na) z:\n1. u:\n- v\n",
		"quotes":    "“a\n",
		"bars":      "|a|\n",
		"dash line": "|-|\n",
		"hashes":    "# a\n",
		"notes":     "[^a\n",
		"joined":    "a\\\n",
		"tabs":      "\t..",
		"braces":    "1. {#",
		"tags":      "<br",
		"paragraph": "a) x.\ny\n",
		"closers":   "1. x\nTrên đây y\n",
		"names":     "I.Newton\n",
		"lasts":     "Mục 1. Phần\n1. Thôn\n2. Xóm\nCác thôn khác.\n",
	} {
		took := func(long int) time.Duration {
			src := Source{Text: strings.Repeat(piece, long/len(piece))}
			least := time.Hour
			for range 2 {
				start := time.Now()
				Body(src, Options{Scheme: scheme})
				least = min(least, time.Since(start))
			}
			return least
		}
		const short = 1 << 16
		if a, b := took(short), took(4*short); b > 10*a && b > fuzzing.Slowness*time.Second/2 {
			t.Errorf("%s: %v, and %v for four times as much", name, a, b)
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzBody: no panic, every finding's place lies in the text, and every letter, figure
// and marker arrives, in order.
func FuzzBody(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		if ar, err := txtar.ParseFile(name); err == nil {
			for _, file := range ar.Files {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return // the reader of files has refused it
		}
		src = vi.NFC(src)
		parts, found := Body(Source{Text: src, Places: places{at: at(src)}}, Options{Scheme: scheme})
		lines := strings.Count(src, "\n") + 1
		for _, d := range found {
			if d.Pos.Line < 1 || d.Pos.Line > lines {
				t.Errorf("place %v outside %d lines", d.Pos, lines)
			}
		}
		if found.HasErrors() || strings.Contains(src, "](") || strings.ContainsAny(src, "{[|") {
			return // names, notes and links hold letters that are not printed there
		}
		var b strings.Builder
		texts(&b, parts)
		sameLetters(t, src, b.String())
		if in, found := Line(Source{Text: src}); !found.HasErrors() {
			sameLetters(t, src, textOnly(in))
		}
		var cell strings.Builder
		paragraphs, _ := Cell(Source{Text: src})
		for _, in := range paragraphs {
			cell.WriteString(textOnly(in))
		}
		sameLetters(t, src, cell.String())
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
			if p.Typed != nil {
				b.WriteString(p.Typed.Mark)
			}
			b.WriteString(textOnly(p.Title) + textOnly(p.Text))
			texts(b, p.Parts)
		case *doc.Prose:
			b.WriteString(textOnly(p.Inlines))
		}
	}
}

// textOnly gives the text of inlines without their looks.
func textOnly(in []doc.Inline) string {
	var b strings.Builder
	doc.Inspect(in, func(n any) bool {
		if t, ok := n.(*doc.Text); ok {
			b.WriteString(t.S)
		}
		return true
	})
	return b.String()
}

func sameLetters(t *testing.T, src, got string) {
	t.Helper()
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

// TestMayMark: what a marker begins with is not passed over.
func TestMayMark(t *testing.T) {
	for _, line := range []string{
		"Phần I. Mở đầu", "PHẦN THỨ HAI", "Chương II. Nội dung", "CHƯƠNG I", "Mục 3. Kinh phí", "MỤC 1. TỔ CHỨC", "Tiểu mục 2. Xe",
		"TIỂU MỤC 1", "Ðiều 4. Hiệu lực", "đ- xe máy", "đ/ xe máy",
		"Điều 4. Hiệu lực", "ĐIỀU 5. Thi hành", "đ) xe máy;", "đ. xe máy;", "d) xe đạp;", "A. KẾT QUẢ", "I. Người", "IV. Xe",
		"VI- Thuyền", "XI/ Tàu", "XXI. Máy bay",
		"1. Xe", "1.2. Xe", "(1) Xe", "(a) Xe", "(i) Xe", "- Xe", "+ Xe", "* Xe", "a/ Xe", "a- Xe",
	} {
		if _, ok := matchMarker(line); !ok || !mayMark(line) {
			t.Errorf("%q: marker %t, passed over %t", line, ok, !mayMark(line))
		}
	}
	for _, line := range []string{ // as files have them whose letters are not composed, or not wholly
		"Đie\u0302\u0300u 4. Xe", "Điê\u0300u 4. Xe", "ĐIE\u0302\u0300U 4. Xe", "ĐIÊ\u0300U 4. Xe", "Mu\u0323c 3. Xe", "MU\u0323C 3. Xe",
		"Chu\u031bo\u031bng II. Xe", "Tie\u0302\u0309u mu\u0323c 2. Xe", "Pha\u0302\u0300n I. Xe",
	} {
		if !opensWithMarker([]byte(line + "\nvà")) {
			t.Errorf("%q is passed over", line)
		}
	}
	for _, line := range []string{"Cẩm Hòa", "Tổ", "Mít", "Việt Nam", "đồng", "Đảng", "đ", "đi", "điển hình", "Điện", "ĐIỂM", "Xã", "Ăn", "bà", "Minh"} {
		if mayMark(line) {
			t.Errorf("%q may be a marker", line)
		}
	}
}
