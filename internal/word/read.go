package word

import (
	"errors"
	"io"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
)

// Read reads a Word file. The document is nil when the findings hold an error; warnings and
// hints say what is not in its text. The name is for findings alone. Files of the size of a
// draft take milliseconds; none takes more than two seconds or 300 MB.
func Read(name string, r io.ReaderAt, size int64) (*Document, diag.List) {
	doc, found, err := read(name, r, size)
	if err != nil {
		return nil, diag.List{Finding(name, err)}
	}
	return doc, found
}

func read(name string, from io.ReaderAt, size int64) (*Document, diag.List, error) {
	pkg, err := ooxml.Open(from, size, ooxml.Bounds{})
	if err != nil {
		return nil, nil, err
	}
	r := &reader{file: name, pkg: pkg, doc: &Document{}, budget: newBudget(), counts: make(map[storyKind]*counters),
		stories: make(map[string]*Story)}
	main, err := pkg.Main(ooxml.Word)
	if err != nil {
		return nil, nil, err
	}
	if r.main, err = r.open(main); err != nil {
		return nil, nil, err
	}
	if err := r.prepare(); err != nil {
		return nil, nil, err
	}
	if err := r.readAll(); err != nil {
		return nil, nil, err
	}
	return r.doc, r.findings(main), nil
}

// source is a part with the relations that lead out of it.
type source struct {
	*tree
	name      string
	relations map[string]ooxml.Relation
	all       []ooxml.Relation
}

// reader holds what the reading of one file shares.
type reader struct {
	file      string // for findings
	pkg       *ooxml.Package
	doc       *Document
	budget    *budget
	main      *source
	settings  *tree
	styles    *sheet
	lists     *lists
	notes     [2]*source // footnotes, endnotes
	noteAt    [2]map[string]int32
	noted     [2]map[string]*Note // that a place refers to already
	marked    map[string]*Note    // by the bookmark around a reference to it
	bookmarks map[string]string   // names of the bookmarks that are open, by their ids
	noteNum   [2]noteCount
	comments  map[string]string
	order     []string // ids of comments
	counts    map[storyKind]*counters
	margins   []margins         // of the sections
	stories   map[string]*Story // headers and footers that were read, by part
	waiting   []waitingNote
	number    int // of the last paragraph
	left      []*leftover
	oldFonts  []*Paragraph
}

// storyKind says which lists count on in a text: those of the body do not in a text box.
type storyKind uint8

const (
	inBody storyKind = iota
	inBox
	inNote
	inEndnote
	inMargin
)

// open parses a part with its relations.
func (r *reader) open(p *ooxml.Part) (*source, error) {
	t, err := parsePart(p, r.budget)
	if err != nil {
		return nil, err
	}
	s := &source{tree: t, name: p.Name, relations: make(map[string]ooxml.Relation)}
	if links := r.pkg.Part(ooxml.RelationsName(p.Name)); links != nil {
		if r.budget.bytes -= links.Size; r.budget.bytes < 0 {
			return nil, &ooxml.Error{Why: ooxml.TooLarge, Part: links.Name, Size: links.Size, Err: errHuge}
		}
	}
	if s.all, err = r.pkg.Relations(p.Name); err != nil {
		return nil, err
	}
	for _, rel := range s.all {
		s.relations[rel.ID] = rel
	}
	return s, nil
}

// related opens the part that the document names for a purpose, nil for none.
func (r *reader) related(purpose string) (*source, error) {
	for _, rel := range r.main.all {
		if p := r.pkg.Part(rel.Target); rel.Type == purpose && !rel.External && p != nil {
			return r.open(p)
		}
	}
	return nil, nil
}

// prepare reads the parts that the text needs.
func (r *reader) prepare() error {
	parts := make(map[string]*tree)
	for _, purpose := range [...]string{"theme", "styles", "numbering", "settings"} {
		s, err := r.related(purpose)
		if err != nil {
			return err
		}
		if s != nil {
			parts[purpose] = s.tree
			r.outside(s)
		}
	}
	r.settings = parts["settings"]
	r.styles = readStyles(parts["styles"], parts["theme"])
	r.lists = readLists(parts["numbering"], &r.styles.theme)
	for i, purpose := range [...]string{"footnotes", "endnotes"} {
		s, err := r.related(purpose)
		if err != nil {
			return err
		}
		r.noteNum[i] = noteCount{format: [...]string{"decimal", "lowerRoman"}[i], start: 1}
		if s == nil {
			continue
		}
		r.notes[i], r.noteAt[i], r.noted[i] = s, make(map[string]int32), make(map[string]*Note)
		for c := range s.children(s.root()) {
			id, _ := s.attr(c, "id")
			r.noteAt[i][id] = c
		}
	}
	return r.readComments()
}

// readAll reads the text: body, notes, then headers and footers.
func (r *reader) readAll() error {
	t := r.main.tree
	body := t.child(t.root(), "body")
	if t.nodes[t.root()].space != word || body == 0 {
		return &ooxml.Error{Why: ooxml.Broken, Part: r.main.name, Err: errors.New("no body of a document")}
	}
	r.doc.Sections = []*Section{{}}
	r.readNoteSettings(r.settings, r.rootOf(r.settings))
	s := r.story(r.main, inBody)
	r.doc.Body = s.read(body)
	s.endBody()
	for len(r.waiting) > 0 { // a note may hold references in its turn
		next := r.waiting[0]
		r.waiting = r.waiting[1:]
		r.readNote(next)
	}
	for _, n := range r.notes {
		if n != nil {
			r.outside(n)
		}
	}
	r.leaveComments()
	r.outside(r.main)
	return r.readMargins()
}

func (r *reader) rootOf(t *tree) int32 {
	if t == nil {
		return 0
	}
	return t.root()
}
