package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/serve"
)

func newRules(c *console) *cobra.Command {
	return newList(c, "rules", "Liệt kê các quy tắc",
		`Liệt kê mọi quy tắc mà kết quả kiểm tra nêu: các quy tắc về thể thức và kỹ thuật trình bày với
giới hạn và điều khoản, rồi các quy tắc khác. "vanban explain MÃ" cho biết đầy đủ một quy tắc.`, serve.Rules, ruleTable)
}

// ruleTable prints rules, one a line.
func ruleTable(w io.Writer, lines []serve.Rule) {
	for _, l := range lines {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.Rule, l.Title, dash(l.Bounds), dash(l.Source))
	}
}

func newExplain(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "explain MÃ-QUY-TẮC",
		Short: "Giải thích một quy tắc",
		Long: `In đầy đủ một quy tắc: nội dung, giới hạn, giá trị mặc định, điều khoản, ngày có hiệu lực,
một thí dụ đúng và một thí dụ sai; với quy tắc không thuộc thể thức thì in nội dung, mức và cách sửa.
Mã quy tắc nằm trong ngoặc vuông của kết quả kiểm tra.`,
		Example: "  vanban explain nd30.page.margin-left",
		Args:    takes(1, 1, "mã quy tắc"),
		RunE:    func(_ *cobra.Command, args []string) error { return explain(c, args[0]) },
	}
}

func explain(c *console, id string) error {
	lines := serve.Rules()
	ids := make([]string, len(lines))
	for i := range lines {
		if ids[i] = lines[i].Rule; ids[i] == id {
			return explainRule(c, &lines[i])
		}
	}
	return fmt.Errorf("không có quy tắc %q%s (xem: vanban rules)", id, nearest(id, ids))
}

func explainRule(c *console, l *serve.Rule) error {
	return printTable(c.out, func(w io.Writer) {
		force := ""
		switch {
		case l.Until != "":
			force = fmt.Sprintf("từ %s đến %s", l.From, l.Until)
		case l.From != "":
			force = "từ " + l.From
		}
		levels := make([]string, len(l.Levels))
		for i, v := range l.Levels {
			levels[i] = v.Term()
		}
		text, part := l.Text, l.Title
		if text == "" { // a rule of findings has one sentence
			text, part = l.Title, ""
		}
		fmt.Fprintf(w, "%s\n%s\n\n", l.Rule, text)
		for _, row := range [][2]string{
			{"Thành phần", part}, {"Giới hạn", l.Bounds}, {"Mặc định", l.Default}, {"Mức", strings.Join(levels, " hoặc ")},
			{"Nguồn", l.Source}, {"Căn cứ", decree.Basis(l.Basis).Term()}, {"Hiệu lực", force},
			{"Đúng", l.Pass}, {"Sai", l.Fail}, {"Ghi chú", l.Note}, {"Cách sửa", l.Fix},
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

// printTable prints rows whose cells end in tabs, in columns.
func printTable(to io.Writer, rows func(w io.Writer)) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	rows(w)
	return w.Flush()
}
