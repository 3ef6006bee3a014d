package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

const (
	dong     = `(?:đồng|đ|vnđ|vnd|₫)`
	noughts  = `1(?:[.,\s]?000){1,3}`
	manifold = `(?:(?:trăm |chục )?(?:nghìn|ngàn|triệu|tỷ|tỉ)|` + noughts + `)`
	short    = `(?:tr|ngh|k)`
	times    = `[x×*/]\s*` + noughts
	named    = `(?:(?:đơn vị(?: tính| tiền)?|đvt|đv|tính bằng|tính theo)\s*[:.=(]?\s*)?`
)

var (
	// ofDong is all of a unit that is đồng.
	ofDong = pattern.New(`^` + named + dong + `(?:\s*/.*)?$`)
	// ofMany is all of a unit that is thousands of đồng or more: nghìn đồng, tr.đ, 1.000đ, x1000, đồng x 1000.
	ofMany = pattern.New(`^` + named + `(?:(?:` + manifold + `|` + short + `)[.\s]*` + dong + `?|ng[.\s]*` + dong + `|` + dong +
		`?\s*` + times + `(?:\s*` + dong + `)?)\.?(?:\s*/.*)?$`)
	// manyDong finds such a unit among other words: đồng stands behind it.
	manyDong = pattern.New(`(?:^|[^\pL\d.,])(?:(?:` + manifold + `|` + short + `|ng)[.\s]*` + dong + `|` + times + `)(?:$|[^\pL\d])`)
	// amount finds the number before it that makes it a sum of money and no unit: trên 5 triệu đồng.
	amount   = pattern.New(`(?:\d|(?:^|[^\pL])(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|triệu))[\s.,]*$`)
	unitLine = pattern.New(`(?:^|[^\pL])(?:đơn vị(?: tính| tiền)?|đvt)\s*[:.(]\s*(.*)$`)
	bracket  = pattern.New(`[(\[]([^()\[\]]*)[)\]]`)
	lastPart = pattern.New(`(?:[,;:]|\s[-–])\s*([^,;:–-]*)$`)
)

// countsMany reports whether words speak of thousands of đồng or more without saying how many.
func countsMany(key string) bool {
	return slices.ContainsFunc(manyDong.FindAllStringIndex(key, -1), func(at []int) bool {
		return !amount.MatchString(key[:at[0]] + " ")
	})
}

// unitOf reads the unit of money in a text: what stands in brackets, or is all of it. It is đồng, or many đồng, or is not
// said.
func unitOf(key string) (inDong, inMany bool) {
	parts := []string{strings.TrimSpace(key)}
	for _, m := range bracket.FindAllStringSubmatch(key, -1) {
		parts = append(parts, strings.TrimSpace(m[1]))
	}
	for _, part := range parts {
		inDong, inMany = inDong || ofDong.MatchString(part), inMany || ofMany.MatchString(part)
	}
	return inDong, inMany
}

// readUnits looks above the headings for a line that says in what money is counted.
func (l *List) readUnits(first []*Row) {
	for _, r := range first {
		if r.Number >= l.Heading.First {
			return
		}
		for i := range r.Cells {
			key := vi.Fold(r.Cells[i].Text)
			_, many := unitOf(key)
			if m := unitLine.FindStringSubmatch(key); m != nil && !many {
				many = ofMany.MatchString(strings.TrimRight(m[1], ").; ")) || countsMany(m[1])
			}
			if many {
				l.units = l.finding(r.Cells[i].Column, r.Number, RuleHeading,
					"danh sách ghi "+Quote(r.Cells[i].Text)+", cột tiền thì đọc là đồng", wantDong)
			}
		}
	}
}

const wantDong = "ghi số tiền bằng đồng, hoặc đổi kiểu của cột thành number"

// InThousands gives the finding about a column of money that counts thousands of đồng or more, by its own heading or a line above
// the headings; nil for one that counts đồng.
func (l *List) InThousands(h *Head) *diag.Diagnostic {
	for _, t := range h.Texts {
		key := vi.Fold(t)
		one, many := unitOf(key)
		if m := lastPart.FindStringSubmatch(key); m != nil {
			many = many || ofMany.MatchString(strings.TrimSpace(m[1]))
		}
		switch {
		case many, !one && countsMany(key):
			return l.finding(h.Column, h.Row, RuleHeading,
				fmt.Sprintf("cột %q không tính bằng đồng, cột tiền thì đọc là đồng", h.Text()), wantDong)
		case one:
			return nil
		}
	}
	return l.units
}
