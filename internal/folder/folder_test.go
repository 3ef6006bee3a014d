package folder

import (
	"testing"
	"testing/fstest"
)

// TestFind: a name is found by its letters, in folders too, whichever of the two ways it is asked by.
func TestFind(t *testing.T) {
	const apart, whole = "a\u0309nh", "\u1ea3nh"
	fsys := fstest.MapFS{apart + "/" + whole + ".png": {}}
	for name, want := range map[string]string{
		apart + "/" + whole + ".png": apart + "/" + whole + ".png", whole + "/" + apart + ".png": apart + "/" + whole + ".png",
		"./" + whole: apart, whole + "/anh.png": "", "anh": "",
	} {
		if got, ok := Find(fsys, name); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %t, want %q", name, got, ok, want)
		}
	}
}
