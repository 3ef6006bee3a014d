package fill

import (
	"slices"
	"strings"
)

// text is what a field says, without the fields in it.
func (f *mergeField) text() string {
	var b strings.Builder
	for _, p := range f.instr {
		if p.field != nil {
			b.WriteString(barrier)
		}
		b.WriteString(p.text)
	}
	return strings.TrimSpace(b.String())
}

// formulaField is the command of a formula: its sign of equality.
const formulaField = "="

// command is the first word of what a field says.
func (f *mergeField) command() string {
	s, _, _ := strings.Cut(strings.ReplaceAll(f.text(), barrier, " "), " ")
	if strings.HasPrefix(s, formulaField) {
		return formulaField
	}
	return strings.ToUpper(s)
}

// merges reports whether a field is filled: it is one of a mail merge, or holds one. A condition
// over other things is Word's.
func (f *mergeField) merges() bool {
	c := f.command()
	if _, ok := commands[c]; ok && c != "IF" && c != formulaField {
		return true
	}
	return slices.ContainsFunc(f.instr, func(p said) bool { return p.field != nil && p.field.merges() })
}

// merged is a MERGEFIELD: its name and what its switches ask for.
type merged struct {
	ref           *ref
	cases         []string // \* switches, in small letters
	date, number  string   // pictures
	before, after string   // what stands around a value that is not empty
	unknown       string
}

// merge reads what a MERGEFIELD says.
func (f *mergeField) merge() (m merged) {
	args := f.operands()
	for i := 0; i < len(args); i++ {
		s := args[i].plain()
		next := func() string {
			if i+1 < len(args) {
				i++
				return args[i].plain()
			}
			return ""
		}
		if !strings.HasPrefix(s, `\`) {
			if m.ref == nil && s != "" {
				m.ref = &ref{tag: tag{name: strings.ReplaceAll(s, "_", " ")}, at: f.at, from: merge}
			}
			continue
		}
		rest := s[min(2, len(s)):]
		if rest == "" && s != `\m` && s != `\v` {
			rest = next()
		}
		switch strings.ToLower(s[:min(2, len(s))]) {
		case `\*`:
			switch c := strings.ToLower(rest); c {
			case "mergeformat", "mergeformatinet", "arabic":
			case "upper", "lower", "firstcap", "caps", "cardtext", charFormat:
				m.cases = append(m.cases, c)
			default:
				m.unknown = s + " " + rest
			}
		case `\@`:
			m.date = rest
		case `\#`:
			m.number = rest
		case `\b`:
			m.before = rest
		case `\f`:
			m.after = rest
		case `\m`, `\v`:
		default:
			m.unknown = s
		}
	}
	return m
}

// wants says what kind of value the switches ask for.
func (m merged) wants() {
	switch {
	case m.date != "":
		m.ref.kind = DateField
	case m.number != "":
		m.ref.kind = NumberField
	}
}

// operand is one argument of a field: pieces that stand together.
type operand []said

// plain is an argument as text alone.
func (o operand) plain() string {
	var b strings.Builder
	for _, p := range o {
		b.WriteString(p.text)
	}
	return b.String()
}

// operands cuts what a field says into its arguments behind the command: words, or what stands
// in quotes, straight or those that Word makes of them.
func (f *mergeField) operands() []operand {
	var all []operand
	var cur operand
	open, quoted, words := false, false, 0
	flush := func() {
		if !open {
			return
		}
		if words++; words > 1 {
			all = append(all, cur)
		}
		cur, open = nil, false
	}
	for _, p := range f.instr {
		if p.field != nil {
			cur, open = append(cur, p), true
			continue
		}
		if p.kid != nil {
			if quoted || !isGap(p.kid) {
				cur, open = append(cur, p), true
			} else {
				flush()
			}
			continue
		}
		from := 0
		add := func(to int) {
			if to > from {
				cur, open = append(cur, said{text: p.text[from:to], format: p.format}), true
			}
		}
		escaped := false
		for i, r := range p.text {
			switch {
			case escaped:
				escaped = false
			case quoted && r == '\\' && i+1 < len(p.text) && (p.text[i+1] == '"' || p.text[i+1] == '\\'):
				add(i)
				from, escaped = i+1, true
			case strings.ContainsRune("\"“”„", r):
				add(i)
				from = i + len(string(r))
				if quoted {
					open = true // an empty text is an argument too
					flush()
				} else if open {
					flush()
				}
				quoted = !quoted
			case !quoted && (r == ' ' || r == '\t' || r == '\n' || r == '\u00a0'):
				add(i)
				from = i + len(string(r))
				flush()
			case !quoted && strings.ContainsRune("=<>", r) && f.isCondition():
				if from < i && !strings.Contains("=<>", p.text[from:i]) {
					add(i)
					from = i
					flush()
				} else if from == i && open && !strings.ContainsAny(cur.plain(), "=<>") {
					flush()
				}
				if i+1 >= len(p.text) || !strings.ContainsRune("=<>", rune(p.text[i+1])) {
					add(i + 1)
					from = i + 1
					flush()
				}
			}
		}
		add(len(p.text))
	}
	flush()
	return all
}

// isGap reports whether what stands between the words of a field parts them.
func isGap(n *node) bool {
	return n.name == "w:tab" || n.name == "w:br" || n.name == "w:cr" || isMark(n)
}

func (f *mergeField) isCondition() bool {
	c := f.command()
	return c == "IF" || c == "NEXTIF" || c == "SKIPIF"
}
