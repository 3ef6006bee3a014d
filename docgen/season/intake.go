package season

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// List describes a list as a batch job does: an Excel workbook, or a CSV file.
type List = sheet.Options

// Intake is the file of a season with a list taken in.
type Intake struct {
	Source  []byte // of the file; as it was where nothing changed
	Changes []Change
}

// Change is a nominee that was added or filled in.
type Change struct {
	Nominee *plan.Nominee
	Added   bool
	Keys    []string // that were filled in, as messages name them; none: added
}

// String says the change in a line for people.
func (c Change) String() string {
	n := zero.Or(c.Nominee)
	switch {
	case c.Added && n.Posthumous:
		return fmt.Sprintf("thêm %s (%s, truy tặng)", n.FullName(), n.Award)
	case c.Added:
		return fmt.Sprintf("thêm %s (%s)", n.FullName(), n.Award)
	}
	return fmt.Sprintf("%s: ghi %s", n.FullName(), strings.Join(c.Keys, ", "))
}

// TakeIn takes the nominees of a list with Vietnamese headings, a file of fsys, into the file
// of the season, or of the decision on awards alone, that the set holds under that name. Whom the season does not have is added
// behind the last nominee; of whom it has, what is missing is filled in. What it has is never
// changed: a list that says otherwise is a finding, and so is one that changes a paper with a
// number. The same list twice changes nothing.
//
// A nominee is known again by kind, name, year of birth and unit, as package award tells
// doubles, and by its award. The same name with a year or unit that one of the two leaves out
// is a finding: whether it is the same person nobody can know. With an error among the
// findings there is no Intake. law nil: [award.Default].
func TakeIn(ctx context.Context, set *plan.Set, name string, fsys fs.FS, l *List, law *award.Law) (*Intake, diag.List, error) {
	f := set.File(name)
	switch {
	case ctx == nil:
		return nil, nil, errors.New("take in a list: no context")
	case fsys == nil || l == nil:
		return nil, nil, errors.New("take in a list: no list")
	case f == nil:
		return nil, nil, fmt.Errorf("season %s: no such file in the set", name)
	}
	if law == nil {
		var err error
		if law, err = award.Default(); err != nil {
			return nil, nil, err
		}
	}
	t := taker{law: award.SeasonLaw(set, f, law)}
	switch v := f.Value.(type) {
	case *plan.Season:
		if v != nil {
			outcome, _ := award.CheckFile(set, f, law) // whose findings are another command's business
			t.season = outcome.Season
			t.criterion = func(code string) *diag.Diagnostic {
				_, unknown := outcome.Criterion(code)
				return unknown
			}
		}
	case *plan.AwardDecision:
		if v != nil {
			outcome, _ := award.CheckFile(set, f, law) // what is wrong with it the list may put right
			t.season = outcome.Season
		}
	}
	if t.season == nil {
		return nil, diag.List{{
			Pos: f.Pos("kind"), Rule: plan.RuleKind,
			Message: `"kind" (loại tệp) phải là season (đợt khen thưởng), hoặc quyet-dinh có type: khen-thuong (quyết định khen thưởng)`,
		}}, nil
	}
	rows, found, err := readRows(ctx, fsys, l, t)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	f = f.Clone()
	for _, stage := range []award.Stage{award.MinutesStage, award.SubmissionStage, award.UpwardStage, award.DecisionStage} {
		_ = freeze(set, f, stage, law) // what is wrong with the season the list may put right
	}
	in, merged := merge(f, t.season, rows)
	if in != nil {
		merged = append(merged, changedPapers(set, f, in.Source, law)...)
	}
	if found = append(found, merged...); found.HasErrors() {
		in = nil
	}
	return in, found, nil
}

// NoNominees reports whether a finding says that a season, or a decision, has nobody yet: that is what a
// list is for.
func NoNominees(d *diag.Diagnostic) bool {
	return d != nil && d.Rule == record.RuleMissing && (d.Pos.Path == "nominees" || d.Pos.Path == "awardees")
}

// changedPapers refuses a list that changes a paper with a number.
func changedPapers(set *plan.Set, f *plan.File, src []byte, law *award.Law) diag.List {
	after, _ := (&plan.Options{Kinds: award.Kinds()}).Parse(f.Name, src)
	_, found := award.CheckFile(set, after, law)
	found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Rule != ruleid.Frozen })
	for _, d := range found { // the file has its old lines
		d.Pos.Path = strings.TrimSuffix(d.Pos.Path, "frozen") + "number"
		d.Fix = `ai bị sót thì ghi x ở cột "Bổ sung" của danh sách; ` + d.Fix
	}
	return award.Locate(f, found)
}
