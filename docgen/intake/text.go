package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan"
)

// text is the YAML of a season into which text is put; every other byte stays.
// Whether the result says what it should is for whoever reads it again: a file written
// in an unusual way, with anchors say, can come out wrong.
type text struct {
	lines [][]byte // each with its end
	end   string   // of a line
	edits []edit
}

// edit is text put before a byte of a line. At one place they stand in order.
type edit struct {
	line, at int
	put      string
}

func newText(src []byte) *text {
	t := &text{lines: bytes.SplitAfter(bytes.Clone(src), []byte("\n")), end: "\n"}
	if bytes.Contains(src, []byte("\r\n")) {
		t.end = "\r\n"
	}
	return t
}

func (t *text) put(line, at int, s string) {
	t.edits = append(t.edits, edit{line, at, s})
}

// bytes gives the text with all edits.
func (t *text) bytes() []byte {
	slices.SortStableFunc(t.edits, func(a, b edit) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return a.at - b.at
	})
	var out bytes.Buffer
	next := 0
	for i, l := range t.lines {
		done := 0
		for ; next < len(t.edits) && t.edits[next].line == i; next++ {
			e := t.edits[next]
			at := max(min(e.at, len(l)), done)
			out.Write(l[done:at])
			done = at
			if at == len(l) && at > 0 && l[at-1] != '\n' && out.Len() > 0 && out.Bytes()[out.Len()-1] != '\n' {
				out.WriteString(t.end)
			}
			out.WriteString(e.put)
		}
		out.Write(l[done:])
	}
	return out.Bytes()
}

// place gives line and byte, both from 0, of what stands at a path.
func (t *text) place(f *plan.File, path string) (line, at int) {
	pos := f.Pos(path)
	line = min(max(pos.Line-1, 0), len(t.lines)-1)
	for column := 1; column < pos.Column && at < len(t.lines[line]); column++ {
		at += len(string([]rune(string(t.lines[line][at:]))[:1]))
	}
	return line, at
}

// last gives the last line of the block that begins on a line at an indent.
func (t *text) last(line, indent int) int {
	end := line
	for i := line + 1; i < len(t.lines); i++ {
		body := bytes.TrimLeft(t.lines[i], " ")
		depth := len(t.lines[i]) - len(body)
		switch {
		case len(bytes.TrimSpace(body)) == 0:
		case depth >= indent:
			end = i
		case body[0] != '#':
			return end
		}
	}
	return end
}

// add puts a nominee behind the last of those that the file has.
func (t *text) add(f *plan.File, had int, n *plan.Nominee) {
	src, err := plan.Marshal(n)
	if err != nil {
		return // the text then lacks it, and is refused
	}
	line, indent := t.open(f), 2
	if had > 0 {
		at := 0
		line, at = t.place(f, fmt.Sprintf("nominees[%d]", had-1))
		dash := bytes.LastIndexByte(t.lines[line][:at], '-')
		if dash < 0 {
			return
		}
		indent = dash
		line = t.last(line, dash+1)
	}
	var b strings.Builder
	for i, l := range strings.Split(strings.TrimSuffix(string(src), "\n"), "\n") {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		b.WriteString(strings.Repeat(" ", indent) + mark + l + t.end)
	}
	t.put(line, len(t.lines[line]), b.String())
}

// open gives the line of the key under which the first nominees are written. An empty
// list there makes room; a file without the key gets it at its end.
func (t *text) open(f *plan.File) int {
	for i, l := range t.lines {
		rest, ok := bytes.CutPrefix(l, []byte("nominees:"))
		if !ok {
			continue
		}
		if empty, found := bytes.CutPrefix(bytes.TrimLeft(rest, " "), []byte("[]")); found {
			t.lines[i] = append([]byte("nominees:"), empty...)
		}
		return i
	}
	end := len(t.lines) - 1
	if len(t.edits) == 0 {
		t.put(end, len(t.lines[end]), "nominees:"+t.end)
	}
	return end
}

// fill writes what a nominee of the file got: into the braces of one written in a
// line, else behind its last key.
func (t *text) fill(f *plan.File, i int, had, has *plan.Nominee) {
	path := fmt.Sprintf("nominees[%d]", i)
	line, at := t.place(f, path)
	flow := at < len(t.lines[line]) && t.lines[line][at] == '{'
	end := t.last(line, at)
	key := func(name, value string) {
		if flow {
			t.put(line, at+1, name+": "+value+", ")
			return
		}
		t.put(end, len(t.lines[end]), strings.Repeat(" ", at)+name+": "+value+t.end)
	}
	for _, k := range []struct{ name, had, has string }{
		{"honorific", had.Honorific, has.Honorific}, {"role", had.Role, has.Role},
		{"criterion", had.Criterion, has.Criterion}, {"achievement", had.Achievement, has.Achievement},
	} {
		if k.had != k.has {
			key(k.name, quoted(k.has))
		}
	}
	var ratings, held []string
	for _, r := range has.Ratings[:len(has.Ratings)-len(had.Ratings)] {
		ratings = append(ratings, fmt.Sprintf("{year: %d, rating: %s}", r.Year, r.Rating))
	}
	for _, h := range has.Held[:len(has.Held)-len(had.Held)] {
		held = append(held, fmt.Sprintf("{award: %s, year: %d}", quoted(h.Award), h.Year))
	}
	for _, l := range []struct {
		name  string
		items []string
		had   int
	}{{"ratings", ratings, len(had.Ratings)}, {"held", held, len(had.Held)}} {
		switch {
		case len(l.items) == 0:
		case l.had == 0:
			key(l.name, "["+strings.Join(l.items, ", ")+"]")
		default:
			t.before(f, path+"."+l.name+"[0]", l.items)
		}
	}
	if had.Votes == nil && has.Votes != nil {
		v := has.Votes
		other := ""
		if v.Other > 0 {
			other = fmt.Sprintf(", other: %d", v.Other)
		}
		key("votes", fmt.Sprintf("{for: %d, against: %d%s}", v.For, v.Against, other))
	}
}

// before puts entries before the first of a list.
func (t *text) before(f *plan.File, path string, items []string) {
	line, at := t.place(f, path)
	lead := t.lines[line][:at]
	if len(bytes.TrimRight(lead, " ")) == 0 || bytes.TrimRight(lead, " ")[len(bytes.TrimRight(lead, " "))-1] != '-' {
		t.put(line, at, strings.Join(items, ", ")+", ")
		return
	}
	dash := bytes.LastIndexByte(lead, '-')
	sep := t.end + strings.Repeat(" ", dash) + "- "
	t.put(line, at, strings.Join(items, sep)+sep)
}

// quoted gives a text as YAML holds it in one line, inside braces too: in quotation
// marks unless it is a plain word.
func quoted(s string) string {
	plain := s != ""
	for _, r := range s {
		plain = plain && (r == ' ' || r == '-' || r > 0x7f || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		plain = false
	}
	if plain && s[0] != '-' && s[0] != ' ' {
		return s
	}
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(b))
}
