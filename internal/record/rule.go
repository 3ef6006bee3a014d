package record

import "errors"

// Version is the version of the files' structure that is read and written.
const Version = 1

// Sentinels for [errors.Is]: the classes of findings that a caller may act on.
var (
	ErrUnknownKey = errors.New("unknown key")
	ErrMissing    = errors.New("missing")
)

// Rule ids of the findings of this package. They are stable.
const (
	RuleSize      = "plan.too-large"
	RuleEncoding  = "plan.not-utf8"
	RuleCharacter = "plan.bad-character"
	RuleLetters   = "plan.old-letters"
	RuleSyntax    = "plan.bad-yaml"
	RuleDocuments = "plan.several-documents"
	RuleDepth     = "plan.too-deep"
	RuleAlias     = "plan.alias"
	RuleEmpty     = "plan.empty-file"
	RuleVersion   = "plan.unknown-version"
	RuleKey       = "plan.unknown-key"
	RuleDoubled   = "plan.doubled-key"
	RuleShape     = "plan.wrong-shape"
	RuleMissing   = "plan.missing"
	RuleValue     = "plan.bad-value"
	RuleDate      = "plan.bad-date"
	RuleConflict  = "plan.conflict"
	RuleID        = "plan.doubled-id"
	RuleComma     = "plan.comma-splits"
	RuleComment   = "plan.comment-cuts"
	RuleSign      = "plan.eaten-sign"
	RuleSwallowed = "plan.swallowed-item"
	RuleJoined    = "plan.joined-lines"
	RuleBreaks    = "plan.pasted-breaks"
)
