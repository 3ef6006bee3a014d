package serve

import (
	"bytes"

	"github.com/vanban-go/vanban/docgen/internal/picture"
	"github.com/vanban-go/vanban/internal/ooxml"
)

// What work takes, measured: a table of empty cells takes the most for its size, 700 MB for
// 1 MB with 310,000 marks; pages of text 40 bytes for each.
const (
	weightOfWork  = 4 << 20
	weightOfByte  = 40
	weightOfMark  = 2 << 10 // of what parts a text into pieces, the largest of which are cells
	weightOfPixel = 12
	weightOfZip   = 4 // of each byte that an archive holds unpacked
)

// weigh estimates the memory that the work on an upload takes. More pixels than may be are
// refused before a picture is read, more bytes in archives before one is unpacked.
func (h *Handler) weigh(u *upload) (int64, error) {
	weight, pixels, left := int64(weightOfWork), 0, h.o.Limits.Unpacked
	for _, data := range u.files {
		if c, _, problem := picture.Config(data); problem == nil {
			if pixels += c.Width * c.Height; pixels > h.o.Limits.Pixels {
				return 0, h.over(limitPixels)
			}
			continue
		}
		if bytes.HasPrefix(data, []byte("PK")) {
			n := ooxml.Unpacked(bytes.NewReader(data), int64(len(data)))
			if n > left {
				return 0, h.over(limitUnpacked)
			}
			left -= n
			weight += weightOfByte*int64(len(data)) + weightOfZip*n
			continue
		}
		marks := 0
		for _, b := range data {
			switch b {
			case '\n', '|', ',', ':', '-':
				marks++
			}
		}
		weight += weightOfByte*int64(len(data)) + weightOfMark*int64(marks)
	}
	return weight + weightOfPixel*int64(pixels), nil
}
