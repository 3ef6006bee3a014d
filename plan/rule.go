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
	RuleCharacter = record.RuleCharacter
	RuleAlias     = record.RuleAlias
	RuleKind      = "plan.unknown-kind"
	RuleType      = "plan.unknown-type"
	RuleKey       = record.RuleKey
	RuleShape     = record.RuleShape
	RuleMissing   = record.RuleMissing
	RuleValue     = record.RuleValue
	RuleDate      = "plan.bad-date"
	RuleConflict  = record.RuleConflict
	RuleReference = "plan.bad-reference"
	RuleTable     = "plan.table"
	RuleBasis     = "plan.basis-not-in-force"
	RuleComma     = record.RuleComma
	RuleComment   = record.RuleComment
	RuleSwallowed = record.RuleSwallowed
	RuleBreaks    = record.RuleBreaks

	RuleNoDistribution = "plan.no-distribution"
	RuleNoAbbreviation = "plan.no-abbreviation"
	RuleNoSignerName   = "plan.no-signer-name"
	RuleSignerDegree   = "plan.signer-degree"
	RuleDeputy         = "plan.deputy"
	RuleTypedAuthority = "plan.typed-authority"
	RuleYears          = "plan.years"
	RuleOwnWord        = "plan.own-word"
)
