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

// JoinComma joins two texts with a comma; one that is empty takes none.
func JoinComma(a, b string) string {
	if a != "" && b != "" {
		return a + ", " + b
	}
	return a + b
}

// JoinPost joins a position and the name of a unit; words that both have stand once:
// "Thủ tướng" and "Chính phủ", "Chánh Văn phòng" and "Văn phòng Quốc hội".
func JoinPost(position, unit string) string {
	have, want := strings.Fields(position), strings.Fields(unit)
	for n := min(len(have), len(want)); n > 0; n-- {
		if Fold(strings.Join(have[len(have)-n:], " ")) == Fold(strings.Join(want[:n], " ")) {
			return strings.Join(append(have, want[n:]...), " ")
		}
	}
	return position + " " + unit
}
