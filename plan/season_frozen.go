package plan

// Frozen is what a paper said when it got its number "nội dung đã chốt khi cấp số". A
// paper that bears a number does not change: whoever is added or corrected later stands
// in a decision that amends it.
type Frozen struct {
	Counts
	Awardees []FrozenAwardee `yaml:"awardees" vi:"danh sách đã chốt"`
}

// FrozenAwardee is one line of a frozen list.
type FrozenAwardee struct {
	Name   string `yaml:"name" vi:"họ tên, tên tập thể, chủ hộ" need:"yes"`
	Award  string `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes"`
	Amount Money  `yaml:"amount" vi:"tiền thưởng"`
}
