// Package picture says whether a picture file can stand on a paper, the same for every
// format: PNG or JPEG, whole, in RGB or gray, and not too large to read.
package picture

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"
)

// MaxPixels is how many pixels a picture may have: an A4 sheet at 400 points an inch. To
// read one takes up to 12 bytes a pixel. It is looked at before anything is read.
const MaxPixels = 16 << 20

// Problem is why a picture cannot be used. It is an error for the program, too.
type Problem struct {
	Message string // in Vietnamese: what the file is
	Fix     string // in Vietnamese: what to do
	Err     error  // of reading; nil: none
}

func (p *Problem) Error() string { return p.Message }

// Unwrap gives the error of reading.
func (p *Problem) Unwrap() error { return p.Err }

const saveAgain = "mở bằng chương trình xem ảnh rồi lưu lại thành PNG hoặc JPEG"

// Config reads the size of a picture that may be used, as far as its head says.
func Config(data []byte) (c image.Config, kind string, problem *Problem) {
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || c.Width == 0 || c.Height == 0:
		return c, kind, unknown(data, err)
	case c.Width > MaxPixels/c.Height:
		return c, kind, &Problem{
			Message: fmt.Sprintf("có %d x %d điểm ảnh, quá %d triệu", c.Width, c.Height, MaxPixels>>20),
			Fix:     "thu nhỏ ảnh, hoặc quét lại ở 300 điểm một inch",
		}
	case kind == "jpeg" && c.ColorModel == color.CMYKModel:
		return c, kind, &Problem{Message: "là JPEG màu CMYK, dành cho nhà in", Fix: "lưu lại ở màu RGB"}
	case kind != "png" && kind != "jpeg":
		return c, kind, unknown(data, nil)
	}
	return c, kind, nil
}

// Decode reads a picture.
func Decode(data []byte) (image.Image, *Problem) {
	_, kind, problem := Config(data)
	if problem != nil {
		return nil, problem
	}
	decode := png.Decode
	if kind == "jpeg" {
		decode = jpeg.Decode
	}
	img, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, &Problem{"bị cụt hoặc đã hỏng", "chép lại ảnh từ bản gốc, hoặc quét lại", err}
	}
	return img, nil
}

// beginnings tell files that people take for pictures.
var beginnings = []struct{ begins, name string }{
	{"GIF8", "GIF"}, {"BM", "BMP"}, {"II*\x00", "TIFF"}, {"MM\x00*", "TIFF"}, {"%PDF-", "PDF"}, {"PK\x03\x04", "Word, Excel hoặc tệp nén"},
}

// unknown names what is neither PNG nor JPEG, or a head that is broken.
func unknown(data []byte, err error) *Problem {
	is := ""
	for _, b := range beginnings {
		if bytes.HasPrefix(data, []byte(b.begins)) {
			is = b.name
		}
	}
	switch {
	case len(data) > 12 && string(data[8:12]) == "WEBP":
		is = "WebP"
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		is = "HEIC hoặc AVIF của điện thoại"
	case len(data) == 0:
		return &Problem{"là tệp trống", "chép lại ảnh từ bản gốc", err}
	case bytes.HasPrefix(data, []byte("\x89PNG")), bytes.HasPrefix(data, []byte("\xff\xd8")):
		return &Problem{"bị cụt hoặc đã hỏng", "chép lại ảnh từ bản gốc, hoặc quét lại", err}
	}
	if is == "" {
		return &Problem{"không phải ảnh PNG hay JPEG đọc được", saveAgain, err}
	}
	return &Problem{"là " + is + ", không phải ảnh PNG hay JPEG", saveAgain, err}
}

// Checked remembers what is wrong with pictures, so that a seal on a thousand papers is
// looked at once. The zero value is ready; safe for concurrent use.
type Checked struct {
	mu    sync.Mutex
	known map[[sha256.Size]byte]*Problem // nil: a good picture
}

const maxKnown = 4096

// Problem says what is wrong with a picture; nil: nothing.
func (c *Checked) Problem(data []byte) *Problem {
	key := sha256.Sum256(data)
	c.mu.Lock()
	problem, ok := c.known[key]
	c.mu.Unlock()
	if ok {
		return problem
	}
	_, problem = Decode(data)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known == nil || len(c.known) >= maxKnown {
		c.known = make(map[[sha256.Size]byte]*Problem)
	}
	c.known[key] = problem
	return problem
}
