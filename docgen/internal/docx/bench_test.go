package docx

import (
	"io"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// BenchmarkOnePage writes a page as an office would issue it; it has to stay below 1.2 ms.
func BenchmarkOnePage(b *testing.B) {
	f := plan()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReport writes a report of some 200 pages; it has to stay below a second.
func BenchmarkReport(b *testing.B) {
	f := plan()
	sec := *f.Sections[0]
	sec.Blocks = nil
	for range 200 * 8 {
		sec.Blocks = append(sec.Blocks, f.Sections[0].Blocks[5])
	}
	f = &flow.Flow{Sections: []*flow.Section{&sec}}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
