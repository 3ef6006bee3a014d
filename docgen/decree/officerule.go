package decree

// Rule ids of the findings of this package. They are stable.
const (
	RuleStandard    = "decree.unknown-standard"
	RuleProvisional = "decree.provisional"
	RuleUnknown     = "decree.unknown-rule"
	RuleFigure      = "decree.bad-figure"
	RuleScheme      = "decree.scheme"
)
