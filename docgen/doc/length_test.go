package doc

import "testing"

func TestLengthInPoints(t *testing.T) {
	for l, want := range map[Length]string{
		0: "0", Pt(14): "14", Pt(2.5): "2.5", Pt(12.05): "12.05", Pt(-0.03): "-0.03", MM(-1): "-2.83", MM(210): "595.28",
		63: "0", 64: "0.01", -63: "0", -64: "-0.01", // half of a hundredth is 63.5
	} {
		if got := string(l.AppendPt([]byte("x"))); got != "x"+want {
			t.Errorf("%d is %q, want %q", l, got, want)
		}
	}
}

func TestLengthRound(t *testing.T) {
	for _, c := range []struct{ l, unit, want Length }{
		{7, 10, 10}, {5, 10, 10}, {4, 10, 0}, {-5, 10, -10}, {-4, 10, 0}, {20, 10, 20}, {0, 10, 0},
	} {
		if got := c.l.Round(c.unit); got != c.want {
			t.Errorf("%d in units of %d is %d, want %d", c.l, c.unit, got, c.want)
		}
	}
}

func TestLengthFromText(t *testing.T) {
	for s, want := range map[string]Length{"136.5mm": MM(136.5), "14pt": Pt(14), "-2mm": MM(-2)} {
		var l Length
		if err := l.UnmarshalText([]byte(s)); err != nil || l != want {
			t.Errorf("%s is %v, %v", s, l, err)
		}
	}
	for _, s := range []string{"14", "mm", "1,5mm", "14in"} {
		if err := new(Length).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%s is taken", s)
		}
	}
	var c Color
	if err := c.UnmarshalText([]byte("C00000")); err != nil || c != 0xC00000 {
		t.Errorf("%x, %v", c, err)
	}
	for _, s := range []string{"1000000", "red", ""} {
		if err := new(Color).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is taken", s)
		}
	}
}
