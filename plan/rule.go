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

// Rule ids of the findings of this package. They are stable.
const (
	RuleSize      = record.RuleSize
	RuleEncoding  = record.RuleEncoding
	RuleCharacter = record.RuleCharacter
	RuleSyntax    = record.RuleSyntax
	RuleDocuments = record.RuleDocuments
	RuleDepth     = record.RuleDepth
	RuleAlias     = record.RuleAlias
	RuleEmpty     = record.RuleEmpty
	RuleKind      = "plan.unknown-kind"
	RuleType      = "plan.unknown-type"
	RuleVersion   = record.RuleVersion
	RuleKey       = record.RuleKey
	RuleDoubled   = record.RuleDoubled
	RuleShape     = record.RuleShape
	RuleMissing   = record.RuleMissing
	RuleValue     = record.RuleValue
	RuleDate      = "plan.bad-date"
	RuleConflict  = record.RuleConflict
	RuleID        = record.RuleID
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
	RuleOwnWord        = "plan.own-word"
)
