package season

import (
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// cancellation is one decision that takes awards back: the whole decision of the
// season, or some awards of it.
type cancellation struct {
	by      *plan.Cancellation
	path    string // of the cancellation that it was made from
	whole   bool
	results []*award.Result
}

// cancelled returns the decisions that take awards of the season back, in the order
// of the register. Awards with one number and date of the cancelling decision stand
// in one decision.
func (y *maker) cancelled() []*cancellation {
	var all []*cancellation
	at := make(map[plan.PaperRef]*cancellation)
	for _, r := range y.all.Given() {
		if r.Status != award.Cancelled {
			continue
		}
		k := r.Nominee.Cancelled
		path, whole := record.Index(y.list(), r.Index)+".cancelled", false
		if k == nil {
			k, path, whole = y.s.Decision.Cancellation, y.all.Path("decision.cancellation"), true
		}
		of := at[k.Decision]
		if of == nil || of.whole != whole {
			of = &cancellation{by: k, path: path, whole: whole}
			at[k.Decision] = of
			all = append(all, of)
		}
		of.results = append(of.results, r)
	}
	return all
}

// cancelView is what the templates of a cancelling decision see.
type cancelView struct {
	mendingView
	Whole        bool   // the whole decision is cancelled
	Why          string // the reason, where all have the same
	Handed       bool   // there is something beside money to give back
	Recover      string // the sum to be paid back; empty for none
	RecoverWords string
}

// cancellations returns the decisions that take awards back "quyết định hủy bỏ", each
// with a list where several awards are taken back one by one.
// Source: Luật Thi đua, khen thưởng, Điều 93.
func (y *maker) cancellations() []Paper {
	var papers []Paper
	for i, k := range y.cancelled() {
		p := y.cancelling(k)
		if i > 0 {
			p.Name += "-" + strconv.Itoa(i+1)
		}
		papers = append(papers, p)
	}
	return papers
}

func (y *maker) cancelling(k *cancellation) Paper {
	day := k.by.Decision.Date
	if !day.IsFull() {
		day = y.out.Day
	}
	about := y.all.Part(k.results)
	v := cancelView{mendingView: y.viewMending(&k.by.Mending, k.path, about), Whole: k.whole, Why: markup.Stopless(k.why())}
	if sum := k.recover(); sum > 0 {
		v.Recover, v.RecoverWords = sum.String(), vi.UpperFirst(sum.Words())
	}
	v.Handed = slices.ContainsFunc(k.results, func(r *award.Result) bool { return r.Award.CertificateOn(r.Day) != "" })
	if !k.whole {
		v.DecisionRef, v.Original = y.given(k, v.mendingView)
	}
	// The warnings about the acts of the day were given when the season was judged.
	acts, _ := y.law.Citations(y.all.Decider, about.Awards(), day)
	p, from := y.mending(&k.by.Mending, k.path, "cancel-subject", acts, v)
	for _, block := range []string{"cancel-1", "cancel-2", "cancel-3"} {
		if block == "cancel-2" && !v.Handed && v.Recover == "" {
			continue
		}
		p.Articles = append(p.Articles, plan.Article{Text: y.words(block, k.path, v)})
	}
	p.Articles[len(p.Articles)-1].Executes = true
	if !k.whole && v.One == "" {
		y.annex(p, y.cancelList(k, v), from, k.path)
	}
	return y.paper(award.CancellationStage, "quyet-dinh-huy-bo", p, from)
}

// given returns the decisions that gave the awards that are taken back, and what the
// first was about: the signed one, those that added awards, or both.
func (y *maker) given(k *cancellation, v mendingView) (refs plan.Prose, about string) {
	var by []*award.Amending // the signed decision is nil, and first
	for _, r := range k.results {
		if a := y.all.AmendingOf(r); !slices.Contains(by, a) {
			by = append(by, a)
		}
	}
	refs, about = v.DecisionRef, v.Original
	for i, a := range by {
		switch {
		case a == nil:
		case i == 0:
			refs, about = y.amendingRef(a), inside(y.said("amend-subject", k.path, y.viewAmending(a)))
		default:
			refs += " và Quyết định " + y.amendingRef(a)
		}
	}
	return refs, about
}

// why returns the reason that all awards have, or nothing.
func (k *cancellation) why() string {
	for _, r := range k.results {
		if own := r.Nominee.Cancelled; own != nil && own.Reason != k.by.Reason {
			return ""
		}
	}
	return k.by.Reason
}

// recover returns the sum to be paid back.
func (k *cancellation) recover() plan.Money {
	if k.whole {
		return k.by.Recover
	}
	var sum plan.Money
	for _, r := range k.results {
		sum += r.Nominee.Cancelled.Recover
	}
	return sum
}

// cancelList gives the list of the awards that are taken back, with the reason
// and the money of each.
func (y *maker) cancelList(k *cancellation, v cancelView) *enclosed {
	back := textColumn("Tiền thưởng thu hồi (đồng)", 0, plan.AlignRight,
		func(r *award.Result) string { return r.Nominee.Cancelled.Recover.String() })
	back.Width = 30
	columns := []listColumn{
		y.nameColumn(30), y.placeColumn(30),
		textColumn("Lý do hủy bỏ", 30, "", func(r *award.Result) string { return r.Nominee.Cancelled.Reason }),
	}
	if v.Recover != "" {
		columns = append(columns, back)
	}
	t := y.people(used(columns, k.results), "Danh sách bị hủy bỏ khen thưởng")
	t.Columns[0].Width = 12
	for i, r := range k.results {
		t.add(i+1, r)
	}
	if v.Recover != "" {
		t.sum("Tổng cộng", k.recover())
	}
	return &enclosed{people: t, note: y.words("cancel-list", k.path, v), end: y.words("list-end", k.path, v)}
}
