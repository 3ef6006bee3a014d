package batch

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// TestOptionsTogether: which options go together, for a run into a folder and for a stream, and why others do not.
func TestOptionsTogether(t *testing.T) {
	sources, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
	if err != nil {
		t.Fatal(err)
	}
	usual := &Job{Formats: []string{"pdf"}}
	words := &Job{Formats: []string{"docx"}, template: new(fill.Template)}
	sorted := &Job{Formats: []string{"pdf"}, Sort: []sort{{}}}
	summed := &Job{Formats: []string{"pdf"}, summary: new(master)}
	const streamed = "a stream cannot be read again"
	for _, tt := range []struct {
		j            *Job
		o            Options
		want, stream string // what the error says, of a folder and of a stream where that is another one
	}{
		{usual, Options{}, "", ""},
		{usual, Options{Workers: 1}, "", ""},
		{usual, Options{Workers: -1}, "cannot be negative", ""},
		{usual, Options{Limit: 1}, "", ""},
		{usual, Options{Limit: -1}, "cannot be negative", ""},
		{usual, Options{Rows: Range{1, 2}}, "", ""},
		{usual, Options{Rows: Range{-1, 2}}, "cannot be negative", ""},
		{usual, Options{Rows: Range{1, -2}}, "cannot be negative", ""},
		{usual, Options{Formats: []string{"svg"}}, "want formats of docgen.Formats that are one file", ""},
		{usual, Options{Formats: []string{"pdf", "docx"}}, "", ""},
		{usual, Options{Formats: []string{"pdf", "docx", "pdf"}}, "each once", ""},
		{usual, Options{Shard: Shard{1, 1}}, "", ""},
		{usual, Options{Shard: Shard{2, 2}}, "", ""},
		{usual, Options{Shard: Shard{0, 2}}, "want an index from 1 to n", ""},
		{usual, Options{Shard: Shard{3, 2}}, "want an index from 1 to n", ""},
		{usual, Options{Shard: Shard{1, 0}}, "want an index from 1 to n", ""},
		{usual, Options{Shard: Shard{1, 1}, Merge: "in.pdf"}, "", streamed},
		{usual, Options{Shard: Shard{1, 2}, Merge: "in.pdf"}, "join first", ""},
		{usual, Options{Shard: Shard{1, 2}, Zip: true}, "join first", ""},
		{usual, Options{Verify: true}, "", streamed},
		{usual, Options{Verify: true, Formats: []string{"txt"}}, "need the format pdf", ""},
		{words, Options{Verify: true}, "", streamed},
		{words, Options{Merge: "in.pdf"}, "need the format pdf", ""},
		{words, Options{Merge: "in.pdf", Formats: []string{"docx", "pdf"}}, "", streamed},
		{usual, Options{Merge: "in.pdf"}, "", streamed},
		{usual, Options{Merge: "in/in.pdf"}, "", streamed},
		{usual, Options{Merge: "../in.pdf"}, "want the name of a .pdf", ""},
		{usual, Options{Merge: "in.txt"}, "want the name of a .pdf", ""},
		{usual, Options{Merge: "in.pdf", Renderer: sources}, "cannot carry the sources", ""},
		{usual, Options{Renderer: sources}, "", ""},
		{usual, Options{DryRun: true}, "", ""},
		{usual, Options{DryRun: true, Resume: true}, "a dry run writes no documents", ""},
		{usual, Options{DryRun: true, Verify: true}, "a dry run writes no documents", ""},
		{usual, Options{DryRun: true, Zip: true}, "a dry run writes no documents", ""},
		{usual, Options{DryRun: true, Merge: "in.pdf"}, "a dry run writes no documents", ""},
		{usual, Options{Resume: true}, "", streamed},
		{usual, Options{Zip: true}, "", streamed},
		{sorted, Options{Shard: Shard{1, 1}}, "", ""},
		{sorted, Options{Shard: Shard{1, 2}}, "a job with sort cannot be sharded", ""},
		{summed, Options{Shard: Shard{1, 1}}, "", ""},
		{summed, Options{Shard: Shard{1, 2}}, "a job with a summary cannot be sharded", ""},
	} {
		if tt.o.Renderer == nil {
			tt.o.Renderer = renderer(t)
		}
		for _, folder := range []bool{true, false} {
			want := tt.want
			if !folder && tt.stream != "" {
				want = tt.stream
			}
			_, err := tt.o.settle(tt.j, folder)
			if (err != nil) != (want != "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%+v, folder %t: %v, want %s", tt.o, folder, err, want)
			}
		}
	}
	for s, want := range map[string]Range{"1": {1, 1}, "1-1": {1, 1}, "0-3": {}, "3-0": {}, "2-x": {}, "x-2": {}, "1-2-3": {}} {
		var got Range
		if err := got.Set(s); got != want || (err == nil) != (want != Range{}) {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for s, want := range map[string]Shard{"1/1": {1, 1}, "1/x": {}, "x/1": {}, "1/": {}, "-1/2": {}} {
		var got Shard
		if err := got.Set(s); got != want || (err == nil) != (want != Shard{}) {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for s, want := range map[Shard]string{{}: "", {1, 1}: "", {1, 2}: "-1-of-2"} {
		if got := s.suffix(); got != want {
			t.Errorf("%v: %q", s, got)
		}
	}
}

// TestSealedLines: a line is whole with its checksum and nothing else in its place.
func TestSealedLines(t *testing.T) {
	seal := func(object string) []byte { return new(checksum).seal([]byte(object)) }
	for object, want := range map[string]bool{"{}": true, `{"row":1}`: true, "}": false} {
		line := seal(object)
		got, ok := new(checksum).open(line[:len(line)-1])
		if ok != want || ok && string(got) != object {
			t.Errorf("%s: %q, %t", object, got, ok)
		}
	}
	line := string(seal(`{"row":1}`))
	line = line[:len(line)-1]
	for _, changed := range []string{"", `"}`, strings.Replace(line, `,"sum":"`, `,"sun":"`, 1), strings.TrimSuffix(line, `"}`) + `"]`, line + " ",
		strings.Replace(line, `"row":1`, `"row":2`, 1), line[1:]} {
		if _, ok := new(checksum).open([]byte(changed)); ok {
			t.Errorf("%s is taken", changed)
		}
	}
}

// TestSealedManifests: lines that are sealed rightly, but make no manifest.
func TestSealedManifests(t *testing.T) {
	const head = manifestStart + `"version":2,"job":"a","shard":{"index":1,"of":2}}`
	const row, end = `{"row":2,"key":"a"}`, `{"finished":true,"entries":1}`
	for _, tt := range []struct {
		lines []string
		rows  int
		line  int // that is wrong; 0: none
	}{
		{[]string{head, row, end}, 1, 0},
		{[]string{head, end}, 0, 0},
		{[]string{strings.Replace(head, `"version":2`, `"version":3`, 1), row, end}, 0, 1},
		{[]string{strings.Replace(head, `"job":"a"`, `"job":1`, 1), row, end}, 0, 1},
		{[]string{head, row, end, row}, 1, 4},
		{[]string{head, row, end, end}, 1, 4},
		{[]string{head, `{"row":"x"}`, end}, 0, 2},
		{[]string{head, `{"other":1}`, end}, 0, 2},
		{[]string{head, head, end}, 0, 2},
	} {
		var text []byte
		var sum checksum
		for _, l := range tt.lines {
			text = append(text, sum.seal([]byte(l))...)
		}
		rows := 0
		h, err := readManifest(bytes.NewReader(text), func(*entry) error { rows++; return nil })
		var damaged *DamagedError
		switch errors.As(err, &damaged); {
		case rows != tt.rows, tt.line == 0 && (err != nil || h.Job != "a"), tt.line > 0 && (damaged == nil || damaged.Line != tt.line):
			t.Errorf("%q: %d rows, %v", tt.lines, rows, err)
		}
	}
	if _, err := readManifest(iotest.ErrReader(io.ErrClosedPipe), nil); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
	for text, want := range map[string]error{"": ErrUnfinished, manifestStart[:5]: ErrUnfinished, manifestStart: ErrUnfinished, "x": ErrForeign,
		manifestStart[:5] + "x": ErrForeign, strings.Replace(manifestStart, "manifest", "manifold", 1): ErrForeign} {
		if _, err := readManifest(strings.NewReader(text), nil); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestJoinCounts: parts that say of themselves that the job has other documents than they have together, and those that
// only took some.
func TestJoinCounts(t *testing.T) {
	part := func(h string, rows ...string) func(i int) []byte {
		return func(i int) []byte {
			var text []byte
			var sum checksum
			text = append(text, sum.seal([]byte(fmt.Sprintf(manifestStart+`"version":2,"job":"a","shard":{"index":%d,"of":2},%s}`, i, h)))...)
			for _, r := range rows {
				text = append(text, sum.seal([]byte(r))...)
			}
			return append(text, sum.sealEnd(len(rows))...)
		}
	}
	// The hash over "2 a" and "3 b", as one run writes it.
	const keys = `"keys":"9f0a1eb9bd1bd3a1b4de2cc2d3db9a2df8f1a6e9f5c0fdd1bb1a6f1c8f5f4a11"`
	const a, b = `{"row":2,"key":"a","bad":true}`, `{"row":3,"key":"b","bad":true}`
	s := &survey{order: newOrder(t, "2\x00a\n3\x00b\n")}
	right := `"keys":"` + s.keys() + `"`
	for _, tt := range []struct {
		h    string
		want string
	}{
		{`"documents":2,` + right, ""},
		{`"documents":3,` + right, "các phần có 2 dòng, cả tác vụ có 3 dòng"},
		{`"documents":2,` + keys, "các phần có 2 dòng, cả tác vụ có 2 dòng"},
		{`"documents":3,` + keys + `,"limit":2`, ""},
		{`"documents":3,` + keys + `,"selected_rows":{"First":2,"Last":3}`, ""},
	} {
		dir := filepath.Join(t.TempDir(), "phần [1]*?")
		if err := os.Mkdir(dir, 0o755); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip("no such names here:", err)
		}
		for i, rows := range []string{a, b} {
			writeFile(t, filepath.Join(dir, fmt.Sprintf("manifest-%d-of-2.json", i+1)), string(part(tt.h, rows)(i+1)))
		}
		res, err := Join([]string{dir}, t.TempDir())
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) || err == nil && (res.Bad != 2 || res.Selected != 2) {
			t.Errorf("%s: %+v, %v", tt.h, res, err)
		}
	}
	out := t.TempDir()
	writeFile(t, filepath.Join(out, "manifest.json"), string(new(checksum).seal([]byte(manifestStart+`"version":2}`))))
	dir := t.TempDir()
	for i, rows := range []string{a, b} {
		writeFile(t, filepath.Join(dir, fmt.Sprintf("manifest-%d-of-2.json", i+1)), string(part(`"documents":2,`+right, rows)(i+1)))
	}
	if _, err := Join([]string{dir}, out); !errors.Is(err, ErrUnfinished) {
		t.Errorf("a folder in which a run is unfinished: %v", err)
	}
}

// TestFit: parts are of one job when they were made from the same, and no file that both read differs.
func TestFit(t *testing.T) {
	h := func(index, of int, named ...input) *part {
		return &part{h: &header{Version: 2, Job: "a", Shard: &Shard{index, of}, Named: named}}
	}
	logo, other, seal := input{"logo.png", "1"}, input{"logo.png", "2"}, input{"dau.png", "3"}
	for _, tt := range []struct {
		parts []*part
		want  string
	}{
		{[]*part{h(1, 2, logo), h(2, 2, logo, seal)}, ""},
		{[]*part{h(1, 2, logo), h(2, 2, other)}, "phần 2: tệp logo.png khác với ở phần khác"},
		{[]*part{h(1, 2, seal), h(2, 2, other)}, ""},
		{[]*part{h(2, 2)}, "thiếu phần 1/2"},
		{[]*part{h(1, 1)}, ""},
	} {
		if got := strings.Join(fit(tt.parts), "; "); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestChanges: what a run is made from, as a message compares it.
func TestChanges(t *testing.T) {
	was := header{Program: "vanban 1", Build: "a", Inputs: []input{{"a", "1"}}, Formats: []string{"pdf"}, Documents: 2, Keys: "x"}
	with := func(change func(h *header)) *header {
		h := was
		change(&h)
		return &h
	}
	for _, tt := range []struct {
		now  *header
		want string
	}{
		{with(func(*header) {}), ""},
		{with(func(h *header) { h.Program = "vanban 2" }), "chương trình: trước là vanban 1, nay là vanban 2"},
		{with(func(h *header) { h.Build = "b" }), "chương trình: bản dựng đã khác"},
		{with(func(h *header) { h.Inputs = []input{{"a", "2"}} }), "tệp a: nội dung đã đổi"},
		{with(func(h *header) { h.Inputs = nil }), "tệp a: không còn dùng"},
		{with(func(h *header) { h.Named = []input{{"b", "1"}} }), "tệp b: trước đây không dùng"},
		{with(func(h *header) { h.Inputs, h.Named = nil, []input{{"a", "1"}} }), ""},
		{with(func(h *header) { h.Formats = []string{"txt"} }), "định dạng: trước là [pdf], nay là [txt]"},
		{with(func(h *header) { h.PDF = "plain" }), "loại PDF: trước là a2a, nay là plain"},
		{with(func(h *header) { h.Rows = &Range{2, 3} }), "dòng được chọn: trước là tất cả, nay là 2-3"},
		{with(func(h *header) { h.Limit = 1 }), "dòng được chọn: trước là tất cả, nay là tất cả, 1 văn bản đầu"},
		{with(func(h *header) { h.Shard = &Shard{1, 2} }), "dòng được chọn: trước là tất cả, nay là tất cả, phần 1/2"},
		{with(func(h *header) { h.Documents = 3 }), "danh sách: các dòng đã khác"},
		{with(func(h *header) { h.Keys = "y" }), "danh sách: các dòng đã khác"},
		{with(func(h *header) { h.Keys, h.Limit = "y", 1 }), "dòng được chọn: trước là tất cả, nay là tất cả, 1 văn bản đầu"},
	} {
		if got := strings.Join(was.changes(tt.now), "; "); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
	unbuilt := was
	unbuilt.Build = ""
	if got := unbuilt.changes(&was); got != nil {
		t.Errorf("a build that is not known: %q", got)
	}
	h := newHeader(&Job{}, nil, nil, &Options{Renderer: renderer(t), Shard: Shard{1, 1}}, &survey{order: newOrder(t, "")})
	if h.Shard != nil || h.Rows != nil || h.PDF != "" {
		t.Errorf("%+v", h)
	}
}

// TestReferences: names behind the sign of the whole group are asked of it wherever they stand.
func TestReferences(t *testing.T) {
	for src, want := range map[string][2][]string{
		"{{.name}}":                                       {{"name"}, {"name"}},
		"{{range .rows}}{{.name}}{{end}}":                 {{"rows"}, {"name", "rows"}},
		"{{range .rows}}{{$.name}}{{end}}":                {{"name", "rows"}, {"name", "rows"}},
		"{{range .rows}}{{$}}{{end}}":                     {{"rows"}, {"rows"}},
		"{{with $n := .rows}}{{$n.name}}{{end}}":          {{"rows"}, {"rows"}},
		"{{with .rows}}{{.name}}{{else}}{{.name}}{{end}}": {{"name", "rows"}, {"name", "rows"}},
	} {
		e, err := newExpr(src, []string{"name", "rows"}, sheet.Plain)
		if err != nil || !slices.Equal(e.top, want[0]) || !slices.Equal(e.all, want[1]) {
			t.Errorf("%s: %+v, %v", src, e, err)
		}
	}
	for src, plain := range map[string]bool{"{{.name}}": true, "{{.name .name}}": false, "{{upper .name}}": true, "{{upper .name .name}}": false} {
		if e, err := newExpr(src, []string{"name"}, sheet.Plain); err != nil || (e.plain != nil) != plain {
			t.Errorf("%s: %+v, %v", src, e, err)
		}
	}
}

// TestRoomOfAName: a name as long as a file, and a path, may be, and one more.
func TestRoomOfAName(t *testing.T) {
	for n, ok := range map[int]bool{maxName - len(".docx"): true, maxName - len(".docx") + 1: false} {
		if _, err := cleanName(strings.Repeat("a", n)); (err == nil) != ok {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	name, err := newExpr("abc", nil, namePart)
	if err != nil {
		t.Fatal(err)
	}
	for room, want := range map[int]string{8: "abc", 7: ""} {
		m := &mapper{job: &Job{}, names: name, room: room}
		i := &item{group: &group{rows: []*row{{line: &sheet.Row{Number: 2}}}}}
		i.setName(m)
		if i.name != want || (want == "") != i.bad() {
			t.Errorf("room for %d: %q, %v", room, i.name, i.found)
		}
	}
}

// newOrder is a hash that has taken a text.
func newOrder(t *testing.T, text string) hash.Hash {
	t.Helper()
	h := sha256.New()
	if _, err := io.WriteString(h, text); err != nil {
		t.Fatal(err)
	}
	return h
}
