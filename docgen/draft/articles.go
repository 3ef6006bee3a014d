package draft

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
)

// articleHead opens an article as the paper prints it.
var articleHead = pattern.New(`^Điều ([0-9]{1,3})\. *`)

// hasArticles reports whether a decision is to be written as typed articles: bars would lose something of one of its tables, and all it
// has are articles with words of their own, numbered from 1, in which nothing stands below a table.
func (r *reader) hasArticles() bool {
	n, typed := 0, false
	below := false // a table of the article stands above
	for i := range r.body {
		l := &r.body[i]
		m := articleHead.FindStringSubmatch(l.text)
		switch {
		case len(l.pictures) > 0, strings.Count(l.text, "“") != strings.Count(l.text, "”"):
			return false
		case l.table != nil:
			if n == 0 || below {
				return false
			}
			below, typed = true, typed || r.losesBars(l.table)
		case m != nil:
			if n++; m[1] != strconv.Itoa(n) || m[0] == l.text || l.bold || !endsSentence(l.text) {
				return false
			}
			below = false
		case n == 0 || below || divisionLine.MatchString(l.text):
			return false
		}
	}
	return typed
}

// endsSentence reports whether a line ends as a sentence or what leads to a list does: it is no title.
func endsSentence(s string) bool { return strings.ContainsAny(lastLetter(s), ".;:") }

// articles makes the articles of blocks: their numbers are the paper's own.
func (r *reader) articles(blocks []block) []plan.Article {
	var all []plan.Article
	for i := range blocks {
		b := &blocks[i]
		if b.table != nil {
			all[len(all)-1].Table = b.table
			continue
		}
		for k, row := range strings.Split(strings.TrimSuffix(b.text, "\n"), "\n") {
			if head := articleHead.FindString(row); head != "" {
				r.own = append(r.own, head)
				all = append(all, plan.Article{})
				if row = row[len(head):]; k < len(b.rows) {
					b.rows[k] = row
				}
			}
			all[len(all)-1].Text += plan.Prose(row + "\n")
		}
	}
	return all
}
