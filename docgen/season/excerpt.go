package season

import (
	"fmt"
	"path"
	"strconv"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// excerpt settles a copy of a decision on awards whose list has the line of one awardee
// alone "trích sao": articles and signature as they are, the line under its number in the
// whole list, as a later decision may have amended it. Of whom a later decision added it is
// that decision. The original is a decision on awards, or the season of one; it has its
// number and date, unless the copy is a draft.
func (s *settler) excerpt(f *plan.File, k *plan.Copy) error {
	target := s.set.Target(f, "original")
	if target == nil {
		return nil // the set says why
	}
	var found diag.List
	refuse := func(key string, d *diag.Diagnostic) {
		d.Pos = f.Pos(key)
		s.put(f, k, map[string]string{"": ""}, append(found, d))
	}
	switch target.Value.(type) {
	case *plan.Season, *plan.AwardDecision:
	default:
		refuse("original", &diag.Diagnostic{
			Rule: ruleOriginal, Found: target.Kind.ID,
			Message: `"original" (tệp văn bản được sao) không phải quyết định khen thưởng hay đợt khen thưởng, không trích theo ` +
				`"register" (số vào sổ khen thưởng) được`,
		})
		return nil
	}
	own := *target
	own.Value = s.reading.Complete(target.Value)
	y, found, err := judge(s.r, s.set, &own, nil)
	if err != nil {
		return err
	}
	y.draft, y.one, y.now = k.Draft != "", k.Register, true
	// What is copied must have been signed, like what a certificate rests on.
	lacks := y.all.Ready(award.DecisionStage)
	if !y.draft {
		lacks = y.forOne(y.all.Issued("trích sao"))
	}
	found = append(found, award.Locate(target, lacks)...)
	if found.HasErrors() {
		s.put(f, k, map[string]string{"": ""}, found)
		return nil
	}
	for _, r := range y.all.Given() {
		if r.Register != k.Register {
			continue
		}
		var p Paper
		if a := y.all.AmendingOf(r); a != nil {
			p = y.amending(a)
		} else {
			p = y.decision()[0]
		}
		copied := *k
		copied.Original = fmt.Sprintf("%s#%d", k.Original, k.Register)
		line := own.Make(path.Join(path.Dir(f.Name), copied.Original), p.File.Paper(), p.from, nil)
		s.put(f, &copied, map[string]string{"": ""}, append(found, *y.found...))
		s.set = s.set.With(line)
		return nil
	}
	refuse("register", &diag.Diagnostic{
		Rule: ruleid.Register, Found: strconv.Itoa(k.Register),
		Message: fmt.Sprintf("danh sách của quyết định không có số vào sổ %d", k.Register),
	})
	return nil
}

// correction gives the line of an excerpt that says which decision amended what it
// shows; nothing where none did.
func (y *maker) correction() plan.Prose {
	if !y.now {
		return ""
	}
	for _, a := range y.all.Amended {
		for _, r := range a.Changed {
			if r.Register == y.one {
				v := y.viewAmending(a)
				v.DecisionRef = y.amendingRef(a)
				return y.words("excerpt-amended", y.all.Path(a.Path), v)
			}
		}
	}
	return ""
}
