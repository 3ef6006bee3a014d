package vi

// Names of this package that only its tests need from outside.
const (
	Level       = level
	MaxSlug     = maxSlug
	NewStyle    = newStyle
	NoPlacement = noPlacement
	OldStyle    = oldStyle
	Rising      = rising
)

var (
	LetterNumber = letterNumber
	PlacementOf  = placementOf
	WithTone     = withTone
)

type (
	Placement = placement
)
