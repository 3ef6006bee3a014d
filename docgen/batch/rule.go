package batch

import "github.com/vanban-go/vanban/docgen/internal/sheet"

// Rule ids of the findings of this package. They are stable.
const (
	ruleJob       = "batch.job"       // the job contradicts itself
	ruleList      = sheet.RuleList    // the list cannot be read
	ruleHeading   = sheet.RuleHeading // a column is missing from the list, or there twice
	ruleReference = "batch.reference" // a text refers to a column wrongly
	ruleCell      = sheet.RuleCell    // a cell does not hold what its column should
	ruleMissing   = sheet.RuleMissing // an empty cell where one may not be
	ruleValue     = sheet.RuleValue   // a value that the job does not allow
	ruleDouble    = sheet.RuleDouble  // a key, number or unique value that an earlier row has
	ruleHidden    = sheet.RuleHidden  // a hidden row, and the job does not say what becomes of it
	ruleRow       = sheet.RuleRow     // a row that is no record
	ruleName      = "batch.name"      // a file name that cannot be, or that an earlier row has
	ruleNumber    = "batch.number"    // a document number that is wrong or left over
	ruleGroup     = "batch.group"     // rows of one group that do not agree
	ruleLeftover  = "batch.leftover"  // a file of an earlier run that this one does not replace
	ruleUnused    = "batch.unused"    // a column that no paper shows
	ruleProof     = "batch.proof"     // a written file that does not show its row
)
