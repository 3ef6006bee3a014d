package plan

import "errors"

// Sentinels for [errors.Is]: the classes of findings that a caller may act on.
var (
	ErrUnknownKey   = errors.New("unknown key")
	ErrMissing      = errors.New("missing")
	ErrBadReference = errors.New("bad reference")
)

// Rule ids of the findings of this package. They are stable.
const (
	RuleSize      = "plan.too-large"
	RuleEncoding  = "plan.not-utf8"
	RuleCharacter = "plan.bad-character"
	RuleSyntax    = "plan.bad-yaml"
	RuleDocuments = "plan.several-documents"
	RuleDepth     = "plan.too-deep"
	RuleAlias     = "plan.alias"
	RuleEmpty     = "plan.empty-file"
	RuleKind      = "plan.unknown-kind"
	RuleType      = "plan.unknown-type"
	RuleVersion   = "plan.unknown-version"
	RuleKey       = "plan.unknown-key"
	RuleDoubled   = "plan.doubled-key"
	RuleShape     = "plan.wrong-shape"
	RuleMissing   = "plan.missing"
	RuleValue     = "plan.bad-value"
	RuleDate      = "plan.bad-date"
	RuleConflict  = "plan.conflict"
	RuleID        = "plan.doubled-id"
	RuleReference = "plan.bad-reference"
	RuleTable     = "plan.table"
	RuleBasis     = "plan.basis-not-in-force"

	RuleNoDistribution = "plan.no-distribution"
	RuleNoAbbreviation = "plan.no-abbreviation"
	RuleNoSignerName   = "plan.no-signer-name"
)
