package season

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// Options are the choices of [Papers]. The zero value is usual.
type Options struct {
	Law *award.Law // nil: award.Default
	// Draft marks the papers as drafts and lets certificates be made before the
	// decision has its number.
	Draft bool
	// Only asks for the certificate of this register number "số vào sổ" alone: a
	// certificate printed again. Its bytes are those of the whole stage's. It
	// needs the stage of certificates. Zero: no choice.
	Only int
	// LeftOut, if not nil, hears of each stage that the season has begun and that
	// still lacks something, and what, where every stage is wanted.
	LeftOut func(award.Stage, diag.List)
}

// Paper is one paper of an award season: a document to be rendered, or a
// file that is ready.
type Paper struct {
	Stage award.Stage
	Name  string     // file name without its ending, safe on every system
	File  *plan.File // of a paper that takes the road of every paper
	Doc   *doc.Document
	Data  []byte // of a file that is ready, such as the register; nil otherwise
	Ext   string // its ending, with the full stop

	from map[string]string // of File: what in the season its parts are made of
}

// Papers makes the papers of a stage of the season that the set holds under that name;
// an empty stage is every stage that has what it needs. A decision on awards alone
// (quyet-dinh of type khen-thuong) has the stages from the decision on. All papers come
// from one judgement, so that counts, sums, dates and votes agree; where they do not, the
// error is a [diag.List]. The list beside the papers holds warnings, such as figures of law
// that nobody has verified: they never stand on a paper.
func Papers(ctx context.Context, r *docgen.Renderer, set *plan.Set, name string, stage award.Stage, o Options) ([]Paper, diag.List, error) {
	f := set.File(name)
	switch {
	case r == nil:
		return nil, nil, errors.New("season: no renderer")
	case ctx == nil:
		return nil, nil, errors.New("season: no context")
	case f == nil:
		return nil, nil, fmt.Errorf("season %s: no such file in the set", name)
	case o.Only != 0 && stage != award.CertificateStage:
		return nil, nil, fmt.Errorf("season %s: one register number is a choice of the stage %s only", name, award.CertificateStage)
	}
	y, found, err := judge(r, set, f, o.Law)
	if err != nil {
		return nil, nil, fmt.Errorf("season %s: %w", name, err)
	}
	if found.HasErrors() {
		return nil, nil, found
	}
	y.draft, y.one = o.Draft, o.Only
	papers, more, err := y.stages(ctx, stage, o.LeftOut)
	if err != nil {
		return nil, nil, err
	}
	found = append(found, more...)
	for i := range papers {
		p := &papers[i]
		if p.File == nil {
			continue
		}
		var refused diag.List
		switch p.Doc, err = r.Build(ctx, set.With(p.File), p.File.Name); {
		case errors.As(err, &refused):
			found = append(found, refused...)
		case err != nil:
			return nil, nil, fmt.Errorf("season %s: %w", name, err)
		default:
			found = append(found, p.Doc.Findings...)
		}
	}
	found.Sort()
	if found.HasErrors() {
		return nil, nil, found
	}
	return papers, found, nil
}

// stages gives the papers of a stage, or of every stage that has what it needs.
func (y *maker) stages(
	ctx context.Context, stage award.Stage, leftOut func(award.Stage, diag.List),
) (papers []Paper, found diag.List, err error) {
	known := false
	for _, st := range award.Stages() {
		if stage != "" && st != stage {
			continue
		}
		known = true
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if lacking := y.lacking(st); lacking.HasErrors() {
			if stage != "" {
				found = append(found, award.Locate(y.file, lacking)...)
			} else if leftOut != nil && (y.begun(st) || y.comesNext(st)) {
				leftOut(st, award.Locate(y.file, lacking))
			}
			continue
		}
		if y.written = stage == ""; y.written && st == award.DossierStage && !y.reported() {
			continue
		}
		papers = append(papers, stageTable[st].papers(y)...)
		if !y.draft {
			found = append(found, award.Locate(y.file, y.all.Uncited(st))...)
		}
	}
	if !known {
		found.Add(&diag.Diagnostic{Pos: y.file.Pos(""), Rule: ruleid.Blank, Found: string(stage),
			Message: fmt.Sprintf("không có giai đoạn %q", string(stage))})
	}
	return papers, append(found, *y.found...), nil
}

// judge judges a file of awards and gives what makes its papers, with the findings in
// their places. A nil law is the built-in one; an error says that the file is neither a
// season nor a decision on awards.
func judge(r *docgen.Renderer, set *plan.Set, f *plan.File, law *award.Law) (*maker, diag.List, error) {
	if law == nil {
		var err error
		if law, err = award.Default(); err != nil {
			return nil, nil, err
		}
	}
	out, found := award.CheckFile(set, f, law)
	if out == nil {
		return nil, nil, fmt.Errorf("neither an award season nor a decision on awards")
	}
	y := &maker{r: r, file: f, s: out.Season, out: out.Signed(), all: out, law: award.SeasonLaw(set, f, law), found: new(diag.List)}
	y.alone, _ = f.Value.(*plan.AwardDecision)
	return y, found, nil
}

// lacking says why a stage has no papers: what its data lack, or nobody whom they
// would be about. Only what stands before the vote can be about nominees of whom
// none is to be awarded.
func (y *maker) lacking(st award.Stage) diag.List {
	ready := st
	if y.draft && (st == award.CertificateStage || st == award.PaymentStage) {
		ready = award.DecisionStage // a draft of what rests on the decision
	}
	lacks := y.all.Ready(ready)
	if st == award.CertificateStage && y.one != 0 {
		lacks = y.forOne(lacks)
	}
	if lacks.HasErrors() {
		return lacks
	}
	why := ""
	switch {
	case st == award.DossierStage, st == award.SummaryStage, st == award.MinutesStage:
	case st == award.UpwardStage:
		if len(y.forwarded().awarded()) == 0 {
			why = fmt.Sprintf("giai đoạn %s: không có đề nghị nào trình cấp trên (forward: true) đủ điều kiện", st)
		}
	case len(y.out.Awards()) == 0:
		why = fmt.Sprintf("giai đoạn %s: không ai trong %d đề nghị được khen thưởng", st, len(y.out.Results))
	case st == award.CertificateStage && y.one != 0:
		return y.reprint()
	case st == award.CertificateStage && !y.certified():
		why = fmt.Sprintf("giai đoạn %s: không danh hiệu, hình thức nào trong đợt có giấy khen, giấy chứng nhận", st)
	case st == award.AmendingStage && len(y.all.Amended) == 0:
		why = fmt.Sprintf("giai đoạn %s: không có khen thưởng nào được sửa đổi, bổ sung", st)
	case st == award.CancellationStage && len(y.all.Cancellings()) == 0:
		why = fmt.Sprintf("giai đoạn %s: không có khen thưởng nào bị hủy bỏ", st)
	}
	if why == "" {
		return nil
	}
	return diag.List{{Pos: diag.At(y.list()), Rule: ruleid.Nobody, Message: why}}
}

// stageTable has of each stage what makes its papers, and whether the season has what the
// stage is about, if not all that its papers need; nil: nothing is.
var stageTable = map[award.Stage]struct {
	papers func(*maker) []Paper
	begun  func(*maker) bool
}{
	award.DossierStage:    {papers: (*maker).dossiers},
	award.SummaryStage:    {papers: (*maker).summary},
	award.MinutesStage:    {asAgreed((*maker).minutes), func(y *maker) bool { return y.s.Session != nil }},
	award.SubmissionStage: {asAgreed((*maker).submission), func(y *maker) bool { return y.s.Submission != nil }},
	award.UpwardStage:     {(*maker).upward, func(y *maker) bool { return y.s.Upward != nil }},
	award.DecisionStage:   {(*maker).decision, func(y *maker) bool { return y.s.Decision != nil }},
	award.CertificateStage: {(*maker).certificates, func(y *maker) bool {
		return y.s.Decision != nil && (len(y.out.Awards()) == 0 || y.certified())
	}},
	award.PaymentStage:      {(*maker).payment, func(y *maker) bool { return y.s.Decision != nil }},
	award.AmendingStage:     {(*maker).amendings, func(y *maker) bool { return len(y.all.Amended) > 0 }},
	award.CancellationStage: {(*maker).cancellations, func(y *maker) bool { return len(y.all.Cancellings()) > 0 }},
}

// begun reports whether the season has what a stage is about.
func (y *maker) begun(st award.Stage) bool {
	begun := stageTable[st].begun
	return begun != nil && begun(y)
}

// comesNext reports whether a stage is the first of those on the way to a decision that the season has nothing of.
func (y *maker) comesNext(st award.Stage) bool {
	next := award.Stage("")
	for _, way := range []award.Stage{award.DecisionStage, award.SubmissionStage, award.MinutesStage} {
		if y.begun(way) {
			break
		}
		next = way
	}
	return st == next
}

// maker makes the papers of one season, or of a decision alone.
type maker struct {
	r       *docgen.Renderer
	file    *plan.File
	s       *plan.Season
	out     *award.Outcome      // as the decision was signed
	all     *award.Outcome      // with what was added later
	alone   *plan.AwardDecision // nil: a season
	law     *award.Law
	draft   bool
	one     int  // register number of the only certificate wanted, or of the only line of an excerpt; 0 for all
	written bool // of the nominees' reports only those that have a text; the others are forms to fill in
	now     bool // awardees as amended, in place of as signed
	found   *diag.List
}

// list gives the key of the list of awardees.
func (y *maker) list() string { return y.all.Path("nominees") }

// awardee returns who gets an award, as the paper has to show it.
func (y *maker) awardee(r *award.Result) *plan.Awardee {
	if y.now {
		return r.Nominee.AsAmended()
	}
	return &r.Nominee.Awardee
}

// asAgreed makes papers that are written before the decision: whom the decider
// refuses later stands in them.
func asAgreed(papers func(*maker) []Paper) func(*maker) []Paper {
	return func(y *maker) []Paper { return papers(y.over(y.out.Agreed())) }
}

// over makes papers of another outcome.
func (y *maker) over(out *award.Outcome) *maker {
	other := *y
	other.out = out
	return &other
}

// paper gives a paper of the season as a file: from says of what in the season its parts
// are made. The paper of a decision alone is that file itself, settled.
func (y *maker) paper(st award.Stage, name string, p plan.Paper, from map[string]string) Paper {
	h := p.Head()
	h.Version = 1
	if y.alone != nil {
		h.Standard = y.alone.Standard
	}
	if h.Standard == "" && y.all.Decider.IsParty() {
		h.Standard = "hd05-2026"
	}
	if y.draft {
		h.Draft = cmp.Or(h.Draft, "Dự thảo")
	}
	of := path.Join(path.Dir(y.file.Name), name+".yaml")
	if y.alone != nil && st == award.DecisionStage {
		of = y.file.Name
	}
	return Paper{Stage: st, Name: name, File: y.file.Make(of, p, from, nil), from: from}
}

// words gives the text of a block of the season's templates, with its marks, in one line.
func (y *maker) words(block, path string, v any) plan.Prose {
	text, found := y.r.Words("khen-thuong/"+block, v)
	for _, d := range found {
		if d.Pos == (diag.Pos{}) {
			d.Pos = y.file.Pos(path)
		}
		y.found.Add(d)
	}
	return text
}

// said is words without marks, for a subject.
func (y *maker) said(block, path string, v any) string {
	in, _ := markup.Line(markup.Source{Text: string(y.words(block, path, v))})
	return doc.PlainText(in, "......")
}

// texts returns a section of one paragraph a block.
func (y *maker) texts(path string, v any, blocks ...string) []plan.Section {
	var text []string
	for _, block := range blocks {
		if one := string(y.words(block, path, v)); one != "" {
			text = append(text, one)
		}
	}
	return []plan.Section{{Body: plan.Prose(strings.Join(text, "\n\n"))}}
}

// decider returns who decides: Chủ tịch Ủy ban nhân dân xã Cẩm Hòa.
func (y *maker) decider() string { return y.all.Decider.Title() }

// unit returns the unit of whoever decides: xã Cẩm Hòa.
func (y *maker) unit() string { return y.all.Decider.Unit }

// superior gives the line above the name of a body of the commune: UBND xã Cẩm
// Hòa.
func (y *maker) superior() string {
	if u := y.unit(); u != y.s.Issuer.Name && y.s.Issuer.Abbreviation != "" {
		return y.s.Issuer.Abbreviation + " " + u
	}
	return y.s.Issuer.Name
}

// council returns the council's name: Hội đồng Thi đua - Khen thưởng xã.
func (y *maker) council() string {
	if y.s.Council != nil && y.s.Council.Name != "" {
		return y.s.Council.Name
	}
	return "Hội đồng Thi đua - Khen thưởng " + y.all.Decider.Short
}

// councilLines gives the lines of the council's name in a letterhead, where it
// stands without the unit word.
func (y *maker) councilLines() []string {
	if y.s.Council != nil && y.s.Council.Name != "" {
		return nil
	}
	return []string{"Hội đồng", "Thi đua - Khen thưởng"}
}

// Rule id of a finding that stands beside those of package docgen.
const ruleOriginal = "docgen.no-original"
