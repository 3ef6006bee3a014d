package season

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// miss says that a row has no name, unless it has one that cannot be read.
func (d *reader) miss() {
	var names []head
	for _, h := range d.heads {
		if h.column != nameColumn {
			continue
		}
		if _, err := sheet.TextType.Read(d.row.Cell(h.at), d.list.Old); err != nil {
			return
		}
		names = append(names, h)
	}
	d.bad(names[0], sheet.RuleMissing, "ô để trống", "ghi tên, hoặc xóa dòng này")
}

// person looks at the name of a person: one, with nothing in it that no name has.
func (d *reader) person() {
	h, n := d.to.heads[nameColumn], &d.to.Nominee
	v, _ := sheet.TextType.Read(d.row.Cell(h.at), d.list.Old)
	text, _ := v.(string)
	bare := (&plan.Awardee{Kind: plan.Individual, Honorific: n.Honorific, Name: text}).BareName()
	switch {
	case d.row.Cell(h.at).Kind == sheet.Bool:
		d.bad(h, sheet.RuleCell, "ô ghi đúng/sai, không phải họ tên", "ghi họ và tên")
	case deadInName.MatchString(bare), isLate(bare) && !n.Posthumous:
		d.bad(h, sheet.RuleValue, "ghi là người đã mất, không ghi truy tặng",
			`chỉ ghi họ và tên; ghi "Truy tặng" trước hình thức, hay ở cột Ghi chú`)
	case phrase.IsHousehold(text):
		d.bad(h, sheet.RuleValue, "là tên một hộ gia đình, không phải một người", otherKind)
	case phrase.IsCollective(text):
		d.bad(h, sheet.RuleValue, "là tên một tập thể, không phải một người", otherKind)
	case strings.Contains(bare, "\n"):
		d.bad(h, sheet.RuleValue, "ô có hơn một tên, hay một tên xuống dòng giữa chừng",
			"mỗi dòng chỉ ghi họ tên của một người, không xuống dòng trong ô")
	case strings.ContainsAny(bare, ",;/&+—") || severalNames.MatchString(bare):
		d.bad(h, sheet.RuleValue, "ô có hơn một tên, hay có chữ không thuộc tên", "mỗi dòng chỉ ghi họ tên của một người")
	case strings.ContainsAny(bare, "0123456789*:…_#?!") || stopBehind.MatchString(bare),
		strings.HasPrefix(bare, "("):
		d.bad(h, sheet.RuleValue, "có ký tự không thuộc họ tên", "chỉ ghi họ và tên; bỏ số thứ tự, dấu ghi chú")
	case eitherSex.MatchString(text):
		d.bad(h, sheet.RuleValue, "chưa rõ là ông hay bà", "ghi Ông hoặc Bà")
	case n.Honorific != "":
		word, name := typedHonorific(text)
		if word == "" {
			word, name = cutRank(name)
		}
		if n.Name = name; word != "" && vi.Fold(word) != vi.Fold(n.Honorific) {
			d.bad(h, sheet.RuleValue, fmt.Sprintf("mở đầu bằng %q, cột cách xưng ghi %q", word, n.Honorific), "để cách xưng ở một chỗ")
		}
	default:
		n.Honorific, n.Name = n.Address(), n.BareName()
		if is, name := cutRank(n.Name); n.Honorific == "" && is != "" {
			n.Honorific, n.Name, bare = is, name, name
		}
	}
	if !d.wrong {
		d.letters(h, bare)
	}
}

// typedHonorific parts an honorific before a name from it; Ông and Bà before what is no usual surname are found, and stay.
func typedHonorific(text string) (word, name string) {
	a := plan.Awardee{Kind: plan.Individual, Name: text}
	if word = a.Address(); word != "" {
		return word, a.BareName()
	}
	for _, w := range []string{"Ông", "Bà"} {
		if _, typed := phrase.CutWords(text, w); typed {
			word = w
		}
	}
	return word, text
}

// stopBehind finds a stop behind a name, but for one letter of it: Lê Thị X.
var stopBehind = pattern.New(`\.\.|\pL\pL\.$`)

// eitherSex finds an honorific that nobody chose from.
var eitherSex = pattern.New(`(?i)^ông\s*[(/]\s*bà`)

// severalNames finds what stands between two names, or a name and a post: "An - Ba", "An và Ba".
var severalNames = pattern.New(`\s(?:và|[-–])\s`)

const otherKind = `ghi cột "Đối tượng" (cá nhân, tập thể, hộ gia đình), hoặc để ở danh sách riêng có cột "Tên tập thể", "Chủ hộ"`

// letters warns of a name that is typed in capitals, or without any, or has a word that no name has: papers print it as it is.
// Several of a column are one finding.
func (d *reader) letters(h head, name string) {
	if name != vi.Lower(name) && phrase.HasSmallWord(name) {
		d.small = append(d.small, mentioned{d.row, name})
	}
	if name != vi.Upper(name) && name != vi.Lower(name) || !strings.Contains(name, " ") || d.told["letters"] {
		return
	}
	d.told["letters"] = true
	x := h.finding(d.list, d.row, sheet.RuleCell, "họ tên viết toàn chữ hoa hay chữ thường, văn bản in đúng như vậy",
		fmt.Sprintf("viết %q, cả ở những dòng khác như vậy", vi.Name(name)))
	x.Level = diag.Warning
	d.found.Add(x)
}
