package doc_test

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
)

// All texts of a paper, with how deep they stand.
func ExampleInspect() {
	paper := &doc.Document{Parts: []doc.Part{
		&doc.Title{Kind: "Thông báo", Subject: doc.T("Về việc nghỉ lễ")},
		&doc.Division{Level: 1, Title: doc.T("Thời gian"), Parts: []doc.Part{&doc.Prose{Inlines: doc.T("Hai ngày.")}}},
	}}
	depth := 0
	err := doc.Inspect(paper, func(node any) bool {
		if node == nil {
			depth--
			return false
		}
		if text, ok := node.(*doc.Text); ok {
			fmt.Println(depth, text.S)
		}
		depth++
		return true
	})
	fmt.Println(err)
	// Output:
	// 2 Về việc nghỉ lễ
	// 2 Thời gian
	// 3 Hai ngày.
	// <nil>
}
