package sheet

import (
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
)

// style is what the look of a cell says about it.
type style struct {
	format *format
	struck bool
	upper  bool // its font draws small letters as capitals (.VnTimeH)
}

// plainStyle is of cells that name no style, or one that is not there.
var plainStyle = style{format: general}

// maxStyles bounds the part that lists styles.
const maxStyles = 64 << 20

// readStyles reads the styles of a workbook.
func readStyles(p *ooxml.Part) ([]style, error) {
	var read struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Strike *struct {
				Value string `xml:"val,attr"`
			} `xml:"strike"`
			Name struct {
				Value string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := p.Decode(maxStyles, &read); err != nil {
		return nil, err
	}
	formats := make(map[int]*format)
	for _, f := range read.Formats {
		formats[f.ID] = parseFormat(f.Code)
	}
	styles := make([]style, len(read.Cells))
	for i, c := range read.Cells {
		f, ok := formats[c.Format]
		if !ok {
			if f = general; builtin[c.Format] != "" {
				f = parseFormat(builtin[c.Format])
			}
			formats[c.Format] = f
		}
		styles[i].format = f
		if c.Font < 0 || c.Font >= len(read.Fonts) {
			continue
		}
		font := read.Fonts[c.Font]
		styles[i].struck = font.Strike != nil && font.Strike.Value != "0" && font.Strike.Value != "false"
		styles[i].upper = strings.HasPrefix(font.Name.Value, ".Vn") && strings.HasSuffix(font.Name.Value, "H")
	}
	return styles, nil
}
