package decree

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Profile is the form of papers: the figures of a rule pack, or what an office
// has chosen within its bounds. A field's tag names its rule, without the
// pack's prefix. A Profile is not changed after it was made and is safe for
// concurrent use.
type Profile struct {
	Pack       *Pack
	Office     *Office     // the file it was made of; nil: the pack's own profile
	Deviations []deviation // figures outside the bounds, each with its reason

	LineBreaks  string // how lines are broken: mode14, word15 or libreoffice; empty is mode14
	AutoNumbers bool   // Word files number divisions themselves; otherwise numbers are text

	Page    page
	Head    head
	Title   Title
	Body    body
	Table   table
	Foot    foot
	Mark    mark
	Annex   annex
	Copy    copy
	Contact contact

	schemes map[string]doc.Scheme // of the office, by kind; over those of the pack
}

// Face is the size and style of a component's letters "cỡ chữ, kiểu chữ".
type Face struct {
	Size doc.Length
	Style
}

// share is a part of a length in hundredths of a percent: 4000 is 40 %.
type share int

// Of returns the share of l.
func (s share) Of(l doc.Length) doc.Length { return l * doc.Length(s) / 10_000 }

// page is the paper, its margins "định lề trang" and "số trang".
type page struct {
	Width     doc.Length `rule:"page.width"`
	Height    doc.Length `rule:"page.height"`
	Top       doc.Length `rule:"page.margin-top"`
	Bottom    doc.Length `rule:"page.margin-bottom"`
	Left      doc.Length `rule:"page.margin-left"`
	Right     doc.Length `rule:"page.margin-right"`
	Number    Face       `rule:"page.number"`
	NumberTop doc.Length `rule:"page.number-top"` // from the paper's edge to the top of the number's line
}

// head is the head of page 1, ô 1 to 4 and 5b.
type head struct {
	Nation     Face       `rule:"header.nation"` // "Quốc hiệu"
	NationText string     `rule:"header.nation"`
	Motto      Face       `rule:"header.motto"` // "Tiêu ngữ"; without words there is no such line
	MottoText  string     `rule:"header.motto"`
	Superior   Face       `rule:"header.superior"` // "tên cơ quan chủ quản trực tiếp"
	Agency     Face       `rule:"header.agency"`   // "tên cơ quan ban hành"
	AgencyRule share      `rule:"header.agency-rule-length"`
	AgencyMark string     `rule:"header.agency-mark"` // printed instead of the line; empty: the line
	Thickness  doc.Length `rule:"header.rule-thickness"`
	RuleGap    doc.Length `rule:"header.rule-gap"` // from the text to the line below it
	RowGap     doc.Length `rule:"header.row-gap"`  // from names and motto down to number and date
	ColumnGap  doc.Length `rule:"header.column-gap"`
	Hang       doc.Length `rule:"header.hang"` // how far the columns may reach over each margin

	Number      Face       `rule:"header.number"` // "số, ký hiệu"
	NumberLead  string     `rule:"header.number"`
	NumberJoin  string     `rule:"header.number-join"` // between number and symbol
	SymbolJoin  string     `rule:"header.symbol-join"` // between kind and body in the symbol
	KindSigns   string     `rule:"header.kind-signs"`  // kinds whose abbreviation is another: "cong-van=CV, ..."
	NumberBlank doc.Length `rule:"header.number-blank"`
	Date        Face       `rule:"header.date"`             // "địa danh, thời gian"
	DateLeast   doc.Length `rule:"header.date" bound:"min"` // for a place with a long name
	DayBlank    doc.Length `rule:"header.day-blank"`
	YearBlank   doc.Length `rule:"header.year-blank"`
	Subject     Face       `rule:"header.subject"` // "trích yếu" of a công văn
	SubjectLead string     `rule:"header.subject"`
	SubjectGap  doc.Length `rule:"header.subject-gap"`
	Draft       Face       `rule:"header.draft"`
}

// PrintedSymbol is a symbol as it stands on paper: KH-UBND, or NQ/ĐU of the Party.
func (h *head) PrintedSymbol(symbol string) string {
	h = zero.Or(h)
	if strings.Contains(symbol, h.SymbolJoin) {
		return symbol
	}
	return strings.Replace(symbol, "-", h.SymbolJoin, 1)
}

// SignOf returns the abbreviation of a kind "chữ viết tắt tên loại", which is usual unless
// the pack has another.
func (h *head) SignOf(kind, usual string) string { return ofKind(zero.Or(h).KindSigns, kind, usual) }

// ofKind returns what a list of words by kind, "cong-van=CV, quy-dinh=QĐi", has for one.
func ofKind(words, kind, usual string) string {
	for entry := range strings.SplitSeq(words, ", ") {
		if of, word, _ := strings.Cut(entry, "="); of == kind && word != "" {
			return word
		}
	}
	return usual
}

// DateLine returns the words before, then "ngày 05 tháng 01 năm 2026" with a blank for each
// part, filled or not. name stands before the names of the blanks: "reference." makes
// "reference.day".
func (h *head) DateLine(before, name string, year, month, day int) []doc.Inline {
	h = zero.Or(h)
	y, m, d := vi.DateFigures(year, month, day)
	words := [3]doc.Text{{S: before + "ngày "}, {S: " tháng "}, {S: " năm "}}
	blanks := [3]doc.Blank{
		{Name: name + "day", Width: h.DayBlank, Value: d}, {Name: name + "month", Width: h.DayBlank, Value: m},
		{Name: name + "year", Width: h.YearBlank, Value: y},
	}
	return []doc.Inline{&words[0], &blanks[0], &words[1], &blanks[1], &words[2], &blanks[2]}
}

// Title is "tên loại và trích yếu", ô 5a, and the lines down to the body.
type Title struct {
	Kind      Face       `rule:"title.kind"`
	Subject   Face       `rule:"title.subject"`
	Reference Face       `rule:"title.reference"` // "(Kèm theo ...)"
	Rule      share      `rule:"title.rule-length"`
	RuleLeast share      `rule:"title.rule-length" bound:"min"`
	RuleMost  share      `rule:"title.rule-length" bound:"max"`
	Mark      string     `rule:"title.mark"` // printed instead of the line; empty: the line
	Gap       doc.Length `rule:"title.gap"`  // above and below the block
	Authority Face       `rule:"title.authority"`
	Place     string     `rule:"title.authority-place"` // of the authority: see JoinsOrder
	Plain     string     `rule:"title.plain-kinds"`     // kinds without authority and order
	Base      Face       `rule:"body.base"`             // "căn cứ"
	BaseLead  string     `rule:"body.base"`             // before each of them
	Order     Face       `rule:"title.order"`
}

// JoinsOrder reports whether the authority "thẩm quyền ban hành" stands in the line of the
// order, below the legal bases: BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH.
func (t *Title) JoinsOrder() bool { return zero.Or(t).Place == "trước lời lệnh" }

// IsPlain reports whether papers of a kind have neither authority nor order.
func (t *Title) IsPlain(kind string) bool {
	return slices.Contains(strings.Split(zero.Or(t).Plain, ", "), kind)
}

// body is "nội dung văn bản", ô 6.
type body struct {
	Text    Face       `rule:"body.text"`
	Indent  doc.Length `rule:"body.indent"`  // of first lines
	Spacing doc.Length `rule:"body.spacing"` // between paragraphs
	Lines   share      `rule:"body.lines"`   // pitch of lines, as a share of single
	Exact   doc.Length `rule:"body.pitch"`   // exact pitch; zero: by Lines
	Heading Face       `rule:"body.heading"` // of levels with a title
	End     string     `rule:"body.end"`     // closes the text
}

// table is how tables of the body look; the decree is silent about them.
type table struct {
	Text    Face       `rule:"table.text"`
	Head    Face       `rule:"table.head"`
	Caption Face       `rule:"table.caption"`
	Unit    Face       `rule:"table.unit"`
	Border  doc.Length `rule:"table.border"`
	Padding doc.Length `rule:"table.padding"`
	Gap     doc.Length `rule:"table.gap"`       // above and below the text of a cell
	Whole   doc.Length `rule:"table.whole-row"` // rows up to this height are not broken over pages
}

// foot is addressees, signature and "nơi nhận", ô 7 to 9b and 12.
type foot struct {
	Addressee       Face       `rule:"foot.addressee"` // "Kính gửi"
	AddresseeLead   string     `rule:"foot.addressee"`
	AddresseeKinds  string     `rule:"foot.addressee-kinds"` // kinds that have other words: "to-trinh=Kính trình"
	AddresseeIndent doc.Length `rule:"foot.addressee-indent"`

	Authority   Face       `rule:"foot.authority"`  // "quyền hạn"
	Position    Face       `rule:"foot.position"`   // "chức vụ"
	Name        Face       `rule:"foot.name"`       // "họ tên"
	Note        Face       `rule:"foot.note"`       // "(Ký, họ tên)"
	MarkSigns   string     `rule:"foot.mark-signs"` // how TM. KT. TL. TUQ. Q. are written: "TM.=T/M ..."
	Signature   doc.Length `rule:"foot.signature-height"`
	SignWidth   doc.Length `rule:"foot.signature-width"`
	Seal        doc.Length `rule:"foot.seal-diameter"`
	SealOverlap share      `rule:"foot.seal-overlap"` // of the signature that the seal covers, on its left
	Gap         doc.Length `rule:"foot.gap"`          // from the text down to the foot
	Column      share      `rule:"foot.column"`       // of the text width that the signature takes
	ColumnMost  share      `rule:"foot.column" bound:"max"`

	Lead     Face   `rule:"foot.distribution"` // "Nơi nhận:"
	LeadText string `rule:"foot.distribution"`
	List     Face   `rule:"foot.distribution-list"`
	CopyLead string `rule:"foot.file-copy"` // "Lưu: "
}

// LeadOf returns the words before the addressees of a kind of paper: "Kính gửi".
func (f *foot) LeadOf(kind string) string {
	f = zero.Or(f)
	return ofKind(f.AddresseeKinds, kind, f.AddresseeLead)
}

// mark is secrecy, urgency and circulation, ô 10 and 11, and the stamp line of ô 14.
type mark struct {
	Urgency     Face       `rule:"mark.urgency"`
	UrgencyInk  doc.Color  `rule:"mark.urgency-ink"`
	Urgent      doc.Length `rule:"mark.urgent-width"`      // KHẨN
	VeryUrgent  doc.Length `rule:"mark.very-urgent-width"` // THƯỢNG KHẨN
	Express     doc.Length `rule:"mark.express-width"`     // HỎA TỐC
	BoxHeight   doc.Length `rule:"mark.box-height"`
	BoxBorder   doc.Length `rule:"mark.box-border"`
	Secrecy     Face       `rule:"mark.secrecy"`
	Circulation Face       `rule:"mark.circulation"`
	CircPadding doc.Length `rule:"mark.circulation-padding"` // beside the words in the box
	CircTop     doc.Length `rule:"mark.circulation-top"`
	Stamp       Face       `rule:"mark.stamp"`
	StampTop    doc.Length `rule:"mark.stamp-top"` // from the paper's edge
}

// annex is the head of a "phụ lục".
type annex struct {
	Label     Face `rule:"annex.label"`
	Title     Face `rule:"annex.title"`
	Note      Face `rule:"annex.note"`
	Reference Face `rule:"annex.reference"`
}

// Width gives the width of the box of a degree of urgency, in capitals. An
// unknown word takes the widest.
func (m *mark) Width(urgency string) doc.Length {
	m = zero.Or(m)
	switch urgency {
	case "KHẨN":
		return m.Urgent
	case "HỎA TỐC", "HOẢ TỐC":
		return m.Express
	}
	return m.VeryUrgent
}

// copy is the block that makes a paper copy.
type copy struct {
	Form   Face `rule:"copy.form"` // "SAO Y", "SAO LỤC", "TRÍCH SAO"
	Issuer Face `rule:"copy.issuer"`
}

// contact is the line of addresses on page 1, ô 13.
type contact struct {
	Text Face       `rule:"contact.text"`
	Rule doc.Length `rule:"contact.rule-thickness"`
}

// deviation is a figure outside the bounds of its rule, with the office's reason.
type deviation struct {
	Rule   *Rule
	Value  quantity
	Reason string
}

// Default gives the profile of the decree itself: every figure its default.
func Default() *Profile { return DefaultOf(Standard) }

// DefaultOf gives the profile of a pack, or nil when there is no such pack.
func DefaultOf(pack string) *Profile {
	if p := findPack(pack); p != nil {
		return p.base
	}
	return nil
}

// Scheme returns the numbering scheme of a kind of paper, such as "ke-hoach":
// the office's own, or the pack's.
func (p *Profile) Scheme(kind string) doc.Scheme {
	p = zero.Or(p)
	if s, ok := p.schemes[kind]; ok {
		return s
	}
	return p.Pack.KindScheme(kind)
}

// singleLine is the distance of baselines at single line spacing "dòng đơn", as
// a share of the size: the height of Times New Roman itself.
const singleLine share = 11500

// SingleLine is the distance of baselines at single line spacing "dòng đơn".
func (f Face) SingleLine() doc.Length { return singleLine.Of(f.Size) }

// Pitch is [Face.SingleLine] in whole twips.
func (f Face) Pitch() doc.Length { return wholeTwips(f.SingleLine()) }

// BodyPitch returns the distance of baselines of body text of a size.
func (p *Profile) BodyPitch(size doc.Length) doc.Length {
	p = zero.Or(p)
	if p.Body.Exact > 0 {
		return wholeTwips(p.Body.Exact)
	}
	return wholeTwips(p.Body.Lines.Of(singleLine.Of(size)))
}

func wholeTwips(l doc.Length) doc.Length { return (l + doc.Twip/2) / doc.Twip * doc.Twip }

// profile gives the profile of a pack's defaults.
func (p *Pack) profile() (*Profile, error) {
	base := &Profile{Pack: p}
	err := eachFigure(base, func(id, bound string, v reflect.Value) error {
		r := p.effective(id)
		if r == nil {
			return fmt.Errorf("rule %s.%s: missing", p.Prefix, id)
		}
		switch bound {
		case "min":
			return setFigure(v, r, r.Min)
		case "max":
			return setFigure(v, r, r.Max)
		}
		return setFigure(v, r, r.Value)
	})
	return base, err
}

// eachFigure calls f for every field that is bound to a rule: to its value, or
// to one of its bounds, "min" or "max".
func eachFigure(p *Profile, f func(id, bound string, v reflect.Value) error) error {
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		group := v.Field(i)
		if group.Kind() != reflect.Struct {
			continue
		}
		for j := range group.NumField() {
			tag := group.Type().Field(j).Tag
			if id := tag.Get("rule"); id != "" {
				if err := f(id, tag.Get("bound"), group.Field(j)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// setFigure gives a field the value q of its rule, or the rule's style or words.
func setFigure(v reflect.Value, r *Rule, q quantity) error {
	switch to := v.Addr().Interface().(type) {
	case *doc.Length:
		if q.Unit != millimetre && q.Unit != point {
			return fmt.Errorf("rule %s: no length", r.ID)
		}
		*to = q.Length()
	case *Face:
		if q.Unit != point {
			return fmt.Errorf("rule %s: no size", r.ID)
		}
		*to = Face{q.Length(), r.Style}
	case *share:
		if q.Unit != percent {
			return fmt.Errorf("rule %s: no share", r.ID)
		}
		*to = share(q.Hundredths)
	case *string:
		*to = r.Words
	case *doc.Color:
		c, err := strconv.ParseUint(strings.TrimPrefix(r.Words, "#"), 16, 24)
		if err != nil {
			return fmt.Errorf("rule %s: no colour: %w", r.ID, err)
		}
		*to = doc.Color(c)
	default:
		return fmt.Errorf("rule %s: field of type %T", r.ID, to)
	}
	return nil
}

// Report adds a hint for each figure outside the bounds, with the office's
// reason: whoever makes or checks a paper sees them.
func (p *Profile) Report(l *diag.List) {
	p = zero.Or(p)
	for _, d := range p.Deviations {
		l.Add(&diag.Diagnostic{
			Level: diag.Info, Rule: d.Rule.ID, Found: d.Value.String(), Expected: d.Rule.Bounds(),
			Message: fmt.Sprintf("%s là %s, ngoài mức cho phép (%s); lý do của đơn vị: %s",
				d.Rule.Title, d.Value, d.Rule.Bounds(), d.Reason),
			Source: p.Pack.Source(d.Rule),
		})
	}
}
