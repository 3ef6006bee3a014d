package batch

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/zero"
)

// header is what a manifest says about the run as a whole.
type header struct {
	Version int      `json:"version"` // of the manifest's form: 2
	Job     string   `json:"job"`
	Program string   `json:"program"`         // "vanban 0.1.0"
	Inputs  []input  `json:"inputs"`          // job, documents, list, and what the caller prepared
	Named   []input  `json:"named,omitempty"` // pictures and other files that the documents name, by name
	Formats []string `json:"formats"`
	PDF     string   `json:"pdf,omitempty"` // flavour: a3a or plain; empty: the usual one
	Rows    *Range   `json:"selected_rows,omitempty"`
	Limit   int      `json:"limit,omitempty"`
	Shard   *Shard   `json:"shard,omitempty"`
	// Documents is how many documents the whole job has, those of other shards
	// among them; Keys is a hash over the row and key of each, in order.
	Documents int    `json:"documents"`
	Keys      string `json:"keys"`
	Build     string `json:"build,omitempty"` // Options.Program
}

// entry is what became of one document.
type entry struct {
	Row     int    `json:"row"` // of the list; the first one of a group
	Key     string `json:"key"`
	Summary bool   `json:"summary,omitempty"`
	Number  string `json:"number,omitempty"` // of the document
	Files   []file `json:"files,omitempty"`
	Bad     bool   `json:"bad,omitempty"` // it has errors: no files
}

// file is one written file.
type file struct {
	Name   string `json:"name"`            // in the folder, with strokes
	Pages  int    `json:"pages,omitempty"` // of a PDF
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// newHeader says what a run is made from.
func newHeader(j *Job, list, named []input, o *Options, s *survey) *header {
	inputs := slices.Concat(j.inputs, list)
	for _, in := range o.Inputs {
		inputs = append(inputs, newInput(in.Name, in.Data))
	}
	h := &header{
		Version: manifestVersion, Job: j.file, Program: "vanban " + docgen.Version, Build: o.Program,
		Inputs: inputs, Named: named, Formats: o.Formats, Limit: o.Limit,
		Documents: s.total, Keys: s.keys(),
	}
	switch o.Renderer.Flavour() {
	case docgen.A3A:
		h.PDF = "a3a"
	case docgen.Plain:
		h.PDF = "plain"
	}
	if o.Rows != (Range{}) {
		h.Rows = &o.Rows
	}
	if o.Shard.Of > 1 {
		h.Shard = &o.Shard
	}
	return h
}

// ChangedError says that a run cannot be resumed, since what it is made from
// is no longer the same.
type ChangedError struct {
	Changes []string // in Vietnamese, one each
}

func (e *ChangedError) Error() string {
	return fmt.Sprintf("the run has changed: %q", zero.Or(e).Changes)
}

// changes names in Vietnamese what differs between two runs.
func (h *header) changes(now *header) []string {
	var out []string
	differ := func(what string, was, is any) {
		if fmt.Sprint(was) != fmt.Sprint(is) {
			out = append(out, fmt.Sprintf("%s: trước là %v, nay là %v", what, was, is))
		}
	}
	differ("chương trình", h.Program, now.Program)
	if h.Build != "" && h.Build != now.Build {
		out = append(out, "chương trình: bản dựng đã khác")
	}
	before, after := slices.Concat(h.Inputs, h.Named), slices.Concat(now.Inputs, now.Named)
	for _, in := range before {
		i := slices.IndexFunc(after, func(n input) bool { return n.Name == in.Name })
		switch {
		case i < 0:
			out = append(out, fmt.Sprintf("tệp %s: không còn dùng", in.Name))
		case after[i].SHA256 != in.SHA256:
			out = append(out, fmt.Sprintf("tệp %s: nội dung đã đổi", in.Name))
		}
	}
	for _, in := range after {
		if !slices.ContainsFunc(before, func(n input) bool { return n.Name == in.Name }) {
			out = append(out, fmt.Sprintf("tệp %s: trước đây không dùng", in.Name))
		}
	}
	differ("định dạng", h.Formats, now.Formats)
	if h.PDF != now.PDF {
		differ("loại PDF", cmp.Or(h.PDF, "a2a"), cmp.Or(now.PDF, "a2a"))
	}
	differ("dòng được chọn", selection(h), selection(now))
	if len(out) == 0 && (h.Documents != now.Documents || h.Keys != now.Keys) {
		out = append(out, "danh sách: các dòng đã khác")
	}
	return out
}

func selection(h *header) string {
	s := "tất cả"
	if h.Rows != nil {
		s = fmt.Sprintf("%d-%d", h.Rows.First, h.Rows.Last)
	}
	if h.Limit > 0 {
		s += fmt.Sprintf(", %d văn bản đầu", h.Limit)
	}
	if h.Shard != nil {
		s += fmt.Sprintf(", phần %d/%d", h.Shard.Index, h.Shard.Of)
	}
	return s
}
