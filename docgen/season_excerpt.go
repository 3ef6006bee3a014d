package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// awardExcerpt gives a decision on awards whose list has the line of one awardee
// alone "trích sao": articles and signature as they are, the line under its
// number in the whole list. The original is a decision on awards, or a season
// whose decision has its number and date. It gives nil, with a finding, where
// there is no such line.
func (c *Composer) awardExcerpt(k *plan.Copy, target *plan.File) *doc.Document {
	var d *doc.Document
	var found diag.List
	switch original := target.Value.(type) {
	case *plan.AwardDecision:
		inner, err := c.r.composer(c.set, target)
		if err != nil {
			c.Add("original", &diag.Diagnostic{Rule: "docgen.no-original", Message: fmt.Sprintf("không soạn được văn bản gốc %q", k.Original), Err: err})
			return nil
		}
		d = inner.awardDecision(original, k.Register)
		found = inner.found
	case *plan.Season:
		d, found = c.seasonExcerpt(original, target, k.Register)
	default:
		c.Add("original", &diag.Diagnostic{
			Rule: "docgen.no-original", Found: target.Kind.ID,
			Message: `"original" (tệp văn bản được sao) không phải quyết định khen thưởng hay đợt khen thưởng, không trích theo "register" (số vào sổ khen thưởng) được`,
		})
		return nil
	}
	c.found = append(c.found, found...)
	if found.HasErrors() {
		return nil
	}
	if !hasLine(d) {
		c.Add("register", &diag.Diagnostic{
			Rule: award.RuleRegister, Found: itoa(k.Register),
			Message: fmt.Sprintf("danh sách của quyết định không có số vào sổ %d", k.Register),
		})
		return nil
	}
	return d
}

// seasonExcerpt gives the excerpt of a season's decision.
func (c *Composer) seasonExcerpt(s *plan.Season, f *plan.File, register int) (*doc.Document, diag.List) {
	law, err := award.Default()
	if err != nil {
		return nil, diag.List{{Pos: f.Pos(""), Rule: "award.law", Message: "không đọc được dữ liệu pháp luật về khen thưởng", Err: err}}
	}
	law = award.SeasonLaw(c.set, f, law)
	outcome, found := award.CheckFile(f, award.SeasonCriteria(c.set, f), law)
	// What is copied must have been signed: the same needs as of a certificate.
	found = append(found, award.Locate(f, award.Ready(s, award.CertificateStage))...)
	if found.HasErrors() {
		return nil, found
	}
	y := &seasonPapers{r: c.r, set: c.set, file: f, s: s, out: outcome, law: law, one: register}
	papers := y.decision()
	return papers[0].Doc, append(found, y.found...)
}

// hasLine reports whether the list of a decision on awards has a line, beside its
// heading; a decision on one awardee has no list and is that line itself.
func hasLine(d *doc.Document) bool {
	for _, p := range d.Parts {
		if list, ok := p.(*doc.Annex); ok {
			for _, p := range list.Parts {
				if t, ok := p.(*doc.DataTable); ok && len(t.Rows) <= t.Header {
					return false
				}
			}
		}
	}
	return true
}
