package compare

import (
	"fmt"
	"strings"
)

// mostEdits is how many changes of words are said one by one; with more of them the
// whole text is clearer.
const mostEdits = 3

// Text says the change in a sentence without its end, as amending papers do:
// khoản 2 Điều 3: thay "năm ngày" bằng "bảy ngày".
func (c Change) Text() string {
	where := c.Where
	if c.From != "" && c.Was != "" {
		where += " (cũ là " + c.From + ")"
	}
	switch {
	case c.renumbered():
		return fmt.Sprintf("%s: cũ là %s, nội dung giữ nguyên", c.Where, c.From)
	case c.Was == "":
		return fmt.Sprintf("%s: thêm “%s”", where, c.Now)
	case c.Now == "":
		return fmt.Sprintf("%s: bỏ “%s”", where, c.Was)
	}
	edits := editsOf(strings.Fields(c.Was), strings.Fields(c.Now))
	if len(edits) == 0 || len(edits) > mostEdits {
		return fmt.Sprintf("%s: thay “%s” bằng “%s”", where, c.Was, c.Now)
	}
	return where + ": " + strings.Join(edits, "; ")
}

// editsOf says which words changed between two texts; nil when hardly one is the same.
func editsOf(was, now []string) []string {
	pairs := longest(len(was), len(now), func(i, j int) int {
		if was[i] == now[j] {
			return 1
		}
		return 0
	})
	if len(pairs)*2 < min(len(was), len(now)) {
		return nil
	}
	var edits []string
	i, j := 0, 0
	for _, p := range append(pairs, pair{len(was), len(now)}) {
		old, anew := strings.Join(was[i:p.was], " "), strings.Join(now[j:p.now], " ")
		switch {
		case old == "" && anew == "":
		case old == "" && j == 0:
			edits = append(edits, fmt.Sprintf("thêm “%s” vào đầu", anew))
		case old == "":
			edits = append(edits, fmt.Sprintf("thêm “%s” vào sau “%s”", anew, strings.Join(now[max(0, j-3):j], " ")))
		case anew == "":
			edits = append(edits, fmt.Sprintf("bỏ “%s”", old))
		default:
			// A word or two alone would not say which: the word before stands with them.
			if short := p.was-i < 2 || p.now-j < 2; short && i > 0 {
				old, anew = was[i-1]+" "+old, now[j-1]+" "+anew
			}
			edits = append(edits, fmt.Sprintf("thay “%s” bằng “%s”", old, anew))
		}
		i, j = p.was+1, p.now+1
	}
	return edits
}
