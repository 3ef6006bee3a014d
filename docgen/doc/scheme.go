package doc

// Scheme is how the levels of a body are numbered and shown, from the highest:
// Scheme[0] is level 1. Schemes are data; package decree has the usual ones.
type Scheme []Level

// Level is one level of a Scheme.
type Level struct {
	Name       string // "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm": the word of references; empty: none
	Prefix     string // before the number: "Điều ", "Chương "; a level without Numeral has only this: "-"
	Numeral    Numeral
	Suffix     string // after the number: ".", ")"
	Chain      bool   // the number follows its parent's: 1.1.
	Continuous bool   // counts through the whole document, not from 1 in each parent (Điều)
	Look       LevelLook
	Upper      bool // titles are printed in capitals
	BoldMarker bool // the number is bold although there is no title (Điều 1.)
}

// Numeral is the kind of number of a level.
type Numeral uint8

// Numerals. Letters run in the order of the Vietnamese alphabet: a b c d đ e g h ...
const (
	NoNumeral Numeral = iota
	Roman
	Arabic
	Letter
	UpperLetter
)

// LevelLook is how a level stands on the page.
type LevelLook uint8

// Looks of a level.
const (
	HeadingLook  LevelLook = iota // bold title behind the number, first line indented
	CenteredLook                  // number alone on a centred line, title on the next
	ItemLook                      // an item: number and text, first line indented
)
