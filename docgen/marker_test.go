package docgen_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// findingsOf builds a paper and gives what was found, "path rule found" a line.
func findingsOf(t *testing.T, src string) string {
	t.Helper()
	set, found := plan.Load(fstest.MapFS{"p.yaml": {Data: []byte(src)}}, "p.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, found, err = docgen.Built(r.Build(context.Background(), set, "p.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range found {
		if d.Level != diag.Error {
			t.Errorf("%v is no error", d)
		}
		fmt.Fprintf(&b, "%d:%d %s %s\n", d.Pos.Line, d.Pos.Column, d.Pos.Path, d.Found)
	}
	return b.String()
}

const head = `version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Nghỉ lễ
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
`

// TestTypedMarkers: a number or dash typed where one is computed is an error in
// every field, told once, at its letter.
func TestTypedMarkers(t *testing.T) {
	for name, tt := range map[string]struct{ src, want string }{
		"plan": {"kind: ke-hoach\n" + head + `sections:
  - title: "I. MỤC ĐÍCH"
    purposes:
      purpose: {title: 1. Mục đích, items: ["- Tạo khí thế", '1\. Được viết', Bình thường]}
  - goals:
      specific: {title: 2. Mục tiêu, targets: ["- Một", a) Hai]}
  - tasks: [{title: "1. Tuyên truyền", items: [+ Loa]}, "2. Vận động", {title: Tên, text: "1. là số"}]
  - criteria:
      general: {title: 1. Chung, criteria: [{id: a, title: "a) Một", text: Hai}, {id: b, text: "- Ba"}]}
  - assignments: [{assignee: 1. Văn phòng, duties: ["- Việc"]}]
`, `9:13 sections[0].title I.
11:24 sections[0].purposes.purpose.title 1.
11:46 sections[0].purposes.purpose.items[0].text -
13:25 sections[1].goals.specific.title 2.
13:49 sections[1].goals.specific.targets[0].text -
13:57 sections[1].goals.specific.targets[1].text a)
14:22 sections[2].tasks[0].title 1.
14:48 sections[2].tasks[0].items[0].text +
14:58 sections[2].tasks[1].text 2.
16:24 sections[3].criteria.general.title 1.
16:61 sections[3].criteria.general.criteria[0].title a)
16:97 sections[3].criteria.general.criteria[1].text -
17:30 sections[4].assignments[0].assignee 1.
17:54 sections[4].assignments[0].duties[0].text -
`},
		"signs apart": {"kind: ke-hoach\n" + head + `sections:
  - purposes:
      purpose: ["1 - Một xã", "2 - Hai xã", "4 - Bốn xã", "4 - người", "5 — Năm", "1.6 - Sáu"]
      requirements: ["Một", "II - Hai", "c - Ba", "3 - Hùng Vương", "7 - Lê Lợi"]
`, ""}, // a scale of marks, streets, what begins with a figure
		"decision": {"kind: quyet-dinh\ndecided_by: chairman\nlegal_bases: [Căn cứ Luật]\n" + head + `articles:
  - Điều 1. Thành lập tổ
  - {title: Điều 2. Tên, clauses: [1. Một, {title: 2. Hai, points: [a) Ba]}]}
  - |
    Điều 3. Một
    Hai
  - |
    1. Là khoản một.
    2. Là khoản hai.
  - "1. Là một khoản"
`, `11:5 articles[0].text Điều 1.
12:13 articles[1].title Điều 2.
12:36 articles[1].clauses[0].text 1.
12:52 articles[1].clauses[1].title 2.
12:69 articles[1].clauses[1].points[0].text a)
14:5 articles[2].text Điều 3.
19:6 articles[4].text 1.
`},
		"made": {"kind: bao-cao\n" + head + `sections:
  - {title: "# Chung", items: ["# Một", "#2 là số hai", '\# Ba', "➢ Bốn"]}
`, `9:14 sections[0].title #
9:33 sections[0].items[0].text #
9:67 sections[0].items[3].text ➢
`},
		"sections": {"kind: thong-bao\n" + head + `sections:
  - {title: "I. Chung", sections: [{title: 1. Riêng, body: Nội dung.}]}
`, `9:14 sections[0].title I.
9:44 sections[0].sections[0].title 1.
`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := findingsOf(t, tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestMeantMarker: a backslash at the head of a title says that its number is meant,
// and the initials of a name are no number.
func TestMeantMarker(t *testing.T) {
	src := "kind: thong-bao\n" + head + `sections:
  - {title: 'II\. THẾ KỶ HAI MƯƠI', body: '1\. là số một.'}
  - {title: '\- Một gạch', body: Nội dung.}
  - {title: V. I. LÊ-NIN, body: Nội dung.}
`
	if got := findingsOf(t, src); got != "" {
		t.Errorf("found\n%s", got)
	}
	set, _ := plan.Load(fstest.MapFS{"p.yaml": {Data: []byte(src)}}, "p.yaml")
	r := newRenderer(t)
	d, _, err := docgen.Built(r.Build(context.Background(), set, "p.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if _, err := r.Text(context.Background(), &text, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"II. THẾ KỶ HAI MƯƠI", "1. là số một", "V. I. LÊ-NIN", "- Một gạch"} {
		if !strings.Contains(text.String(), want) || strings.Contains(text.String(), `\`) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
}
