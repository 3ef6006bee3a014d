package season

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// decision returns the decision "quyết định khen thưởng" with its list.
func (y *maker) decision() []Paper {
	d, v := y.s.Decision, y.view()
	p := &plan.Decision{
		Header: plan.Header{
			Kind: "quyet-dinh", Issuer: y.s.Issuer, Number: d.Number, Symbol: y.decisionSymbol(), Date: d.Date,
			DecidedBy: &plan.DecidedBy{Title: y.decider()}, LegalBases: d.LegalBases,
		},
		Footer: plan.Footer{Signer: d.Signer, Distribution: d.Distribution},
	}
	name := "quyet-dinh-khen-thuong"
	if y.alone != nil {
		p.Header, p.Footer = y.alone.Header, y.alone.Footer
		p.Type, p.Annexes = "", slices.Clone(p.Annexes)
		if p.DecidedBy == nil {
			p.DecidedBy = &plan.DecidedBy{Title: y.decider()}
		}
	}
	if p.Subject == "" {
		p.Subject = y.said("subject", "decision", v)
	}
	from := map[string]string{"": y.all.Path("decision"), "issuer": "issuer", "articles": y.all.Path("decision"), "annexes": "annexes"}
	if y.alone != nil {
		from[""] = ""
	}
	if len(p.LegalBases) == 0 {
		p.LegalBases, from["legal_bases"] = y.bases(v), from[""]
	}
	p.Articles = y.decisionArticles(v)
	if v.One == "" && !v.Inline {
		y.annex(p, y.decisionList(v), from, y.all.Path("decision"))
	}
	return []Paper{y.paper(award.DecisionStage, name, p, from)}
}

// bases returns the legal bases of the decision where it states none: those that the law of
// the day names, the province's regulation, and the proposal last.
func (y *maker) bases(v seasonView) []plan.LegalBasis {
	texts := basisTexts(y.out.Citations, y.s.Decision.LocalBasis)
	switch {
	case y.alone == nil && v.Proposer != "":
		texts = append(texts, y.words("proposal", "decision", v))
	case y.alone == nil:
	case y.alone.Proposal != "":
		texts = append(texts, basisOf("Theo đề nghị của", y.alone.Proposal))
	}
	return legalBases(texts)
}

// legalBases returns texts as legal bases; empty ones are left out.
func legalBases(texts []plan.Prose) []plan.LegalBasis {
	var bases []plan.LegalBasis
	for _, text := range texts {
		if text != "" {
			bases = append(bases, plan.LegalBasis{Text: text})
		}
	}
	return bases
}

// basisTexts returns the laws as bases, the province's regulation last.
func basisTexts(citations []string, local string) []plan.Prose {
	var texts []plan.Prose
	for _, s := range citations {
		texts = append(texts, escaped("Căn cứ "+s))
	}
	if local != "" {
		texts = append(texts, basisOf("Căn cứ", local))
	}
	return texts
}

// basisOf gives a basis that an office wrote: behind its opening words, which are not
// doubled where the office has them too, and without the mark that the list puts in.
func basisOf(opening, text string) plan.Prose {
	return escaped(opening + " " + bareBasis(opening, text))
}

func bareBasis(opening, text string) string {
	text = markup.Stopless(text)
	if rest, ok := phrase.CutWords(text, opening); ok && rest != "" {
		return rest
	}
	return text
}

// executors returns those who carry a decision out, as one list.
func executors(names []string) string {
	bare := make([]string, len(names))
	for i, name := range names {
		bare[i] = markup.Stopless(name)
	}
	return strings.Join(bare, ", ")
}

// decisionArticles returns the articles: who, how much, who carries out.
func (y *maker) decisionArticles(v seasonView) []plan.Article {
	first := plan.Article{Text: y.words("article-1", "decision", v)}
	if v.Inline {
		first.Text += y.named()
	}
	if note := y.correction(); (v.One != "" || v.Inline) && note != "" {
		first.Text += "\n\n" + note
	}
	articles := []plan.Article{first}
	if y.out.Total > 0 {
		articles = append(articles, plan.Article{Text: y.words("article-2", "decision", v)})
	}
	if d := y.s.Decision; d != nil {
		articles = append(articles, d.Articles...)
	}
	return append(articles, plan.Article{Text: y.words("article-3", "decision", v), Executes: true})
}

// mostNamed is how many awardees a decision names in its first article, unless it says otherwise.
const mostNamed = 3

// inline reports whether the decision names its several awardees in its first article.
func (y *maker) inline() bool {
	n, d := len(y.awarded()), zero.Or(y.s.Decision)
	switch {
	case n < 2 || d.List == "annex":
		return false
	case d.List == "article":
		return true
	}
	return n <= mostNamed && len(y.s.Columns) == 0
}

// lineView is what the template of an awardee in the first article sees.
type lineView struct {
	Who         string // Bà Nguyễn Thị Hoa (1985), Trưởng thôn, thôn Đồng Chùa
	Award       string // where there are several
	Achievement string
}

// named returns the awardees as numbered lines of the first article. An excerpt has one, with its number.
func (y *maker) named() plan.Prose {
	var text strings.Builder
	all := y.awarded()
	for i, r := range all {
		if y.one != 0 && r.Register != y.one {
			continue
		}
		a := y.awardee(r)
		v := lineView{Who: phrase.JoinComma(listName(a), roleAndUnit(a)), Achievement: a.Achievement}
		if y.varied() {
			v.Award = awardOf(r)
		}
		stop := ";"
		if i == len(all)-1 || y.one != 0 {
			stop = "."
		}
		line := y.words("article-1-line", record.Index(y.list(), r.Index), v)
		fmt.Fprintf(&text, "\n\n%d. %s%s", i+1, line, stop)
	}
	return plan.Prose(text.String())
}

// decisionList returns the list of awardees "danh sách kèm theo": no letterhead and
// no signature, a section for each kind of awardee, sums, and a closing line. An
// excerpt has one line, with its section and its number in the whole list.
func (y *maker) decisionList(v seasonView) *enclosed {
	grouped := y.grouped()
	t := y.people(used(y.awardColumns(grouped), y.awarded()), "Danh sách được khen thưởng")
	roman, kinds := 0, len(y.kinds())
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		if len(l.Results) == 0 {
			continue
		}
		roman++
		if y.one != 0 && !slices.ContainsFunc(l.Results, func(r *award.Result) bool { return r.Register == y.one }) {
			continue
		}
		t.group(roman, l.Recipient)
		groups, last := 0, ""
		for n, r := range l.Results {
			name := awardOf(r)
			if name != last {
				groups++
			}
			if y.one != 0 && r.Register != y.one {
				last = name
				continue
			}
			if grouped && (name != last || y.one != 0) {
				t.award(groups, name)
			}
			last = name
			t.add(n+1, r)
		}
		if y.one == 0 && kinds > 1 {
			t.sum("Cộng", l.Total)
		}
	}
	end := y.correction()
	if y.one == 0 {
		t.sum("Tổng cộng", y.out.Total)
		end = y.words("list-end", y.list(), v)
	}
	return &enclosed{people: t, note: y.words("list-title", "decision", v), end: end,
		landscape: y.s.Decision.Landscape}
}

// enclosed is a list that goes with a paper, the line below its title and the line at its
// end, which may be empty.
type enclosed struct {
	*people
	note, end plan.Prose
	landscape bool
}

// annex puts a list behind a paper. path is of what the list is part.
func (y *maker) annex(p plan.Paper, l *enclosed, from map[string]string, path string) {
	f := p.Foot()
	at := record.Index("annexes", len(f.Annexes))
	a := plan.Annex{Label: plan.NoLabel, Title: "Danh sách", Note: l.note, Landscape: l.landscape,
		Sections: []plan.Section{{Table: &l.Table}}}
	if l.end != "" {
		a.Sections = append(a.Sections, plan.Section{Body: l.end})
	}
	f.Annexes = append(f.Annexes, a)
	from[at] = path
	from[record.Join(at, "sections[1]")] = y.list()
	l.in(from, record.Join(at, "sections[0].table"))
}

// listName is a name in a list, with the year of birth of a person.
func listName(a *plan.Awardee) string {
	if a.Kind == plan.Individual && a.BirthYear > 0 {
		return whole(a.FullName()) + " (" + strconv.Itoa(a.BirthYear) + ")"
	}
	return whole(a.FullName())
}

// whole is a name that no line parts at its hyphens: Ê-ban, Jean-Pierre.
func whole(name string) string {
	letters := []rune(name)
	for i := 1; i+1 < len(letters); i++ {
		if letters[i] == '-' && letters[i-1] != ' ' && letters[i+1] != ' ' {
			letters[i] = doc.NoBreakHyphen
		}
	}
	return string(letters)
}
