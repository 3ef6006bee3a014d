package plan_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

const copied = `kind: ban-sao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
form: sao-y
original: ORIGINAL
signer: {position: Chủ tịch, name: Nguyễn Văn An}
`

func copyOf(name string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.Replace(copied, "ORIGINAL", name, 1))}
}

func TestLoadFollowsReferences(t *testing.T) {
	fsys := fstest.MapFS{
		"sao/ban-sao.yaml":   copyOf("../goc/thong-bao.yaml"),
		"goc/thong-bao.yaml": {Data: []byte(notice)},
	}
	s, findings := plan.Load(fsys, "sao/ban-sao.yaml", "sao/ban-sao.yaml")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var names []string
	for _, f := range s.Files() {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "sao/ban-sao.yaml goc/thong-bao.yaml" {
		t.Errorf("files: %s", got)
	}
	first := s.Files()[0]
	if target := s.Target(first, "original"); target == nil || target.Name != "goc/thong-bao.yaml" {
		t.Errorf("target is %v", target)
	}
	if s.Target(first, "subject") != nil || s.File("x") != nil {
		t.Error("a file that is not there")
	}
}

// TestNamed: what a file names, and what that names; of one that was made, what its origin named
// where it stands for that.
func TestNamed(t *testing.T) {
	fsys := fstest.MapFS{
		"annex.yaml": {Data: []byte("kind: phu-luc\nversion: 1\noriginal: copy.yaml\nannex: 1\n")}, "copy.yaml": copyOf("notice.yaml"),
		"notice.yaml": {Data: []byte(notice)}, "other.yaml": copyOf("last.yaml"), "last.yaml": {Data: []byte(notice)},
	}
	s, _ := plan.Load(fsys, "annex.yaml", "other.yaml")
	other := &plan.Copy{Header: head("ban-sao", "", 1), Original: "last.yaml"}
	for _, tt := range []struct {
		f    *plan.File
		want string
	}{
		{s.File("annex.yaml"), "copy.yaml notice.yaml"},
		{s.File("copy.yaml"), "notice.yaml"},
		{s.File("notice.yaml"), ""},
		{s.File("copy.yaml").Make("copy.yaml", other, nil, nil), "notice.yaml last.yaml"},
		{s.File("copy.yaml").Make("made.yaml", other, nil, nil), "last.yaml"},
		{nil, ""},
	} {
		var names []string
		for _, f := range s.Named(tt.f) {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	fsys := fstest.MapFS{
		"nothing.yaml":   copyOf("no.yaml"),
		"folder/a.yaml":  {Data: []byte("kind: criteria\n")},
		"to-folder.yaml": copyOf("folder"),
		"outside.yaml":   copyOf("../../etc/passwd"),
		"self.yaml":      copyOf("self.yaml"),
		"broken.yaml":    copyOf("bad.yaml"),
		"bad.yaml":       {Data: []byte("a: [")},
		"annex.yaml":     copyOf("phu-luc.yaml"),
		"phu-luc.yaml":   {Data: []byte("kind: phu-luc\nversion: 1\noriginal: thong-bao.yaml\nannex: 1\n")},
		"thong-bao.yaml": {Data: []byte(notice)},
		"season.yaml":    copyOf("criteria.yaml"),
		"criteria.yaml":  {Data: []byte("kind: criteria\nversion: 1\ncriteria: [Gương mẫu.]\n")},
	}
	tests := []struct{ file, want string }{
		{"no.yaml", "no.yaml: lỗi [plan.bad-reference]: không đọc được tệp: không có tệp này"},
		{"to-folder.yaml", `to-folder.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "folder": đây là thư mục, không phải tệp`},
		{"folder", "folder: lỗi [plan.bad-reference]: không đọc được tệp: đây là thư mục, không phải tệp"},
		{"nothing.yaml", `nothing.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "no.yaml": không có tệp này`},
		{"outside.yaml", `outside.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "../../etc/passwd": tên tệp không hợp lệ hoặc dẫn ra ngoài thư mục`},
		{"self.yaml", `self.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "self.yaml" là tệp loại ban-sao, phải là: văn bản, season`},
		{"annex.yaml", `annex.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "phu-luc.yaml" là tệp loại phu-luc, phải là: văn bản, season`},
		{"broken.yaml", "bad.yaml:1:1: lỗi [plan.bad-yaml]: thiếu giá trị trong dấu ngoặc"},
		{"season.yaml", `season.yaml:5:11: lỗi [plan.bad-reference]: "original" (tệp văn bản được sao) dẫn đến "criteria.yaml" là tệp loại criteria, phải là: văn bản, season`},
	}
	for _, tt := range tests {
		s, findings := plan.Load(fsys, tt.file)
		if got := findings.Error(); got != tt.want {
			t.Errorf("%s: got %s\nwant %s", tt.file, got, tt.want)
		}
		if s == nil || s.File(tt.file) == nil {
			t.Errorf("%s is not in the set", tt.file)
		}
		if strings.Contains(tt.want, ruleid.Reference) && !errors.Is(findings.Err(), plan.ErrBadReference) {
			t.Errorf("%s: %v is no bad reference", tt.file, findings.Err())
		}
	}
	if _, findings := plan.Load(fsys, "no.yaml"); !errors.Is(findings.Err(), fs.ErrNotExist) {
		t.Errorf("the cause is lost: %v", findings)
	}
}

// slip is a kind of paper that this package does not know.
type slip struct {
	plan.Header
	Parcels []string `yaml:"parcels" vi:"các bưu kiện" need:"yes"`
	plan.Footer
}

func (*slip) Needs() []string { return []string{"number"} }

// TestOwnKinds reads a kind handed in, with defaults from elsewhere.
func TestOwnKinds(t *testing.T) {
	o := &plan.Options{
		Kinds: []plan.Kind{{ID: "phieu-nhan", Name: "Phiếu nhận", New: func(string) any { return new(slip) }}},
		Defaults: func(v any) {
			if p, ok := v.(plan.Paper); ok && p.Head().Issuer.Name == "" {
				p.Head().Issuer = plan.Issuer{Name: "Bưu điện xã", Place: "Cẩm Hòa"}
			}
		},
	}
	f, findings := o.Parse("f.yaml", []byte("kind: phieu-nhan\nversion: 1\nparcel: [Sách]\n"))
	want := `f.yaml:1:1: lỗi [plan.missing]: thiếu "number" (số); để trống thì chừa chỗ ghi tay; giữ nguyên chữ số đã viết
f.yaml:3:1: lỗi [plan.unknown-key]: không có khóa "parcel"; có phải "parcels" (các bưu kiện)?`
	if got := findings.Error(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if p := f.Paper(); p == nil || p.Head().Issuer.Place != "Cẩm Hòa" || f.Kind.ID != "phieu-nhan" {
		t.Errorf("got %#v", f)
	}
	if _, findings := o.Parse("f.yaml", []byte(notice)); findings[0].Rule != plan.RuleKind {
		t.Errorf("a built-in kind is read too: %v", findings)
	}
	if b, err := o.Skeleton("phieu-nhan"); err != nil || !strings.Contains(string(b), "parcels:  # các bưu kiện\n  - \"các bưu kiện\"\n") {
		t.Errorf("got %s, %v", b, err)
	}
}

// TestNamedInParts: a file that stands under letters apart from their marks is found by either spelling;
// one of the very name goes first.
func TestNamedInParts(t *testing.T) {
	whole, parted := norm.NFC.String("ảnh/chữ ký.png"), norm.NFD.String("ảnh/chữ ký.png")
	for name, files := range map[string]fstest.MapFS{
		"parted": {"a/" + parted: {Data: []byte(parted)}},
		"both":   {"a/" + parted: {Data: []byte("other")}, "a/" + whole: {Data: []byte(parted)}},
	} {
		files["a/b.yaml"] = &fstest.MapFile{Data: []byte("kind: thong-bao\nversion: 1\n")}
		set, _ := plan.Load(files, "a/b.yaml")
		if data, err := set.ReadFile(set.File("a/b.yaml"), whole); string(data) != parted || err != nil {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		if _, err := set.ReadFile(set.File("a/b.yaml"), "ảnh/khác.png"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	copied := &plan.File{Name: "a/c.yaml", Value: &plan.Copy{Original: whole}}
	one, other := &plan.File{Name: "a/" + parted}, &plan.File{Name: "a/" + whole}
	for _, set := range []*plan.Set{plan.NewSet(one), plan.NewSet(one, other)} {
		want := set.Files()[len(set.Files())-1]
		if got := set.Target(copied, "original"); got != want {
			t.Errorf("%v", got)
		}
		if got := set.Named(copied); len(got) != 1 || got[0] != want {
			t.Errorf("%v", got)
		}
	}
	if got := plan.NewSet().Target(copied, "original"); got != nil {
		t.Errorf("%v", got)
	}
}
