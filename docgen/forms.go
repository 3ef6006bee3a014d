package docgen

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// The papers of this file have lines of their own in the decree's samples. Each
// line is a block of the kind's template; what the templates see are the views
// below.

// personView is a person as templates see one.
type personView struct {
	Lead     string // "Ông", or "Ông (bà)" when the honorific is not known
	Mention  string // the same inside a sentence: "ông", "ông (bà)"
	Name     string
	Position string
	Text     string // "Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"
}

func viewPerson(p plan.Person) personView {
	v := personView{Lead: p.Address(), Name: p.BareName(), Position: markup.Stopless(p.Position)}
	v.Lead = cmp.Or(v.Lead, "Ông (bà)")
	v.Mention = vi.Lower(v.Lead)
	v.Text = strings.TrimSpace(p.Address() + " " + v.Name)
	if v.Position != "" {
		v.Text += ", " + v.Position
	}
	return v
}

// line gives a paragraph of a template block.
func (c *Composer) line(block, path string, view any) doc.Part {
	return &doc.Prose{At: c.At(path), Inlines: c.Wording(block, path, view)}
}

// dashed returns a list of names, each in a dashed item of its own with the marks
// of a list; none for a single name, which stands in the line above. bare, if any, takes the
// words of that line from a name.
func (c *Composer) dashed(path string, names []string, bare ...func(path, name string) string) []doc.Part {
	if len(given(names)) < 2 {
		return nil
	}
	var parts []doc.Part
	for i, n := range names {
		if n == "" {
			continue
		}
		for _, take := range bare {
			n = take(index(path, i), n)
		}
		text := markup.Stopless(n) + ";"
		if i == len(names)-1 {
			text = markup.Stopped(n)
		}
		parts = append(parts, &doc.Division{At: c.At(index(path, i)), Level: c.Dash(0), Text: doc.T(text)})
	}
	return parts
}

// unlabelled leaves the first of some names empty where it is no more than the words of the line above them: "Kính mời:".
func (c *Composer) unlabelled(path string, names []string, words ...string) []string {
	if len(names) < 2 {
		return names
	}
	for _, w := range words {
		if rest, ok := phrase.CutWords(names[0], w); ok && rest == "" {
			c.typedOwn(index(path, 0), names[0])
			return append([]string{""}, names[1:]...)
		}
	}
	return names
}

// given gives the names that are not empty.
func given(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" })
}

// minutesView is what the template bien-ban sees.
type minutesView struct {
	Start, Venue, End string
	Attendees         []string
	Chair, Secretary  personView
}

// minutesBody returns the body of minutes "biên bản" (mẫu 1.9).
func minutesBody(c *Composer, m *plan.Minutes) []doc.Part {
	attendees := c.unlabelled("attendees", m.Attendees, attending...)
	v := minutesView{Start: m.Start, Venue: m.Venue, End: m.End, Attendees: given(attendees), Chair: viewPerson(m.Chair),
		Secretary: viewPerson(m.Secretary)}
	parts := []doc.Part{
		c.line("bien-ban/start", "start", v),
		c.line("bien-ban/venue", "venue", v),
		c.line("bien-ban/attendees", "attendees", v),
	}
	parts = append(parts, c.dashed("attendees", attendees, func(path, s string) string { return c.ownLabel(path, s, attending...) })...)
	parts = append(parts,
		c.line("bien-ban/chair", "chair", v),
		c.line("bien-ban/secretary", "secretary", v),
		c.line("bien-ban/content", "content", v),
	)
	content := c.source("content", string(m.Content))
	content = content.Behind(len(content.Text) - len(c.ownLabel("content", content.Text, contents...)))
	said := c.body("content", content, 0)
	c.ownEnd(said)
	parts = append(parts, said...)
	if endsItself(m.End) {
		return append(parts, &doc.Prose{At: c.At("end"), Inlines: c.Line("end", plan.Prose(markup.Escape(m.End)))})
	}
	return append(parts, c.line("bien-ban/end", "end", v))
}

// endsItself reports whether what minutes say of their end is a sentence of its own.
func endsItself(end string) bool {
	return vi.UpperFirst(end) == end && minutesEnded.MatchString(vi.Fold(end)) && doubled("Cuộc họp kết thúc vào ", end) == 0
}

// minutesEnded is how such a sentence begins: "Hội nghị kết thúc lúc ...", "Biên bản lập xong hồi ...".
var minutesEnded = pattern.New(`^(?:hội nghị|cuộc họp|buổi|phiên|kỳ họp|đại hội|hội thảo|lễ|biên bản)` +
	`(?:\s+\pL+){0,3}\s+(?:kết thúc|lập xong|bế mạc)\s`)

// contents are the words that lead to what a meeting was about.
var contents = []string{"Nội dung cuộc họp", "Nội dung làm việc", "Nội dung họp", "Nội dung"}

// attending are the words that lead to who attends.
var attending = []string{
	"Thành phần tham dự gồm có", "Thành phần tham dự gồm", "Thành phần tham dự",
	"Thành phần gồm có", "Thành phần gồm", "Thành phần dự họp", "Thành phần",
}

// senderView is what the template cong-dien sees.
type senderView struct{ Sender string }

// telegramBody gives the body of a telegram "công điện" (mẫu 1.6).
func telegramBody(c *Composer, t *plan.Telegram) []doc.Part {
	sender := cmp.Or(t.Sender, t.Issuer.Name)
	if words, typed := cutSends(t.Sender); typed != "" {
		c.typedOwn("sender", typed)
		sender = words
	}
	lead := c.Wording("cong-dien/sender", "sender", senderView{sender})
	parts := []doc.Part{&doc.Addressees{At: c.At("addressees"), Lead: plainText(lead), Names: c.addressees(&t.Header)}}
	return append(parts, c.Body("body", t.Body, 0)...)
}

// cutLast takes the last word from a text, without the colon behind it.
func cutLast(s string) (before, last string, ok bool) {
	s = strings.TrimRight(s, " :\u00a0")
	at := strings.LastIndexByte(s, ' ')
	if at <= 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:at]), s[at+1:], true
}

// cutSends parts "điện", the word that the program writes behind who sends a telegram, from the
// sender: with a colon behind it, or small behind a name or a level. It is a part of other names:
// Công ty Truyền tải điện, Nhà máy Nhiệt điện, Bưu điện.
func cutSends(sender string) (words, typed string) {
	words, last, ok := cutLast(sender)
	if !ok || vi.Lower(last) != "điện" {
		return sender, ""
	}
	if strings.HasSuffix(strings.TrimSpace(sender), ":") {
		return words, last + ":"
	}
	before := words[strings.LastIndexByte(words, ' ')+1:]
	level := slices.Contains([]string{"xã", "phường", "khu", "tỉnh", "phố"}, before)
	compound := slices.Contains([]string{"nhiệt", "thủy", "thuỷ", "phong", "cơ", "bưu", "quang"}, vi.Lower(before))
	if last == "điện" && !compound && (level || before != vi.Lower(before)) {
		return words, last
	}
	return sender, ""
}

// plainText returns the text of inlines without their marks.
func plainText(in []doc.Inline) string { return doc.PlainText(in, "......") }

// invitationView is what the template giay-moi sees.
type invitationView struct {
	Issuer                    string
	Invitees                  []string
	Event, Chair, Time, Venue string
}

// invitationBody gives the body of an invitation "giấy mời" (mẫu 1.7).
func invitationBody(c *Composer, p *plan.Invitation) []doc.Part {
	invites := []string{"Trân trọng kính mời", "Kính mời"}
	invitees := c.unlabelled("invitees", p.Invitees, invites...)
	v := invitationView{p.Issuer.Name, given(invitees), p.Event, p.Chair, p.Time, p.Venue}
	parts := []doc.Part{c.line("giay-moi/invite", "invitees", v)}
	parts = append(parts, c.dashed("invitees", invitees, func(path, s string) string { return c.own(path, s, invites...) })...)
	parts = append(parts, c.line("giay-moi/event", "event", v))
	if p.Chair != "" {
		parts = append(parts, c.line("giay-moi/chair", "chair", v))
	}
	parts = append(parts, c.line("giay-moi/time", "time", v), c.line("giay-moi/venue", "venue", v))
	return append(parts, c.Body("notes", p.Notes, 0)...)
}

// introductionView is what the template giay-gioi-thieu sees.
type introductionView struct {
	Issuer                 string
	Person                 personView
	SentTo, Purpose, Until string
}

// introductionBody gives the body of a letter of introduction (mẫu 1.8).
func introductionBody(c *Composer, p *plan.Introduction) []doc.Part {
	v := introductionView{p.Issuer.Name, viewPerson(p.Person), p.SentTo, p.Purpose, p.ValidUntil.Text()}
	parts := []doc.Part{
		&doc.Prose{At: c.At("person"), Centered: true, Inlines: c.Wording("giay-gioi-thieu/introduce", "issuer", v)},
		c.line("giay-gioi-thieu/person", "person", v),
	}
	if p.Person.Position != "" {
		parts = append(parts, c.line("giay-gioi-thieu/position", "person.position", v))
	}
	parts = append(parts,
		c.line("giay-gioi-thieu/sent-to", "sent_to", v),
		c.line("giay-gioi-thieu/purpose", "purpose", v),
		c.line("giay-gioi-thieu/request", "purpose", v),
	)
	if !p.ValidUntil.IsZero() {
		parts = append(parts, c.line("giay-gioi-thieu/valid", "valid_until", v))
	}
	return parts
}

// leaveView is what the template giay-nghi-phep sees.
type leaveView struct {
	Issuer              string
	Person              personView
	Requested, From, To string
	Days, Travel, Year  int
	Place, Confirmation string
}

// leaveBody gives the body of a leave permit "giấy nghỉ phép" (mẫu 1.10).
func leaveBody(c *Composer, p *plan.LeavePermit) []doc.Part {
	v := viewLeave(p)
	parts := []doc.Part{c.line("giay-nghi-phep/grant", "requested", v), c.line("giay-nghi-phep/person", "person", v)}
	if p.Person.Position != "" {
		parts = append(parts, c.line("giay-nghi-phep/position", "person.position", v))
	}
	return append(parts, c.line("giay-nghi-phep/leave", "days", v), c.line("giay-nghi-phep/count", "year", v))
}

// leaveFoot puts the confirmation of where the leave is spent below the recipients.
func leaveFoot(c *Composer, p plan.Paper, before []doc.Part) []doc.Part {
	parts := c.Foot(p, before)
	leave, ok := p.(*plan.LeavePermit)
	if !ok {
		return parts
	}
	for _, part := range parts {
		if foot, ok := part.(*doc.Foot); ok {
			foot.Confirmation = c.Wording("giay-nghi-phep/confirmation", "confirmation", viewLeave(leave))
		}
	}
	return parts
}

func viewLeave(p *plan.LeavePermit) leaveView {
	v := leaveView{
		Issuer: p.Issuer.Name, Person: viewPerson(p.Person),
		Requested: p.Requested.Text(), From: p.From.Text(), To: p.To.Text(),
		Days: p.Days, Travel: p.Travel, Year: p.Year, Place: p.Place, Confirmation: p.Confirmation,
	}
	v.Confirmation = cmp.Or(v.Confirmation, "cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép")
	return v
}
