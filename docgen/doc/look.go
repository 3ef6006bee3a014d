package doc

import "strconv"

// Align is how lines fill their width.
type Align uint8

// Alignments. Zero is justified "dàn đều cả hai lề", as the decree asks of body text.
const (
	Justify Align = iota
	Left
	Center
	Right
)

// Color is 0xRRGGBB. Zero is black.
type Color uint32

// UnmarshalText reads a colour as RRGGBB.
func (c *Color) UnmarshalText(b []byte) error {
	v, err := strconv.ParseUint(string(b), 16, 24)
	if c != nil {
		*c = Color(v)
	}
	return err
}

// Picture is a PNG or JPEG file. The same Picture may be used many times.
type Picture struct {
	Name string // file name, in the file system of the set, for messages
	Data []byte
	Alt  string // text for who does not see it; empty for ornament
}
