package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/plan/diag"
)

// Decider is whoever decides on the awards "người quyết định khen thưởng": an office of a
// body. What is left out comes from the kind of body; package award has the kinds.
type Decider struct {
	Office string `yaml:"office" vi:"chức vụ người quyết định" eg:"Hiệu trưởng" help:"bỏ trống là chức vụ thường có của loại cơ quan"`
	Body   string `yaml:"body" vi:"cơ quan quyết định" eg:"Trường Trung học phổ thông Lam Sơn" help:"bỏ trống là cơ quan ở issuer"`
	// Kind is the id of a kind of body in the law of awards.
	Kind string `yaml:"kind" vi:"loại cơ quan" eg:"school"`
	// Heading is the heading of the papers. Empty: that of the kind of body.
	Heading string `yaml:"heading" vi:"tiêu đề văn bản" values:"state|party" help:"state: quốc hiệu; party: ĐẢNG CỘNG SẢN VIỆT NAM"`
	// Bases are cited before the acts on awards, in place of the law on the body.
	Bases []LegalBasis `yaml:"bases" vi:"căn cứ về thẩm quyền, nhiệm vụ" help:"viện dẫn trước các văn bản về thi đua, khen thưởng"`
	// Register stands on certificates before the number in the book of awards. Empty: that of
	// the kind of body.
	Register string `yaml:"register" vi:"tên sổ trên giấy khen" eg:"Vào sổ khen thưởng số" help:"bỏ trống là Số sổ vàng"`
	Fund     string `yaml:"fund" vi:"nguồn tiền thưởng" eg:"Quỹ khen thưởng của Trường năm học 2025 - 2026"`
}

// OwnColumn is a column that an office adds to its lists "cột riêng": lớp, phần thưởng. In
// YAML a line of text is a column with that heading.
type OwnColumn struct {
	Name string `yaml:"name" vi:"tên cột" need:"yes" short:"scalar" eg:"Lớp"`
}

// checkCells refuses awardees with more cells than there are columns.
func checkCells(found *diag.List, path string, columns []OwnColumn, cells []string) {
	if len(cells) > len(columns) {
		addFinding(found, path, "cells", ruleValue,
			fmt.Sprintf(`"cells" (các cột riêng) có %d ô, "columns" (các cột riêng của danh sách) có %d cột`, len(cells), len(columns)))
	}
}
