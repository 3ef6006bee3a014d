package draft

import (
	"strings"
)

// runTogether cuts a line of two things that stood side by side on the page and have one blank between them, as copied from a PDF file:
// the name of a body and the motto, the number and the date, "Nơi nhận:" or one of the recipients and a post.
func runTogether(s string) (left, right string, ok bool) {
	if m := recipientsHead.FindStringSubmatch(s); m != nil && isAuthority(m[2]) {
		return tidy(s[:len(s)-len(m[2])]), m[2], true
	}
	for at := range len(s) {
		if s[at] != ' ' {
			continue
		}
		left, right := s[:at], s[at+1:]
		if strings.ContainsAny(lastLetter(left), ";,.") && offDash(s) != s && !isFile(s) && isAuthority(right) {
			return left, right, true
		}
		if opensMotto(right) {
			if f := letters(right); f == motto || f == motto2 || f == partyMotto && opensAgency(left) {
				return left, right, true
			}
		}
		if isNumber(left) && isDate(right) {
			return left, right, true
		}
	}
	return "", "", false
}

// opensMotto reports whether a text begins as one of the mottos does.
func opensMotto(s string) bool {
	for _, head := range []string{"CỘNG ", "Cộng ", "ĐỘC ", "Độc ", "ĐẢNG "} {
		if strings.HasPrefix(s, head) {
			return true
		}
	}
	return false
}
