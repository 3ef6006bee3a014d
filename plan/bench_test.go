package plan_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

func readExample(b *testing.B) []byte {
	b.Helper()
	src, err := os.ReadFile("../examples/ke-hoach-cam-ngoc/ke-hoach.yaml")
	if err != nil {
		b.Fatal(err)
	}
	return src
}

// BenchmarkParse reads the seven-page plan.
func BenchmarkParse(b *testing.B) {
	src := readExample(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, findings := plan.Parse("ke-hoach.yaml", src); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// BenchmarkParsePaper reads a paper of one page.
func BenchmarkParsePaper(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, findings := plan.Parse("thong-bao.yaml", []byte(notice)); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// BenchmarkValidate validates the plan as it is in memory.
func BenchmarkValidate(b *testing.B) {
	f, _ := plan.Parse("ke-hoach.yaml", readExample(b))
	b.ReportAllocs()
	for b.Loop() {
		if findings := plan.Validate(f.Value); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// BenchmarkPosIn tells the places of all prose of the plan.
func BenchmarkPosIn(b *testing.B) {
	f, _ := plan.Parse("ke-hoach.yaml", readExample(b))
	var paths []string
	record.EachOf(f.Value, func(path func() string, _ *plan.Prose) { paths = append(paths, path()) })
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paths {
			if !f.PosIn(p, 0).IsValid() {
				b.Fatal(p)
			}
		}
	}
}

// BenchmarkMarshalFile writes one changed value back into the plan's text.
func BenchmarkMarshalFile(b *testing.B) {
	f, _ := plan.Parse("ke-hoach.yaml", readExample(b))
	f.Value.(*plan.Plan).Number = "15"
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Marshal(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarshalSeason numbers a thousand nominees.
func BenchmarkMarshalSeason(b *testing.B) {
	var src strings.Builder
	src.WriteString("kind: season\nversion: 1\ntitle: Thử\nyear: 2026\nissuer: {name: Xã A, place: A}\nnominees:\n")
	for i := range 1000 {
		fmt.Fprintf(&src, "  - kind: individual\n    name: Nguyễn Văn %d  # theo sổ\n    unit: thôn %d\n    award: GKXA\n", i, i%20)
	}
	f, found := plan.Parse("dot.yaml", []byte(src.String()))
	if len(found) > 0 {
		b.Fatal(found)
	}
	for i := range f.Value.(*plan.Season).Nominees {
		f.Value.(*plan.Season).Nominees[i].Register = i + 1
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Marshal(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarshal writes the plan.
func BenchmarkMarshal(b *testing.B) {
	f, _ := plan.Parse("ke-hoach.yaml", readExample(b))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := plan.Marshal(f.Value); err != nil {
			b.Fatal(err)
		}
	}
}
