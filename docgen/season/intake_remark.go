package season

import (
	"fmt"
	"slices"
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

// beforeAward and behindAward find them before an award, with Đề nghị and the like, and behind one.
var (
	beforeAward = pattern.New(`(?i)^(?:(?:đề nghị|xét|danh hiệu|hình thức)\s+)*truy tặng(?:\s*[:,–-]\s*|\s+)(\S.*)$`)
	behindAward = pattern.New(`(?i)(?:\s*[(,–-]\s*|\s+)(?:đề nghị\s+)?truy tặng\s*\)?[.;]?$`)
)

// deadInName finds a remark behind a name that says the same, which certificates would print.
var deadInName = pattern.New(`(?i)[(,–-]\s*(?:đã )?(?:mất|chết|h[yi] sinh|từ trần|qua đời|truy tặng)` +
	`(?:\s*[).,0-9]|\s+(?:năm|ngày|tháng|lúc|do|vì|khi)\s|\s*$)|^truy tặng(?:[ ).,:]|$)`)

// isLate reports whether a name begins with a word before that of a dead person. One is a surname, too: Cố Thị Hoa.
func isLate(name string) bool {
	return slices.ContainsFunc([]string{"cố", "liệt sĩ", "liệt sỹ"}, func(word string) bool {
		rest, is := phrase.CutWords(name, word)
		return is && !strings.HasPrefix(rest, "Thị ") && !strings.HasPrefix(rest, "Văn ")
	})
}

// cutPosthumous parts what an award is from whether it is given to a dead person: Truy tặng Giấy khen, Giấy khen (truy tặng).
func cutPosthumous(text string) (award string, dead bool) {
	if m := beforeAward.FindStringSubmatch(text); m != nil {
		return m[1], true
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
	maybeOut  = pattern.New(`(?:^|[,;.(] ?)(?:(?:xin|đề nghị) )*(?:(?:rút|thôi|hoãn|loại)(?:[ ,;.:)]|$)|` +
		`(?:bỏ|gạch|xóa)(?: (?:ra|tên|khỏi|đi|do|vì|dòng|qua)(?: |$)|[,;.:)]|$)|không[ .]*$)|` +
		`(?:^| )(?:(?:không|chưa) (?:đạt|đủ|xét|đề nghị|đồng ý|thống nhất)|không (?:tặng|khen))(?: |$)|kỷ luật`)

	// ofOthers and harmless find what they would find and is not about the nominee, or not against her.
	ofOthers = pattern.New(`(?:^|[^\pL])(?:vợ|chồng|cha|bố|mẹ|con|con trai|con gái|thân nhân)(?: của)?(?: liệt s[ĩỹ])?` +
		` (?:đã (?:mất|chết|h[yi] sinh|từ trần|qua đời)|h[yi] sinh|từ trần|qua đời)`)
	harmless = pattern.New(`(?:không|chưa)(?: có| bị| vi phạm| xử lý| hình thức| ai)* kỷ luật|` +
		`chấp hành (?:tốt|nghiêm|nghiêm túc|đúng)(?: \pL+){0,2} kỷ luật|(?:ban|ý thức|tính)(?: tổ chức)? kỷ luật|` +
		`loại (?:[a-d]|[1-4]|i{1,3}|khá|giỏi|tốt|xuất sắc|trung bình)(?:[ ,;.:)]|$)|hoãn (?:nghĩa vụ|nvqs|gọi nhập ngũ)|` +
		`thôi (?:giữ|làm|công tác|chức|việc|học)(?:[ ,;.]|$)|chưa đạt chuẩn (?:ntm|nông thôn mới|văn hóa)`)
)

// remark takes the one thing that a remark may say of an award. Nothing but that she is not dead says nothing.
func (d *reader) remark(h head) {
	v, _ := sheet.TextType.Read(d.row.Cell(h.at), d.list.Old)
	text, _ := v.(string)
	key := vi.FoldName(text)
	rest, says := phrase.CutWords(strings.TrimLeft(key, "(-–—+*• "), posthumously)
	no := says && strings.Trim(rest, " :.)") == "không"
	switch {
	case no:
		d.alive = true
	case says && !isDoubtful(rest):
		d.dead(h)
	case maybeDead.MatchString(ofOthers.ReplaceAllString(key, ";")):
		x := h.finding(d.list, d.row, sheet.RuleCell, "chưa rõ có truy tặng hay không, ghi như không",
			`truy tặng thì ghi x ở cột "Truy tặng", hoặc chỉ ghi Truy tặng ở ô này`)
		x.Level = diag.Warning
		d.found.Add(x)
	case maybeOut.MatchString(harmless.ReplaceAllString(key, ";")):
		d.doubted = append(d.doubted, mentioned{d.row, text})
	}
}

var (
	denied = pattern.New(`(?:^| )(?:không|chưa|hoãn|xin ý kiến)(?:[ ,;.)]|$)|\?`)
	kin    = pattern.New(`^[^,;(–-]*(?:^| )(?:vợ|chồng|cha|bố|mẹ|con|em|anh|chị|cháu|ông|bà)(?:[ ,;.)]([^,;(–-]*)|$)`)
)

// isDoubtful reports whether words behind Truy tặng may say the opposite, or be about another: Huân chương cho chồng, but not con nhận
// thay.
func isDoubtful(rest string) bool {
	other := kin.FindStringSubmatch(rest)
	return denied.MatchString(rest) || other != nil && !strings.Contains(other[1], "nhận")
}

// doubts says which remarks may be against a nominee who is taken in all the same, in one warning.
func (t *taker) doubts() {
	if len(t.doubted) == 0 {
		return
	}
	d := t.list.AtRow(t.doubted[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow})
	d.Message = "lời ghi chú có thể là không đề nghị nữa, mà vẫn đưa vào: dòng " + which(t.doubted)
	d.Fix = `không đề nghị thì xóa dòng; chưa xét thì sau khi nhập ghi "deferred" (chưa xét, vì) cho mục ấy`
	t.found.Add(d)
}

// unburied warns of a sum or note that speaks of the dead where no row is of one.
func (t *taker) unburied() {
	if t.buriedOf == nil || slices.ContainsFunc(t.rows, func(r nomineeRow) bool { return r.Nominee.Posthumous }) {
		return
	}
	t.found.Add(t.list.AtRow(t.buriedOf, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow,
		Message: "ghi có truy tặng, mà không dòng nào là truy tặng", Fix: `ghi x ở cột "Truy tặng" của dòng ấy`}))
}

// buried holds what the titles above say of the dead against the row, and refuses what does not go together. Who is dead is a person.
func (d *reader) buried(g *group) {
	n := &d.to.Nominee
	switch {
	case !g.dead || n.Posthumous:
	case g.award != "" && n.Award != g.award:
		if n.Award != "" { // the other fault is told
			d.bad(d.to.heads[awardColumn], sheet.RuleValue, fmt.Sprintf("tiêu đề ở dòng %d là truy tặng hình thức khác", g.row.Number),
				`truy tặng thì ghi "Truy tặng" trước hình thức ở ô này; không thì chuyển dòng sang đúng nhóm`)
		}
	default:
		n.Posthumous = true
	}
	if n.Posthumous && d.alive {
		d.wrong = true
		d.found.Add(d.to.finding(posthumousColumn, sheet.RuleValue, "chỗ ghi truy tặng, chỗ ghi không truy tặng", "sửa cho khớp"))
	}
	if !n.Posthumous || n.Kind != plan.Collective && n.Kind != plan.Household {
		return
	}
	d.wrong = true
	if _, said := d.to.heads[posthumousColumn]; said {
		d.found.Add(d.to.finding(posthumousColumn, sheet.RuleValue, "truy tặng chỉ dành cho cá nhân đã mất, đây là "+n.Kind.Term(),
			"bỏ chữ truy tặng, hoặc sửa đối tượng"))
		return
	}
	d.found.Add(d.list.AtRow(g.row, &diag.Diagnostic{Rule: sheet.RuleRow,
		Message: fmt.Sprintf("tiêu đề ghi truy tặng, chỉ dành cho cá nhân đã mất, mà dòng %d ở dưới là %s", d.row.Number, n.Kind.Term()),
		Fix:     "bỏ chữ truy tặng ở tiêu đề, hoặc chuyển dòng ấy sang nhóm khác"}))
}
