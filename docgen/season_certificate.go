package docgen

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// certificates gives one certificate "giấy khen, giấy chứng nhận" for each
// awardee whose award has one.
func (y *seasonPapers) certificates() []SeasonPaper {
	var papers []SeasonPaper
	v := y.view()
	for i := range y.out.Lists {
		for _, r := range y.out.Lists[i].Results {
			if r.Award.Certificate == award.NoCertificate {
				continue
			}
			name := fmt.Sprintf("giay-khen-%03d-%s", r.Register, vi.Slug(r.Nominee.Name))
			papers = append(papers, SeasonPaper{Stage: award.CertificateStage, Name: vi.Slug(name), Doc: y.certificate(r, v)})
		}
	}
	return papers
}

// spot is a place of a certificate in millimetres from the top left corner of
// an A4 sheet on its side. The law's own pattern is not followed: it was not read.
type spot struct {
	name       string
	x, y, w, h float64
	size       float64 // pt
	bold, ital bool
	red        bool
	align      doc.Align
}

// spots is the layout of a full certificate.
var spots = map[string]spot{
	"nation":      {"", 40, 22, 217, 8, 14, true, false, false, doc.Center},
	"motto":       {"", 40, 29, 217, 8, 14, true, false, false, doc.Center},
	"decider":     {"", 30, 46, 237, 10, 18, true, false, true, doc.Center},
	"give":        {"", 40, 58, 217, 8, 16, true, false, false, doc.Center},
	"award":       {"", 30, 66, 237, 22, 44, true, false, true, doc.Center},
	"name":        {"name", 30, 90, 237, 14, 26, true, false, false, doc.Center},
	"role":        {"", 35, 104, 227, 9, 15, false, true, false, doc.Center},
	"achievement": {"", 35, 114, 227, 20, 16, false, false, false, doc.Center},
	"decision":    {"", 25, 166, 110, 7, 12, false, true, false, doc.Left},
	"register":    {"", 25, 173, 110, 7, 12, false, true, false, doc.Left},
	"date":        {"date", 160, 136, 112, 8, 14, false, true, false, doc.Center},
	"position":    {"", 160, 143, 112, 14, 14, true, false, false, doc.Center},
	"signature":   {"signature", 190, 155, 52, 26, 14, false, false, false, doc.Center},
	"signer":      {"", 160, 181, 112, 8, 14, true, false, false, doc.Center},
	"draft":       {"", 25, 20, 40, 8, 13, true, false, false, doc.Left},
}

const seal = doc.Color(0xC00000) // red of the large words

func (s spot) frame(at diag.Pos, lines ...string) *doc.Frame {
	f := &doc.Frame{At: at, Name: s.name, X: doc.MM(s.x), Y: doc.MM(s.y), Width: doc.MM(s.w), Height: doc.MM(s.h)}
	for _, text := range lines {
		p := &doc.Paragraph{At: at, Style: "Giấy khen", Font: doc.Font{Size: doc.Pt(s.size), Bold: s.bold, Italic: s.ital}, Align: s.align, Inlines: title(text)}
		if s.red {
			p.Font.Color = seal
		}
		f.Blocks = append(f.Blocks, p)
	}
	return f
}

func (y *seasonPapers) certificate(r *award.Result, v seasonView) *doc.Document {
	c := y.composer("quyet-dinh")
	at := c.At(index(y.list(), r.Index))
	a := &r.Nominee.Awardee
	words, lead := "GIẤY KHEN", "TẶNG"
	if r.Award.Certificate != award.Commendation {
		words, lead = "GIẤY CHỨNG NHẬN", "TẶNG"
	}
	if a.Posthumous {
		lead = "TRUY TẶNG"
	}
	name := certificateName(a)
	nameSpot := y.fit(c, spots["name"], name, at)
	reason := certificateReason(r, y.out.Day, y.s)

	frames := []*doc.Frame{
		border(12, 12, 273, 186, 1.5), border(14.5, 14.5, 268, 181, 0.5),
		spots["nation"].frame(at, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
		motto(at),
		spots["decider"].frame(at, vi.Upper(y.decider())),
		spots["give"].frame(at, lead),
		spots["award"].frame(at, words),
		nameSpot.frame(at, name),
	}
	if role := certificateRole(a); role != "" {
		frames = append(frames, spots["role"].frame(at, role))
	}
	frames = append(frames, spots["achievement"].frame(at, reason))
	frames = append(frames, y.certificateFoot(c, r, v, at)...)
	if y.draft {
		frames = append(frames, spots["draft"].frame(at, "DỰ THẢO"))
	}
	d := &doc.Document{Kind: "quyet-dinh", Meta: doc.Meta{
		Title: words + " " + name, Author: y.decider(), Kind: vi.UpperFirst(vi.Lower(words)), Signer: y.signerName(), Created: y.created(),
	}}
	d.Parts = []doc.Part{&doc.Sheet{At: at, Page: doc.PageSetup{
		Width: doc.MM(297), Height: doc.MM(210), Top: doc.MM(15), Bottom: doc.MM(15), Left: doc.MM(15), Right: doc.MM(15),
	}, Frames: frames}}
	y.found = append(y.found, c.found...)
	return d
}

func (y *seasonPapers) signerName() string {
	if d := y.s.Decision; d != nil && d.Signer != nil {
		return d.Signer.Name
	}
	return ""
}

// certificateFoot gives number and register on the left, date and signature on
// the right.
func (y *seasonPapers) certificateFoot(c *Composer, r *award.Result, v seasonView, at diag.Pos) []*doc.Frame {
	decided := spots["decision"].frame(at)
	decided.Blocks = []doc.Block{&doc.Paragraph{
		At: at, Style: "Giấy khen", Font: doc.Font{Size: doc.Pt(spots["decision"].size), Italic: true}, Align: doc.Left,
		Inlines: c.Wording("khen-thuong/certificate-decision", "decision", v),
	}}
	day := y.s.Decision.Date
	if k := y.s.Certificates; k != nil && !k.Date.IsZero() {
		day = k.Date
	}
	date := spots["date"].frame(at)
	in := doc.T(y.s.Issuer.Place + ", ngày ")
	in = append(in, c.datePart("date.day", day.Day, 10), &doc.Text{S: " tháng "}, c.datePart("date.month", day.Month, 3), &doc.Text{S: " năm "}, c.datePart("date.year", day.Year, 0))
	date.Blocks = []doc.Block{&doc.Paragraph{At: at, Style: "Giấy khen", Font: doc.Font{Size: doc.Pt(spots["date"].size), Italic: true}, Align: doc.Center, Inlines: in}}
	frames := []*doc.Frame{decided, spots["register"].frame(at, fmt.Sprintf("Vào sổ khen thưởng số: %s", vi.Count(r.Register))), date}
	if s := y.s.Decision.Signer; s != nil {
		lines := s.AuthorityLines()
		for i, l := range lines {
			lines[i] = vi.Upper(l)
		}
		frames = append(frames, spots["position"].frame(at, lines...), spots["signature"].frame(at), spots["signer"].frame(at, s.Name))
	}
	return frames
}

func certificateName(a *plan.Awardee) string {
	switch a.Kind {
	case plan.Collective:
		return vi.Upper(a.Name)
	case plan.Household:
		lead := "Hộ gia đình "
		if strings.HasPrefix(vi.Fold(a.Name), "hộ ") {
			lead = ""
		}
		return strings.TrimSpace(lead + vi.Lower(a.Honorific) + " " + vi.Upper(a.Name))
	}
	return strings.TrimSpace(a.Honorific + " " + vi.Upper(a.Name))
}

func certificateRole(a *plan.Awardee) string { return vi.UpperFirst(roleAndUnit(a)) }

// certificateReason gives the line below the name: what was achieved, or the
// title that was reached.
func certificateReason(r *award.Result, day plan.Date, s *plan.Season) string {
	if r.Award.Class == award.Title {
		return fmt.Sprintf("Đạt danh hiệu “%s” năm %d", r.Award.NameOn(day), s.Year)
	}
	reason := r.Nominee.Achievement
	if reason == "" {
		reason = s.Reason
	}
	if reason == "" || strings.HasPrefix(vi.Lower(reason), "đã ") {
		return vi.UpperFirst(reason)
	}
	if strings.HasPrefix(vi.Lower(reason), "có ") {
		return "Đã " + reason
	}
	return "Đã có thành tích: " + reason
}

// fit gives a spot whose size lets the text stand on one line: a name is never
// broken. Below 14 pt it is a finding.
func (y *seasonPapers) fit(c *Composer, s spot, text string, at diag.Pos) spot {
	width := 0
	for _, r := range text {
		w, ok := y.r.o.Fonts.set.Advance(font.StyleOf(s.bold, s.ital), r)
		if !ok {
			continue // layout names letters that no face has
		}
		width += w
	}
	for s.size > 14 && doc.Pt(s.size)*doc.Length(width)/font.Em > doc.MM(s.w) {
		s.size--
	}
	if doc.Pt(s.size)*doc.Length(width)/font.Em > doc.MM(s.w) {
		c.found.Add(&diag.Diagnostic{Pos: at, Rule: "certificate.long-name", Found: text, Message: fmt.Sprintf("tên %q quá dài, không in vừa một dòng của giấy khen", text)})
	}
	return s
}

func border(x, y, w, h, thickness float64) *doc.Frame {
	return &doc.Frame{X: doc.MM(x), Y: doc.MM(y), Width: doc.MM(w), Height: doc.MM(h), Border: doc.Pt(thickness), Color: seal, Role: doc.RoleArtifact}
}

func motto(at diag.Pos) *doc.Frame {
	f := spots["motto"].frame(at, "Độc lập - Tự do - Hạnh phúc")
	f.Height += doc.MM(3)
	f.Blocks = append(f.Blocks, &doc.Rule{At: at, Length: doc.MM(60), Thickness: doc.Pt(0.75), Align: doc.Center, Before: doc.Pt(2)})
	return f
}
