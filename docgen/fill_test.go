package docgen

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/plan"
)

// TestFilling: whoever fills in the number, the date, the signature and the seal
// moves nothing: every other act of drawing stays as it was, to the last EMU.
func TestFilling(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	sources := make(map[string]string)
	for _, k := range plan.Kinds() {
		src, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		sources[k.ID] = string(src)
	}
	for _, name := range []string{"mau-1.3-quyet-dinh-ban-hanh/quyet-dinh", "mau-2.1-phu-luc/bao-cao", "mau-1.9-bien-ban/bien-ban"} {
		src, err := os.ReadFile("../examples/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = string(src)
	}
	for name, src := range sources {
		t.Run(name, func(t *testing.T) {
			blank := pagesOf(t, r, src, false)
			filled := pagesOf(t, r, src, true)
			want, got := others(blank, blank), others(filled, blank)
			if n, all := len(want), acts(blank); n < 8 || n >= all && name != "thu-cong" {
				t.Fatalf("%d acts beside the blanks, of %d", n, all)
			}
			if acts(filled) < acts(blank)+2 {
				t.Errorf("signature and seal add no acts: %d, %d when filled", acts(blank), acts(filled))
			}
			if slices.Equal(want, got) {
				return
			}
			t.Errorf("%d acts beside the blanks, %d when filled", len(want), len(got))
			for i := range min(len(want), len(got)) {
				if want[i] != got[i] {
					t.Fatalf("act %d\n%s\nwhen filled\n%s", i, want[i], got[i])
				}
			}
		})
	}
}

// pagesOf lays out a paper with what is filled in by the office left free, or filled in.
func pagesOf(t *testing.T, r *Renderer, src string, filled bool) *layout.Result {
	t.Helper()
	f, found := plan.Parse("van-ban.yaml", []byte(src))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	h, foot := f.Paper().Head(), f.Paper().Foot()
	h.Number, h.Date = "", plan.Date{}
	if filled {
		h.Number, h.Date = "128", plan.Date{Year: 2026, Month: 12, Day: 25}
	}
	if m, ok := f.Value.(*plan.Minutes); ok {
		m.Footer, foot = *foot, &m.Footer
	}
	signers := slices.Clone(foot.AllSigners())
	for i := range signers {
		signers[i].Signature, signers[i].Seal = "", ""
		if filled {
			signers[i].Signature, signers[i].Seal = "chu-ky.png", "con-dau.png"
		}
	}
	foot.Signer, foot.Signers = nil, signers
	src2, err := plan.Marshal(f.Value)
	if err != nil {
		t.Fatal(err)
	}
	picture := pngOf(t)
	const name = "van-ban.yaml"
	set, found := plan.Load(fstest.MapFS{
		name: {Data: src2}, "chu-ky.png": {Data: picture}, "con-dau.png": {Data: picture},
	}, name)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d, found, err := Settled(r, set, name)
	if err != nil {
		t.Fatal(err)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return layOut(t, r, d)
}

// layOut gives the pages of a document.
func layOut(t *testing.T, r *Renderer, d *doc.Document) *layout.Result {
	t.Helper()
	flow, _, err := r.flow(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	pages, found, err := layout.Pages(t.Context(), flow, r.o.Fonts.set)
	if err != nil {
		t.Fatal(err)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return pages
}

func pngOf(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	img.Set(3, 4, color.NRGBA{0, 0, 200, 128})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// acts counts the acts of drawing of all pages.
func acts(r *layout.Result) int {
	n := len(r.Pages)
	for _, p := range r.Pages {
		n += len(p.Acts)
	}
	return n
}

// others gives the acts of drawing of all pages but pictures and what stands on
// the lines that have a blank on the pages of blank.
func others(r, blank *layout.Result) []string {
	var out []string
	for i, p := range r.Pages {
		out = append(out, fmt.Sprintf("page %d of %d", i+1, len(r.Pages)))
		for _, a := range p.Acts {
			switch a := a.(type) {
			case *layout.Image:
			case *layout.Text:
				if !onBlankLine(blank, i+1, a.Y) {
					out = append(out, fmt.Sprintf("text %d %d %v %d %q", a.X, a.Y, a.Style, a.Size, a.S))
				}
			case *layout.Line:
				if !onBlankLine(blank, i+1, a.Y1) {
					out = append(out, fmt.Sprintf("line %d %d %d %d", a.X1, a.Y1, a.X2, a.Y2))
				}
			case *layout.Rect:
				out = append(out, fmt.Sprintf("rect %d %d %d %d", a.X, a.Y, a.Width, a.Height))
			default:
				out = append(out, fmt.Sprintf("%T", a))
			}
		}
	}
	return out
}

// onBlankLine reports whether a baseline of the page runs through a blank for
// number or date.
func onBlankLine(r *layout.Result, page int, y doc.Length) bool {
	return slices.ContainsFunc(r.Placements, func(p layout.Placement) bool {
		name := strings.TrimPrefix(p.Name, "reference.")
		fills := name == "number" || name == "day" || name == "month" || name == "year"
		return fills && p.Page == page && p.Y <= y && y <= p.Y+p.Height
	})
}
