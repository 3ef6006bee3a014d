package pdf

import (
	"io"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// BenchmarkWrite is the share of this package in a document: from pages to
// bytes in memory.
func BenchmarkWrite(b *testing.B) {
	long := newSheet(b)
	for i := range 500 {
		long.line(long.under(nil, "H2"), font.Bold, left, "Điều "+string(rune('a'+i%26)))
		for len(long.r.Pages) <= i {
			long.paragraph(long.under(nil, "P"), font.Regular, prose)
		}
	}
	for _, c := range []struct {
		name string
		r    *layout.Result
		o    Options
	}{
		{"page/shared", onePage(b), Options{Shared: true}},
		{"page/exact", onePage(b), Options{}},
		{"page/plain", onePage(b), Options{Shared: true, Flavour: Plain}},
		{"specimen/exact", specimen(b), Options{}},
		{"500/shared", long.r, Options{Shared: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			fonts := embedded(b)
			c.o.Meta = doc.Meta{Title: "Quyết định"}
			size := 0
			b.ReportAllocs()
			for b.Loop() {
				size = 0
				if err := Write(counter{&size}, c.r, fonts, c.o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(size)/1000, "kB")
		})
	}
}

type counter struct{ n *int }

func (c counter) Write(p []byte) (int, error) {
	*c.n += len(p)
	return io.Discard.Write(p)
}
