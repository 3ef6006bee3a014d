package plan

import "github.com/vanban-go/vanban/plan/diag"

// LeavePermit is a leave permit "giấy nghỉ phép".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10.
type LeavePermit struct {
	Header
	Requested Date   `yaml:"requested" vi:"ngày đơn đề nghị nghỉ phép" need:"yes" eg:"2026-07-01" whole:"yes"`
	Person    Person `yaml:"person" vi:"người được nghỉ phép" need:"yes"`
	From      Date   `yaml:"from" vi:"nghỉ từ ngày" need:"yes" eg:"2026-07-06" whole:"yes"`
	To        Date   `yaml:"to" vi:"nghỉ đến hết ngày" need:"yes" eg:"2026-07-10" whole:"yes"`
	Days      int    `yaml:"days" vi:"số ngày nghỉ phép" need:"yes" eg:"5" help:"số ngày làm việc"`
	Year      int    `yaml:"year" vi:"nghỉ phép năm" eg:"2026"`
	Place     string `yaml:"place" vi:"nơi nghỉ phép" need:"yes" eg:"tỉnh Lam Sơn"`
	// Travel is the number of days for travelling, beside Days.
	Travel int `yaml:"travel" vi:"số ngày đi đường"`
	// Confirmation names who confirms below the signature. Empty: "cơ quan, tổ
	// chức hoặc chính quyền địa phương nơi nghỉ phép".
	Confirmation string `yaml:"confirmation" vi:"nơi xác nhận"`
	Footer
}

// Needs names the keys that every permit has; it has no subject.
func (*LeavePermit) Needs() []string { return []string{"signer|signers"} }

// Validate refuses several signers, and a leave that ends before it begins.
func (p *LeavePermit) Validate(path string, found *diag.List) {
	p = orZero(p)
	p.checkOneSigner(path, found, "giấy nghỉ phép")
	checkPeriod(found, path, p.From, p.To, "nghỉ từ ngày", "nghỉ đến hết ngày")
}
