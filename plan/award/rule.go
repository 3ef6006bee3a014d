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
	RuleAbsent       = "award.absent"
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
	RuleText         = "award.text"
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
		{ID: RuleUnverified, Title: "dùng số liệu pháp luật chưa đối chiếu với văn bản gốc",
			Help: "đối chiếu số liệu với văn bản gốc; số liệu riêng của tỉnh, của Hội đồng thì ghi vào tệp quy định hoặc vào đợt khen thưởng"},
		{ID: RuleUnknownAward, Title: "không có danh hiệu, hình thức mang mã này",
			Help: "sửa mã, hoặc bổ sung danh hiệu, hình thức vào tệp quy định của tỉnh (award-law)"},
		{ID: RuleKind, Title: "danh hiệu, hình thức không dành cho đối tượng này",
			Help: "chọn danh hiệu, hình thức dành cho đối tượng này"},
		{ID: RuleAuthority, Title: "cấp quyết định không có thẩm quyền vào ngày quyết định",
			Help: "ghi forward: true để đề nghị cấp trên, hoặc xem lại ngày quyết định"},
		{ID: RuleOccasion, Title: "loại hình khen thưởng chưa có hoặc không còn vào ngày quyết định",
			Help: "chọn loại hình khen thưởng có vào ngày quyết định"},
		{ID: RuleCriterion, Title: "không có tiêu chuẩn mang mã này trong kế hoạch hoặc bộ tiêu chuẩn",
			Help: "sửa mã tiêu chuẩn, hoặc ghi tệp có tiêu chuẩn vào criteria"},
		{ID: RuleStandard, Title: "không đạt tiêu chuẩn",
			Help: "xem lại số liệu; trường hợp đặc biệt thì ghi confirmed kèm lý do"},
		{ID: RuleOverride, Title: "kết luận của người xét khác kết quả kiểm tra",
			Help: "ghi lý do (reason) của kết luận"},
		{ID: RuleBlocked, Title: "đang có việc xem xét, hoặc chưa chấp hành xong kỷ luật: chưa xét khen thưởng",
			Help: "bỏ khỏi đợt này, xét lại khi đã có kết luận"},
		{ID: RuleDossier, Title: "hồ sơ thiếu giấy tờ",
			Help: "yêu cầu bổ sung giấy tờ còn thiếu"},
		{ID: RulePeriod, Title: "thời gian lập thành tích không hợp với đợt khen thưởng",
			Help: "sửa thời gian lập thành tích, hoặc xét ở đợt khác"},
		{ID: RuleDuplicate, Title: "một đối tượng có hai lần trong danh sách",
			Help: "bỏ một mục; nếu là hai người thì ghi năm sinh, đơn vị để phân biệt"},
		{ID: RuleNamesake, Title: "hai đối tượng cùng tên",
			Help: "kiểm tra có phải hai người; ghi đủ năm sinh, đơn vị"},
		{ID: RuleOneAward, Title: "một thành tích được khen hai lần",
			Help: "mỗi thành tích chỉ khen một lần: bỏ một đề nghị"},
		{ID: RuleCopied, Title: "hai báo cáo thành tích giống nhau",
			Help: "yêu cầu tự viết báo cáo thành tích"},
		{ID: RuleQuota, Title: "vượt giới hạn số lượng",
			Help: "giảm số lượng theo giới hạn đã đặt"},
		{ID: RuleCouncil, Title: "thiếu thông tin về Hội đồng",
			Help: "bổ sung council: số thành viên hoặc danh sách thành viên"},
		{ID: RuleQuorum, Title: "không đủ số thành viên dự họp",
			Help: "họp lại, hoặc lấy ý kiến bằng văn bản của người vắng"},
		{ID: RuleAbsent, Title: "chưa ghi đủ thành viên vắng mặt và lý do",
			Help: "bổ sung absent của session: họ tên, lý do vắng mặt"},
		{ID: RuleVotes, Title: "số phiếu không khớp",
			Help: "kiểm lại số phiếu theo biên bản kiểm phiếu"},
		{ID: RuleVoteMissing, Title: "chưa có kết quả biểu quyết",
			Help: "bổ sung votes sau khi Hội đồng biểu quyết"},
		{ID: RuleInterest, Title: "thành viên Hội đồng là người được đề nghị",
			Help: "thành viên được đề nghị không biểu quyết về chính mình; ghi rõ trong biên bản"},
		{ID: RuleBonusMissing, Title: "không xác định được mức tiền thưởng",
			Help: "bổ sung mức tiền thưởng vào tệp quy định, hoặc xem lại ngày quyết định"},
		{ID: RuleBonusDiffers, Title: "tiền thưởng đã ghi khác quy định",
			Help: "sửa theo mức tính được, hoặc bỏ số đã ghi để chương trình tự tính"},
		{ID: RuleCounts, Title: "số lượng hoặc tổng số tiền giữa các văn bản không khớp",
			Help: "sửa số đã ghi cho khớp danh sách, hoặc bỏ để chương trình tự tính"},
		{ID: RuleFundShort, Title: "quỹ không đủ chi",
			Help: "bổ sung nguồn, hoặc giảm số được thưởng tiền"},
		{ID: RuleFundLimit, Title: "trích quỹ quá mức tối đa",
			Help: "trích quỹ trong mức tối đa"},
		{ID: RuleRegister, Title: "số vào sổ trùng hoặc bị bỏ cách",
			Help: "đặt lại số vào sổ cho liền và không trùng"},
		{ID: RuleDates, Title: "thứ tự ngày tháng của các văn bản không hợp lý",
			Help: "sửa ngày: kế hoạch, hồ sơ, họp Hội đồng, tờ trình, quyết định, giấy khen, chi tiền nối tiếp nhau"},
		{ID: RuleDeadline, Title: "quá thời hạn",
			Help: "xem lại thời hạn; ghi rõ lý do trong hồ sơ"},
		{ID: RuleLegalBasis, Title: "viện dẫn văn bản không có hiệu lực",
			Help: "thay bằng văn bản đang có hiệu lực, hoặc bỏ legal_bases để chương trình tự chọn"},
		{ID: RuleAmendment, Title: "viện dẫn luật mà thiếu luật sửa đổi",
			Help: "ghi luật sửa đổi trên cùng dòng với luật được sửa đổi"},
		{ID: RuleText, Title: "cách viết trong lời văn khen thưởng: viện dẫn luật, ngoặc kép, dấu kết thúc",
			Help: "sửa theo thông báo"},
		{ID: RuleSigner, Title: "người ký không đúng",
			Help: "để đúng người có thẩm quyền ký"},
		{ID: RuleBlank, Title: "còn thiếu số, ngày hoặc người ký",
			Help: "bổ sung phần còn thiếu, bằng tay hoặc bằng lệnh vanban award number"},
		{ID: RuleAbolished, Title: "nêu cấp, cơ quan đã bỏ",
			Help: "thay bằng cơ quan hiện nay"},
		{ID: RuleCancellation, Title: "hủy bỏ khen thưởng chưa đủ căn cứ",
			Help: "bổ sung căn cứ, người quyết định, lý do hủy bỏ"},
		{ID: RuleAmending, Title: "sửa đổi, bổ sung quyết định khen thưởng không hợp lý",
			Help: "sửa nội dung sửa đổi, bổ sung theo thông báo"},
		{ID: RuleProvisional, Title: "tính tạm theo ngày khác",
			Help: "số liệu được tính lại khi có ngày quyết định"},
		{ID: RuleReport, Title: "số liệu khen thưởng trong báo cáo không khớp",
			Help: "sửa số liệu hoặc tệp mà báo cáo dẫn đến"},
		{ID: RuleNobody, Title: "không ai được khen thưởng nên không có văn bản",
			Help: "xem lại kết quả xét của từng đề nghị bằng lệnh vanban award check"},
	}
}
