package docgen

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// TestSharedWording: an office's own file replaces a built-in one for that office alone, and all
// others stand on the same built-in ones, at the same time.
func TestSharedWording(t *testing.T) {
	own := fstest.MapFS{"cong-dien.tmpl": {Data: []byte(`{{define "sender"}}{{.Sender}} gửi điện tới{{end}}`)}}
	view := map[string]any{"Sender": "Ủy ban nhân dân xã Cẩm Hòa"}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			office, err := New(&Options{Templates: own})
			if err != nil {
				t.Error(err)
				return
			}
			usual, err := New(nil)
			if err != nil {
				t.Error(err)
				return
			}
			for r, want := range map[*Renderer]string{office: " gửi điện tới", usual: " điện"} {
				if got, found := r.Words("cong-dien/sender", view); string(got) != "Ủy ban nhân dân xã Cẩm Hòa"+want || found != nil {
					t.Errorf("got %q, %v, want %q behind the sender", got, found, want)
				}
			}
			const other = "giay-moi/invite"
			if a, b := office.wording.t.Lookup(other), usual.wording.t.Lookup(other); a == nil || b == nil || a.Tree != b.Tree {
				t.Errorf("%s is not the same for both", other)
			}
		})
	}
	wg.Wait()
}

// TestOwnWordingByName: a file whose name differs only in the size of its letters replaces none, also
// where the folder opens it by the other name.
func TestOwnWordingByName(t *testing.T) {
	own := foldingFS{fstest.MapFS{"Cong-Dien.tmpl": {Data: []byte(`{{define "sender"}}{{.Sender}} gửi điện tới{{end}}`)}}}
	if _, err := fs.Stat(own, "cong-dien.tmpl"); err != nil {
		t.Fatal(err)
	}
	r, err := New(&Options{Templates: own})
	if err != nil {
		t.Fatal(err)
	}
	for block, want := range map[string]string{"cong-dien/sender": "Xã điện", "Cong-Dien/sender": "Xã gửi điện tới"} {
		if got, found := r.Words(block, map[string]any{"Sender": "Xã"}); string(got) != want || found != nil {
			t.Errorf("%s: got %q, %v, want %q", block, got, found, want)
		}
	}
}

// foldingFS is a folder as Windows has it.
type foldingFS struct{ files fstest.MapFS }

func (f foldingFS) Open(name string) (fs.File, error) {
	for n := range f.files {
		if strings.EqualFold(n, name) {
			name = n
		}
	}
	return f.files.Open(name)
}
