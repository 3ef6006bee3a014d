package archive_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/archive"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan/diag"
)

// The paper of an office that has all that a paper can have beside its source: pictures,
// one of them in a folder, a profile, wording of its own, another paper. Two of the names
// are those that the program takes.
const fullCopy = `kind: ban-sao
form: sao-y
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "5"
date: 2026-03-15
original: goc/nguon.yaml
signer: {position: Chủ tịch, name: Bùi Thị Hòa, signature: don-vi.yaml}
distribution: {file_copy: [VT]}
`

const fullOriginal = `kind: giay-moi
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "4"
date: 2026-03-14
subject: Dự Hội nghị tổng kết
invitees: [Trưởng các thôn]
event: Hội nghị tổng kết phong trào thi đua
time: 08 giờ 00, thứ Ba ngày 17 tháng 3 năm 2026
venue: Hội trường Ủy ban nhân dân xã Cẩm Hòa
signer: {position: Chủ tịch, name: Bùi Thị Hòa, signature: anh/chu-ky.png}
distribution: {file_copy: [VT]}
`

// archivedFull renders fullCopy as an archive copy, from the folder "xa".
func archivedFull(t *testing.T, fsys fstest.MapFS, change func(o *docgen.Options)) []byte {
	t.Helper()
	profile, found := decree.ParseProfile("p.yaml", []byte("kind: profile\nversion: 1\nfigures:\n- {rule: body.text, value: \"13\"}\n"))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	wording, err := os.ReadFile("../../templates/giay-moi.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	wording = bytes.ReplaceAll(wording, []byte("trân trọng kính mời"), []byte("kính mời"))
	o := docgen.Options{Flavour: docgen.A3A, Profile: profile, Templates: fstest.MapFS{"giay-moi.tmpl": {Data: wording}}}
	if change != nil {
		change(&o)
	}
	r, err := docgen.New(&o)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	set, found := r.Reading().Load(fsys, "xa/sao.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d, err := r.Build(ctx, set, "xa/sao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := r.PDF(ctx, &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fullFiles(t *testing.T) fstest.MapFS {
	png := pngOf(t)
	return fstest.MapFS{
		"xa/sao.yaml": {Data: []byte(fullCopy)}, "xa/goc/nguon.yaml": {Data: []byte(fullOriginal)},
		"xa/goc/anh/chu-ky.png": {Data: png}, "xa/don-vi.yaml": {Data: png},
	}
}

func verified(data []byte) (*archive.Verdict, error) {
	return archive.Verify(context.Background(), bytes.NewReader(data), int64(len(data)), nil)
}

// TestVerify: an archive copy is made again from what it carries, whatever it was made of.
func TestVerify(t *testing.T) {
	above := fullFiles(t) // a paper whose original lies in a folder beside its own
	above["xa/sao.yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(fullCopy, "goc/nguon.yaml", "../goc/nguon.yaml"))}
	above["goc/nguon.yaml"], above["goc/anh/chu-ky.png"] = above["xa/goc/nguon.yaml"], above["xa/goc/anh/chu-ky.png"]
	for _, c := range []struct {
		name   string
		fsys   fstest.MapFS
		change func(o *docgen.Options)
		names  string
	}{
		{"as usual", fullFiles(t), nil,
			"nguon.yaml goc/nguon.yaml goc/anh/chu-ky.png don-vi.yaml _don-vi.yaml mau-cau/giay-moi.tmpl dac-ta.xml"},
		{"from above", above, nil, "xa/nguon.yaml goc/nguon.yaml goc/anh/chu-ky.png xa/don-vi.yaml don-vi.yaml mau-cau/giay-moi.tmpl dac-ta.xml"},
		{"fonts of many", fullFiles(t), func(o *docgen.Options) { o.SharedFonts = true }, ""},
		{"a date asked for", fullFiles(t), func(o *docgen.Options) { o.Created = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC) }, ""},
		{"a far zone", fullFiles(t), func(o *docgen.Options) {
			o.Created, o.SharedFonts = time.Date(2030, 1, 2, 3, 4, 5, 0, time.FixedZone("", -(9*60+30)*60)), true
		}, ""},
		{"bare", fullFiles(t), func(o *docgen.Options) { o.Profile, o.Templates = nil, nil },
			"nguon.yaml goc/nguon.yaml goc/anh/chu-ky.png don-vi.yaml dac-ta.xml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := archivedFull(t, c.fsys, c.change)
			v, err := verified(data)
			if err != nil || !v.Same || v.Appended != 0 || len(v.Differences) > 0 {
				t.Fatalf("%+v, %v", v, err)
			}
			list, err := docgen.Extract(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, a := range list {
				names = append(names, a.Name)
			}
			if got := strings.Join(names, " "); c.names != "" && got != c.names {
				t.Errorf("carries %s\nwant    %s", got, c.names)
			}
		})
	}
}

// TestVerifyDifferences: what does not agree is named, each thing by itself.
func TestVerifyDifferences(t *testing.T) {
	good := archivedFull(t, fullFiles(t), nil)
	replaced := func(old, new string) []byte {
		if len(old) != len(new) || !bytes.Contains(good, []byte(old)) {
			t.Fatalf("%q for %q", new, old)
		}
		return bytes.ReplaceAll(good, []byte(old), []byte(new))
	}
	hash := string(good[bytes.Index(good, []byte("sha256:")):][:20])
	for _, c := range []struct {
		name string
		data []byte
		want archive.Verdict
	}{
		{"program", replaced("vanban "+docgen.Version, "vanban 0.0.0"), archive.Verdict{Differences: []archive.Difference{
			{Of: "Program", Was: "vanban 0.0.0", Now: "vanban " + docgen.Version}}}},
		{"rules", replaced("<build:Rules>nd30-2020", "<build:Rules>nd31-2020"), archive.Verdict{Differences: []archive.Difference{
			{Of: "Rules", Was: "nd31-2020", Now: "nd30-2020"}}}},
		{"signed", append(bytes.Clone(good), "1 0 obj<<>>endobj\n%%EOF\n"...), archive.Verdict{Same: true, Appended: 24}},
		{"a bit of a drawing", replaced("/MediaBox", "/MediaBpx"), archive.Verdict{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := verified(c.data)
			if err != nil || !reflect.DeepEqual(*v, c.want) {
				t.Errorf("%+v, %v", v, err)
			}
		})
	}
	v, err := verified(replaced(hash, "sha256:0000000000000"))
	if err != nil || len(v.Differences) != 1 || v.Differences[0].Of != "Input" {
		t.Errorf("input: %+v, %v", v, err)
	}
}

// TestVerifyRefuses: no verdict without a source of one paper that can be made.
func TestVerifyRefuses(t *testing.T) {
	if _, err := archive.Verify(context.Background(), nil, 0, nil); err == nil {
		t.Error("nothing was verified")
	}
	if _, err := archive.Verify(context.Background(), bytes.NewReader(nil), 1<<40, nil); !errors.Is(err, docgen.ErrTooLarge) {
		t.Errorf("a terabyte: %v", err)
	}
	carrying := func(a ...doc.Attached) []byte {
		r, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		d := &doc.Document{Kind: "thong-bao", Parts: []doc.Part{&doc.Prose{Inlines: doc.T("Nội dung.")}}, Attached: a}
		if _, err := r.PDF(context.Background(), &b, d); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	yaml := func(text string) []byte {
		return carrying(doc.Attached{Name: "nguon.yaml", MIME: "application/yaml", Relationship: "Source", Data: []byte(text)})
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"no files", carrying(), docgen.ErrNoAttachments},
		{"no source", carrying(doc.Attached{Name: "a", MIME: "a/b", Relationship: "Data"}), archive.ErrNoPaper},
		{"a season", yaml("kind: season\nversion: 1\n"), archive.ErrNoPaper},
	} {
		if _, err := verified(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	var found diag.List
	if _, err := verified(yaml("kind: thong-bao\nversion: 1\n")); !errors.As(err, &found) {
		t.Errorf("a source with mistakes: %v", err)
	}
	good := yaml(fullOriginal[:strings.Index(fullOriginal, ", signature")] + "}\ndistribution: {file_copy: [VT]}\n")
	v, err := verified(good)
	if err != nil || v.Same || len(v.Differences) == 0 || v.Differences[len(v.Differences)-1].Of != "Page" {
		t.Errorf("another paper's source: %+v, %v", v, err)
	}
}

// TestNil calls every exported function and method with nil in place of all that can be nil.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{archive.Open, archive.Verify}, []any{
		new(archive.Archive), context.Background(), bytes.NewReader([]byte("%PDF-1.7")), new(docgen.Renderer), new(docgen.Fonts),
	})
}

// pngOf makes a small picture.
func pngOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
