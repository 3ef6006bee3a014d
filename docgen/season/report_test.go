package season_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

// TestPaymentsDiffer (matter 8): what a report types as paid for awards is held against what was decided.
func TestPaymentsDiffer(t *testing.T) {
	const folder = "../../examples/bao-cao-tong-ket-2026/"
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for paid, want := range map[string]string{"34.960.000": "", "35.960.000": "quỹ ghi chi khen thưởng 35.960.000 đồng, tiền thưởng theo các quyết định được thống kê trong kỳ là 34.960.000 đồng"} {
		files := make(map[string]string)
		for _, name := range []string{"bao-cao.yaml", "dot-khen-thuong.yaml", "ke-hoach.yaml"} {
			src, err := os.ReadFile(folder + name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = strings.Replace(string(src), "amount: 34.960.000", "amount: "+paid, 1)
		}
		set, found := plan.Load(mapFS(files), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		d, err := r.Build(context.Background(), settled, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range d.Findings {
			if f.Rule == ruleid.Payments {
				got = f.Message
				if !strings.HasSuffix(f.Pos.Path, ".fund.awards") || f.Pos.Line == 0 {
					t.Errorf("at %v", f.Pos)
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", paid, got, want)
		}
	}
}
