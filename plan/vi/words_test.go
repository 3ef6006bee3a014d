package vi

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/fuzzing"
)

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		n    int64
		want string
	}{
		{0, "không"}, {1, "một"}, {4, "bốn"}, {5, "năm"}, {10, "mười"}, {11, "mười một"},
		{14, "mười bốn"}, {15, "mười lăm"}, {20, "hai mươi"}, {21, "hai mươi mốt"},
		{24, "hai mươi bốn"}, {25, "hai mươi lăm"}, {55, "năm mươi lăm"}, {91, "chín mươi mốt"},
		{100, "một trăm"}, {101, "một trăm linh một"}, {105, "một trăm linh năm"},
		{110, "một trăm mười"}, {111, "một trăm mười một"}, {115, "một trăm mười lăm"},
		{221, "hai trăm hai mươi mốt"}, {1000, "một nghìn"},
		{1001, "một nghìn không trăm linh một"}, {1010, "một nghìn không trăm mười"},
		{2026, "hai nghìn không trăm hai mươi sáu"}, {10_000, "mười nghìn"},
		{1_000_005, "một triệu không trăm linh năm"},
		{1_520_000, "một triệu năm trăm hai mươi nghìn"},
		{21_005_000, "hai mươi mốt triệu không trăm linh năm nghìn"},
		{34_960_000, "ba mươi bốn triệu chín trăm sáu mươi nghìn"},
		{1_000_000_000, "một tỷ"}, {1_000_000_000_000, "một nghìn tỷ"},
		{2_000_000_003, "hai tỷ không trăm linh ba"},
		{2_000_000_003_000_000_000, "hai tỷ không trăm linh ba tỷ"},
		{1_000_000_000_000_000_000, "một tỷ tỷ"},
		{-7, "âm bảy"},
		{math.MaxInt64, "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi bốn triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy"},
		{math.MinInt64, "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi bốn triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám"},
	} {
		if got := Words(tt.n); got != tt.want {
			t.Errorf("Words(%d) = %q, want %q", tt.n, got, tt.want)
		}
	}
}

func TestMoneyWords(t *testing.T) {
	if got, want := UpperFirst(MoneyWords(25_460_000)), "Hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// parseWords reads a number in words back, by a road of its own: it adds up
// from the left and knows nothing of how Words goes about it.
func parseWords(s string) (uint64, error) {
	s, negative := strings.CutPrefix(s, "âm ")
	var total, group, digit uint64 // digit waits for its unit
	for word := range strings.FieldsSeq(s) {
		switch word {
		case "trăm":
			group, digit = group+digit*100, 0
		case "mươi":
			group, digit = group+digit*10, 0
		case "mười":
			group += 10
		case "linh":
		case "mốt":
			digit = 1
		case "lăm":
			digit = 5
		case "nghìn", "triệu":
			unit := uint64(1000)
			if word == "triệu" {
				unit = 1_000_000
			}
			total, group, digit = total+(group+digit)*unit, 0, 0
		case "tỷ":
			total, group, digit = (total+group+digit)*1_000_000_000, 0, 0
		default:
			found := false
			for n, name := range digits {
				if name == word {
					digit, found = uint64(n), true
				}
			}
			if !found {
				return 0, fmt.Errorf("no number word: %q in %q", word, s)
			}
		}
	}
	total += group + digit
	if negative {
		total = -total
	}
	return total, nil
}

func TestWordsReadBack(t *testing.T) {
	for n := range int64(12_000) {
		checkWords(t, n)
		checkWords(t, n*1_000_003)
	}
}

func checkWords(t *testing.T, n int64) {
	t.Helper()
	words := Words(n)
	got, err := parseWords(words)
	if err != nil || int64(got) != n {
		t.Fatalf("%d is %q, read back as %d (%v)", n, words, int64(got), err)
	}
	for word := range strings.FieldsSeq(words) {
		if !isSyllable(word) {
			t.Fatalf("%d: %q is no syllable", n, word)
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

func FuzzWords(f *testing.F) {
	for _, n := range []int64{0, 1, 15, 1e9, 1e18, math.MaxInt64, math.MinInt64, 1_000_000_001_000} {
		f.Add(n)
	}
	f.Fuzz(checkWords)
}

func FuzzMoneyWords(f *testing.F) {
	f.Add(int64(25_460_000))
	f.Fuzz(func(t *testing.T, n int64) {
		words, ok := strings.CutSuffix(MoneyWords(n), " đồng")
		if got, err := parseWords(words); !ok || err != nil || int64(got) != n {
			t.Fatalf("%d: %q", n, words)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Words(25_460_000)
	}
}
