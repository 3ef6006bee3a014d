package plan

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// Footer is what stands at the end of every paper "phần cuối văn bản".
type Footer struct {
	Signer       *Signer       `yaml:"signer" vi:"người ký"`
	Signers      []Signer      `yaml:"signers" vi:"những người ký"`
	Distribution *Distribution `yaml:"distribution" vi:"nơi nhận" new:"yes"`
	Contact      *Contact      `yaml:"contact" vi:"thông tin liên hệ" help:"in ở chân trang đầu"`
	Annexes      []Annex       `yaml:"annexes" vi:"phụ lục"`
}

// Foot gives the fields at the paper's end.
func (f *Footer) Foot() *Footer { return f }

// AllSigners returns the signers from left to right, whichever field holds them.
func (f *Footer) AllSigners() []Signer {
	f = orZero(f)
	if f.Signer != nil {
		return append([]Signer{*f.Signer}, f.Signers...)
	}
	return f.Signers
}

// mostSigners is how many people sign a paper: a page of signatures.
const mostSigners = 12

// Validate refuses one signer beside several, and more than a page of them.
func (f *Footer) Validate(path string, found *diag.List) {
	f = orZero(f)
	switch {
	case f.Signer != nil && len(f.Signers) > 0:
		addFinding(found, path, "signers", ruleConflict, `chỉ ghi một trong hai: "signer" (người ký) hoặc "signers" (những người ký)`)
	case len(f.Signers) > mostSigners:
		addFinding(found, path, "signers", ruleValue,
			fmt.Sprintf(`"signers" (những người ký) có %d người, nhiều nhất là %d`, len(f.Signers), mostSigners))
	}
}

// checkOneSigner refuses several signers of a paper that one person signs.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2 to 1.10.
func (f *Footer) checkOneSigner(path string, found *diag.List, paper string) {
	if n := len(f.AllSigners()); n > 1 {
		found.Add(&diag.Diagnostic{
			Pos: diag.At(join(path, "signers")), Rule: ruleConflict, Source: "Nghị định 30/2020/NĐ-CP, Phụ lục III",
			Message: fmt.Sprintf(`"signers" (những người ký) có %d người, nhưng %s chỉ một người ký`, n, paper),
			Fix:     `ghi một người vào "signer" (người ký)`,
		})
	}
}

// Capacity is the mark of the right to sign "quyền hạn", printed with a full stop.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7.
type Capacity string

// Capacities.
const (
	TM      Capacity = "TM"  // "thay mặt": for a collective
	signKT  Capacity = "KT"  // "ký thay": a deputy for the head
	signTL  Capacity = "TL"  // "thừa lệnh": by order of the head
	signTUQ Capacity = "TUQ" // "thừa ủy quyền": by delegated authority of the head
	signQ   Capacity = "Q"   // "quyền": an acting head
)

// Values are the values that YAML may have.
func (Capacity) Values() []string {
	return []string{string(TM), string(signKT), string(signTL), string(signTUQ), string(signQ)}
}

// Signer is who signs a paper "chức vụ, họ tên và chữ ký của người có thẩm quyền".
type Signer struct {
	Capacity   []Capacity `yaml:"capacity" vi:"quyền hạn ký" eg:"[TM]"`
	OnBehalfOf string     `yaml:"on_behalf_of" vi:"tập thể được ký thay mặt" eg:"Ủy ban nhân dân" help:"đứng sau TM."`
	ActingFor  []string   `yaml:"acting_for" vi:"chức vụ được ký thay" eg:"[Chủ tịch]" help:"đứng sau KT., TL., TUQ., mỗi dấu một chức vụ"`
	Position   string     `yaml:"position" vi:"chức vụ người ký" new:"yes" eg:"Chủ tịch"`
	Note       string     `yaml:"note" vi:"ghi chú dưới chức vụ" eg:"(Ký, ghi rõ họ tên)"`
	Title      string     `yaml:"title" vi:"chức danh khác của người ký"`
	Name       string     `yaml:"name" vi:"họ và tên người ký" new:"yes" eg:"Nguyễn Văn An" help:"không ghi học hàm, học vị"`
	NoSeal     bool       `yaml:"no_seal" vi:"không đóng dấu"`
	Signature  string     `yaml:"signature" vi:"ảnh chữ ký" eg:"chu-ky.png" help:"tệp PNG nền trong"`
	Seal       string     `yaml:"seal" vi:"ảnh con dấu" eg:"con-dau.png" help:"tệp PNG nền trong"`
	// Lines replace the lines that are made of Capacity, OnBehalfOf, ActingFor
	// and Position, word for word.
	Lines []string `yaml:"lines" vi:"các dòng quyền hạn, chức vụ" parted:"yes"`
}

// AuthorityLines gives the lines above the name from the top, each with its
// mark, the position last: "TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ
// tịch". They are as typed; form prints capitals.
func (s *Signer) AuthorityLines() []string {
	s = orZero(s)
	if len(s.Lines) > 0 {
		return s.Lines
	}
	var lines []string
	position, acting := s.Position, s.ActingFor
	for _, c := range s.Capacity {
		switch {
		case c == TM:
			body := behind(s.OnBehalfOf, TM, "")
			lines = append(lines, string(c)+". "+body)
			position = behind(position, TM, body)
		case c == signQ:
			position = string(c) + ". " + behind(position, signQ, "")
		case len(acting) > 0:
			title := behind(acting[0], c, "")
			lines = append(lines, string(c)+". "+title)
			position = behind(position, c, title)
			acting = acting[1:]
		}
	}
	if position != "" {
		lines = append(lines, position)
	}
	return lines
}

// Validate refuses marks that do not fit the names given for them, and hints at those
// that are typed in the names too.
func (s *Signer) Validate(path string, found *diag.List) {
	s = orZero(s)
	for _, c := range s.Capacity {
		for _, f := range [...]struct{ key, title string }{
			{"position", s.Position}, {"on_behalf_of", s.OnBehalfOf}, {"acting_for", strings.Join(s.ActingFor, ", ")},
		} {
			if behind(f.title, c, "") != f.title {
				addOwnWord(found, path, f.key, string(c)+".")
			}
		}
	}
	var tm bool
	acting := 0
	seen := make(map[Capacity]bool)
	for i, c := range s.Capacity {
		if seen[c] {
			addFinding(found, path, "capacity", ruleConflict, fmt.Sprintf(`"capacity" (quyền hạn ký) có %s hai lần`, c))
			return
		}
		seen[c] = true
		switch c {
		case TM:
			tm = true
			if i > 0 {
				addFinding(found, path, "capacity", ruleConflict, `"capacity" (quyền hạn ký): TM phải đứng đầu`)
			}
		case signQ:
			if i < len(s.Capacity)-1 {
				addFinding(found, path, "capacity", ruleConflict, `"capacity" (quyền hạn ký): Q phải đứng cuối, trước chức vụ người ký`)
			}
		case signKT, signTL, signTUQ:
			acting++
		}
	}
	switch {
	case tm && strings.TrimSpace(s.OnBehalfOf) == "":
		addMissing(found, path, "on_behalf_of", "tập thể được ký thay mặt")
	case !tm && s.OnBehalfOf != "":
		addFinding(found, path, "on_behalf_of", ruleConflict,
			`có "on_behalf_of" (tập thể được ký thay mặt) thì "capacity" (quyền hạn ký) phải có TM`)
	}
	if acting != len(s.ActingFor) {
		addFinding(found, path, "acting_for", ruleConflict, fmt.Sprintf(
			`"acting_for" (chức vụ được ký thay) có %d chức vụ, nhưng "capacity" (quyền hạn ký) có %d dấu KT, TL, TUQ`, len(s.ActingFor),
			acting))
	}
	if strings.TrimSpace(s.Position) == "" && len(s.Lines) == 0 {
		addMissing(found, path, "position", "chức vụ người ký")
	}
}

// Distribution is who gets the paper "nơi nhận".
type Distribution struct {
	To       []Prose  `yaml:"to" vi:"các nơi nhận" new:"yes" eg:"[Thường trực Đảng ủy, Các đoàn thể xã]"`
	FileCopy []string `yaml:"file_copy" vi:"lưu" new:"yes" eg:"[VT]" help:"các nơi lưu, in sau chữ Lưu:"`
	Drafter  string   `yaml:"drafter" vi:"ký hiệu người soạn thảo và số bản" eg:"PL.(30)"`
	// FileCopyLine replaces the line made of FileCopy, word for word, without
	// its dash and final mark.
	FileCopyLine string `yaml:"file_copy_line" vi:"dòng lưu nguyên văn" help:"chỉ ghi khi muốn in đúng nguyên văn, như Lưu VT"`
}

// Contact is the line of addresses at the foot of page 1 "địa chỉ, thư điện tử,
// trang thông tin điện tử, số điện thoại, số Fax".
type Contact struct {
	Address   string `yaml:"address" vi:"địa chỉ"`
	Telephone string `yaml:"telephone" vi:"số điện thoại"`
	Fax       string `yaml:"fax" vi:"số Fax"`
	Email     string `yaml:"email" vi:"thư điện tử"`
	Website   string `yaml:"website" vi:"trang thông tin điện tử"`
}
