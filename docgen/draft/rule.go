package draft

// Rules of the findings.
const (
	RuleText     = "draft.text"     // no plain text
	RulePart     = "draft.part"     // a part that is not sure
	RuleMissing  = "draft.missing"  // a part that was not recognised
	RuleForm     = "draft.form"     // words that take the decree's form
	RuleJoined   = "draft.joined"   // lines that were broken at a page's width
	RuleUnplaced = "draft.unplaced" // words that have no place of their own
	RulePicture  = "draft.picture"  // pictures that are left out
)
