package docgen_test

import "testing"

// TestAllAtOnce: what later stages would find is told with what refuses the text.
func TestAllAtOnce(t *testing.T) {
	got := findingsOf(t, "kind: thong-bao\n"+head+`body: |
  # II. Một {#a}

  # Hai {#a}

  Xem [](#zz) và 😀.
`)
	const want = "9:5 body II.\n11:5  a\n13:3  zz\n13:3  😀\n"
	if got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
}
