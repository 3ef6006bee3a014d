package main

import (
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
	awardees := awardeesOf(f)
	for i := range outcome.Results {
		if r := &outcome.Results[i]; r.Nominee.Register == 0 {
			awardees[i].Register = r.Register
		}
	}
	return writeBack(c, path, f)
}

// awardeesOf returns those whom a season proposes, or a decision alone awards.
func awardeesOf(f *plan.File) []*plan.Awardee {
	var all []*plan.Awardee
	switch v := f.Value.(type) {
	case *plan.Season:
		for i := range v.Nominees {
			all = append(all, &v.Nominees[i].Awardee)
		}
	case *plan.AwardDecision:
		for i := range v.Awardees {
			all = append(all, &v.Awardees[i])
		}
	}
	return all
}
