package docgen_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/plan"
)

// TestLongNames: a name of 64,000 letters takes no longer than its length asks for.
func TestLongNames(t *testing.T) {
	r := newRenderer(t)
	for name, long := range map[string]string{
		"words": strings.Repeat("xã và tỉnh ", 6000), "letters": strings.Repeat("x", 64000), "hyphens": strings.Repeat("x-", 32000),
	} {
		src := "kind: thong-bao\nversion: 1\nissuer: {superior: " + long + ", name: " + long + ", abbreviation: UBND, place: Cẩm Hòa}\n" +
			"date: 2026-03-15\nsubject: Nghỉ\nbody: Một.\nsigner: {position: Chủ tịch, name: Lê Tám}\ndistribution: {file_copy: [VT]}\n"
		start := time.Now()
		f, found := plan.Parse("a.yaml", []byte(src))
		if found.HasErrors() {
			t.Fatal(found)
		}
		d, found, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
		if err != nil || found.HasErrors() {
			t.Fatal(err, found)
		}
		var b bytes.Buffer
		_, err = r.PDF(context.Background(), &b, d)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: %v, %v", name, took, err)
		}
	}
}
