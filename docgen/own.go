package docgen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Words that the program writes itself, "V/v", "Kính gửi", "Lưu": typed at the head of
// the field that prints them they are taken as that word and printed once.

// own takes one of the words from the head of a field, and hints at it.
func (c *Composer) own(path, text string, words ...string) string {
	for _, w := range words {
		rest, ok := phrase.CutWords(text, w)
		if !ok || rest == "" || w != aboutWords && aboutWork(w, rest) {
			continue
		}
		for _, other := range words { // V/v về việc; a name may follow itself: Đề án Đề án 06
			more, ok := phrase.CutWords(rest, other)
			twice := other == "V/v" || other == aboutWords && !aboutWork(other, more)
			if ok && more != "" && (other != w || twice) {
				rest = more
			}
		}
		dash := strings.TrimLeft(rest, "-–")
		if bare := strings.TrimLeft(dash, " "); len(bare) < len(dash) && bare != "" { // "Kính gửi: - Sở Nội vụ"
			rest = bare
		}
		d := ownWord(strings.TrimSpace(text[:len(text)-len(rest)]))
		d.Edit = diag.Edit{Old: text[:len(text)-len(rest)], New: ""}
		c.Add(path, d)
		return rest
	}
	return text
}

// ownLabel is own for words that count only with a colon behind them: others go on in the text.
func (c *Composer) ownLabel(path, text string, words ...string) string {
	for _, w := range words {
		if rest, ok := phrase.CutWords(text, w); ok && strings.Contains(text[:len(text)-len(rest)], ":") {
			return c.own(path, text, w)
		}
	}
	return text
}

// typedOwn hints at words that the program writes itself.
func (c *Composer) typedOwn(path, words string) { c.Add(path, ownWord(words)) }

func ownWord(words string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Level: diag.Info, Rule: ruleid.OwnWord, Found: words,
		Message: fmt.Sprintf("%q do chương trình ghi, chỉ in một lần", words), Fix: "không cần gõ chữ này",
	}
}

// ownTitle is own for a title: what is left begins with a capital letter.
func (c *Composer) ownTitle(path, text string, words ...string) string {
	rest := c.own(path, text, words...)
	if rest == text {
		return text
	}
	return vi.UpperFirst(rest)
}

// doubled returns how many bytes at the head of a value the text before it in a template
// says already: the words since the last sign, several of them, or one of those that
// only lead to what follows. "Địa điểm: " before "Địa điểm: Hội trường".
func doubled(before, value string) int {
	lead := strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsSpace(r) || r == ':' })
	if name, ok := strings.CutSuffix(lead, ")"); ok { // "Chủ trì (chủ tọa): "
		lead = strings.TrimSpace(name[:max(strings.LastIndexByte(name, '('), 0)])
	}
	clause := lead[strings.LastIndexAny(lead, ".,;:()“”\n")+1:]
	words := strings.Fields(clause)
	for i := range words {
		alone := len(words)-i == 1 && i > 0
		if alone && !leadsOn[vi.Lower(words[i])] {
			break
		}
		rest, ok := phrase.CutWords(value, strings.Join(words[i:], " "))
		if ok && rest != "" {
			return len(value) - len(behindLabel(before, value, rest))
		}
	}
	return doubledOther(before, clause, value)
}

// behindLabel goes on behind the rest of a label in a value whose head is a label in the template: "Địa điểm: " before
// "Địa điểm họp: Hội trường".
func behindLabel(before, value, rest string) string {
	typed := value[:len(value)-len(rest)]
	if !strings.HasSuffix(strings.TrimRightFunc(before, unicode.IsSpace), ":") || strings.Contains(typed, ":") {
		return rest
	}
	for _, w := range [...]string{"họp", "cuộc họp", "hội nghị", "tổ chức", "diễn ra", "làm việc"} {
		if more, ok := phrase.CutWords(rest, w); ok && more != "" && strings.Contains(rest[:len(rest)-len(more)], ":") {
			return more
		}
	}
	return rest
}

// doubledOther is doubled for words that mean the same as those before the value: "Tới dự "
// before "Tham dự Hội nghị".
func doubledOther(before, clause, value string) int {
	for _, same := range sameWords {
		if !slices.ContainsFunc(same.words, func(w string) bool {
			return w != wholeTime && strings.HasSuffix(vi.FoldName(clause), w) // "Thời gian: Khai mạc: 8h; bế mạc: 17h"
		}) {
			continue
		}
		for _, w := range same.words {
			rest, ok := phrase.CutWords(value, w)
			if !ok || rest == "" {
				continue
			}
			lead := len(value) - len(behindLabel(before, value, rest))
			if !same.label || strings.Contains(value[:lead], ":") {
				return lead
			}
		}
	}
	return 0
}

// sameWords are what writers say in place of the words of a template, the longest first; a
// label only with a colon behind it.
var sameWords = []struct {
	words []string
	label bool
}{
	{[]string{"tới tham dự", "đến tham dự", "tới dự", "đến dự", "tham dự"}, false},
	{[]string{"cuộc họp kết thúc vào lúc", "cuộc họp kết thúc lúc", "kết thúc vào lúc", "kết thúc lúc",
		"kết thúc hồi", "kết thúc vào"}, false},
	{[]string{"thời gian kết thúc", "kết thúc cuộc họp", "kết thúc vào", "kết thúc", "bế mạc"}, true},
	{[]string{"tới dự", "nội dung cuộc họp", "nội dung họp", "nội dung"}, true},
	{[]string{"người chủ trì", "đồng chí chủ trì", "chủ trì", "chủ tọa"}, true},
	{[]string{"thời gian bắt đầu", "thời gian khai mạc", "bắt đầu", "khai mạc", wholeTime}, true},
	{[]string{"người ghi biên bản", "ghi biên bản", "thư ký"}, true},
	{[]string{"địa điểm", "tại"}, true},
	{[]string{"cơ quan chủ trì", "đơn vị chủ trì", "chủ trì"}, true},
	{[]string{"thời hạn hoàn thành", "thời gian hoàn thành", "thời hạn"}, true},
	{[]string{"thành phần tham dự gồm có", "thành phần tham dự gồm", "thành phần tham dự",
		"thành phần gồm có", "thành phần gồm", "thành phần dự họp", "thành phần"}, true},
}

// wholeTime may stand in place of when something begins, which does not stand in its place.
const wholeTime = "thời gian"

// leadsOn are the words that lead to what follows and never begin it.
var leadsOn = map[string]bool{"của": true, "từ": true, "đến": true, "tại": true, "vào": true, "đã": true, "dự": true, "số": true,
	"ngày": true, "năm": true, "do": true}

// subject gives a title below the name of its kind without that name.
func (c *Composer) subject(path, kind, subject string) string {
	title, ok := phrase.CutWords(subject, kind)
	switch {
	case ok && title == "":
		c.typedOwn(path, subject)
		return ""
	case !ok || isNumbered(kind, title):
		title = subject
	default:
		title = c.ownTitle(path, subject, kind)
	}
	rest, ok := phrase.CutWords(title, "V/v")
	if !ok || rest == "" {
		return title
	}
	typed := title[:len(title)-len(rest)]
	sign := strings.TrimSpace(typed)
	c.Add(path, &diag.Diagnostic{
		Level: diag.Info, Rule: ruleid.OwnWord, Found: sign, Expected: aboutWords,
		Message: fmt.Sprintf("%q in thành %q dưới tên loại; %[1]q chỉ dùng ở công văn", sign, aboutWords), Fix: "gõ " + aboutWords,
		Edit: diag.Edit{Old: typed, New: aboutWords + " "},
	})
	return aboutWords + " " + rest
}

// isNumbered reports whether the name of a kind and what stands behind it are the name of something with a number,
// and not of the paper: Đề án 06, Chương trình 135, unlike Chương trình 6 tháng.
func isNumbered(kind, rest string) bool {
	words := strings.Fields(vi.Lower(rest))
	if len(words) == 0 || !slices.Contains([]string{"đề án", "dự án", "chương trình"}, vi.Lower(kind)) ||
		strings.Trim(words[0], "0123456789") != "" {
		return false
	}
	return len(words) == 1 || !slices.Contains([]string{"tháng", "tuần", "ngày", "quý"}, words[1]) &&
		(words[1] != "năm" || len(words[0]) > 1)
}

// aboutWords lead to the subject below the name of a kind, as V/v does in a letter.
const aboutWords = "Về việc"

// aboutWork reports whether words end in one that what stands behind them goes on: "Công văn về", "việc làm cho thanh niên".
func aboutWork(words, rest string) bool {
	_, work := phrase.CutWords(rest, "làm")
	return work && strings.HasSuffix(words, aboutWords)
}

// addressees returns whom the paper is for, without the words before them.
func (c *Composer) addressees(h *plan.Header) []string {
	words := []string{"Kính gửi", "Kính gởi", "Kính trình"}
	names := slices.Clone(c.unlabelled("addressees", h.Addressees, words...))
	for i, s := range names {
		names[i] = c.own(index("addressees", i), s, words...)
		if c.kind.Shape.OwnAddressees {
			names[i] = c.ownLabel(index("addressees", i), names[i], "Điện")
		}
	}
	return given(names)
}

// place gives the place of the date line without the word that the date begins with.
func (c *Composer) place(s string) string {
	const blanks = " ,\u00a0"
	bare := strings.TrimRight(s, blanks)
	if at := strings.LastIndexByte(bare, ','); at >= 0 {
		if _, ok := phrase.CutWords(bare[at+1:], "ngày"); ok {
			bare = strings.TrimRight(bare[:at], blanks)
		}
	}
	cut := strings.TrimSpace(s[len(bare):])
	if word := strings.Trim(cut, blanks); cut != "" {
		c.typedOwn("issuer.place", cmp.Or(word, cut))
	}
	return bare
}

// number gives the number of a paper: its own, or the one that was typed with the symbol.
func (c *Composer) number(h *plan.Header) string {
	typed, symbol := markup.SplitSymbol(h.Symbol, h.Number)
	if symbol != h.Symbol {
		c.typedOwn("symbol", strings.TrimSuffix(h.Symbol, symbol))
	}
	number := cmp.Or(h.Number, typed)
	if rest, ok := phrase.CutWords(number, "Số"); ok {
		number = rest
	}
	return vi.PaperNumber(number)
}

// annexTitle gives the title of an annex without its label and number.
func (c *Composer) annexTitle(path string, a *plan.Annex) string {
	if a.Label == plan.NoLabel {
		return a.Title
	}
	rest, ok := phrase.CutWords(a.Title, cmp.Or(a.Label, "Phụ lục"))
	if !ok {
		return a.Title
	}
	word, behind, _ := strings.Cut(rest, " ")
	if strings.Trim(word, "0123456789IVX.:") == "" {
		rest = strings.TrimLeft(behind, " -–")
	}
	if rest == "" {
		return a.Title
	}
	c.typedOwn(path, strings.TrimSpace(strings.TrimSuffix(a.Title, rest)))
	return rest
}
