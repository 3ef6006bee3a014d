package serve

import (
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// seasonFile is the answer of what writes into the file of a season.
type seasonFile struct {
	YAML     string    `json:"yaml"` // the file as it is now
	Changes  []string  `json:"changes"`
	Findings diag.List `json:"findings"`
}

// importAwards answers with a season that has the nominees of the list beside it. With a
// fault in the list nothing is taken in.
func (c *call) importAwards() error {
	l := season.List{Sheet: c.query["sheet"], Encoding: c.query["encoding"], Hidden: c.query["hidden"], Ditto: c.query["ditto"]}
	l.Heading = c.count("heading", 0, 1<<20)
	u, err := c.upload()
	if err != nil {
		return err
	}
	for name := range u.files {
		if !slices.Contains([]string{".xlsx", ".csv"}, strings.ToLower(path.Ext(name))) || name == u.main {
			continue
		}
		if l.File != "" {
			return fault("bad-body", "có nhiều danh sách; gửi một tệp .xlsx hoặc .csv")
		}
		l.File = name
	}
	if l.File == "" {
		return fault("bad-body", "thiếu danh sách: gửi kèm một tệp .xlsx hoặc .csv")
	}
	set, found := u.readAwards()
	found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return season.NoNominees(d) })
	if found.HasErrors() {
		return u.locate(found)
	}
	in, taken, err := season.TakeIn(c.r.Context(), set, u.main, u, &l, nil)
	if err != nil {
		return listProblem(err)
	}
	if found = append(found, taken...); found.HasErrors() {
		return u.locate(found)
	}
	out := seasonFile{YAML: string(in.Source), Changes: []string{}, Findings: u.locate(found)}
	for _, change := range in.Changes {
		out.Changes = append(out.Changes, change.String())
	}
	return c.json(out)
}

// numberAwards answers with a season that has the number and date that the registry gave to
// the paper of a stage, or the register numbers of its certificates.
func (c *call) numberAwards() error {
	var day plan.Date
	if date := c.query["date"]; date != "" {
		if err := day.UnmarshalText([]byte(date)); err != nil {
			c.badQuery("tham số date là một ngày có thật, dạng 2026-12-15")
		}
	}
	u, err := c.upload()
	if err != nil {
		return err
	}
	set, found := u.readAwards()
	if found.HasErrors() {
		return u.locate(found)
	}
	src, said, err := season.Number(set, u.main, award.Stage(c.query["stage"]), c.query["number"], day)
	if refused, failure := findingsOf(err); failure != nil {
		return fault("bad-query", "%s", failure.Error())
	} else if err != nil {
		return u.locate(refused)
	}
	return c.json(seasonFile{YAML: string(src), Changes: []string{said}, Findings: u.locate(found)})
}
