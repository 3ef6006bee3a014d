package plan_test

import (
	"fmt"

	"github.com/vanban-go/vanban/plan"
)

// Every problem of a file is told at once, with its place.
func ExampleParse() {
	_, findings := plan.Parse("thong-bao.yaml", []byte(`kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2023-02-30
subjct: Nghỉ lễ Quốc khánh
body: Ủy ban nhân dân xã thông báo lịch nghỉ lễ.
distribution: {to: [Các thôn], file_copy: [VT]}
`))
	for _, d := range findings {
		fmt.Println(d.Error())
	}
	// Output:
	// thong-bao.yaml:1:1: lỗi [plan.missing]: thiếu "signer" (người ký)
	// thong-bao.yaml:4:7: lỗi [plan.bad-date]: "date" (thời gian ban hành): ngày "2023-02-30" không có thật: tháng 02 năm 2023 có 28 ngày
	// thong-bao.yaml:5:1: lỗi [plan.unknown-key]: không có khóa "subjct"; có phải "subject" (trích yếu nội dung)?
}

// What is changed in the value of a file is written into the file's own text: comments,
// order and all other lines stay.
func ExampleFile_Marshal() {
	f, _ := plan.Parse("thong-bao.yaml", []byte(`kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
# Văn thư cấp số, ngày
subject: Nghỉ lễ Quốc khánh
body: Nghỉ hai ngày.   # thứ Tư, thứ Năm
distribution: {to: [Các thôn], file_copy: [VT]}
`))
	n := f.Value.(*plan.General)
	n.Number, n.Date = "15", plan.Date{Year: 2026, Month: 8, Day: 20}
	n.Body = "Nghỉ ba ngày."
	n.Distribution.To = append(n.Distribution.To, "Trạm Y tế xã")
	out, err := f.Marshal()
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(string(out))
	// Output:
	// kind: thong-bao
	// version: 1
	// issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
	// number: "15"
	// date: 2026-08-20
	// # Văn thư cấp số, ngày
	// subject: Nghỉ lễ Quốc khánh
	// body: Nghỉ ba ngày.   # thứ Tư, thứ Năm
	// distribution: {to: [Các thôn, Trạm Y tế xã], file_copy: [VT]}
}

// A value filled in Go is validated as one that was read, and written as YAML.
func ExampleMarshal() {
	p := &plan.Plan{
		Header: plan.Header{
			Kind: "ke-hoach", Version: plan.CurrentVersion,
			Issuer:  plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND", Place: "Cẩm Hòa"},
			Date:    plan.Date{Year: 2026},
			Subject: "Xây dựng nông thôn mới năm 2026",
		},
		Sections: []plan.PlanSection{
			{Goals: &plan.Goals{Specific: plan.Targets{Targets: []plan.Target{
				{ID: "thon", Text: "100% thôn đạt chuẩn.", Number: "100", Unit: "%"},
			}}}},
			{Funding: "Ngân sách xã."},
		},
		Footer: plan.Footer{
			Signer:       &plan.Signer{Position: "Chủ tịch", Name: "Nguyễn Văn An"},
			Distribution: &plan.Distribution{To: []plan.Prose{"Các thôn"}, FileCopy: []string{"VT"}},
		},
	}
	fmt.Println(len(plan.Validate(p)), "findings")
	out, err := plan.Marshal(p)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(string(out))
	// Output:
	// 0 findings
	// kind: ke-hoach
	// version: 1
	// issuer:
	//   name: Ủy ban nhân dân xã Cẩm Hòa
	//   abbreviation: UBND
	//   place: Cẩm Hòa
	// date: "2026"
	// subject: Xây dựng nông thôn mới năm 2026
	// sections:
	//   - goals:
	//       specific:
	//         - id: thon
	//           text: 100% thôn đạt chuẩn.
	//           number: "100"
	//           unit: '%'
	//   - funding: Ngân sách xã.
	// signer:
	//   position: Chủ tịch
	//   name: Nguyễn Văn An
	// distribution:
	//   to: [Các thôn]
	//   file_copy: [VT]
}
