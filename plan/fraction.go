package plan

import (
	"strconv"
	"strings"
)

// Fraction is a share "tỷ lệ" such as two thirds, kept as the two whole numbers
// that a rule names: 2/3. The zero value is no share.
type Fraction struct{ Part, Of int }

// IsZero reports whether no share is given.
func (f Fraction) IsZero() bool { return f == Fraction{} }

// String returns the share as YAML holds it, "2/3", and nothing for the zero value.
func (f Fraction) String() string {
	if f.IsZero() {
		return ""
	}
	return strconv.Itoa(f.Part) + "/" + strconv.Itoa(f.Of)
}

// Reached reports whether n of total is at least the share; with strict, more.
func (f Fraction) Reached(n, total int, strict bool) bool {
	have, want := int64(n)*int64(f.Of), int64(f.Part)*int64(total)
	if strict {
		return have > want
	}
	return have >= want
}

// MarshalText writes the share as String does.
func (f Fraction) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a share written 2/3 or 80%. Its error is a
// *[diag.Diagnostic] with a message in Vietnamese and no place.
func (f *Fraction) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	part, of, found := strings.Cut(s, "/")
	if percent, ok := strings.CutSuffix(s, "%"); ok && !found {
		part, of = percent, "100"
	}
	p, err1 := strconv.Atoi(strings.TrimSpace(part))
	q, err2 := strconv.Atoi(strings.TrimSpace(of))
	if err1 != nil || err2 != nil || p < 0 || q < 1 || p > q || q > 10_000 {
		return isNot("tỷ lệ", s, nil, "viết phân số như 2/3, hoặc phần trăm như 80%")
	}
	return store(f, Fraction{p, q})
}

// Schema says what a share looks like, for schemas and messages.
func (Fraction) Schema() (pattern, expected string) {
	return `^[0-9]{1,5}( ?/ ?[0-9]{1,5}|%)$`, "một tỷ lệ, như 2/3 hoặc 80%"
}
