package award

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// unit is a season of a body whose decision somebody signs.
func unit(name, position string) plan.Season {
	s := plan.Season{Issuer: plan.Issuer{Name: name}}
	if position != "" {
		s.Decision = &plan.Ruling{Signer: &plan.Signer{Position: position}}
	}
	return s
}

// TestUnknownHead: a body of no known kind, and nothing that says who heads it, is a warning.
func TestUnknownHead(t *testing.T) {
	for _, tt := range []struct {
		name, signer, office string
		warns                bool
	}{
		{"Học viện Lam Sơn", "", "", true}, {"Học viện Lam Sơn", "Phó Giám đốc", "", true}, {"Học viện Lam Sơn", "Giám đốc", "", false},
		{"Học viện Lam Sơn", "", "Giám đốc", false}, {"Bệnh viện Lam Sơn", "", "", false},
	} {
		s := sound()
		s.Issuer.Name, s.Decision.Signer = tt.name, nil
		if tt.signer != "" {
			s.Decision.Signer = &plan.Signer{Position: tt.signer}
		}
		if tt.office != "" {
			s.Decider = &plan.Decider{Office: tt.office}
		}
		_, found := check(s, nil, law(t))
		if warns := slices.ContainsFunc(found,
			func(d *diag.Diagnostic) bool { return d.Pos.Path == "issuer.name" && d.Rule == ruleSigner }); warns != tt.warns {
			t.Errorf("%+v: warns %t", tt, warns)
		}
	}
}

// TestHeadsOfBodies: who heads a body by its name alone; of whom that is not certain there is a warning.
func TestHeadsOfBodies(t *testing.T) {
	for name, title := range map[string]string{ // empty: a warning
		"Ban Quản lý các khu công nghiệp tỉnh":         "Trưởng ban Quản lý các khu công nghiệp tỉnh",
		"Ban Quản lý Khu kinh tế Nghi Sơn":             "Trưởng ban Quản lý Khu kinh tế Nghi Sơn",
		"Ban Quản lý dự án đầu tư xây dựng xã Cẩm Hòa": "Giám đốc Ban Quản lý dự án đầu tư xây dựng xã Cẩm Hòa",
		"Ban Quản lý chợ Cẩm Hòa":                      "",
		"Ban Chỉ huy Quân sự xã Cẩm Hòa":               "Chỉ huy trưởng Ban Chỉ huy Quân sự xã Cẩm Hòa",
		"Ban Chỉ huy Phòng thủ dân sự xã Cẩm Hòa":      "",
		"Bộ đội Biên phòng tỉnh Lam Sơn":               "Chỉ huy trưởng Bộ đội Biên phòng tỉnh Lam Sơn",
		"Bộ Tổng Tham mưu":                             "",
		"Bộ môn Toán":                                  "",
		"Tổng Liên đoàn Lao động Việt Nam":             "",
		"Liên đoàn Lao động tỉnh Lam Sơn":              "Ban Thường vụ Liên đoàn Lao động tỉnh Lam Sơn",
		"Hội Nông dân xã Cẩm Hòa":                      "Ban Thường vụ Hội Nông dân xã Cẩm Hòa",
		"Hội đồng quản trị Công ty Lam Sơn":            "",
		"Đoàn Luật sư tỉnh Lam Sơn":                    "",
		"Đoàn kinh tế quốc phòng 5":                    "",
		"Đoàn An điều dưỡng 298":                       "",
		"Đoàn Thanh niên xã Cẩm Hòa":                   "Ban Thường vụ Đoàn Thanh niên xã Cẩm Hòa",
		"Đoàn xã Cẩm Hòa":                              "Ban Thường vụ Đoàn xã Cẩm Hòa",
		"Đoàn Khối các cơ quan tỉnh Lam Sơn":           "Ban Thường vụ Đoàn Khối các cơ quan tỉnh Lam Sơn",
		"Đoàn Trường Đại học Lam Sơn":                  "Ban Thường vụ Đoàn Trường Đại học Lam Sơn",
		"Văn phòng Đăng ký đất đai tỉnh Lam Sơn":       "Giám đốc Văn phòng Đăng ký đất đai tỉnh Lam Sơn",
		"Văn phòng Chính phủ":                          "",
		"Văn phòng Công chứng Lam Sơn":                 "",
		"Văn phòng HĐND và UBND xã Cẩm Hòa":            "Chánh Văn phòng HĐND và UBND xã Cẩm Hòa",
		"Văn phòng Ủy ban nhân dân tỉnh Lam Sơn":       "Chánh Văn phòng Ủy ban nhân dân tỉnh Lam Sơn",
		"Thanh tra Chính phủ":                          "",
		"Thanh tra tỉnh Lam Sơn":                       "Chánh Thanh tra tỉnh Lam Sơn",
		"Ngân hàng Nhà nước Việt Nam":                  "",
		"Ngân hàng Chính sách xã hội tỉnh Lam Sơn":     "",
		"Phòng Giao dịch Ngân hàng Chính sách xã hội":  "",
		"Phòng Kinh tế":                                "Trưởng phòng Kinh tế",
		"Bảo hiểm xã hội Việt Nam":                     "",
		"Bảo hiểm xã hội tỉnh Lam Sơn":                 "Giám đốc Bảo hiểm xã hội tỉnh Lam Sơn",
		"Kho bạc Nhà nước":                             "",
		"Kho bạc Nhà nước khu vực X":                   "Giám đốc Kho bạc Nhà nước khu vực X",
		"Viện Hàn lâm Khoa học xã hội":                 "",
		"Viện Kiểm sát nhân dân khu vực 3":             "Viện trưởng Viện Kiểm sát nhân dân khu vực 3",
		"Ban Thường vụ Đảng ủy xã Cẩm Hòa":             "Ban Thường vụ Đảng ủy xã Cẩm Hòa",
	} {
		s := sound()
		s.Issuer.Name, s.Decision.Signer = name, nil
		c := newChecker(s, nil, law(t))
		c.unknownHead()
		if warns := len(c.found) > 0; warns != (title == "") || !warns && c.who.Title() != title {
			t.Errorf("%s: %s, warns %t", name, c.who.Title(), warns)
		}
	}
}

// TestOnBehalf: who signs for a collective signs for the one that decides.
func TestOnBehalf(t *testing.T) {
	for _, tt := range []struct {
		body, of string
		warns    bool
	}{
		{"Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Hòa", "Ban Thường vụ", true}, {"Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Hòa",
			"Ban Thường trực", false},
		{"Đảng ủy xã Cẩm Hòa", "Ban Thường vụ Đảng ủy", false}, {"Đảng ủy xã Cẩm Hòa", "Ban Thường vụn", true},
		{"Trường Tiểu học Cẩm Hòa", "Ban Giám hiệu", false}, // an error of its own
		{"Đảng ủy xã Cẩm Hòa", "", false},
	} {
		s := sound()
		s.Issuer.Name, s.Decision.Signer = tt.body, &plan.Signer{Capacity: []plan.Capacity{plan.TM}, OnBehalfOf: tt.of, Position: "Bí thư"}
		_, found := check(s, nil, law(t))
		if warns := slices.ContainsFunc(found,
			func(d *diag.Diagnostic) bool { return d.Pos.Path == "decision.signer.on_behalf_of" }); warns != tt.warns {
			t.Errorf("%+v: warns %t", tt, warns)
		}
	}
}

// TestDeciderOf: who decides, by the name of the body, and by what the season says.
func TestDeciderOf(t *testing.T) {
	school := &plan.Period{SchoolYear: "2025-2026"}
	for _, tt := range []struct {
		name              string
		s                 plan.Season
		title, kind, fund string
		level             plan.Level
		heading           string
	}{
		{"a commune", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}}, "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa",
			"commune", "của xã năm 2026", plan.CommuneLevel, "state"},
		{"a ward", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân phường Hạc Thành"}}, "Chủ tịch Ủy ban nhân dân phường Hạc Thành",
			"ward", "của phường năm 2026", plan.CommuneLevel, "state"},
		{"a special zone", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân đặc khu Vân Đồn"}},
			"Chủ tịch Ủy ban nhân dân đặc khu Vân Đồn", "special_zone", "của đặc khu năm 2026", plan.CommuneLevel, "state"},
		{"a province", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân tỉnh Lam Sơn"}}, "Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn",
			"province", "của tỉnh năm 2026", plan.ProvinceLevel, "state"},
		{"a city", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân thành phố Đồng Nai"}},
			"Chủ tịch Ủy ban nhân dân thành phố Đồng Nai", "city", "của thành phố năm 2026", plan.ProvinceLevel, "state"},
		{"a department", plan.Season{Issuer: plan.Issuer{Name: "Sở Nội vụ"}}, "Giám đốc Sở Nội vụ", "department", "của Sở năm 2026", "unit",
			"state"},
		{"a ministry", plan.Season{Issuer: plan.Issuer{Name: "Bộ Nội vụ"}}, "Bộ trưởng Bộ Nội vụ", "ministry", "của Bộ năm 2026",
			plan.MinistryLevel, "state"},
		{"a command is no ministry", plan.Season{Issuer: plan.Issuer{Name: "Bộ Tư lệnh Quân khu 4"}}, "Tư lệnh Bộ Tư lệnh Quân khu 4",
			"armed_forces", "của đơn vị năm 2026", "armed_forces", "state"},
		{"a school, for its year", plan.Season{Issuer: plan.Issuer{Name: "Trường Tiểu học Cẩm Hòa"}, Period: school},
			"Hiệu trưởng Trường Tiểu học Cẩm Hòa", "school", "của Trường năm học 2025 - 2026", "unit", "state"},
		{"a company", plan.Season{Issuer: plan.Issuer{Name: "Công ty Cổ phần Lam Sơn"}}, "Giám đốc Công ty Cổ phần Lam Sơn", "enterprise",
			"của Công ty năm 2026", "unit", "state"},
		{"an enterprise of one owner", plan.Season{Issuer: plan.Issuer{Name: "Doanh nghiệp tư nhân Lam Sơn"}},
			"Giám đốc Doanh nghiệp tư nhân Lam Sơn", "private_enterprise", "của Doanh nghiệp năm 2026", "unit", "state"},
		{"a company of a general director",
			plan.Season{Issuer: plan.Issuer{Name: "Công ty Cổ phần Lam Sơn"},
				Decision: &plan.Ruling{Signer: &plan.Signer{Position: "Tổng Giám đốc"}}}, "Tổng Giám đốc Công ty Cổ phần Lam Sơn",
			"enterprise", "của Công ty năm 2026", "unit", "state"},
		{"signed by a deputy", plan.Season{Issuer: plan.Issuer{Name: "Công ty Cổ phần Lam Sơn"},
			Decision: &plan.Ruling{Signer: &plan.Signer{Capacity: []plan.Capacity{"KT"}, ActingFor: []string{"Tổng Giám đốc"},
				Position: "Phó Tổng Giám đốc"}}}, "Tổng Giám đốc Công ty Cổ phần Lam Sơn", "enterprise", "của Công ty năm 2026", "unit",
			"state"},
		{"signed by a deputy without KT",
			plan.Season{Issuer: plan.Issuer{Name: "Trường Tiểu học Cẩm Hòa"},
				Decision: &plan.Ruling{Signer: &plan.Signer{Position: "Phó Hiệu trưởng"}}}, "Hiệu trưởng Trường Tiểu học Cẩm Hòa", "school",
			"của Trường năm 2026", "unit", "state"},
		{"signed by order", plan.Season{Issuer: plan.Issuer{Name: "Sở Nội vụ"},
			Decision: &plan.Ruling{Signer: &plan.Signer{Capacity: []plan.Capacity{"TL"}, ActingFor: []string{"Giám đốc"},
				Position: "Chánh Văn phòng"}}}, "Giám đốc Sở Nội vụ", "department", "của Sở năm 2026", "unit", "state"},
		{"a commune's chairman whatever signs",
			plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"},
				Decision: &plan.Ruling{Signer: &plan.Signer{Position: "Bí thư"}}}, "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa", "commune",
			"của xã năm 2026", plan.CommuneLevel, "state"},
		{"some unit, by who signs", plan.Season{Level: "unit", Issuer: plan.Issuer{Name: "Ban Quản lý Khu kinh tế"},
			Decision: &plan.Ruling{Signer: &plan.Signer{Position: "Trưởng ban"}}}, "Trưởng ban Quản lý Khu kinh tế", "zone_board",
			"của Ban năm 2026", "unit", "state"},
		{"a Party committee", plan.Season{Issuer: plan.Issuer{Name: "Đảng ủy xã Cẩm Hòa"}}, "Ban Thường vụ Đảng ủy xã Cẩm Hòa", "party",
			"của Đảng bộ năm 2026", "unit", "party"},
		{"a union", plan.Season{Issuer: plan.Issuer{Name: "Liên đoàn Lao động tỉnh Lam Sơn"}},
			"Ban Thường vụ Liên đoàn Lao động tỉnh Lam Sơn", "union", "của cơ quan năm 2026", "unit", "state"},
		{"some unit", plan.Season{Level: "unit", Issuer: plan.Issuer{Name: "Trung tâm Y tế Lam Sơn"}}, "Giám đốc Trung tâm Y tế Lam Sơn",
			"centre", "của Trung tâm năm 2026", "unit", "state"},
		{"shortened", plan.Season{Issuer: plan.Issuer{Name: "UBND xã Cẩm Hòa"}}, "Chủ tịch UBND xã Cẩm Hòa", "commune", "của xã năm 2026",
			plan.CommuneLevel, "state"},
		{"nothing known", plan.Season{}, "Chủ tịch", "", "của cơ quan năm 2026", plan.CommuneLevel, "state"},
		{"a committee of nothing known", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân Cẩm Hòa"}},
			"Chủ tịch Ủy ban nhân dân Cẩm Hòa", "",
			"của cơ quan năm 2026", plan.CommuneLevel, "state"},
		{"police of a commune", unit("Công an xã Cẩm Hòa", ""), "Trưởng Công an xã Cẩm Hòa", "police", "của đơn vị năm 2026", "unit",
			"state"},
		{"police, by who signs", unit("Công an xã Cẩm Hòa", "Trưởng Công an xã"), "Trưởng Công an xã Cẩm Hòa", "police",
			"của đơn vị năm 2026", "unit", "state"},
		{"police of a province", unit("Công an tỉnh Lam Sơn", ""), "Giám đốc Công an tỉnh Lam Sơn", "provincial_police",
			"của đơn vị năm 2026", "unit", "state"},
		{"a hospital", unit("Bệnh viện Đa khoa Lam Sơn", ""), "Giám đốc Bệnh viện Đa khoa Lam Sơn", "hospital", "của Bệnh viện năm 2026",
			"unit", "state"},
		{"an office", unit("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", ""),
			"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
			"office", "của Văn phòng năm 2026", "unit", "state"},
		{"a health station", unit("Trạm Y tế xã Cẩm Hòa", ""), "Trưởng trạm Y tế xã Cẩm Hòa", "health_station", "của Trạm năm 2026", "unit",
			"state"},
		{"a division", unit("Phòng Kinh tế", ""), "Trưởng phòng Kinh tế", "division", "của Phòng năm 2026", "unit", "state"},
		{"a court", unit("Tòa án nhân dân khu vực 3", ""), "Chánh án Tòa án nhân dân khu vực 3", "court", "của cơ quan năm 2026", "unit",
			"state"},
		{"a command of a province is no ministry", unit("Bộ Chỉ huy Quân sự tỉnh Lam Sơn", ""),
			"Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh Lam Sơn",
			"command", "của đơn vị năm 2026", "unit", "state"},
		{"a corporation", unit("Tổng công ty Cấp nước", ""), "Tổng Giám đốc Tổng công ty Cấp nước", "corporation", "của đơn vị năm 2026",
			"unit", "state"},
		{"a cooperative", unit("Hợp tác xã Cẩm Hòa", "Chủ tịch Hội đồng quản trị"), "Chủ tịch Hội đồng quản trị Hợp tác xã Cẩm Hòa",
			"cooperative", "của Hợp tác xã năm 2026", "unit", "state"},
		{"the Front", unit("Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Hòa", ""),
			"Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Hòa",
			"front", "của cơ quan năm 2026", "unit", "state"},
		{"a council is no association", unit("Hội đồng nhân dân xã Cẩm Hòa", ""), "Chủ tịch Hội đồng nhân dân xã Cẩm Hòa",
			"peoples_council", "của cơ quan năm 2026", "unit", "state"},
		{"some agency", unit("Học viện Lam Sơn", ""), "Thủ trưởng Học viện Lam Sơn", "agency", "của cơ quan năm 2026", "unit", "state"},
		{"some agency, by who signs", unit("Học viện Lam Sơn", "Giám đốc"), "Giám đốc Học viện Lam Sơn", "agency", "của cơ quan năm 2026",
			"unit", "state"},
		{"as the season says", plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"},
			Decider: &plan.Decider{Office: "Quyền Hiệu trưởng", Body: "Trường Mầm non Cẩm Hòa", Fund: "Quỹ của Trường"}},
			"Quyền Hiệu trưởng Trường Mầm non Cẩm Hòa", "school", "Quỹ của Trường", "unit", "state"},
		{"a kind by its id", plan.Season{Issuer: plan.Issuer{Name: "Học viện Lam Sơn"},
			Decider: &plan.Decider{Kind: "school", Office: "Giám đốc", Heading: "party"}},
			"Giám đốc Học viện Lam Sơn", "school", "của Trường năm 2026", "unit", "party"},
	} {
		tt.s.Year = 2026
		w := law(t).DeciderOf(&tt.s)
		if w.Title() != tt.title || w.Kind != tt.kind || !strings.HasSuffix(w.Fund, tt.fund) || w.Level != tt.level ||
			w.Heading != tt.heading {
			t.Errorf("%s: %q %+v", tt.name, w.Title(), w)
		}
	}
}

// Bases follow the kind of body, and an office's own come first.
func TestBasesOfBodies(t *testing.T) {
	const government = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
	lines := func(s *plan.Season) []string {
		s.Year = 2026
		all, _ := law(t).Citations(law(t).DeciderOf(s), []*Award{find(t, "CSTDCS")}, day(2026, 12, 15))
		return all
	}
	commune := lines(&plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}})
	school := lines(&plan.Season{Issuer: plan.Issuer{Name: "Trường Tiểu học Cẩm Hòa"}})
	own := lines(&plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"},
		Decider: &plan.Decider{Bases: []plan.LegalBasis{{Text: "Căn cứ Quy chế làm việc;"}}}})
	if commune[0] != government || !slices.ContainsFunc(commune, func(l string) bool { return strings.Contains(l, "129/2025") }) {
		t.Errorf("commune: %q", commune)
	}
	if slices.Contains(school, government) || slices.ContainsFunc(school, func(l string) bool { return strings.Contains(l, "129/2025") }) {
		t.Errorf("school: %q", school)
	}
	if own[0] != "Quy chế làm việc" || slices.Contains(own, government) ||
		!slices.ContainsFunc(own, func(l string) bool { return strings.Contains(l, "129/2025") }) {
		t.Errorf("own: %q", own)
	}
}

// TestCities: a city's awards bear its name; nine provinces are cities since 20/9/2026.
func TestCities(t *testing.T) {
	for name, from := range map[string]plan.Date{"Huế": day(2024, 1, 1), "Đồng Nai": day(2026, 4, 30), "QUẢNG NINH": day(2026, 9, 1),
		"Bắc Ninh": day(2026, 9, 20)} {
		if law(t).cityOn(name, from) == nil || from.Year == 2026 && law(t).cityOn(name, day(2026, 4, 29)) != nil {
			t.Errorf("%s", name)
		}
	}
	if law(t).cityOn("Lam Sơn", day(2026, 12, 15)) != nil {
		t.Error("a province is a city")
	}
	const ward, province, city = "Ủy ban nhân dân phường Kinh Bắc", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
		"Bằng khen của Chủ tịch Ủy ban nhân dân thành phố"
	on := &plan.Ruling{Date: day(2026, 9, 20)}
	to := &plan.Submission{Addressees: []string{"Sở Nội vụ", "Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh"}}
	for _, tt := range []struct {
		v    any
		want string
	}{
		{&plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân tỉnh Lam Sơn"}, Decision: on}, province},
		{&plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân thành phố Quảng Ninh"}, Decision: on}, city},
		{&plan.Season{Issuer: plan.Issuer{Name: ward}, Decision: on}, province},
		{&plan.Season{Issuer: plan.Issuer{Name: ward}, Decision: on, Upward: to}, city},
		{&plan.Season{Issuer: plan.Issuer{Name: ward}, Year: 2026, Upward: to}, city},
		{&plan.Season{Issuer: plan.Issuer{Name: ward}, Year: 2025, Upward: to}, province},
		{&plan.Season{Issuer: plan.Issuer{Name: ward}, Decision: &plan.Ruling{Date: day(2026, 9, 19)}, Upward: to}, province},
		{&plan.Season{Issuer: plan.Issuer{Name: "Sở Nội vụ", Superior: "Ủy ban nhân dân thành phố Huế"}, Decision: on}, city},
		{&plan.Season{Issuer: plan.Issuer{Name: "Sở Nội vụ", Superior: "Ủy ban nhân dân thành phố Lam Sơn"}, Decision: on}, province},
		{&plan.AwardDecision{Header: plan.Header{Issuer: plan.Issuer{Name: "Ủy ban nhân dân thành phố Huế"}, Date: on.Date}}, city},
	} {
		f := &plan.File{Value: tt.v}
		a, _ := SeasonLaw(nil, f, law(t)).Find("BKTINH")
		if got := a.FullName(on.Date, ""); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.v, got, tt.want)
		}
	}
}

// TestOwnRules: a Party committee, the Front and a union may award by rules of their own, which is said until the file gives its bases; the
// money that the file states with its basis holds there.
func TestOwnRules(t *testing.T) {
	for _, tt := range []struct {
		body  string
		bases bool
		bonus *plan.StatedBonus
		told  bool
		sum   plan.Money
	}{
		{"Đảng ủy xã Cẩm Hòa", false, nil, true, 760_000},
		{"Đảng ủy xã Cẩm Hòa", false, &plan.StatedBonus{Money: "none"}, true, 0},
		{"Đảng ủy xã Cẩm Hòa", true, &plan.StatedBonus{Amount: 500_000, Basis: "Hướng dẫn của Ban Thường vụ"}, false, 500_000},
		{"Đoàn xã Cẩm Hòa", false, nil, true, 760_000},
		{"Ủy ban Mặt trận Tổ quốc Việt Nam xã Cẩm Hòa", false, nil, true, 760_000},
		{"Trường Tiểu học Cẩm Hòa", false, nil, false, 760_000},
	} {
		s := sound()
		s.Issuer.Name, s.Nominees = tt.body, s.Nominees[:1]
		s.Nominees[0].Award, s.Nominees[0].Bonus = "GKDV", tt.bonus
		if tt.bases {
			s.Decider = &plan.Decider{Bases: []plan.LegalBasis{{Text: "Căn cứ Quy định về khen thưởng"}}}
		}
		out, found := check(s, nil, law(t))
		told := slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path == "issuer.name" && d.Rule == ruleUnverified })
		if told != tt.told || out.Results[0].Pay.Amount != tt.sum {
			t.Errorf("%+v: told %t, %s %v", tt, told, out.Results[0].Pay, found)
		}
	}
}

// TestWhoMayAward: nobody is told to ask a level below for an award.
func TestWhoMayAward(t *testing.T) {
	for _, tt := range []struct {
		body, award string
		up          bool
	}{
		{"Ủy ban nhân dân tỉnh Lam Sơn", "GKXA", false}, {"Ủy ban nhân dân tỉnh Lam Sơn", "BKTTG", true}, {"Sở Nội vụ", "GKXA", true},
		{"Ủy ban nhân dân xã Cẩm Hòa", "BKTINH", true}, {"Ủy ban nhân dân xã Cẩm Hòa", "GKDV", false},
	} {
		s := sound()
		s.Issuer.Name, s.Nominees = tt.body, s.Nominees[:1]
		s.Nominees[0].Award = tt.award
		_, found := check(s, nil, law(t))
		at := slices.IndexFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == ruleAuthority })
		if at < 0 || strings.Contains(found[at].Fix, "forward: true") != tt.up {
			t.Errorf("%+v: %v", tt, found)
		}
	}
}

// TestNoCouncil: where several decide together without a council, a confirmation stands for its vote; nowhere else.
func TestNoCouncil(t *testing.T) {
	yes := &plan.Confirmation{Met: true, By: "Ban Thường vụ"}
	for _, tt := range []struct {
		name, body, award string
		change            func(s *plan.Season)
		waits             string // empty: awarded
	}{
		{"confirmed", "Đoàn xã Cẩm Hòa", "GKDV", func(s *plan.Season) { s.Nominees[0].Confirmed = yes }, ""},
		{"nothing said", "Đoàn xã Cẩm Hòa", "GKDV", func(*plan.Season) {},
			"chưa có kết quả biểu quyết (votes); Ban Thường vụ quyết định mà không qua Hội đồng thì ghi xác nhận (confirmed)"},
		{"a council", "Đoàn xã Cẩm Hòa", "GKDV", func(s *plan.Season) { s.Nominees[0].Confirmed, s.Council = yes, &plan.Council{Size: 7} },
			"chưa có kết quả biểu quyết (votes)"},
		{"its meeting", "Đoàn xã Cẩm Hòa", "GKDV", func(s *plan.Season) {
			s.Nominees[0].Confirmed, s.Session = yes, &plan.Session{Date: day(2026, 12, 8), Present: 7}
		}, "chưa có kết quả biểu quyết (votes)"},
		{"one who decides", "Ủy ban nhân dân xã Cẩm Hòa", "GKXA", func(s *plan.Season) { s.Nominees[0].Confirmed = yes },
			"chưa có kết quả biểu quyết (votes)"},
		{"an addition", "Đoàn xã Cẩm Hòa", "GKDV", func(s *plan.Season) {
			s.Nominees[0].Confirmed, s.Nominees[0].Added = yes, &plan.Addition{}
		}, "chưa có kết quả biểu quyết (votes); Ban Thường vụ"},
	} {
		s := sound()
		s.Issuer.Name, s.Nominees, s.Council, s.Session = tt.body, s.Nominees[:1], nil, nil
		s.Nominees[0].Award, s.Nominees[0].Votes = tt.award, nil
		tt.change(s)
		out, _ := check(s, nil, law(t))
		r := out.Results[0]
		if waits := strings.Join(r.Waiting, "; "); !strings.HasPrefix(waits, tt.waits) || (tt.waits == "") != (r.Status == Awarded) ||
			tt.waits == "chưa có kết quả biểu quyết (votes)" && waits != tt.waits {
			t.Errorf("%s: %v %q", tt.name, r.Status, waits)
		}
	}
}
