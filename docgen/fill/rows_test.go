package fill

import "testing"

func TestNumber(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "0": 0, "3": 3, "12": 12, "1000000": 1_000_000, "20116800": 20_116_800, "20116801": 0, "99999999999999999999": 0,
		"-1": 0, "2a": 0, "/1": 0, ":1": 0, "1.5": 0,
	} {
		if got := number(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}
