package serve

import (
	"archive/zip"
	"bytes"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

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
		outcome, list = award.CheckFile(f, award.SeasonCriteria(set, f), award.SeasonLaw(set, f, law))
		found = append(found, list...)
	}
	found.Sort()
	return c.json(season.Judged(outcome, u.locate(found)))
}

// issued is the answer of /award/issue in JSON.
type issued struct {
	Findings diag.List  `json:"findings"`
	LeftOut  []leftOut  `json:"left_out"` // stages that still lack something
	Files    []madeFile `json:"files"`
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
// in a ZIP file, or in JSON. All are made before the first byte.
func (c *call) issueAwards() error {
	o, stage, err := c.stage()
	if err != nil {
		return err
	}
	flavour, err := c.flavour()
	if err != nil {
		return err
	}
	yaml := slices.Contains(strings.Split(c.query["to"], ","), "yaml")
	c.query["to"] = strings.Join(slices.DeleteFunc(strings.Split(c.query["to"], ","), func(id string) bool { return id == "yaml" }), ",")
	formats, err := c.formats()
	if err != nil {
		return err
	}
	if formats == nil && !yaml {
		formats = []string{"pdf"}
	}
	u, err := c.upload()
	if err != nil {
		return err
	}
	set, found := u.readAwards()
	if found.HasErrors() {
		return u.locate(found)
	}
	out := issued{LeftOut: []leftOut{}, Files: []madeFile{}}
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
		if err := c.makePaper(r, p, formats, yaml, &out); err != nil {
			return err
		}
	}
	if c.wantsJSON("application/zip") {
		return c.json(out)
	}
	data, err := pack(out.Files)
	if err != nil {
		return err
	}
	h := c.w.Header()
	h.Set("Vanban-Findings", strconv.Itoa(len(out.Findings)))
	h.Set("Content-Disposition", attachment(u.output("zip")))
	return c.send(http.StatusOK, "application/zip", data)
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
		out.Files = append(out.Files, madeFile{plainName(p.Name + "." + id), files[0]})
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

// stage reads which papers of a season are wanted.
func (c *call) stage() (o season.Options, stage award.Stage, err error) {
	stage = award.Stage(c.query["stage"])
	if stage != "" && !slices.Contains(award.Stages(), stage) {
		return o, "", fault("bad-query", "tham số stage nhận ho-so, tom-tat, bien-ban, to-trinh, quyet-dinh, giay-khen, chi-tien, sua-doi hoặc huy-bo")
	}
	if o.Draft, err = c.flag("draft"); err != nil {
		return o, "", err
	}
	if only := c.query["only"]; only != "" {
		if o.Only, err = strconv.Atoi(only); err != nil || o.Only < 1 || stage != "" && stage != award.CertificateStage {
			return o, "", fault("bad-query", "tham số only nhận một số vào sổ, và chỉ đi với stage=giay-khen")
		}
		stage = award.CertificateStage
	}
	return o, stage, nil
}

// packed is the date of files in archives: the same papers are the same bytes, whenever they
// are made. It is the first that the form knows.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack makes a ZIP file. Most of what goes in is compressed already.
func pack(files []madeFile) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store, Modified: packed})
		if err == nil {
			_, err = w.Write(f.File)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
