package docgen_test

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// officeLine is a line as it is pasted, and as it must stand on the page.
type officeLine struct {
	typed, printed string
	made           bool // the program puts a number in front of it
	row            bool // of a table: its cells stand on lines of their own
}

// officeText makes the text of an office out of bytes, each of which is a choice: the
// same bytes, the same text. All that it makes is meant to come out as it stands; marks
// that are marks (bold letters, bars, notes) say so in the printed form.
type officeText struct {
	seed  []byte
	lines []officeLine
	notes []string // texts of notes, in the order of their marks
	bare  bool     // of a cell: no tables, headings and notes
	// quoted: a quotation may go on, in which tables, headings and bullets are text.
	quoted bool
}

// Marks in a printed line, which differ by format.
const (
	noteMark    = "\x01" // of a note
	addressMark = "\x02" // behind the words of a link
)

// pick takes the next byte as one of n choices, the first when none is left.
func (o *officeText) pick(n int) int {
	if len(o.seed) == 0 {
		return 0
	}
	b := int(o.seed[0])
	o.seed = o.seed[1:]
	return b % n
}

func (o *officeText) of(choices []string) string { return choices[o.pick(len(choices))] }

// officePieces stand inside lines, and are printed as they are typed.
var officePieces = strings.Split(strings.TrimSpace(`
Tiếp tục tuyên truyền
Trạm Y tế: phối hợp
các xã, phường
băng rôn 60*40*20 cm
hệ số 1,5*2.530.000*3
ước đạt (*) và (**)
Mã _A_, __x__ và a_b
2 * 3 = 6
1.500.000 đồng/người
1.5 triệu
ngày 30/4 và 01/5
ngày ..../..../.....
tên: ........................
gồm …………
số ______
v.v.
v.v...
https://xa.example.vn/a_b*c*d/
vanthu@xa.vn
“Gia đình văn hóa”
"Xã sạch"
C. Mác
V. I. Lê-nin
Nghị định số 30/2020/NĐ-CP
khoản 2 Điều 5
Phần mềm
(1) một, (2) hai
[1]
[x]
{Ho_ten}
#5
5 < 6 > 4
A & B
50%
m² H₂O
a|b
C:\tm
~5
giai đoạn 2021 - 2025
các hội - đoàn thể
Ê-đê
TRẠM Y TẾ
đồng chí Lê Văn A
thứ 2
năm học 2025-2026
Họ tên	Năm sinh
`), "\n")

// officeHeads stand at the head of lines, markers and what only looks like one.
var officeHeads = strings.Split(strings.TrimSpace(`
I.
II.
III.
IV.
A.
B.
1.
2.
3.
4.
10.
15.
99.
2026.
0912.
01.
1.1.
1.2.
2.1
1.1.1.
1)
2)
a)
b)
c)
đ)
a.
b.
(1)
(2)
(a)
(i)
(ii)
-
+
*
(*)
Điều 1.
Điều 2.
Điều 2:
Điều 5
Điều 3a.
ĐIỀU 4.
Chương I.
Chương II:
Chương III
CHƯƠNG I
Mục 1.
Mục 2
Tiểu mục 1.
Phần I.
Phần thứ nhất:
Phần thứ hai
Mục IV Phần I
Khoản 2 Điều 5
Bước 1:
Phụ lục
PHỤ LỤC
DANH SÁCH
I-
1/
a/
1-
1.Một
-Gạch
d).
V.
X.
C.
[1]
1.500
30/4
“
”
"
“Điều 4.
...
./.
---
___
#7
##x
`), "\n")

// officeEnds stand at the end of lines.
var officeEnds = []string{"", "", "", ".", ";", ",", ":", "!", "?", "...", "…", "./.", "/.", ".”", "”.", `"`, "”", " .", "/", " *",
	" **", `\\`}

// officeTexts makes lines until the choices are over, most of them at most.
func (o *officeText) make(most int) {
	for len(o.seed) > 0 && len(o.lines) < most {
		from := len(o.lines)
		switch o.pick(16) {
		case 0:
			if !o.bare && !o.quoted {
				o.table()
			}
		case 1:
			if !o.bare && !o.quoted {
				o.heading()
			}
		case 2:
			l := o.line()
			l.typed += " \\"
			o.lines = append(o.lines, l, officeLine{typed: "nối dòng", printed: "nối dòng"})
		case 3:
			if !o.bare {
				o.note()
			}
		case 4:
			w := o.of(officePieces)
			o.add(w, w)
		case 5:
			h := o.of(officeHeads)
			o.add(h, h)
		default:
			o.lines = append(o.lines, o.line())
		}
		for _, l := range o.lines[from:] {
			o.quoted = o.quoted || strings.Count(l.typed, "“") != strings.Count(l.typed, "”") || strings.Count(l.typed, `"`)%2 == 1
		}
	}
}

func (o *officeText) add(typed, printed string) {
	o.lines = append(o.lines, officeLine{typed: typed, printed: printed})
}

// line makes a line of words, with something at its head or not.
func (o *officeText) line() officeLine {
	var typed, printed strings.Builder
	both := func(s string) {
		typed.WriteString(s)
		printed.WriteString(s)
	}
	switch n := o.pick(8); {
	case n < 3, n == 3 && o.quoted:
	case n == 3: // bullets come out as the paper's dash
		typed.WriteString(o.of([]string{"• ", "– ", "\uf0b7 ", "● "}))
		printed.WriteString("- ")
	case n == 4: // a backslash: no marker
		h := o.of([]string{"1.", "a)", "-", "+", "Điều 1."})
		typed.WriteString(`\` + h + " ")
		printed.WriteString(h + " ")
	default:
		both(o.of(officeHeads) + " ")
	}
	for n := 1 + o.pick(3); n > 0; n-- {
		switch o.pick(12) {
		case 0:
			typed.WriteString("**in đậm**")
			printed.WriteString("in đậm")
		case 1:
			typed.WriteString("*in nghiêng*")
			printed.WriteString("in nghiêng")
		case 2:
			typed.WriteString(`\*sao\*`)
			printed.WriteString("*sao*")
		case 3:
			typed.WriteString("[trang](https://xa.vn)")
			printed.WriteString("trang" + addressMark)
		case 4:
			w := o.of(officePieces)
			typed.WriteString(norm.NFD.String(w))
			printed.WriteString(w)
		default:
			both(o.of(officePieces))
		}
		if n > 1 {
			both(o.of([]string{" ", " ", ", ", "\u00a0", "  "}))
		}
	}
	both(o.of(officeEnds))
	return officeLine{typed: typed.String(), printed: strings.TrimSuffix(printed.String(), `\`)}
}

// heading makes a heading whose number the program makes, or one that is bold by hand.
func (o *officeText) heading() {
	if o.pick(3) == 0 {
		w := o.of(officeHeads[:20]) + " " + o.of([]string{"“Gia đình văn hóa”", "(Tiếp)", "Trạm Y tế:", "50% hộ", "“Xã sạch”, (đợt 2)"})
		o.add("**"+w+"**"+o.of([]string{"", " phối hợp", ": nhà"}), "")
		l := &o.lines[len(o.lines)-1]
		l.printed = strings.ReplaceAll(l.typed, "**", "")
		return
	}
	w := o.of([]string{"Mục tiêu", "Tổ chức thực hiện: chung", "KẾT QUẢ", "1 năm", "A B"})
	o.lines = append(o.lines, officeLine{typed: o.of([]string{"# ", "# ", "## "}) + w, printed: w, made: true})
}

// table makes a table of bars, a cell a line of the page.
func (o *officeText) table() {
	o.lines = append(o.lines, officeLine{typed: "| Cột một | Cột hai |\n|---|:-:|", printed: "Cột một\nCột hai", row: true})
	for n := 1 + o.pick(2); n > 0; n-- {
		a, b := o.cell(), o.cell()
		o.lines = append(o.lines, officeLine{typed: "| " + a + " | " + b + " |", printed: a + "\n" + b, row: true})
	}
}

func (o *officeText) cell() string {
	if o.pick(3) == 0 {
		return o.of([]string{"1.", "(1)", "- Ý", "a) Ý", "*", "3.5"})
	}
	return strings.NewReplacer("|", "/").Replace(o.of(officePieces))
}

// note makes a line with a note, whose text stands behind it.
func (o *officeText) note() {
	name := string(rune('a' + len(o.notes)))
	o.notes = append(o.notes, "Ghichú"+name)
	o.add("Có chú thích[^"+name+"] ở đây", "Có chú thích"+noteMark+" ở đây")
	o.add("[^"+name+"]: Ghichú"+name, "")
}

// typed is the text as it is pasted, and the lines that must stand on the page.
func (o *officeText) typed(indent string) (text string, printed []officeLine) {
	var b strings.Builder
	for _, l := range o.lines {
		for s := range strings.SplitSeq(l.typed, "\n") {
			b.WriteString(indent + o.of([]string{"", "", "", " ", "    ", "\t", "\u00a0"}) + s)
			b.WriteString(o.of([]string{"\n", "\n", "\n\n", " \n", "\t\n\n", "\u200b\n"}))
		}
		if l.printed = strings.TrimSpace(l.printed); l.printed != "" {
			printed = append(printed, l)
		}
	}
	return b.String(), printed
}
