package serve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// readAwards reads a season, or a decision on awards alone, with the files that it names.
func (u *upload) readAwards() (*plan.Set, diag.List) {
	set, found := (&plan.Options{Kinds: award.Kinds()}).Load(u, u.main)
	f := set.File(u.main)
	switch f.Value.(type) {
	case *plan.Season, *plan.AwardDecision:
		return set, found
	}
	if f.Kind.ID != "" {
		found.Add(&diag.Diagnostic{
			Pos: f.Pos("kind"), Rule: plan.RuleKind, Found: f.Kind.ID,
			Message: `"kind" (loại tệp) phải là "season" (đợt khen thưởng) hoặc "quyet-dinh" có type: khen-thuong (quyết định khen thưởng)`,
		})
	}
	return set, found
}

// checkAwards answers with a season as it is judged, with its findings: also with errors the
// status is 200.
func (c *call) checkAwards() error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	set, found := u.readAwards()
	law, err := award.Default()
	if err != nil {
		return err
	}
	var outcome *award.Outcome
	if !found.HasErrors() {
		f := set.File(u.main)
		var list diag.List
		outcome, list = award.CheckFile(set, f, law)
		found = append(found, list...)
	}
	found.Sort()
	return c.json(season.Judged(outcome, u.locate(found)))
}

// issued is the answer of /award/issue in JSON.
type issued struct {
	Findings diag.List   `json:"findings"`
	LeftOut  []leftOut   `json:"left_out"` // stages that still lack something
	Papers   []awardFile `json:"papers"`
	Files    []madeFile  `json:"files"` // of the papers; none when nothing is to be made
}

// awardFile is a paper of a season, in whatever format.
type awardFile struct {
	Stage award.Stage `json:"stage"`
	Name  string      `json:"name"`            // of its files, without their endings
	Title string      `json:"title,omitempty"` // a file that is no document has none
}

type leftOut struct {
	Stage    award.Stage `json:"stage"`
	Findings diag.List   `json:"findings"`
}

// madeFile is one of several files of an answer.
type madeFile struct {
	Name string `json:"name"`
	File []byte `json:"file"` // in base64
}

// issueAwards answers with the papers of a stage, or of all stages that have what they need:
// in a ZIP file, or in JSON. All are made before the first byte. A dry run makes none and
// names them all.
func (c *call) issueAwards() error {
	o, stage := c.stage()
	flavour := c.flavour()
	formats, yaml := c.awardFormats()
	dry := c.flag("dry-run")
	u, err := c.upload()
	if err != nil {
		return err
	}
	set, found := u.readAwards()
	if found.HasErrors() {
		return u.locate(found)
	}
	out := issued{LeftOut: []leftOut{}, Papers: []awardFile{}, Files: []madeFile{}}
	o.LeftOut = func(st award.Stage, lacking diag.List) {
		out.LeftOut = append(out.LeftOut, leftOut{st, u.locate(lacking)})
	}
	r := c.h.shared[flavour] // a stage is many small files
	papers, list, err := season.Papers(c.r.Context(), r, set, u.main, stage, o)
	refused, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	out.Findings = append(append(found, list...), refused...)
	if out.Findings.Sort(); u.locate(out.Findings).HasErrors() {
		return out.Findings
	}
	for _, p := range papers {
		if c.query["name"] != "" && c.query["name"] != p.Name {
			continue
		}
		one := awardFile{Stage: p.Stage, Name: p.Name}
		if p.Doc != nil {
			one.Title = p.Doc.Meta.Title
		}
		out.Papers = append(out.Papers, one)
		if dry {
			continue
		}
		if err := c.makePaper(r, p, formats, yaml, &out); err != nil {
			return err
		}
	}
	if len(out.Papers) == 0 && c.query["name"] != "" {
		return fault("bad-query", "đợt này không có văn bản %q", plainName(c.query["name"]))
	}
	if dry || slices.Contains(formats, "svg") || c.wantsJSON("application/zip") {
		return c.json(out)
	}
	data, err := pack(out.Files)
	if err != nil {
		return err
	}
	return c.sendFile("application/zip", u.output("zip"), out.Findings, data)
}

// makePaper makes the files of a paper of a season.
func (c *call) makePaper(r *docgen.Renderer, p season.Paper, formats []string, yaml bool, out *issued) error {
	if p.Doc == nil {
		out.Files = append(out.Files, madeFile{plainName(p.Name + p.Ext), p.Data})
		return nil
	}
	for _, id := range formats {
		f, _ := docgen.FormatOf(id)
		files, _, err := r.Files(c.r.Context(), p.Doc, f)
		if err != nil {
			return err
		}
		for i, file := range files {
			ending := "." + id
			if f.Paged {
				ending = "-" + strconv.Itoa(i+1) + ending
			}
			out.Files = append(out.Files, madeFile{plainName(p.Name + ending), file})
		}
	}
	if yaml {
		src, err := p.File.Marshal()
		if err != nil {
			return err
		}
		out.Files = append(out.Files, madeFile{plainName(p.Name + ".yaml"), src})
	}
	return nil
}

// awardFormats reads the formats of a season's papers: YAML is one of them, and the pages of
// one paper are.
func (c *call) awardFormats() (formats []string, yaml bool) {
	if c.query["to"] == "svg" && c.query["name"] != "" {
		return []string{"svg"}, false
	}
	all := strings.Split(c.query["to"], ",")
	yaml = slices.Contains(all, "yaml")
	c.query["to"] = strings.Join(slices.DeleteFunc(all, func(id string) bool { return id == "yaml" }), ",")
	formats = c.formats()
	if formats == nil && !yaml {
		formats = []string{"pdf"}
	}
	return formats, yaml
}

// stage reads which papers of a season are wanted.
func (c *call) stage() (o season.Options, stage award.Stage) {
	stage = award.Stage(c.query["stage"])
	if stage != "" && !slices.Contains(award.Stages(), stage) {
		c.badQuery(
			"tham số stage nhận ho-so, tom-tat, bien-ban, to-trinh, trinh-cap-tren, quyet-dinh, giay-khen, chi-tien, sua-doi hoặc huy-bo")
	}
	o.Draft = c.flag("draft")
	if only := c.query["only"]; only != "" {
		var err error
		if o.Only, err = strconv.Atoi(only); err != nil || o.Only < 1 || stage != "" && stage != award.CertificateStage {
			c.badQuery("tham số only nhận một số vào sổ, và chỉ đi với stage=giay-khen")
		}
		stage = award.CertificateStage
	}
	return o, stage
}
