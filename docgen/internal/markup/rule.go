package markup

// Rule ids of the findings of this package.
const (
	RuleTypedMarker = "text.typed-marker"  // a number or dash typed where it is computed
	RuleNoLevel     = "text.no-level"      // a list or heading deeper than the scheme
	RuleSiblingList = "text.sibling-list"  // "+" not set one level deeper than "-"
	RuleLink        = "text.link"          // a link to no web or mail address
	RuleBlockInLine = "text.block-in-line" // several paragraphs where one line belongs
	RuleFootnote    = "text.footnote"      // a footnote nothing refers to, or no text for a mark
	RuleMisplaced   = "text.misplaced"     // a heading inside an item
	RuleTooMuch     = "text.too-much"      // more marks, or deeper ones, than any paper has
	RuleImage       = "text.image"         // a picture inside a line
	RuleName        = "text.name"          // a name for references that cannot be one
	RuleCells       = "text.cells"         // more cells in a row than columns
)
