package plan

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// Kind is a kind of file: a tên loại of Điều 7, or a record that is no paper,
// such as an award season. Kinds are plain values: whoever reads files says
// which kinds there are ([Options]), and may add their own.
type Kind struct {
	ID           string   // value of the key kind, such as "ke-hoach"
	Name         string   // "Kế hoạch"
	Abbreviation string   // "KH", of the symbol; empty for none
	Sample       string   // number of the decree's sample "mẫu", such as "1.4"; empty for none
	Standard     string   // rule pack that alone has the kind, and the papers' own unless they say one; empty: every pack has it
	Types        []string // values of the key type beside the empty one
	Use          string   // what such files are for, in a few words of Vietnamese; empty: not said
	// New returns a pointer to an empty value for a value of the key type, which is
	// empty or one of Types.
	New func(typ string) any
}

// implied is the type that a file of the kind has where it holds a body and says no type:
// [GeneralType] of a kind whose own type has no body, else the empty one.
func (k Kind) implied() string {
	if slices.Contains(k.Types, GeneralType) && !record.HasKey(k.New(""), "body") {
		return GeneralType
	}
	return ""
}

// IsPaper reports whether files of the kind are papers that can be drawn.
func (k Kind) IsPaper() bool {
	if k.New == nil {
		return false
	}
	_, ok := k.New("").(Paper)
	return ok
}

// hasType reports whether files of the kind can have that value of the key type.
func (k Kind) hasType(typ string) bool { return typ == "" || slices.Contains(k.Types, typ) }

// typesOf returns the values of the key type for which the kind makes values of the type
// that value has.
func (k Kind) typesOf(value any) []string {
	var types []string
	for _, typ := range append([]string{""}, k.Types...) {
		if k.New != nil && reflect.TypeOf(k.New(typ)) == reflect.TypeOf(value) {
			types = append(types, typ)
		}
	}
	return types
}

// record returns what schemas and skeletons need of the kind.
func (k Kind) record() record.Kind {
	title := cmp.Or(k.Name, k.ID)
	return record.Kind{ID: k.ID, Title: title, Types: k.Types, Implied: k.implied(), New: k.New}
}

// kindOf returns the kind of that id.
func kindOf(kinds []Kind, id string) (Kind, error) {
	for _, k := range kinds {
		if k.ID == id && k.New != nil {
			return k, nil
		}
	}
	return Kind{}, fmt.Errorf("unknown kind %q", id)
}

// idsOf are the ids of kinds.
func idsOf(kinds []Kind) []string {
	ids := make([]string, len(kinds))
	for i, k := range kinds {
		ids[i] = k.ID
	}
	return ids
}

// onlyKind returns the id of the only kind that makes values of the type that value has,
// and the type within the kind, which is typ where that is given. The finding says that
// there are several such kinds. Without any the kind is empty.
func onlyKind(kinds []Kind, value any, typ string) (kind, typeOf string, several *diag.Diagnostic) {
	var ids []string
	typeOf = typ
	for _, k := range kinds {
		types := k.typesOf(value)
		if len(types) == 0 || typ != "" && !slices.Contains(types, typ) {
			continue
		}
		if kind = k.ID; typ == "" {
			typeOf = types[0]
		}
		ids = append(ids, k.ID)
	}
	if len(ids) < 2 {
		return kind, typeOf, nil
	}
	return "", typ, &diag.Diagnostic{
		Pos: diag.At("kind"), Rule: ruleMissing, Err: ErrMissing,
		Message: fmt.Sprintf(`thiếu "kind" (tên loại văn bản): kiểu Go %T dùng cho nhiều tên loại`, value),
		Fix:     "ghi một trong: " + strings.Join(ids, ", "),
	}
}

// Kinds returns the 29 kinds of administrative documents "văn bản hành chính" in
// the order of Điều 7, with the abbreviations and samples of Phụ lục III.
// Source: Nghị định 30/2020/NĐ-CP, Điều 7; Phụ lục III, Mục I and II.
func Kinds() []Kind {
	general := func(string) any { return new(General) }
	return []Kind{
		{ID: "nghi-quyet", Name: "Nghị quyết", Abbreviation: "NQ", Sample: "1.1",
			Use: "quyết định chủ trương của Hội đồng nhân dân, của tập thể", New: newDecision},
		{ID: "quyet-dinh", Name: "Quyết định", Abbreviation: "QĐ", Sample: "1.2", Types: []string{"khen-thuong"},
			Use: "quyết định một việc: nhân sự, khen thưởng, ban hành quy chế", New: newDecision},
		{ID: "chi-thi", Name: "Chỉ thị", Abbreviation: "CT", Sample: "1.4", Use: "giao việc, đôn đốc cấp dưới thực hiện", New: general},
		{ID: "quy-che", Name: "Quy chế", Abbreviation: "QC", Sample: "1.4",
			Use: "quy định cách làm việc của một cơ quan, ban hành kèm quyết định", New: general},
		{ID: "quy-dinh", Name: "Quy định", Abbreviation: "QyĐ", Sample: "1.4",
			Use: "quy định về một việc, ban hành kèm quyết định", New: general},
		{ID: "thong-cao", Name: "Thông cáo", Abbreviation: "TC", Sample: "1.4",
			Use: "công bố một sự kiện cho mọi người biết", New: general},
		{ID: "thong-bao", Name: "Thông báo", Abbreviation: "TB", Sample: "1.4",
			Use: "báo tin, truyền đạt kết luận, lịch làm việc", New: general},
		{ID: "huong-dan", Name: "Hướng dẫn", Abbreviation: "HD", Sample: "1.4", Use: "hướng dẫn cấp dưới làm một việc", New: general},
		{ID: "chuong-trinh", Name: "Chương trình", Abbreviation: "CTr", Sample: "1.4",
			Use: "các việc làm trong một thời gian", New: general},
		{ID: "ke-hoach", Name: "Kế hoạch", Abbreviation: "KH", Sample: "1.4", Types: []string{"general"},
			Use: "mục tiêu, nhiệm vụ, phân công, kinh phí của một việc", New: orGeneral[Plan]},
		{ID: "phuong-an", Name: "Phương án", Abbreviation: "PA", Sample: "1.4",
			Use: "cách xử lý một tình huống, một việc", New: general},
		{ID: "de-an", Name: "Đề án", Abbreviation: "ĐA", Sample: "1.4", Use: "trình bày một việc lớn để xin phê duyệt", New: general},
		{ID: "du-an", Name: "Dự án", Abbreviation: "DA", Sample: "1.4", Use: "trình bày một dự án để xin phê duyệt", New: general},
		{ID: "bao-cao", Name: "Báo cáo", Abbreviation: "BC", Sample: "1.4", Types: []string{"general"},
			Use: "báo cáo tình hình, kết quả với cấp trên", New: orGeneral[Report]},
		{ID: "bien-ban", Name: "Biên bản", Abbreviation: "BB", Sample: "1.9", Types: []string{"general"},
			Use: "ghi lại một cuộc họp, một sự việc", New: orGeneral[Minutes]},
		{ID: "to-trinh", Name: "Tờ trình", Abbreviation: "TTr", Sample: "1.4", Use: "trình cấp trên một đề nghị", New: general},
		{ID: "hop-dong", Name: "Hợp đồng", Abbreviation: "HĐ", Use: "thỏa thuận giữa các bên", New: general},
		{ID: "cong-van", Name: "Công văn", Sample: "1.5", Use: "trao đổi công việc với cơ quan khác; không in tên loại", New: general},
		{ID: "cong-dien", Name: "Công điện", Abbreviation: "CĐ", Sample: "1.6",
			Use: "chỉ đạo việc khẩn, như phòng chống bão", New: func(string) any { return new(Telegram) }},
		{ID: "ban-ghi-nho", Name: "Bản ghi nhớ", Abbreviation: "BGN", Use: "ghi những điều đã thống nhất giữa các bên", New: general},
		{ID: "ban-thoa-thuan", Name: "Bản thỏa thuận", Abbreviation: "BTT", Use: "ghi thỏa thuận giữa các bên", New: general},
		{ID: "giay-uy-quyen", Name: "Giấy ủy quyền", Abbreviation: "GUQ", Sample: "1.4",
			Use: "giao cho người khác làm thay một việc", New: general},
		{ID: "giay-moi", Name: "Giấy mời", Abbreviation: "GM", Sample: "1.7", Types: []string{"general"},
			Use: "mời dự họp, dự hội nghị", New: orGeneral[Invitation]},
		{ID: "giay-gioi-thieu", Name: "Giấy giới thiệu", Abbreviation: "GGT", Sample: "1.8", Types: []string{"general"},
			Use: "giới thiệu người đi liên hệ công tác", New: orGeneral[Introduction]},
		{ID: "giay-nghi-phep", Name: "Giấy nghỉ phép", Abbreviation: "GNP", Sample: "1.10", Types: []string{"general"},
			Use: "cho cán bộ, công chức nghỉ phép", New: orGeneral[LeavePermit]},
		{ID: "phieu-gui", Name: "Phiếu gửi", Abbreviation: "PG", Sample: "1.4", Use: "gửi kèm tài liệu", New: general},
		{ID: "phieu-chuyen", Name: "Phiếu chuyển", Abbreviation: "PC", Sample: "1.4",
			Use: "chuyển đơn thư, hồ sơ đến nơi giải quyết", New: general},
		{ID: "phieu-bao", Name: "Phiếu báo", Abbreviation: "PB", Sample: "1.4",
			Use: "báo cho một người biết việc của họ", New: general},
		{ID: "thu-cong", Name: "Thư công", Use: "thư của người đứng đầu: thăm hỏi, chúc mừng, cảm ơn", New: general},
	}
}

// orGeneral makes a value of a kind that may have a body of free text instead.
func orGeneral[Own any](typ string) any {
	if typ == GeneralType {
		return new(General)
	}
	return new(Own)
}

// partyStandard is the rule pack of the Party's papers, unlessParty the end of what only
// other papers need.
const (
	partyStandard = "hd05-2026"
	unlessParty   = "|standard=" + partyStandard
)

// Records returns the kinds of file that are no paper of Điều 7: papers that only the
// Party has, copies, enclosures, certificates, award seasons, sets of criteria.
// Source: Quy định 399-QĐ/TW, as others report it.
func Records() []Kind {
	general := func(string) any { return new(General) }
	return []Kind{
		{ID: "ket-luan", Name: "Kết luận", Abbreviation: "KL", Standard: partyStandard,
			Use: "kết luận của cấp ủy, ban thường vụ", New: general},
		{ID: "thong-tri", Name: "Thông tri", Abbreviation: "TT", Standard: partyStandard,
			Use: "truyền đạt, đôn đốc việc của Đảng", New: general},
		{ID: "ban-sao", Name: "Bản sao", Sample: "3.1",
			Use: "sao y, sao lục, trích sao một văn bản", New: func(string) any { return new(Copy) }},
		{ID: "phu-luc", Name: "Phụ lục", Sample: "2.2",
			Use: "phụ lục ghi ra tệp riêng của một văn bản", New: func(string) any { return new(Enclosure) }},
		{ID: "giay-khen", Name: "Giấy khen",
			Use: "giấy khen in lên phôi hoặc giấy trắng", New: func(string) any { return new(Certificate) }},
		{ID: "bieu", Name: "Biểu", Use: "danh sách, phiếu, biểu có đầu đề riêng", New: func(string) any { return new(Form) }},
		{ID: "season", Name: "Đợt khen thưởng",
			Use: "hồ sơ cả đợt xét khen thưởng, dùng với vanban award", New: func(string) any { return new(Season) }},
		{ID: "criteria", Name: "Bộ tiêu chuẩn",
			Use: "tiêu chuẩn khen thưởng dùng chung cho nhiều đợt", New: func(string) any { return new(CriteriaFile) }},
	}
}
