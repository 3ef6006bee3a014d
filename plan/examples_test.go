package plan_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// TestCamNgocPlan shows that the example is the real plan word for word: every
// word of the source, heading numbers and dashes aside, stands in it in order,
// and no other word does.
func TestCamNgocPlan(t *testing.T) {
	dir := "../examples/ke-hoach-cam-ngoc/"
	src, err := os.ReadFile(dir + "ke-hoach.yaml")
	if err != nil {
		t.Fatal(err)
	}
	f, findings := plan.Parse("ke-hoach.yaml", src)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	source, err := os.ReadFile(dir + "nguon.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := sourceWords(string(source))
	got := planWords(f.Value.(*plan.Plan))
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("word %d is %q, in the source %q (after %q)", i, got[i], want[i], want[max(0, i-5):i])
		}
	}
	if len(got) != len(want) || len(want) < 2000 {
		t.Errorf("%d words, the source has %d", len(got), len(want))
	}
}

// computed are the lines of the source that the program prints by itself: number
// line, place and date, kind, the words Nơi nhận and Lưu.
var computed = regexp.MustCompile(`^(Số: /KH - UBND|Cẩm Ngọc, ngày tháng năm 2023|KẾ HOẠCH|Nơi nhận:|- Lưu VT\.|CHỦ TỊCH)$`)

// marker is a heading number or dash at the head of a line.
var marker = regexp.MustCompile(`^([IVX]+\.|[0-9]+\.|-) `)

func sourceWords(text string) []string {
	var words []string
	for line := range strings.Lines(vi.NFC(text)) {
		line = strings.TrimSpace(line)
		if computed.MatchString(line) {
			continue
		}
		words = append(words, strings.Fields(marker.ReplaceAllString(line, ""))...)
	}
	return trimMarks(words)
}

// trimMarks drops the marks that the program prints: ./. and the semicolons of
// nơi nhận.
func trimMarks(words []string) []string {
	for i, w := range words {
		words[i] = strings.TrimRight(strings.TrimSuffix(w, "./."), ".;:")
	}
	return words
}

func planWords(p *plan.Plan) []string {
	var b strings.Builder
	add := func(texts ...string) {
		for _, s := range texts {
			b.WriteString(s + " ")
		}
	}
	var items func(list []plan.Item)
	item := func(it plan.Item) {
		add(it.Title, string(it.Text), string(it.Body))
		items(it.Items)
		add(string(it.Closing))
	}
	items = func(list []plan.Item) {
		for _, it := range list {
			item(it)
		}
	}
	group := func(g plan.CriteriaGroup) {
		add(g.Title, string(g.Text))
		for _, c := range g.Criteria {
			add(c.Heading(), string(c.Text))
			items(c.Items)
		}
	}
	add(p.Subject, string(p.Opening))
	for _, s := range p.Sections {
		add(s.Heading(), string(s.Introduction))
		if s.Purposes != nil {
			items([]plan.Item{s.Purposes.Purpose, s.Purposes.Requirements})
		}
		if g := s.Goals; g != nil {
			item(g.Overall)
			add(g.Specific.Title, string(g.Specific.Text))
			for _, t := range g.Specific.Targets {
				add(string(t.Text))
			}
		}
		if s.Scope != nil {
			items([]plan.Item{s.Scope.TargetGroups, s.Scope.Area, s.Scope.Period})
		}
		for _, t := range s.Tasks {
			item(t.Item)
		}
		if s.Criteria != nil {
			group(s.Criteria.General)
			group(s.Criteria.ByField)
		}
		for _, a := range s.Assignments {
			add(a.Assignee, string(a.Introduction))
			items(a.Duties)
		}
		add(string(s.Funding))
	}
	add(string(p.Closing))
	for _, to := range p.Distribution.To {
		add(string(to))
	}
	add(p.Signer.Name)
	return trimMarks(strings.Fields(b.String()))
}
