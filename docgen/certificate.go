package docgen

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// certificateName returns the name as certificates print it: Ông NGUYỄN VĂN A, Hộ
// gia đình ông NGUYỄN VĂN A, a collective's name alone.
func certificateName(kind plan.Recipient, honorific, name string) string {
	a := &plan.Awardee{Kind: kind, Honorific: honorific, Name: name}
	switch bare := a.BareName(); {
	case kind == plan.Collective:
		return vi.Upper(name)
	case kind != plan.Household:
		return strings.TrimSpace(a.Address() + " " + vi.Upper(bare))
	case honorific == "" && a.FullName() == name:
		return vi.Upper(name) // "Hộ ông Lê Chín"
	default:
		return strings.Join(strings.Fields("Hộ gia đình "+vi.Lower(a.Address())+" "+vi.Upper(bare)), " ")
	}
}

// headOf is the post of who gives a certificate that does not say: the chairman of a People's Committee, of any other body who
// signs as its head, or for it.
func headOf(k *plan.Certificate) string {
	const chairman = "Chủ tịch"
	by := lastSigner(&k.Footer)
	if by == nil || strings.HasPrefix(vi.FoldName(k.Issuer.Name), "ủy ban nhân dân") {
		return chairman
	}
	post := cmp.Or(by.OnBehalfOf, by.Position)
	if len(by.ActingFor) > 0 {
		post = by.ActingFor[0]
	}
	return cmp.Or(strings.TrimPrefix(post, "Phó "), chairman)
}

// certificateOf returns a certificate that is a file of its own.
func (c *Composer) certificateOf(k *plan.Certificate) *doc.Document {
	words, give := cmp.Or(k.Words, "GIẤY KHEN"), cmp.Or(k.Give, "TẶNG")
	const posthumous = "Truy tặng"
	_, wordsOf := phrase.CutWords(words, posthumous)
	_, giveOf := phrase.CutWords(give, posthumous)
	switch {
	case k.Give == "" && (vi.Fold(words) == "chứng nhận" || wordsOf && !k.Posthumous): // ... đạt danh hiệu ...
		give = ""
	case k.Posthumous && !giveOf:
		give = "TRUY " + give
	}
	if give != "" {
		words = c.own("words", words, give, cmp.Or(k.Give, "TẶNG"))
	}
	name := certificateName(k.Recipient, k.Honorific, k.Name)
	s := &certificateSheet{c: c, sheet: c.blankSheet(k.Layout, "layout")}
	s.line("giver", firstKey(k.Giver != "", "giver", "issuer.name"), vi.Upper(cmp.Or(k.Giver, phrase.JoinPost(headOf(k), k.Issuer.Name))))
	s.line("give", firstKey(k.Give != "", "give", "name"), vi.Upper(give))
	s.line("words", firstKey(k.Words != "", "words", "name"), vi.Upper(words))
	s.line("name", "name", name)
	s.line("role", firstKey(k.Role != "", "role", "unit"), vi.UpperFirst(phrase.JoinComma(k.Role, k.Unit)))
	s.line("achievement", "achievement", k.Achievement)
	if k.Decision != (plan.PaperRef{}) {
		d := &k.Decision
		in := plan.Prose(markup.Cite(d.Number, cmp.Or(d.Symbol, "QĐ-"+cmp.Or(k.Issuer.Abbreviation, "UBND")), d.Date.Year, d.Date.Month,
			d.Date.Day))
		s.inlines("decision", "decision", c.Wording("khen-thuong/certificate-decision", "decision", struct{ DecisionRef plan.Prose }{in}))
	}
	if k.Register != "" {
		book := cmp.Or(k.Book, "Số sổ vàng")
		s.line("register", "register", book+": "+vi.PaperNumber(c.own("register", k.Register, book, "Vào sổ số", "Số vào sổ", "Số")))
	}
	s.inlines("date", "date", c.profile.Head.DateLine(k.Issuer.Place+", ", "date.", k.Date.Year, k.Date.Month, k.Date.Day))
	if by := lastSigner(&k.Footer); by != nil {
		for _, p := range by.AuthorityLines() {
			s.line("position", "signer.position", vi.Upper(p))
		}
		s.of("signature", "signer.signature").Picture = c.signature("signer.signature", by.Signature)
		s.line("signer", "signer.name", by.Name)
	}
	if k.Draft != "" {
		s.line("draft", "draft", "DỰ THẢO")
	}
	if k.Posthumous && give != "" && zero.Or(k.Layout).Overprint {
		c.Add("posthumous", &diag.Diagnostic{
			Level: diag.Warning, Rule: rulePreprinted, Found: name,
			Message: fmt.Sprintf("phôi in sẵn chữ “TẶNG”, mà %s được truy tặng: dùng phôi in sẵn chữ “TRUY TẶNG”", name),
		})
	}
	d := &doc.Document{Kind: k.Header.Kind, Standard: k.Standard, Meta: c.meta(&k.Header, &k.Footer)}
	d.Meta.Title = vi.Upper(words) + " " + name
	d.Parts = []doc.Part{s.sheet}
	return d
}

// firstKey returns the first key where that is what the text comes from.
func firstKey(ok bool, key, other string) string {
	if ok {
		return key
	}
	return other
}

// certificateSheet fills in the lines of a certificate.
type certificateSheet struct {
	c     *Composer
	sheet *doc.Certificate
}

// of returns a line with that name, at the place of a key.
func (s *certificateSheet) of(name, key string) *doc.CertificateLine {
	l := lineOf(s.sheet, name)
	if l.At = s.c.At(key); l.At.Path == "" {
		l.At.Path = key
	}
	return l
}

func (s *certificateSheet) inlines(name, key string, in []doc.Inline) {
	if len(in) > 0 {
		l := s.of(name, key)
		l.Words = append(l.Words, in)
	}
}

func (s *certificateSheet) line(name, key, text string) { s.inlines(name, key, title(text)) }

// lineOf gives the line of a certificate with that name.
func lineOf(c *doc.Certificate, name string) *doc.CertificateLine {
	for i := range c.Lines {
		if c.Lines[i].Name == name {
			return &c.Lines[i]
		}
	}
	c.Lines = append(c.Lines, doc.CertificateLine{Name: name})
	return &c.Lines[len(c.Lines)-1]
}

// blankSheet returns a certificate without words, as its layout wants it. path names the
// layout's key.
func (c *Composer) blankSheet(l *plan.CertificateLayout, path string) *doc.Certificate {
	s := sheetOf(l)
	if l = zero.Or(l); l.Emblem == "" {
		return s
	}
	p, d := c.Picture(l.Emblem, "Quốc huy")
	if d != nil {
		c.Add(field(path, "emblem"), d)
		return s
	}
	e := lineOf(s, "emblem")
	e.At, e.Picture = c.At(path), p
	return s
}

func sheetOf(l *plan.CertificateLayout) *doc.Certificate {
	l = zero.Or(l)
	s := &doc.Certificate{
		Design: l.Design, Emblem: l.Emblem != "", Large: l.Paper == "A3", Overprint: l.Overprint, ShiftX: doc.MM(millimetres(l.Right)),
		ShiftY: doc.MM(millimetres(l.Down)),
	}
	for i := range l.Spots {
		own := &l.Spots[i]
		to := lineOf(s, own.Line)
		to.Hidden, to.Shown = own.Hidden, own.Shown
		for _, f := range [...]struct {
			from plan.Number
			unit doc.Length
			to   **doc.Length
		}{
			{own.X, doc.Millimetre, &to.X}, {own.Y, doc.Millimetre, &to.Y}, {own.Width, doc.Millimetre, &to.Width},
			{own.Height, doc.Millimetre, &to.Height}, {own.Size, doc.Point, &to.Size},
		} {
			if f.from != "" {
				v := doc.Length(millimetres(f.from) * float64(f.unit))
				*f.to = &v
			}
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

// CalibrationSheet returns a page that shows where the lines of a certificate fall,
// with a ruler along each edge: printed on plain paper and held over a blank, it
// shows by how much a printer is off. layout may be nil.
func (r *Renderer) CalibrationSheet(layout *plan.CertificateLayout) *doc.Document {
	s := sheetOf(layout)
	s.Ruler = true
	return &doc.Document{Meta: doc.Meta{Title: "Trang căn chỉnh giấy khen", Kind: "Trang căn chỉnh"}, Parts: []doc.Part{s}}
}
