package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
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
	cmd.Flags().StringVar(&f.law, "law", "", "`TỆP.yaml` quy định của tỉnh, đặt lên trên quy định chung; không kèm tệp: in mọi điểm chưa đối chiếu")
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
	asJSON, err := isJSON(f.format)
	if err != nil {
		return err
	}
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
		if f.verbose && outcome != nil {
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
	if err := printJSON(c, judged(outcome, found)); err != nil {
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
	for _, a := range o.Amended {
		amendedBy(c, a)
	}
	if cancelled > 0 {
		fmt.Fprintf(c.out, "Trong đó đã hủy bỏ %d khen thưởng\n", cancelled)
	}
}

// amendedBy prints a line for a decision that amends.
func amendedBy(c *console, a *award.Amending) {
	number := a.Decision.Number
	if number == "" {
		number = "chưa cấp"
	}
	fmt.Fprintf(c.out, "Quyết định sửa đổi, bổ sung (số %s): sửa đổi %d, bổ sung %d khen thưởng; thêm %s đồng, tổng số %s đồng\n",
		number, len(a.Changed), len(a.Added.Results), a.Added.Total, a.After.Total)
}

// checked is a season as judged, in JSON.
type checked struct {
	Findings diag.List   `json:"findings"`
	Nominees []nominated `json:"nominees"`
	Results  []judgedOne `json:"results"`
	Sums     sums        `json:"sums"`
	Votes    []voted     `json:"votes"`
}

// nominated is who is proposed; results and votes name it by its index, from 0.
type nominated struct {
	Index     int    `json:"index"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	BirthYear int    `json:"birth_year,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Award     string `json:"award"`
}

type judgedOne struct {
	Nominee    int      `json:"nominee"`
	Status     string   `json:"status"`
	Waiting    []string `json:"waiting"`
	Reason     string   `json:"reason"`
	Verdict    string   `json:"verdict"`
	Because    string   `json:"because"`
	Source     string   `json:"source"`
	Multiplier string   `json:"multiplier,omitempty"`
	Base       int64    `json:"base,omitempty"`
	Amount     int64    `json:"amount"`
	PaidWith   *int     `json:"paid_with,omitempty"`
	Register   int      `json:"register,omitempty"`
}

type sums struct {
	Awards      int   `json:"awards"`
	Persons     int   `json:"persons"`
	Collectives int   `json:"collectives"`
	Individuals int   `json:"individuals"`
	Households  int   `json:"households"`
	Total       int64 `json:"total"`
}

type voted struct {
	Nominee int  `json:"nominee"`
	For     int  `json:"for"`
	Against int  `json:"against"`
	Abstain int  `json:"abstain"`
	Other   int  `json:"other"`
	Base    int  `json:"base"`
	Secret  bool `json:"secret"`
	Default bool `json:"default_rule"`
	Passed  bool `json:"passed"`
}

// judged gives a season as judged; a nil outcome has findings alone.
func judged(o *award.Outcome, found diag.List) checked {
	out := checked{Findings: found, Nominees: []nominated{}, Results: []judgedOne{}, Votes: []voted{}}
	if o == nil {
		return out
	}
	for i := range o.Results {
		r := &o.Results[i]
		n := r.Nominee
		out.Nominees = append(out.Nominees, nominated{i, string(n.Kind), n.FullName(), n.BirthYear, n.Unit, n.Award})
		one := judgedOne{
			Nominee: i, Status: r.Status.String(), Waiting: append([]string{}, r.Waiting...), Reason: r.Reason,
			Verdict: r.Judgement.Verdict.String(), Because: r.Judgement.Reason, Source: r.Judgement.Source,
			Base: int64(r.Pay.Base), Amount: int64(r.Pay.Amount), Register: r.Register,
		}
		if r.Pay.Multiplier != 0 {
			one.Multiplier = r.Pay.Multiplier.String()
		}
		if r.PaidWith != nil {
			one.PaidWith = &r.PaidWith.Index
		}
		out.Results = append(out.Results, one)
		if v := r.Vote; v != nil {
			out.Votes = append(out.Votes, voted{i, n.Votes.For, n.Votes.Against, n.Votes.Abstain, n.Votes.Other, v.Base, v.Secret, v.Default, v.Passed})
		}
	}
	counts := o.Counts()
	out.Sums = sums{
		Awards: counts.Collectives + counts.Individuals + counts.Households, Persons: o.Persons(),
		Collectives: counts.Collectives, Individuals: counts.Individuals, Households: counts.Households, Total: int64(o.Total),
	}
	return out
}
