package vi

import "strings"

// JoinAnd joins the parts of a list inside a sentence: "07 tập thể, 26 cá nhân và 04 hộ
// gia đình".
func JoinAnd(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " và " + parts[len(parts)-1]
}
