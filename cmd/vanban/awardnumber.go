package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// stageKeys says which part of a season holds the number and date of a stage.
var stageKeys = map[string]string{"bien-ban": "session", "to-trinh": "submission", "quyet-dinh": "decision"}

func newAwardNumber(c *console) *cobra.Command {
	var stage, number, date string
	cmd := &cobra.Command{
		Use:   "number ĐỢT.yaml",
		Short: "Ghi số, ngày do văn thư cấp vào tệp đợt khen thưởng",
		Long: `Ghi số và ngày của một văn bản vào tệp đợt khen thưởng. Chú thích và thứ tự các
dòng của tệp giữ nguyên. Các văn bản soạn sau đó dẫn số và ngày này.

Với --stage giay-khen thì ghi số vào sổ khen thưởng của từng người, từng tập thể, từng hộ
đã được tự đánh; thêm hay bớt người sau đó không làm đổi các số này.`,
		Example: "  vanban award number dot-khen-thuong.yaml --stage quyet-dinh --number 512 --date 2026-12-15\n  vanban award number dot-khen-thuong.yaml --stage giay-khen",
		Args:    takes(1, 1, "tệp đợt khen thưởng"),
		RunE: func(_ *cobra.Command, args []string) error {
			return awardNumber(c, args[0], stage, number, date)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&stage, "stage", "", "văn bản: `bien-ban|to-trinh|quyet-dinh|giay-khen`")
	flags.StringVar(&number, "number", "", "`SỐ` được cấp")
	flags.StringVar(&date, "date", "", "`NGÀY` ban hành, dạng 2026-12-15")
	return cmd
}

func awardNumber(c *console, path, stage, number, date string) error {
	if stage == string(award.CertificateStage) {
		if number != "" || date != "" {
			return fmt.Errorf("--stage giay-khen ghi số vào sổ tự đánh, không nhận --number, --date")
		}
		return awardRegister(c, path)
	}
	key, ok := stageKeys[stage]
	if !ok {
		return fmt.Errorf("--stage phải là bien-ban, to-trinh, quyet-dinh hoặc giay-khen")
	}
	if number == "" && date == "" {
		return fmt.Errorf("thiếu --number hoặc --date")
	}
	if strings.ContainsAny(number, "\n\r\"\\") {
		return fmt.Errorf("--number có ký tự không dùng được: %q", number)
	}
	if date != "" {
		var d plan.Date
		if err := d.UnmarshalText([]byte(date)); err != nil || !d.IsFull() {
			return fmt.Errorf("--date phải là một ngày có thật, dạng 2026-12-15")
		}
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("không đọc được %s: %w", path, reason(err))
	}
	f, found := plan.Parse(path, src)
	if found.HasErrors() {
		return (report{}).print(c, found)
	}
	if f.Kind.ID != "season" {
		return fmt.Errorf("%s không phải là tệp đợt khen thưởng", path)
	}
	out := src
	if date != "" {
		out, err = setScalar(path, out, key, "date", date)
	}
	if err == nil && number != "" {
		out, err = setScalar(path, out, key, "number", `"`+number+`"`)
	}
	if err != nil {
		return err
	}
	if _, found := plan.Parse(path, out); found.HasErrors() {
		return (report{}).print(c, found)
	}
	return c.write(path, out)
}

// setScalar puts value at section.key of the YAML text, and leaves every other
// byte as it is. The section must be written as a block, a key a line.
func setScalar(path string, src []byte, section, key, value string) ([]byte, error) {
	lines := bytes.SplitAfter(src, []byte("\n"))
	start := -1
	for i, l := range lines {
		if bytes.HasPrefix(l, []byte(section+":")) {
			start = i
			break
		}
	}
	if start < 0 {
		return nil, fmt.Errorf("%s chưa có %q; ghi khóa này trước", path, section)
	}
	if rest := bytes.TrimSpace(bytes.TrimPrefix(lines[start], []byte(section+":"))); len(rest) > 0 && rest[0] != '#' {
		return nil, fmt.Errorf("%s:%d: %q phải viết mỗi khóa một dòng thì mới ghi được số", path, start+1, section)
	}
	indent := ""
	for i := start + 1; i < len(lines); i++ {
		text := string(lines[i])
		trimmed := strings.TrimLeft(text, " ")
		if strings.TrimSpace(trimmed) == "" || strings.HasPrefix(trimmed, "#") {
			continue
		}
		depth := text[:len(text)-len(trimmed)]
		if depth == "" {
			break
		}
		if indent == "" {
			indent = depth
		}
		if depth != indent || !strings.HasPrefix(trimmed, key+":") {
			continue
		}
		comment := ""
		if at := strings.Index(trimmed, " #"); at >= 0 {
			comment = strings.TrimRight(trimmed[at:], "\r\n")
		}
		end := text[len(strings.TrimRight(text, "\r\n")):]
		lines[i] = []byte(indent + key + ": " + value + comment + end)
		return bytes.Join(lines, nil), nil
	}
	if indent == "" {
		indent = "  "
	}
	added := []byte(indent + key + ": " + value + "\n")
	lines = append(lines[:start+1], append([][]byte{added}, lines[start+1:]...)...)
	return bytes.Join(lines, nil), nil
}
