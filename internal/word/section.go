package word

// endSection settles the section that ends at a sectPr; what follows is another one.
func (s *story) endSection(n int32) {
	if s.kind != inBody {
		return
	}
	s.readSection(n, s.doc.Sections[s.section])
	s.readMargin(n)
	s.readNoteSettings(s.tree, n)
	s.section++
	s.doc.Sections = append(s.doc.Sections, &Section{})
}

// endBody drops the section behind the last one. A body may end without saying what its last
// section is: then it goes on as the one before.
func (s *story) endBody() {
	if s.ended {
		s.doc.Sections = s.doc.Sections[:s.section]
		return
	}
	var m margins
	if k := s.section; k > 0 {
		m = s.reader.margins[k-1]
		*s.doc.Sections[k] = *s.doc.Sections[k-1]
	}
	s.reader.margins = append(s.reader.margins, m)
}

func (s *story) readSection(n int32, sec *Section) {
	for c := range s.children(n) {
		if s.nodes[c].space != word {
			continue
		}
		switch s.nodes[c].name {
		case "type":
			sec.Continuous = s.value(c) == "continuous"
		case "pgSz":
			turned, _ := s.attr(c, "orient")
			sec.Landscape = turned == "landscape"
		}
	}
}

// margins are the parts that a section names, printed or not; one that names none takes that of
// the section before.
type margins struct {
	parts [2][3]string // headers and footers: default, first, even
	title bool         // the first page has its own
}

var marginTypes = [...]string{"default", "first", "even"}

func (s *story) readMargin(n int32) {
	var m margins
	if k := len(s.reader.margins); k > 0 {
		m.parts = s.reader.margins[k-1].parts
	}
	for c := range s.children(n) {
		which := -1
		switch {
		case s.is(c, "headerReference"):
			which = 0
		case s.is(c, "footerReference"):
			which = 1
		case s.is(c, "titlePg"):
			m.title = s.isOn(c)
			continue
		default:
			continue
		}
		kind, _ := s.attr(c, "type")
		for i, name := range marginTypes {
			if kind == name || kind == "" && i == 0 {
				m.parts[which][i] = s.relations[s.source.link(c, "id")].Target
			}
		}
	}
	s.reader.margins = append(s.reader.margins, m)
}

// readMargins reads the headers and footers that are printed, each part once.
func (r *reader) readMargins() error {
	even := false
	if t := r.settings; t != nil {
		if c := t.child(t.root(), "evenAndOddHeaders"); c != 0 {
			even = t.isOn(c)
		}
	}
	for i, m := range r.margins {
		printed := [...]bool{true, m.title, even}
		for which, margin := range [...]*Margin{&r.doc.Sections[i].Header, &r.doc.Sections[i].Footer} {
			for k, to := range [...]**Story{&margin.Default, &margin.First, &margin.Even} {
				if !printed[k] || m.parts[which][k] == "" {
					continue
				}
				var err error
				if *to, err = r.marginStory(m.parts[which][k]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// marginStory reads a header or footer, nil for a part that is not there.
func (r *reader) marginStory(name string) (*Story, error) {
	if s, ok := r.stories[name]; ok {
		return s, nil
	}
	part := r.pkg.Part(name)
	if part == nil {
		return nil, nil
	}
	src, err := r.open(part)
	if err != nil {
		return nil, err
	}
	r.outside(src)
	s := &Story{}
	r.stories[name] = s
	s.Blocks = r.story(src, inMargin).read(src.root())
	return s, nil
}
