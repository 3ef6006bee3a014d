package award

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the case files")

// said gathers for a case file what is found and decided in each case of a test, beside what
// is said of the sound season, or decision, that the cases change.
type said struct {
	usual []string
	cases []txtar.File
}

func saidBeside(out *Outcome, found diag.List) *said {
	s := &said{}
	s.add("usual", out, found)
	s.usual = append(findingLines(found), resultLines(out)...)
	return s
}

func (s *said) add(name string, out *Outcome, found diag.List) {
	text := ""
	for _, line := range append(findingLines(found), resultLines(out)...) {
		if !slices.Contains(s.usual, line) {
			text += line + "\n"
		}
	}
	s.cases = append(s.cases, txtar.File{Name: name, Data: []byte(text)})
}

// hold holds the cases against testdata/NAME.txtar.
func (s *said) hold(t *testing.T, name string) {
	t.Helper()
	casefile.Hold(t, *update, "testdata/"+name+".txtar", &txtar.Archive{
		Comment: []byte("What is found and decided in each case of the test of that name, beside what is usual.\n\n"), Files: s.cases})
}

func findingLines(found diag.List) []string {
	var lines []string
	for _, d := range found {
		line := d.Pos.Path + ": " + d.Error()
		if d.Found != "" || d.Expected != "" {
			line += fmt.Sprintf(" %q, not %q", d.Found, d.Expected)
		}
		lines = append(lines, line)
	}
	return lines
}

// resultLines writes each nominee in a line: what became of it and why, the vote, the money and its numbers.
func resultLines(out *Outcome) []string {
	lines := []string{"= " + out.CountText() + ", " + out.Total.String()}
	for i := range out.Results {
		r := &out.Results[i]
		line := fmt.Sprintf("%s %s: %s", r.Nominee.Name, r.Nominee.Award, r.Status)
		for _, why := range append(r.Waiting, r.Reason, r.Judgement.Reason, strings.Join(r.Judgement.Evidence, " + "), r.Judgement.Source) {
			if why != "" {
				line += " | " + why
			}
		}
		if r.Vote != nil {
			line += " | " + r.Vote.String()
		}
		if r.PaidWith != nil {
			line += " | with " + r.PaidWith.Nominee.Award
		}
		lines = append(lines, fmt.Sprintf("%s | %s, %d in its list, register %d", line, r.Pay.Amount, r.Seq, r.Register))
	}
	return lines
}
