package season

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// certificates returns one certificate "giấy khen, giấy chứng nhận" for each
// awardee whose award has one.
func (y *maker) certificates() []Paper {
	var papers []Paper
	for _, r := range y.all.Given() {
		if r.Award.CertificateOn(r.Day) == "" || r.Status != award.Awarded || y.one != 0 && r.Register != y.one {
			continue
		}
		name := fmt.Sprintf("%s-%03d-%s", r.Award.CertificateOn(r.Day), r.Register, r.Nominee.AsAmended().Name)
		papers = append(papers, y.certificate(r, vi.Slug(name)))
	}
	return papers
}

// ruling returns the decision that gives an award: the season's, or the one that
// adds it.
func (y *maker) ruling(r *award.Result) *plan.Ruling {
	a := y.all.AmendingOf(r)
	if a == nil {
		return y.s.Decision
	}
	return y.amendingRuling(a)
}

// forOne drops what certificates lack because of decisions that do not concern the
// only one wanted.
func (y *maker) forOne(lacks diag.List) diag.List {
	other := make(map[string]bool)
	for _, a := range y.all.Amended {
		other[y.all.Path(a.Path+".decision")] = !slices.ContainsFunc(y.all.Given(), func(r *award.Result) bool {
			return r.Register == y.one && (y.all.AmendingOf(r) == a || slices.Contains(a.Changed, r))
		})
	}
	return slices.DeleteFunc(lacks, func(d *diag.Diagnostic) bool { return other[d.Pos.Path] })
}

// reprint says why the one certificate that is wanted cannot be printed again.
func (y *maker) reprint() diag.List {
	d := &diag.Diagnostic{
		Pos: diag.At(y.list()), Rule: ruleid.Register, Found: strconv.Itoa(y.one),
		Message: fmt.Sprintf("không có khen thưởng nào mang số vào sổ %d", y.one),
	}
	for i := range y.all.Results {
		r := &y.all.Results[i]
		if r.Register != y.one {
			continue
		}
		d.Pos.Path = record.Index(y.list(), r.Index)
		switch {
		case r.Status == award.Cancelled:
			d.Message = fmt.Sprintf("khen thưởng mang số vào sổ %d đã bị hủy bỏ, không in lại giấy", y.one)
		case r.Award.CertificateOn(r.Day) == "":
			d.Message = fmt.Sprintf("%s (số vào sổ %d) không có giấy khen, giấy chứng nhận", r.Award.NameOn(y.out.Day), y.one)
		default:
			return nil
		}
	}
	return diag.List{d}
}

// certified reports whether anybody gets a certificate.
func (y *maker) certified() bool {
	return slices.ContainsFunc(y.all.Results, func(r award.Result) bool {
		return r.Status == award.Awarded && r.Award.CertificateOn(r.Day) != ""
	})
}

func (y *maker) certificate(r *award.Result, name string) Paper {
	a, by := r.Nominee.AsAmended(), y.ruling(r)
	p := &plan.Certificate{
		Header: plan.Header{Kind: "giay-khen", Issuer: y.s.Issuer, Date: by.Date},
		Giver:  y.decider(), Words: r.Award.CertificateOn(r.Day),
		Recipient: a.Kind, Honorific: a.Honorific, Name: a.Name, Role: a.Role, Unit: a.Unit, Posthumous: a.Posthumous,
		Achievement: certificateReason(r, a, y.s), Register: strconv.Itoa(r.Register),
		Decision: plan.PaperRef{Number: by.Number, Symbol: y.symbolOf(by), Date: by.Date},
	}
	from := map[string]string{
		"": record.Index(y.list(), r.Index), "issuer": "issuer", "date": y.all.Path("decision.date"),
		"signer": y.all.Path("decision.signer"),
		"layout": "certificates.layout",
	}
	if p.Book = y.all.Decider.Register; r.Award.IsTitle() {
		p.Give, p.Words = "Tặng danh hiệu", r.Award.NameOn(r.Day)
	}
	if s := by.Signer; s != nil { // who signs each by hand
		own := *s
		own.Signature, own.Seal = "", ""
		p.Signer = &own
	}
	if s := y.s.Certificates; s != nil {
		p.Layout = s.Layout
		if !s.Date.IsZero() && r.Nominee.Added == nil {
			p.Date, from["date"] = s.Date, "certificates.date"
		}
	}
	return y.paper(award.CertificateStage, name, p, from)
}

// certificateReason gives the line below the name: what was achieved, or the
// title that was reached.
func certificateReason(r *award.Result, a *plan.Awardee, s *plan.Season) string {
	if r.Award.IsTitle() {
		return cmp.Or(vi.UpperFirst(s.Period.Term()), fmt.Sprintf("Năm %d", s.Year))
	}
	reason := cmp.Or(a.Achievement, s.Reason)
	switch low := vi.Lower(reason); {
	case reason == "" || strings.HasPrefix(low, "đã "):
		return vi.UpperFirst(reason)
	case strings.HasPrefix(low, "có "):
		return "Đã có " + reason[len("có "):]
	}
	return "Đã có thành tích: " + reason
}
