package docgen

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// decision gives the decision "quyết định khen thưởng" with its list.
func (y *seasonPapers) decision() []SeasonPaper {
	if y.alone != nil {
		return []SeasonPaper{y.decisionAlone()}
	}
	d := y.s.Decision
	c := y.composer("quyet-dinh")
	v := y.view()
	h := plan.Header{
		Issuer: y.s.Issuer, Number: d.Number, Symbol: y.decisionSymbol(), Date: d.Date,
		DecidedBy: &plan.DecidedBy{Title: y.decider()},
		Subject:   plainText(c.Wording("khen-thuong/subject", "decision", v)),
	}
	for _, text := range y.legalBases(c, v) {
		h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(text)})
	}
	f := plan.Footer{Signer: d.Signer, Distribution: d.Distribution}
	body := y.decisionArticles(c, v)
	var list []doc.Part
	if v.One == "" {
		list = append(list, y.decisionList(c, v, &h, &f))
	}
	return []SeasonPaper{y.paper(c, award.DecisionStage, "quyet-dinh khen thuong", h, f, body, list...)}
}

// legalBases gives the bases as stated, or those that the law of the day names,
// the province's regulation, and the proposal last.
func (y *seasonPapers) legalBases(c *Composer, v seasonView) []marked {
	var texts []marked
	for _, b := range y.s.Decision.LegalBases {
		texts = append(texts, marked(b.Text))
	}
	if len(texts) > 0 {
		return texts
	}
	texts = basisTexts(y.out.Citations, y.s.Decision.LocalBasis)
	text, _, d := y.r.wording.run("khen-thuong/proposal", v)
	if d != nil {
		c.Add("decision", d)
	}
	return append(texts, marked(text))
}

// basisTexts gives the laws as bases, the province's regulation last.
func basisTexts(citations []string, local string) []marked {
	var texts []marked
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
func basisOf(opening, text string) marked { return escaped(opening + " " + bareBasis(opening, text)) }

func bareBasis(opening, text string) string {
	text = stopless(text)
	if rest, ok := vi.CutWords(text, opening); ok && rest != "" {
		return rest
	}
	return text
}

// executors gives those who carry a decision out, as one list.
func executors(names []string) string {
	bare := make([]string, len(names))
	for i, name := range names {
		bare[i] = stopless(name)
	}
	return strings.Join(bare, ", ")
}

// decisionArticles gives the articles: who, how much, who carries out.
func (y *seasonPapers) decisionArticles(c *Composer, v seasonView) []doc.Part {
	article := func(block string) *doc.Division {
		return &doc.Division{At: c.At("decision"), Level: c.level("điều"), Text: c.Wording("khen-thuong/"+block, "decision", v)}
	}
	parts := []doc.Part{article("article-1")}
	if y.out.Total > 0 {
		parts = append(parts, article("article-2"))
	}
	if v.One != "" {
		first := parts[0].(*doc.Division)
		first.Parts = append(first.Parts, y.correction(c)...)
	}
	last := article("article-3")
	last.ID = executes
	return append(parts, last)
}

// decisionList gives the list of awardees "danh sách kèm theo": no letterhead and
// no signature, a section for each kind of awardee, sums, and a closing line. An
// excerpt has one line, with its section and its number in the whole list.
func (y *seasonPapers) decisionList(c *Composer, v seasonView, h *plan.Header, f *plan.Footer) *doc.Annex {
	columns := used(y.awardColumns(), y.awarded())
	t, head := y.peopleTable(c, columns, "Danh sách được khen thưởng")
	roman := 0
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		if len(l.Results) == 0 {
			continue
		}
		roman++
		if y.one != 0 && !slices.ContainsFunc(l.Results, func(r *award.Result) bool { return r.Register == y.one }) {
			continue
		}
		t.Rows = append(t.Rows, groupRow(roman, l.Recipient, head))
		for n, r := range l.Results {
			if y.one != 0 && r.Register != y.one {
				continue
			}
			t.Rows = append(t.Rows, y.personRow(c, n+1, r, columns))
		}
		if y.one == 0 {
			t.Rows = append(t.Rows, sumRow("Cộng", head, l.Total))
		}
	}
	list := &doc.Annex{
		At: c.At("decision"), Title: doc.T("Danh sách"), Note: c.Wording("khen-thuong/list-title", "decision", v),
		Reference: c.reference(h, f), Parts: []doc.Part{t},
	}
	if y.one == 0 {
		t.Rows = append(t.Rows, sumRow("Tổng cộng", head, y.out.Total))
		list.Parts = append(list.Parts, &doc.Prose{At: c.At(y.list()), Inlines: c.Wording("khen-thuong/list-end", y.list(), v)}, &doc.End{})
	}
	list.Parts = append(list.Parts, y.correction(c)...)
	return list
}

// listName is a name in a list, with the year of birth of a person.
func listName(a *plan.Awardee) string {
	if a.Kind == plan.Individual && a.BirthYear > 0 {
		return a.FullName() + " (" + itoa(a.BirthYear) + ")"
	}
	return a.FullName()
}

// cell gives a cell with a line for each line of the text.
func cell(s string) doc.DataCell {
	if !strings.Contains(s, "\n") {
		return doc.DataCell{Lines: [][]doc.Inline{title(s)}}
	}
	var c doc.DataCell
	for line := range strings.SplitSeq(s, "\n") {
		c.Lines = append(c.Lines, title(line))
	}
	return c
}

func textRow(role doc.RowRole, texts ...string) doc.DataRow {
	row := doc.DataRow{Role: role, Cells: make([]doc.DataCell, len(texts))}
	for i, s := range texts {
		row.Cells[i] = cell(s)
	}
	return row
}

// sumRow gives a row of a sum: the word over all columns but the last.
func sumRow(word string, columns int, sum plan.Money) doc.DataRow {
	return doc.DataRow{Role: doc.TotalRow, Cells: []doc.DataCell{
		{Columns: columns - 1, Lines: [][]doc.Inline{doc.T(word)}}, cell(sum.String()),
	}}
}
