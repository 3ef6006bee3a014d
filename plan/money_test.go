package plan

import (
	"errors"
	"math"
	"math/big"
	"testing"
)

func TestTimes(t *testing.T) {
	const unit = 10_000
	for _, tt := range []struct {
		base              Money
		x                 Multiplier
		up, nearest, none Money
	}{
		{2_340_000, 15, 360_000, 350_000, 351_000},
		{2_340_000, 30, 710_000, 700_000, 702_000},
		{2_530_000, 10, 260_000, 250_000, 253_000},
		{2_530_000, 30, 760_000, 760_000, 759_000},
		{2_530_000, 45, 1_140_000, 1_140_000, 1_138_500},
		{2_530_000, 60, 1_520_000, 1_520_000, 1_518_000},
		{2_530_000, 80, 2_030_000, 2_020_000, 2_024_000},
		{2_530_000, 100, 2_530_000, 2_530_000, 2_530_000},
		{2_530_000, 150, 3_800_000, 3_800_000, 3_795_000},
		{2_530_000, 200, 5_060_000, 5_060_000, 5_060_000},
		{2_530_000, 300, 7_590_000, 7_590_000, 7_590_000},
		{2_530_000, 350, 8_860_000, 8_860_000, 8_855_000},
		{1_490_000, 15, 230_000, 220_000, 223_500},
		{1_490_000, 30, 450_000, 450_000, 447_000},
		{0, 30, 0, 0, 0},
	} {
		for r, want := range map[Rounding]Money{roundUp: tt.up, "": tt.up, roundNearest: tt.nearest, roundNone: tt.none} {
			got, err := tt.base.Times(tt.x, r, unit)
			if err != nil || got != want {
				t.Errorf("%s × %s (%q) = %s, %v; want %s", tt.x, tt.base, r, got, err, want)
			}
		}
	}
	if _, err := Money(1).Times(1, "down", unit); err == nil {
		t.Error("an unknown rounding passes")
	}
	for _, tt := range []struct {
		m    Money
		x    Multiplier
		unit Money
	}{{math.MaxInt64, 300, unit}, {-1, 30, unit}, {1, -30, unit}, {1, 1, math.MaxInt64}} {
		if _, err := tt.m.Times(tt.x, roundUp, tt.unit); !errors.Is(err, errMoneyRange) {
			t.Errorf("%d × %d to %d: %v", tt.m, tt.x, tt.unit, err)
		}
	}
}

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]Money{
		"1520000": 1_520_000, "1.520.000": 1_520_000, "1.520.000 đồng": 1_520_000, " 760.000đ ": 760_000,
		"0": 0, "-5": -5, "1.500": 1500,
	} {
		got, err := parseMoney(in)
		if err != nil || got != want {
			t.Errorf("parseMoney(%q) = %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "đồng", "1,5", "1.52", "1.5200", "0.5", "1520.000", ".500", "1e6", "0x10", "--1", "12 000"} {
		if got, err := parseMoney(in); !errors.Is(err, errBadMoney) {
			t.Errorf("parseMoney(%q) = %d, %v", in, got, err)
		}
	}
	if _, err := parseMoney("9223372036854775808"); !errors.Is(err, errMoneyRange) {
		t.Error(err)
	}
}

func TestParseMultiplier(t *testing.T) {
	for in, want := range map[string]Multiplier{"0,3": 30, "0.3": 30, "0.45": 45, "12": 1200, "12,0": 1200, "1.500": 150, "0,05": 5} {
		got, err := parseMultiplier(in)
		if err != nil || got != want {
			t.Errorf("ParseMultiplier(%q) = %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "-1", "0,333", "1,2,3", "một", ".3", "1234567"} {
		if got, err := parseMultiplier(in); !errors.Is(err, errBadMultiplier) {
			t.Errorf("ParseMultiplier(%q) = %d, %v", in, got, err)
		}
	}
	if got := Multiplier(45).String(); got != "0,45" {
		t.Error(got)
	}
}

func TestMoneyText(t *testing.T) {
	m := Money(25_460_000)
	if m.String() != "25.460.000" || m.Words() != "hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng" {
		t.Errorf("%s, %s", m, m.Words())
	}
}

func FuzzMoney(f *testing.F) {
	f.Add(int64(2_530_000), int32(45))
	f.Fuzz(func(t *testing.T, n int64, x int32) {
		m, mult := Money(n), Multiplier(x)
		for _, text := range []string{m.String(), m.String() + " đồng"} {
			if got, err := parseMoney(text); n > math.MinInt64 && (err != nil || got != m) {
				t.Fatalf("%q is %d, %v", text, got, err)
			}
		}
		text, _ := mult.MarshalText()
		if got, err := parseMultiplier(string(text)); x >= 0 && len(text) < 9 && (err != nil || got != mult) {
			t.Fatalf("%q is %d, %v", text, got, err)
		}
		got, err := m.Times(mult, roundUp, 10_000)
		if err != nil {
			return
		}
		// exact ≤ got < exact + unit
		exact := new(big.Int).Mul(big.NewInt(n), big.NewInt(int64(x)))
		rounded := new(big.Int).Mul(big.NewInt(int64(got)), big.NewInt(100))
		over := new(big.Int).Sub(rounded, exact)
		if got%10_000 != 0 || over.Sign() < 0 || over.Cmp(big.NewInt(1_000_000)) >= 0 {
			t.Fatalf("%s × %s = %s", mult, m, got)
		}
	})
}
