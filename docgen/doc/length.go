package doc

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
)

// Length is a length on paper in whole EMU: 36,000 a millimetre, 12,700 a
// point. Only the DOCX writer rounds it further, to twentieths of a point.
type Length int64

// Units of Length.
const (
	Twip       Length = 635
	Point      Length = 12700
	Millimetre Length = 36000
)

// MM is a length of v millimetres, rounded to the nearest EMU.
func MM(v float64) Length { return Length(math.Round(v * float64(Millimetre))) }

// Pt is a length of v points, rounded to the nearest EMU.
func Pt(v float64) Length { return Length(math.Round(v * float64(Point))) }

// MM returns the length in millimetres.
func (l Length) MM() float64 { return float64(l) / float64(Millimetre) }

// Pt returns the length in points.
func (l Length) Pt() float64 { return float64(l) / float64(Point) }

// Twips returns the length in whole twentieths of a point, the nearest one.
func (l Length) Twips() int { return int(math.Round(float64(l) / float64(Twip))) }

// String returns the length in points with two decimals: "14.00pt".
func (l Length) String() string { return fmt.Sprintf("%.2fpt", l.Pt()) }

// UnmarshalText reads a length with its unit: 136.5mm, 14pt.
func (l *Length) UnmarshalText(b []byte) error {
	for _, u := range [...]struct {
		name string
		unit Length
	}{{"mm", Millimetre}, {"pt", Point}} {
		if figure, ok := bytes.CutSuffix(b, []byte(u.name)); ok {
			v, err := strconv.ParseFloat(string(figure), 64)
			if l != nil {
				*l = Length(math.Round(v * float64(u.unit)))
			}
			return err
		}
	}
	return fmt.Errorf("the length %q has neither mm nor pt", b)
}

// Round returns the nearest multiple of unit; half of one is rounded away from zero. Without
// a unit above 0 the length stays as it is.
func (l Length) Round(unit Length) Length {
	if unit <= 0 {
		return l
	}
	rest := l % unit
	switch {
	case rest >= unit-rest:
		return l - rest + unit
	case -rest >= unit+rest:
		return l - rest - unit
	}
	return l - rest
}

// AppendPt appends the length in points to b, rounded to the nearest hundredth and
// without needless zeros: "14", "2.5", "-0.03".
func (l Length) AppendPt(b []byte) []byte {
	const unit = Point / 100
	n := l.Round(unit) / unit
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, int64(n/100), 10)
	if n%100 == 0 {
		return b
	}
	b = append(b, '.', '0'+byte(n/10%10))
	if n%10 != 0 {
		b = append(b, '0'+byte(n%10))
	}
	return b
}
