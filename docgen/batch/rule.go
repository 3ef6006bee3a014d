package batch

import "github.com/vanban-go/vanban/docgen/internal/sheet"

// Rule ids of the findings of this package. They are stable.
const (
	RuleJob       = "batch.job"       // the job contradicts itself
	RuleList      = sheet.RuleList    // the list cannot be read
	RuleHeading   = sheet.RuleHeading // a column is missing from the list, or there twice
	RuleReference = "batch.reference" // a text refers to a column wrongly
	RuleCell      = sheet.RuleCell    // a cell does not hold what its column should
	RuleMissing   = sheet.RuleMissing // an empty cell where one may not be
	RuleValue     = sheet.RuleValue   // a value that the job does not allow
	RuleDouble    = sheet.RuleDouble  // a key, number or unique value that an earlier row has
	RuleHidden    = sheet.RuleHidden  // a hidden row, and the job does not say what becomes of it
	RuleRow       = sheet.RuleRow     // a row that is no record
	RuleName      = "batch.name"      // a file name that cannot be, or that an earlier row has
	RuleNumber    = "batch.number"    // a document number that is wrong or left over
	RuleGroup     = "batch.group"     // rows of one group that do not agree
	RuleLeftover  = "batch.leftover"  // a file of an earlier run that this one does not replace
	RuleProof     = "batch.proof"     // a written file that does not show its row
)
