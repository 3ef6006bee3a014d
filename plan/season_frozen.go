package plan

// Frozen is what a paper said when it got its number "nội dung đã chốt khi cấp số". A
// paper that bears a number does not change: whoever is added or corrected later stands
// in a decision that amends it.
type Frozen struct {
	Date Date `yaml:"date" vi:"ngày"`
	Counts
	Reason   string          `yaml:"reason" vi:"thành tích chung"`
	Awardees []FrozenAwardee `yaml:"awardees" vi:"danh sách đã chốt"`
}

// FrozenAwardee is one line of a frozen list: what the paper says of one, and nothing else.
type FrozenAwardee struct {
	Name        string   `yaml:"name" vi:"họ tên, tên tập thể, chủ hộ" need:"yes"`
	BirthYear   int      `yaml:"birth_year" vi:"năm sinh"`
	Role        string   `yaml:"role" vi:"chức vụ"`
	Unit        string   `yaml:"unit" vi:"đơn vị, địa chỉ"`
	Award       string   `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes"`
	Posthumous  bool     `yaml:"posthumous" vi:"truy tặng"`
	Achievement string   `yaml:"achievement" vi:"thành tích"`
	Cells       []string `yaml:"cells" vi:"các cột riêng" blank:"yes"`
	Votes       string   `yaml:"votes" vi:"số phiếu đồng ý" eg:"12/13"`
	Amount      Money    `yaml:"amount" vi:"tiền thưởng"`
}
