package decree

// Names of this package that only its tests need from outside.
const (
	Millimetre = millimetre
	Point      = point
)

var (
	FindPack = findPack
	Lookup   = lookup
	Rules    = rules
)

type (
	Foot     = foot
	Head     = head
	Mark     = mark
	Quantity = quantity
	Share    = share
)
