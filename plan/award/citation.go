package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Citations gives the acts that a decision on these awards, by who decides on a day,
// cites "căn cứ ban hành", in their order: the acts in force on the day, an
// amending law on one line with the law that it amends. The decider's own bases come first. Each is a text without
// "Căn cứ" and without its final mark. The warnings name acts whose figures are
// not verified.
func (l *Law) Citations(who Who, awards []*Award, day plan.Date) ([]string, diag.List) {
	l = zero.Or(l)
	var found diag.List
	transferred, culture := false, false
	for _, a := range awards {
		if auth := a.AuthorityOn(who.Level, day); auth != nil && auth.Transferred {
			transferred = true
		}
		culture = culture || zero.Or(a).Culture
	}
	lines := slices.Clone(who.Bases)
	at := make(map[string]int) // act id to line
	for i := range l.Acts {
		act := &l.Acts[i]
		wanted := act.Cite == citeAlways || act.Cite == citeTransferred && transferred || act.Cite == citeCulture && culture
		if len(act.Bodies) > 0 && (len(who.Bases) > 0 && act.Cite == citeAlways || !slices.Contains(act.Bodies, who.Group)) {
			continue
		}
		if !wanted || !act.Holds(day) {
			continue
		}
		add(&found, l.unread(&act.validity, day, func() string { return "căn cứ " + act.Symbol }))
		if line, ok := at[act.Amends]; ok {
			lines[line] += "; " + act.Name
			at[act.ID] = line
			continue
		}
		at[act.ID] = len(lines)
		lines = append(lines, act.Name)
	}
	return lines, found
}

// CheckCitations judges the legal bases that a paper of a day cites: an act that
// is not in force on the day is an error, and so is an amended act without its
// amendment. path is the key that holds them. An act cited inside the name of
// an older paper is no finding: only the first act of a line counts, with those
// behind a semicolon.
func (l *Law) CheckCitations(bases []plan.LegalBasis, path string, day plan.Date) diag.List {
	l = zero.Or(l)
	var found diag.List
	cited := make(map[string]int)
	for i, basis := range bases {
		where := fmt.Sprintf("%s[%d]", path, i)
		for _, text := range strings.Split(string(basis.Text), ";") {
			act := l.actIn(text)
			if act == nil {
				continue
			}
			cited[act.ID] = i
			if byDate := !strings.Contains(vi.FoldName(act.Name), vi.FoldName(act.Symbol)); byDate &&
				containsWord(vi.FoldName(text), vi.FoldName(act.Symbol)) {
				found.Add(&diag.Diagnostic{
					Pos: diag.At(where), Level: diag.Warning, Rule: ruleText, Found: strings.TrimSpace(text), Expected: act.Name,
					Message: fmt.Sprintf("luật được viện dẫn trong văn bản hành chính bằng tên và ngày, không ghi số: %s", act.Name),
				})
			}
			if !act.Holds(day) {
				found.Add(&diag.Diagnostic{
					Pos: diag.At(where), Rule: ruleLegalBasis, Found: strings.TrimSpace(text), Source: act.Basis,
					Message: fmt.Sprintf("căn cứ %s không có hiệu lực vào %s%s", act.Symbol, day.Short(), span(&act.validity)),
					Fix:     "thay bằng văn bản đang có hiệu lực",
				})
			}
		}
	}
	for i := range l.Acts {
		act := &l.Acts[i]
		line, ok := cited[act.Amends]
		if _, both := cited[act.ID]; act.Amends == "" || !ok || both || !act.Holds(day) {
			continue
		}
		found.Add(&diag.Diagnostic{
			Pos: diag.At(fmt.Sprintf("%s[%d]", path, line)), Rule: ruleAmendment, Expected: act.Name,
			Message: fmt.Sprintf("viện dẫn luật đã được sửa đổi mà thiếu %s", act.Name),
			Fix:     "ghi thêm trên cùng dòng, sau dấu chấm phẩy",
		})
	}
	return found
}

// actIn finds the act that a citation begins with: by its symbol, or by the
// first words of its name up to the date.
func (l *Law) actIn(text string) *act {
	key := vi.FoldName(text)
	for _, lead := range []string{"căn cứ ", "thực hiện "} {
		key = strings.TrimPrefix(key, lead)
	}
	head, _, _ := strings.Cut(key, " của ")
	for i := range l.Acts {
		act := &l.Acts[i]
		name := vi.FoldName(act.Name)
		if strings.HasPrefix(key, name) {
			return act
		}
		if symbol := vi.FoldName(act.Symbol); containsWord(head, symbol) {
			return act
		}
	}
	return nil
}

// containsWord reports whether text holds word with nothing of a symbol around it.
func containsWord(text, word string) bool {
	if word == "" {
		return false // no place in the text is behind it
	}
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before := i == 0 || strings.ContainsRune(" (", rune(text[i-1]))
		end := i + len(word)
		if before && (end == len(text) || strings.ContainsRune(" ,.;)", rune(text[end]))) {
			return true
		}
		at = end
	}
}

// span tells the days on which an entry holds.
func span(v *validity) string {
	switch {
	case v.From.IsZero() && v.To.IsZero():
		return ""
	case v.To.IsZero():
		return " (có hiệu lực từ " + v.From.Short() + ")"
	case v.From.IsZero():
		return " (hết hiệu lực sau " + v.To.Short() + ")"
	}
	return " (có hiệu lực từ " + v.From.Short() + " đến hết " + v.To.Short() + ")"
}
