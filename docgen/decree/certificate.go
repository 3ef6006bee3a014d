package decree

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
)

// Certificate says how certificates "giấy khen, giấy chứng nhận" look: where each line
// stands on an A4 sheet on its side, by how much it gives way, and the frames that there
// are to choose from. data/giay-khen.yaml has the figures.
type Certificate struct {
	Width   doc.Length          `yaml:"width"`
	Height  doc.Length          `yaml:"height"`
	Columns []CertificateColumn `yaml:"columns"`
	Lines   []CertificateLine   `yaml:"lines"` // from the top, column by column
	Designs []Design            `yaml:"designs"`
}

// CertificateColumn is a run of lines that share a height: what one of them takes more,
// the others give.
type CertificateColumn struct {
	ID       string     `yaml:"id"`
	Top      doc.Length `yaml:"top"`      // where its first line may begin at the highest
	Below    doc.Length `yaml:"below"`    // how much lower that is where an emblem takes the top
	Bottom   doc.Length `yaml:"bottom"`   // where its last line ends at the lowest, unless Before is there
	Before   string     `yaml:"before"`   // the line above which it ends; empty: none
	Distance doc.Length `yaml:"distance"` // that it keeps from that line
}

// CertificateLine is the place and the look of one line.
type CertificateLine struct {
	ID      string           `yaml:"id"`     // name
	Title   string           `yaml:"title"`  // tên người, tập thể, chủ hộ
	Column  string           `yaml:"column"` // empty: it stands by itself, and does not move
	X       doc.Length       `yaml:"x"`
	Y       doc.Length       `yaml:"y"`
	Width   doc.Length       `yaml:"width"`
	Height  doc.Length       `yaml:"height"`
	Below   doc.Length       `yaml:"below"` // how much lower it stands where an emblem takes the top
	Least   doc.Length       `yaml:"least"` // of the height of a place for a picture
	Gap     doc.Length       `yaml:"gap"`   // to the line above, at least
	Size    doc.Length       `yaml:"size"`
	Fits    []CertificateFit `yaml:"fits"` // in this order; the first that holds the words is taken
	Bold    bool             `yaml:"bold"`
	Italic  bool             `yaml:"italic"`
	Red     bool             `yaml:"red"`
	Left    bool             `yaml:"left"`    // not centred
	Printed bool             `yaml:"printed"` // stands on the usual pre-printed blank already
}

// CertificateFit is a number of lines, and the smallest letters that they may have.
type CertificateFit struct {
	Lines int        `yaml:"lines"`
	Least doc.Length `yaml:"least"`
}

// Design is the frame of a certificate: all of it is drawn in vectors.
type Design struct {
	ID      string         `yaml:"id"`
	Name    string         `yaml:"name"`
	Ink     doc.Color      `yaml:"ink"` // of the red lines of text
	Strokes []DesignStroke `yaml:"strokes"`
}

// DesignStroke is an ornament. It is drawn for the top side or the top left corner, and
// stands turned on the other sides and in the other corners.
type DesignStroke struct {
	// At is "side" for a line along each side, "band" for pieces one beside the other,
	// "middle" for one in the middle of a side, "corner" for one in each corner.
	At        string     `yaml:"at"`
	Inset     doc.Length `yaml:"inset"`     // of a side, band or middle: its 0 from the edge of the sheet
	Start     doc.Length `yaml:"start"`     // of a side or band: from the corner of the sheet to where it begins
	Length    doc.Length `yaml:"length"`    // of a band: of one piece, about
	Thickness doc.Length `yaml:"thickness"` // of a line; zero: an area
	Color     doc.Color  `yaml:"color"`
	Path      Outline    `yaml:"path"`
}

// Outline is a path. As text it is written in the language of SVG, in millimetres, with
// the commands M, L, C and Z: M 0 0 L 10 0 Z.
type Outline []flow.Step

// UnmarshalText reads a path.
func (o *Outline) UnmarshalText(b []byte) error {
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

// Line returns the line with that id, or nil.
func (c *Certificate) Line(id string) *CertificateLine {
	c = zero.Or(c)
	for i := range c.Lines {
		if c.Lines[i].ID == id {
			return &c.Lines[i]
		}
	}
	return nil
}

// Design returns the design with that id, or the first one.
func (c *Certificate) Design(id string) *Design {
	c = zero.Or(c)
	for i := range c.Designs {
		if c.Designs[i].ID == id {
			return &c.Designs[i]
		}
	}
	if len(c.Designs) == 0 {
		return new(Design)
	}
	return &c.Designs[0]
}

var certificates = sync.OnceValue(func() *Certificate {
	src, err := data.ReadFile("data/giay-khen.yaml")
	if err != nil {
		panic(err)
	}
	c := new(Certificate)
	read, found := record.Read("", src)
	if !found.HasErrors() {
		found = read.Decode(c)
	}
	if err := found.Err(); err != nil {
		panic(fmt.Errorf("certificates: %w", err))
	}
	return c
})

// Certificates returns how certificates look, which is read when it is first asked for.
// Callers do not change it.
func Certificates() *Certificate { return certificates() }
