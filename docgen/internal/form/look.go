package form

import (
	_ "embed" // of the places
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/internal/record"
)

// sheetLook says how certificates "giấy khen, giấy chứng nhận" look: where each line
// stands on an A4 sheet on its side, by how much it gives way, and the frames that there
// are to choose from. data/giay-khen.yaml has the figures.
type sheetLook struct {
	Width   doc.Length   `yaml:"width"`
	Height  doc.Length   `yaml:"height"`
	Columns []lookColumn `yaml:"columns"`
	Lines   []lookLine   `yaml:"lines"` // from the top, column by column
	Designs []design     `yaml:"designs"`
}

// lookColumn is a run of lines that share a height: what one of them takes more,
// the others give.
type lookColumn struct {
	ID       string     `yaml:"id"`
	Top      doc.Length `yaml:"top"`      // where its first line may begin at the highest
	Below    doc.Length `yaml:"below"`    // how much lower that is where an emblem takes the top
	Bottom   doc.Length `yaml:"bottom"`   // where its last line ends at the lowest, unless Before is there
	Before   string     `yaml:"before"`   // the line above which it ends; empty: none
	Distance doc.Length `yaml:"distance"` // that it keeps from that line
}

// lookLine is the place and the look of one line.
type lookLine struct {
	ID      string     `yaml:"id"`     // name
	Title   string     `yaml:"title"`  // tên người, tập thể, chủ hộ
	Column  string     `yaml:"column"` // empty: it stands by itself, and does not move
	X       doc.Length `yaml:"x"`
	Y       doc.Length `yaml:"y"`
	Width   doc.Length `yaml:"width"`
	Height  doc.Length `yaml:"height"`
	Below   doc.Length `yaml:"below"` // how much lower it stands where an emblem takes the top
	Least   doc.Length `yaml:"least"` // of the height of a place for a picture
	Gap     doc.Length `yaml:"gap"`   // to the line above, at least
	Size    doc.Length `yaml:"size"`
	Fits    []lookFit  `yaml:"fits"` // in this order; the first that holds the words is taken
	Bold    bool       `yaml:"bold"`
	Italic  bool       `yaml:"italic"`
	Red     bool       `yaml:"red"`
	Left    bool       `yaml:"left"`    // not centred
	Printed bool       `yaml:"printed"` // stands on the usual pre-printed blank already
}

// lookFit is a number of lines, and the smallest letters that they may have.
type lookFit struct {
	Lines int        `yaml:"lines"`
	Least doc.Length `yaml:"least"`
}

// design is the frame of a certificate: all of it is drawn in vectors.
type design struct {
	ID      string    `yaml:"id"`
	Name    string    `yaml:"name"`
	Ink     doc.Color `yaml:"ink"` // of the red lines of text
	Strokes []stroke  `yaml:"strokes"`
}

// stroke is an ornament. It is drawn for the top side or the top left corner, and
// stands turned on the other sides and in the other corners.
type stroke struct {
	// At is "side" for a line along each side, "band" for pieces one beside the other,
	// "middle" for one in the middle of a side, "corner" for one in each corner.
	At        string     `yaml:"at"`
	Inset     doc.Length `yaml:"inset"`     // of a side, band or middle: its 0 from the edge of the sheet
	Start     doc.Length `yaml:"start"`     // of a side or band: from the corner of the sheet to where it begins
	Length    doc.Length `yaml:"length"`    // of a band: of one piece, about
	Thickness doc.Length `yaml:"thickness"` // of a line; zero: an area
	Color     doc.Color  `yaml:"color"`
	Path      outline    `yaml:"path"`
}

// outline is a path. As text it is written in the language of SVG, in millimetres, with
// the commands M, L, C and Z: M 0 0 L 10 0 Z.
type outline []flow.Step

// UnmarshalText reads a path.
func (o *outline) UnmarshalText(b []byte) error {
	words := strings.Fields(string(b))
	var start flow.Step
	for len(words) > 0 {
		var s flow.Step
		to := []*doc.Length{&s.X, &s.Y}
		switch words[0] {
		case "M":
			s.Move = true
		case "L":
		case "C":
			s.Curved = true
			to = []*doc.Length{&s.X1, &s.Y1, &s.X2, &s.Y2, &s.X, &s.Y}
		case "Z":
			s.X, s.Y = start.X, start.Y
			to = nil
		default:
			return fmt.Errorf("a path has the step %q", words[0])
		}
		words = words[1:]
		if len(words) < len(to) {
			return errors.New("a path ends in the middle of a step")
		}
		for i, l := range to {
			if err := l.UnmarshalText([]byte(words[i] + "mm")); err != nil {
				return err
			}
		}
		words = words[len(to):]
		if s.Move {
			start = s
		}
		*o = append(*o, s)
	}
	return nil
}

// line returns the line with that id, or nil.
func (l *sheetLook) line(id string) *lookLine {
	for i := range l.Lines {
		if l.Lines[i].ID == id {
			return &l.Lines[i]
		}
	}
	return nil
}

// design returns the design with that id, or the first one.
func (l *sheetLook) design(id string) *design {
	for i := range l.Designs {
		if l.Designs[i].ID == id {
			return &l.Designs[i]
		}
	}
	if len(l.Designs) == 0 {
		return new(design)
	}
	return &l.Designs[0]
}

//go:embed data/giay-khen.yaml
var lookSource []byte

// certificateLook reads how certificates look when it is first asked for. Nobody changes it.
var certificateLook = sync.OnceValue(func() *sheetLook {
	l := new(sheetLook)
	read, found := record.Read("", lookSource)
	if !found.HasErrors() {
		found = read.Decode(l)
	}
	if err := found.Err(); err != nil {
		panic(fmt.Errorf("certificates: %w", err))
	}
	return l
})
