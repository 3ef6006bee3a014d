package season

import (
	"errors"
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// reader reads one row.
type reader struct {
	*taker
	row    *sheet.Row
	to     nomineeRow
	filled bool
	wrong  bool
	alive  bool // a cell says so
}

func (d *reader) bad(h head, rule, message, fix string) {
	d.wrong = true
	d.found.Add(h.finding(d.list, d.row, rule, message, fix))
}

// read gives the value of a cell as a type. What all cells of the column have wrong is told once.
func (d *reader) read(h head, t sheet.Type) (v sheet.Value, ok bool) {
	v, err := t.Read(d.row.Cell(h.at), d.list.Old)
	var bad *sheet.Wrong
	if err == nil {
		return v, true
	}
	if !errors.As(err, &bad) {
		bad = &sheet.Wrong{Text: err.Error()}
	}
	d.filled, d.wrong = true, true
	message, key := bad.Text, fmt.Sprint(h.at, bad.Class)
	if d.told[key] {
		return nil, false
	}
	if d.list.Spoilt(h.at, t) == bad.Class {
		d.told[key] = true
		message += "; cả cột như vậy, các ô dưới không nêu lại"
	}
	d.bad(h, sheet.RuleCell, message, bad.Fix)
	return nil, false
}

// cell takes one cell.
func (d *reader) cell(h head) {
	if h.column == remarkColumn {
		d.remark(h)
		return
	}
	if bad := d.list.Displaced(d.row, h.at); bad != nil {
		d.filled = true
		d.bad(h, sheet.RuleCell, bad.Text, bad.Fix)
		return
	}
	if c := d.row.Cell(h.at); c.Kind == sheet.Text && strings.Trim(c.Text, "-–—") == "" {
		return // a dash says that there is nothing
	}
	as := sheet.TextType
	switch h.column {
	case identityColumn:
		as = sheet.IDType
	case bonusColumn:
		as = sheet.MoneyType
	}
	v, _ := d.read(h, as)
	if sum, isMoney := v.(plan.Money); isMoney && sum > 0 { // none may be that of a title that a higher one pays
		d.to.heads[h.column] = h
		d.to.Nominee.Bonus = &plan.StatedBonus{Amount: sum}
	}
	text, _ := v.(string)
	if text == "" {
		return
	}
	lines := strings.Split(text, "\n")
	text = strings.Join(lines, " ")
	d.filled = true
	n := &d.to.Nominee
	if _, twice := d.to.heads[h.column]; twice && h.column == nameColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có tên ở cột khác", "mỗi dòng chỉ ghi một cá nhân, một tập thể hoặc một hộ")
		return
	} else if twice && h.column == awardColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có danh hiệu, hình thức ở cột khác",
			"mỗi dòng ghi một danh hiệu hoặc một hình thức: chép dòng này thành hai dòng")
		return
	} else if twice && h.column == birthColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có năm sinh ở cột khác", "mỗi dòng chỉ ghi năm sinh ở một cột, nam hoặc nữ")
		return
	}
	d.to.heads[h.column] = h
	switch h.column {
	case kindColumn:
		kind, ok := kindOf(vi.FoldName(text))
		if !ok {
			d.bad(h, sheet.RuleValue, "không phải đối tượng khen thưởng", "ghi: cá nhân, tập thể hoặc hộ gia đình")
		}
		n.Kind = kind
	case nameColumn:
		n.Name = text
		if n.Kind == "" {
			n.Kind = h.kind
		}
	case honorificColumn:
		n.Honorific = d.honorific(h, text)
	case birthColumn:
		n.BirthYear = d.birthYear(h, text)
	case roleColumn:
		n.Role = text
		d.place(text, lines)
	case unitColumn, postColumns:
		n.Unit = phrase.JoinComma(n.Unit, text)
		d.place(text, lines)
	case identityColumn:
		n.Identity = text
	case accountColumn:
		n.Account = text
	case postColumn:
		d.post(h, text)
	case awardColumn:
		bare, dead := cutPosthumous(text)
		if n.Award = d.award(h, bare); dead {
			d.dead(h)
		}
	case criterionColumn:
		n.Criterion = text
		if d.criterion != nil {
			if unknown := d.criterion(text); unknown != nil {
				d.bad(h, unknown.Rule, unknown.Message, unknown.Fix)
			}
		}
	case achievementColumn:
		n.Achievement = d.achievement(lines)
	case forColumn, againstColumn, abstainColumn, otherColumn:
		d.votes(h)
	case ratingColumn:
		d.rating(h, text)
	case heldColumn:
		d.held(h, text)
	case addedColumn:
		if d.ticked(h, text, "bổ sung", "bổ sung vào quyết định đã ký") {
			n.Added = &plan.Addition{}
		}
	case posthumousColumn:
		if d.ticked(h, text, "truy tặng", "truy tặng") {
			d.dead(h)
		} else {
			d.alive = true
		}
	default:
		own := int(h.column - ownColumn)
		n.Cells = append(n.Cells, make([]string, max(own+1-len(n.Cells), 0))...)
		n.Cells[own] = text
	}
}
