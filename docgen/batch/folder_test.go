package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// try does a job that may fail, and gives what stands in the folder before and after.
func try(t *testing.T, fsys fs.FS, dir string, o Options) (*Result, string, error) {
	t.Helper()
	var b strings.Builder
	o.Renderer = renderer(t)
	o.Found = func(f Finding) { b.WriteString(f.Error() + "\n") }
	res, err := Run(context.Background(), load(t, fsys), dir, &o)
	return res, b.String(), err
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestForeign: what no run has written is neither replaced nor taken away, and nothing is
// written beside it.
func TestForeign(t *testing.T) {
	tests := []struct {
		name, text string
		o          Options
		found      string // finding; empty: an error
	}{
		{"manifest.json", `{"name": "một ứng dụng web"}`, Options{}, ""},
		{"manifest.json", "{\n  \"version\": 1,\n  \"job\": \"tac-vu.yaml\"\n}\n", Options{Resume: true}, ""},
		{"manifest.json", `{"vanban":"khác"}`, Options{DryRun: true}, ""},
		{"errors.csv", "mã,lỗi\n1,không mở được\n", Options{}, ""},
		{"errors.csv", "", Options{DryRun: true}, ""},
		{"in.pdf", "%PDF", Options{Merge: "in.pdf"}, ""},
		{"tac-vu.zip", "PK", Options{Zip: true}, ""},
		{"101-nguyen-van-an.pdf", "%PDF của tôi", Options{},
			`danh-sach.csv:2:1: lỗi [batch.name]: thư mục kết quả đã có "101-nguyen-van-an.pdf", không do lần chạy nào ghi`},
		{"101-nguyen-van-an.pdf", "%PDF của tôi", Options{Resume: true}, `không do lần chạy nào ghi`},
		{"102-tran-thi-binh.docx/a", "a", Options{Formats: []string{"pdf", "docx"}}, `danh-sach.csv:3:1: lỗi [batch.name]`},
		{"manifest-1-of-2.json", "[]", Options{Shard: Shard{1, 2}}, ""},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		writeFile(t, filepath.Join(dir, tt.name), tt.text)
		before := tree(t, dir)
		res, found, err := try(t, files(decisionJob, invented(3)), dir, tt.o)
		switch {
		case tt.found == "" && !errors.Is(err, ErrForeign):
			t.Errorf("%s: %v", tt.name, err)
		case tt.found != "" && (err != nil || res.Written > 0 || res.Bad == 0 || !strings.Contains(found, tt.found)):
			t.Errorf("%s: %+v, %v\n%s", tt.name, res, err, found)
		}
		after := tree(t, dir)
		if tt.found != "" {
			delete(after, "errors.csv") // which says so
		}
		sameTree(t, before, after)
	}
}

// TestOwn: what earlier runs have written is replaced, by a run from the beginning too,
// and their errors.csv goes when there is nothing in it any more.
func TestOwn(t *testing.T) {
	dir := t.TempDir()
	spoilt := strings.Replace(invented(3), "01/1/1960", "31/02/1960", 1)
	if res, _, err := try(t, files(decisionJob, spoilt), dir, Options{Merge: "in.pdf", Zip: true}); err != nil || res.Bad != 1 {
		t.Fatal(res, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "errors.csv")); err != nil {
		t.Error(err)
	}
	o := Options{Merge: "in.pdf", Zip: true, Verify: true}
	if res, _, err := try(t, files(decisionJob, invented(3)), dir, o); err != nil || res.Written != 3 {
		t.Fatal(res, err)
	}
	want := t.TempDir()
	runJob(t, files(decisionJob, invented(3)), want, o)
	sameTree(t, tree(t, want), tree(t, dir))
	o.Resume = true
	if res, _, err := try(t, files(decisionJob, invented(3)), dir, o); err != nil || res.Kept != 3 {
		t.Fatal(res, err)
	}
	sameTree(t, tree(t, want), tree(t, dir))
}

// TestEditedByHand: a Word file of an earlier run that somebody has changed stays, to a run
// from the beginning, to one that resumes and to one that joins, unless forced.
func TestEditedByHand(t *testing.T) {
	const name = "102-tran-thi-binh.docx"
	const found = `danh-sach.csv:3:1: lỗi [batch.name]: thư mục kết quả đã có "102-tran-thi-binh.docx", đã được sửa bằng tay từ khi ghi`
	fsys := files(decisionJob, invented(3))
	words := Options{Formats: []string{"docx", "txt"}}
	want := t.TempDir()
	runJob(t, fsys, want, words)
	for _, resume := range []bool{false, true} {
		dir := t.TempDir()
		runJob(t, fsys, dir, words)
		o := words
		o.Resume = resume
		if res, text, err := try(t, fsys, dir, o); err != nil || res.Bad > 0 {
			t.Errorf("unchanged, resume %v: %+v, %v\n%s", resume, res, err, text)
		}
		writeFile(t, filepath.Join(dir, "102-tran-thi-binh.txt"), "nobody edits these")
		writeFile(t, filepath.Join(dir, name), "đã sửa")
		before := tree(t, dir)
		if res, text, err := try(t, fsys, dir, o); err != nil || res.Written > 0 || res.Bad != 1 || !strings.Contains(text, found) {
			t.Errorf("resume %v: %+v, %v\n%s", resume, res, err, text)
		}
		after := tree(t, dir)
		delete(after, "errors.csv") // which says so
		sameTree(t, before, after)
		o.Force = true
		if res, text, err := try(t, fsys, dir, o); err != nil || res.Bad > 0 {
			t.Errorf("forced, resume %v: %+v, %v\n%s", resume, res, err, text)
		}
		sameTree(t, tree(t, want), tree(t, dir))
	}
	shard := words
	part, whole := t.TempDir(), t.TempDir()
	shard.Shard = Shard{1, 2}
	runJob(t, fsys, part, shard)
	shard.Shard = Shard{2, 2}
	runJob(t, fsys, part, shard)
	if _, err := Join([]string{part}, whole); err != nil {
		t.Fatal(err)
	}
	if _, err := Join([]string{part}, whole); err != nil {
		t.Error("again:", err)
	}
	writeFile(t, filepath.Join(whole, name), "đã sửa")
	if _, err := Join([]string{part}, whole); err == nil || !strings.Contains(err.Error(), "sửa bằng tay") {
		t.Error(err)
	}
}

// TestForceSparesStrangers: what no run has written stays, even if forced.
func TestForceSparesStrangers(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "102-tran-thi-binh.docx"), "của tôi")
	res, text, err := try(t, files(decisionJob, invented(3)), dir, Options{Formats: []string{"docx"}, Force: true})
	if err != nil || res.Written > 0 || !strings.Contains(text, "không do lần chạy nào ghi") {
		t.Errorf("%+v, %v\n%s", res, err, text)
	}
}

// TestOwnExtras: a print file or an archive is a run's own only where there is a manifest,
// and only when it looks like one.
func TestOwnExtras(t *testing.T) {
	fsys := files(decisionJob, invented(3))
	o := Options{Merge: "in.pdf", Zip: true}
	made := t.TempDir()
	runJob(t, fsys, made, o)
	whole := tree(t, made)
	for _, name := range []string{"in.pdf", "tac-vu.zip"} {
		dir := t.TempDir()
		writeFile(t, filepath.Join(dir, name), whole[name])
		if _, _, err := try(t, fsys, dir, o); !errors.Is(err, ErrForeign) {
			t.Errorf("%s without a manifest: %v", name, err)
		}
		for _, text := range []string{"%PDF", whole["101-nguyen-van-an.pdf"], strings.Repeat("x", 3<<20)} {
			for other, content := range whole {
				writeFile(t, filepath.Join(dir, other), content)
			}
			writeFile(t, filepath.Join(dir, name), text)
			if _, _, err := try(t, fsys, dir, Options{Resume: true, Merge: "in.pdf", Zip: true}); !errors.Is(err, ErrForeign) {
				t.Errorf("%s of %d bytes: %v", name, len(text), err)
			}
			if tree(t, dir)[name] != text {
				t.Errorf("%s of %d bytes was replaced", name, len(text))
			}
		}
	}
	// A mark may lie across the parts in which a file is read.
	dir, err := openTarget(made, Shard{})
	if err != nil {
		t.Fatal(err)
	}
	defer dir.close()
	for _, before := range []int{0, 1<<20 - 3, 1 << 20, 2<<20 - 3} {
		writeFile(t, filepath.Join(made, "x"), strings.Repeat("x", before)+"mark")
		if !dir.isOurs("x", "mark") || dir.isOurs("x", "mark", "other") {
			t.Errorf("a mark behind %d bytes is not seen", before)
		}
	}
}

// TestLateFindings: a run that is resumed after its end finds again what made a row bad
// only when its pages were made.
func TestLateFindings(t *testing.T) {
	fsys := files(decisionJob, strings.Replace(invented(3), "thôn 1", "thôn \U0001F600", 1))
	dir := t.TempDir()
	first, found, err := try(t, fsys, dir, Options{})
	if err != nil || first.Bad != 1 {
		t.Fatal(first, err)
	}
	again, said, err := try(t, fsys, dir, Options{Resume: true})
	if err != nil || again.Bad != 1 || said != found {
		t.Errorf("%+v, %v\n%s\nwant\n%s", again, err, said, found)
	}
}

// TestDamaged: a manifest with a line doubled, dropped, moved or changed is refused, with
// the line, by whatever run, and nothing in the folder changes.
func TestDamaged(t *testing.T) {
	fsys := files(decisionJob, invented(6))
	whole := t.TempDir()
	runJob(t, fsys, whole, Options{})
	text := tree(t, whole)["manifest.json"]
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != 8 {
		t.Fatalf("%d lines", len(lines))
	}
	edit := func(f func(l []string) []string) string {
		return strings.Join(f(append([]string{}, lines...)), "")
	}
	tests := []struct {
		name, text string
		line       int // 0: not damaged but unfinished
	}{
		{"doubled", edit(func(l []string) []string { return append(l[:3:3], l[2:]...) }), 4},
		{"dropped", edit(func(l []string) []string { return append(l[:3:3], l[4:]...) }), 4},
		{"swapped", edit(func(l []string) []string { l[3], l[4] = l[4], l[3]; return l }), 4},
		{"flipped", edit(func(l []string) []string { l[5] = strings.Replace(l[5], "CN", "CO", 1); return l }), 6},
		{"header", edit(func(l []string) []string { l[0] = strings.Replace(l[0], "tac-vu", "tac-vo", 1); return l }), 1},
		{"checksum", edit(func(l []string) []string { l[1] = l[1][:len(l[1])-4] + "g\"}\n"; return l }), 2},
		{"end edited", strings.Replace(text, `"entries":6`, `"entries":5`, 1), 8},
		{"line added", text + "{}\n", 9},
		{"end dropped", edit(func(l []string) []string { return l[:7] }), 0},
		{"cut short", text[:len(text)-9], 0},
		{"cut in the header", text[:40], 0},
		{"cut at once", text[:5], 0},
	}
	for _, tt := range tests {
		for _, o := range []Options{{}, {Resume: true}, {DryRun: true}} {
			dir := t.TempDir()
			for name, content := range tree(t, whole) {
				writeFile(t, filepath.Join(dir, name), content)
			}
			writeFile(t, filepath.Join(dir, "manifest.json"), tt.text)
			_, _, err := try(t, fsys, dir, o)
			var damaged *DamagedError
			if tt.line > 0 {
				if !errors.As(err, &damaged) || damaged.Line != tt.line || damaged.Name != "manifest.json" {
					t.Errorf("%s: %v", tt.name, err)
				}
				if tree(t, dir)["manifest.json"] != tt.text {
					t.Errorf("%s: the manifest was touched", tt.name)
				}
			} else if o.Resume && !strings.HasPrefix(tt.name, "cut ") || tt.name == "cut short" && o.Resume {
				if err != nil {
					t.Errorf("%s: %v", tt.name, err)
				}
				sameTree(t, tree(t, whole), tree(t, dir))
			}
		}
	}
}

// TestLocked: a run in a folder where another one is at work is refused and leaves
// everything as it is, a dry run too.
func TestLocked(t *testing.T) {
	fsys := files(decisionJob, invented(20))
	dir := t.TempDir()
	tried := false
	_, err := Run(context.Background(), load(t, fsys), dir, &Options{Renderer: renderer(t), Progress: func(p Progress) {
		if tried || p.Stage != Writing {
			return
		}
		tried = true
		for _, o := range []Options{{}, {Resume: true}, {DryRun: true}} {
			if _, _, err := try(t, fsys, dir, o); !errors.Is(err, ErrLocked) {
				t.Errorf("second run: %v", err)
			}
		}
		if _, err := Join([]string{dir}, dir); err == nil {
			t.Error("joined while a run is at work")
		}
	}})
	if err != nil || !tried {
		t.Fatal(err)
	}
	want := t.TempDir()
	runJob(t, fsys, want, Options{})
	sameTree(t, tree(t, want), tree(t, dir))
}

// TestNothingLeft: whatever end a run comes to, nothing of its own work stays in the
// folder, and what a killed one has left is swept away by the next.
func TestNothingLeft(t *testing.T) {
	bad := strings.Replace(invented(3), "01/1/1960", "31/02/1960", 1)
	tests := []struct {
		name string
		list string
		o    Options
		want string
	}{
		{"dry run", invented(3), Options{DryRun: true}, ""},
		{"dry run with findings", bad, Options{DryRun: true}, "errors.csv "},
		{"fail fast", bad, Options{FailFast: true}, "errors.csv "},
		{"no list", "x\n", Options{}, "errors.csv "},
		{"print file named like a document", invented(3), Options{Merge: "101-nguyen-van-an.pdf"}, ""},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		for _, name := range []string{"manifest.json", tempPrefix + ".7.pdf.tmp", tempPrefix + ".list.tmp/sheet",
			tempPrefix + ".manifest.tmp"} {
			writeFile(t, filepath.Join(dir, name), "")
		}
		_, _, _ = try(t, files(decisionJob, tt.list), dir, tt.o)
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range entries {
			got += e.Name() + " "
		}
		if got != tt.want {
			t.Errorf("%s: left %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFolderNames: a file and a folder of one name are found before the first file, on
// systems that do not look at capitals too.
func TestFolderNames(t *testing.T) {
	const heading = "Mã,Họ và tên,Ngày sinh,Đơn vị,Tiền thưởng\n"
	job := strings.Replace(decisionJob, "{{.number}}-{{slug .name}}", "{{if ne .unit `-`}}{{.unit}}/{{end}}{{.name}}", 1)
	tests := []struct {
		rows []string // folder and name
		want string   // finding; empty: none
	}{
		{[]string{"-,a", "a.pdf,b"}, `3:1: lỗi [batch.name]: thư mục "a.pdf" trùng tên với tệp của dòng 2`},
		{[]string{"a.pdf,b", "-,a"}, `3:1: lỗi [batch.name]: tệp "a.pdf" trùng tên với thư mục của dòng 2`},
		{[]string{"A.PDF,b", "-,a"}, `3:1: lỗi [batch.name]: tệp "a.pdf" trùng tên với thư mục của dòng 2`},
		{[]string{"-,A", "a.Pdf,b"}, `3:1: lỗi [batch.name]: thư mục "a.Pdf" trùng tên với tệp của dòng 2`},
		{[]string{"manifest.json,b"}, `2:1: lỗi [batch.name]: thư mục "manifest.json" trùng tên với tệp của chính lần chạy`},
		{[]string{"Errors.csv,b"}, `2:1: lỗi [batch.name]: thư mục "Errors.csv" trùng tên với tệp của chính lần chạy`},
		{[]string{"in.pdf,b"}, `2:1: lỗi [batch.name]: thư mục "in.pdf" trùng tên với tệp của chính lần chạy`},
		{[]string{"a.docx,b", "-,a", "a,b", "a,c"}, ""},
	}
	for _, tt := range tests {
		list := heading
		for i, row := range tt.rows {
			folder, name, _ := strings.Cut(row, ",")
			list += fmt.Sprintf("%d,%s,1/1/1960,%s,1000\n", i, name, folder)
		}
		res, found, err := try(t, files(job, list), t.TempDir(), Options{Merge: "in.pdf"})
		if err != nil || !strings.Contains(found, tt.want) || (found == "") != (tt.want == "") || res.Written+res.Bad != len(tt.rows) {
			t.Errorf("%q: %+v, %v\n%s", tt.rows, res, err, found)
		}
	}
}

// TestLongPaths: a path that no program opens is found before the first file.
func TestLongPaths(t *testing.T) {
	folder := strings.Repeat("d", 190)
	for _, tt := range []struct {
		deep int
		bad  int
	}{{19, 0}, {22, 1}} {
		job := strings.Replace(decisionJob, "{{.number}}-{{slug .name}}", strings.Repeat("{{.unit}}/", tt.deep)+"{{.name}}", 1)
		list := "Mã,Họ và tên,Ngày sinh,Đơn vị,Tiền thưởng\n1,a,1/1/1960," + folder + ",1000\n"
		dir := t.TempDir()
		res, found, err := try(t, files(job, list), dir, Options{DryRun: true})
		if err != nil || res.Bad != tt.bad || (tt.bad == 1) != strings.Contains(found, "đường dẫn của tệp dài hơn 4095 byte") {
			t.Errorf("%d folders: %+v, %v\n%s", tt.deep, res, err, found)
		}
	}
	dir, err := openTarget(t.TempDir(), Shard{})
	if err != nil {
		t.Fatal(err)
	}
	defer dir.close()
	if got, want := dir.room()+len(dir.root.Name())+len("/"), 4095; got != want {
		t.Errorf("paths of %d bytes, want %d", got, want)
	}
}

// TestStream: the archive holds the documents in order, then the manifest and errors.csv
// that a folder would hold; one that failed cannot be opened.
func TestStream(t *testing.T) {
	fsys := files(decisionJob, strings.Replace(invented(30), "01/1/1960", "31/02/1960", 1))
	dir := t.TempDir()
	want, _ := runJob(t, fsys, dir, Options{})
	var b bytes.Buffer
	res, err := Stream(context.Background(), load(t, fsys), &b, &Options{Renderer: renderer(t)})
	if err != nil || *res != *want {
		t.Fatalf("%+v, %v, want %+v", res, err, want)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	last := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		got[f.Name] = string(text)
		if strings.HasSuffix(f.Name, ".pdf") {
			if f.Name < last {
				t.Errorf("%s stands behind %s", f.Name, last)
			}
			last = f.Name
		}
	}
	sameTree(t, tree(t, dir), got)

	ctx, cancel := context.WithCancel(context.Background())
	var cut bytes.Buffer
	_, err = Stream(ctx, load(t, fsys), &cut, &Options{Renderer: renderer(t), Progress: func(p Progress) {
		if p.Stage == Writing {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if _, err := zip.NewReader(bytes.NewReader(cut.Bytes()), int64(cut.Len())); err == nil {
		t.Error("an archive of a run that was stopped looks whole")
	}
	for _, o := range []Options{{Resume: true}, {Verify: true}, {Zip: true}, {Merge: "a.pdf"}} {
		o.Renderer = renderer(t)
		if _, err := Stream(context.Background(), load(t, fsys), io.Discard, &o); err == nil {
			t.Errorf("taken: %+v", o)
		}
	}
}

// TestStreamThatEnds: a writer that takes no more, with an error or without one, ends a stream
// with an error, wherever it stops.
func TestStreamThatEnds(t *testing.T) {
	fsys := files(decisionJob, invented(2))
	var whole bytes.Buffer
	if _, err := Stream(t.Context(), load(t, fsys), &whole, &Options{Renderer: renderer(t)}); err != nil {
		t.Fatal(err)
	}
	for _, room := range []int{0, 1, whole.Len() / 2, whole.Len() - 1} {
		for _, err := range []error{nil, io.ErrClosedPipe} {
			if _, got := Stream(t.Context(), load(t, fsys), &narrow{room, err}, &Options{Renderer: renderer(t)}); got == nil {
				t.Errorf("%d of %d bytes, then %v: no error", room, whole.Len(), err)
			}
		}
	}
}

// narrow takes so many bytes, and of what is more as many as it has room for, with an error or none.
type narrow struct {
	room int
	err  error
}

func (n *narrow) Write(p []byte) (int, error) {
	if len(p) <= n.room {
		n.room -= len(p)
		return len(p), nil
	}
	took := n.room
	n.room = 0
	return took, n.err
}
