package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Dump writes a laid-out document as text: one
// act a line, in drawing order, places in points with two decimals, then the
// structure tree, the outline and the placements. An act without an element
// is marked with "-".
func Dump(w io.Writer, r *Result) error {
	d := &dumper{w: bufio.NewWriter(w)}
	for i, p := range r.Pages {
		fmt.Fprintf(d.w, "page %d %q %s x %s\n", i+1, p.Label, pt(p.Width), pt(p.Height))
		for _, a := range p.Acts {
			if err := d.act(a); err != nil {
				return err
			}
		}
	}
	if r.Root != nil && len(r.Root.Kids) > 0 {
		d.element(r.Root, 0)
	}
	for _, b := range r.Outline {
		kind := "entry"
		if b.Hidden {
			kind = "place"
		}
		fmt.Fprintf(d.w, "%s %d %q", kind, b.Level, b.Title)
		if b.ID != "" {
			fmt.Fprintf(d.w, " #%s", b.ID)
		}
		fmt.Fprintf(d.w, " page %d %s\n", b.Page+1, pt(b.Y))
	}
	for _, p := range r.Placements {
		fmt.Fprintf(d.w, "named %s page %d %s %s %s x %s\n", p.Name, p.Page, pt(p.X), pt(p.Y), pt(p.Width), pt(p.Height))
	}
	return d.w.Flush()
}

type dumper struct{ w *bufio.Writer }

// pt is a length in points with two decimals.
func pt(l doc.Length) string { return fmt.Sprintf("%.2f", l.Pt()) }

func role(e *Element) string {
	if e == nil {
		return "-"
	}
	return e.Role
}

func color(c doc.Color) string {
	if c == 0 {
		return ""
	}
	return fmt.Sprintf(" #%06x", uint32(c))
}

var styleNames = [...]string{"R", "B", "I", "BI"}

func (d *dumper) act(a Act) error {
	w := d.w
	switch a := a.(type) {
	case *Text:
		fmt.Fprintf(w, "  text %s %s %s%s", pt(a.X), pt(a.Y), styleNames[a.Style], pt(a.Size))
		if a.Space != 0 {
			fmt.Fprintf(w, " space %+.2f", a.Space.Pt())
		}
		fmt.Fprintf(w, "%s %s %q\n", color(a.Color), role(a.Elem), a.S)
	case *Line:
		fmt.Fprintf(w, "  line %s %s %s %s thick %s%s %s\n", pt(a.X1), pt(a.Y1), pt(a.X2), pt(a.Y2), pt(a.Thickness), color(a.Color),
			role(a.Elem))
	case *Rect:
		how := "thick " + pt(a.Thickness)
		if a.Fill {
			how = "fill"
		}
		fmt.Fprintf(w, "  rect %s %s %s x %s %s%s %s\n", pt(a.X), pt(a.Y), pt(a.Width), pt(a.Height), how, color(a.Color), role(a.Elem))
	case *Path:
		how := "thick " + pt(a.Thickness)
		if a.Fill {
			how = "fill"
		}
		left, top, right, bottom := a.Bounds()
		fmt.Fprintf(w, "  path %s %s to %s %s of %d %s%s %s\n", pt(left), pt(top), pt(right), pt(bottom), len(a.Steps), how,
			color(a.Color), role(a.Elem))
	case *Image:
		fmt.Fprintf(w, "  image %s %s %s x %s %s %s\n", pt(a.X), pt(a.Y), pt(a.Width), pt(a.Height), a.Picture.Name, role(a.Elem))
	case *Anchor:
		to := a.URL
		if to == "" {
			to = "#" + a.Target
		}
		fmt.Fprintf(w, "  anchor %s %s %s x %s %s %s\n", pt(a.X), pt(a.Y), pt(a.Width), pt(a.Height), to, role(a.Elem))
	default:
		return fmt.Errorf("dump layout: unknown act %T", a)
	}
	return nil
}

// element writes an element and what is below it.
func (d *dumper) element(e *Element, depth int) {
	fmt.Fprintf(d.w, "%s<%s", strings.Repeat("  ", depth), e.Role)
	for _, a := range []struct{ name, value string }{
		{"id", e.ID}, {"alt", e.Alt}, {"actual", e.ActualText}, {"scope", e.Scope},
		{"headers", strings.Join(e.Headers, " ")},
	} {
		if a.value != "" {
			fmt.Fprintf(d.w, " %s=%q", a.name, a.value)
		}
	}
	if e.ColSpan > 1 {
		fmt.Fprintf(d.w, " cols=%d", e.ColSpan)
	}
	if e.RowSpan > 1 {
		fmt.Fprintf(d.w, " rows=%d", e.RowSpan)
	}
	fmt.Fprintln(d.w, ">")
	for _, k := range e.Kids {
		d.element(k, depth+1)
	}
}
