package award

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// body is a kind of body whose head decides on awards "loại cơ quan quyết định".
type body struct {
	ID   string `yaml:"id" vi:"mã" need:"yes" format:"id"`
	Name string `yaml:"name" vi:"tên loại" need:"yes"`
	// Names are what the names of such bodies begin with.
	Names   []string   `yaml:"names" vi:"chữ đầu tên cơ quan"`
	Group   string     `yaml:"group" vi:"nhóm cơ quan" need:"yes" help:"chọn các văn bản chỉ nhóm này viện dẫn"`
	Level   plan.Level `yaml:"level" vi:"cấp quyết định" need:"yes"`
	Office  string     `yaml:"office" vi:"chức vụ người quyết định" need:"yes"`
	Heading string     `yaml:"heading" vi:"tiêu đề văn bản" values:"state|party"`
	// Collective bodies decide as one, and their decisions are signed TM.
	Collective bool `yaml:"collective" vi:"tập thể quyết định"`
	// Strip is taken off the body's name to name the unit: xã Cẩm Hòa.
	Strip string `yaml:"strip" vi:"phần tên bỏ đi khi gọi đơn vị"`
	// Within are what the names of the units begin with that stand under such a body: their papers
	// have its name above their own.
	Within []string `yaml:"within" vi:"chữ đầu tên các đơn vị trực thuộc"`
	// Register is the name of the book of awards on certificates. Empty: Số sổ vàng.
	// Source: Nghị định 98/2023/NĐ-CP, Điều 104 (lapsed; its successor was not read).
	Register string `yaml:"register" vi:"tên sổ trên giấy khen"`
	Short    string `yaml:"short" vi:"cách gọi tắt" need:"yes"`
	// Unread says by whose rules such bodies may award, which nobody has read.
	Unread string `yaml:"unread" vi:"quy định riêng chưa đối chiếu"`
}

// city is a city of province level "thành phố trực thuộc Trung ương".
type city struct {
	validity
	Name string `yaml:"name" vi:"tên" need:"yes"`
}

// Who is whoever decides on the awards of a season, in the words of its papers.
type Who struct {
	Kind    string     // id of the kind of body
	Group   string     // group of bodies, by which acts are cited
	Level   plan.Level // whose powers hold
	Office  string     // Hiệu trưởng
	Body    string     // Trường Trung học phổ thông Lam Sơn
	Unit    string     // xã Cẩm Hòa; the body itself where its name has nothing to take off
	Short   string     // xã; Trường: how a text calls the unit
	Heading string     // state or party
	// Collective says that several decide together: their decisions are signed TM.
	Collective bool
	// Register stands on certificates before the number in the book of awards.
	Register string
	Within   []string // what the names of the units under the body begin with
	Bases    []string // cited before the acts on awards, as [Outcome.Citations]
	Fund     string   // Quỹ thi đua, khen thưởng của xã năm 2026
	unread   string   // rules of its own, which nobody has read
}

// Title returns who decides, as authority line, addressee, giver and third line of a
// certificate name them: Hiệu trưởng Trường Trung học phổ thông Lam Sơn.
func (w Who) Title() string { return strings.TrimSpace(phrase.JoinPost(w.Office, w.Body)) }

// IsParty reports whether the body is one of the Party: its papers have the Party's heading.
func (w Who) IsParty() bool { return w.Heading == "party" }

// Above reports whether a unit of that name stands under the body, by its first words.
func (w Who) Above(unit string) bool {
	unit = vi.FoldName(unit) + " "
	return slices.ContainsFunc(w.Within, func(head string) bool { return strings.HasPrefix(unit, vi.FoldName(head)+" ") })
}

// DeciderOf returns who decides on a season's awards: what the season says, and otherwise what
// the kind of its body has. A body of no known kind is an agency, whose head is who signs.
func (l *Law) DeciderOf(s *plan.Season) Who {
	l, s = zero.Or(l), zero.Or(s)
	d := zero.Or(s.Decider)
	w := Who{Body: cmp.Or(d.Body, s.Issuer.Name)}
	kind := l.bodyOf(d.Kind, w.Body, s)
	w.Kind, w.Group, w.Level, w.Short = kind.ID, cmp.Or(kind.Group, "people_committee"), cmp.Or(s.Level, kind.Level, plan.CommuneLevel),
		cmp.Or(kind.Short, "cơ quan")
	w.Office = cmp.Or(d.Office, headWho(zero.Or(s.Decision).Signer, kind), kind.Office, "Chủ tịch")
	w.Heading = cmp.Or(d.Heading, kind.Heading, "state")
	w.Within, w.unread = kind.Within, kind.Unread
	w.Collective = kind.Collective && d.Office == ""
	w.Unit = w.Body
	for _, head := range []string{kind.Strip, "UBND"} {
		if rest, ok := strings.CutPrefix(w.Body, head+" "); ok && kind.Strip != "" {
			w.Unit = rest
		}
	}
	for i := range d.Bases {
		w.Bases = append(w.Bases, strings.TrimRight(strings.TrimPrefix(string(d.Bases[i].Text), "Căn cứ "), " ;."))
	}
	w.Register = cmp.Or(d.Register, kind.Register, "Số sổ vàng")
	w.Fund = d.Fund
	if w.Fund == "" {
		w.Fund = fmt.Sprintf("Quỹ thi đua, khen thưởng của %s %s", w.Short, cmp.Or(s.Period.Term(), fmt.Sprintf("năm %d", s.Year)))
	}
	return w
}

// headWho returns the office of who signs a decision as the head of an agency: each kind has heads of several
// offices, such as Tổng Giám đốc. Empty where the signer is none, or where the kind has one office alone.
func headWho(s *plan.Signer, kind *body) string {
	if s == nil || kind.Group != "agency" {
		return ""
	}
	head := s.Position
	switch {
	case len(s.Capacity) == 0 && len(s.ActingFor) == 0:
	case slices.Equal(s.Capacity, []plan.Capacity{"KT"}) && len(s.ActingFor) == 1:
		head = s.ActingFor[0]
	default:
		return ""
	}
	for _, other := range []string{"phó", "quyền", "phụ trách", "người"} { // who stands in for a head
		if strings.HasPrefix(vi.Fold(head)+" ", other+" ") {
			return ""
		}
	}
	return head
}

// anyAgency is the kind of body of which nothing more is known.
const anyAgency = "agency"

// bodyOf gives the kind of a body: by its id, or by what its name begins with. Whatever is no People's Committee by its name
// is some agency.
func (l *Law) bodyOf(id, name string, s *plan.Season) *body {
	folded := vi.FoldName(name) + " "
	if rest, short := strings.CutPrefix(folded, "ubnd "); short {
		folded = "ủy ban nhân dân " + rest
	}
	other := &body{}
	for i := range l.Bodies {
		b := &l.Bodies[i]
		if id != "" && b.ID == id {
			return b
		}
		for _, head := range b.Names {
			if id == "" && strings.HasPrefix(folded, vi.FoldName(head)+" ") {
				return b
			}
		}
		named := strings.TrimSpace(folded) != "" && !strings.HasPrefix(folded, "ủy ban nhân dân ")
		if b.ID == anyAgency && (named || s.Level != "" && s.Level != plan.CommuneLevel || s.Decider != nil) {
			other = b
		}
	}
	return other
}

// inCity gives the law with the names that awards have in a city of province level, where the season
// is one of a city or of a commune in one: by whoever decides, stands above or is asked to award.
func (l *Law) inCity(s *plan.Season) *Law {
	l, s = zero.Or(l), zero.Or(s)
	d := zero.Or(s.Decider)
	day := zero.Or(s.Decision).Date
	if !day.IsFull() {
		day = plan.Date{Year: s.Year, Month: 12, Day: 31}
	}
	body := cmp.Or(d.Body, s.Issuer.Name)
	city := l.bodyOf(d.Kind, body, s).ID == "city"
	for _, text := range append([]string{body, s.Issuer.Superior}, zero.Or(s.Upward).Addressees...) {
		_, name, ok := strings.Cut(vi.FoldName(text), "thành phố ")
		city = city || ok && l.cityOn(name, day) != nil
	}
	if !city {
		return l
	}
	named := *l
	named.Awards = slices.Clone(l.Awards)
	for i := range named.Awards {
		if a := &named.Awards[i]; a.CityName != "" {
			a.Name, a.FormerNames = a.CityName, nil
		}
	}
	return &named
}

// cityOn returns the province of this name that is a city on a day; nil where it is none.
func (l *Law) cityOn(name string, day plan.Date) *city {
	name = vi.FoldName(name)
	return last(zero.Or(l).Cities, day, func(c *city) bool { return vi.FoldName(c.Name) == name })
}
