package form

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// certificateOf is a certificate that says these words, by line.
func certificateOf(words map[string]string) *doc.Certificate {
	c := &doc.Certificate{}
	usual := map[string]string{
		"giver": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM HÒA", "give": "TẶNG", "words": "GIẤY KHEN", "name": "Bà NGUYỄN THỊ HOA",
		"role": "Trưởng thôn Đồng Chùa", "achievement": "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026",
		"decision": "Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026", "register": "Số sổ vàng: 08",
		"date": "Cẩm Hòa, ngày 15 tháng 12 năm 2026", "position": "CHỦ TỊCH", "signature": "", "signer": "Lê Văn Thắng",
	}
	for _, l := range certificateLook().Lines {
		w, ok := words[l.ID]
		if !ok {
			w, ok = usual[l.ID]
		}
		if !ok {
			continue
		}
		line := doc.CertificateLine{At: diag.At(l.ID), Name: l.ID}
		for _, one := range strings.Split(w, "|") {
			if one != "" {
				line.Words = append(line.Words, doc.T(one))
			}
		}
		c.Lines = append(c.Lines, line)
	}
	return c
}

// framed gives the frames of a certificate by name.
func framed(t *testing.T, c *doc.Certificate) (map[string]*flow.Frame, diag.List) {
	t.Helper()
	made, found, err := Apply(context.Background(), &doc.Document{Parts: []doc.Part{c}}, decree.Default(), metrics(t))
	if err != nil {
		t.Fatal(err)
	}
	frames := make(map[string]*flow.Frame)
	for _, f := range made.Sections[0].Frames {
		frames[f.Name] = f
	}
	return frames, found
}

// linesOf counts the lines of a frame and gives the size of its letters.
func linesOf(t *testing.T, f *flow.Frame) (number int, size doc.Length) {
	for _, b := range f.Blocks {
		p, ok := b.(*flow.Paragraph)
		if !ok {
			continue
		}
		s := &former{m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
		face := decree.Face{Size: p.Font.Size, Style: decree.Style{Bold: p.Font.Bold, Italic: p.Font.Italic}}
		n := lines.Fill(s.split(p.Inlines, face), lines.Room(f.Width-p.LeftIndent-p.RightIndent, face.Size)).Lines
		number, size = number+n, p.Font.Size
	}
	return number, size
}

// apart finds lines of a column that stand in the way of one another, and a column that
// reaches the date.
func apart(t *testing.T, frames map[string]*flow.Frame) {
	t.Helper()
	look := certificateLook()
	for _, col := range look.Columns {
		end, above := doc.Length(0), ""
		for _, l := range look.Lines {
			f := frames[l.ID]
			if l.Column != col.ID || f == nil {
				continue
			}
			if f.Y < end {
				t.Errorf("%s begins at %.1f mm, %s ends at %.1f", l.ID, f.Y.MM(), above, end.MM())
			}
			n, size := linesOf(t, f)
			end, above = f.Y+doc.Length(n)*decree.Face{Size: size}.SingleLine(), l.ID
			if end > f.Y+f.Height+1 {
				t.Errorf("%s is %.1f mm high, its frame %.1f", l.ID, (end - f.Y).MM(), f.Height.MM())
			}
		}
		if col.Before != "" && end > frames[col.Before].Y-col.Distance {
			t.Errorf("%s ends at %.1f mm, %s begins at %.1f", above, end.MM(), col.Before, frames[col.Before].Y.MM())
		}
	}
}

const (
	longName = "BAN CHỈ ĐẠO THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA, PHONG TRÀO TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA, NÔNG THÔN MỚI VÀ ĐÔ THỊ VĂN MINH XÃ CẨM HÒA"
	longDeed = "Đã có thành tích xuất sắc trong việc thực hiện phong trào thi đua yêu nước, xây dựng nông thôn mới nâng cao, nông thôn mới kiểu mẫu, giảm nghèo bền vững, " +
		"phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2021 - 2026; tích cực vận động nhân dân hiến đất, góp công làm đường giao thông " +
		"nông thôn, bảo vệ môi trường, giữ gìn an ninh trật tự, góp phần hoàn thành thắng lợi nhiệm vụ phát triển kinh tế - xã hội của địa phương năm 2026"
	longRole = "Phó Bí thư Đảng ủy, Phó Chủ tịch Hội đồng nhân dân, Trưởng Ban Công tác Mặt trận thôn Đồng Chùa Thượng, Chi hội trưởng Chi hội Cựu chiến binh thôn"
)

// TestCertificateGivesWay: how many lines a text takes, and in which letters.
func TestCertificateGivesWay(t *testing.T) {
	if n := len([]rune(longName)); n < 155 {
		t.Errorf("the long name has %d letters", n)
	}
	for _, c := range []struct {
		words map[string]string
		line  string
		lines int
		size  float64 // pt
		y     float64 // mm
	}{
		{nil, "name", 1, 26, 90},
		{nil, "role", 1, 15, 104},
		{nil, "achievement", 1, 16, 114},
		{nil, "position", 1, 14, 143},
		{map[string]string{"name": "Bà CÔNG TẰNG TÔN NỮ NGUYỄN THỊ KHÁNH HUYỀN"}, "name", 1, 25.5, 90},
		{map[string]string{"name": "TRƯỜNG TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG CẨM HÒA"}, "name", 2, 26, 90},
		{map[string]string{"name": "TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN CẨM HÒA"}, "name", 1, 24.5, 90},
		{map[string]string{"name": "TRƯỜNG TIỂU HỌC, TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG DÂN TỘC NỘI TRÚ CẨM HÒA"}, "name", 2, 24, 90},
		{map[string]string{"name": "TRƯỜNG TIỂU HỌC, TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG DÂN TỘC NỘI TRÚ CẨM HÒA"}, "role", 1, 15, 110},
		{map[string]string{"name": longName}, "name", 3, 19, 90},
		{map[string]string{"role": longRole}, "role", 2, 15, 104},
		{map[string]string{"role": longRole}, "achievement", 1, 16, 116.7},
		{map[string]string{"achievement": longDeed}, "achievement", 4, 13, 110},
		{map[string]string{"position": "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"}, "position", 2, 14, 143},
		{map[string]string{"position": "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH"}, "signature", 0, 0, 157},
		{map[string]string{"position": "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH THƯỜNG TRỰC"}, "position", 3, 14, 143},
		{map[string]string{"words": "CHIẾN SĨ THI ĐUA CƠ SỞ"}, "words", 1, 44, 66},
		{map[string]string{"decision": "Quyết định số 1512/QĐ-UBND-KTHTĐT ngày 15 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân"},
			"decision", 2, 12, 166},
	} {
		frames, found := framed(t, certificateOf(c.words))
		if len(found) > 0 {
			t.Errorf("%v: %v", c.words, found)
		}
		f := frames[c.line]
		n, size := linesOf(t, f)
		if n != c.lines || n > 0 && size != doc.Pt(c.size) || fmt.Sprintf("%.1f", f.Y.MM()) != fmt.Sprintf("%.1f", c.y) {
			t.Errorf("%v: %s has %d lines of %v at %.1f mm, want %d of %.1f at %.1f", c.words, c.line, n, size, f.Y.MM(), c.lines,
				c.size, c.y)
		}
		apart(t, frames)
	}
}

// TestCertificateFull: the longest of everything at once fits, with an emblem and on A3 too.
func TestCertificateFull(t *testing.T) {
	words := map[string]string{
		"name": longName, "role": longRole, "achievement": longDeed, "position": "TM. BAN THƯỜNG VỤ|KT. BÍ THƯ|PHÓ BÍ THƯ THƯỜNG TRỰC",
		"giver": "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
	}
	for _, emblem := range []bool{false, true} {
		c := certificateOf(words)
		c.Emblem = emblem
		frames, found := framed(t, c)
		if len(found) > 0 {
			t.Errorf("emblem %v: %v", emblem, found)
		}
		apart(t, frames)
		c.Large = true
		large, found := framed(t, c)
		if len(found) > 0 {
			t.Errorf("emblem %v on A3: %v", emblem, found)
		}
		for name, f := range frames {
			n, _ := linesOf(t, f)
			if l, _ := linesOf(t, large[name]); l != n {
				t.Errorf("%s has %d lines on A4, %d on A3", name, n, l)
			}
			if want := f.Y * a3Width / (297 * doc.Millimetre); large[name].Y/doc.Millimetre != want/doc.Millimetre {
				t.Errorf("%s stands at %.1f mm on A3, want %.1f", name, large[name].Y.MM(), want.MM())
			}
		}
	}
}

// TestCertificateFigures: at its smallest, with all its lines, each column has room.
func TestCertificateFigures(t *testing.T) {
	look := certificateLook()
	frame := 15 * doc.Millimetre
	for _, col := range look.Columns {
		sum := doc.Length(0)
		for i, l := range look.Lines {
			if l.Column != col.ID {
				continue
			}
			sum += l.Least
			if n := len(l.Fits); n > 0 {
				sum += doc.Length(l.Fits[n-1].Lines)*decree.Face{Size: l.Fits[n-1].Least}.SingleLine() + l.Gap
			}
			for _, below := range []doc.Length{0, l.Below} {
				if l.X < frame || l.X+l.Width > look.Width-frame || l.Y+below+l.Height > look.Height-frame {
					t.Errorf("%s stands outside the frame", l.ID)
				}
			}
			if i > 0 && look.Lines[i-1].Column == col.ID && l.Y < look.Lines[i-1].Y+look.Lines[i-1].Height-2*doc.Millimetre {
				t.Errorf("%s stands in the way of %s", l.ID, look.Lines[i-1].ID)
			}
		}
		for _, emblem := range []doc.Length{0, 1} {
			end := col.Bottom
			if l := look.line(col.Before); l != nil {
				end = l.Y + emblem*l.Below - col.Distance
			}
			if room := end - col.Top - emblem*col.Below; sum > room {
				t.Errorf("column %s takes %.1f mm at its smallest, of %.1f", col.ID, sum.MM(), room.MM())
			}
		}
	}
}

// TestCertificateTooLong: what cannot fit is one finding, at its own key.
func TestCertificateTooLong(t *testing.T) {
	twice := func(s string) string { return s + ", " + s }
	for line, want := range map[string]string{
		"name":        "tên người, tập thể, chủ hộ dài quá chỗ của giấy khen",
		"role":        "cần 3 dòng cỡ chữ 12,5, chỗ ấy có nhiều nhất 2 dòng",
		"achievement": "thành tích dài quá chỗ",
		"words":       "chữ lớn dài quá chỗ",
		"signer":      "họ tên người ký dài quá chỗ",
		"decision":    "nhiều nhất 2 dòng",
	} {
		words := map[string]string{"name": twice(longName), "role": twice(longRole), "achievement": twice(longDeed)}[line]
		if words == "" {
			words = twice(twice(longName))
		}
		frames, found := framed(t, certificateOf(map[string]string{line: words}))
		if len(found) != 1 || found[0].Pos.Path != line || found[0].Rule != ruleCertificate || found[0].Level != diag.Error ||
			!strings.Contains(found[0].Message, want) {
			t.Errorf("%s: %v, want %q", line, found, want)
		}
		if frames["date"].Y != 136*doc.Millimetre {
			t.Errorf("%s moves the date", line)
		}
	}
}

// TestCertificateSpots: what the office puts somewhere stays there, and what is printed on
// the blank is not moved onto.
func TestCertificateSpots(t *testing.T) {
	at := func(v float64) *doc.Length { l := doc.MM(v); return &l }
	line := func(c *doc.Certificate, name string) *doc.CertificateLine {
		for i := range c.Lines {
			if c.Lines[i].Name == name {
				return &c.Lines[i]
			}
		}
		t.Fatal(name)
		return nil
	}
	for _, c := range []struct {
		name  string
		words map[string]string
		set   func(c *doc.Certificate)
		want  map[string]float64 // mm from the top
		found string             // key of the finding
	}{
		{"moved", nil, func(c *doc.Certificate) { line(c, "name").Y = at(92) }, map[string]float64{"name": 92, "role": 104}, ""},
		{"moved down", nil, func(c *doc.Certificate) { line(c, "name").Y = at(100) }, map[string]float64{"name": 100, "role": 111.0}, ""},
		{"moved into the way", nil, func(c *doc.Certificate) { line(c, "words").Y = at(40) }, map[string]float64{"words": 40}, "giver"},
		{"date", map[string]string{"achievement": longDeed}, func(c *doc.Certificate) { line(c, "date").Y = at(128) },
			map[string]float64{"date": 128}, ""},
		{"low", map[string]string{"achievement": longDeed}, func(c *doc.Certificate) { line(c, "achievement").Height = at(15) }, nil,
			"achievement"},
		{"small", nil, func(c *doc.Certificate) { s := doc.Pt(11); line(c, "name").Size = &s }, map[string]float64{"name": 90}, ""},
		{"hidden", nil, func(c *doc.Certificate) { line(c, "role").Hidden = true }, map[string]float64{"achievement": 114, "role": -1}, ""},
		{"blank", nil, func(c *doc.Certificate) { c.Overprint = true },
			map[string]float64{"words": -1, "motto": -1, "giver": 46, "name": 90}, ""},
		{"blank with one", nil, func(c *doc.Certificate) { c.Overprint, line(c, "give").Shown = true, true },
			map[string]float64{"words": -1, "give": 58}, ""},
		{"full blank", map[string]string{"name": longName, "role": longRole, "achievement": longDeed},
			func(c *doc.Certificate) { c.Overprint = true },
			map[string]float64{"giver": 46, "words": -1, "name": 88.5}, ""},
		{"shifted", nil, func(c *doc.Certificate) { c.ShiftY = doc.MM(-1.5) }, map[string]float64{"name": 88.5, "date": 134.5}, ""},
	} {
		cert := certificateOf(c.words)
		c.set(cert)
		frames, found := framed(t, cert)
		if key := ""; len(found) > 0 {
			key = found[0].Pos.Path
			if key != c.found {
				t.Errorf("%s: %v", c.name, found)
			}
		} else if key != c.found {
			t.Errorf("%s: nothing found", c.name)
		}
		for name, mm := range c.want {
			f := frames[name]
			if (f == nil) != (mm < 0) || f != nil && fmt.Sprintf("%.1f", f.Y.MM()) != fmt.Sprintf("%.1f", mm) {
				t.Errorf("%s: %s is %+v, want it at %.1f mm", c.name, name, f, mm)
			}
		}
	}
}

// TestCertificateNames: a name is not parted at its hyphens.
func TestCertificateNames(t *testing.T) {
	frames, _ := framed(t, certificateOf(map[string]string{"name": "Bà H'LINH Ê-BAN"}))
	if words := plainWords([][]doc.Inline{frames["name"].Blocks[0].(*flow.Paragraph).Inlines}); words != "Bà H'LINH Ê"+string(doc.NoBreakHyphen)+"BAN" {
		t.Errorf("%q", words)
	}
}

// TestCertificateLinesApart: whatever the words, lines keep their order and their distance,
// or the one that is too long is found.
func TestCertificateLinesApart(t *testing.T) {
	const seed = 16
	rnd := rand.New(rand.NewSource(seed))
	pool := strings.Fields(longDeed)
	for n := range 300 {
		words := make(map[string]string)
		for _, line := range []string{"giver", "name", "role", "achievement", "position", "signer", "decision"} {
			some := make([]string, 1+rnd.Intn(1+rnd.Intn(60)))
			for i := range some {
				some[i] = pool[rnd.Intn(len(pool))]
			}
			words[line] = strings.Join(some, " ")
		}
		c := certificateOf(words)
		c.Emblem, c.Overprint = n%2 == 1, n%5 == 4
		frames, found := framed(t, c)
		if !found.HasErrors() {
			apart(t, frames)
		}
		if t.Failed() {
			t.Fatalf("seed %d, certificate %d: %v", seed, n, words)
		}
	}
}

// TestCertificateUnknownLine: a line that there is not is an error, not left out.
func TestCertificateUnknownLine(t *testing.T) {
	c := &doc.Certificate{Lines: []doc.CertificateLine{{Name: "seal"}}}
	_, _, err := Apply(context.Background(), &doc.Document{Parts: []doc.Part{c}}, decree.Default(), metrics(t))
	if err == nil || !strings.Contains(err.Error(), `"seal"`) {
		t.Errorf("%v", err)
	}
}

// TestCertificateDesigns: each design stays between the edge of the sheet and the text,
// and is the same in all four corners.
func TestCertificateDesigns(t *testing.T) {
	for _, d := range certificateLook().Designs {
		c := certificateOf(nil)
		c.Design = d.ID
		frames, _ := framed(t, c)
		f := frames[""]
		drawing := f.Blocks[0].(*flow.Drawing)
		if len(drawing.Shapes) != len(d.Strokes) || f.Role != flow.RoleArtifact {
			t.Errorf("%s: %d shapes of %d", d.ID, len(drawing.Shapes), len(d.Strokes))
		}
		const least = 5 * doc.Millimetre // that printers leave free
		for i, s := range drawing.Shapes {
			p := s.(*flow.Path)
			if d.Strokes[i].At != "band" && len(p.Steps)%4 != 0 || p.Fill != (p.Thickness == 0) {
				t.Errorf("%s: shape %d has %d steps", d.ID, i, len(p.Steps))
			}
			for _, step := range p.Steps {
				x, y := min(step.X, drawing.Width-step.X), min(step.Y, drawing.Height-step.Y)
				if min(x, y) < least || min(x, y) > 25*doc.Millimetre {
					t.Errorf("%s: shape %d reaches %.1f, %.1f mm", d.ID, i, step.X.MM(), step.Y.MM())
				}
			}
		}
	}
	if frames, _ := framed(t, &doc.Certificate{Overprint: true}); frames[""] != nil {
		t.Error("a frame is drawn onto a blank")
	}
}
