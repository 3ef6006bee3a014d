package decree

// Rule ids of the findings of this package. They are stable.
const (
	RuleStandard    = "decree.unknown-standard"
	RuleProvisional = "decree.provisional"
	ruleUnknown     = "decree.unknown-rule"
	ruleFigure      = "decree.bad-figure"
	ruleScheme      = "decree.scheme"
)
