package docgen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// compose makes the whole document of a paper.
func (c *Composer) compose(p plan.Paper) *doc.Document {
	c.unused(p)
	if c.kind.Compose != nil {
		d := c.kind.Compose(c, p)
		if !c.whole("Compose", d) {
			return new(doc.Document)
		}
		c.found = append(c.found, d.Findings...)
		return d
	}
	d := c.frame(p, c.kind.Body(c, p), c.kind.Foot)
	c.noLevel(d.Parts)
	return d
}

// fewParts is how many parts stand around the body of most papers.
const fewParts = 8

// whole reports whether what a kind made has no nil in it and does not hold itself, so that it
// can be gone over. Those from outside may make anything; what is wrong is an error of Build.
func (c *Composer) whole(by string, made any) bool {
	if !c.r.outside {
		return true
	}
	err := doc.Inspect(made, nil)
	if err != nil && c.wrong == nil {
		c.wrong = fmt.Errorf("%s of kind %s: %w", by, c.kind.ID, err)
	}
	return err == nil
}

// frame puts the head and the foot of a paper around its body. foot may be nil, as
// [Kind].Foot.
func (c *Composer) frame(p plan.Paper, body []doc.Part, foot func(*Composer, plan.Paper, []doc.Part) []doc.Part) *doc.Document {
	h, f := p.Head(), p.Foot()
	if !c.whole("Body", body) {
		body = nil
	}
	c.ownLines(p, body)
	d := &doc.Document{Standard: cmp.Or(h.Standard, c.kind.Standard), Kind: h.Kind, Scheme: c.scheme, Meta: c.meta(h, f)}
	if !c.kind.Shape.NoNumber {
		d.Meta.Number, d.Meta.Symbol, d.Meta.Code = c.number(h), c.profile.Head.PrintedSymbol(c.symbol(h)), c.code(h)
	}
	d.Parts = append(make([]doc.Part, 0, len(body)+fewParts), c.letterhead(h))
	if !c.kind.Shape.SubjectInHead {
		d.Parts = append(d.Parts, &doc.Title{At: c.At("subject"), Kind: c.kind.Name,
			Subject: c.subjectInlines(c.subject("subject", c.kind.Name, h.Subject), h.SubjectLines, c.kind.Name)})
	}
	joined := c.profile.Title.JoinsOrder()
	if c.kind.Shape.Decides && !joined {
		d.Parts = append(d.Parts, &doc.Authority{At: c.At("decided_by"), Name: c.decider(h, f)})
	}
	if len(h.Addressees) > 0 && !c.kind.Shape.OwnAddressees {
		d.Parts = append(d.Parts, &doc.Addressees{At: c.At("addressees"), Names: c.addressees(h)})
	}
	if len(h.LegalBases) > 0 {
		d.Parts = append(d.Parts, c.preamble(h))
	}
	if order := c.kind.Shape.Order; order != "" {
		if c.kind.Shape.Decides && joined {
			order = c.decider(h, f) + " " + order
		}
		d.Parts = append(d.Parts, &doc.Order{At: c.At("kind"), S: order})
	}
	d.Parts = append(d.Parts, body...)
	d.Parts = append(d.Parts, &doc.End{})
	if foot == nil {
		foot = (*Composer).Foot
	}
	if behind := foot(c, p, d.Parts); c.whole("Foot", behind) {
		d.Parts = append(d.Parts, behind...)
	}
	return d
}

// Foot makes what stands behind the text of most papers: signatures and "nơi
// nhận", the lines of ô 13, annexes. before is what stands above: an article
// that names who carries out the paper is looked for in it.
func (c *Composer) Foot(p plan.Paper, before []doc.Part) []doc.Part {
	if p == nil {
		return nil
	}
	c = zero.Or(c)
	h, f := p.Head(), p.Foot()
	var parts []doc.Part
	if foot := c.signed(h, f, before); foot != nil {
		parts = append(parts, foot)
	}
	if f.Contact != nil {
		parts = append(parts, c.contact(f.Contact))
	}
	for i := range f.Annexes {
		parts = append(parts, c.annex(index("annexes", i), h, f, &f.Annexes[i]))
	}
	return parts
}

func (c *Composer) meta(h *plan.Header, f *plan.Footer) doc.Meta {
	m := doc.Meta{
		Title:   strings.TrimSpace(c.kind.Name + " " + h.Subject),
		Subject: h.Subject,
		Author:  h.Issuer.Name,
		Kind:    c.kind.Name,
		Issued:  h.Date.String(),
		Created: c.r.o.Created,
	}
	if last := lastSigner(f); last != nil {
		m.Signer, m.Position = last.Name, last.Position
	}
	if m.Created.IsZero() && h.Date.IsFull() {
		m.Created = date(h.Date)
	}
	return m
}

// symbol returns "ký hiệu": of a named kind its abbreviation and the body's, of a
// công văn the body's and the drafting unit's.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3.
func (c *Composer) symbol(h *plan.Header) string {
	if h.Symbol != "" {
		_, symbol := markup.SplitSymbol(h.Symbol, h.Number)
		return symbol
	}
	groups := []string{c.kind.Abbreviation, h.Issuer.Abbreviation}
	if c.kind.Abbreviation == "" {
		groups = []string{h.Issuer.Abbreviation, h.DraftingUnit}
	}
	return strings.Join(slices.DeleteFunc(groups, func(s string) bool { return s == "" }), "-")
}

// code returns number and symbol as they are printed; empty while there is no number.
func (c *Composer) code(h *plan.Header) string {
	number := c.number(h)
	if number == "" {
		return ""
	}
	return number + c.behindNumber(h)
}

// behindNumber is what is printed behind a number: "/KH-UBND".
func (c *Composer) behindNumber(h *plan.Header) string {
	head := &c.profile.Head
	return head.NumberJoin + head.PrintedSymbol(c.symbol(h))
}

func (c *Composer) letterhead(h *plan.Header) *doc.Letterhead {
	l := &doc.Letterhead{
		At:          c.At("issuer"),
		Issuer:      c.issuerLines(&h.Issuer),
		Draft:       h.Draft,
		Secrecy:     h.Secrecy,
		Urgency:     h.Urgency,
		Circulation: h.Circulation,
	}
	if !c.kind.Shape.NoNumber && !h.NoNumber {
		l.Number = &doc.Number{At: c.At("number"), Value: c.number(h), Symbol: c.symbol(h)}
	}
	switch {
	case len(h.Issuer.SuperiorLines) > 0:
		l.Superior = h.Issuer.SuperiorLines
	case h.Issuer.Superior != "":
		l.Superior = []string{h.Issuer.Superior}
	}
	if !c.kind.Shape.NoPlace {
		l.Place = &doc.PlaceDate{At: c.At("date"), Place: c.place(h.Issuer.Place), Year: h.Date.Year, Month: h.Date.Month, Day: h.Date.Day}
	}
	if c.kind.Shape.SubjectInHead {
		subject := c.own("subject", h.Subject, "Công văn V/v", "Công văn Về việc", "V/v", "Về việc")
		l.Subject = c.subjectInlines(subject, h.SubjectLines, "V/v", "Về việc")
	}
	return l
}

// subjectInlines returns a subject, in the lines that are stated; the program's own words
// are taken from the first.
func (c *Composer) subjectInlines(subject string, lines []string, own ...string) []doc.Inline {
	if len(lines) == 0 {
		return title(subject)
	}
	var in []doc.Inline
	for i, s := range lines {
		if i > 0 {
			in = append(in, &doc.LineBreak{})
		} else {
			s = c.own(index("subject_lines", i), s, own...)
		}
		in = append(in, &doc.Text{S: s})
	}
	return in
}

// issuerLines gives the lines of an issuer's name as stated, or the name for form
// to break.
func (c *Composer) issuerLines(i *plan.Issuer) []string {
	if len(i.NameLines) > 0 {
		return i.NameLines
	}
	return []string{i.Name}
}

// decider returns the line of "thẩm quyền ban hành": the head's title with the
// body's name when the head decides, the body's name when the collective does, with the
// collective of the Party that decides for it: "Ban Thường vụ Đảng ủy xã Cẩm Hòa".
func (c *Composer) decider(h *plan.Header, f *plan.Footer) string {
	by := h.DecidedBy
	switch {
	case by != nil && by.Title != "":
		return by.Title
	case by.IsCommittee(), by == nil && collective(f):
		if signers := f.AllSigners(); c.profile.Title.JoinsOrder() && len(signers) > 0 && signers[0].OnBehalfOf != "" {
			return phrase.JoinPost(signers[0].OnBehalfOf, h.Issuer.Name)
		}
		return h.Issuer.Name
	}
	return phrase.JoinPost(headTitle(f), h.Issuer.Name)
}

// collective reports whether the paper is signed for a collective (TM.).
func collective(f *plan.Footer) bool {
	return slices.ContainsFunc(f.AllSigners(), func(s plan.Signer) bool { return len(s.Capacity) > 0 && s.Capacity[0] == plan.TM })
}

// headTitle gives the title of the body's head: the signer's own, or whose who
// is signed for.
func headTitle(f *plan.Footer) string {
	switch last := lastSigner(f); {
	case last == nil:
		return ""
	case len(last.ActingFor) > 0:
		return last.ActingFor[0]
	default:
		return last.Position
	}
}

// lastSigner is the one who signs on the right, or alone; nil for none.
func lastSigner(f *plan.Footer) *plan.Signer {
	signers := f.AllSigners()
	if len(signers) == 0 {
		return nil
	}
	return &signers[len(signers)-1]
}

func (c *Composer) preamble(h *plan.Header) *doc.Preamble {
	p := &doc.Preamble{At: c.At("legal_bases"), Bases: make([]doc.Entry, 0, len(h.LegalBases))}
	for i := range h.LegalBases {
		at := field(index("legal_bases", i), "text")
		c.lines(at, h.LegalBases[i].Text, func(at diag.Pos, in []doc.Inline) {
			p.Bases = append(p.Bases, doc.Entry{At: at, Inlines: in})
		})
	}
	return p
}

// signed makes "nơi nhận" and the signatures; nil when the paper has neither.
func (c *Composer) signed(h *plan.Header, f *plan.Footer, parts []doc.Part) *doc.Foot {
	signers := f.AllSigners()
	if len(signers) == 0 && f.Distribution == nil {
		return nil
	}
	foot := &doc.Foot{At: c.At("signer"), Distribution: c.distribution(h, f.Distribution, parts)}
	for i := range signers {
		at := "signer"
		if f.Signer == nil {
			at = index("signers", i)
		}
		foot.Signers = append(foot.Signers, c.signer(at, &signers[i]))
	}
	return foot
}

func (c *Composer) signer(path string, s *plan.Signer) doc.Signer {
	out := doc.Signer{At: c.At(path), Note: s.Note, Title: s.Title, Name: s.Name, NoSeal: s.NoSeal}
	if lines := s.AuthorityLines(); len(lines) > 0 {
		out.Authority, out.Position = lines[:len(lines)-1], lines[len(lines)-1]
	}
	out.Signature = c.signature(field(path, "signature"), s.Signature)
	out.Seal = c.signature(field(path, "seal"), s.Seal)
	return out
}

func (c *Composer) signature(path, name string) *doc.Picture {
	if name == "" {
		return nil
	}
	p, d := c.Picture(name, "")
	if d != nil {
		c.Add(path, d)
	}
	return p
}

// distribution returns "nơi nhận". Its first line is computed: Như trên where the
// paper has addressees, Như Điều N where an article names who carries it out.
func (c *Composer) distribution(h *plan.Header, d *plan.Distribution, parts []doc.Part) *doc.Distribution {
	if d == nil {
		return nil
	}
	out := &doc.Distribution{At: c.At("distribution"), Drafter: d.Drafter}
	articles := c.articlesOf(parts)
	executing := c.executing(articles)
	switch {
	case typedFirst(d.To):
	case c.kind.Shape.SendsBack, len(h.Addressees) > 0 && !c.kind.Shape.OwnAddressees:
		out.To = append(out.To, doc.Entry{At: out.At, Inlines: doc.T("Như trên")})
	case executing != nil:
		out.To = append(out.To, doc.Entry{At: out.At, Inlines: []doc.Inline{&doc.Text{S: "Như "}, &doc.Ref{ID: executing.d.ID}}})
	}
	for i, to := range d.To {
		at := index("distribution.to", i)
		if rest, ok := phrase.CutKept(string(to)); ok && rest != "" {
			c.typedOwn(at, "Lưu")
			continue // see plan.Distribution.KeptAt
		}
		if rest, ok := phrase.CutWords(string(to), "Nơi nhận"); ok && rest == "" {
			c.typedOwn(at, string(to))
			continue
		}
		to = plan.Prose(c.ownLabel(at, string(to), "Nơi nhận"))
		c.checkExecutes(at, to, articles, executing)
		c.lines(at, to, func(at diag.Pos, in []doc.Inline) {
			out.To = append(out.To, doc.Entry{At: at, Inlines: in})
		})
	}
	switch {
	case d.FileCopyLine != "":
		out.To = append(out.To, doc.Entry{At: c.At("distribution.file_copy_line"), Inlines: doc.T(d.FileCopyLine)})
	default:
		if places := d.KeptAt(); len(places) > 0 {
			out.FileCopy = doc.T(strings.Join(places, ", "))
		}
	}
	return out
}

// typedFirst reports whether the first of the recipients is typed: "Như trên",
// "Như Điều 3", "Như kính gửi".
func typedFirst(to []plan.Prose) bool {
	for _, s := range to {
		words := string(s)
		if rest, ok := phrase.CutWords(words, "Nơi nhận"); ok {
			words = rest
		}
		if _, ok := phrase.CutWords(words, "Như"); ok {
			return true
		}
	}
	return false
}

// contact returns the lines of ô 13 as mẫu 1.5 has them.
func (c *Composer) contact(k *plan.Contact) *doc.Contact {
	out := &doc.Contact{At: c.At("contact")}
	add := func(entries ...contactEntry) {
		var s []string
		for _, e := range entries {
			if e.value != "" {
				s = append(s, e.words[0]+": "+c.own(field("contact", e.key), e.value, e.words...))
			}
		}
		if len(s) > 0 {
			out.Lines = append(out.Lines, strings.Join(s, ", "))
		}
	}
	add(contactEntry{"address", k.Address, []string{"Địa chỉ", "Đ/c"}})
	add(contactEntry{"telephone", k.Telephone, []string{"ĐT", "Điện thoại", "Số điện thoại"}},
		contactEntry{"fax", k.Fax, []string{"Fax", "Số Fax"}})
	add(contactEntry{"email", k.Email, []string{"E-Mail", "Email", "Thư điện tử"}},
		contactEntry{"website", k.Website, []string{"Website", "Trang thông tin điện tử"}})
	return out
}

// contactEntry is a part of ô 13: the words before it, the usual ones first.
type contactEntry struct {
	key, value string
	words      []string
}

// Sections returns free sections as divisions of that level.
func (c *Composer) Sections(path string, sections []plan.Section, level int) []doc.Part {
	c = zero.Or(c)
	var parts []doc.Part
	from := 0 // behind the last section with a title
	for i := range sections {
		s, at := &sections[i], index(path, i)
		inner, above := level, []doc.Part(nil)
		if s.Title == "" {
			inner, above = level-1, parts[from:]
		}
		body := c.bodyBelow(field(at, "body"), c.source(field(at, "body"), string(s.Body)), inner, above)
		if s.Table != nil {
			body = append(body, c.Table(field(at, "table"), s.Table))
		}
		if s.Chart != nil {
			body = append(body, c.chart(field(at, "chart"), s.Chart))
		}
		body = append(body, c.Sections(field(at, "sections"), s.Sections, inner+1)...)
		if s.Title == "" {
			parts = append(parts, body...)
			continue
		}
		parts = append(parts, &doc.Division{At: c.At(at), Level: level, ID: s.ID, Title: c.heading(at, "title", s.Title),
			Parts: body})
		from = len(parts)
	}
	return parts
}

// noLevel finds divisions deeper than the scheme. Those of annexes have another. What
// cannot be walked is refused when the document is shown.
func (c *Composer) noLevel(parts []doc.Part) {
	for _, p := range parts {
		_ = doc.Inspect(p, func(n any) bool {
			d, ok := n.(*doc.Division)
			if ok && d.Typed == nil && d.Level > len(c.scheme) {
				c.found.Add(&diag.Diagnostic{Pos: d.At, Rule: markup.RuleNoLevel,
					Message: "cách đánh số của văn bản này không còn cấp nào cho mục này"})
				return false
			}
			return ok
		})
	}
}
