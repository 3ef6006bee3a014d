package plan

import (
	"errors"

	"github.com/vanban-go/vanban/internal/record"
)

// Sentinels for [errors.Is]: the classes of findings that a caller may act on.
var (
	ErrUnknownKey   = record.ErrUnknownKey
	ErrMissing      = record.ErrMissing
	ErrBadReference = errors.New("bad reference")
)

// Rule ids of the findings of this package, and of those of reading a file that a program
// may look for. They are stable.
const (
	ruleCharacter = record.RuleCharacter
	ruleAlias     = record.RuleAlias
	RuleKind      = "plan.unknown-kind"
	ruleType      = "plan.unknown-type"
	ruleKey       = record.RuleKey
	ruleShape     = record.RuleShape
	ruleMissing   = record.RuleMissing
	ruleValue     = record.RuleValue
	ruleDate      = record.RuleDate
	ruleConflict  = record.RuleConflict
	ruleTable     = "plan.table"
	ruleBasis     = "plan.basis-not-in-force"
	ruleComma     = record.RuleComma
	ruleComment   = record.RuleComment
	ruleSign      = record.RuleSign
	ruleSwallowed = record.RuleSwallowed
	ruleBreaks    = record.RuleBreaks

	ruleNoDistribution = "plan.no-distribution"
	ruleNoAbbreviation = "plan.no-abbreviation"
	ruleNoSignerName   = "plan.no-signer-name"
	ruleSignerDegree   = "plan.signer-degree"
	ruleDeputy         = "plan.deputy"
	ruleTypedAuthority = "plan.typed-authority"
	ruleYears          = "plan.years"
	ruleNameKind       = "plan.name-kind"
)
