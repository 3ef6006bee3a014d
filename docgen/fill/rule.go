package fill

// Rules of the findings.
const (
	RuleField   = "fill.field"   // a field of the template is written in a way that cannot be read
	RuleUnknown = "fill.unknown" // the data have no such field
	RuleMissing = "fill.missing" // the data have the field without a value
	RuleValue   = "fill.value"   // a value is none for its field
	RuleRepeat  = "fill.repeat"  // a repeat or a condition without its other end
	RuleMerge   = "fill.merge"   // what of a mail merge cannot be done
	RuleData    = "fill.data"    // the data cannot be read
	RulePackage = "fill.package" // the file cannot be a template
	RuleOutside = "fill.outside" // the template holds what runs or comes from elsewhere
	ruleUnused  = "fill.unused"  // the data have what the template asks for nowhere
	ruleTracked = "fill.tracked" // the template holds words that are deleted only for whoever accepts it
)
