// Package form shows the parts of a document as the decree wants them: it is
// the only code that knows where things stand on the page.
//
//	flow, findings, err := form.Apply(ctx, d, profile, metrics)
//
// It stands between the parts of package doc and the blocks of package flow. Figures and fixed words
// come from the profile (package decree), widths from the fonts: columns of
// the letterhead, lengths of rules and widths of tables are computed here, so
// that every writer draws the same paper. Numbers of divisions are counted,
// references resolved, and words that belong together are glued with no-break
// characters. Nothing is drawn that the parts do not say.
//
// The document is not changed. The same document and profile give the same flow.
package form

import (
	"context"
	"fmt"
	"sync"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan/diag"
)

// Apply shows d as profile p asks. Findings are about the document's content
// (a reference to nothing, spans of a table that do not fit) and about the
// profile's deviations; a flow is given in any case. An error is a part or
// inline that form does not know, or that of ctx, which it looks at for each part
// and each row of a table.
func Apply(ctx context.Context, d *doc.Document, p *decree.Profile, m font.Metrics) (*flow.Flow, diag.List, error) {
	f := &former{ctx: ctx, p: p, m: m, scratch: scratches.Get().(*scratch)}
	defer f.scratch.release()
	f.flow, f.mem = flow.New(d.Meta)
	f.flow.Lines, _ = lines.RuleOf(p.LineBreaks) // what is none is a finding of reading
	f.standard(d.Standard)
	if f.apply(d); f.err != nil {
		return nil, nil, f.err
	}
	f.found.Sort()
	return f.flow, f.found, nil
}

// former is one run of Apply.
type former struct {
	ctx context.Context
	err error // the first thing that is wrong, or that of ctx: what is made behind it nobody sees

	p     *decree.Profile
	m     font.Metrics
	found diag.List
	flow  *flow.Flow

	section *flow.Section // the last one
	first   *flow.Section // the first of the paper, annex or attachment at hand
	out     *[]flow.Block // where blocks go
	inList  int           // how many lists stand open

	attached bool // inside an attachment whose letterhead is still to come
	scheme   doc.Scheme
	next     int                // index into numbers
	refs     map[string]*target // references by ID
	within   doc.Part           // the annex or attachment at hand; nil: the document itself
	kind     string             // of the document: quyet-dinh
	main     string             // and its name: Quyết định
	only     doc.Part           // shown alone; nil: all parts are
	shown    map[string]bool    // IDs inside of only, made when it is met: other references lead nowhere
	annexes  annexCount
	noted    map[*doc.Note]int // numbers of the footnotes of this section

	last   *flow.Paragraph // the body's last paragraph, nil behind anything else
	early  *flow.Paragraph // it, where its writer ended the text there
	quoted int             // quotations that are open in the body

	*scratch
	mem *flow.Memory // for the parts of the flow
}

// scratch is room to measure and to count in, and what names and titles became: the next document gets it again.
type scratch struct {
	words   []lines.Word // of measure.go
	cuts    cuts         // of names.go
	numbers []number     // of the divisions, in reading order

	names  memo[nameLines] // of names.go
	titles memo[title]     // of sense.go
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func (s *scratch) release() {
	clear(s.numbers)
	s.numbers = s.numbers[:0]
	if cap(s.words) <= longScratch && cap(s.numbers) <= longScratch {
		scratches.Put(s)
	}
}

// longScratch is how many words or numbers a scratch may have room for to be kept.
const longScratch = 4096

// standard takes the rule pack that the document asks for.
func (f *former) standard(name string) {
	if name != "" && name != f.p.Pack.ID {
		p := decree.DefaultOf(name)
		if p == nil {
			f.found.Add(&diag.Diagnostic{
				Rule: ruleid.Standard, Pos: diag.At("standard"), Found: name,
				Message: fmt.Sprintf("không có bộ quy định thể thức %q (standard)", name),
			})
			return
		}
		f.p = p
	}
	if f.p.Pack.Provisional {
		f.found.Add(&diag.Diagnostic{
			Level: diag.Info, Rule: ruleid.Provisional, Pos: diag.At("standard"),
			Message: fmt.Sprintf("thể thức theo %s là tạm thời: chưa đọc được nguyên văn", f.p.Pack.Name),
		})
	}
	f.p.Report(&f.found)
}

func (f *former) apply(d *doc.Document) {
	f.scheme = f.schemeOf(d.Scheme, d.Kind)
	f.only, f.kind, f.main = d.Only, d.Kind, titleKind(d.Parts)
	f.count(d)
	f.openPaper(false)
	if d.Only == nil {
		f.parts(d.Parts)
		return
	}
	if f.shown == nil {
		f.fail("the only part shown, %T, is not among the document's parts", d.Only)
		return
	}
	f.part(d.Only)
}

// openPaper starts pages of their own, numbered from 1.
func (f *former) openPaper(landscape bool) {
	f.openSection(setup(f.p, landscape))
	f.section.Numbers.HideFirst = true
	f.section.Numbers.Restart = true
	f.first = f.section
}

// openSection starts new pages.
func (f *former) openSection(page flow.PageSetup) {
	f.dropBreak()
	if f.section != nil && f.untouched() {
		f.flow.Sections = f.flow.Sections[:len(f.flow.Sections)-1] // a document that is an annex only
	}
	f.section = &flow.Section{
		Page: page,
		Numbers: flow.PageNumbers{
			Shown: true, Top: f.p.Page.NumberTop, Font: fontOf(f.p.Page.Number),
		},
		Blocks: make([]flow.Block, 0, fewBlocks),
	}
	f.flow.Sections = append(f.flow.Sections, f.section)
	f.out = &f.section.Blocks
	clear(f.noted)
	f.last = nil
}

// dropBreak takes back a page break that nothing follows: the next section opens
// a page itself.
func (f *former) dropBreak() {
	if f.section == nil {
		return
	}
	if n := len(f.section.Blocks); n > 0 {
		if _, ok := f.section.Blocks[n-1].(*flow.Break); ok {
			f.section.Blocks = f.section.Blocks[:n-1]
		}
	}
}

// fewBlocks is how many blocks a section has room for at first.
const fewBlocks = 16

// put adds a block.
func (f *former) put(b flow.Block) { *f.out = append(*f.out, b) }

// into runs fill with a group's blocks as the place where blocks go.
func (f *former) into(g *flow.Group, fill func()) {
	saved := f.out
	f.out = &g.Blocks
	fill()
	f.out = saved
}

// width is the width of text of the section at hand.
func (f *former) width() doc.Length { return f.section.Page.TextWidth() }

// parts adds parts one after another; items that follow one another become a list.
func (f *former) parts(parts []doc.Part) {
	for i := 0; i < len(parts); {
		if d, ok := parts[i].(*doc.Division); ok && isItem(d) {
			end := i + 1
			for end < len(parts) && sameList(d, parts[end]) {
				end++
			}
			f.list(parts[i:end])
			i = end
			continue
		}
		f.part(parts[i])
		i++
	}
}

// fail notes the first thing that is wrong with the document.
func (f *former) fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("form: "+format, args...)
	}
}

// stopped reports whether something is wrong, or nobody waits for the flow any longer.
func (f *former) stopped() bool {
	if f.err == nil {
		f.err = f.ctx.Err()
	}
	return f.err != nil
}

func (f *former) part(p doc.Part) {
	if f.stopped() {
		return
	}
	switch p := p.(type) {
	case *doc.Letterhead:
		f.letterhead(p)
	case *doc.Title:
		f.title(p)
	case *doc.Authority:
		f.authority(p)
	case *doc.Preamble:
		f.preamble(p)
	case *doc.Order:
		f.order(p)
	case *doc.Addressees:
		f.addressees(p)
	case *doc.Division:
		f.heading(p)
	case *doc.Prose:
		f.prose(p)
	case *doc.End:
		f.end(p)
	case *doc.DataTable:
		f.table(p)
	case *doc.Illustration:
		f.illustration(p)
	case *doc.Chart:
		f.chart(p)
	case *doc.Foot:
		f.foot(p)
	case *doc.Contact:
		f.contact(p)
	case *doc.Annex:
		f.annex(p)
	case *doc.Attachment:
		f.attachment(p)
	case *doc.CopyBlock:
		f.copyBlock(p)
	case *doc.Certificate:
		f.certificate(p)
	case *doc.PageStyle:
		f.turn(p)
	case *doc.PageBreak:
		f.put(&flow.Break{At: &p.At})
		f.last = nil
	default:
		f.fail("unknown part %T", p)
	}
}

// turn starts pages turned to landscape, or back; their numbers go on.
func (f *former) turn(p *doc.PageStyle) {
	if f.inList > 0 {
		f.found.Add(&diag.Diagnostic{
			Pos: p.At, Rule: ruleTurn,
			Message: "không xoay được trang giấy ở giữa một khoản, điểm hoặc gạch đầu dòng",
			Fix:     diag.RuleOf(ruleTurn).Help,
		})
		return
	}
	page := setup(f.p, p.Landscape)
	switch {
	case page == f.section.Page:
	case f.untouched():
		f.section.Page = page
	default:
		f.openSection(page)
	}
}

// untouched reports whether nothing stands in the section yet: it then takes
// another paper instead of leaving an empty page.
func (f *former) untouched() bool {
	return len(f.section.Blocks) == 0 && len(f.section.Frames) == 0
}
