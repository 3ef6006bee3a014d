package docgen_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

// TestArchiveRoundTrip: an archive PDF carries its source, and the source gives
// the same file again.
func TestArchiveRoundTrip(t *testing.T) {
	r, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	render := func(s source) []byte {
		d, found, err := docgen.Built(r.Build(ctx, s.set, s.name))
		if err != nil || found.HasErrors() {
			t.Fatal(err, found)
		}
		var b bytes.Buffer
		if _, err := r.PDF(ctx, &b, d); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := render(thePlan(t))
	for _, want := range []string{"sha256:", "nd30-2020", "Liberation Serif", "vanban " + docgen.Version} {
		if !bytes.Contains(first, []byte(want)) {
			t.Errorf("the build record lacks %q", want)
		}
	}
	list, err := docgen.Extract(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string][]byte)
	for _, a := range list {
		names[a.Name] = a.Data
	}
	if len(list) != 2 || names["nguon.yaml"] == nil || !bytes.Contains(names["dac-ta.xml"], []byte("<TypeName>Kế hoạch</TypeName>")) {
		t.Fatalf("attachments: %v", list)
	}
	f, found := plan.Parse("nguon.yaml", names["nguon.yaml"])
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	if again := render(source{plan.NewSet(f), f.Name}); !bytes.Equal(first, again) {
		t.Error("the extracted source gives another file")
	}
}

// TestArchiveOfACopy: what the source names goes along, so that it can be rendered
// from the PDF alone.
func TestArchiveOfACopy(t *testing.T) {
	r, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	pdf := func(fsys fs.FS, name string) []byte {
		set, found := plan.Load(fsys, name)
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		d, found, err := docgen.Built(r.Build(ctx, set, name))
		if err != nil || found.HasErrors() {
			t.Fatal(err, found)
		}
		var b bytes.Buffer
		if _, err := r.PDF(ctx, &b, d); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := pdf(os.DirFS("../examples/mau-3.1-ban-sao-giay"), "ban-sao.yaml")
	list, err := docgen.Extract(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	alone := fstest.MapFS{}
	for _, a := range list {
		alone[a.Name] = &fstest.MapFile{Data: a.Data}
	}
	if again := pdf(alone, "nguon.yaml"); !bytes.Equal(first, again) {
		t.Error("what the PDF carries gives another file")
	}
}

// TestGoroutines: many renderings at once give the bytes of one alone.
func TestGoroutines(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := thePlan(t)
	render := func() []byte {
		var b bytes.Buffer
		d, _, err := docgen.Built(r.Build(context.Background(), s.set, s.name))
		if err == nil {
			_, err = r.PDF(context.Background(), &b, d)
		}
		if err != nil {
			t.Error(err)
		}
		return b.Bytes()
	}
	want := render()
	done := make(chan []byte)
	for range 100 {
		go func() { done <- render() }()
	}
	for range 100 {
		if got := <-done; !bytes.Equal(got, want) {
			t.Error("a file made beside others differs")
		}
	}
}
