package award

// Names of this package that only its tests need from outside.
const (
	Forwarded        = forwarded
	Met              = met
	NeedsPerson      = needsPerson
	NotMet           = notMet
	Pending          = pending
	Refused          = refused
	RuleAbolished    = ruleAbolished
	RuleAbsent       = ruleAbsent
	RuleAmending     = ruleAmending
	RuleAmendment    = ruleAmendment
	RuleAuthority    = ruleAuthority
	RuleBegins       = ruleBegins
	RuleBlocked      = ruleBlocked
	RuleBonusDiffers = ruleBonusDiffers
	RuleBonusMissing = ruleBonusMissing
	RuleCancellation = ruleCancellation
	RuleCopied       = ruleCopied
	RuleCouncil      = ruleCouncil
	RuleCounts       = ruleCounts
	RuleDates        = ruleDates
	RuleDeadline     = ruleDeadline
	RuleDossier      = ruleDossier
	RuleDuplicate    = ruleDuplicate
	RuleFundLimit    = ruleFundLimit
	RuleFundShort    = ruleFundShort
	RuleInterest     = ruleInterest
	RuleKind         = ruleKind
	RuleLegalBasis   = ruleLegalBasis
	RuleOccasion     = ruleOccasion
	RuleOneAward     = ruleOneAward
	RuleOverride     = ruleOverride
	RulePeriod       = rulePeriod
	RuleProvisional  = ruleProvisional
	RuleQuorum       = ruleQuorum
	RuleQuota        = ruleQuota
	RuleSigner       = ruleSigner
	RuleStandard     = ruleStandard
	RuleText         = ruleText
	RuleUnverified   = ruleUnverified
	RuleVoteMissing  = ruleVoteMissing
	RuleVotes        = ruleVotes
	RuleYear         = ruleYear
)

var (
	Check          = check
	CheckDecision  = checkDecision
	SeasonCriteria = seasonCriteria
	CheckMovements = checkMovements
	Evaluate       = evaluate
)

type (
	BaseSalary = baseSalary
	Validity   = validity
	YearRow    = yearRow
)
