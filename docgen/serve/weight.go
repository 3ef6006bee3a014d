package serve

import (
	"github.com/vanban-go/vanban/docgen/internal/picture"
)

// What work takes, measured: a table of empty cells takes the most for its size, 700 MB for
// 1 MB with 310,000 marks; pages of text 40 bytes for each.
const (
	weightOfWork  = 4 << 20
	weightOfByte  = 40
	weightOfMark  = 2 << 10 // of what parts a text into pieces, the largest of which are cells
	weightOfPixel = 12
)

// weigh estimates the memory that the work on an upload takes. More pixels than may be are
// refused before a picture is read.
func (h *Handler) weigh(u *upload) (int64, error) {
	weight, pixels := int64(weightOfWork), 0
	for _, data := range u.files {
		if c, _, problem := picture.Config(data); problem == nil {
			if pixels += c.Width * c.Height; pixels > h.o.Limits.Pixels {
				return 0, h.over(limitPixels)
			}
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
