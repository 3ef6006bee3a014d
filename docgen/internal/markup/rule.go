package markup

// Rule ids of the findings of this package.
const (
	RuleTypedMarker = "text.typed-marker"  // a number or dash typed where it is computed
	RuleNoLevel     = "text.no-level"      // a heading deeper than the scheme
	RuleNumber      = "text.number"        // a typed number that is not the one expected
	RuleArticle     = "text.article"       // "Điều 5" without a full stop
	RuleGlued       = "text.glued"         // no white space behind a marker
	RuleOldForm     = "text.old-form"      // "I-", "1/"
	RuleBullet      = "text.bullet"        // a bullet that comes out as a dash
	RuleQuote       = "text.quote"         // a quotation that does not end
	RuleBroken      = "text.broken"        // a sentence broken by hand
	RuleWrapped     = "text.wrapped"       // all lines broken, as in text pasted from PDF
	RuleFolded      = "text.folded"        // marked lines joined by YAML
	RuleBreakTag    = "text.break-tag"     // <br>, **2026**, __x__: printed as they are
	RuleTabs        = "text.tabs"          // a table pasted as text
	RuleLink        = "text.link"          // a link to no web or mail address
	RuleBlockInLine = "text.block-in-line" // several lines where one belongs
	RuleFootnote    = "text.footnote"      // a footnote nothing refers to, or no text for a mark
	RuleImage       = "text.image"         // a picture inside a line
	RuleName        = "text.name"          // a name for references that cannot be one
	RuleCells       = "text.cells"         // more cells in a row than columns
)
