package batch

// Names of this package that only its tests need from outside.
const (
	RuleCell    = ruleCell
	RuleDouble  = ruleDouble
	RuleHeading = ruleHeading
	RuleList    = ruleList
	RuleMissing = ruleMissing
	RuleValue   = ruleValue
)

var (
	ReadManifest = readManifest
)
