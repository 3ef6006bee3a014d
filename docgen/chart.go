package docgen

import (
	"math"
	"math/big"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// chart is a chart of a report.
func (c *Composer) chart(path string, k *plan.Chart) doc.Part {
	out := &doc.Chart{At: c.At(path), Caption: k.Caption, Mark: hundredths(k.Mark)}
	for _, b := range k.Bars {
		out.Bars = append(out.Bars, doc.Bar{Name: b.Name, Value: hundredths(b.Value)})
	}
	return out
}

// hundredths returns a figure in hundredths, zero for none.
func hundredths(n plan.Number) int64 {
	r := n.Rat()
	if r == nil {
		return 0
	}
	f, _ := new(big.Rat).Mul(r, big.NewRat(100, 1)).Float64()
	return int64(math.Round(f))
}
