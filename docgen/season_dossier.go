package docgen

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// dossiers gives the report "báo cáo thành tích" of each nominee in the form of its
// kind: of a person or household, of a collective, or the short one for what was
// done on the spot. Each nominee writes its own; what the season does not know is a
// dotted line to write on, so that the office can hand the forms out.
// Source: Luật Thi đua, khen thưởng, Điều 84.
func (y *seasonPapers) dossiers() []SeasonPaper {
	var papers []SeasonPaper
	for i := range y.out.Results {
		r := &y.out.Results[i]
		if r.Award == nil || y.written && r.Nominee.Report == "" {
			continue
		}
		name := fmt.Sprintf("bao-cao-thanh-tich-%03d-%s", r.Index+1, r.Nominee.Name)
		papers = append(papers, SeasonPaper{Stage: award.DossierStage, Name: vi.Slug(name), Doc: y.dossier(r)})
	}
	return papers
}

// reported tells whether any nominee has written its report.
func (y *seasonPapers) reported() bool {
	for i := range y.s.Nominees {
		if y.s.Nominees[i].Report != "" {
			return true
		}
	}
	return false
}

// dossierView is what the templates of a nominee's report see.
type dossierView struct {
	Give  string // tặng; truy tặng
	Award string // Giấy khen của Chủ tịch ...; danh hiệu “...” năm 2026
}

func (y *seasonPapers) dossier(r *award.Result) *doc.Document {
	c := &Composer{r: y.r, profile: y.profile, set: y.set, file: y.file, kind: y.r.Kind("bao-cao"), scheme: y.profile.Scheme("bao-cao")}
	n := r.Nominee
	path := index(y.list(), r.Index)
	v := dossierView{Give: "tặng", Award: y.awardName(r.Award)}
	if n.Posthumous {
		v.Give = "truy tặng"
	}
	d := &doc.Document{Kind: "bao-cao", Meta: doc.Meta{Title: "Báo cáo thành tích " + n.FullName(), Author: n.FullName(), Kind: "Báo cáo thành tích", Created: y.created()}}
	head := &doc.Letterhead{At: c.At("issuer"), Superior: []string{y.superior()}, Place: &doc.PlaceDate{At: c.At(path), Place: y.s.Issuer.Place, Year: y.s.Year}}
	switch {
	case n.Kind == plan.Collective:
		head.Issuer = []string{n.Name}
	case n.Unit != "":
		head.Issuer = []string{strings.TrimSuffix(n.Unit, " "+y.unit())} // the commune stands above
	default:
		head.Superior, head.Issuer = nil, c.issuerLines(&y.s.Issuer)
	}
	d.Parts = []doc.Part{head, &doc.Title{At: c.At(path), Kind: "Báo cáo thành tích", Subject: title(plainText(c.Wording("khen-thuong/dossier-subject", path, v)))}}
	form := &dossierForm{Composer: c, y: y, n: n, path: path}
	switch {
	case n.Kind == plan.Collective:
		d.Parts = append(d.Parts, form.collective()...)
	default:
		d.Parts = append(d.Parts, form.person()...)
	}
	d.Parts = append(d.Parts, form.foot(r))
	c.noLevel(d.Parts)
	*y.found = append(*y.found, c.found...)
	return d
}

// dossierForm writes the sections of one report.
type dossierForm struct {
	*Composer
	y    *seasonPapers
	n    *plan.Nominee
	path string
}

// person gives the sections of the report of a person or household.
func (f *dossierForm) person() []doc.Part {
	n := f.n
	b := n.Biography
	if b == nil {
		b = &plan.Biography{}
	}
	residence := b.Residence
	name, born := "Họ và tên", "Ngày, tháng, năm sinh"
	if n.Kind == plan.Household {
		name = "Họ và tên chủ hộ"
		residence = orElse(residence, n.Unit)
	}
	about := []doc.Part{f.entry(name, strings.TrimSpace(n.Honorific+" "+n.BareName())), f.entry(born, birth(n, b)), f.entry("Giới tính", vi.UpperFirst(b.Sex.Term())), f.entry("Quê quán", b.HomeTown), f.entry("Trú quán", residence)}
	if n.Kind == plan.Individual {
		about = append(about,
			f.entry("Đơn vị công tác", n.Unit), f.entry("Chức vụ (Đảng, chính quyền, đoàn thể)", joinComma(b.Offices, n.Role)),
			f.entry("Trình độ chuyên môn, nghiệp vụ", b.Education), f.entry("Học hàm, học vị, danh hiệu, giải thưởng", b.Titles))
	}
	sections := []doc.Part{f.section("SƠ LƯỢC LÝ LỊCH", about...)}
	if f.y.sudden(n) {
		return append(sections, f.section("THÀNH TÍCH ĐẠT ĐƯỢC", f.told(8)...))
	}
	var done []doc.Part
	if n.Kind == plan.Individual {
		done = append(done, f.division(2, "Quyền hạn, nhiệm vụ được giao", f.prose("biography.duties", b.Duties, 2)...))
		results := append(f.told(6), f.ratingTable())
		done = append(done, f.division(2, "Thành tích đạt được", append(results, f.initiativeTable())...))
	} else {
		done = f.told(8)
	}
	return append(sections, f.section("THÀNH TÍCH ĐẠT ĐƯỢC", done...), f.held())
}

// collective gives the sections of the report of a collective.
func (f *dossierForm) collective() []doc.Part {
	n := f.n
	o := n.Organisation
	if o == nil {
		o = &plan.Organisation{}
	}
	members := ""
	if n.Members != nil && n.Members.Total > 0 {
		members = itoa(n.Members.Total) + " người"
	}
	about := f.section("SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",
		f.division(2, "Đặc điểm, tình hình", append([]doc.Part{f.entry("Trụ sở chính, địa chỉ", orElse(o.Seat, n.Unit)), f.entry("Tổng số thành viên", members)}, f.prose("organisation.features", o.Features, 2)...)...),
		f.division(2, "Chức năng, nhiệm vụ", f.prose("organisation.functions", o.Functions, 2)...))
	if f.y.sudden(n) {
		return []doc.Part{about, f.section("THÀNH TÍCH ĐẠT ĐƯỢC", f.told(8)...)}
	}
	var done []doc.Part
	if n.Report != "" {
		done = append(f.told(0), f.ratingTable())
	} else {
		for i, part := range []string{
			"Kết quả thực hiện nhiệm vụ được giao, so với các năm trước",
			"Các biện pháp, phong trào thi đua và sáng kiến",
			"Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
			"Hoạt động của tổ chức đảng, đoàn thể",
		} {
			body := f.dots(4)
			if i == 0 {
				body = append(body, f.ratingTable())
			}
			done = append(done, f.division(2, part, body...))
		}
	}
	return []doc.Part{about, f.section("THÀNH TÍCH ĐẠT ĐƯỢC", done...), f.held()}
}

// held gives the section of what was awarded before, titles and forms apart.
func (f *dossierForm) held() doc.Part {
	var titles, forms []plan.Row
	for _, h := range f.n.Held {
		name, class := h.Award, award.Form
		if a, ok := f.y.law.Find(h.Award); ok {
			name, class = a.NameOn(f.y.out.Day), a.Class
		}
		row := cells(itoa(h.Year), name, paperText(h.Decision, h.By))
		if class == award.Title {
			titles = append(titles, row)
		} else {
			forms = append(forms, row)
		}
	}
	return f.section("CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
		f.division(2, "Danh hiệu thi đua", f.pastTable("Danh hiệu thi đua", titles)),
		f.division(2, "Hình thức khen thưởng", f.pastTable("Hình thức khen thưởng", forms)))
}

func (f *dossierForm) ratingTable() doc.Part {
	var rows []plan.Row
	for _, r := range f.n.Ratings {
		rows = append(rows, cells(itoa(r.Year), vi.UpperFirst(r.Rating.Term()), paperText(r.Decision, "")))
	}
	return f.pastTable("Danh hiệu thi đua, mức độ hoàn thành nhiệm vụ", rows)
}

func (f *dossierForm) initiativeTable() doc.Part {
	var rows []plan.Row
	for _, v := range f.n.Initiatives {
		rows = append(rows, cells(itoa(v.Year), v.Name, scaleText(v.Scope), paperText(v.Decision, "")))
	}
	return f.table([]plan.Column{
		{Title: "Năm", Width: 16, Align: plan.AlignCenter}, {Title: "Tên sáng kiến, đề tài", Share: 5}, {Title: "Phạm vi ảnh hưởng", Share: 3}, {Title: "Văn bản công nhận", Share: 4},
	}, "Sáng kiến, đề tài", rows)
}

// pastTable gives a table of years, what was reached, and the decision on it.
func (f *dossierForm) pastTable(what string, rows []plan.Row) doc.Part {
	return f.table([]plan.Column{
		{Title: "Năm", Width: 16, Align: plan.AlignCenter}, {Title: what, Share: 1},
		{Title: "Số, ngày, tháng, năm của quyết định; cơ quan ban hành", Share: 1},
	}, what, rows)
}

// table gives a table, with two free rows where nothing is known.
func (f *dossierForm) table(columns []plan.Column, alt string, rows []plan.Row) doc.Part {
	t := f.Table(f.path, &plan.Table{Columns: columns, Alt: alt, Rows: rows})
	t.Whole = true
	if len(rows) == 0 {
		t.Together = true
		free := doc.DataRow{Cells: make([]doc.DataCell, len(columns))}
		for i := range free.Cells {
			free.Cells[i].Lines = [][]doc.Inline{doc.T(string(doc.NoBreakSpace))} // as tall as a line
		}
		t.Rows = append(t.Rows, free, free)
	}
	return t
}

// told gives what the nominee wrote, or what the season knows in short with lines
// to go on.
func (f *dossierForm) told(lines int) []doc.Part {
	if f.n.Report != "" {
		return f.Body(field(f.path, "report"), f.n.Report, 2)
	}
	var parts []doc.Part
	if f.n.Achievement != "" {
		parts = append(parts, &doc.Prose{At: f.At(field(f.path, "achievement")), Inlines: title(stopped(f.n.Achievement))})
	}
	return append(parts, f.dots(lines)...)
}

// prose gives a text of the dossier, or three lines to write it on.
func (f *dossierForm) prose(key string, p plan.Prose, level int) []doc.Part {
	if p == "" {
		return f.dots(3)
	}
	return f.Body(field(f.path, key), p, level)
}

// entry gives a line of the form: its words and what is known, or dots to the end.
func (f *dossierForm) entry(label, value string) doc.Part {
	in := doc.T("- " + label + ": ")
	if value != "" {
		value = f.own(f.path, value, label)
		return &doc.Prose{At: f.At(f.path), Inlines: append(in, title(value)...)}
	}
	used := f.textWidth("- "+label+": ", f.profile.Body.Text.Font())
	return &doc.Prose{At: f.At(f.path), Inlines: append(in, f.dotted(used))}
}

// dots gives empty lines to write on.
func (f *dossierForm) dots(n int) []doc.Part {
	parts := make([]doc.Part, n)
	for i := range parts {
		parts[i] = &doc.Prose{At: f.At(f.path), Inlines: []doc.Inline{f.dotted(0)}}
	}
	return parts
}

// dotted gives dots from behind what is used of a first line to its end.
func (f *dossierForm) dotted(used doc.Length) doc.Inline {
	page := f.profile.Setup(false)
	room := page.Width - page.Left - page.Right - f.profile.Body.Indent - used - 2*doc.Millimetre
	return &doc.Blank{Width: max(room, 20*doc.Millimetre), Leader: '.'}
}

func (f *dossierForm) section(name string, parts ...doc.Part) doc.Part {
	return f.division(1, name, parts...)
}

func (f *dossierForm) division(level int, name string, parts ...doc.Part) doc.Part {
	return &doc.Division{At: f.At(f.path), Level: level, Title: title(name), Parts: parts}
}

// foot gives who confirms and who reports.
func (f *dossierForm) foot(r *award.Result) doc.Part {
	n := r.Nominee
	confirm := &plan.Signer{Position: "Xác nhận của cấp trình khen thưởng", Note: "(Ký, đóng dấu)"}
	report := &plan.Signer{Position: "Người báo cáo", Note: "(Ký, ghi rõ họ và tên)", Name: n.Name, NoSeal: true}
	switch {
	case n.Kind == plan.Collective:
		report = &plan.Signer{Position: "Thủ trưởng đơn vị", Note: "(Ký, ghi rõ họ và tên)"}
		if n.Organisation != nil {
			report.Name = n.Organisation.Head
		}
	case n.Kind == plan.Household:
		report.Position = "Chủ hộ"
	case n.Posthumous:
		report.Name = "" // whoever reports for the dead
	}
	return &doc.Foot{At: f.At(f.path), Signers: []doc.Signer{f.signer(f.path, confirm), f.signer(f.path, report)}}
}

// sudden tells whether a nominee is proposed for what it did on the spot.
func (y *seasonPapers) sudden(n *plan.Nominee) bool {
	return cmp.Or(n.Occasion, y.s.Occasion) == plan.Sudden
}

// scaleText gives how far an initiative reaches; the unit's own where nothing is said.
func scaleText(s plan.Scale) string {
	return vi.UpperFirst(cmp.Or(s, plan.UnitScale).Term())
}

func birth(n *plan.Nominee, b *plan.Biography) string {
	switch d := b.BirthDate; {
	case d.IsFull():
		return vi.ShortDate(d.Year, d.Month, d.Day)
	case n.BirthYear > 0:
		return itoa(n.BirthYear)
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
