package batch

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnused: a column that no paper can show is told once, and none that something of the job asks for.
func TestUnused(t *testing.T) {
	const job = `kind: job
version: 1
list: {file: ds.csv}
columns:
  - {heading: Họ tên, name: name}
  - {heading: Điện thoại, name: phone}
names: "{{slug .name}}"
document:
  kind: thong-bao
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Ngọc, abbreviation: UBND, place: Cẩm Ngọc}
  subject: Họp
  body: Mời ông {{.name}}.
  signer: {position: Chủ tịch, name: A}
`
	const want = `tac-vu.yaml:6:5: gợi ý [batch.unused]: cột "Điện thoại" có trong "columns" mà văn bản không dùng; viết {{.phone}} vào chỗ cần in, hoặc bỏ cột này khỏi "columns"`
	for _, tt := range []struct {
		old, new string
		unused   bool
	}{
		{"", "", true},
		{"Mời ông {{.name}}", "Mời ông {{.name}}, {{.phone}}", false},
		{"Mời ông {{.name}}", "{{range .rows}}{{.phone}}{{end}}", false},
		{"Mời ông {{.name}}", "{{sum .rows \"phone\"}}", false},
		{"Mời ông {{.name}}", "{{sum .rows `phone`}}", false},
		{"Mời ông {{.name}}", "phone", true},
		{"slug .name", "slug .phone", false},
		{"Mời ông {{.name}}", "Mời họp", true}, // the name makes the names of files
		{"names:", "key: [phone]\nnames:", false},
		{"names:", "proof: [phone]\nnames:", false},
		{"names:", "filter: [{column: phone, filled: true}]\nnames:", false},
		{"names:", "sort: [{column: phone}]\nnames:", false},
		{"names:", "group_by: phone\nnames:", false},
		{"names:", "numbers: {from: column, column: phone}\nnames:", false},
		{"name: phone", "name: phone, unique: true", false},
		{"name: phone", "name: phone, values: [a]", false},
		{"Điện thoại", "STT", false},
	} {
		_, found := Load(files(strings.Replace(job, tt.old, tt.new, 1), ""), "tac-vu.yaml")
		if said := strings.TrimSpace(fmt.Sprint(found)); (said == want) != tt.unused || !tt.unused && strings.Contains(said, ruleUnused) {
			t.Errorf("%q: %s", tt.new, said)
		}
	}
}
