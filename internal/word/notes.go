package word

import "strings"

// noteCount counts footnotes or endnotes.
type noteCount struct {
	format string
	start  int
	last   int
	anew   bool // in each section
	in     int  // section of the last one
}

// waitingNote is a note whose reference was read.
type waitingNote struct {
	note *Note
	at   int32
	kind int
}

// readNoteSettings reads how notes are numbered, from the settings or from a section.
func (r *reader) readNoteSettings(t *tree, n int32) {
	if n == 0 {
		return
	}
	for i, name := range [...]string{"footnotePr", "endnotePr"} {
		props := t.child(n, name)
		if props == 0 {
			continue
		}
		if c := t.child(props, "numFmt"); c != 0 {
			r.noteNum[i].format = t.value(c)
		}
		if c := t.child(props, "numStart"); c != 0 {
			r.noteNum[i].start = int(t.measure(c, "val").value)
		}
		if c := t.child(props, "numRestart"); c != 0 {
			r.noteNum[i].anew = t.value(c) == "eachSect"
		}
	}
}

func (c *noteCount) next(section int) string {
	if c.anew && section != c.in {
		c.last = 0
	}
	c.in = section
	c.last++
	return numeral(c.format, c.start+c.last-1)
}

// reference reads the place of a note: its number, and the note itself when the text is done.
func (p *pen) reference(n int32, endnote bool) {
	kind := 0
	if endnote {
		kind = 1
	}
	id, _ := p.attr(n, "id")
	at := p.noteAt[kind][id]
	if p.silent() || p.face.isHidden() {
		if at != 0 {
			p.reader.left = append(p.reader.left,
				&leftover{why: Hidden, at: p.cur, pieces: []string{(&story{source: p.notes[kind]}).plain(at)}})
		}
		return
	}
	if note := p.noted[kind][id]; note != nil { // it is printed once, however often it is named
		p.refer(note)
		return
	}
	note := &Note{Endnote: endnote}
	if own, _ := p.attr(n, "customMarkFollows"); own == "" || own == "0" || own == "false" {
		note.Label = p.noteNum[kind].next(p.section)
	}
	p.refer(note)
	if at == 0 {
		return
	}
	p.noted[kind][id] = note
	p.doc.Notes = append(p.doc.Notes, note)
	p.waiting = append(p.waiting, waitingNote{note, at, kind})
}

// refer writes the mark of a note.
func (p *pen) refer(note *Note) {
	for _, name := range p.bookmarks {
		p.marked[name] = note
	}
	p.flush()
	p.run.Note = note
	if note.Label != "" {
		p.write(note.Label)
		p.flush()
	}
}

// bookmark opens or closes a bookmark: a field NOTEREF names one that stands around a reference.
func (s *story) bookmark(n int32) {
	id, _ := s.attr(n, "id")
	name, opens := s.attr(n, "name")
	switch {
	case !opens:
		delete(s.bookmarks, id)
	case s.bookmarks == nil:
		s.bookmarks, s.marked = map[string]string{id: name}, make(map[string]*Note)
	default:
		s.bookmarks[id] = name
	}
}

// noteOf gives the note that a field refers to once more; nil: it is another field, or says
// where the note stands.
func (s *story) noteOf(instr string) *Note {
	rest, ok := cutCommand(instr, "NOTEREF")
	if !ok || strings.Contains(rest, `\p`) {
		return nil
	}
	name, _, _ := strings.Cut(rest, " ")
	return s.marked[strings.Trim(name, `"`)]
}

// referred makes the first run of a field that refers to a note once more its mark, and reports
// whether that was done before: the rest of the number is no text then. A number that does not
// look like a mark is text.
func (p *pen) referred() bool {
	k := len(p.story.fields)
	if k == 0 || p.story.fields[k-1].note == nil || p.run.Note != nil {
		return false
	}
	f := p.story.fields[k-1]
	before := f.marked
	if !before && p.face.vertical != "superscript" && !strings.Contains(f.instr, `\f`) {
		return false // "chú thích số 1 ở trên"
	}
	p.run.Note, f.marked = f.note, true
	return before
}

func (r *reader) readNote(w waitingNote) {
	s := r.story(r.notes[w.kind], inNote+storyKind(w.kind))
	s.note = w.note
	w.note.Blocks = s.read(w.at)
}

// readComments reads the words of comments; they are no part of the text.
func (r *reader) readComments() error {
	src, err := r.related("comments")
	if err != nil || src == nil {
		return err
	}
	r.comments = make(map[string]string)
	s := &story{reader: r, source: src}
	for c := range src.children(src.root()) {
		if id, ok := src.attr(c, "id"); ok && src.is(c, "comment") {
			r.comments[id] = s.plain(c)
			r.order = append(r.order, id)
		}
	}
	return nil
}

// comment leaves a comment at its place.
func (p *pen) comment(n int32) {
	id, _ := p.attr(n, "id")
	if text, ok := p.comments[id]; ok {
		delete(p.comments, id)
		p.reader.left = append(p.reader.left, &leftover{why: Comment, at: p.cur, pieces: []string{text}})
	}
}

// leaveComments leaves those that nothing leads to.
func (r *reader) leaveComments() {
	for _, id := range r.order {
		if text, ok := r.comments[id]; ok {
			delete(r.comments, id)
			r.left = append(r.left, &leftover{why: Comment, pieces: []string{text}})
		}
	}
}
