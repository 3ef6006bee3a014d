package docgen

import (
	"bytes"
	"context"
	"errors"
	"math"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestCoverage: a letter that the face lacks is refused in every format, and
// nothing is written.
func TestCoverage(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	at := diag.Pos{File: "x.yaml", Line: 3, Column: 9}
	d := &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Prose{At: at, Inlines: doc.T("Thử 😀 và 漢")}}}
	for name, write := range map[string]func(*bytes.Buffer) (*Result, error){
		"PDF":  func(b *bytes.Buffer) (*Result, error) { return r.PDF(context.Background(), b, d) },
		"DOCX": func(b *bytes.Buffer) (*Result, error) { return r.DOCX(context.Background(), b, d) },
		"text": func(b *bytes.Buffer) (*Result, error) { return r.Text(context.Background(), b, d) },
	} {
		var b bytes.Buffer
		_, err := write(&b)
		var found diag.List
		if !errors.As(err, &found) || len(found) != 2 || found[0].Rule != "font.missing-glyph" || found[0].Pos != at || b.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes written", name, err, b.Len())
		}
	}
}

// TestPlacementsRounded: places for signing software are whole hundredths of a
// millimetre, without the tails of binary fractions.
func TestPlacementsRounded(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Kind: "quyet-dinh", Parts: []doc.Part{
		&doc.Foot{Signers: []doc.Signer{{Position: "CHỦ TỊCH", Name: "Bùi Thị Huệ"}}},
	}}
	res, err := r.PDF(context.Background(), new(bytes.Buffer), d)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Placements) == 0 {
		t.Fatal("no places")
	}
	for _, p := range res.Placements {
		for _, v := range []float64{p.X, p.Y, p.Width, p.Height} {
			if v != math.Round(v*100)/100 {
				t.Errorf("%s at %v", p.Name, v)
			}
		}
	}
}
