package svg

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"

	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// faces is the fonts of a document as all its pages carry them.
type faces struct {
	family string // what stands in font-family
	rules  []byte // one @font-face for each face that is used
}

// otherwise is the families that text is shown in where a viewer takes no fonts from files.
const otherwise = "'Times New Roman','Liberation Serif',serif"

// newFaces cuts each face that is used down to the letters of the document. The family
// is named after the bytes of its faces: two documents in one web page cannot mix theirs.
func newFaces(r *layout.Result, set *font.Set) (faces, error) {
	use, err := r.Letters(func(style font.Style) (*font.Usage, error) { return set.Face(style).NewUsage(nil), nil })
	if err != nil {
		return faces{}, err
	}
	var files [font.Styles][]byte
	hash := sha256.New()
	for style, letters := range use {
		if letters == nil {
			continue
		}
		subset, err := letters.Subset()
		if err != nil {
			return faces{}, err
		}
		if files[style], err = subset.Web(); err != nil {
			return faces{}, err
		}
		hash.Write(files[style])
	}
	name := fmt.Sprintf("vanban-%.6x", hash.Sum(nil))
	f := faces{family: name + "," + otherwise}
	for style, file := range files {
		if file == nil {
			continue
		}
		weight, slope := looks(font.Style(style))
		f.rules = append(f.rules, "@font-face{font-family:"+name+";font-weight:"+weight+
			";font-style:"+slope+";src:url(data:font/ttf;base64,"...)
		f.rules = base64.StdEncoding.AppendEncode(f.rules, file)
		f.rules = append(f.rules, ")}"...)
	}
	return f, nil
}

// looks names weight and slope of a style, as CSS and SVG do.
func looks(s font.Style) (weight, slope string) {
	weight, slope = "normal", "normal"
	if s&font.Bold != 0 {
		weight = "bold"
	}
	if s&font.Italic != 0 {
		slope = "italic"
	}
	return weight, slope
}
