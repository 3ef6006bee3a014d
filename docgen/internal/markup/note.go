package markup

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// noteTexts are the notes of a field by their names. Every mark of a name is the same
// note.
type noteTexts struct {
	byName map[string]*noteText
	inside bool // a note is being read
}

type noteText struct {
	note *doc.Note
	line int // of its text
	used bool
}

// isNoteText reports whether a line is the text of a note: "[^1]: ...".
func isNoteText(s string) bool {
	name, end := noteMark(s)
	return name != "" && strings.HasPrefix(s[end:], ":")
}

// noteMark reads "[^name]" at the head of s: its name, and where it ends.
func noteMark(s string) (name string, end int) {
	if !strings.HasPrefix(s, "[^") {
		return "", 0
	}
	end = strings.IndexByte(s, ']')
	if end < 3 || strings.ContainsFunc(s[2:end], isBlank) || strings.IndexByte(s[2:end], '[') >= 0 {
		return "", 0
	}
	return s[2:end], end + 1
}

// collectNotes finds the texts of notes, which may stand behind their marks.
func (p *parser) collectNotes() {
	for i, l := range p.lines {
		if l.s[0] != '[' || !isNoteText(l.s) || i > 0 && p.lines[i-1].more {
			continue
		}
		name, _ := noteMark(l.s)
		if p.notes.byName[name] != nil {
			p.add(l.at, diag.Error, RuleFootnote, fmt.Sprintf("chú thích [^%s] có hai nội dung", name), "[^"+name+"]")
			continue
		}
		if p.notes.byName == nil {
			p.notes.byName = make(map[string]*noteText)
		}
		p.notes.byName[name] = &noteText{note: &doc.Note{}, line: i}
	}
}

// skipNote passes over the text of a note, and gives the line behind it.
func (p *parser) skipNote(i int) int {
	for p.lines[i].more {
		i++
	}
	return i + 1
}

// noteInline gives the note of a mark that stands at an offset.
func (p *parser) noteInline(name string, at int) doc.Inline {
	n := p.notes.byName[name]
	mark := "[^" + name + "]"
	switch {
	case p.notes.inside:
		p.add(at, diag.Error, RuleFootnote, "trong chú thích không đặt chú thích khác", mark)
		return &doc.Text{S: mark}
	case n == nil:
		p.add(at, diag.Error, RuleFootnote,
			fmt.Sprintf("chú thích [^%s] không có nội dung; viết [^%s]: ở một dòng riêng", name, name), mark)
		return &doc.Text{S: mark}
	}
	n.used = true
	return n.note
}

// finishNotes reads the texts of the notes, and finds those that nothing leads to.
func (p *parser) finishNotes() {
	if len(p.notes.byName) == 0 {
		return
	}
	p.notes.inside = true
	for i, l := range p.lines {
		name, end := noteMark(l.s)
		n := p.notes.byName[name]
		if n == nil || n.line != i {
			continue
		}
		s := strings.TrimPrefix(l.s[end:], ":")
		blanks := blanksAt(s, 0)
		n.note.Inlines, _ = p.words(i, s[blanks:], l.at+end+1+blanks)
		if !n.used {
			p.add(l.at, diag.Error, RuleFootnote, fmt.Sprintf("không có chỗ nào dẫn đến chú thích [^%s]", name), "[^"+name+"]")
		}
	}
	p.notes.inside = false
}
