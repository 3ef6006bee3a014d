package vi_test

import (
	"testing"

	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan/vi"
)

// TestNil calls every exported function with nothing, and with numbers out of range: none
// panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{
		vi.Compare, vi.CompareNames, vi.Count, vi.Date, vi.DateFigures, vi.DateWords, vi.Fold, vi.FoldName, vi.FormatDecimal,
		vi.FormatInt, vi.HasLostLetters, vi.IsDeviceName, vi.JoinAnd, vi.LegacyOf, vi.Letter, vi.Lower, vi.MoneyWords,
		vi.Name, vi.NFC, vi.PaperNumber, vi.Percent, vi.Roman, vi.RomanNumber, vi.ShortDate, vi.Slug,
		vi.Upper, vi.UpperFirst, vi.VietnameseD, vi.Words,
	}, []any{"a", "\xff", vi.VNI, vi.Twice})
}
