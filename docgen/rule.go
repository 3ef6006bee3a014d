package docgen

// Rule ids of the findings of this package. They are stable.
const (
	rulePreprinted = "certificate.preprinted"
	rulePicture    = "picture.unreadable"
	ruleBadPicture = "doc.bad-picture"
	ruleNoBody     = "docgen.no-body"
	ruleOriginal   = "docgen.no-original"
	ruleEnclosure  = "docgen.no-enclosure"
	ruleStamp      = "docgen.stamp-incomplete"
	ruleDate       = "docgen.bad-date"
	ruleNoBlock    = "template.missing"
	ruleTemplate   = "template.error"
	ruleTextScheme = "text.scheme"
	ruleExecutes   = "text.executes"
	ruleOwnLine    = "text.own-line"
	ruleTextField  = "text.field"
	ruleUnused     = "docgen.unused-key"
)

// RuleNotPaper is the rule of a file that [Renderer.Build] cannot take since its kind is no
// paper: a season, a job, a profile. What to do with it is for the caller to say.
const RuleNotPaper = "render.not-a-paper"
