package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// merged puts documents together.
func merged(t testing.TB, o MergeOptions, docs ...[]byte) []byte {
	t.Helper()
	o.Documents = len(docs)
	o.Meta = doc.Meta{Title: "Bản in"}
	var b bytes.Buffer
	m, err := NewMerger(&b, o)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range docs {
		if err := m.Add(fmt.Sprintf("Văn bản %d", i+1), d); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMerge(t *testing.T) {
	for _, flavour := range []Flavour{A2A, Plain} {
		one := usualOptions()
		one.Shared, one.Flavour = true, flavour
		page, long := write(t, onePage(t), one), write(t, specimen(t), one)
		whole := merged(t, MergeOptions{TwoSided: true}, page, long, page)
		if !bytes.Equal(whole, merged(t, MergeOptions{TwoSided: true}, page, long, page)) {
			t.Error("the same documents give other bytes")
		}
		texts, err := PageTexts(whole)
		if err != nil {
			t.Fatal(err)
		}
		first, _ := PageTexts(page)
		middle, _ := PageTexts(long)
		want := append(first[:1:1], "")
		want = append(want, middle...)
		if len(middle)%2 == 1 {
			want = append(want, "")
		}
		want = append(want, first[0], "")
		if fmt.Sprintf("%q", texts) != fmt.Sprintf("%q", want) {
			t.Errorf("flavour %d: pages %.200q, want %.200q", flavour, texts, want)
		}
		if n := bytes.Count(whole, []byte("/FontFile2")); n > 4 {
			t.Errorf("flavour %d: %d font programs", flavour, n)
		}
		if f, err := openSource(whole); err != nil {
			t.Error(err)
		} else {
			for id := 1; id < len(f.offsets); id++ {
				if f.offsets[id] == 0 {
					continue
				}
				if _, _, err := f.open(reference(id)); err != nil {
					t.Error(err)
				}
			}
		}
		if got := tool(t, whole, "qpdf", "--check", "FILE"); !strings.Contains(got, "No syntax or stream encoding errors") {
			t.Errorf("qpdf: %s", got)
		}
	}
}

// TestMergeVeraPDF shows a print file to the judge of archive files.
func TestMergeVeraPDF(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("runs in CI")
	}
	one := usualOptions()
	one.Shared = true
	whole := merged(t, MergeOptions{TwoSided: true}, write(t, onePage(t), one), write(t, specimen(t), one),
		write(t, specimen(t), usualOptions()))
	file := filepath.Join(t.TempDir(), "merged.pdf")
	if err := os.WriteFile(file, whole, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, flavour := range []string{"2a", "ua1"} {
		if out, err := exec.Command("../../../.ci/verapdf.sh", "-f", flavour, file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", flavour, err, out)
		}
	}
}

func TestMergeRefuses(t *testing.T) {
	plain := usualOptions()
	plain.Flavour = Plain
	m, err := NewMerger(new(bytes.Buffer), MergeOptions{Documents: 2})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err == nil {
		t.Error("a file without its documents was closed")
	}
	if err := m.Add("a", write(t, onePage(t), usualOptions())); err != nil {
		t.Error(err)
	}
	if err := m.Add("b", write(t, onePage(t), plain)); err == nil {
		t.Error("tagged and untagged documents were put together")
	}
	if err := m.Add("c", []byte("%PDF-1.7")); err == nil {
		t.Error("a broken file was added")
	}
}

// TestAdoptParents: keys and values of a ParentTree stand in pairs, and move behind those given out.
func TestAdoptParents(t *testing.T) {
	value := reference(9)
	for _, tt := range []struct {
		nums object
		want list // nil: refused
	}{
		{list{number(0), value}, list{number(5), value}}, {list{number(0), value, number(3), value},
			list{number(5), value, number(8), value}},
		{nil, nil}, {list{}, nil}, {list{number(0)}, nil}, {list{number(0), value, number(3)}, nil}, {list{value, value},
			nil}, {number(1), nil},
	} {
		d := &incoming{m: &Merger{keys: 5}, objects: map[reference]object{1: dict{"Nums": tt.nums}}}
		err := d.adoptParents(dict{"ParentTree": reference(1)})
		if got := d.objects[1].(dict)["Nums"]; (err != nil) != (tt.want == nil) || err == nil && !slices.Equal(got.(list), tt.want) {
			t.Errorf("%v: %v, %v", tt.nums, got, err)
		}
	}
	d := &incoming{m: &Merger{}, objects: map[reference]object{}}
	if d.adoptParents(dict{"ParentTree": reference(1)}) == nil || d.adoptParents(dict{}) == nil {
		t.Error("a document without a ParentTree is taken")
	}
}
