package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// awardRegister writes the numbers in the register "số vào sổ" that the lists of a
// season, or of a decision alone, give into its file, so that later changes of the
// lists leave them alone.
func awardRegister(c *console, path string) error {
	law, err := award.Default()
	if err != nil {
		return err
	}
	in, found, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	if found.HasErrors() {
		return (report{}).print(c, found)
	}
	f := in.file()
	outcome, found := award.CheckFile(f, award.SeasonCriteria(in.set, f), award.SeasonLaw(in.set, f, law))
	found = append(found, award.Locate(f, outcome.Ready(award.CertificateStage))...)
	if found.HasErrors() {
		return (report{}).print(c, in.named(found))
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("không đọc được %s: %w", path, reason(err))
	}
	lines := bytes.SplitAfter(src, []byte("\n"))
	for i := range outcome.Results {
		r := &outcome.Results[i]
		if r.Register == 0 || r.Nominee.Register > 0 {
			continue
		}
		if at := f.Pos(outcome.Path(fmt.Sprintf("nominees[%d]", i))); at.Line >= 1 && at.Line <= len(lines) {
			lines[at.Line-1] = withRegister(lines[at.Line-1], at.Column, r.Register)
		}
	}
	out := bytes.Join(lines, nil)
	if !registered(path, out, outcome) {
		return fmt.Errorf("%s viết theo cách không ghi thêm được số vào sổ; viết mỗi khóa một dòng", path)
	}
	return c.write(path, out)
}

// registered reports whether a file's text holds the numbers of an outcome.
func registered(path string, src []byte, outcome *award.Outcome) bool {
	f, found := plan.Parse(path, src)
	if found.HasErrors() {
		return false
	}
	var is []int
	switch v := f.Value.(type) {
	case *plan.Season:
		for i := range v.Nominees {
			is = append(is, v.Nominees[i].Register)
		}
	case *plan.AwardDecision:
		for i := range v.Awardees {
			is = append(is, v.Awardees[i].Register)
		}
	}
	if len(is) != len(outcome.Results) {
		return false
	}
	for i := range outcome.Results {
		r := &outcome.Results[i]
		if want := max(r.Register, r.Nominee.Register); is[i] != want {
			return false
		}
	}
	return true
}

// withRegister gives the line on which a nominee begins, at a column counted in
// runes, with the number before what stands there.
func withRegister(line []byte, column, number int) []byte {
	text := []rune(string(line))
	at := min(max(column-1, 0), len(text))
	key := fmt.Sprintf("register: %d", number)
	if at < len(text) && text[at] == '{' {
		return []byte(string(text[:at+1]) + key + ", " + string(text[at+1:]))
	}
	end := "\n"
	if strings.HasSuffix(string(line), "\r\n") {
		end = "\r\n"
	}
	return []byte(string(text[:at]) + key + end + strings.Repeat(" ", at) + string(text[at:]))
}
