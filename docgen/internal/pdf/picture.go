package pdf

import (
	"errors"
	"fmt"
	"image"
	"image/color"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/deflate"
	shown "github.com/vanban-go/vanban/docgen/internal/picture"
)

// pictures is the pictures of a document, each embedded once.
type pictures struct {
	list  []*picture
	index map[*doc.Picture]int
}

// picture is an image as it is embedded.
type picture struct {
	width, height int
	gray          bool
	jpeg          bool
	data          []byte // JPEG file, or compressed samples of one byte
	alpha         []byte // compressed, one byte a pixel; nil: opaque
}

// add takes a picture in unless it is there already, and gives its number.
func (p *pictures) add(d *doc.Picture, from *Shelf) (int, error) {
	if d == nil {
		return 0, errors.New("an image act has no picture")
	}
	if n, ok := p.index[d]; ok {
		return n, nil
	}
	pic, err := from.picture(d)
	if err != nil {
		return 0, &PictureError{d.Name, err}
	}
	if p.index == nil {
		p.index = make(map[*doc.Picture]int)
	}
	n := len(p.list)
	p.list, p.index[d] = append(p.list, pic), n
	return n, nil
}

func readPicture(data []byte) (*picture, error) {
	img, problem := shown.Decode(data)
	if problem != nil {
		return nil, problem
	}
	if c, kind, _ := shown.Config(data); kind == "jpeg" {
		// PDF knows JPEG. The file was decoded nevertheless: a damaged one would spoil the whole
		// document in some viewers.
		return &picture{width: c.Width, height: c.Height, gray: c.ColorModel == color.GrayModel, jpeg: true, data: data}, nil
	}
	return readPNG(img), nil
}

// readPNG makes samples of the pixels, gray when all of it is gray.
func readPNG(img image.Image) *picture {
	b := img.Bounds()
	p := &picture{width: b.Dx(), height: b.Dy()}
	at := pixels(img)
	n := p.width * p.height
	samples, alpha := make([]byte, 0, 3*n), make([]byte, 0, n)
	gray, opaque := true, true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := at(x, y)
			samples, alpha = append(samples, c.R, c.G, c.B), append(alpha, c.A)
			gray = gray && c.R == c.G && c.G == c.B
			opaque = opaque && c.A == 0xff
		}
	}
	if !opaque {
		p.alpha = deflate.AppendZlib(nil, alpha, deflate.Usual)
	}
	if p.gray = gray; gray {
		for i := range n {
			samples[i] = samples[3*i]
		}
		samples = samples[:n]
	}
	p.data = deflate.AppendZlib(nil, samples, deflate.Usual)
	return p
}

// pixels gives a function that reads a pixel in eight bits. The kinds that
// image/png makes of usual files are read without an interface value a pixel.
func pixels(img image.Image) func(x, y int) color.NRGBA {
	switch img := img.(type) {
	case *image.NRGBA:
		return img.NRGBAAt
	case *image.RGBA: // image/png makes it of opaque files
		return func(x, y int) color.NRGBA { return color.NRGBA(img.RGBAAt(x, y)) }
	case *image.Gray:
		return func(x, y int) color.NRGBA { v := img.GrayAt(x, y).Y; return color.NRGBA{v, v, v, 0xff} }
	case *image.Paletted:
		palette := make([]color.NRGBA, len(img.Palette))
		for i, c := range img.Palette {
			palette[i] = color.NRGBAModel.Convert(c).(color.NRGBA)
		}
		return func(x, y int) color.NRGBA { return palette[img.ColorIndexAt(x, y)] }
	}
	return func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA) }
}

// writePicture writes a picture's object, and that of its transparency before it.
func (f *file) writePicture(id int, p *picture) {
	size := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", p.width, p.height)
	entries := size + "/ColorSpace/DeviceRGB"
	if p.gray {
		entries = size + "/ColorSpace/DeviceGray"
	}
	if p.alpha != nil {
		mask := f.reserve()
		f.stream(mask, size+"/ColorSpace/DeviceGray/Filter/FlateDecode", p.alpha)
		entries += fmt.Sprintf("/SMask %d 0 R", mask)
	}
	filter := "/Filter/FlateDecode"
	if p.jpeg {
		filter = "/Filter/DCTDecode"
	}
	f.stream(id, entries+filter, p.data)
}
