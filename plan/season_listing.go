package plan

import "slices"

// Listing is how the lists of a season, or of a decision on awards alone, are parted "cách
// trình bày danh sách".
type Listing struct {
	Order []Recipient `yaml:"order" vi:"thứ tự các phần của danh sách" help:"bỏ trống là tập thể, cá nhân, hộ gia đình"`
	// GroupBy is how lists are grouped. Empty: by award as well, in each kind of awardees.
	GroupBy string `yaml:"group_by" vi:"cách nhóm danh sách" values:"award|recipient"`
}

// Recipients returns the kinds of awardees in their order: collectives, individuals,
// households where none is named. Kinds that are left out come last.
func (l *Listing) Recipients() []Recipient {
	var order []Recipient
	for _, r := range slices.Concat(orZero(l).Order, []Recipient{Collective, Individual, Household}) {
		if !slices.Contains(order, r) {
			order = append(order, r)
		}
	}
	return order
}

// IsByAward reports whether each kind of awardees is grouped by award, where there are several.
func (l *Listing) IsByAward() bool { return orZero(l).GroupBy != "recipient" }

// RulingText is what a decision on awards says in an office's own way: where it names the
// awardees, and the articles beside those that are made.
type RulingText struct {
	// List is where the awardees stand, if there are several.
	List string `yaml:"list" vi:"nơi ghi danh sách" values:"article|annex"`
	// Articles are the office's own; they stand before the last one.
	Articles []Article `yaml:"articles" vi:"các điều riêng" help:"đứng trước điều khoản thi hành"`
	// Landscape turns the pages of the list.
	Landscape bool `yaml:"landscape" vi:"danh sách đặt ngang"`
}
