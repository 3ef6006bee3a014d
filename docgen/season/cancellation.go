package season

import (
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// cancelView is what the templates of a cancelling decision see.
type cancelView struct {
	mendingView
	Whole        bool   // the whole decision is cancelled
	Why          string // the reason, where all have the same
	Handed       bool   // there is something beside money to give back
	Recover      string // the sum to be paid back; empty for none
	RecoverWords string
	Mended       string // by which decisions the awards taken back were amended before; empty for none
}

// cancellations returns the decisions that take awards back "quyết định hủy bỏ", each
// with a list where several awards are taken back one by one.
// Source: Luật Thi đua, khen thưởng, Điều 93.
func (y *maker) cancellations() []Paper {
	var papers []Paper
	for i, k := range y.all.Cancellings() {
		p := y.cancelling(k)
		if i > 0 {
			p.Name += "-" + strconv.Itoa(i+1)
		}
		papers = append(papers, p)
	}
	return papers
}

func (y *maker) cancelling(k *award.Cancelling) Paper {
	day := k.By.Decision.Date
	if !day.IsFull() {
		day = y.out.Day
	}
	about := y.all.Part(k.Results)
	v := cancelView{mendingView: y.viewMending(&k.By.Mending, k.Path, about), Whole: k.Whole, Why: markup.Stopless(why(k))}
	if sum := recovered(k); sum > 0 {
		v.Recover, v.RecoverWords = sum.String(), vi.UpperFirst(sum.Words())
	}
	v.Handed = slices.ContainsFunc(k.Results, func(r *award.Result) bool { return r.Award.CertificateOn(r.Day) != "" })
	if !k.Whole {
		v.Mended = y.mendedBy(k.Results, mendingWords{amend: "sửa đổi tại"}, func(_ *award.Result, d plan.PaperRef) bool {
			return d.Precedes(k.By.Decision)
		})
		v.DecisionRef, v.Original = y.given(k, v.mendingView)
	}
	// The warnings about the acts of the day were given when the season was judged.
	acts, _ := y.law.Citations(y.all.Decider, about.Awards(), day)
	p, from := y.mending(&k.By.Mending, k.Path, "cancel-subject", acts, v)
	for _, block := range []string{"cancel-1", "cancel-2", "cancel-3"} {
		if block == "cancel-2" && !v.Handed && v.Recover == "" {
			continue
		}
		p.Articles = append(p.Articles, plan.Article{Text: y.words(block, k.Path, v)})
	}
	p.Articles[len(p.Articles)-1].Executes = true
	if !k.Whole && v.One == "" {
		y.annex(p, y.cancelList(k, v), from, k.Path)
	}
	return y.paper(award.CancellationStage, "quyet-dinh-huy-bo", p, from)
}

// given returns the decisions that gave the awards that are taken back, and what the
// first was about: the signed one, those that added awards, or both.
func (y *maker) given(k *award.Cancelling, v mendingView) (refs plan.Prose, about string) {
	var by []*award.Amending // the signed decision is nil, and first
	for _, r := range k.Results {
		if a := y.all.AmendingOf(r); !slices.Contains(by, a) {
			by = append(by, a)
		}
	}
	refs, about = v.DecisionRef, v.Original
	for i, a := range by {
		switch {
		case a == nil:
		case i == 0:
			refs, about = y.amendingRef(a), inside(y.said("amend-subject", k.Path, y.viewAmending(a)))
		default:
			refs += " và Quyết định " + y.amendingRef(a)
		}
	}
	return refs, about
}

// why returns the reason that all awards have, or nothing.
func why(k *award.Cancelling) string {
	for _, r := range k.Results {
		if own := r.Nominee.Cancelled; own != nil && own.Reason != k.By.Reason {
			return ""
		}
	}
	return k.By.Reason
}

// recovered returns the sum to be paid back.
func recovered(k *award.Cancelling) plan.Money {
	if k.Whole {
		return k.By.Recover
	}
	var sum plan.Money
	for _, r := range k.Results {
		sum += r.Nominee.Cancelled.Recover
	}
	return sum
}

// cancelList gives the list of the awards that are taken back, with the reason
// and the money of each.
func (y *maker) cancelList(k *award.Cancelling, v cancelView) *enclosed {
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
	t := y.people(used(columns, k.Results), "Danh sách bị hủy bỏ khen thưởng")
	t.Columns[0].Width = 12
	for i, r := range k.Results {
		t.add(i+1, r)
	}
	if v.Recover != "" {
		t.sum("Tổng cộng", recovered(k))
	}
	return &enclosed{people: t, note: y.words("cancel-list", k.Path, v), end: y.words("list-end", k.Path, v)}
}
