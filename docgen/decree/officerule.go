package decree

// Rule ids of the findings of this package. They are stable.
const (
	ruleUnknown = "decree.unknown-rule"
	ruleFigure  = "decree.bad-figure"
	ruleScheme  = "decree.scheme"
)
