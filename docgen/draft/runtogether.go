package draft

import (
	"slices"
	"strings"
)

// runTogether cuts a line of two things that stood side by side on the page and have one blank between them, as copied from a PDF file:
// the name of a body and the motto, the number and the date.
func runTogether(s string) (left, right string, ok bool) {
	for at := range len(s) {
		if s[at] != ' ' {
			continue
		}
		left, right := s[:at], s[at+1:]
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

// partPosts sets the posts of a signature apart from the recipients in line at and below it, where plain text has the two in one line, as
// copied from a PDF file: TM. and KT., and the one post that the foot has. Recipients have posts in capitals too.
func (r *reader) partPosts(from, at int) {
	const above, below = 12, 16 // lines of a signature, and of recipients and a signature
	if at < 0 || !r.lines[at].plain {
		return
	}
	from = max(from, at-above)
	foot := r.lines[from:min(at+below, len(r.lines))]
	posts, waits := 0, false // posts in the foot; TM. or KT., which one stands below
	var parted []*line
	for i := range foot {
		l := &foot[i]
		items := r.itemsOf(l)
		headed := slices.ContainsFunc(items, func(it item) bool { return opensHead(it.text) })
		if from+i > at && (headed || opensAnnex(l)) {
			break
		}
		if post := postBehind(l.text, r.party); from+i >= at && len(items) == 1 && post != "" {
			items[0].text = post
			parted = append(parted, l)
		}
		for _, it := range items {
			posts += count(hasPost(it) || isSmallPost(it.text))
			waits = waits || isAuthority(it.text) && !hasPost(it)
		}
	}
	for _, l := range parted {
		post := postBehind(l.text, r.party && waits)
		if post != "" && (posts == 1 || !hasPost(item{line: line{text: post}})) {
			l.spans = []span{{s: strings.TrimSuffix(strings.TrimRight(l.raw(), " \t"), post) + "   " + post}}
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// postBehind gives the post in capitals at the end of a line, behind "Nơi nhận:" or one of the recipients. That ends in a semicolon,
// or a comma in papers of the Party; one of them ends in such itself. Empty for none.
func postBehind(s string, commas bool) string {
	if m := recipientsHead.FindStringSubmatch(s); m != nil && isAuthority(m[2]) && !endsEntry(m[2]) {
		return m[2]
	}
	if offDash(s) == s || endsEntry(s) || isFile(s) {
		return ""
	}
	for at := range len(s) {
		ends := strings.HasSuffix(s[:at], ";") || commas && strings.HasSuffix(s[:at], ",")
		if right := s[at+1:]; ends && s[at] == ' ' && isAuthority(right) {
			return right
		}
	}
	return ""
}

// endsEntry reports whether a text ends as recipients do.
func endsEntry(s string) bool { return strings.ContainsAny(lastLetter(s), ";,.") }
