package draft

// Rules of the findings.
const (
	ruleText     = "draft.text"     // no plain text
	rulePart     = "draft.part"     // a part that is not sure
	ruleMissing  = "draft.missing"  // a part that was not recognised
	ruleForm     = "draft.form"     // words that take the decree's form
	ruleJoined   = "draft.joined"   // lines that were broken at a page's width
	ruleUnplaced = "draft.unplaced" // words that have no place of their own
	rulePicture  = "draft.picture"  // pictures that are left out
	ruleNoPDF    = "fill.no-pdf"    // a filled template that is no paper
)
