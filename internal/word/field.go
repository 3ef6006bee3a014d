package word

import (
	"strconv"
	"strings"
)

// fieldMark is a fldChar whose fellows stand in the same text, outside of deletions.
type fieldMark uint8

const (
	fieldBegin fieldMark = iota + 1
	fieldSeparate
	fieldEnd
)

// field is a complex field that is being read. Its instruction is not printed, its result is.
type field struct {
	result  bool // the instruction is over
	printed bool
	instr   string
	note    *Note  // that it refers to
	marked  bool   // and whose mark was written
	stands  string // what Word prints when the file holds no result
	leads   bool   // its result is a link
	link    string // in which it stands
}

// matchFields finds the fields below an element. Marks without fellows, as when half a field
// lies in a deletion, are none: no text disappears behind them.
func (s *story) matchFields(n int32) map[int32]fieldMark {
	marks := make(map[int32]fieldMark)
	var open []fieldMarks
	s.scanFields(n, marks, &open)
	return marks
}

type fieldMarks struct{ begin, separate int32 }

func (s *story) scanFields(n int32, marks map[int32]fieldMark, open *[]fieldMarks) {
	for c := range s.children(n) {
		e := &s.nodes[c]
		switch {
		case e.space == word && (e.name == "del" || e.name == "moveFrom") || e.name == "txbxContent" || e.name == "pPr" || e.name == "rPr":
			continue
		case e.space != word || e.name != "fldChar":
			s.scanFields(c, marks, open)
			continue
		}
		switch kind, _ := s.attr(c, "fldCharType"); kind {
		case "begin":
			*open = append(*open, fieldMarks{begin: c})
		case "separate":
			if len(*open) > 0 && (*open)[len(*open)-1].separate == 0 {
				(*open)[len(*open)-1].separate = c
			}
		case "end":
			if len(*open) == 0 {
				continue
			}
			f := (*open)[len(*open)-1]
			*open = (*open)[:len(*open)-1]
			marks[f.begin], marks[c] = fieldBegin, fieldEnd
			if f.separate != 0 {
				marks[f.separate] = fieldSeparate
			}
		}
	}
}

// silent reports whether the text stands in the instruction of a field.
func (s *story) silent() bool { return s.instructing > 0 }

func (p *pen) fieldChar(n int32) {
	switch p.marks[n] {
	case fieldBegin:
		f := &field{}
		if data := p.child(n, "ffData"); data != 0 {
			f.stands = p.formField(data)
		}
		p.story.fields = append(p.story.fields, f)
		p.instructing++
	case fieldSeparate:
		if k := len(p.story.fields); k > 0 && !p.story.fields[k-1].result {
			p.story.fields[k-1].result = true
			f := p.story.fields[k-1]
			f.note = p.noteOf(f.instr)
			p.instructing--
			if to := addressIn(f.instr); to != "" {
				p.flush()
				f.leads, f.link = true, p.story.link
				p.story.link, p.run.Link = to, to
			}
		}
	case fieldEnd:
		k := len(p.story.fields)
		if k == 0 {
			return
		}
		f := p.story.fields[k-1]
		p.story.fields = p.story.fields[:k-1]
		if !f.result {
			p.instructing--
		}
		if f.leads {
			p.flush()
			p.story.link, p.run.Link = f.link, f.link
		}
		if k > 1 && f.printed {
			p.story.fields[k-2].printed = true
		}
		p.namesOutside(f.instr)
		if f.printed {
			return
		}
		if f.stands == "" {
			f.stands = p.reckoned(f.instr)
		}
		p.write(f.stands)
	}
}

// addressIn gives the address of a field HYPERLINK; empty for another field, or a place in the file.
func addressIn(instr string) string {
	rest, ok := cutCommand(instr, "HYPERLINK")
	if !ok || !strings.HasPrefix(rest, `"`) {
		return ""
	}
	to, _, _ := strings.Cut(rest[1:], `"`)
	return to
}

// reckoned gives what Word prints of a field whose result is in no file. What is not reckoned here
// is named.
func (s *story) reckoned(instr string) string {
	for _, command := range [...]string{"MACROBUTTON", "GOTOBUTTON"} {
		if button, ok := cutCommand(instr, command); ok {
			_, text, _ := strings.Cut(button, " ")
			return text
		}
	}
	if symbol, ok := cutCommand(instr, "SYMBOL"); ok {
		return symbolOf(symbol)
	}
	for _, command := range [...]string{"EQ", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "DISPLAYBARCODE", "MERGEBARCODE"} {
		if _, ok := cutCommand(instr, command); ok {
			s.leave(Unread, "trường "+strings.Join(strings.Fields(instr), " "))
			return ""
		}
	}
	return ""
}

// symbolOf gives the sign of a field SYMBOL: its number, and the font that draws it.
func symbolOf(instr string) string {
	fields := strings.Fields(strings.ReplaceAll(instr, `"`, " "))
	if len(fields) == 0 {
		return ""
	}
	code, err := strconv.ParseUint(fields[0], 0, 16)
	if err != nil || code < ' ' {
		return ""
	}
	font := ""
	if _, after, ok := strings.Cut(strings.ReplaceAll(instr, `"`, " ")+` \`, `\f`); ok {
		font, _, _ = strings.Cut(after, `\`)
	}
	return string(sign(strings.TrimSpace(font), rune(code)))
}

// instruct adds to the instruction of the innermost field.
func (p *pen) instruct(text string) {
	const longest = 500
	if k := len(p.story.fields); k > 0 && !p.story.fields[k-1].result && len(p.story.fields[k-1].instr) < longest {
		p.story.fields[k-1].instr += cut(text, longest)
	}
}

// formField gives what an old form field shows: its box, or the entry that is chosen.
func (s *story) formField(data int32) string {
	if box := s.child(data, "checkBox"); box != 0 {
		state := s.child(box, "checked")
		if state == 0 {
			state = s.child(box, "default")
		}
		if state != 0 && s.isOn(state) {
			return "☒"
		}
		return "☐"
	}
	choice := s.child(data, "ddList")
	if choice == 0 {
		return ""
	}
	at := Twips(0)
	for _, name := range [...]string{"default", "result"} {
		if c := s.child(choice, name); c != 0 {
			at = s.measure(c, "val").value
		}
	}
	for c := range s.children(choice) {
		if s.is(c, "listEntry") {
			if at == 0 {
				return s.value(c)
			}
			at--
		}
	}
	return ""
}

// namesOutside reports a field that would open another file.
func (s *story) namesOutside(instr string) {
	for _, command := range [...]string{"INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "DDEAUTO", "DDE", "LINK", "DATABASE", "IMPORT", "RD"} {
		if _, ok := cutCommand(instr, command); ok {
			s.leave(Outside, strings.Join(strings.Fields(instr), " "))
			return
		}
	}
}

// cutCommand gives what follows the name of a field.
func cutCommand(instr, name string) (string, bool) {
	instr = strings.TrimSpace(instr)
	if len(instr) < len(name) || !strings.EqualFold(instr[:len(name)], name) {
		return "", false
	}
	rest := instr[len(name):]
	if rest != "" && rest[0] != ' ' {
		return "", false
	}
	return strings.TrimSpace(rest), true
}
