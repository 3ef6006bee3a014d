// Package ruleid has the ids of rules that more than one package finds broken. The
// catalogue of all rules is in package diag.
package ruleid

// Ids of rules. They are stable.
const (
	Reference        = "plan.bad-reference"
	UnknownAward     = "award.unknown-award"
	UnknownCriterion = "award.unknown-criterion"
	Namesake         = "award.namesake"
	Payments         = "award.payments-differ"
	Register         = "award.register"
	Blank            = "award.blank"
	Nobody           = "award.nobody"
	Frozen           = "award.frozen"
	Report           = "award.report"
	Standard         = "decree.unknown-standard"
	Provisional      = "decree.provisional"
	OwnWord          = "text.own-word"
)
