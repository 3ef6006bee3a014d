package season

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// posthumously are the words that say of an award that who gets it is dead.
const posthumously = "Truy tặng"

// behindAward finds them behind an award.
var behindAward = pattern.New(`(?i)\s*[(,–-]\s*truy tặng\s*\)?$`)

// deadInName finds a remark behind a name that says the same, which certificates would print.
var deadInName = pattern.New(`(?i)[(,–-]\s*(?:đã )?(?:mất|chết|h[yi] sinh|từ trần|qua đời|truy tặng)(?:\s*[).,0-9]|\s+(?:năm|ngày|tháng|lúc|do|vì|khi)\s|\s*$)`)

// isLate reports whether a name begins with the word before that of a dead person. It is a surname, too: Cố Thị Hoa.
func isLate(name string) bool {
	rest, is := phrase.CutWords(name, "cố")
	return is && !strings.HasPrefix(rest, "Thị ") && !strings.HasPrefix(rest, "Văn ")
}

// cutPosthumous parts what an award is from whether it is given to a dead person: Truy tặng Giấy khen, Giấy khen (truy tặng).
func cutPosthumous(text string) (award string, dead bool) {
	if rest, ok := phrase.CutWords(text, posthumously); ok && rest != "" {
		return rest, true
	}
	award = behindAward.ReplaceAllString(text, "")
	return award, award != text
}

// dead says that who stands in a row is dead, by the word of a cell.
func (d *reader) dead(h head) {
	d.to.Nominee.Posthumous = true
	d.to.heads[posthumousColumn] = h
}

var (
	// maybeDead and maybeOut find remarks that may change what is done with a nominee. They are told, since nobody reads remarks.
	maybeDead = pattern.New(`truy tặng|đã (?:mất|chết)|h[yi] sinh|từ trần|qua đời`)
	maybeOut  = pattern.New(`^(?:xin )?(?:rút|thôi|hoãn|loại)(?: |$)|` +
		`(?:^| )(?:không|chưa) (?:đạt|đủ|xét|đề nghị|đồng ý|thống nhất)(?: |$)|kỷ luật`)
)

// remark takes the one thing that a remark may say of an award.
func (d *reader) remark(h head) {
	v, _ := sheet.TextType.Read(d.row.Cell(h.at), d.list.Old)
	text, _ := v.(string)
	key := vi.FoldName(text)
	if _, says := phrase.CutWords(text, posthumously); says {
		d.dead(h)
	} else if maybeDead.MatchString(key) {
		x := h.finding(d.list, d.row, sheet.RuleCell, "chưa rõ có truy tặng hay không, ghi như không",
			"truy tặng thì mở đầu ô bằng Truy tặng")
		x.Level = diag.Warning
		d.found.Add(x)
	} else if maybeOut.MatchString(key) {
		d.doubted = append(d.doubted, mentioned{d.row, text})
	}
}

// inDoubt says which remarks may be against a nominee who is taken in all the same, in one warning.
func (t *taker) inDoubt() {
	if len(t.doubted) == 0 {
		return
	}
	d := t.list.AtRow(t.doubted[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow})
	d.Message = "lời ghi chú có thể là không đề nghị nữa, mà vẫn đưa vào: dòng " + which(t.doubted)
	d.Fix = `không đề nghị thì xóa dòng; chưa xét thì sau khi nhập ghi "deferred" (chưa xét, vì) cho mục ấy`
	t.found.Add(d)
}

// living refuses an award for a dead awardee that is no person.
func (d *reader) living() {
	if n := &d.to.Nominee; n.Posthumous && (n.Kind == plan.Collective || n.Kind == plan.Household) {
		d.wrong = true
		d.found.Add(d.to.finding(posthumousColumn, sheet.RuleValue, "truy tặng chỉ dành cho cá nhân đã mất, đây là "+n.Kind.Term(),
			"bỏ chữ truy tặng, hoặc sửa đối tượng"))
	}
}
