package phrase

import "unicode"

// IsUpper reports whether a text has letters, and all of them are capitals.
func IsUpper(s string) bool {
	letter := false
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letter = true
		}
	}
	return letter
}
