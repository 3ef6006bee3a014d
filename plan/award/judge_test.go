package award

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestJudge: each condition at its bounds, judged of a nominee of 2026. "+" is met, "-" not met, "?" for a person to say, "?!" where
// the file lacks what it takes.
func TestJudge(t *testing.T) {
	rated := func(years ...int) *plan.Nominee {
		n := &plan.Nominee{}
		for _, y := range years {
			n.Ratings = append(n.Ratings, plan.YearRating{Year: y, Rating: "good"})
		}
		return n
	}
	holds := func(years ...int) *plan.Nominee {
		n := &plan.Nominee{}
		for _, y := range years {
			n.Held = append(n.Held, plan.HeldAward{Award: "CSTDCS", Year: y})
		}
		return n
	}
	punished := func(n *plan.Nominee, m plan.Measure, from, served int) *plan.Nominee {
		d := plan.Discipline{Measure: m, From: day(from, 5, 4)}
		if served > 0 {
			d.Served = day(served, 5, 4)
		}
		n.Disciplines = append(n.Disciplines, d)
		return n
	}
	group := func(m *plan.Members) *plan.Nominee {
		return &plan.Nominee{Members: m, Awardee: plan.Awardee{Kind: plan.Collective}}
	}
	made := func(scope plan.Scale, years ...int) *plan.Nominee {
		n := &plan.Nominee{}
		for _, y := range years {
			n.Initiatives = append(n.Initiatives, plan.Initiative{Name: "Sổ tay số", Year: y, Scope: scope})
		}
		return n
	}
	rating := func(c plan.RatingCondition) plan.Condition { return plan.Condition{Rating: &c} }
	held := func(c plan.HeldCondition) plan.Condition {
		c.Award = "CSTDCS"
		return plan.Condition{Held: &c}
	}
	members := func(c plan.MembersCondition) plan.Condition { return plan.Condition{Members: &c} }
	initiatives := func(c plan.InitiativeCondition) plan.Condition { return plan.Condition{Initiatives: &c} }
	good, failed := rating(plan.RatingCondition{AtLeast: "good"}), rating(plan.RatingCondition{AtLeast: "excellent"})
	unknown, person := members(plan.MembersCondition{Percent: 50}), plan.Condition{Confirm: "Gương mẫu"}
	warning := plan.Condition{NoDiscipline: "warning"}
	for _, tt := range []struct {
		name      string
		condition plan.Condition
		n         *plan.Nominee
		want      string // the verdict and part of the reason
	}{
		{"rated", good, rated(2026), "+ từ mức hoàn thành tốt"},
		{"rated too low", failed, rated(2026), "- chưa đủ năm 2026 từ mức hoàn thành xuất sắc"},
		{"not rated", good, rated(), "?! chưa ghi mức độ"},
		{"another year rated", good, rated(2025), "?! năm 2026 không có xếp loại"},
		{"two years running", rating(plan.RatingCondition{AtLeast: "good", Years: 2}), rated(2025, 2026), "+ các năm 2025-2026 từ mức"},
		{"a year too few", rating(plan.RatingCondition{AtLeast: "good", Years: 2}), rated(2026), "?! năm 2025 không có xếp loại"},
		{"one of two years bad, one unknown", rating(plan.RatingCondition{AtLeast: "excellent", Years: 2}), rated(2026), "- năm 2026"},
		{"within three years, the first", rating(plan.RatingCondition{AtLeast: "good", Within: 3}), rated(2024), "+ 2024"},
		{"within three years, before", rating(plan.RatingCondition{AtLeast: "good", Within: 3}), rated(2023),
			"?! năm 2024 không có xếp loại"},
		{"within, one bad, others unknown", rating(plan.RatingCondition{AtLeast: "excellent", Within: 2}), rated(2026), "?! năm 2025"},
		{"within, all bad", rating(plan.RatingCondition{AtLeast: "excellent", Within: 2}), rated(2025, 2026), "- chưa đủ"},
		{"a year with an award", rating(plan.RatingCondition{AtLeast: "excellent", OrAward: "CSTDCS"}), holds(2026), "+ từ mức"},
		{"an award of another year", rating(plan.RatingCondition{AtLeast: "excellent", OrAward: "CSTDCS"}), holds(2025),
			"?! năm 2026 không có xếp loại"},
		{"another award", rating(plan.RatingCondition{AtLeast: "excellent", OrAward: "LDTT"}), holds(2026), "?! năm 2026"},
		{"awards, not asked for", good, holds(2026), "?! chưa ghi mức độ"},
		{"no award", rating(plan.RatingCondition{AtLeast: "good", OrAward: "CSTDCS"}), rated(), "?! chưa ghi mức độ"},
		{"rated in the year of a measure", good, punished(rated(2026), "reprimand", 2026, 0), "- năm 2026 không tính do kỷ luật"},
		{"rated after a measure served", good, punished(rated(2026), "reprimand", 2024, 2025), "+ từ mức"},
		{"rated in the year a measure was served", good, punished(rated(2026), "reprimand", 2024, 2026), "- không tính do kỷ luật"},

		{"held once", held(plan.HeldCondition{}), holds(2020), "+ có Chiến sĩ thi đua cơ sở"},
		{"held in this year", held(plan.HeldCondition{}), holds(2026), "+ có"},
		{"held later", held(plan.HeldCondition{}), holds(2027), "- không có năm nào"},
		{"held once of two", held(plan.HeldCondition{Times: 2}), holds(2020), "- chỉ có năm 2020"},
		{"held twice in one year", held(plan.HeldCondition{Times: 2}), holds(2020, 2020), "+ có 02 lần Chiến sĩ"},
		{"held, with its decision", held(plan.HeldCondition{}), &plan.Nominee{Held: []plan.HeldAward{
			{Award: "CSTDCS", Year: 2025, Decision: plan.PaperRef{Number: "7", Symbol: "QĐ-UBND", Date: day(2025, 12, 1)}},
			{Award: "CSTDCS", Year: 2024, Decision: plan.PaperRef{Number: "8"}}, {Award: "CSTDCS", Year: 2023,
				Decision: plan.PaperRef{Symbol: "QĐ-UBND"}},
		}}, "+ có Chiến sĩ thi đua cơ sở: Chiến sĩ thi đua cơ sở năm 2025 (07/QĐ-UBND ngày 01/12/2025), Chiến sĩ thi đua cơ sở năm 2024, " +
			"Chiến sĩ thi đua cơ sở năm 2023"},
		{"twice in a row", held(plan.HeldCondition{Times: 2, Consecutive: true}), holds(2025, 2026), "+ liên tục"},
		{"twice in a row up to the year before", held(plan.HeldCondition{Times: 2, Consecutive: true}), holds(2024, 2025), "+ liên tục"},
		{"twice in a row, long ago", held(plan.HeldCondition{Times: 2, Consecutive: true}), holds(2023, 2024),
			"- liên tục (chỉ có năm 2023"},
		{"twice with a hole", held(plan.HeldCondition{Times: 2, Consecutive: true}), holds(2024, 2026), "- liên tục"},
		{"twice in a row in one year", held(plan.HeldCondition{Times: 2, Consecutive: true}), holds(2026, 2026), "- liên tục"},
		{"within two years", held(plan.HeldCondition{Years: 2}), holds(2025), "+ trong 2 năm"},
		{"before two years", held(plan.HeldCondition{Years: 2}), holds(2024), "- trong 2 năm"},
		{"held before a measure", held(plan.HeldCondition{}), punished(holds(2020), "warning", 2024, 2024), "+ có"},
		{"within years, before a measure", held(plan.HeldCondition{Years: 9}), punished(holds(2024), "warning", 2024, 2024),
			"- năm 2024 không tính do kỷ luật"},
		{"in a row, after a measure", held(plan.HeldCondition{Consecutive: true}), punished(holds(2025), "warning", 2024, 2024),
			"+ liên tục"},

		{"half of the members", members(plan.MembersCondition{Percent: 50}), group(&plan.Members{Total: 10, Completed: 5}), "+ 5/10"},
		{"less than half", members(plan.MembersCondition{Percent: 50}), group(&plan.Members{Total: 11, Completed: 5}),
			"- phải từ 50% trở lên"},
		{"two members", members(plan.MembersCondition{Count: 2}), group(&plan.Members{Total: 10, Completed: 2}), "+ 2/10"},
		{"one of two members", members(plan.MembersCondition{Count: 2}), group(&plan.Members{Total: 10, Completed: 1}),
			"- thành viên trở lên"},
		{"any member", members(plan.MembersCondition{}), group(&plan.Members{Total: 10, Completed: 1}), "+ 1/10"},
		{"who completed not said", members(plan.MembersCondition{}), group(&plan.Members{Total: 10}), "?! (members.completed)"},
		{"members not said", members(plan.MembersCondition{Percent: 50}), group(nil), "?! chưa ghi số thành viên"},
		{"number of members not said", members(plan.MembersCondition{Percent: 50}), group(&plan.Members{Completed: 5}),
			"?! chưa ghi số thành viên"},
		{"their awards not said", members(plan.MembersCondition{Percent: 50, With: "LDTT"}), group(&plan.Members{Total: 9}),
			"?! (members.awards)"},

		{"an initiative", initiatives(plan.InitiativeCondition{Scope: "unit"}), made("", 2026), "+ cấp cơ sở trong năm 2026"},
		{"a wider one", initiatives(plan.InitiativeCondition{Scope: "unit"}), made("province", 2026), "+ có"},
		{"a narrower one", initiatives(plan.InitiativeCondition{Scope: "province"}), made("unit", 2026), "- (mới có 0)"},
		{"one later", initiatives(plan.InitiativeCondition{Scope: "unit"}), made("unit", 2027), "- (mới có 0)"},
		{"one too early", initiatives(plan.InitiativeCondition{Scope: "unit", Years: 2}), made("unit", 2024), "- (mới có 0)"},
		{"one within two years", initiatives(plan.InitiativeCondition{Scope: "unit", Years: 2}), made("unit", 2025), "+ có"},
		{"one of two", initiatives(plan.InitiativeCondition{Scope: "unit", Count: 2}), made("unit", 2026), "- (mới có 1)"},
		{"one before a measure", initiatives(plan.InitiativeCondition{Scope: "unit", Years: 5}),
			punished(made("unit", 2024), "warning", 2024, 2024), "- (mới có 0)"},
		{"one after a measure", initiatives(plan.InitiativeCondition{Scope: "unit", Years: 5}),
			punished(made("unit", 2025), "warning", 2024, 2024), "+ có"},

		{"no measure", warning, rated(), "+ không bị kỷ luật từ mức cảnh cáo"},
		{"a lighter measure", warning, punished(rated(), "reprimand", 2026, 2026), "+ không"},
		{"a measure of the year", warning, punished(rated(), "warning", 2026, 2026), "- bị cảnh cáo ngày 04/5/2026"},
		{"a measure served before", warning, punished(rated(), "removal", 2024, 2025), "+ không"},
		{"a measure served in the year", warning, punished(rated(), "removal", 2025, 2026), "- bị cách chức"},
		{"a measure never served", warning, punished(rated(), "removal", 2024, 0), "- bị cách chức"},
		{"a collective without a measure", warning, group(&plan.Members{}), "+ không có thành viên"},
		{"a collective with one", warning, group(&plan.Members{Disciplined: 1}), "- thành viên bị kỷ luật"},
		{"a collective not said", warning, group(nil), "?! (members.disciplined)"},

		{"words", person, rated(), "? cần xác nhận: Gương mẫu"},
		{"all met", plan.Condition{All: []plan.Condition{good, warning}}, rated(2026), "+ không bị kỷ luật"},
		{"all, one not met", plan.Condition{All: []plan.Condition{failed, unknown}}, rated(2026), "- chưa đủ"},
		{"all, one for a person", plan.Condition{All: []plan.Condition{good, person}}, rated(2026), "? cần xác nhận"},
		{"all, one not said", plan.Condition{All: []plan.Condition{unknown, good}}, rated(2026), "?! members"},
		{"any, one met", plan.Condition{Any: []plan.Condition{unknown, good, failed}}, rated(2026), "+ từ mức"},
		{"any, none met", plan.Condition{Any: []plan.Condition{failed, failed}}, rated(2026), "- không đạt điều kiện nào"},
		{"any, one not said", plan.Condition{Any: []plan.Condition{failed, unknown}}, rated(2026), "?! members"},
		{"any, a person can settle it", plan.Condition{Any: []plan.Condition{person, unknown}}, rated(2026), "? cần xác nhận"},
	} {
		j := evaluate(tt.n, []plan.Condition{tt.condition}, 2026, "", law(t))
		mark := map[Verdict]string{met: "+", notMet: "-", needsPerson: "?"}[j.Verdict]
		if len(j.Missing) > 0 {
			mark += "!"
		}
		if verdict, part, _ := strings.Cut(tt.want, " "); mark != verdict ||
			!strings.Contains(j.Reason+": "+strings.Join(j.Evidence, ", "), part) {
			t.Errorf("%s: %s %s %q, want %s", tt.name, mark, j.Reason, j.Evidence, tt.want)
		}
	}
}
