package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// checkSigning warns of what a paper should not say of who signs it: degrees before the
// name, a deputy who does not sign for the head, a mark of authority in the post.
// Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II, khoản 7.
func checkSigning(c *record.Validation, h *Header, f *Footer) {
	for i := range f.Signers {
		checkSignerName(c, h, index("signers", i), f.Signers[i].Name)
	}
	if s := f.Signer; s != nil {
		checkSignerName(c, h, "signer", s.Name)
		checkPost(c, h, s)
	}
}

// degrees begin a name with an academic title, degree or honour "học hàm, học vị, danh hiệu".
var degrees = pattern.New(`(?i)^((?:(?:pgs|gs|ts|th\.?s|bs|ks|cn|ls|ckii?|ngnd|ngưt|nsnd|nsưt|ttnd|ttưt)\.?[ ,-]*)+|` +
	`(?:(?:phó )?giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|luật sư)[ ,.-]+)(\p{L})`)

// ownRules are issuers for whom the head of their sector may rule otherwise: schools,
// hospitals, institutes and armed forces.
var ownRules = pattern.New(`(?i)trường|học viện|bệnh viện|viện |trạm y tế|trung tâm|công an|quân sự|bộ đội`)

// checkSignerName warns of degrees before the name of a signer.
func checkSignerName(c *record.Validation, h *Header, path, name string) {
	name = strings.TrimSpace(name)
	if _, bare := cutHonorific(name); bare != name {
		honorific := strings.TrimRight(strings.TrimSuffix(name, bare), " :.\u00a0")
		warnSigning(c, h, join(path, "name"), ruleSignerDegree, fmt.Sprintf("trước họ tên người ký có %q", honorific), name,
			fmt.Sprintf("bỏ chữ %s, chỉ ghi %q", honorific, bare)+orSurname(honorific))
		return
	}
	m := degrees.FindStringSubmatchIndex(name)
	if m == nil || name[m[4]:m[5]] != vi.Upper(name[m[4]:m[5]]) || ownRules.MatchString(h.Issuer.Name) {
		return
	}
	degree := strings.Trim(name[m[2]:m[3]], " ,-")
	warnSigning(c, h, join(path, "name"), ruleSignerDegree, fmt.Sprintf("trước họ tên người ký có %q", degree), name,
		fmt.Sprintf("bỏ học hàm, học vị, chỉ ghi %q", name[m[4]:]))
}

// typedMark is a mark of authority that stands before a post.
var typedMark = pattern.New(`^(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\.? ?\p{L}`)

// orSurname is what to do besides where an honorific may be a surname: Ông Ích Khiêm.
func orSurname(honorific string) string {
	if vi.Lower(honorific) == "ông" {
		return "; nếu Ông là họ thì để nguyên"
	}
	return ""
}

// checkPost warns of a mark typed before the post, and of a deputy who signs as if he were
// the head.
func checkPost(c *record.Validation, h *Header, s *Signer) {
	post := strings.TrimSpace(s.Position)
	mark, _, typed := strings.Cut(post, ".")
	if !typed {
		mark, _, _ = strings.Cut(post, " ")
	}
	switch {
	case len(s.Lines) > 0:
	case len(s.Capacity) == 0 && len(post) > 3 && typedMark.MatchString(post) && mark == vi.Upper(mark) && mark != vi.Upper(post):
		warnSigning(c, h, "signer.position", ruleTypedAuthority,
			fmt.Sprintf(`"position" (chức vụ người ký) mở đầu bằng %q, là quyền hạn ký`, mark+"."), post,
			`ghi quyền hạn vào "capacity" (quyền hạn ký), chức vụ được ký thay vào "acting_for", và chức vụ của chính người ký vào `+
				`"position"`)
	case strings.HasPrefix(vi.Upper(post), "PHÓ ") && !signsFor(h, s):
		warnSigning(c, h, "signer.position", ruleDeputy,
			fmt.Sprintf("người ký là cấp phó (%s) mà không ký thay (KT.) người đứng đầu", post), post,
			`ghi capacity: [KT] (quyền hạn ký) và "acting_for" (chức vụ được ký thay), thí dụ acting_for: [Chủ tịch]`)
	}
}

// signsFor reports whether a signer has a mark by which a deputy may sign. For a collective
// of the Party (T/M) its deputies sign as its head does.
func signsFor(h *Header, s *Signer) bool {
	return slices.ContainsFunc(s.Capacity, func(c Capacity) bool {
		return c == signKT || c == signTUQ || c == signQ || c == TM && h.Standard == partyStandard
	})
}

func warnSigning(c *record.Validation, h *Header, path, rule, message, found, fix string) {
	c.Add(path, diag.Diagnostic{Level: diag.Warning, Rule: rule, Message: message, Found: found, Fix: fix, Source: sourceIn(h, rule)})
}

// sourceIn is the clause of the decree that a rule stands on; empty in a paper that follows another pack.
func sourceIn(h *Header, rule string) string {
	if h.Standard != "" && h.Standard != "nd30-2020" {
		return ""
	}
	return diag.RuleOf(rule).Source
}
