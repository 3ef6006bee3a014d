package vi_test

import (
	"fmt"

	"github.com/vanban-go/vanban/plan/vi"
)

func Example() {
	fmt.Println(vi.Words(21))
	fmt.Println(vi.UpperFirst(vi.MoneyWords(25460000)))
	fmt.Println(vi.FormatInt(1500000), vi.Percent(12, 13))
	fmt.Println(vi.Date(2026, 1, 5))
	fmt.Println(vi.Count(8), "tập thể")
	fmt.Println(vi.Letter(5), vi.Roman(4))
	fmt.Println(vi.Slug("Quyết định 128/QĐ-UBND"))
	fmt.Println(vi.Fold("Hoà") == vi.Fold("HÒA"), vi.Fold("Hoa") == vi.Fold("Hóa"))
	// Output:
	// hai mươi mốt
	// Hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng
	// 1.500.000 92,31%
	// ngày 05 tháng 01 năm 2026
	// 08 tập thể
	// đ IV
	// quyet-dinh-128-qd-ubnd
	// true false
}
