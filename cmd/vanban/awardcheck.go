package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// checkFlags are the flags of vanban award check.
type checkFlags struct {
	format, law string
	verbose     bool
}

// wholeLaw is the value of --law without a file: it asks for what nobody has read.
const wholeLaw = "?"

func newAwardCheck(c *console) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check TỆP.yaml",
		Short: "Kiểm tra một đợt khen thưởng",
		Long: `Xét tiêu chuẩn, thẩm quyền, biểu quyết, mức tiền và sự thống nhất của các văn bản
trong một đợt khen thưởng, rồi in kết quả của từng đề nghị. Tệp cũng có thể là một
quyết định khen thưởng không thuộc đợt nào (kind: quyet-dinh, type: khen-thuong).

Quy định chưa đối chiếu với văn bản gốc mà đợt này dùng đến được báo trong một dòng; -v in
từng điểm. --law không kèm tệp cũng vậy, và không có đợt nào thì in mọi điểm chưa đối
chiếu của quy định. --format json in một đối tượng: findings, nominees, results, sums, votes.`,
		Example: "  vanban award check dot-khen-thuong.yaml\n  vanban award check dot-khen-thuong.yaml -v\n  vanban award check --law",
		Args:    takes(0, 2, "tệp đợt khen thưởng, quyết định khen thưởng"),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := f.paths(args)
			if err != nil {
				return err
			}
			return awardCheck(c, path, f)
		},
	}
	cmd.Flags().StringVar(&f.law, "law", "",
		"`TỆP.yaml` quy định của tỉnh, đặt lên trên quy định chung; không kèm tệp: in mọi điểm chưa đối chiếu")
	cmd.Flags().Lookup("law").NoOptDefVal = wholeLaw
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "in từng quy định chưa đối chiếu mà đợt này dùng")
	formatFlag(cmd.Flags(), &f.format)
	return cmd
}

// paths parts the file to be checked from one of the law, which may stand behind --law with a
// space between them.
func (f *checkFlags) paths(args []string) (string, error) {
	if f.law == wholeLaw {
		at := slices.IndexFunc(args, func(arg string) bool { return kindOf(arg) == award.LawKind().ID })
		if at < 0 && len(args) == 2 { // one cannot be read: it is the law unless the other could be
			at = 0
			if kindOf(args[0]) != "" {
				at = 1
			}
		}
		if at >= 0 {
			f.law, args = args[at], slices.Delete(slices.Clone(args), at, at+1)
		}
	}
	switch {
	case len(args) == 1:
		return args[0], nil
	case len(args) == 0 && f.law != "":
		return "", nil
	case len(args) == 0:
		return "", fmt.Errorf("thiếu tệp đợt khen thưởng, quyết định khen thưởng")
	}
	return "", fmt.Errorf("chỉ kiểm tra một tệp mỗi lần, không phải %s và %s", args[0], args[1])
}

// kindOf gives the kind that a file says it is; empty for one that cannot be read.
func kindOf(path string) string {
	src, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	f, _ := (&plan.Options{Kinds: award.Kinds()}).Parse(path, src)
	return f.Kind.ID
}

func awardCheck(c *console, path string, f checkFlags) error {
	asJSON := f.format == formatJSON
	file := f.law
	if file == wholeLaw {
		f.verbose, file = true, ""
	}
	law, found, err := readLaw(file)
	if err != nil {
		return err
	}
	if path == "" {
		if !found.HasErrors() {
			found = append(found, law.Unread()...)
		}
		return (report{json: asJSON}).print(c, found)
	}
	in, list, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	found = append(found, list...)
	var outcome *award.Outcome
	if !found.HasErrors() {
		file := in.file()
		outcome, list = award.CheckFile(in.set, file, law)
		if f.verbose {
			list = append(list, award.Locate(file, outcome.Unread)...)
		}
		found = append(found, in.named(list)...)
		if !asJSON {
			summary(c, outcome)
		}
	}
	if !asJSON {
		return (report{}).print(c, found)
	}
	found.Sort()
	if err := printJSON(c, season.Judged(outcome, found)); err != nil {
		return err
	}
	if found.HasErrors() {
		return errFound
	}
	return nil
}

// summary prints a line for each nominee and the sums.
func summary(c *console, o *award.Outcome) {
	cancelled := 0
	for i := range o.Results {
		r := &o.Results[i]
		if r.Status == award.Cancelled {
			cancelled++
		}
		line := fmt.Sprintf("%3d. %s: %s", i+1, r.Nominee.FullName(), r.Status)
		if r.Status == award.Awarded {
			line += fmt.Sprintf(", %s đồng", r.Pay.Amount)
		}
		if r.PaidWith != nil {
			line += fmt.Sprintf(" (chỉ thưởng mức cao nhất của cùng thời gian: mục %d)", r.PaidWith.Index+1)
		}
		if reasons := append(r.Waiting[:len(r.Waiting):len(r.Waiting)], r.Reason); reasons[0] != "" {
			line += " (" + strings.Trim(strings.Join(reasons, "; "), "; ") + ")"
		}
		fmt.Fprintln(c.out, line)
	}
	if text := o.CountText(); text != "" {
		fmt.Fprintf(c.out, "Khen thưởng %s; tổng số tiền thưởng %s đồng\n", text, o.Total)
	}
	if cancelled > 0 {
		fmt.Fprintf(c.out, "Trong đó đã hủy bỏ %d khen thưởng\n", cancelled)
	}
	mendings(c, o)
}

// mendings prints a line for each decision that mends, with the sum that holds after it, in the
// order of their dates; the undated ones come last.
func mendings(c *console, o *award.Outcome) {
	type step struct {
		by         plan.PaperRef
		kind, what string
		more       plan.Money
	}
	var steps []step
	for _, k := range o.Cancellings() {
		what := fmt.Sprintf("hủy bỏ %d khen thưởng; bớt %s đồng", len(k.Results), k.Total())
		steps = append(steps, step{k.By.Decision, "hủy bỏ", what, -k.Total()})
	}
	for _, a := range o.Amended {
		what := fmt.Sprintf("sửa đổi %d, bổ sung %d khen thưởng; thêm %s đồng", len(a.Changed),
			len(a.Added.Results), a.Added.Total)
		steps = append(steps, step{a.Decision, "sửa đổi, bổ sung", what, a.Added.Total})
	}
	slices.SortStableFunc(steps, func(a, b step) int {
		first, second := a.by.Precedes(b.by), b.by.Precedes(a.by)
		switch {
		case first == second:
			return 0
		case first:
			return -1
		}
		return 1
	})
	sum := o.Total
	for _, s := range steps {
		sum += s.more
		fmt.Fprintf(c.out, "Quyết định %s (số %s): %s, tổng số %s đồng\n", s.kind, cmp.Or(s.by.Number, "chưa cấp"), s.what, sum)
	}
}
