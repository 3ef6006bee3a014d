package parity

import (
	"cmp"
	"fmt"
	"html"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Line is a line of text on a page, or the part of one that stands apart from
// the rest, as in a column. Lengths are in points from the top left corner of the paper.
type Line struct {
	X     []float64 // left edge of each word
	Words []string
	Y     float64 // baseline
	Size  float64 // of the first word
}

// String gives the words with spaces between them.
func (l *Line) String() string { return strings.Join(l.Words, " ") }

// Page is the lines of a page from top to bottom.
type Page []*Line

// String gives the lines, each with a line end before and behind it.
func (p Page) String() string {
	s := "\n"
	for _, l := range p {
		s += l.String() + "\n"
	}
	return s
}

// pdftotext takes these as the heights of letters above and below the baseline, in
// relation to the size. They come from the font descriptors, which both writers fill alike.
const (
	ascent  = 0.891
	descent = 0.216
)

// gap is how far apart words of one line may stand; what is farther apart is
// two lines side by side. Justified lines hold wide spaces.
const gap = 24

// level is how far apart the baselines of one line may be.
const level = 1.2

// word is a word at its place.
type word struct {
	x, end, y, size float64
	text            string
}

var token = regexp.MustCompile(`<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>`)

// Read gives the pages of a PDF file.
func Read(name string) ([]Page, error) {
	out, err := exec.Command("pdftotext", "-bbox", name, "-").Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext %s: %w", name, err)
	}
	var pages [][]word
	for _, m := range token.FindAllStringSubmatch(string(out), -1) {
		if m[1] == "" {
			pages = append(pages, nil)
			continue
		}
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(m[i+1], 64); err != nil {
				return nil, fmt.Errorf("pdftotext %s: %w", name, err)
			}
		}
		size := (v[3] - v[1]) / (ascent + descent)
		last := len(pages) - 1
		pages[last] = append(pages[last], word{x: v[0], end: v[2], y: v[1] + size*ascent, size: size, text: html.UnescapeString(m[5])})
	}
	read := make([]Page, len(pages))
	for i, words := range pages {
		read[i] = lines(words)
	}
	return read, nil
}

// lines gathers the words of a page into lines.
func lines(words []word) Page {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.y, b.y) })
	var page Page
	for len(words) > 0 {
		n := 1
		for n < len(words) && words[n].y-words[0].y < level {
			n++
		}
		row := words[:n:n]
		words = words[n:]
		slices.SortStableFunc(row, func(a, b word) int { return cmp.Compare(a.x, b.x) })
		var l *Line
		for i, w := range row {
			switch {
			case l == nil || w.x-row[i-1].end > gap:
				l = &Line{Y: w.y, Size: w.size}
				page = append(page, l)
			case w.x-row[i-1].end < 0.5:
				// A word that changes its face on the way is two for pdftotext, at times.
				l.Words[len(l.Words)-1] += w.text
				continue
			}
			l.Words = append(l.Words, w.text)
			l.X = append(l.X, w.x)
		}
	}
	for _, l := range page {
		l.normalise()
	}
	return page
}

// normalise makes words of both files the same where only the drawing
// differs: dots of a fill line count as one word without a length, which pdftotext
// joins to its neighbour or not.
func (l *Line) normalise() {
	var words []string
	var xs []float64
	for i, w := range l.Words {
		w = strings.NewReplacer("\u2011", "-", "\u2010", "-").Replace(w)
		if at := strings.Index(w, "...."); at >= 0 {
			w = w[:at]
		}
		if w != "" {
			words, xs = append(words, w), append(xs, l.X[i])
		}
	}
	l.Words, l.X = words, xs
}
