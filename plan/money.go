package plan

import (
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// Money is an amount "số tiền" in whole đồng. YAML may give it as 1520000 or as
// 1.520.000, with or without the word đồng.
type Money int64

// String returns the amount in figures, "1.520.000", without the unit.
func (m Money) String() string { return vi.FormatInt(int64(m)) }

// Words returns the amount in words, small letters, with its unit: "một triệu năm
// trăm hai mươi nghìn đồng".
func (m Money) Words() string { return vi.MoneyWords(int64(m)) }

// MarshalText writes the amount as YAML keeps it: digits only.
func (m Money) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(m), 10), nil }

// UnmarshalText reads an amount of whole đồng: digits, or digits in groups of three with stops
// between, with an optional "đồng" or "đ" behind. Its error is a *[diag.Diagnostic] with a
// message in Vietnamese and no place.
func (m *Money) UnmarshalText(text []byte) error {
	v, err := parseMoney(string(text))
	if err != nil {
		return isNot("số tiền", string(text), err, "viết số đồng bằng chữ số, không có phần lẻ, như 1520000 hoặc 1.520.000")
	}
	return store(m, v)
}

// Schema says what an amount looks like, for schemas and messages.
func (Money) Schema() (pattern, expected string) {
	return `^-?([0-9]{1,18}|[0-9]{1,3}(\.[0-9]{3}){1,5})( ?(đ|đồng))?$`, "một số tiền, như 1520000 hoặc 1.520.000"
}

// Errors of amounts and multipliers.
var (
	errBadMoney      = errors.New("not an amount of whole đồng")
	errBadMultiplier = errors.New("not a number with at most two decimals")
	errMoneyRange    = errors.New("amount out of range")
)

// parseMoney reads an amount of whole đồng. Anything else, decimals among them, is
// errBadMoney; an amount that no int64 holds is errMoneyRange.
func parseMoney(s string) (Money, error) {
	text := strings.TrimSpace(vi.NFC(s))
	for _, unit := range []string{"đồng", "đ"} {
		if rest, ok := strings.CutSuffix(text, unit); ok {
			text = strings.TrimSpace(rest)
			break
		}
	}
	number, negative := strings.CutPrefix(text, "-")
	groups := strings.Split(number, ".")
	for i, g := range groups {
		if !onlyDigits(g) || len(groups) > 1 && (i > 0 && len(g) != 3 || len(g) > 3) {
			return 0, fmt.Errorf("%w: %q", errBadMoney, s)
		}
	}
	n, err := strconv.ParseInt(strings.Join(groups, ""), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%w: %q", errMoneyRange, s)
	}
	if negative {
		n = -n
	}
	return Money(n), nil
}

func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Multiplier is a multiple of the base salary "hệ số", in whole hundredths: 0,3
// is 30. Floating point has no place in money.
type Multiplier int32

// String gives the multiplier with a decimal comma, "0,3".
func (x Multiplier) String() string { return vi.FormatDecimal(int64(x), 2) }

// MarshalText writes the multiplier as YAML keeps it, with a decimal point: a
// comma would part two items of a flow list.
func (x Multiplier) MarshalText() ([]byte, error) {
	return []byte(strings.Replace(strings.ReplaceAll(x.String(), ".", ""), ",", ".", 1)), nil
}

// UnmarshalText reads a multiplier, with a decimal comma or point and at most two decimals. Its error is a
// *[diag.Diagnostic] with a message in Vietnamese and no place.
func (x *Multiplier) UnmarshalText(text []byte) error {
	v, err := parseMultiplier(string(text))
	if err != nil {
		return isNot("hệ số", string(text), err, "viết số có nhiều nhất hai chữ số phần lẻ, như 0.3 hoặc 0,45")
	}
	return store(x, v)
}

// Schema says what a multiplier looks like, for schemas and messages.
func (Multiplier) Schema() (pattern, expected string) {
	return `^[0-9]{1,6}([.,][0-9]{1,2})?$`, "một hệ số, như 0.3 hoặc 0,45"
}

// parseMultiplier reads a number with at most two decimals behind a comma or a
// point: "0,3", "0.45", "12". Anything else, a sign among it, is
// errBadMultiplier.
func parseMultiplier(s string) (Multiplier, error) {
	whole, fraction, _ := strings.Cut(strings.Replace(strings.TrimSpace(s), ",", ".", 1), ".")
	if len(fraction) > 2 {
		fraction = strings.TrimRight(fraction, "0")
	}
	if !onlyDigits(whole) || len(whole) > 6 || len(fraction) > 2 || fraction != "" && !onlyDigits(fraction) {
		return 0, fmt.Errorf("%w: %q", errBadMultiplier, s)
	}
	n, err := strconv.Atoi(whole + (fraction + "00")[:2])
	if err != nil {
		return 0, fmt.Errorf("%w: %q", errBadMultiplier, s)
	}
	return Multiplier(n), nil
}

// Rounding is how a computed amount becomes a round one "làm tròn số": up, nearest, or none for
// whole đồng. Empty is up. The decree says "làm tròn số lên hàng chục nghìn đồng"; published
// examples of its predecessor round to the nearest, so an office may choose.
type Rounding string

// Roundings.
const (
	roundUp      Rounding = "up"      // to the next unit: 702.000 is 710.000
	roundNearest Rounding = "nearest" // to the nearest unit, half a unit up: 702.000 is 700.000
	roundNone    Rounding = "none"    // to whole đồng only
)

// Values are the values that YAML may have.
func (Rounding) Values() []string {
	return []string{string(roundUp), string(roundNearest), string(roundNone)}
}

// Times multiplies a base salary: the exact product is rounded once, to whole
// units (10.000 đồng for bonuses). A unit below 1 counts as 1. A negative
// amount or multiplier, an unknown rounding and a product out of range are
// errors.
func (m Money) Times(x Multiplier, r Rounding, unit Money) (Money, error) {
	if m < 0 || x < 0 {
		return 0, fmt.Errorf("%w: %d times %s", errMoneyRange, int64(m), x)
	}
	if r == roundNone {
		unit, r = 1, roundNearest
	}
	step := uint64(max(unit, 1)) // of đồng; the product is in hundredths
	if step > 1<<55 {
		return 0, fmt.Errorf("%w: rounding to %s", errMoneyRange, unit)
	}
	step *= 100
	hi, product := bits.Mul64(uint64(m), uint64(x))
	var add uint64
	switch r {
	case roundUp, "":
		add = step - 1
	case roundNearest:
		add = step / 2
	default:
		return 0, fmt.Errorf("unknown rounding %q", r)
	}
	product, carry := bits.Add64(product, add, 0)
	if hi != 0 || carry != 0 {
		return 0, fmt.Errorf("%w: %s times %s", errMoneyRange, m, x)
	}
	return Money(product / step * (step / 100)), nil
}
