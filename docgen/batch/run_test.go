package batch

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan/diag"
)

// decisionJob is a job over danh-sach.csv that makes one-page decisions.
const decisionJob = `kind: job
version: 1
document:
  kind: quyet-dinh
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: 2026-03-15
  subject: Về việc khen thưởng {{.name}}
  decided_by: chairman
  legal_bases:
    - Căn cứ Luật Tổ chức chính quyền địa phương
  articles:
    - "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã cho {{.name}}, sinh ngày {{.born}}, {{.unit}}."
    - "Tiền thưởng kèm theo là {{.amount}} đồng ({{words .amount}})."
    - {text: "Văn phòng, {{.unit}} và ông (bà) {{.name}} chịu trách nhiệm thi hành.", executes: true}
  signer: {position: Chủ tịch, name: Bùi Thị Huệ}
  distribution: {to: [Như Điều 3], file_copy: [VT]}
list: {file: danh-sach.csv}
columns:
  - {heading: Mã, name: id, unique: true}
  - {heading: Họ và tên, name: name}
  - {heading: Ngày sinh, name: born, type: date}
  - {heading: Đơn vị, name: unit}
  - {heading: Tiền thưởng, name: amount, type: money}
key: [id]
proof: [name]
numbers: {from: range, first: 101, last: 200000}
names: "{{.number}}-{{slug .name}}"
`

// invented makes a list of n invented people.
func invented(n int) string {
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"}
	middle := []string{"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Hữu"}
	given := []string{"An", "Bình", "Cường", "Dũng", "Hạnh", "Hiền", "Khánh", "Lợi", "Mỹ", "Nghĩa", "Oanh", "Phượng", "Quỳnh"}
	var b strings.Builder
	b.WriteString("Mã,Họ và tên,Ngày sinh,Đơn vị,Tiền thưởng\n")
	for i := range n {
		fmt.Fprintf(&b, "CN%05d,%s %s %s,%02d/%d/%d,thôn %d,%d.000\n", i+1,
			family[i%len(family)], middle[i%len(middle)], given[i%len(given)], 1+i%28, 1+i%12, 1960+i%40, 1+i%9, 100+i%900)
	}
	return b.String()
}

// files is a job with what it needs.
func files(job, list string) fstest.MapFS {
	return fstest.MapFS{"tac-vu.yaml": {Data: []byte(job)}, "danh-sach.csv": {Data: []byte(list)}}
}

func load(t testing.TB, fsys fs.FS) *Job {
	t.Helper()
	j, found := Load(fsys, "tac-vu.yaml")
	if slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule != ruleUnused }) {
		t.Fatal(found)
	}
	return j
}

var renderers = sync.OnceValues(func() (*docgen.Renderer, error) {
	return docgen.New(&docgen.Options{SharedFonts: true})
})

func mustRenderer() *docgen.Renderer {
	r, err := renderers()
	if err != nil {
		panic(err)
	}
	return r
}

func renderer(t testing.TB) *docgen.Renderer {
	t.Helper()
	r, err := renderers()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// runJob does a job and gives its findings, one a line.
func runJob(t testing.TB, fsys fs.FS, dir string, o Options) (*Result, string) {
	t.Helper()
	var b strings.Builder
	o.Renderer = renderer(t)
	o.Found = func(f Finding) { b.WriteString(f.Error() + "\n") }
	res, err := Run(context.Background(), load(t, fsys), dir, &o)
	if err != nil {
		t.Fatal(err)
	}
	return res, b.String()
}

// tree gives every file below a folder with its bytes.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	got := make(map[string]string)
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		got[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// sameTree fails unless two folders hold the same files.
func sameTree(t testing.TB, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs (%d bytes, want %d)", name, len(got[name]), len(want[name]))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s should not be there", name)
		}
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	res, found := runJob(t, files(decisionJob, invented(20)), dir, Options{})
	if found != "" {
		t.Errorf("findings:\n%s", found)
	}
	if res.Documents != 20 || res.Written != 20 || res.Pages != 20 || res.Bad != 0 {
		t.Errorf("result = %+v", res)
	}
	got := tree(t, dir)
	if len(got) != 21 || got["101-nguyen-van-an.pdf"] == "" {
		for name := range got {
			t.Log(name)
		}
		t.Errorf("%d files", len(got))
	}
	again := t.TempDir()
	runJob(t, files(decisionJob, invented(20)), again, Options{Workers: 5})
	sameTree(t, got, tree(t, again))
}
