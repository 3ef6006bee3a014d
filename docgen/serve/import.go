package serve

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/diag"
)

// Media types of drafts.
const (
	typeDOCX  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typePlain = "text/plain"
)

// drafts are the media types of a draft.
var drafts = []string{typeDOCX, typePlain, typeMultipart}

// imported is the answer of /import in JSON.
type imported struct {
	YAML     string      `json:"yaml"`
	Parts    []draftPart `json:"parts"`
	Findings diag.List   `json:"findings"`
}

// draftPart is a part of a draft that was recognised, or is missing.
type draftPart struct {
	Pointer    string `json:"pointer"` // to the field of the YAML
	Term       string `json:"term"`
	Confidence string `json:"confidence"` // missing, doubtful or sure
	Place      string `json:"place"`      // paragraph and first words
	Text       string `json:"text"`
	Why        string `json:"why"`
}

// importDraft answers with the YAML of a draft, or in JSON with what was recognised too.
func (c *call) importDraft() error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	d, err := c.readDraft(u)
	if err != nil {
		return err
	}
	if !c.wantsJSON(typeYAML) {
		return c.sendFile(typeYAML, u.output("yaml"), d.Findings, d.YAML)
	}
	out := imported{YAML: string(d.YAML), Parts: []draftPart{}, Findings: d.Findings}
	for _, p := range d.Parts {
		out.Parts = append(out.Parts, draftPart{diag.At(p.Key).Pointer(), p.Term, confidence[p.Confidence], p.Place, p.Text, p.Why})
	}
	return c.json(out)
}

var confidence = map[draft.Confidence]string{draft.Missing: "missing", draft.Doubtful: "doubtful", draft.Sure: "sure"}

// isDraft reports whether the document of an upload is a draft, by its type or its name.
func (c *call) isDraft(u *upload) bool {
	return c.media == typeDOCX || c.media == typePlain ||
		slices.Contains([]string{".docx", ".docm", ".dotx", ".txt", ".md", ".doc", ".rtf", ".odt"}, strings.ToLower(path.Ext(u.main)))
}

// readDraft reads the draft of an upload.
func (c *call) readDraft(u *upload) (*draft.Draft, error) {
	name := u.main
	if name == unnamed && c.media == typePlain {
		name = "ban-nhap.txt"
	}
	src := u.files[u.main]
	return draft.Read(name, bytes.NewReader(src), int64(len(src)))
}

// settle reads a draft into the YAML that takes its place. Nothing happens to what is none.
func (c *call) settle(u *upload) error {
	blank := c.flag("draft")
	switch {
	case c.bad != nil:
		return c.bad
	case !c.isDraft(u):
		return nil
	}
	d, err := c.readDraft(u)
	if err != nil {
		return err
	}
	src := d.YAML
	if u.draft, u.blank = d, blank; blank {
		src = d.Blank
	}
	u.files[u.main] = src
	return nil
}
