package form

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

const (
	styleCertificate flow.Style = "Giấy khen"
	a3Width                     = 420 * doc.Millimetre
	halfPoint        doc.Length = doc.Point / 2

	heightSteps = 10               // first the place of the signature gives way,
	sizeSteps   = 10 + heightSteps // then the letters
)

// sheet is one certificate on its way to the page. Places are those of an A4 sheet until
// its frames are made.
type sheet struct {
	f      *former
	c      *doc.Certificate
	look   *sheetLook
	design *design
	lines  []*sheetLine // as in the data
}

// sheetLine is a line of a certificate and the place that it gets.
type sheetLine struct {
	*lookLine
	of      *doc.CertificateLine // nil: nothing is printed, only its place is kept
	pinned  bool                 // does not move
	y       doc.Length
	most    doc.Length // height that the office allows; zero: any
	height  doc.Length // that it takes
	at      doc.Length // of its letters
	ready   [][]doc.Inline
	words   [][]lines.Word // measured once; nil: not yet
	text    []*flow.Paragraph
	tooLong bool
}

// certificate is a page of its own, whose lines share the height.
func (f *former) certificate(c *doc.Certificate) {
	s := &sheet{f: f, c: c, look: certificateLook()}
	s.design = s.look.design(c.Design)
	margin := doc.MM(10)
	page := flow.PageSetup{Width: s.scaled(s.look.Width), Height: s.scaled(s.look.Height), Top: margin, Bottom: margin, Left: margin,
		Right: margin}
	if f.untouched() {
		f.section.Page = page
	} else {
		f.openSection(page)
	}
	f.section.Numbers = flow.PageNumbers{}
	s.open()
	if c.Ruler {
		f.section.Frames = s.ruler()
		return
	}
	if !c.Overprint {
		f.section.Frames = []*flow.Frame{s.ornament()}
	}
	for i := range s.look.Columns {
		s.column(&s.look.Columns[i])
	}
	for _, l := range s.lines {
		if frame := s.frame(l); frame != nil {
			f.section.Frames = append(f.section.Frames, frame)
		}
	}
}

// open takes the lines that the certificate has, with what the office wants of them.
func (s *sheet) open() {
	given := make(map[string]*doc.CertificateLine, len(s.c.Lines))
	for i := range s.c.Lines {
		l := &s.c.Lines[i]
		if s.look.line(l.Name) == nil {
			s.f.fail("a Certificate has the unknown line %q", l.Name)
		}
		given[l.Name] = l
	}
	for i := range s.look.Lines {
		look := s.look.Lines[i] // a copy: what the office wants goes into it
		l := &sheetLine{lookLine: &look, of: given[look.ID]}
		if l.of == nil && s.hasWords(l) {
			l.of = &doc.CertificateLine{At: s.c.At}
		}
		shown := !s.c.Overprint || !look.Printed
		if s.c.Emblem {
			look.Y += look.Below
		}
		if own := l.of; own != nil {
			for _, o := range [...]struct{ from, to *doc.Length }{
				{own.X, &look.X}, {own.Y, &look.Y}, {own.Width, &look.Width}, {own.Height, &look.Height}, {own.Size, &look.Size},
			} {
				if o.from != nil {
					*o.to = s.unscaled(*o.from)
				}
			}
			l.pinned = own.Y != nil
			if own.Height != nil {
				l.most = look.Height
			}
			shown = (shown || own.Shown) && !own.Hidden
		}
		if l.of != nil && shown && s.hasWords(l) || s.c.Ruler {
			s.lines = append(s.lines, l)
		} else if s.c.Overprint && look.Printed && look.Column != "" {
			l.of, l.pinned = nil, true // it stands on the blank: others keep off
			s.lines = append(s.lines, l)
		}
		l.y = look.Y
	}
}

// hasWords reports whether there is anything to print in a line.
func (s *sheet) hasWords(l *sheetLine) bool {
	switch l.ID {
	case "nation":
		return s.f.p.Head.NationText != ""
	case "motto":
		return s.f.p.Head.MottoText != ""
	case "signature":
		return true // its place is kept, and named for signing software
	}
	return l.of != nil && (l.of.Picture != nil || len(l.of.Words) > 0)
}

// said gives what is printed in a line, a paragraph each.
func (s *sheet) said(l *sheetLine) [][]doc.Inline {
	switch {
	case l.ID == "nation":
		return [][]doc.Inline{s.f.text(s.f.p.Head.NationText)}
	case l.ID == "motto":
		return [][]doc.Inline{s.f.text(s.f.p.Head.MottoText)}
	case l.of == nil:
		return nil
	}
	return l.of.Words
}

// column places the lines of a column. Those that do not move part it; what is between
// them shares its height.
func (s *sheet) column(col *lookColumn) {
	var lines []*sheetLine
	for _, l := range s.lines {
		if l.Column == col.ID {
			lines = append(lines, l)
		}
	}
	end := col.Bottom
	for _, l := range s.lines {
		if l.ID == col.Before {
			end = l.y - col.Distance
		}
	}
	top := col.Top
	if s.c.Emblem {
		top += col.Below
	}
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && !lines[n].pinned {
			n++
		}
		bottom := end
		if n < len(lines) {
			bottom = lines[n].y - lines[n].Gap
		}
		top = s.share(lines[:n], top, bottom)
		lines = lines[n:]
	}
}

// share places lines between top and bottom, the first of which may be pinned, and gives
// where they end. Where they stand as usual, or a little lower, that is done; otherwise
// they close up and get smaller together, as little as is needed.
func (s *sheet) share(lines []*sheetLine, top, bottom doc.Length) doc.Length {
	end := top
	for i, l := range lines {
		s.set(l, 0)
		if i > 0 {
			l.y = max(l.y, end+l.Gap)
		}
		end = l.y + l.height
	}
	if end <= bottom && lines[0].y >= top {
		s.report(lines, false)
		return end
	}
	if lines[0].pinned {
		top = lines[0].y
	}
	for step := 1; ; step++ {
		sum := doc.Length(0)
		for i, l := range lines {
			s.set(l, step)
			if sum += l.height; i > 0 {
				sum += l.Gap
			}
		}
		if sum > bottom-top && step < sizeSteps {
			continue
		}
		spare := max(bottom-top-sum, 0) / doc.Length(len(lines)+1)
		end = top
		for i, l := range lines {
			if i > 0 {
				end += l.Gap
			}
			if !l.pinned {
				end += spare
			}
			l.y = end
			end += l.height
		}
		s.report(lines, sum > bottom-top)
		return end
	}
}

// set breaks a line in letters as large as the step allows.
func (s *sheet) set(l *sheetLine, step int) {
	switch {
	case len(l.Fits) == 0:
		l.height = l.Height
		if l.Least > 0 {
			l.height -= (l.Height - l.Least) * doc.Length(min(step, heightSteps)) / heightSteps
		}
		return
	case l.of == nil:
		l.height = l.Height // it stands on the blank
		return
	case l.tooLong:
		return
	case l.words == nil:
		s.measure(l)
	}
	last := l.Fits[len(l.Fits)-1]
	largest := l.Size
	if step > heightSteps && last.Least < largest {
		largest -= (largest - last.Least) * doc.Length(step-heightSteps) / (sizeSteps - heightSteps)
		largest -= largest % halfPoint
	}
	for _, fit := range l.Fits {
		for size := largest; size >= min(fit.Least, largest); size -= halfPoint {
			if n, wide := s.linesAt(l, size); n > fit.Lines || wide > l.Width {
				continue
			}
			n, wide := s.breakLines(l, size)
			if n <= fit.Lines && wide <= l.Width && (l.most == 0 || l.height <= l.most) {
				return
			}
		}
	}
	l.tooLong = true
	s.typeset(l, min(last.Least, largest))
	l.height = doc.Length(last.Lines) * decree.Face{Size: l.at}.SingleLine()
}

// measure makes the words of a line ready, and measures them once for all sizes.
func (s *sheet) measure(l *sheetLine) {
	face := decree.Face{Size: l.Size, Style: decree.Style{Bold: l.Bold, Italic: l.Italic}}
	for _, in := range s.said(l) {
		in := s.f.ready(&l.of.At, in, false)
		switch l.ID {
		case "position":
			in = s.f.eachText(in, s.f.authorityMark)
		case "name":
			in = s.f.eachText(in, func(s string) string { return strings.ReplaceAll(s, "-", string(doc.NoBreakHyphen)) })
		}
		l.ready = append(l.ready, in)
		l.words = append(l.words, slices.Clone(s.f.split(in, face)))
	}
}

// linesAt gives how many lines the words need at least in letters of a size, and the
// width of the longest.
func (s *sheet) linesAt(l *sheetLine, size doc.Length) (number int, wide doc.Length) {
	for _, words := range l.words {
		set := lines.Fill(words, lines.Room(l.Width, size))
		number, wide = number+set.Lines, max(wide, lines.Length(set.Longest, size))
	}
	return number, wide
}

// typeset makes the paragraphs of a line in letters of a size, their lines not balanced.
func (s *sheet) typeset(l *sheetLine, size doc.Length) {
	if l.words == nil {
		s.measure(l)
	}
	l.at, l.text = size, nil
	for _, in := range l.ready {
		p := &flow.Paragraph{
			At: &l.of.At, Style: styleCertificate, Font: flow.Font{Size: size, Bold: l.Bold,
				Italic: l.Italic}, Align: doc.Center, Inlines: in,
		}
		if l.Red {
			p.Font.Color = s.design.Ink
		}
		if l.Left {
			p.Align = doc.Left
		}
		l.text = append(l.text, p)
	}
}

// breakLines makes the paragraphs of a line in letters of a size, and gives the number of
// lines and the width of the longest.
func (s *sheet) breakLines(l *sheetLine, size doc.Length) (number int, wide doc.Length) {
	s.typeset(l, size)
	face := decree.Face{Size: size, Style: decree.Style{Bold: l.Bold, Italic: l.Italic}}
	for i, p := range l.text {
		set := lines.Fill(l.words[i], lines.Room(l.Width, size))
		n, longest := set.Lines, lines.Length(set.Longest, size)
		if !l.Left {
			var b balanced
			p.Inlines, b = s.f.centre(p.Inlines, face, l.Width)
			p.LeftIndent, p.RightIndent = b.indent, b.indent
			n, longest = b.lines, b.longest
		}
		number, wide = number+n, max(wide, longest)
	}
	l.height = doc.Length(number) * decree.Face{Size: size}.SingleLine()
	return number, wide
}

// report notes the lines that cannot fit, each at its own key.
func (s *sheet) report(lines []*sheetLine, crowded bool) {
	longest := lines[0]
	for _, l := range lines {
		if l.height > longest.height && len(l.Fits) > 0 {
			longest = l
		}
		if l.tooLong {
			s.noRoom(l)
			crowded = false
		}
	}
	if crowded {
		s.noRoom(longest)
	}
}

func (s *sheet) noRoom(l *sheetLine) {
	if l.of == nil || len(l.Fits) == 0 {
		return
	}
	if l.words == nil {
		s.measure(l)
	}
	words := plainWords(s.said(l))
	d := &diag.Diagnostic{
		Pos: l.of.At, Rule: ruleCertificate, Found: words, Fix: diag.RuleOf(ruleCertificate).Help,
		Message: fmt.Sprintf("không còn chỗ trên giấy khen cho %s: %q rộng hoặc cao quá chỗ của dòng ấy, kể cả khi chữ nhỏ nhất",
			l.Title, words),
	}
	last := l.Fits[len(l.Fits)-1]
	size := min(last.Least, l.Size)
	if lines, _ := s.linesAt(l, size); lines > last.Lines {
		d.Message = fmt.Sprintf("%s dài quá chỗ của giấy khen: %q cần %d dòng cỡ chữ %s, chỗ ấy có nhiều nhất %d dòng",
			l.Title, words, lines, vi.FormatDecimal(int64(size/halfPoint)*5, 1), last.Lines)
	}
	s.f.found.Add(d)
}

// frame makes the box of a line; nil where there is nothing to see or to name.
func (s *sheet) frame(l *sheetLine) *flow.Frame {
	if l.of == nil {
		return nil
	}
	if l.Column == "" || l.height == 0 {
		l.height = l.Height
	}
	if len(l.Fits) == 0 {
		s.typeset(l, l.Size)
	}
	f := &flow.Frame{
		At: &l.of.At, Name: l.ID, X: s.scaled(l.X) + s.c.ShiftX, Y: s.scaled(l.y) + s.c.ShiftY,
		Width: s.scaled(l.Width), Height: s.scaled(max(l.height, min(l.Height, s.roomBelow(l)))),
	}
	if p := l.of.Picture; p != nil {
		w, h := fit(p, f.Width, s.scaled(l.height))
		f.Height, f.VAlign = s.scaled(l.height), flow.Middle
		f.Blocks = []flow.Block{&flow.Figure{At: &l.of.At, Picture: p, Width: w, Height: h, Align: doc.Center}}
		return f
	}
	for _, p := range l.text {
		if s.c.Large {
			p.Font.Size = s.scaled(p.Font.Size) / halfPoint * halfPoint
			p.LeftIndent, p.RightIndent = s.scaled(p.LeftIndent), s.scaled(p.RightIndent)
		}
		f.Blocks = append(f.Blocks, p)
	}
	// The line under the motto; where there is no motto, as on papers of the Party, under
	// the words above.
	if l.ID == "motto" || l.ID == "nation" && s.f.p.Head.MottoText == "" {
		f.Blocks = append(f.Blocks, &flow.Rule{At: &l.of.At, Length: s.scaled(60 * doc.Millimetre), Thickness: doc.Pt(0.75),
			Align: doc.Center, Before: doc.Pt(2)})
	}
	return f
}

// roomBelow is how far the next line of the column is, or a great length.
func (s *sheet) roomBelow(l *sheetLine) doc.Length {
	room := s.look.Height
	for _, o := range s.lines {
		if o.Column == l.Column && o.y > l.y {
			room = min(room, o.y-l.y)
		}
	}
	return room
}

// scaled gives a length of the A4 sheet on the sheet at hand, unscaled the other way.
func (s *sheet) scaled(l doc.Length) doc.Length {
	if !s.c.Large {
		return l
	}
	return l * a3Width / s.look.Width
}

func (s *sheet) unscaled(l doc.Length) doc.Length {
	if !s.c.Large {
		return l
	}
	return l * s.look.Width / a3Width
}

// plainWords gives the text of paragraphs.
func plainWords(paragraphs [][]doc.Inline) string {
	var words []string
	for _, in := range paragraphs {
		for _, n := range in {
			_ = doc.Inspect(n, func(n any) bool {
				switch n := n.(type) {
				case *doc.Text:
					words = append(words, strings.Fields(n.S)...)
				case *doc.Blank:
					words = append(words, strings.Fields(n.Value)...)
				}
				return true
			})
		}
	}
	return strings.Join(words, " ")
}
