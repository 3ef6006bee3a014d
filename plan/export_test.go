package plan

// Names of this package that only its tests need from outside.
const (
	ArmedForcesLevel   = armedForcesLevel
	Completed          = completedRating
	CurrentVersion     = currentVersion
	Dismissal          = dismissal
	Excellent          = excellentRating
	Good               = goodRating
	KT                 = signKT
	Lower              = lowerBetter
	NationScale        = nationScale
	NotCompleted       = notCompletedRating
	ProvinceScale      = provinceScale
	Q                  = signQ
	Reprimand          = reprimand
	RoundNearest       = roundNearest
	RoundUp            = roundUp
	RuleAlias          = ruleAlias
	RuleConflict       = ruleConflict
	RuleDate           = ruleDate
	RuleKey            = ruleKey
	RuleNoAbbreviation = ruleNoAbbreviation
	RuleNoDistribution = ruleNoDistribution
	RuleShape          = ruleShape
	RuleType           = ruleType
	RuleValue          = ruleValue
	TL                 = signTL
	TUQ                = signTUQ
	UnitLevel          = unitLevel
	Warned             = warnedMeasure
)

var (
	ErrBadMoney      = errBadMoney
	ErrBadMultiplier = errBadMultiplier
	ErrMoneyRange    = errMoneyRange
	ParseMultiplier  = parseMultiplier
)
