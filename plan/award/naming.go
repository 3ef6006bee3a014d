package award

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Named returns the award that a text of a season names for certain: by its code, its official name, now or before, or
// its usual abbreviation, in any case. A name that several levels share, such as Giấy khen, is that of the season's level.
// Nil: none for certain; then other says what is wrong and how to mend it, without a place.
func (l *Law) Named(text string, s *plan.Season) (a *Award, other *diag.Diagnostic) {
	return l.named(text, s, false)
}

// named is Named; upward says that a higher level is asked, so that the remedy names what the season's own does not decide on.
func (l *Law) named(text string, s *plan.Season, upward bool) (a *Award, other *diag.Diagnostic) {
	l, s = zero.Or(l), zero.Or(s)
	if a, ok := l.Find(text); ok {
		return a, nil
	}
	who := l.DeciderOf(s)
	fits := l.fitting(bareAward(text, s.Year), who)
	own := slices.DeleteFunc(slices.Clone(fits), func(a *Award) bool { return !a.decidedBy(who.Level) })
	switch {
	case len(fits) == 1:
		return fits[0], nil
	case len(own) == 1:
		return own[0], nil
	case len(fits) != 0:
		return nil, unclear("có thể là "+enumerated(fits), "ghi mã")
	}
	by, deciders := who.Level.Term()+" quyết định: ", []plan.Level{who.Level}
	if upward {
		by = "cấp trên quyết định huân chương, huy chương, danh hiệu vinh dự nhà nước và: "
		deciders = []plan.Level{plan.ProvinceLevel, plan.MinistryLevel, plan.GovernmentLevel, plan.PrimeMinisterLevel}
	}
	for i := range l.Awards {
		a := &l.Awards[i]
		if slices.ContainsFunc(deciders, a.decidedBy) && !(upward && a.decidedBy(who.Level)) {
			own = append(own, a)
		}
	}
	var codes []string // none for a text with other letters than codes have
	for i := range l.Awards {
		if len(text) == len([]rune(text)) {
			codes = append(codes, l.Awards[i].Code)
		}
	}
	d := unclear("", "ghi mã hoặc đúng tên chính thức; "+by+enumerated(own))
	if d.Expected = diag.Nearest(text, codes); d.Expected != "" {
		d.Fix = fmt.Sprintf("có phải %q? ", d.Expected) + d.Fix
	}
	return nil, d
}

func unclear(why, fix string) *diag.Diagnostic {
	d := &diag.Diagnostic{Rule: ruleid.UnknownAward, Message: "không rõ danh hiệu, hình thức nào", Fix: fix, Err: plan.ErrBadReference}
	if why != "" {
		d.Message += ": " + why
	}
	return d
}

// enumerated names awards with their codes; those of one name with who decides on them.
func enumerated(awards []*Award) string {
	var all []string
	named := make(map[string]int)
	for _, a := range awards {
		named[a.Name]++
	}
	for _, a := range awards {
		name := a.Name
		if named[name] > 1 && len(a.Authorities) > 0 {
			name += " của " + a.Authorities[0].Level.Term()
		}
		all = append(all, fmt.Sprintf("%s (%s)", a.Code, name))
	}
	return strings.Join(all, ", ")
}

// decidedBy reports whether a level decides on the award, on whatever day.
func (a *Award) decidedBy(level plan.Level) bool {
	return slices.ContainsFunc(a.Authorities, func(of authority) bool { return of.Level == level })
}

// fitting gives the awards that a text names: by code, name, former name or abbreviation, or with who decides.
func (l *Law) fitting(text string, who Who) []*Award {
	short, full := strings.ReplaceAll(vi.FoldName(text), " ", ""), awardKey(text)
	var fits []*Award
	for i := range l.Awards {
		a := &l.Awards[i]
		same := vi.Fold(a.Code) == short || awardKey(a.Name) == full || a.CityName != "" && awardKey(a.CityName) == full
		for _, f := range a.FormerNames {
			same = same || awardKey(f.Name) == full
		}
		for _, s := range a.ShortNames {
			same = same || strings.ReplaceAll(vi.FoldName(s), " ", "") == short || awardKey(s) == full
		}
		if of, found := strings.CutPrefix(full, awardKey(a.Name)+" "); found && a.OfDecider && !same && a.decidedBy(who.Level) {
			of = strings.TrimPrefix(of, "của ") + " "
			same = strings.HasPrefix(awardKey(who.Title())+" ", of) || strings.HasPrefix(awardKey(who.Body)+" ", of)
		}
		if same {
			fits = append(fits, a)
		}
	}
	return fits
}

// bareAward returns a text that names an award without what stands around the name: quotation marks, the word for
// titles or forms, what is to be done with it, the year of the season.
func bareAward(text string, year int) string {
	text = strings.Join(strings.Fields(text), " ")
	for {
		bare := strings.Trim(text, `"“”'.,; `)
		for _, words := range []string{"danh hiệu", "hình thức", "đề nghị", "tặng thưởng", "tặng", "công nhận"} {
			if rest, ok := phrase.CutWords(bare, words); ok && rest != "" {
				bare = rest
			}
		}
		if year > 0 {
			bare = strings.TrimSuffix(bare, " năm "+strconv.Itoa(year))
		}
		if bare == text {
			return text
		}
		text = bare
	}
}

// awardWords are words of awards as offices shorten or spell them.
var awardWords = map[string]string{
	"ubnd": "ủy ban nhân dân", "ct": "chủ tịch", "cstđ": "chiến sĩ thi đua", "lđtt": "lao động tiên tiến", "lđxs": "lao động xuất sắc",
	"ttg": "thủ tướng chính phủ", "sỹ": "sĩ", "bk": "bằng khen", "gk": "giấy khen",
	"hcđl": "huân chương độc lập", "hclđ": "huân chương lao động", "hcqc": "huân chương quân công",
	"hccc": "huân chương chiến công", "hcbv": "huân chương bảo vệ", "gđ": "gia đình", "vh": "văn hóa",
	"i": "nhất", "ii": "nhì", "iii": "ba",
}

// awardKey is what makes two names of an award the same.
func awardKey(name string) string {
	words := strings.Fields(strings.ReplaceAll(vi.FoldName(name), ",", " , "))
	for i, w := range words {
		if full, ok := awardWords[w]; ok {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}
