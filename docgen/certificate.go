package docgen

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// spot is the place of one line of a certificate: millimetres from the top left
// corner of an A4 sheet on its side, and the look of its letters.
type spot struct {
	line       string
	x, y, w, h float64
	size       float64 // pt
	bold, ital bool
	red        bool
	align      doc.Align
	printed    bool    // stands on the usual pre-printed blank already
	below      float64 // how much lower it stands where an emblem takes the top
}

// spots is the usual layout, from the top. It follows practice: the pattern that
// the law has for certificates was not at hand, and no conformity is claimed.
var spots = [...]spot{
	{"emblem", 136.5, 17, 24, 24, 0, false, false, false, doc.Center, true, 0},
	{"nation", 40, 22, 217, 8, 14, true, false, false, doc.Center, true, 20},
	{"motto", 40, 29, 217, 11, 14, true, false, false, doc.Center, true, 20},
	{"giver", 30, 46, 237, 10, 18, true, false, true, doc.Center, false, 15},
	{"give", 40, 58, 217, 8, 16, true, false, false, doc.Center, true, 14},
	{"words", 30, 66, 237, 22, 44, true, false, true, doc.Center, true, 13},
	{"name", 30, 90, 237, 14, 26, true, false, false, doc.Center, false, 12},
	{"role", 35, 104, 227, 9, 15, false, true, false, doc.Center, false, 11},
	{"achievement", 35, 114, 227, 20, 16, false, false, false, doc.Center, false, 10},
	{"decision", 25, 166, 125, 7, 12, false, true, false, doc.Left, false, 5},
	{"register", 25, 173, 125, 7, 12, false, true, false, doc.Left, false, 5},
	{"date", 160, 136, 112, 8, 14, false, true, false, doc.Center, false, 8},
	{"position", 160, 143, 112, 14, 14, true, false, false, doc.Center, false, 8},
	{"signature", 190, 157, 52, 24, 14, false, false, false, doc.Center, false, 8},
	{"signer", 160, 181, 112, 8, 14, true, false, false, doc.Center, false, 5},
}

const (
	sheetWidth, sheetHeight = 297.0, 210.0 // A4 on its side
	certificateInk          = doc.Color(0xC00000)
	leastName               = 14.0 // pt: a name is never smaller, and never broken
)

// certificate is what one certificate says.
type certificate struct {
	at                                          diag.Pos
	giver, give, words, name, role, achievement string
	decision                                    []doc.Inline
	register                                    string
	place                                       string
	date                                        plan.Date
	position                                    []string
	signer                                      string
	signature                                   *doc.Picture
	draft                                       bool
}

// sheet draws a certificate as its layout says. path names the layout's key.
func (c *Composer) sheet(k *certificate, l *plan.CertificateLayout, path string) *doc.Sheet {
	if l == nil {
		l = &plan.CertificateLayout{}
	}
	g := &grid{scale: 1, right: millimetres(l.Right), down: millimetres(l.Down)}
	if l.Paper == "A3" {
		g.scale = 420 / sheetWidth
	}
	s := &doc.Sheet{At: k.at, Page: g.page()}
	if !l.Overprint {
		s.Frames = append(s.Frames, g.border(12, 1.5), g.border(14.5, 0.5))
	}
	for _, sp := range spots {
		sp = sp.under(l.Emblem)
		shown := !l.Overprint || !sp.printed
		for i := range l.Spots {
			if own := &l.Spots[i]; own.Line == sp.line {
				sp, shown = sp.with(own, g.scale), (shown || own.Shown) && !own.Hidden
			}
		}
		if !shown {
			continue
		}
		if f := c.certificateLine(k, l, path, g, sp); f != nil {
			s.Frames = append(s.Frames, f)
		}
	}
	if k.draft {
		s.Frames = append(s.Frames, g.frame(k.at, spot{line: "", x: 25, y: 18, w: 45, h: 8, size: 13, bold: true, align: doc.Left}, doc.T("DỰ THẢO")))
	}
	return s
}

// grid turns places of the usual layout into those of the sheet.
type grid struct{ scale, right, down float64 }

func (g *grid) mm(v float64) doc.Length { return doc.MM(v * g.scale) }

func (g *grid) page() doc.PageSetup {
	margin := doc.MM(10)
	return doc.PageSetup{Width: g.mm(sheetWidth), Height: g.mm(sheetHeight), Top: margin, Bottom: margin, Left: margin, Right: margin}
}

// border gives a frame of the ornament, so far from the sheet's edge.
func (g *grid) border(inset, thickness float64) *doc.Frame {
	return &doc.Frame{
		X: g.mm(inset) + doc.MM(g.right), Y: g.mm(inset) + doc.MM(g.down),
		Width: g.mm(sheetWidth - 2*inset), Height: g.mm(sheetHeight - 2*inset),
		Border: doc.Pt(thickness), Color: certificateInk, Role: doc.RoleArtifact,
	}
}

// frame gives a box with one paragraph a line.
func (g *grid) frame(at diag.Pos, s spot, lines ...[]doc.Inline) *doc.Frame {
	f := &doc.Frame{At: at, Name: s.line, X: g.mm(s.x) + doc.MM(g.right), Y: g.mm(s.y) + doc.MM(g.down), Width: g.mm(s.w), Height: g.mm(s.h)}
	for _, in := range lines {
		p := &doc.Paragraph{
			At: at, Style: "Giấy khen", Font: doc.Font{Size: doc.Pt(s.size * g.scale), Bold: s.bold, Italic: s.ital}, Align: s.align, Inlines: in,
		}
		if s.red {
			p.Font.Color = certificateInk
		}
		f.Blocks = append(f.Blocks, p)
	}
	return f
}

// under gives the spot below an emblem, or as it is without one.
func (s spot) under(emblem string) spot {
	if emblem != "" {
		s.y += s.below
	}
	return s
}

// with gives the spot with what the office has chosen. Its places are those of the
// sheet itself, whatever its size.
func (s spot) with(own *plan.CertificateSpot, scale float64) spot {
	for _, f := range []struct {
		from plan.Number
		to   *float64
	}{{own.X, &s.x}, {own.Y, &s.y}, {own.Width, &s.w}, {own.Height, &s.h}, {own.Size, &s.size}} {
		if f.from != "" {
			*f.to = millimetres(f.from) / scale
		}
	}
	return s
}

// millimetres gives a figure of the layout, 0 for none.
func millimetres(n plan.Number) float64 {
	r := n.Rat()
	if r == nil {
		return 0
	}
	f, _ := new(big.Rat).Set(r).Float64()
	return f
}

// certificateLine gives the box of one line, nil when there is nothing to print.
func (c *Composer) certificateLine(k *certificate, l *plan.CertificateLayout, path string, g *grid, s spot) *doc.Frame {
	var lines [][]doc.Inline
	switch s.line {
	case "emblem":
		return c.emblem(l, path, g, s)
	case "nation":
		lines = [][]doc.Inline{doc.T(c.profile.Head.NationText)}
	case "motto":
		f := g.frame(k.at, s, doc.T(c.profile.Head.MottoText))
		f.Blocks = append(f.Blocks, &doc.Rule{At: k.at, Length: g.mm(60), Thickness: doc.Pt(0.75), Align: doc.Center, Before: doc.Pt(2)})
		return f
	case "giver":
		lines = [][]doc.Inline{title(vi.Upper(k.giver))}
	case "give":
		if k.give != "" {
			lines = [][]doc.Inline{title(k.give)}
		}
	case "words":
		lines = [][]doc.Inline{title(vi.Upper(k.words))}
	case "name":
		s = c.fit(s, k.name, k.at)
		lines = [][]doc.Inline{title(k.name)}
	case "role":
		lines = [][]doc.Inline{title(k.role)}
	case "achievement":
		lines = [][]doc.Inline{title(k.achievement)}
	case "decision":
		lines = [][]doc.Inline{k.decision}
	case "register":
		if k.register != "" {
			lines = [][]doc.Inline{doc.T("Vào sổ khen thưởng số: " + vi.PaperNumber(k.register))}
		}
	case "date":
		lines = [][]doc.Inline{c.profile.Head.DateLine(k.place+", ", "date.", k.date.Year, k.date.Month, k.date.Day)}
	case "position":
		for _, p := range k.position {
			lines = append(lines, title(vi.Upper(p)))
		}
	case "signature":
		f := g.frame(k.at, s)
		if k.signature != nil {
			f.Blocks = []doc.Block{&doc.Figure{At: k.at, Picture: k.signature, Width: f.Width, Height: f.Height, Align: doc.Center}}
		}
		return f
	case "signer":
		lines = [][]doc.Inline{title(k.signer)}
	}
	if len(lines) == 0 || lines[0] == nil {
		return nil
	}
	return g.frame(k.at, s, lines...)
}

// emblem gives the box of the national emblem "Quốc huy", a file that the office
// gives; without one nothing is drawn.
func (c *Composer) emblem(l *plan.CertificateLayout, path string, g *grid, s spot) *doc.Frame {
	if l.Emblem == "" {
		return nil
	}
	p, d := c.Picture(l.Emblem, "Quốc huy")
	if d != nil {
		c.Add(field(path, "emblem"), d)
		return nil
	}
	f := g.frame(c.At(path), s)
	f.Blocks = []doc.Block{&doc.Figure{At: f.At, Picture: p, Width: f.Width, Height: f.Height, Align: doc.Center}}
	return f
}

// fit gives a spot whose size lets the text stand on one line: a name is never
// broken. Where even the least size is too large it is a finding.
func (c *Composer) fit(s spot, text string, at diag.Pos) spot {
	width := func() doc.Length {
		return c.textWidth(text, doc.Font{Size: doc.Pt(s.size), Bold: s.bold, Italic: s.ital})
	}
	for s.size > leastName && width() > doc.MM(s.w) {
		s.size--
	}
	if width() > doc.MM(s.w) {
		c.found.Add(&diag.Diagnostic{Pos: at, Rule: ruleLongName, Found: text, Message: fmt.Sprintf("tên %q quá dài, không in vừa một dòng của giấy khen", text)})
	}
	return s
}

// certificateName gives the name as certificates print it: Ông NGUYỄN VĂN A, Hộ
// gia đình ông NGUYỄN VĂN A, a collective's name alone.
func certificateName(kind plan.Recipient, honorific, name string) string {
	bare := (&plan.Awardee{Kind: kind, Honorific: honorific, Name: name}).BareName()
	switch kind {
	case plan.Collective:
		return vi.Upper(name)
	case plan.Household:
		if bare != name && honorific == "" {
			return vi.Upper(name) // "Hộ ông Lê Chín"
		}
		return strings.Join(strings.Fields("Hộ gia đình "+vi.Lower(honorific)+" "+vi.Upper(bare)), " ")
	}
	return strings.TrimSpace(honorific + " " + vi.Upper(bare))
}

// certificateOf gives a certificate that is a file of its own.
func (c *Composer) certificateOf(k *plan.Certificate) *doc.Document {
	words := orElse(k.Words, "GIẤY KHEN")
	give := "TẶNG"
	switch {
	case vi.Fold(words) == "chứng nhận": // ... đạt danh hiệu ...
		give = ""
	case k.Posthumous:
		give = "TRUY TẶNG"
	}
	out := &certificate{
		at: c.At("name"), giver: orElse(k.Giver, vi.JoinPost("Chủ tịch", k.Issuer.Name)), give: give, words: words,
		name: certificateName(k.Recipient, k.Honorific, k.Name), role: vi.UpperFirst(vi.JoinComma(k.Role, k.Unit)), achievement: k.Achievement,
		register: k.Register, place: k.Issuer.Place, date: k.Date, draft: k.Draft != "",
	}
	if k.Decision != (plan.PaperRef{}) {
		d := &k.Decision
		in := plan.Prose(markup.Cite(d.Number, orElse(d.Symbol, "QĐ-"+orElse(k.Issuer.Abbreviation, "UBND")), d.Date.Year, d.Date.Month, d.Date.Day))
		out.decision = c.Wording("khen-thuong/certificate-decision", "decision", struct{ DecisionRef plan.Prose }{in})
	}
	if signers := k.AllSigners(); len(signers) > 0 {
		s := &signers[len(signers)-1]
		out.position, out.signer = s.AuthorityLines(), s.Name
		out.signature = c.signature("signer.signature", s.Signature)
	}
	if k.Posthumous && give != "" && k.Layout != nil && k.Layout.Overprint {
		c.Add("posthumous", &diag.Diagnostic{
			Level: diag.Warning, Rule: rulePreprinted, Found: out.name,
			Message: fmt.Sprintf("phôi in sẵn chữ “TẶNG”, mà %s được truy tặng: dùng phôi in sẵn chữ “TRUY TẶNG”", out.name),
		})
	}
	d := &doc.Document{Kind: k.Header.Kind, Meta: c.meta(&k.Header, &k.Footer)}
	d.Meta.Title = vi.Upper(words) + " " + out.name
	d.Parts = []doc.Part{c.sheet(out, k.Layout, "layout")}
	return d
}

// CalibrationSheet gives a page that shows where the lines of a certificate fall,
// with a ruler along each edge: printed on plain paper and held over a blank, it
// tells by how much a printer is off. layout may be nil.
func (r *Renderer) CalibrationSheet(layout *plan.CertificateLayout) *doc.Document {
	if layout == nil {
		layout = &plan.CertificateLayout{}
	}
	g := &grid{scale: 1, right: millimetres(layout.Right), down: millimetres(layout.Down)}
	if layout.Paper == "A3" {
		g.scale = 420 / sheetWidth
	}
	s := &doc.Sheet{Page: g.page()}
	for _, sp := range spots {
		sp = sp.under(layout.Emblem)
		for i := range layout.Spots {
			if own := &layout.Spots[i]; own.Line == sp.line {
				sp = sp.with(own, g.scale)
			}
		}
		f := g.frame(diag.Pos{}, spot{line: sp.line, x: sp.x, y: sp.y, w: sp.w, h: sp.h, size: 8 / g.scale, align: doc.Left},
			doc.T(fmt.Sprintf("%s %s × %s", sp.line, millimetreText(sp.x*g.scale), millimetreText(sp.y*g.scale))))
		f.Border = doc.Pt(0.25)
		s.Frames = append(s.Frames, f)
	}
	for mm := 10.0; mm < sheetWidth*g.scale; mm += 10 {
		s.Frames = append(s.Frames, tick(mm, 0, 0.1, 3+2*boolMM(int(mm)%50 == 0)))
	}
	for mm := 10.0; mm < sheetHeight*g.scale; mm += 10 {
		s.Frames = append(s.Frames, tick(0, mm, 3+2*boolMM(int(mm)%50 == 0), 0.1))
	}
	return &doc.Document{Meta: doc.Meta{Title: "Trang căn chỉnh giấy khen", Kind: "Trang căn chỉnh"}, Parts: []doc.Part{s}}
}

func millimetreText(v float64) string { return vi.FormatDecimal(int64(v*10+0.5), 1) }

func boolMM(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// tick is a stroke of the ruler at the sheet's edge.
func tick(x, y, w, h float64) *doc.Frame {
	return &doc.Frame{X: doc.MM(x), Y: doc.MM(y), Width: doc.MM(w), Height: doc.MM(h), Border: doc.Pt(0.25), Role: doc.RoleArtifact}
}
