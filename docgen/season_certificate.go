package docgen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// certificates gives one certificate "giấy khen, giấy chứng nhận" for each
// awardee whose award has one.
func (y *seasonPapers) certificates() []SeasonPaper {
	var papers []SeasonPaper
	v := y.view()
	for _, r := range y.all.Given() {
		if r.Award.Certificate == award.NoCertificate || r.Status != award.Awarded || y.one != 0 && r.Register != y.one {
			continue
		}
		name := fmt.Sprintf("%s-%03d-%s", certificateKind(r.Award, r.Day), r.Register, r.Nominee.AsAmended().Name)
		papers = append(papers, SeasonPaper{Stage: award.CertificateStage, Name: vi.Slug(name), Doc: y.certificate(r, v)})
	}
	return papers
}

// ruling gives the decision that gives an award: the season's, or the one that
// adds it.
func (y *seasonPapers) ruling(r *award.Result) *plan.Ruling {
	a := y.all.AmendingOf(r)
	if a == nil {
		return y.s.Decision
	}
	return y.amendingRuling(a)
}

// forOne drops what certificates lack because of decisions that do not concern the
// only one wanted.
func (y *seasonPapers) forOne(lacks diag.List) diag.List {
	other := make(map[string]bool)
	for _, a := range y.all.Amended {
		mine := func(r *award.Result) bool { return r.Register == y.one }
		added := slices.ContainsFunc(a.Added.Results, func(r award.Result) bool { return r.Register == y.one })
		other[y.all.Path(a.Path+".decision")] = !added && !slices.ContainsFunc(a.Changed, mine)
	}
	return slices.DeleteFunc(lacks, func(d *diag.Diagnostic) bool { return other[d.Pos.Path] })
}

// reprint says why the one certificate that is wanted cannot be printed again.
func (y *seasonPapers) reprint() diag.List {
	d := &diag.Diagnostic{
		Pos: diag.At(y.list()), Rule: award.RuleRegister, Found: itoa(y.one),
		Message: fmt.Sprintf("không có khen thưởng nào mang số vào sổ %d", y.one),
	}
	for i := range y.all.Results {
		r := &y.all.Results[i]
		if r.Register != y.one {
			continue
		}
		d.Pos.Path = index(y.list(), r.Index)
		switch {
		case r.Status == award.Cancelled:
			d.Message = fmt.Sprintf("khen thưởng mang số vào sổ %d đã bị hủy bỏ, không in lại giấy", y.one)
		case r.Award.Certificate == award.NoCertificate:
			d.Message = fmt.Sprintf("%s (số vào sổ %d) không có giấy khen, giấy chứng nhận", r.Award.NameOn(y.out.Day), y.one)
		default:
			return nil
		}
	}
	return diag.List{d}
}

// certified reports whether anybody gets a certificate.
func (y *seasonPapers) certified() bool {
	return slices.ContainsFunc(y.all.Results, func(r award.Result) bool {
		return r.Status == award.Awarded && r.Award.Certificate != award.NoCertificate
	})
}

func (y *seasonPapers) certificate(r *award.Result, v seasonView) *doc.Document {
	k0 := y.r.Kind("quyet-dinh")
	c := &Composer{r: y.r, profile: y.profile, set: y.set, file: y.file, kind: k0, scheme: y.profile.Scheme("quyet-dinh")}
	a, by := r.Nominee.AsAmended(), y.ruling(r)
	v.DecisionRef = cited(by.Number, y.symbolOf(by), by.Date)
	k := &certificate{
		at: c.At(index(y.list(), r.Index)), giver: y.decider(), give: "TẶNG", words: certificateKind(r.Award, r.Day),
		name: certificateName(a.Kind, a.Honorific, a.Name), role: vi.UpperFirst(roleAndUnit(a)),
		achievement: certificateReason(r, a, y.s), register: itoa(r.Register),
		decision: c.Wording("khen-thuong/certificate-decision", "decision", v),
		place:    y.s.Issuer.Place, date: by.Date, draft: y.draft,
	}
	kind := k.words
	switch {
	case r.Award.Class == award.Title: // chứng nhận ... đạt danh hiệu ...
		k.give, k.words = "", "Chứng nhận"
	case a.Posthumous:
		k.give = "TRUY TẶNG"
	}
	var layout *plan.CertificateLayout
	if s := y.s.Certificates; s != nil {
		layout = s.Layout
		if !s.Date.IsZero() && r.Nominee.Added == nil {
			k.date = s.Date
		}
	}
	if k.give == "TRUY TẶNG" && layout != nil && layout.Overprint {
		c.Add(index(y.list(), r.Index), &diag.Diagnostic{
			Level: diag.Warning, Rule: rulePreprinted, Found: k.name,
			Message: fmt.Sprintf("phôi in sẵn chữ “TẶNG”, mà %s được truy tặng: dùng phôi in sẵn chữ “TRUY TẶNG”", k.name),
		})
	}
	d := &doc.Document{Kind: "giay-khen", Meta: doc.Meta{
		Title: vi.Upper(kind) + " " + k.name, Author: y.decider(), Kind: kind, Created: y.createdOn(by.Date),
	}}
	if s := by.Signer; s != nil {
		k.position, k.signer = s.AuthorityLines(), s.Name
		d.Meta.Signer, d.Meta.Position = s.Name, s.Position
	}
	d.Parts = []doc.Part{c.sheet(k, layout, "certificates.layout")}
	*y.found = append(*y.found, c.found...)
	return d
}

// certificateKind gives what is handed over: Giấy khen, Bằng khen, Bằng chứng nhận.
func certificateKind(a *award.Award, day plan.Date) string {
	switch a.Certificate {
	case award.Commendation:
		kind, _, _ := strings.Cut(a.NameOn(day), " của ")
		return kind
	case award.Recognition:
		return "Bằng chứng nhận"
	}
	return "Giấy chứng nhận"
}

// certificateReason gives the line below the name: what was achieved, or the
// title that was reached.
func certificateReason(r *award.Result, a *plan.Awardee, s *plan.Season) string {
	if r.Award.Class == award.Title {
		return vi.Upper(fmt.Sprintf("Đạt danh hiệu “%s” năm %d", r.Award.NameOn(r.Day), s.Year))
	}
	reason := orElse(a.Achievement, s.Reason)
	switch low := vi.Lower(reason); {
	case reason == "" || strings.HasPrefix(low, "đã "):
		return vi.UpperFirst(reason)
	case strings.HasPrefix(low, "có "):
		return "Đã " + reason
	}
	return "Đã có thành tích: " + reason
}
