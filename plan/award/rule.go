package award

// Rule ids of the findings of this package. They are stable.
const (
	RuleUnverified   = "award.unverified"
	RuleUnknownAward = "award.unknown-award"
	RuleKind         = "award.recipient-kind"
	RuleAuthority    = "award.authority"
	RuleOccasion     = "award.occasion"
	RuleCriterion    = "award.unknown-criterion"
	RuleStandard     = "award.standard-not-met"
	RuleOverride     = "award.override"
	RuleBlocked      = "award.open-matter"
	RuleDossier      = "award.dossier"
	RulePeriod       = "award.period"
	RuleDuplicate    = "award.duplicate"
	RuleNamesake     = "award.namesake"
	RuleOneAward     = "award.one-achievement"
	RuleCopied       = "award.copied-report"
	RuleQuota        = "award.quota"
	RuleCouncil      = "award.council"
	RuleQuorum       = "award.quorum"
	RuleVotes        = "award.votes"
	RuleVoteMissing  = "award.vote-missing"
	RuleInterest     = "award.member-nominated"
	RuleBonusMissing = "award.bonus-missing"
	RuleBonusDiffers = "award.bonus-differs"
	RuleCounts       = "award.counts-differ"
	RuleFundShort    = "award.fund-short"
	RuleFundLimit    = "award.fund-limit"
	RuleRegister     = "award.register"
	RuleDates        = "award.date-order"
	RuleDeadline     = "award.deadline"
	RuleLegalBasis   = "award.legal-basis"
	RuleAmendment    = "award.amendment-missing"
	RuleSigner       = "award.signer"
	RuleBlank        = "award.blank"
	RuleAbolished    = "award.abolished-body"
	RuleCancellation = "award.cancellation"
	RuleAmending     = "award.amending"
	RuleProvisional  = "award.provisional"
	RuleReport       = "award.report"
	RuleNobody       = "award.nobody"
)

// Rule is a rule of this package: its id and what breaks it, in Vietnamese.
type Rule struct{ ID, Title string }

// Rules gives the rules of this package with what breaks each.
func Rules() []Rule {
	return []Rule{
		{RuleUnverified, "dùng số liệu pháp luật chưa đối chiếu với văn bản gốc"},
		{RuleUnknownAward, "không có danh hiệu, hình thức mang mã này"},
		{RuleKind, "danh hiệu, hình thức không dành cho đối tượng này"},
		{RuleAuthority, "cấp quyết định không có thẩm quyền vào ngày quyết định"},
		{RuleOccasion, "loại hình khen thưởng chưa có hoặc không còn vào ngày quyết định"},
		{RuleCriterion, "không có tiêu chuẩn mang mã này trong kế hoạch hoặc bộ tiêu chuẩn"},
		{RuleStandard, "không đạt tiêu chuẩn"},
		{RuleOverride, "kết luận của người xét khác kết quả kiểm tra"},
		{RuleBlocked, "đang có việc xem xét, hoặc chưa chấp hành xong kỷ luật: chưa xét khen thưởng"},
		{RuleDossier, "hồ sơ thiếu giấy tờ"},
		{RulePeriod, "thời gian lập thành tích không hợp với đợt khen thưởng"},
		{RuleDuplicate, "một đối tượng có hai lần trong danh sách"},
		{RuleNamesake, "hai đối tượng cùng tên"},
		{RuleOneAward, "một thành tích được khen hai lần"},
		{RuleCopied, "hai báo cáo thành tích giống nhau"},
		{RuleQuota, "vượt giới hạn số lượng"},
		{RuleCouncil, "thiếu thông tin về Hội đồng"},
		{RuleQuorum, "không đủ số thành viên dự họp"},
		{RuleVotes, "số phiếu không khớp"},
		{RuleVoteMissing, "chưa có kết quả biểu quyết"},
		{RuleInterest, "thành viên Hội đồng là người được đề nghị"},
		{RuleBonusMissing, "không xác định được mức tiền thưởng"},
		{RuleBonusDiffers, "tiền thưởng đã ghi khác quy định"},
		{RuleCounts, "số lượng hoặc tổng số tiền giữa các văn bản không khớp"},
		{RuleFundShort, "quỹ không đủ chi"},
		{RuleFundLimit, "trích quỹ quá mức tối đa"},
		{RuleRegister, "số vào sổ trùng hoặc bị bỏ cách"},
		{RuleDates, "thứ tự ngày tháng của các văn bản không hợp lý"},
		{RuleDeadline, "quá thời hạn"},
		{RuleLegalBasis, "viện dẫn văn bản không có hiệu lực"},
		{RuleAmendment, "viện dẫn luật mà thiếu luật sửa đổi"},
		{RuleSigner, "người ký không đúng"},
		{RuleBlank, "còn thiếu số, ngày hoặc người ký"},
		{RuleAbolished, "nêu cấp, cơ quan đã bỏ"},
		{RuleCancellation, "hủy bỏ khen thưởng chưa đủ căn cứ"},
		{RuleAmending, "sửa đổi, bổ sung quyết định khen thưởng không hợp lý"},
		{RuleProvisional, "tính tạm theo ngày khác"},
		{RuleReport, "số liệu khen thưởng trong báo cáo không khớp"},
		{RuleNobody, "không ai được khen thưởng nên không có văn bản"},
	}
}
