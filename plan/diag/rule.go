package diag

// Rule is a rule that findings name: its id, what breaks it, and what to do then,
// both in Vietnamese. Every package that makes findings lists its own.
type Rule struct{ ID, Title, Help string }
