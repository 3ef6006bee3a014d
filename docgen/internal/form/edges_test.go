package form

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/dump"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan/diag"
)

// Levels as their writers typed them.
var (
	typedChapter = doc.Level{Name: "chương", Prefix: "Chương ", Numeral: doc.Roman, Look: doc.CenteredLook}
	typedArticle = doc.Level{Name: "điều", Prefix: "Điều ", Numeral: doc.Arabic, Suffix: ".", Continuous: true, BoldMarker: true}
	typedClause  = doc.Level{Name: "khoản", Numeral: doc.Arabic, Suffix: "."}
	typedChain   = doc.Level{Name: "khoản", Numeral: doc.Arabic, Suffix: ".", Chain: true}
	typedPoint   = doc.Level{Name: "điểm", Numeral: doc.Letter, Suffix: ")", Look: doc.ItemLook}
	typedDash    = doc.Level{Prefix: "-", Look: doc.ItemLook}
)

// typed is a division as it was typed, with a text.
func typed(mark, number string, count int, as doc.Level, text string, parts ...doc.Part) *doc.Division {
	d := &doc.Division{Typed: &doc.Typed{Mark: mark, Number: number, Count: count, As: as}, Parts: parts}
	if text != "" {
		d.Text = doc.T(text)
	}
	return d
}

// with changes a division.
func with(d *doc.Division, change func(*doc.Division)) *doc.Division {
	change(d)
	return d
}

func bold(d *doc.Division)  { d.Typed.Bold = true }
func glued(d *doc.Division) { d.Typed.Glued = true }

func called(name string) func(*doc.Division) { return func(d *doc.Division) { d.ID = name } }

// writtenParts are divisions of all kinds beside each other, typed and made, and references to them.
func writtenParts() []doc.Part {
	ref := func(id string) doc.Inline { return &doc.Ref{ID: id} }
	made := func(level int, s string, parts ...doc.Part) *doc.Division {
		return &doc.Division{Level: level, Text: doc.T(s), Parts: parts}
	}
	return []doc.Part{
		with(typed("Chương I", "I", 1, typedChapter, "",
			with(typed("Điều 1.", "1", 1, typedArticle, "Phạm vi.",
				typed("1.", "1", 1, typedClause, "Gồm:", prose("Đoạn của khoản."), with(typed("a)", "a", 1, typedPoint, "Một;"), called("diem-a")),
					with(typed("b)", "b", 2, typedPoint, "Hai."), bold), with(typed("-", "", 0, typedDash, "Dính"), glued)),
				typed("2.", "2", 2, typedClause, "Không gồm gì.", prose("Đoạn.")),
			), called("dieu-1")),
			with(typed("Điều 2.", "2", 2, typedArticle, "", prose("Chỉ có đoạn.")), called("dieu-2")),
		), called("chuong")),
		typed("Chương II", "II", 2, typedChapter, "Chương có chữ ngay sau số.", prose("Đoạn.")),
		&doc.Division{Typed: &doc.Typed{Mark: "Chương III", Number: "III", Count: 3, As: typedChapter}, Title: doc.T("Tên chương"),
			Text: doc.T("Chữ chạy sau tên chương.")},
		typed("1.", "1", 1, typedClause, "Khoản gõ tay"), made(1, "Mục không tên"), typed("2.", "2", 2, typedClause, "Khoản gõ tay"),
		&doc.Division{Level: 1, Title: doc.T("Mục có tên"), Text: doc.T("Chữ chạy gồm:"), Parts: []doc.Part{made(2, "Một khoản")}},
		&doc.Division{Level: 1, Title: doc.T("Mục có tên"), Text: doc.T("Chữ chạy."), Parts: []doc.Part{made(2, "Một khoản")}},
		&doc.Division{Level: 1, Title: doc.T("Mục có tên"), Text: doc.T("Chữ chạy gồm:")},
		made(2, "Khoản sâu hơn"), made(1, "Mục nông hơn"),
		&doc.Division{Level: 1, Parts: []doc.Part{made(2, "Dưới mục không có chữ")}},
		with(typed("1.1.", "1.1", 1, typedChain, "Chuỗi", with(typed("a)", "a", 1, typedPoint, "Dưới chuỗi"), called("diem-chuoi"))),
			called("chuoi")),
		typed("1.", "1", 1, typedClause, "Trên chuỗi", with(typed("1.1.", "1.1", 1, typedChain, "Chuỗi"), called("noi")),
			with(typed("2.1.", "2.1", 1, typedChain, "Chuỗi không nối"), called("khong-noi"))),
		with(typed("2.", "2", 2, typedClause, "Dính số"), glued),
		&doc.Division{Typed: &doc.Typed{Mark: "I.", Number: "I", Count: 1, As: doc.Level{Name: "mục", Numeral: doc.Roman, Suffix: ".", Upper: true}},
			Title: doc.T("Tên gõ chữ thường")},
		typed("☐", "1", 1, typedClause, "Dấu không có số"), with(typed("e)", "", 6, typedPoint, "Không có số để viện dẫn"), called("e")),
		&doc.Prose{Inlines: []doc.Inline{ref("diem-a"), &doc.Text{S: ", "}, ref("dieu-1"), &doc.Text{S: ", "}, ref("dieu-2"), &doc.Text{S: ", "},
			ref("chuong"), &doc.Text{S: ", "}, ref("chuoi"), &doc.Text{S: ", "}, ref("noi"), &doc.Text{S: ", "},
			ref("khong-noi"), &doc.Text{S: ", "}, ref("e"), &doc.Text{S: " và "}, ref("diem-chuoi"), &doc.Text{S: "."}}},
	}
}

// edges are documents that stand at the edge of a rule, with the profile that each wants.
func edges() map[string]struct {
	d      *doc.Document
	change func(p *decree.Profile)
} {
	note := &doc.Note{Inlines: doc.T("Chú thích.")}
	chain := doc.Scheme{
		{Name: "khoản", Numeral: doc.Arabic, Suffix: "."}, {Name: "khoản", Numeral: doc.Arabic, Suffix: ".", Chain: true},
		{Name: "điểm", Numeral: doc.Letter, Suffix: ")", Look: doc.ItemLook},
	}
	chained := []doc.Part{
		&doc.Division{Level: 2, Text: doc.T("Chưa có khoản ở trên.")},
		&doc.Division{Level: 1, ID: "mot", Text: doc.T("Khoản."), Parts: []doc.Part{
			&doc.Division{Level: 2, ID: "mot-mot", Text: doc.T("Dưới khoản."), Parts: []doc.Part{
				&doc.Division{Level: 3, ID: "mot-mot-a", Text: doc.T("Điểm.")},
			}},
		}},
		&doc.Prose{Inlines: []doc.Inline{&doc.Ref{ID: "mot"}, &doc.Ref{ID: "mot-mot"}, &doc.Ref{ID: "mot-mot-a"}}},
		&doc.Division{At: at(3), Level: 0, Text: doc.T("Cấp không.")}, &doc.Division{At: at(4), Level: 4, Text: doc.T("Cấp bốn.")},
		&doc.Division{Level: 4, Typed: &doc.Typed{Mark: "9.", Number: "9", Count: 9, As: typedClause}, Text: doc.T("Gõ ở cấp bốn.")},
		&doc.Division{Level: 3, Typed: &doc.Typed{Mark: "c)", Number: "c", Count: 3, As: chain[2]}, Text: doc.T("Gõ ở cấp ba.")},
		&doc.Division{Level: 3, Text: doc.T("Nối cấp ba.")},
	}
	annex := &doc.Annex{Numbered: true, Label: "Phụ lục", ID: "pl", Parts: []doc.Part{
		&doc.Division{Level: 1, ID: "trong", Text: doc.T("Trong phụ lục.")},
		&doc.Prose{Inlines: []doc.Inline{&doc.Ref{ID: "trong"}, &doc.Text{S: ", "}, &doc.Ref{ID: "ngoai"}, &doc.Text{S: ", "},
			&doc.Ref{ID: "ngoai", Inlines: doc.T("mục kia")}, &doc.Text{S: ", "}, &doc.Ref{ID: "pl"}}},
	}}
	annexOnly := &doc.Document{Kind: "ke-hoach", Only: annex, Parts: []doc.Part{
		&doc.Title{}, &doc.Title{Kind: "Kế hoạch"}, &doc.Division{Level: 1, ID: "ngoai", Text: doc.T("Ngoài phụ lục.")}, annex}}
	rows := func(roles ...doc.RowRole) []doc.DataRow {
		out := []doc.DataRow{{Cells: cellsOf("Tên", "Tiền")}}
		for _, role := range roles {
			out = append(out, doc.DataRow{Role: role, Cells: cellsOf("Một", "2")})
		}
		return out
	}
	table := func(change func(t *doc.DataTable), roles ...doc.RowRole) *doc.DataTable {
		t := &doc.DataTable{Columns: make([]doc.Column, 2), Header: 1, Rows: rows(roles...)}
		change(t)
		return t
	}
	plain := func(*decree.Profile) {}
	return map[string]struct {
		d      *doc.Document
		change func(p *decree.Profile)
	}{
		"edge-written":       {&doc.Document{Kind: "quyet-dinh", Parts: writtenParts()}, plain},
		"edge-counted":       {&doc.Document{Kind: "quyet-dinh", Parts: writtenParts()}, func(p *decree.Profile) { p.AutoNumbers = true }},
		"edge-chained":       {&doc.Document{Kind: "ke-hoach", Scheme: chain, Parts: chained}, plain},
		"edge-chain-up":      {&doc.Document{Kind: "ke-hoach", Scheme: chain[1:], Parts: []doc.Part{&doc.Division{Level: 1, Text: doc.T("Một.")}}}, plain},
		"edge-annex-only":    {annexOnly, plain},
		"edge-annex-counted": {annexOnly, func(p *decree.Profile) { p.AutoNumbers = true }},
		"edge-notes": {&doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			&doc.Prose{Inlines: []doc.Inline{&doc.Text{S: "Một"}, note, &doc.Text{S: " và một"}, note, &doc.Text{S: " và hai"},
				&doc.Note{Inlines: doc.T("Khác.")}}}}}, plain},
		"edge-tables": {&doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			table(func(t *doc.DataTable) {}, doc.TotalRow, doc.PlainRow, doc.GroupRow, doc.PlainRow, doc.TotalRow, doc.NumbersRow, doc.GroupRow),
			table(func(t *doc.DataTable) { t.Whole, t.HeadSize = true, doc.Pt(12) }, doc.PlainRow),
			table(func(t *doc.DataTable) { t.Broken, t.Size = true, doc.Pt(11) }, doc.PlainRow),
			table(func(t *doc.DataTable) { t.Together, t.Size, t.HeadSize = true, doc.Pt(11), doc.Pt(9) }, doc.PlainRow, doc.PlainRow),
			table(func(t *doc.DataTable) { t.Columns[0].Share = 1; t.Columns[1].Width = doc.MM(30) }, doc.PlainRow),
			&doc.DataTable{Columns: make([]doc.Column, 1)},
			&doc.Foot{Signers: []doc.Signer{chairman()}, Distribution: &doc.Distribution{}},
		}}, plain},
		"edge-foot-alone": {&doc.Document{Standard: decree.Default().Pack.ID, Kind: "ke-hoach", Parts: []doc.Part{
			&doc.Foot{Signers: []doc.Signer{chairman()}, Distribution: &doc.Distribution{To: []doc.Entry{{Inlines: doc.T("Như trên")}}}},
		}}, plain},
		"edge-five-sign": {&doc.Document{Kind: "bien-ban", Parts: []doc.Part{
			&doc.Foot{
				Signers: []doc.Signer{{Position: "Bên giao", Name: "Lò Văn A"}, {Position: "Bên nhận", Name: "Lò Văn B"},
					{Position: "Thư ký", Name: "Lò Văn C"}, {Position: "Người làm chứng", Name: "Lò Văn D"},
					{Position: "Phó Chủ tịch Hội đồng nhân dân xã Cẩm Hòa", Name: "Lò Văn E"}},
				Distribution: &doc.Distribution{FileCopy: doc.T("VT")},
			},
		}}, plain},
		"edge-last-row": {&doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			table(func(*doc.DataTable) {}, doc.PlainRow), &doc.Foot{Signers: []doc.Signer{chairman()}}}}, plain},
		"edge-ends": {&doc.Document{Standard: "hd05-2026", Kind: "nghi-quyet", Parts: []doc.Part{
			prose("Đã có dấu."), &doc.End{}, prose("Chưa có dấu"), &doc.End{}, prose("Có dấu của nghị định./."), &doc.End{},
		}}, plain},
		"edge-attachment": {&doc.Document{Kind: "quyet-dinh", Parts: []doc.Part{
			prose("Ban hành."),
			&doc.Attachment{Kind: "quy-che", Parts: []doc.Part{
				&doc.Letterhead{NoMotto: true}, &doc.Title{Kind: "Quy chế", Reference: []doc.Inline{&doc.Strong{Inlines: doc.T("(Kèm")},
					&doc.Text{S: " theo) "}, &doc.Blank{Name: "reference.number"}, &doc.Text{S: "/QĐ"}, &doc.Blank{Leader: '.'}}},
			}},
			&doc.CopyBlock{Form: "Sao y"},
		}}, plain},
		"edge-certificate": {&doc.Document{Standard: "hd05-2026", Kind: "giay-khen", Parts: []doc.Part{
			&doc.Certificate{Overprint: true, Lines: []doc.CertificateLine{{Name: "nation", Shown: true}, {Name: "giver", Picture: pixel("ten.png")},
				{Name: "name", Words: [][]doc.Inline{doc.T("Bà Hoa")}}, {Name: "role"}}},
			&doc.PageStyle{Landscape: true}, prose("Trang ngang."),
		}}, plain},
		"edge-ruler": {&doc.Document{Kind: "giay-khen", Parts: []doc.Part{&doc.Certificate{Ruler: true}}}, plain},
		"edge-figures": {&doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			&doc.Illustration{Picture: pixel("a.png"), Width: doc.MM(40), Height: doc.MM(20)},
			&doc.Illustration{Picture: sized(200, 100), Height: doc.MM(20)}, &doc.Illustration{Picture: sized(200, 100), Width: doc.MM(20)},
			&doc.Illustration{Picture: sized(200, 100), Width: -doc.MM(20), Height: -doc.MM(20)},
			&doc.Illustration{Picture: sized(100, 2000), Width: doc.MM(100)}, &doc.Illustration{Picture: sized(9600, 96)},
			&doc.Chart{Bars: []doc.Bar{{Name: "Thôn 7", Value: 100}}},
			&doc.Annex{Title: doc.T("Danh sách"), Parts: []doc.Part{&doc.PageStyle{Landscape: true}, prose("Ngang.")}},
		}}, plain},
	}
}

// TestEdges holds the flow of each document of edges against testdata/NAME.txtar.
func TestEdges(t *testing.T) {
	m, all := metrics(t), edges()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			var before, after bytes.Buffer
			if err := dump.Document(&before, all[name].d); err != nil {
				t.Fatal(err)
			}
			p := *decree.Default()
			all[name].change(&p)
			f, found, err := Apply(t.Context(), all[name].d, &p, m)
			if err != nil {
				t.Fatal(err)
			}
			if err := dump.Flow(&after, f); err != nil {
				t.Fatal(err)
			}
			a := &txtar.Archive{Files: []txtar.File{{Name: "doc", Data: before.Bytes()}, {Name: "flow", Data: after.Bytes()}}}
			if len(found) > 0 {
				a.Files = append(a.Files, txtar.File{Name: "findings", Data: []byte(found.Error() + "\n")})
			}
			casefile.Hold(t, *update, filepath.Join("testdata", name+".txtar"), a)
		})
	}
}

// TestKeepLast: the last paragraph goes with the foot, as a whole up to about seven lines.
func TestKeepLast(t *testing.T) {
	for letters, want := range map[int]bool{5: true, shortParagraph: true, shortParagraph + 1: false} {
		f, _ := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			prose(strings.Repeat("chữ ", letters/4) + strings.Repeat("x", letters%4)), &doc.Foot{Signers: []doc.Signer{chairman()}},
		}})
		p := styled(f, styleBody)[0]
		if n := inlineLength(p.Inlines); n != letters || !p.KeepNext || p.KeepLines != want {
			t.Errorf("%d letters, in fact %d: kept with the foot %v, as a whole %v", letters, n, p.KeepNext, p.KeepLines)
		}
	}
}

// TestGlueEdges goes on from TestGlue.
func TestGlueEdges(t *testing.T) {
	for _, want := range []string{
		"năm~20a6 và 2021-20a5, 5a-10, 12/5=6 và 5=6a/7", "điểm~z khoản~2, điểm~đ, điểm A, điểm { và điểm ăn",
		":Điều~5, ;Điều~5, (Điều~5", "“Điều~5”: số~5; (số~5);", "Phần~I, Phần~CLX Phần A", "quý L-1", "năm~20a6 - 20b5, năm~2026~=~2030",
	} {
		in := strings.NewReplacer("~", " ", "=", "-", "+", "").Replace(want)
		got := strings.NewReplacer(noBreakSpace, "~", noBreakHyphen, "=", string(lines.Break), "+").Replace(loose().glue(in))
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

// TestTrimSigns: signs are taken off both ends, whatever stands at the other one.
func TestTrimSigns(t *testing.T) {
	for _, sign := range strings.Split(".,;:()“”\"/", "") {
		for _, w := range []string{"Điều", "xã", "5", "năm", "ở“ủ"} {
			for _, signed := range []string{w, sign + w, w + sign, sign + w + sign} {
				if got := trimSigns(signed); got != w {
					t.Errorf("%q: %q, want %q", signed, got, w)
				}
			}
		}
	}
}

// TestGlueUnsure: "~" is where no line of a title ends unless it must.
func TestGlueUnsure(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "của ": "của~", "một": "một", "Khen thưởng 0 hộ": "Khen~thưởng 0~hộ", "Khen thưởng 9 hộ": "Khen~thưởng 9~hộ",
		"Khen thưởng /9 hộ": "Khen~thưởng~/9~hộ", "Khen thưởng :9 hộ": "Khen~thưởng~:9~hộ", "a b, c; d e": "a~b, c; d~e",
	} {
		if got := strings.ReplaceAll(loose().glueUnsure(in), noBreakSpace, "~"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestGlueSenseEdges: a place with a number is named by it.
func TestGlueSenseEdges(t *testing.T) {
	for in, want := range map[string]string{
		"Ủy ban nhân dân phường 9": "Ủy~ban~nhân~dân phường~9", "Ủy ban nhân dân phường 0": "Ủy~ban~nhân~dân phường~0",
		"Khen thưởng phường và xã": "Khen~thưởng~phường và~xã", "Khen thưởng phường :": "Khen~thưởng~phường :",
		"Khen thưởng phường /": "Khen~thưởng~phường /",
	} {
		if got := strings.ReplaceAll(loose().glueSense(in), noBreakSpace, "~"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestNamesEdges: dashes of both lengths, and names that only begin like that of a committee.
func TestNamesEdges(t *testing.T) {
	for words, want := range map[string]int{
		"ỦY BAN NHÂN DÂN XÃ CẨM HÒA": 4, "ỦY BAN NHÂN DÂN": 0, "TRUNG TÂM Y TẾ XÃ CẨM HÒA": 0, "ỦY BAN NHÂN DÂN CẨM HÒA": 0,
	} {
		if got := committeeBreak(strings.Fields(words)); got != want {
			t.Errorf("%s is broken before word %d, want %d", words, got, want)
		}
	}
	for _, dash := range []string{"-", "–"} {
		words := []string{"THI", "ĐUA", dash, "KHEN", "THƯỞNG"}
		if before, behind := breakCost(words, 2, false), breakCost(words, 3, false); before >= 0 || behind >= 0 {
			t.Errorf("a line ends beside %s: %d and %d", dash, before, behind)
		}
	}
}

// TestEndedInPieces: a mark that several pieces of text end in is taken as a whole.
func TestEndedInPieces(t *testing.T) {
	strong := func(s string) doc.Inline { return &doc.Strong{Inlines: doc.T(s)} }
	for want, in := range map[string][]doc.Inline{
		"Hết;":   {&doc.Text{S: "Hết."}, &doc.Text{S: "/."}},
		"Rồi;":   {&doc.Text{S: "Rồi."}, strong("/.")},
		"Đủ;":    {&doc.Text{S: "Đủ"}, strong("."), &doc.Text{S: "/."}},
		"Năm 2;": {&doc.Text{S: "Năm "}, &doc.Blank{Value: "2"}, &doc.Text{S: "."}},
	} {
		f := loose()
		if got := plainText(f.ended(&diag.Pos{}, in, ";")); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestCertificateEdges: letters smaller than the least, one word that is wider than its line, a height that is enough.
func TestCertificateEdges(t *testing.T) {
	mm := func(v float64) *doc.Length { l := doc.MM(v); return &l }
	for _, tt := range []struct {
		name, words string
		set         func(l *doc.CertificateLine)
		found       bool
	}{
		{"high enough", "Bà NGUYỄN THỊ HOA", func(l *doc.CertificateLine) { l.Height = mm(30) }, false},
		{"as high as one line", "Bà NGUYỄN THỊ HOA", func(l *doc.CertificateLine) { l.Height = mm(11) }, false},
		{"too low", "Bà NGUYỄN THỊ HOA", func(l *doc.CertificateLine) { l.Height = mm(3) }, true},
		{"one long word", strings.Repeat("HOA", 60), func(*doc.CertificateLine) {}, true},
		{"small letters", longName, func(l *doc.CertificateLine) { s := doc.Pt(8); l.Size = &s }, false},
		{"narrow", "Bà HOA", func(l *doc.CertificateLine) { l.Width = mm(5) }, true},
	} {
		c := certificateOf(map[string]string{"name": tt.words})
		for i := range c.Lines {
			if c.Lines[i].Name == "name" {
				tt.set(&c.Lines[i])
			}
		}
		frames, found := framed(t, c)
		if len(found) > 0 != tt.found {
			t.Errorf("%s: %v", tt.name, found)
		}
		if f := frames["name"]; f == nil || !tt.found && plainWords([][]doc.Inline{f.Blocks[0].(*flow.Paragraph).Inlines}) != tt.words {
			t.Errorf("%s: %+v", tt.name, f)
		}
	}
}
