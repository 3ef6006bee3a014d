package pdf

import "testing"

// TestOpenBounds: an object is opened where the table says it is, and nothing outside of it.
func TestOpenBounds(t *testing.T) {
	const file = "%PDF\n1 0 obj 7 endobj"
	f := &source{data: []byte(file), offsets: []int{0, 5, 0, len(file), len(file) + 1, 6, 5}}
	for id, ok := range map[reference]bool{-1: false, 0: false, 1: true, 2: false, 3: false, 4: false, 5: false, 6: false, 7: false,
		8: false} {
		o, _, err := f.open(id)
		if (err == nil) != ok || ok && o != number(7) {
			t.Errorf("object %d: %v, %v", id, o, err)
		}
	}
}
