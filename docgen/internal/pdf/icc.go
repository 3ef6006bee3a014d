package pdf

import (
	"encoding/binary"
	"math"
	"sync"

	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

// sRGBProfile is the output intent of archive files: an ICC profile, version
// 2.1, of the sRGB colour space (IEC 61966-2-1), made here so that no foreign
// file has to be shipped.
var sRGBProfile = sync.OnceValue(func() []byte { return deflate.AppendZlib(nil, makeSRGB(), deflate.Best) })

// makeSRGB writes the profile: a header, a table of tags, and the tags' data.
// Source: ICC.1:2001-04, clauses 6.1 to 6.3 (matrix-based display profile).
func makeSRGB() []byte {
	const headerSize, tagSize = 128, 12
	type tag struct {
		name string
		data []byte
	}
	curve := iccCurve()
	tags := []tag{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)}, // D50
		// The primaries of sRGB, adapted from D65 to D50 (Bradford).
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	be := binary.BigEndian
	out := make([]byte, headerSize+4+tagSize*len(tags))
	be.PutUint32(out[8:], 0x02100000) // version
	copy(out[12:], "mntrRGB XYZ ")    // display, from RGB to XYZ
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		be.PutUint16(out[24+2*i:], v) // a fixed date
	}
	copy(out[36:], "acsp")
	copy(out[68:], iccXYZ(0.9642, 1, 0.8249)[8:]) // illuminant
	be.PutUint32(out[headerSize:], uint32(len(tags)))
	curveAt := 0
	for i, t := range tags {
		at := len(out)
		if t.name[1:] == "TRC" && curveAt > 0 {
			at = curveAt // the three curves are one
		} else {
			out = append(out, t.data...)
			for len(out)%4 != 0 {
				out = append(out, 0)
			}
		}
		if t.name[1:] == "TRC" {
			curveAt = at
		}
		entry := out[headerSize+4+tagSize*i:]
		copy(entry, t.name)
		be.PutUint32(entry[4:], uint32(at))
		be.PutUint32(entry[8:], uint32(len(t.data)))
	}
	be.PutUint32(out, uint32(len(out)))
	return out
}

// iccXYZ is a tag of one colour.
func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

// iccCurve is the tone curve of sRGB as a table.
func iccCurve() []byte {
	const steps = 256
	b := []byte("curv\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

// iccDescription is a tag of text in ASCII, its Unicode and Macintosh forms empty.
func iccDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(b, s...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}
