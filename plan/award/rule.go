package award

import "github.com/vanban-go/vanban/plan/diag"

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

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{RuleUnverified, "dùng số liệu pháp luật chưa đối chiếu với văn bản gốc",
			"đối chiếu số liệu với văn bản gốc; số liệu riêng của tỉnh, của Hội đồng thì ghi vào tệp quy định hoặc vào đợt khen thưởng"},
		{RuleUnknownAward, "không có danh hiệu, hình thức mang mã này",
			"sửa mã, hoặc bổ sung danh hiệu, hình thức vào tệp quy định của tỉnh (award-law)"},
		{RuleKind, "danh hiệu, hình thức không dành cho đối tượng này",
			"chọn danh hiệu, hình thức dành cho đối tượng này"},
		{RuleAuthority, "cấp quyết định không có thẩm quyền vào ngày quyết định",
			"ghi forward: true để đề nghị cấp trên, hoặc xem lại ngày quyết định"},
		{RuleOccasion, "loại hình khen thưởng chưa có hoặc không còn vào ngày quyết định",
			"chọn loại hình khen thưởng có vào ngày quyết định"},
		{RuleCriterion, "không có tiêu chuẩn mang mã này trong kế hoạch hoặc bộ tiêu chuẩn",
			"sửa mã tiêu chuẩn, hoặc ghi tệp có tiêu chuẩn vào criteria"},
		{RuleStandard, "không đạt tiêu chuẩn",
			"xem lại số liệu; trường hợp đặc biệt thì ghi confirmed kèm lý do"},
		{RuleOverride, "kết luận của người xét khác kết quả kiểm tra",
			"ghi lý do (reason) của kết luận"},
		{RuleBlocked, "đang có việc xem xét, hoặc chưa chấp hành xong kỷ luật: chưa xét khen thưởng",
			"bỏ khỏi đợt này, xét lại khi đã có kết luận"},
		{RuleDossier, "hồ sơ thiếu giấy tờ",
			"yêu cầu bổ sung giấy tờ còn thiếu"},
		{RulePeriod, "thời gian lập thành tích không hợp với đợt khen thưởng",
			"sửa thời gian lập thành tích, hoặc xét ở đợt khác"},
		{RuleDuplicate, "một đối tượng có hai lần trong danh sách",
			"bỏ một mục; nếu là hai người thì ghi năm sinh, đơn vị để phân biệt"},
		{RuleNamesake, "hai đối tượng cùng tên",
			"kiểm tra có phải hai người; ghi đủ năm sinh, đơn vị"},
		{RuleOneAward, "một thành tích được khen hai lần",
			"mỗi thành tích chỉ khen một lần: bỏ một đề nghị"},
		{RuleCopied, "hai báo cáo thành tích giống nhau",
			"yêu cầu tự viết báo cáo thành tích"},
		{RuleQuota, "vượt giới hạn số lượng",
			"giảm số lượng theo giới hạn đã đặt"},
		{RuleCouncil, "thiếu thông tin về Hội đồng",
			"bổ sung council: số thành viên hoặc danh sách thành viên"},
		{RuleQuorum, "không đủ số thành viên dự họp",
			"họp lại, hoặc lấy ý kiến bằng văn bản của người vắng"},
		{RuleVotes, "số phiếu không khớp",
			"kiểm lại số phiếu theo biên bản kiểm phiếu"},
		{RuleVoteMissing, "chưa có kết quả biểu quyết",
			"bổ sung votes sau khi Hội đồng biểu quyết"},
		{RuleInterest, "thành viên Hội đồng là người được đề nghị",
			"thành viên được đề nghị không biểu quyết về chính mình; ghi rõ trong biên bản"},
		{RuleBonusMissing, "không xác định được mức tiền thưởng",
			"bổ sung mức tiền thưởng vào tệp quy định, hoặc xem lại ngày quyết định"},
		{RuleBonusDiffers, "tiền thưởng đã ghi khác quy định",
			"sửa theo mức tính được, hoặc bỏ số đã ghi để chương trình tự tính"},
		{RuleCounts, "số lượng hoặc tổng số tiền giữa các văn bản không khớp",
			"sửa số đã ghi cho khớp danh sách, hoặc bỏ để chương trình tự tính"},
		{RuleFundShort, "quỹ không đủ chi",
			"bổ sung nguồn, hoặc giảm số được thưởng tiền"},
		{RuleFundLimit, "trích quỹ quá mức tối đa",
			"trích quỹ trong mức tối đa"},
		{RuleRegister, "số vào sổ trùng hoặc bị bỏ cách",
			"đặt lại số vào sổ cho liền và không trùng"},
		{RuleDates, "thứ tự ngày tháng của các văn bản không hợp lý",
			"sửa ngày: kế hoạch, hồ sơ, họp Hội đồng, tờ trình, quyết định, giấy khen, chi tiền nối tiếp nhau"},
		{RuleDeadline, "quá thời hạn",
			"xem lại thời hạn; ghi rõ lý do trong hồ sơ"},
		{RuleLegalBasis, "viện dẫn văn bản không có hiệu lực",
			"thay bằng văn bản đang có hiệu lực, hoặc bỏ legal_bases để chương trình tự chọn"},
		{RuleAmendment, "viện dẫn luật mà thiếu luật sửa đổi",
			"ghi luật sửa đổi trên cùng dòng với luật được sửa đổi"},
		{RuleSigner, "người ký không đúng",
			"để đúng người có thẩm quyền ký"},
		{RuleBlank, "còn thiếu số, ngày hoặc người ký",
			"bổ sung phần còn thiếu, bằng tay hoặc bằng lệnh vanban award number"},
		{RuleAbolished, "nêu cấp, cơ quan đã bỏ",
			"thay bằng cơ quan hiện nay"},
		{RuleCancellation, "hủy bỏ khen thưởng chưa đủ căn cứ",
			"bổ sung căn cứ, người quyết định, lý do hủy bỏ"},
		{RuleAmending, "sửa đổi, bổ sung quyết định khen thưởng không hợp lý",
			"sửa nội dung sửa đổi, bổ sung theo thông báo"},
		{RuleProvisional, "tính tạm theo ngày khác",
			"số liệu được tính lại khi có ngày quyết định"},
		{RuleReport, "số liệu khen thưởng trong báo cáo không khớp",
			"sửa số liệu hoặc tệp mà báo cáo dẫn đến"},
		{RuleNobody, "không ai được khen thưởng nên không có văn bản",
			"xem lại kết quả xét của từng đề nghị bằng lệnh vanban award check"},
	}
}
