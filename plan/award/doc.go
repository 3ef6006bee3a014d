// Package award holds the rules of emulation and commendation "thi đua, khen
// thưởng" over the documents of package plan: which award exists, who may get
// it and by which standards, who decides on it on which day, what it pays, and
// what must agree in the papers of an award season.
//
//	law, err := award.Default()                       // the law built in, dated
//	outcome, findings := award.CheckFile(set, set.File("dot-khen-thuong.yaml"), law)
//	for _, r := range outcome.Results {
//		fmt.Println(r.Nominee.FullName(), r.Status, r.Pay.Amount)
//	}
//
// The law is data (law.yaml, and forms.yaml for statistics): every figure has the days on which it holds, its
// clause, and whether it was read in a source (verified). Figures are looked up
// by the day that the law names: money by the day of the decision, standards by
// the day on which the dossier was received. A figure that is not verified is
// used, and whoever uses it gets a warning that names it. A province's own
// rules are a second file laid over the first ([Law.Overlay]).
//
// Criteria are judged one by one: met, not met, needs a person, or deferred,
// each with its reason, evidence and clause. [CheckFile] judges a whole season.
//
// Everything is a pure function of its arguments: no clock, no files, nothing
// changed in place. A [Law] is not changed after loading and may be shared.
package award
