package plan

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// Number is a measured or wanted figure "số liệu" as typed, with a decimal
// comma or point: "100", "12,5". The empty value is no figure, which is not 0.
type Number string

// Rat returns the figure exactly. The empty Number, or one made in Go that is no
// figure, gives nil.
func (n Number) Rat() *big.Rat {
	if !numberPattern.MatchString(string(n)) {
		return nil
	}
	r, _ := new(big.Rat).SetString(strings.Replace(string(n), ",", ".", 1))
	return r
}

// MarshalText writes the figure as typed.
func (n Number) MarshalText() ([]byte, error) { return []byte(n), nil }

// UnmarshalText reads a figure. Its error is a *[diag.Diagnostic] with a message
// in Vietnamese and no place.
func (n *Number) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	if !numberPattern.MatchString(s) {
		return isNot("một con số", s, nil, "viết chữ số liền nhau, phần lẻ sau dấu phẩy, như 1500 hoặc 12,5")
	}
	return store(n, Number(s))
}

// isNot refuses a text that is not what is wanted.
func isNot(what, text string, err error, fix string) error {
	return &diag.Diagnostic{Rule: ruleValue, Found: text, Err: err, Message: fmt.Sprintf("%q không phải %s", text, what), Fix: fix}
}

// Schema says what a figure looks like, for schemas and messages.
func (Number) Schema() (pattern, expected string) {
	return numberPattern.String(), "một con số, như 1500 hoặc 12,5"
}

var numberPattern = pattern.New(`^-?[0-9]{1,15}(?:[.,][0-9]{1,6})?$`)
