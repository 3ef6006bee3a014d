package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// ruleLine is a rule in JSON. What a rule does not have is empty.
type ruleLine struct {
	Rule        string `json:"rule"`
	Pack        string `json:"pack"`
	Title       string `json:"title"`
	Text        string `json:"text"`
	Bounds      string `json:"bounds"`
	Default     string `json:"default"`
	Source      string `json:"source"`
	Basis       string `json:"basis"`
	From        string `json:"from"`
	Until       string `json:"until"`
	Pass        string `json:"pass"`
	Fail        string `json:"fail"`
	Note        string `json:"note"`
	Provisional bool   `json:"provisional"`
}

func lineOf(p *decree.Pack, r *decree.Rule) ruleLine {
	return ruleLine{
		Rule: r.ID, Pack: p.ID, Title: r.Title, Text: r.Text, Bounds: r.Bounds(), Default: r.Value.String(),
		Source: p.Source(r), Basis: string(r.Basis), From: r.From, Until: r.Until,
		Pass: r.Pass, Fail: r.Fail, Note: r.Note, Provisional: p.Provisional,
	}
}

// bases are the grounds of rules, as printed for people.
var bases = map[decree.Basis]string{
	decree.Law:      "văn bản quy phạm pháp luật",
	decree.Sample:   "mẫu trong phụ lục",
	decree.Practice: "thông lệ; văn bản không quy định",
	decree.Retold:   "theo tài liệu thuật lại, chưa đối chiếu văn bản gốc",
}

func newRules(c *console) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Liệt kê các quy tắc về thể thức",
		Long: `Liệt kê mọi quy tắc về thể thức và kỹ thuật trình bày: mã quy tắc, nội dung, giới hạn,
điều khoản. "vanban explain MÃ" cho biết đầy đủ một quy tắc.`,
		Args: takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			asJSON, err := isJSON(format)
			if err != nil {
				return err
			}
			return rules(c, asJSON)
		},
	}
	cmd.Flags().StringVar(&format, "format", "", "`DẠNG` text (mặc định) hoặc json")
	return cmd
}

func rules(c *console, asJSON bool) error {
	var lines []ruleLine
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			lines = append(lines, lineOf(p, r))
		}
	}
	if asJSON {
		return printJSON(c, lines)
	}
	return printTable(c, func(w io.Writer) {
		for _, l := range lines {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.Rule, l.Title, dash(l.Bounds), l.Source)
		}
	})
}

func newExplain(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "explain MÃ-QUY-TẮC",
		Short: "Giải thích một quy tắc",
		Long: `In đầy đủ một quy tắc: nội dung, giới hạn, giá trị mặc định, điều khoản, ngày có hiệu lực,
một thí dụ đúng và một thí dụ sai; với quy tắc không thuộc thể thức thì in nội dung và cách sửa.
Mã quy tắc nằm trong ngoặc vuông của kết quả kiểm tra.`,
		Example: "  vanban explain nd30.page.margin-left",
		Args:    takes(1, 1, "mã quy tắc"),
		RunE:    func(_ *cobra.Command, args []string) error { return explain(c, args[0]) },
	}
}

func explain(c *console, id string) error {
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			if r.ID == id {
				return explainRule(c, lineOf(p, r), r.Basis)
			}
		}
	}
	for _, r := range findingRules() {
		if r.ID == id {
			return printTable(c, func(w io.Writer) {
				fmt.Fprintf(w, "%s\n%s\n\nCách sửa:\t%s\n", r.ID, vi.UpperFirst(r.Title), r.Help)
			})
		}
	}
	return fmt.Errorf("không có quy tắc %q%s (xem: vanban rules)", id, nearRule(id))
}

// findingRules gives the rules of findings beside those of the decree.
func findingRules() []diag.Rule {
	return slices.Concat(plan.Rules(), award.Rules(), docgen.Rules(), batch.Rules(), []diag.Rule{
		{ID: ruleNotPaper, Title: "tệp này không phải văn bản để soạn bằng vanban render", Help: "dùng lệnh nêu trong thông báo"},
	})
}

// ruleNotPaper is the rule that only the command has.
const ruleNotPaper = "render.not-a-paper"

// nearRule proposes the rule whose id is nearest to what was typed, or nothing.
func nearRule(id string) string {
	var ids []string
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			ids = append(ids, r.ID)
		}
	}
	for _, r := range findingRules() {
		ids = append(ids, r.ID)
	}
	if best := diag.Nearest(id, ids); best != "" {
		return fmt.Sprintf(", có phải %q?", best)
	}
	return ""
}

func explainRule(c *console, l ruleLine, basis decree.Basis) error {
	return printTable(c, func(w io.Writer) {
		force := ""
		switch {
		case l.Until != "":
			force = fmt.Sprintf("từ %s đến %s", l.From, l.Until)
		case l.From != "":
			force = "từ " + l.From
		}
		fmt.Fprintf(w, "%s\n%s\n\n", l.Rule, l.Text)
		for _, row := range [][2]string{
			{"Thành phần", l.Title}, {"Giới hạn", l.Bounds}, {"Mặc định", l.Default},
			{"Nguồn", l.Source}, {"Căn cứ", bases[basis]}, {"Hiệu lực", force},
			{"Đúng", l.Pass}, {"Sai", l.Fail}, {"Ghi chú", l.Note},
		} {
			if row[1] != "" {
				fmt.Fprintf(w, "%s:\t%s\n", row[0], row[1])
			}
		}
		if l.Provisional {
			fmt.Fprintf(w, "Tạm thời:\tbộ quy tắc %s chưa được đối chiếu với văn bản gốc\n", l.Pack)
		}
	})
}

// printTable prints rows whose cells end in tabs, in columns, on standard output.
func printTable(c *console, rows func(w io.Writer)) error {
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	rows(w)
	return w.Flush()
}
