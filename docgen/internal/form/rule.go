package form

// Rule ids of the findings of this package. They are stable.
const (
	ruleTooDeep     = "doc.too-deep"
	ruleDuplicateID = "doc.duplicate-id"
	ruleReference   = "doc.unknown-reference"
	ruleUnnumbered  = "doc.unnumbered-reference"
	ruleSpans       = "doc.table-spans"
	ruleAgencyName  = "form.agency-name-too-wide"
	ruleNarrow      = "form.table-narrow"
	ruleWide        = "form.table-too-wide"
	ruleCertificate = "certificate.no-room"
	ruleTurn        = "form.turn-inside-item"
	ruleOpenEnd     = "text.open-end"
	ruleEarlyEnd    = "text.early-end"
)
