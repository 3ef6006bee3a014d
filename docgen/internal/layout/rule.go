package layout

// Rule ids of the findings of this package. They are stable.
const (
	ruleGlyph  = "font.missing-glyph"
	ruleColumn = "layout.column-too-narrow"
	ruleFrame  = "layout.frame-overflow"
	ruleSpan   = "layout.table-span"
	ruleTall   = "layout.too-tall"
	ruleTarget = "layout.unknown-target"
)
