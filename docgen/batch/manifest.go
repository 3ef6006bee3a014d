package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/zero"
)

// Header is what a manifest says about the run as a whole.
type Header struct {
	Version int      `json:"version"` // of the manifest's form: 1
	Job     string   `json:"job"`
	Program string   `json:"program"` // "vanban 0.1.0"
	Inputs  []Input  `json:"inputs"`  // job, documents, list, and what the caller prepared
	Formats []string `json:"formats"`
	Rows    *Range   `json:"selected_rows,omitempty"`
	Limit   int      `json:"limit,omitempty"`
	Shard   *Shard   `json:"shard,omitempty"`
	// Documents is how many documents the whole job has, those of other shards
	// among them; Keys is a hash over the row and key of each, in order.
	Documents int    `json:"documents"`
	Keys      string `json:"keys"`
	Build     string `json:"build,omitempty"` // of the program; only while a run is unfinished
}

// Entry is what became of one document.
type Entry struct {
	Row     int    `json:"row"` // of the list; the first one of a group
	Key     string `json:"key"`
	Summary bool   `json:"summary,omitempty"`
	Number  string `json:"number,omitempty"` // of the document
	Files   []File `json:"files,omitempty"`
	Bad     bool   `json:"bad,omitempty"` // it has errors: no files
}

// File is one written file.
type File struct {
	Name   string `json:"name"`            // in the folder, with strokes
	Pages  int    `json:"pages,omitempty"` // of a PDF
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// newHeader says what a run is made from.
func newHeader(j *Job, list []Input, o *Options, s *survey) *Header {
	h := &Header{
		Version: 1, Job: j.file, Program: "vanban " + docgen.Version, Build: o.Program,
		Inputs: slices.Concat(j.inputs, list, o.Inputs), Formats: o.Formats, Limit: o.Limit,
		Documents: s.total, Keys: s.keys(),
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
func (h *Header) changes(now *Header) []string {
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
	for _, in := range h.Inputs {
		i := slices.IndexFunc(now.Inputs, func(n Input) bool { return n.Name == in.Name })
		switch {
		case i < 0:
			out = append(out, fmt.Sprintf("tệp %s: không còn dùng", in.Name))
		case now.Inputs[i].SHA256 != in.SHA256:
			out = append(out, fmt.Sprintf("tệp %s: nội dung đã đổi", in.Name))
		}
	}
	for _, in := range now.Inputs {
		if !slices.ContainsFunc(h.Inputs, func(n Input) bool { return n.Name == in.Name }) {
			out = append(out, fmt.Sprintf("tệp %s: trước đây không dùng", in.Name))
		}
	}
	differ("định dạng", h.Formats, now.Formats)
	differ("dòng được chọn", selection(h), selection(now))
	if len(out) == 0 && (h.Documents != now.Documents || h.Keys != now.Keys) {
		out = append(out, "danh sách: các dòng đã khác")
	}
	return out
}

func selection(h *Header) string {
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

// manifestWriter writes a manifest: the header, then one document a line.
type manifestWriter struct {
	w    *bufio.Writer
	rows int
}

func newManifestWriter(w io.Writer, h *Header) (*manifestWriter, error) {
	final := *h
	final.Build = ""
	head, err := json.MarshalIndent(final, "", "  ")
	if err != nil {
		return nil, err
	}
	m := &manifestWriter{w: bufio.NewWriter(w)}
	head = head[:len(head)-len("\n}")] // the rows stand inside
	_, err = m.w.WriteString(string(head) + ",\n  \"rows\": [")
	return m, err
}

func (m *manifestWriter) add(e *Entry) error {
	line, err := encodeEntry(e)
	if err != nil {
		return err
	}
	return m.raw(line)
}

// raw writes an entry that is encoded already.
func (m *manifestWriter) raw(line []byte) error {
	lead := ",\n    "
	if m.rows == 0 {
		lead = "\n    "
	}
	m.rows++
	_, err := m.w.WriteString(lead)
	if err == nil {
		_, err = m.w.Write(line)
	}
	return err
}

func (m *manifestWriter) close() error {
	if _, err := m.w.WriteString("\n  ]\n}\n"); err != nil {
		return err
	}
	return m.w.Flush()
}

// encodeEntry gives an entry as one line of JSON, without line end.
func encodeEntry(e *Entry) ([]byte, error) { return json.Marshal(e) }

// ReadManifest reads a manifest; each is told every document in order, so that
// a manifest of a million is never held. Nil: only the header is wanted.
func ReadManifest(r io.Reader, each func(*Entry) error) (*Header, error) {
	if r == nil {
		return nil, errors.New("read manifest: no reader")
	}
	d := json.NewDecoder(bufio.NewReader(r))
	fields := make(map[string]json.RawMessage)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.Join(errors.New("read manifest: not an object"), err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("read manifest: %w", err)
		}
		if key == "rows" {
			break
		}
		var v json.RawMessage
		if err := d.Decode(&v); err != nil {
			return nil, fmt.Errorf("read manifest: %w", err)
		}
		fields[fmt.Sprint(key)] = v
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	h := new(Header)
	if err := json.Unmarshal(text, h); err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	if h.Version != 1 {
		return nil, fmt.Errorf("read manifest: unknown version %d", h.Version)
	}
	if each == nil {
		return h, nil
	}
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return nil, errors.Join(errors.New("read manifest: no rows"), err)
	}
	for d.More() {
		e := new(Entry)
		if err := d.Decode(e); err != nil {
			return nil, fmt.Errorf("read manifest: %w", err)
		}
		if err := each(e); err != nil {
			return nil, err
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	return h, nil
}
