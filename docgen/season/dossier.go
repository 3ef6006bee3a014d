package season

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// dossiers returns the report "báo cáo thành tích" of each nominee in the form of its
// kind: of a person or household, of a collective, or the short one for what was
// done on the spot. Each nominee writes its own; what the season does not know is a
// dotted line to write on, so that the office can hand the forms out.
// Source: Luật Thi đua, khen thưởng, Điều 84.
func (y *maker) dossiers() []Paper {
	var papers []Paper
	for i := range y.out.Results {
		r := &y.out.Results[i]
		if r.Award == nil || y.written && r.Nominee.Report == "" {
			continue
		}
		papers = append(papers, y.dossier(award.DossierStage, r,
			vi.Slug(fmt.Sprintf("bao-cao-thanh-tich-%03d-%s", r.Index+1, r.Nominee.Name))))
	}
	return papers
}

// reported tells whether any nominee has written its report.
func (y *maker) reported() bool {
	return slices.ContainsFunc(y.s.Nominees, func(n plan.Nominee) bool { return n.Report != "" })
}

// dossierView is what the templates of a nominee's report see.
type dossierView struct {
	Give  string // tặng; truy tặng
	Award string // Giấy khen của Chủ tịch ...; danh hiệu “...” năm 2026
}

func (y *maker) dossier(st award.Stage, r *award.Result, name string) Paper {
	n := r.Nominee
	path := record.Index(y.list(), r.Index)
	v := dossierView{Give: verbOf(r), Award: y.awardName(r.Award)}
	d := &dossier{y: y, n: n, path: path}
	p := &plan.Form{
		Header: plan.Header{
			Issuer: y.writes(n), Date: plan.Date{Year: y.s.Year},
			Subject: y.said("dossier-subject", path, v),
		},
		Title: "Báo cáo thành tích", Sections: d.sections(),
		Footer: plan.Footer{Signers: d.signers()},
	}
	from := map[string]string{"": path}
	d.places(from, "sections", p.Sections)
	return y.paper(st, name, p, from)
}

// writes gives the letterhead of a nominee's report: the body itself, the office of a person, with whoever
// decides above it where it stands under that.
func (y *maker) writes(n *plan.Nominee) plan.Issuer {
	name := n.Unit
	if n.Kind == plan.Collective {
		name = n.Name
	}
	first, _ := utf8.DecodeRuneInString(name)
	switch own := y.s.Issuer; {
	case name == "", strings.HasPrefix(vi.FoldName(own.Name)+" ", vi.FoldName(name)+" "): // also "Ủy ban nhân dân xã"
		own.Superior, own.SuperiorLines = "", nil
		return own
	case y.all.Decider.Above(name), !unicode.IsUpper(first): // an address stands under the commune too
		return plan.Issuer{Superior: y.superior(), Name: strings.TrimSuffix(name, " "+y.unit()), Place: own.Place}
	}
	return plan.Issuer{Name: name, Place: y.s.Issuer.Place}
}

// dossier writes the sections of one report.
type dossier struct {
	y    *maker
	n    *plan.Nominee
	path string
}

// places notes where the texts come from that the nominee wrote.
func (d *dossier) places(from map[string]string, path string, sections []plan.Section) {
	for i := range sections {
		s, at := &sections[i], record.Index(path, i)
		key := ""
		switch b, o := d.n.Biography, d.n.Organisation; {
		case s.Body == "":
		case s.Body == d.n.Report:
			key = "report"
		case b != nil && s.Body == b.Duties:
			key = "biography.duties"
		case o != nil && s.Body == o.Features:
			key = "organisation.features"
		case o != nil && s.Body == o.Functions:
			key = "organisation.functions"
		}
		if key != "" {
			from[record.Join(at, "body")] = record.Join(d.path, key)
		}
		d.places(from, record.Join(at, "sections"), s.Sections)
	}
}

func (d *dossier) sections() []plan.Section {
	if d.n.Kind == plan.Collective {
		return d.collective()
	}
	return d.person()
}

// person gives the sections of the report of a person or household.
func (d *dossier) person() []plan.Section {
	n := d.n
	b := zero.Or(n.Biography)
	residence := b.Residence
	name, born := "Họ và tên", "Ngày, tháng, năm sinh"
	if n.Kind == plan.Household {
		name = "Họ và tên chủ hộ"
		residence = cmp.Or(residence, n.Unit)
	}
	about := []plan.Section{
		d.entry(name, strings.TrimSpace(n.Address()+" "+n.BareName())), d.entry(born, birth(n, b)),
		d.entry("Giới tính", vi.UpperFirst(b.Sex.Term())), d.entry("Quê quán", b.HomeTown), d.entry("Trú quán", residence),
	}
	if n.Kind == plan.Individual {
		about = append(about,
			d.entry("Đơn vị công tác", n.Unit), d.entry("Chức vụ (Đảng, chính quyền, đoàn thể)", phrase.JoinComma(b.Offices, n.Role)),
			d.entry("Trình độ chuyên môn, nghiệp vụ", b.Education),
			d.entry("Học hàm, học vị, danh hiệu, giải thưởng", b.Titles))
	}
	sections := []plan.Section{{Title: "SƠ LƯỢC LÝ LỊCH", Sections: about}}
	const done = "THÀNH TÍCH ĐẠT ĐƯỢC"
	switch {
	case d.y.sudden(n):
		return append(sections, plan.Section{Title: done, Sections: d.told(8)})
	case n.Kind == plan.Household:
		return append(sections, plan.Section{Title: done, Sections: d.told(8)}, d.held())
	}
	return append(sections, plan.Section{Title: done, Sections: []plan.Section{
		{Title: "Quyền hạn, nhiệm vụ được giao", Sections: d.written(b.Duties)},
		{Title: "Thành tích đạt được", Sections: append(d.told(6), d.ratingTable(), d.initiativeTable())},
	}}, d.held())
}

// collective gives the sections of the report of a collective.
func (d *dossier) collective() []plan.Section {
	n := d.n
	o := zero.Or(n.Organisation)
	members := ""
	if n.Members != nil && n.Members.Total > 0 {
		members = strconv.Itoa(n.Members.Total) + " người"
	}
	state := []plan.Section{d.entry("Trụ sở chính, địa chỉ", cmp.Or(o.Seat, n.Unit)), d.entry("Tổng số thành viên", members)}
	sections := []plan.Section{{Title: "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", Sections: []plan.Section{
		{Title: "Đặc điểm, tình hình", Sections: append(state, d.written(o.Features)...)},
		{Title: "Chức năng, nhiệm vụ", Sections: d.written(o.Functions)},
	}}}
	if d.y.sudden(n) {
		return append(sections, plan.Section{Title: "THÀNH TÍCH ĐẠT ĐƯỢC", Sections: d.told(8)})
	}
	var done []plan.Section
	if n.Report != "" {
		done = append(d.told(0), d.ratingTable())
	} else {
		for i, part := range []string{
			"Kết quả thực hiện nhiệm vụ được giao, so với các năm trước",
			"Các biện pháp, phong trào thi đua và sáng kiến",
			"Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
			"Hoạt động của tổ chức đảng, đoàn thể",
		} {
			body := dots(4)
			if i == 0 {
				body = append(body, d.ratingTable())
			}
			done = append(done, plan.Section{Title: part, Sections: body})
		}
	}
	return append(sections, plan.Section{Title: "THÀNH TÍCH ĐẠT ĐƯỢC", Sections: done}, d.held())
}

// held returns the section of what was awarded before, titles and forms apart.
func (d *dossier) held() plan.Section {
	var titles, forms []plan.Row
	for _, h := range d.n.Held {
		a, known := d.y.law.Find(h.Award)
		name := h.Award
		if known {
			name = a.NameOn(d.y.out.Day)
		}
		row := textCells(strconv.Itoa(h.Year), name, paperText(h.Decision, h.By))
		if a.IsTitle() {
			titles = append(titles, row)
		} else {
			forms = append(forms, row)
		}
	}
	const title, form = "Danh hiệu thi đua", "Hình thức khen thưởng"
	return plan.Section{Title: "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", Sections: []plan.Section{
		{Title: title, Table: pastTable(title, titles)}, {Title: form, Table: pastTable(form, forms)},
	}}
}

func (d *dossier) ratingTable() plan.Section {
	var rows []plan.Row
	for _, r := range d.n.Ratings {
		rows = append(rows, textCells(strconv.Itoa(r.Year), vi.UpperFirst(r.Rating.Term()), paperText(r.Decision, "")))
	}
	return plan.Section{Table: pastTable("Danh hiệu thi đua, mức độ hoàn thành nhiệm vụ", rows)}
}

func (d *dossier) initiativeTable() plan.Section {
	var rows []plan.Row
	for _, v := range d.n.Initiatives {
		rows = append(rows, textCells(strconv.Itoa(v.Year), v.Name, vi.UpperFirst(v.Scope.Term()), paperText(v.Decision, "")))
	}
	return plan.Section{Table: formTable("Sáng kiến, đề tài", rows,
		plan.Column{Title: "Tên sáng kiến, đề tài", Share: 5},
		plan.Column{Title: "Phạm vi ảnh hưởng", Share: 3}, plan.Column{Title: "Văn bản công nhận", Share: 4})}
}

// pastTable returns a table of years, what was reached, and the decision on it.
func pastTable(what string, rows []plan.Row) *plan.Table {
	by := plan.Column{Title: "Số, ngày, tháng, năm của quyết định; cơ quan ban hành", Share: 1}
	return formTable(what, rows, plan.Column{Title: what, Share: 1}, by)
}

// formTable returns a table of years, with two free rows where nothing is known.
func formTable(alt string, rows []plan.Row, columns ...plan.Column) *plan.Table {
	t := &plan.Table{Alt: alt, Rows: rows}
	t.Columns = append([]plan.Column{{Title: "Năm", Width: 16, Align: plan.AlignCenter}}, columns...)
	if len(rows) == 0 {
		free := textCells(make([]string, len(t.Columns))...)
		t.Rows, t.OnePage = []plan.Row{free, free}, true
	}
	return t
}

// told returns what the nominee wrote, or what the season knows in short with lines
// to go on.
func (d *dossier) told(lines int) []plan.Section {
	switch {
	case d.n.Report != "":
		return []plan.Section{{Body: d.n.Report}}
	case d.n.Achievement != "":
		return append([]plan.Section{{Body: escaped(markup.Stopped(d.n.Achievement))}}, dots(lines)...)
	}
	return dots(lines)
}

// written gives a text of the dossier, or three lines to write it on.
func (d *dossier) written(p plan.Prose) []plan.Section {
	if p == "" {
		return dots(3)
	}
	return []plan.Section{{Body: p}}
}

// entry gives a line of the form: its words and what is known, or dots to the end.
func (d *dossier) entry(label, value string) plan.Section {
	text := plan.Prose("[](_line)")
	if value != "" {
		if rest, ok := phrase.CutWords(value, label); ok && rest != "" {
			value = rest
		}
		text = midLine(value)
	}
	return plan.Section{Body: plan.Prose("\\- "+label+": ") + text}
}

// dots returns empty lines to write on.
func dots(n int) []plan.Section {
	if n == 0 {
		return nil
	}
	return []plan.Section{{Body: plan.Prose(strings.TrimSpace(strings.Repeat("[](_line)\n\n", n)))}}
}

// signers returns who confirms and who reports.
func (d *dossier) signers() []plan.Signer {
	n := d.n
	confirm := plan.Signer{Position: "Xác nhận của cấp trình khen thưởng", Note: "(Ký, đóng dấu)"}
	report := plan.Signer{Position: "Người báo cáo", Note: "(Ký, ghi rõ họ và tên)", Name: n.Name, NoSeal: true}
	switch {
	case n.Kind == plan.Collective:
		report = plan.Signer{Position: "Thủ trưởng đơn vị", Note: "(Ký, ghi rõ họ và tên)"}
		if n.Organisation != nil {
			report.Name = n.Organisation.Head
		}
	case n.Kind == plan.Household:
		report.Position = "Chủ hộ"
	case n.Posthumous:
		report.Name = "" // whoever reports for the dead
	}
	return []plan.Signer{confirm, report}
}

// sudden tells whether a nominee is proposed for what it did on the spot.
func (y *maker) sudden(n *plan.Nominee) bool {
	return cmp.Or(n.Occasion, y.s.Occasion) == plan.Sudden
}

func birth(n *plan.Nominee, b *plan.Biography) string {
	switch d := b.BirthDate; {
	case d.IsFull():
		return vi.ShortDate(d.Year, d.Month, d.Day)
	case n.BirthYear > 0:
		return strconv.Itoa(n.BirthYear)
	}
	return ""
}

// paperText gives a paper in a cell: "Số 12/QĐ-UBND ngày 01/9/2026 của ...".
func paperText(d plan.PaperRef, by string) string {
	var parts []string
	if m := d.Mark(); m != "" {
		parts = append(parts, "số", m)
	}
	if !d.Date.IsZero() {
		parts = append(parts, d.Date.Short())
	}
	if by != "" {
		parts = append(parts, "của", by)
	}
	return vi.UpperFirst(strings.Join(parts, " "))
}
