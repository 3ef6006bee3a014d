package serve

import (
	"cmp"
	"errors"
	"path"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// rendered is the answer of /render in JSON.
type rendered struct {
	Name       string             `json:"name"`
	Type       string             `json:"type"`
	Pages      int                `json:"pages"` // 0: whoever opens the file counts them
	Placements []docgen.Placement `json:"placements"`
	Findings   diag.List          `json:"findings"`
	File       []byte             `json:"file,omitempty"` // in base64
	SVG        []string           `json:"svg,omitempty"`  // one a page
}

// render answers with the document in a format: the file, or, where JSON is wanted, all that
// is known of it too. Pages are several files: they come in JSON only.
func (c *call) render() error {
	format, ok := docgen.FormatOf(cmp.Or(c.query["to"], docgen.Formats()[0].ID))
	if !ok {
		c.badQuery("tham số to nhận: %s", quoted(formatIDs(true)))
	}
	flavour := c.flavour()
	if c.query["pdf"] != "" && format.ID != "pdf" {
		c.badQuery("tham số pdf chỉ đi với to=pdf")
	}
	u, err := c.upload()
	if err != nil {
		return err
	}
	r := c.h.renderers[flavour]
	if err := c.settle(u); err != nil {
		return err
	}
	set, _ := c.h.reading.Load(u, u.main) // build has all findings
	d, err := c.build(r, u, set)
	if err != nil {
		return err
	}
	files, res, err := r.Files(c.r.Context(), d, format)
	if err != nil {
		return u.problems(err, nil)
	}
	res.Findings = u.locate(res.Findings)
	name := u.output(format.ID)
	if !format.Paged && !c.wantsJSON(format.MIME) {
		c.w.Header().Set("Vanban-Pages", strconv.Itoa(res.Pages))
		return c.sendFile(format.MIME, name, res.Findings, files[0])
	}
	out := rendered{
		Name: name, Type: format.MIME, Pages: res.Pages,
		Placements: append([]docgen.Placement{}, res.Placements...), Findings: res.Findings,
	}
	if !format.Paged {
		out.File = files[0]
		return c.json(out)
	}
	for _, page := range files {
		out.SVG = append(out.SVG, string(page))
	}
	return c.json(out)
}

// build makes the document of an upload, which was read. A file that is no paper is refused with the address
// that takes it.
func (c *call) build(r *docgen.Renderer, u *upload, read *plan.Set) (*doc.Document, error) {
	set, err := season.Resolve(r, read, u.main)
	var d *doc.Document
	if err == nil {
		d, err = r.Build(c.r.Context(), set, u.main)
	}
	if found, ok := errors.AsType[diag.List](err); ok {
		for _, d := range found {
			if d.Rule == docgen.RuleNotPaper {
				d.Fix = cmp.Or(addressFor[d.Found], "gửi kèm tệp này với tệp dẫn đến nó")
			}
		}
		err = u.locate(found)
	}
	return d, err
}

// locate finds the spans of findings in the texts that came.
func (u *upload) locate(found diag.List) diag.List {
	if u.draft != nil { // whose places are those of the draft
		return append(u.draft.Relate(found, u.blank), u.draft.Findings...)
	}
	found.Locate(func(file string) string { return string(u.files[file]) })
	return found
}

// addressFor says what to do with a file of a kind that is no paper.
var addressFor = map[string]string{
	"job":     "gửi đến /api/v1/jobs",
	"season":  "gửi đến /api/v1/award/check hoặc /api/v1/award/issue",
	"profile": "khởi động máy chủ với tùy chọn --profile",
}

// output is the name of what is made of an upload.
func (u *upload) output(ending string) string {
	stem := path.Base(u.main)
	if stem == unnamed {
		stem = "vanban"
	}
	if device, _, _ := strings.Cut(stem, "."); vi.IsDeviceName(device) { // of Windows
		stem = "_" + stem
	}
	return strings.TrimSuffix(stem, path.Ext(stem)) + "." + ending
}

// attachment is the header of a file to keep under a name: in ASCII for old programs, and in
// full.
// Source: RFC 6266, RFC 8187.
func attachment(name string) string {
	var plain, full strings.Builder
	for _, r := range name {
		if r < 0x20 || r > 0x7e || strings.ContainsRune(`"\%`, r) {
			r = '_'
		}
		plain.WriteRune(r)
	}
	for i := range len(name) {
		b := name[i]
		if 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || strings.IndexByte("!#$&+-.^_`|~", b) >= 0 {
			full.WriteByte(b)
			continue
		}
		const digits = "0123456789ABCDEF"
		full.Write([]byte{'%', digits[b>>4], digits[b&15]})
	}
	return `attachment; filename="` + plain.String() + `"; filename*=UTF-8''` + full.String()
}

// formatIDs lists the formats, with those of a file a page or without.
func formatIDs(paged bool) []string {
	var ids []string
	for _, f := range docgen.Formats() {
		if paged || !f.Paged {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// wantsJSON reports whether the caller would rather have JSON than a media type: it names
// JSON, and the other not with more weight.
func (c *call) wantsJSON(other string) bool {
	json, rest := 0.0, 0.0
	other, _, _ = strings.Cut(other, ";")
	for _, line := range c.r.Header.Values("Accept") {
		for entry := range strings.SplitSeq(line, ",") {
			name, params, _ := strings.Cut(strings.TrimSpace(entry), ";")
			weight := 1.0
			for p := range strings.SplitSeq(params, ";") {
				if q, ok := strings.CutPrefix(strings.TrimSpace(p), "q="); ok {
					if w, err := strconv.ParseFloat(q, 64); err == nil {
						weight = w
					}
				}
			}
			switch strings.ToLower(strings.TrimSpace(name)) {
			case typeJSON:
				json = weight
			case other:
				rest = weight
			}
		}
	}
	return json > 0 && json >= rest
}
