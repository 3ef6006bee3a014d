package docgen

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// copyOf returns a copy "bản sao": the whole original, or what is taken from it,
// then the block of the copying office; an electronic copy has the line of ô 14
// on its first page instead.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II; Phụ lục III, mẫu 3.1, 3.2.
func (c *Composer) copyOf(k *plan.Copy) *doc.Document {
	d := &doc.Document{Meta: c.meta(&k.Header, &k.Footer)}
	if making, made := c.file.Making(); k.Register > 0 && (!made || making.HasErrors()) {
		c.unsettled("line of a decision on awards") // or there is none
		return d
	}
	inner, p := c.original(c.set.Target(c.file, "original"), k.Original, "tệp văn bản được sao")
	if inner == nil {
		return d
	}
	if k.Excerpt != "" {
		excerpt := Composer{r: c.r, profile: inner.profile, set: c.set, file: c.file, kind: inner.kind, scheme: inner.scheme,
			pictures: c.pictures}
		body := excerpt.Body("excerpt", k.Excerpt, 0)
		d = inner.frame(p, body, inner.kind.Foot)
		inner.noLevel(d.Parts)
		c.found = append(c.found, unbroken(excerpt.found)...)
	} else {
		d = inner.compose(p)
	}
	if k.Register > 0 {
		open(d)
		inner.found = unbroken(inner.found)
	}
	c.take(inner)
	d.Meta.Title = k.Title() + " " + d.Meta.Title
	c.closeCopy(k, d)
	return d
}

// unbroken leaves out what was found about numbers that do not follow each other: those of an excerpt do not.
func unbroken(found diag.List) diag.List {
	return slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == markup.RuleNumber })
}

// open takes the closing marks from lists of which one line is shown: nothing ends there.
func open(d *doc.Document) {
	for _, part := range d.Parts {
		if a, ok := part.(*doc.Annex); ok {
			a.Parts = slices.DeleteFunc(a.Parts, func(p doc.Part) bool { _, end := p.(*doc.End); return end })
		}
	}
}

// take takes over what was found in the making of another paper.
func (c *Composer) take(inner *Composer) {
	c.found = append(c.found, inner.found...)
	c.wants, c.wrong = cmp.Or(c.wants, inner.wants), cmp.Or(c.wrong, inner.wrong)
}

// original gives a Composer for the paper that the key "original" names, and the paper;
// nil, with a finding, where it names none. A copy or an annex is none: it would be made
// of another paper again, and at last of itself.
func (c *Composer) original(target *plan.File, name, term string) (*Composer, plan.Paper) {
	d := &diag.Diagnostic{Rule: ruleOriginal, Found: name}
	var p plan.Paper
	if target != nil {
		p = target.Paper()
	}
	switch p.(type) {
	case nil:
		d.Message = fmt.Sprintf(`"original" (%s) không phải là một văn bản`, term)
	case *plan.Copy, *plan.Enclosure:
		d.Message = fmt.Sprintf(`"original" (%s) là bản sao hoặc phụ lục, phải là chính văn bản`, term)
		d.Fix = "ghi tên tệp của văn bản gốc"
	default:
		inner, err := c.r.composer(c.set, target)
		if err == nil {
			inner.pictures = c.pictures
			return inner, p
		}
		d.Message, d.Err = fmt.Sprintf(`không soạn được %q mà "original" (%s) dẫn đến`, name, term), err
	}
	c.Add("original", d)
	return nil, nil
}

// closeCopy adds what the copying office adds: its block, or the line of an
// electronic copy.
func (c *Composer) closeCopy(k *plan.Copy, d *doc.Document) {
	if k.Time != "" {
		c.stamp(k, d)
		return
	}
	head := c.letterhead(&k.Header)
	number := &doc.Number{At: c.At("number"), Value: vi.PaperNumber(k.Number), Symbol: c.copySymbol(k)}
	d.Parts = append(d.Parts, &doc.CopyBlock{
		At: c.At("form"), Form: k.Title(), Issuer: head.Issuer, Number: number, Place: head.Place,
		Foot: c.signed(&k.Header, &k.Footer, nil),
	})
}

// copySymbol gives the symbol of a copy: SY-UBND.
func (c *Composer) copySymbol(k *plan.Copy) string {
	switch {
	case k.Symbol != "":
		return k.Symbol
	case k.Issuer.Abbreviation == "":
		return k.Abbreviation()
	}
	return k.Abbreviation() + "-" + k.Issuer.Abbreviation
}

// stamp puts the line of an electronic copy on the original's letterhead.
func (c *Composer) stamp(k *plan.Copy, d *doc.Document) {
	for i, part := range d.Parts {
		if l, ok := part.(*doc.Letterhead); ok {
			stamped := *l
			stamped.Stamp = &doc.Stamp{At: c.At("time"), Fields: []string{k.Title(), k.Issuer.Name, stampDay(k.Date), k.Time}}
			d.Parts[i] = &stamped
			return
		}
	}
}
