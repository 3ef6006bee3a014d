package fill

import (
	"fmt"
	"strings"
)

// mergeOp writes what a field of a mail merge gives, in the formatting of the field's result.
type mergeOp struct {
	part said
	w    string // prefix of the part
}

// atom is a child of a run, as the fields of Word are made of them.
type atom struct {
	run, kid *node
}

// mergeField is a field of Word: what it says, and where its pieces are.
type mergeField struct {
	begin, end int // atoms; while it is read end is where its result begins
	instr      []said
	nested     []*mergeField // in its result
	result     string        // properties of the first run of its result
	at         *place
}

// said is a piece of what a field says: text, or a field in it.
type said struct {
	text   string
	format string // the run's properties, as they are written
	field  *mergeField
}

// commands are the fields of Word that a mail merge makes something of. Those with a false
// cannot be done.
var commands = map[string]bool{
	"MERGEFIELD": true, "IF": true, "NEXT": true, "NEXTIF": true, "MERGEREC": true, "MERGESEQ": true,
	"SKIPIF": false, "ADDRESSBLOCK": false, "GREETINGLINE": false, "DATABASE": false, "FILLIN": false, "ASK": false, "SET": false, "MERGEBARCODE": false,
	"DISPLAYBARCODE": false,
}

// merges makes nodes of the merge fields in a paragraph.
func (b *builder) merges(p *node) {
	for _, n := range simpleFields(p) {
		b.simple(n)
	}
	atoms := atomsOf(p)
	at := b.places[p]
	var open []*mergeField
	for i, a := range atoms {
		switch {
		case a.kid.name == "w:fldChar":
			switch a.kid.attr("w:fldCharType") {
			case "begin":
				open = append(open, &mergeField{begin: i, end: -1, at: at})
			case "separate":
				if k := len(open); k > 0 {
					open[k-1].end = i // its result begins
				}
			case "end":
				k := len(open)
				if k == 0 {
					continue // it began in another paragraph
				}
				f := open[k-1]
				open = open[:k-1]
				separate := f.end
				f.end = i
				b.outside(f)
				if separate > 0 {
					for _, r := range atoms[separate:i] {
						if r.kid.name == "w:t" && f.result == "" {
							f.result = propertiesOf(r.run)
						}
					}
				}
				switch {
				case k > 1 && open[k-2].end < 0:
					open[k-2].instr = append(open[k-2].instr, said{field: f})
				case k > 1:
					open[k-2].nested = append(open[k-2].nested, f)
				default:
					b.replaceFields(atoms, f)
				}
			}
		case a.kid.name == "w:instrText" && len(open) > 0 && open[len(open)-1].end < 0:
			f := open[len(open)-1]
			text := ""
			for _, k := range a.kid.kids {
				text += k.text
			}
			f.instr = append(f.instr, said{text: text, format: propertiesOf(a.run)})
		case a.kid.op != nil && len(open) > 0 && open[len(open)-1].end < 0:
			if o, ok := a.kid.op.(*mergeOp); ok { // a simple field in the instruction of another
				f := open[len(open)-1]
				f.instr = append(f.instr, o.part)
			}
		}
	}
	for _, f := range open {
		for _, inner := range f.nested {
			b.replaceFields(atoms, inner)
		}
		if f.merges() {
			b.bad(at, RuleMerge, fmt.Sprintf("trường trộn thư %q kéo dài qua nhiều đoạn, không điền được", f.command()), f.command(), "viết trường này gọn trong một đoạn")
		}
	}
}

// simpleFields are the fields of a paragraph that Word writes as one element, inner ones first.
func simpleFields(p *node) (all []*node) {
	p.walk(func(n *node) bool {
		if n != p && (outside(n) || n.name == "w:p") {
			return false
		}
		if n.name == "w:fldSimple" {
			all = append([]*node{n}, all...)
		}
		return true
	})
	return all
}

func (b *builder) simple(n *node) {
	f := &mergeField{at: b.places[n.above("w:p")], instr: []said{{text: n.attr("w:instr")}}}
	b.outside(f)
	if !f.merges() {
		return
	}
	n.walk(func(k *node) bool {
		if k.name == "w:r" && f.result == "" {
			f.result = propertiesOf(k)
		}
		return true
	})
	n.replace(b.mergeNode(f, n.prefix()))
}

// atomsOf are the children of the runs of a paragraph, in order; fields that are read already
// are atoms too.
func atomsOf(p *node) (all []atom) {
	p.walk(func(n *node) bool {
		switch {
		case n != p && (outside(n) || n.name == "w:p"):
			return false
		case n.op != nil:
			all = append(all, atom{nil, n})
			return false
		case n.name == "w:r":
			for _, k := range n.kids {
				if k.name != "w:rPr" && k.name != "" || k.op != nil {
					all = append(all, atom{n, k})
				}
			}
			return false
		}
		return true
	})
	return all
}

func propertiesOf(run *node) string {
	if p := run.child("w:rPr"); p != nil {
		return p.src
	}
	return ""
}

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

// command is the first word of what a field says.
func (f *mergeField) command() string {
	s, _, _ := strings.Cut(strings.ReplaceAll(f.text(), barrier, " "), " ")
	return strings.ToUpper(s)
}

// merges reports whether a field is filled: it is one of a mail merge, or holds one. A condition
// over other things is Word's.
func (f *mergeField) merges() bool {
	c := f.command()
	if _, ok := commands[c]; ok && c != "IF" {
		return true
	}
	for _, p := range f.instr {
		if p.field != nil && p.field.merges() {
			return true
		}
	}
	return false
}

// replaceFields puts a node in the place of a field that is filled, or of those in the result of
// one that is not.
func (b *builder) replaceFields(atoms []atom, f *mergeField) {
	if f.merges() {
		b.replaceField(atoms, f)
		return
	}
	for _, inner := range f.nested {
		b.replaceFields(atoms, inner)
	}
}

// replaceField puts a node in the place of a field's atoms.
func (b *builder) replaceField(atoms []atom, f *mergeField) {
	first := atoms[f.begin]
	w := first.run.prefix()
	n := b.mergeNode(f, w)
	run := first.run
	here := split(first.kid, run.up)
	i := here.index()
	here.up.kids = append(here.up.kids[:i:i], append([]*node{n}, here.up.kids[i:]...)...)
	n.up = here.up
	here.up.changed = true
	for i := f.begin; i <= f.end; i++ {
		kid := atoms[i].kid
		if kid.up == nil || kid.index() < 0 {
			continue
		}
		run := kid.up
		kid.replace()
		if run.up != nil && run.index() >= 0 {
			dropBare(run)
		}
	}
}

func (b *builder) mergeNode(f *mergeField, w string) *node {
	b.checkMerge(f)
	return &node{op: &mergeOp{said{field: f}, w}, changed: true}
}

// checkMerge finds what of a field cannot be done, before there are data.
func (b *builder) checkMerge(f *mergeField) {
	c := f.command()
	able, known := commands[c]
	if !known || !able {
		b.bad(f.at, RuleMerge, fmt.Sprintf("trường trộn thư %q không điền được", c), strings.ReplaceAll(f.text(), barrier, "…"), "thay bằng {{Tên trường}} hoặc trường MERGEFIELD, IF")
		return
	}
	for _, p := range f.instr {
		if p.field != nil {
			b.checkMerge(p.field)
		}
	}
	switch c {
	case "MERGEFIELD":
		m := f.merge()
		if m.ref == nil {
			b.bad(f.at, RuleMerge, "trường MERGEFIELD không có tên", f.text(), "ghi tên trường sau MERGEFIELD")
			return
		}
		if m.unknown != "" {
			b.bad(f.at, RuleMerge, fmt.Sprintf("trường «%s» có lựa chọn \"%s\" không làm được", m.ref.name, m.unknown), m.unknown, `bỏ lựa chọn này; làm được \* Upper, Lower, FirstCap, Caps, CardText, \@ "dd/MM/yyyy", \# "#.##0", \b, \f`)
		}
		m.wants()
		b.refs = append(b.refs, m.ref)
	case "IF", "NEXTIF":
		want := 3
		if c == "IF" {
			want = 4
		}
		if got := len(f.operands()); got < want {
			b.bad(f.at, RuleMerge, fmt.Sprintf("trường %s thiếu vế", c), strings.ReplaceAll(f.text(), barrier, "…"), `viết IF vế = "giá trị" "chữ khi đúng" "chữ khi sai"`)
		}
	}
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
		if rest == "" {
			switch {
			case s == `\m` || s == `\v`:
			default:
				rest = next()
			}
		}
		switch strings.ToLower(s[:min(2, len(s))]) {
		case `\*`:
			switch c := strings.ToLower(rest); c {
			case "mergeformat", "mergeformatinet", "arabic":
			case "upper", "lower", "firstcap", "caps", "cardtext", "charformat":
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
		m.ref.kind = string(DateField)
	case m.number != "":
		m.ref.kind = string(NumberField)
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

func (f *mergeField) isCondition() bool {
	c := f.command()
	return c == "IF" || c == "NEXTIF" || c == "SKIPIF"
}

// refs are the names that a field and those in it ask for.
func (o *mergeOp) refs() (all []*ref) {
	var visit func(f *mergeField)
	visit = func(f *mergeField) {
		if f.command() == "MERGEFIELD" {
			if m := f.merge(); m.ref != nil {
				m.wants()
				all = append(all, m.ref)
			}
		}
		for _, p := range f.instr {
			if p.field != nil {
				visit(p.field)
			}
		}
	}
	visit(o.part.field)
	return all
}

// piece is a text with the properties of its run.
type piece struct{ text, format string }

func (o *mergeOp) run(x *exec, _ *node) {
	for _, p := range x.evaluate(o.part.field) {
		if p.text == "" {
			continue
		}
		x.out = append(x.out, "<"+o.w+"r>"+p.format...)
		x.text(o.w, p.text)
		x.out = append(x.out, "</"+o.w+"r>"...)
	}
}

// evaluate gives what a field prints.
func (x *exec) evaluate(f *mergeField) []piece {
	switch f.command() {
	case "MERGEFIELD":
		return x.mergeField(f)
	case "IF":
		args := f.operands()
		if len(args) < 4 {
			return nil // found before
		}
		if x.judge(args) {
			return x.pieces(args[3], f)
		}
		if len(args) > 4 && !strings.HasPrefix(args[4].plain(), `\*`) {
			return x.pieces(args[4], f)
		}
	case "NEXT":
		x.next()
	case "NEXTIF":
		if args := f.operands(); len(args) > 2 && x.judge(args) {
			x.next()
		}
	case "MERGEREC", "MERGESEQ":
		return []piece{{fmt.Sprint(x.record + 1), f.result}}
	}
	return nil
}

// next goes on to the next record of the data. Behind the last one all values are empty, as Word
// has it.
func (x *exec) next() {
	x.record++
	x.reached = max(x.reached, x.record)
	top := x.frame
	for top.up != nil {
		top = top.up
	}
	top.set = nil
	if x.record < len(x.data.records) {
		top.set = x.data.records[x.record]
	}
}

// pieces gives the text of an argument, each piece with its formatting.
func (x *exec) pieces(o operand, f *mergeField) (all []piece) {
	for _, p := range o {
		if p.field != nil {
			for _, inner := range x.evaluate(p.field) {
				if inner.format == "" {
					inner.format = f.result
				}
				all = append(all, inner)
			}
			continue
		}
		format := p.format
		if format == "" {
			format = f.result
		}
		all = append(all, piece{p.text, format})
	}
	return all
}

func (x *exec) textOf(o operand, f *mergeField) string {
	var b strings.Builder
	for _, p := range x.pieces(o, f) {
		b.WriteString(p.text)
	}
	return b.String()
}

// judge judges the condition of IF and NEXTIF. A pattern with * and ? may stand on the right.
func (x *exec) judge(args []operand) bool {
	none := &mergeField{}
	left, sign, right := x.textOf(args[0], none), args[1].plain(), x.textOf(args[2], none)
	if sign == "<>" {
		sign = "!="
	}
	if (sign == "=" || sign == "!=") && strings.ContainsAny(right, "*?") {
		return matches(right, left) == (sign == "=")
	}
	return compare(left, sign, right)
}

// matches reports whether a text is like a pattern with * and ?.
func matches(pattern, s string) bool {
	p, t := []rune(strings.ToLower(pattern)), []rune(strings.ToLower(s))
	i, j, star, mark := 0, 0, -1, 0
	for j < len(t) {
		switch {
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i++
			j++
		case i < len(p) && p[i] == '*':
			star, mark = i, j
			i++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// mergeField gives the value of a MERGEFIELD as its switches ask for.
func (x *exec) mergeField(f *mergeField) []piece {
	m := f.merge()
	if m.ref == nil {
		return nil
	}
	if x.record >= len(x.data.records) && x.lookup(m.ref.name) == nil {
		return nil // behind the last record
	}
	if m.date != "" {
		m.ref.formats = append(m.ref.formats, call{"date", m.date})
	}
	if m.number != "" {
		m.ref.formats = append(m.ref.formats, call{"number", m.number})
	}
	format := f.result
	for _, c := range m.cases {
		if c == "charformat" {
			format = f.instr[0].format
			continue
		}
		m.ref.formats = append(m.ref.formats, call{caseFormats[c], ""})
	}
	s := x.value(m.ref)
	if s == "" {
		return nil
	}
	return []piece{{m.before + s + m.after, format}}
}

var caseFormats = map[string]string{"upper": "upper", "lower": "lower", "firstcap": "first", "caps": capsFormat, "cardtext": "words"}
