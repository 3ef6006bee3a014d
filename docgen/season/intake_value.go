package season

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// kindOf reads a kind of awardee by its value, its term, or a short word for a household.
func kindOf(text string) (plan.Recipient, bool) {
	text = strings.TrimSpace(partyKinds.Replace(" " + text + " "))
	for _, value := range plan.Recipient("").Values() {
		if r := plan.Recipient(value); text == value || text == r.Term() {
			return r, true
		}
	}
	r, ok := kindWords[text]
	return r, ok
}

// kindWords are the kinds of awardees as lists shorten them.
var kindWords = map[string]plan.Recipient{
	"hộ": plan.Household, "gia đình": plan.Household, "hgđ": plan.Household, "cn": plan.Individual, "tt": plan.Collective,
}

// ratingShort are the ratings as lists shorten them, without nhiệm vụ or NV behind.
var ratingShort = map[string]plan.Rating{
	"htxs": "excellent", "htt": "good", "ht": "completed", "kht": "not_completed",
}

// ratingParts are the words of a rating as lists shorten them one by one.
var ratingParts = map[string]string{"ht": "hoàn thành", "xs": "xuất sắc", "nv": "nhiệm vụ", "htnv": "hoàn thành nhiệm vụ"}

// oldest and youngest are the ages at which somebody is awarded; others are slips of the year, or rare.
const oldest, youngest = 110, 6

// age warns of a year of birth that hardly anybody has who is awarded.
func (d *reader) age(h head, born int) {
	of := d.season.Year
	old, word := of-born, "đã"
	if old < youngest {
		word = "mới"
	}
	if of == 0 || youngest <= old && old <= oldest {
		return
	}
	x := h.finding(d.list, d.row, sheet.RuleCell, fmt.Sprintf("năm %d %s %d tuổi", of, word, old), "kiểm tra lại năm sinh")
	x.Level = diag.Warning
	d.found.Add(x)
}

// monthAndYear finds a birth of which the day, or the month too, is not known: 5/1984, 00/00/1984.
var monthAndYear = pattern.New(`^(?:00?\s*[-/.]\s*)?(?:00?|0?[1-9]|1[0-2])\s*[-/.]\s*((?:19|20)\d{2})$`)

// birthYear reads a year, or a date for its year.
func (d *reader) birthYear(h head, text string) int {
	year, err := strconv.Atoi(text)
	if err != nil {
		v, err := sheet.DateType.Read(d.row.Cell(h.at), d.list.Old)
		date, _ := v.(sheet.Date)
		if month := monthAndYear.FindStringSubmatch(text); month != nil {
			date.Year, _ = strconv.Atoi(month[1])
			err = nil
		}
		switch {
		case err != nil:
			d.bad(h, sheet.RuleCell, "không phải năm sinh", "gõ năm sinh bằng bốn chữ số, hoặc ngày/tháng/năm")
			return 0
		case date.Year <= 1906: // a year that was given the form of a date: day 1969 is 22/5/1905
			d.bad(h, sheet.RuleCell, "số bị định dạng thành ngày", "định dạng ô là số hoặc văn bản, rồi gõ lại năm sinh")
			return 0
		}
		year = date.Year
	}
	if last := d.season.Year; last > 0 && year > last {
		d.bad(h, sheet.RuleCell, fmt.Sprintf("sau năm của đợt khen thưởng (%d)", last), "kiểm tra lại năm sinh")
		return 0
	}
	if !record.IsYear(year) {
		d.bad(h, sheet.RuleCell, "không phải một năm hợp lý", "gõ năm sinh bằng bốn chữ số")
		return 0
	}
	d.age(h, year)
	return year
}

// award gives the code of the award that a text names. What is not clear is said once for all cells that say the same.
func (d *reader) award(h head, text string) string {
	if code, known := d.codes[text]; known {
		d.wrong = d.wrong || code == ""
		return code
	}
	a, other := d.law.Named(text, d.season)
	d.codes[text] = zero.Or(a).Code
	if other != nil && h.column == awardColumn && d.severalAwards(text) {
		other.Message = "ô ghi hơn một danh hiệu, hình thức"
		other.Fix = "mỗi dòng ghi một danh hiệu, hình thức: chép dòng này thành nhiều dòng"
	}
	if other != nil {
		d.bad(h, other.Rule, other.Message, other.Fix)
	}
	return d.codes[text]
}

// severalAwards reports whether a text is of several parts that each name an award.
func (d *reader) severalAwards(text string) bool {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " và ", ";"), func(r rune) bool { return strings.ContainsRune(",;/+\n", r) })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		a, _ := d.law.Named(strings.TrimSpace(part), d.season)
		return a == nil
	})
}

var (
	bullet = pattern.New(`^[-–—+•*]\s*`)
	signed = pattern.New(`^[-–—+][.,]?\d`) // a sign that is part of a figure
	ended  = pattern.New(`[.,;:!?…]$`)
	begun  = pattern.New(`^[\p{Lu}\d]`)
)

// achievement gives the lines of a cell as one, for papers print it within a sentence: those of a list are parted by semicolons.
func (d *reader) achievement(lines []string) string {
	if len(lines) == 1 || slices.ContainsFunc(lines, func(line string) bool {
		return !bullet.MatchString(line) || signed.MatchString(line)
	}) {
		d.join(lines)
		return strings.Join(lines, " ")
	}
	text, put := "", false
	for _, line := range lines {
		line = bullet.ReplaceAllString(line, "")
		switch {
		case text == "" || line == "":
		case ended.MatchString(text):
			text += " "
		default:
			text += "; "
			put = true
		}
		text += line
	}
	if put {
		d.joined = append(d.joined, mentioned{d.row, sheet.Quote(text)})
	}
	return text
}

// place looks at a post or a unit, which papers print as it is typed.
func (d *reader) place(text string, lines []string) {
	d.join(lines)
	const short = 8 // UBND XÃ
	if phrase.IsUpper(text) && strings.Contains(text, " ") && utf8.RuneCountInString(text) >= short {
		d.capitals = append(d.capitals, mentioned{d.row, sheet.Quote(text)})
	}
}

// join tells where the end of a line parts in a cell what nothing parts on a paper: Trưởng bản, and Bí thư Chi bộ below it.
func (d *reader) join(lines []string) {
	for i, line := range lines[1:] {
		if before := lines[i]; !ended.MatchString(before) && (begun.MatchString(line) || bullet.MatchString(line)) {
			d.joined = append(d.joined, mentioned{d.row, sheet.Quote(strings.Join(lines, " "))})
			return
		}
	}
}

// votes reads a number of votes.
func (d *reader) votes(h head) {
	if c := d.row.Cell(h.at); strings.Contains(c.Text, "/") {
		d.bad(h, sheet.RuleCell, "không phải một số phiếu", "gõ riêng số phiếu của cột này bằng chữ số, không ghi kèm tổng số")
		return
	}
	v, ok := d.read(h, sheet.NumberType)
	if !ok {
		return
	}
	n, _ := v.(sheet.Decimal)
	if n.Places != 0 || n.Units < 0 || n.Units > 10_000 {
		d.bad(h, sheet.RuleCell, "không phải một số phiếu", "gõ số phiếu bằng chữ số")
		return
	}
	if d.to.Nominee.Votes == nil {
		d.to.Nominee.Votes = &plan.Votes{}
	}
	switch h.column {
	case forColumn:
		d.to.Nominee.Votes.For = int(n.Units)
	case againstColumn:
		d.to.Nominee.Votes.Against = int(n.Units)
	case abstainColumn:
		d.to.Nominee.Votes.Abstain = int(n.Units)
	default:
		d.to.Nominee.Votes.Other = int(n.Units)
	}
}

// ratingOf reads a rating; empty: it is none.
func ratingOf(text string) plan.Rating {
	folded := strings.TrimRight(vi.FoldName(text), ".")
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = cmp.Or(ratingParts[w], w)
	}
	key := strings.TrimSuffix(strings.Join(words, " "), " nhiệm vụ")
	short := ratingShort[strings.TrimSuffix(strings.ReplaceAll(folded, " ", ""), "nv")]
	for _, value := range plan.Rating("").Values() {
		if r := plan.Rating(value); value == key || r == short || strings.TrimSuffix(vi.Fold(r.Term()), " nhiệm vụ") == key {
			return r
		}
	}
	return ""
}

func (d *reader) rating(h head, text string) {
	if r := ratingOf(text); r != "" {
		d.to.Nominee.Ratings = append(d.to.Nominee.Ratings, plan.YearRating{Year: h.year, Rating: r})
		return
	}
	d.bad(h, sheet.RuleValue, "không phải mức xếp loại",
		"ghi: hoàn thành xuất sắc, hoàn thành tốt, hoàn thành hoặc không hoàn thành nhiệm vụ")
}

// noRank is the rank of whom a file calls no leader.
const noRank = "none"

// post reads whether a person leads, works directly, or neither.
func (d *reader) post(h head, text string) {
	n := &d.to.Nominee
	switch key := vi.Fold(text); key {
	case "lãnh đạo", "quản lý", "lãnh đạo, quản lý":
		n.Leader = true
	case "trực tiếp", "trực tiếp lao động", "trực tiếp công tác", "trực tiếp lao động, công tác":
		n.DirectWorker = true
	case "không", "khác":
		n.Rank = noRank
	default:
		d.bad(h, sheet.RuleValue, "không rõ có giữ chức vụ, có trực tiếp lao động, công tác hay không",
			"ghi: lãnh đạo, trực tiếp hoặc không")
	}
}

// ticked reads whether a row has what its column says, in a word or by a mark.
func (d *reader) ticked(h head, text, word, what string) bool {
	switch vi.Fold(text) {
	case "x", "có", word, "true", "1": // of a box that is ticked, of a program
		return true
	case "không", "false", "0":
	default:
		d.bad(h, sheet.RuleValue, "không rõ có "+what+" hay không", "ghi x hoặc để trống")
	}
	return false
}

// held reads awards of the past, parted by semicolons, each with its year unless
// the heading has it.
func (d *reader) held(h head, text string) {
	for _, one := range strings.Split(text, ";") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		year := h.year
		if y := yearPattern.FindString(one); year == 0 && y != "" {
			year, _ = strconv.Atoi(y)
			one = strings.TrimSpace(strings.Replace(one, y, "", 1))
			one = strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(strings.ReplaceAll(one, "()", ""), " ,:-"), " năm"))
		}
		if year == 0 {
			d.bad(h, sheet.RuleValue, fmt.Sprintf("%q không có năm", one),
				"ghi mỗi danh hiệu kèm năm, cách nhau bằng dấu chấm phẩy: CSTDCS 2024; GKXA 2025")
			return
		}
		if code := d.award(h, one); code != "" {
			d.to.Nominee.Held = append(d.to.Nominee.Held, plan.HeldAward{Award: code, Year: year})
		}
	}
}
