// Package flowcase reads flows that are written by hand, for the tests of the
// writers. A case is YAML with lengths in points:
//
//	page: {width: 220, height: 160, margin: 10}
//	blocks:
//	- {p: "Plain, **bold** and *italic* text", first: 20, after: 6}
//	- table: [[TT, Name], ["1", Lan]]
//	  columns: [40, 100]
//	  border: 1
//
// Paragraphs are set in 10 pt on lines of 12 pt, left, unless they say
// otherwise; a rule is 1 pt thick. Text has marks of its own: **bold**, *italic*, ~ for a no-break
// space, and in braces {br}, {tab}, {page}, {label a)}, {upright words},
// {blank NAME WIDTH}, {blank NAME WIDTH VALUE}, {dots WIDTH}, {note 1 words},
// {link URL words}, {ref ID words}.
package flowcase

import (
	"bytes"
	"fmt"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// Read reads a case. A case of one section may leave out the list of sections.
func Read(src []byte) (*flow.Flow, error) {
	var f struct {
		section  `yaml:",inline"`
		Sections []section
	}
	d := yaml.NewDecoder(bytes.NewReader(src))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil {
		return nil, err
	}
	sections := f.Sections
	if sections == nil {
		sections = []section{f.section}
	}
	flow := &flow.Flow{}
	for i := range sections {
		s, err := sections[i].read()
		if err != nil {
			return nil, err
		}
		flow.Sections = append(flow.Sections, s)
	}
	return flow, nil
}

// pt is a length in points.
type pt float64

func (v pt) length() doc.Length { return doc.Pt(float64(v)) }

type section struct {
	Page struct {
		Width, Height, Margin pt
	}
	Numbers *struct {
		Top       pt
		HideFirst bool `yaml:"hide_first"`
		Restart   bool
	}
	Blocks, Foot []block
	Frames       []block
}

// block is any block: the key that is there says which.
type block struct {
	P       *string
	Group   []block
	Table   []row
	Rule    *pt
	Break   bool
	Slot    *pt
	Figure  *string
	Drawing []shape
	Frame   []block

	Role, Align, Valign, ID, Name, Alt, Style string
	Path                                      string // of the field that the block is from
	Level                                     int
	RunIn                                     int `yaml:"run_in"`
	Size, Indent, First, Right                pt
	Before, After                             pt
	Pitch                                     *pt
	Bold, Italic                              bool
	KeepNext                                  bool `yaml:"keep_next"`
	KeepLines                                 bool `yaml:"keep_lines"`
	Loose, Together, Layout                   bool
	ByColumn                                  bool `yaml:"by_column"`
	Tabs                                      []tab
	Columns                                   []pt
	Header                                    int
	Border, Padding, Thickness                pt
	X, Y, Width, Height                       pt
	Also, Pictures                            []area

	line int
}

// UnmarshalYAML notes the line, so that findings have a place.
func (b *block) UnmarshalYAML(n *yaml.Node) error {
	type plain block
	if err := n.Decode((*plain)(b)); err != nil {
		return err
	}
	b.line = n.Line
	return nil
}

type tab struct {
	At     pt
	Align  string
	Leader string
}

type area struct {
	Name                string
	Alt                 string
	X, Y, Width, Height pt
}

type shape struct {
	Line    []pt // x1 y1 x2 y2
	Rect    []pt // x y width height
	Caption string
	At      []pt
	Align   string
	Fill    bool
}

var aligns = map[string]doc.Align{"": doc.Left, "left": doc.Left, "justify": doc.Justify, "center": doc.Center, "right": doc.Right}

var valigns = map[string]flow.VAlign{"": flow.Top, "middle": flow.Middle, "bottom": flow.Bottom}

var roles = map[string]flow.Role{
	"": flow.RoleNone, "heading": flow.RoleHeading, "title": flow.RoleTitle, "part": flow.RolePart,
	"list": flow.RoleList, "item": flow.RoleListItem, "quote": flow.RoleQuote,
	"caption": flow.RoleCaption, "artifact": flow.RoleArtifact,
}

func (s *section) read() (*flow.Section, error) {
	m := s.Page.Margin.length()
	out := &flow.Section{Page: flow.PageSetup{
		Width: s.Page.Width.length(), Height: s.Page.Height.length(),
		Top: m, Bottom: m, Left: m, Right: m,
	}}
	if n := s.Numbers; n != nil {
		out.Numbers = flow.PageNumbers{
			Shown: true, HideFirst: n.HideFirst, Restart: n.Restart, Top: n.Top.length(),
			Font: flow.Font{Size: 10 * doc.Point},
		}
	}
	var err error
	if out.Blocks, err = readBlocks(s.Blocks); err != nil {
		return nil, err
	}
	if out.Foot, err = readBlocks(s.Foot); err != nil {
		return nil, err
	}
	frames, err := readBlocks(s.Frames)
	for _, f := range frames {
		out.Frames = append(out.Frames, f.(*flow.Frame))
	}
	return out, err
}

func readBlocks(list []block) ([]flow.Block, error) {
	var out []flow.Block
	for i := range list {
		b, err := list[i].read()
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", list[i].line, err)
		}
		out = append(out, b)
	}
	return out, nil
}

func (b *block) read() (flow.Block, error) {
	at := &diag.Pos{File: "in.yaml", Line: b.line, Column: 1, Path: b.Path}
	switch {
	case b.P != nil:
		return b.paragraph(at)
	case b.Group != nil:
		inner, err := readBlocks(b.Group)
		return &flow.Group{At: at, Role: roles[b.Role], KeepTogether: b.Together, Blocks: inner}, err
	case b.Table != nil:
		return b.table(at)
	case b.Rule != nil:
		if b.Thickness == 0 {
			b.Thickness = 1
		}
		return &flow.Rule{
			At: at, Length: b.Rule.length(), Thickness: b.Thickness.length(),
			Align: aligns[b.Align], Before: b.Before.length(), After: b.After.length(),
		}, nil
	case b.Break:
		return &flow.Break{At: at}, nil
	case b.Slot != nil:
		s := &flow.Slot{At: at, Name: b.Name, Height: b.Slot.length(), Width: b.Width.length()}
		for _, a := range b.Also {
			s.Also = append(s.Also, flow.Area{Name: a.Name, X: a.X.length(), Y: a.Y.length(), Width: a.Width.length(),
				Height: a.Height.length()})
		}
		for _, a := range b.Pictures {
			s.Pictures = append(s.Pictures, flow.Placed{
				Picture: &doc.Picture{Name: a.Name, Alt: a.Alt},
				X:       a.X.length(), Y: a.Y.length(), Width: a.Width.length(), Height: a.Height.length(),
			})
		}
		return s, nil
	case b.Figure != nil:
		return &flow.Figure{
			At: at, Picture: &doc.Picture{Name: *b.Figure, Alt: b.Alt}, Width: b.Width.length(), Height: b.Height.length(),
			Align: aligns[b.Align], Before: b.Before.length(), After: b.After.length(), KeepNext: b.KeepNext,
		}, nil
	case b.Drawing != nil:
		return b.drawing(at)
	case b.Frame != nil:
		inner, err := readBlocks(b.Frame)
		return &flow.Frame{
			At: at, Name: b.Name, X: b.X.length(), Y: b.Y.length(), Width: b.Width.length(), Height: b.Height.length(),
			Border: b.Border.length(), VAlign: valigns[b.Valign], Role: roles[b.Role], Blocks: inner,
		}, err
	}
	return nil, fmt.Errorf("a block of no kind")
}

func (b *block) font() flow.Font {
	f := flow.Font{Size: 10 * doc.Point, Bold: b.Bold, Italic: b.Italic}
	if b.Size > 0 {
		f.Size = b.Size.length()
	}
	return f
}

func (b *block) paragraph(at *diag.Pos) (flow.Block, error) {
	p := &flow.Paragraph{
		At: at, Style: flow.Style(b.Style), Role: roles[b.Role], Level: b.Level, RunIn: b.RunIn, ID: b.ID, Font: b.font(),
		Align:      aligns[b.Align],
		LeftIndent: b.Indent.length(), RightIndent: b.Right.length(), FirstIndent: b.First.length(),
		Before: b.Before.length(), After: b.After.length(), Pitch: 12 * doc.Point,
		KeepNext: b.KeepNext, KeepLines: b.KeepLines, Loose: b.Loose,
	}
	if b.Pitch != nil {
		p.Pitch = b.Pitch.length()
	}
	for _, t := range b.Tabs {
		s := flow.TabStop{At: t.At.length(), Align: aligns[t.Align]}
		for _, r := range t.Leader {
			s.Leader = r
		}
		p.Tabs = append(p.Tabs, s)
	}
	var err error
	p.Inlines, err = inlines(*b.P)
	return p, err
}

func (b *block) drawing(at *diag.Pos) (flow.Block, error) {
	d := &flow.Drawing{
		At: at, Alt: b.Alt, Width: b.Width.length(), Height: b.Height.length(), Align: aligns[b.Align],
		Before: b.Before.length(), After: b.After.length(), KeepNext: b.KeepNext,
	}
	for _, s := range b.Drawing {
		switch {
		case len(s.Line) == 4:
			l := s.Line
			d.Shapes = append(d.Shapes, &flow.Line{X1: l[0].length(), Y1: l[1].length(), X2: l[2].length(), Y2: l[3].length(),
				Thickness: doc.Point})
		case len(s.Rect) == 4:
			r := s.Rect
			d.Shapes = append(d.Shapes, &flow.Rect{X: r[0].length(), Y: r[1].length(), Width: r[2].length(), Height: r[3].length(),
				Thickness: doc.Point, Fill: s.Fill})
		case len(s.At) == 2:
			d.Shapes = append(d.Shapes, &flow.Caption{X: s.At[0].length(), Y: s.At[1].length(), Align: aligns[s.Align], Font: b.font(),
				S: s.Caption})
		default:
			return nil, fmt.Errorf("a shape of no kind")
		}
	}
	return d, nil
}
