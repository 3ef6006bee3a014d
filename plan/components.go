package plan

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// checkComponents warns of components "thành phần thể thức" of a paper of Điều 7 that are
// not given, though the decree has them on every paper: they may be written in by
// hand, so nothing stops.
// Source: Nghị định 30/2020/NĐ-CP, Điều 8.
func (o *Options) checkComponents(c *record.Validation, v any) {
	p := (&File{Value: v}).Paper()
	if p == nil {
		return
	}
	h, f := p.Head(), p.Foot()
	o.checkStandard(c, h)
	checkSigning(c, h, f)
	checkYears(c, h, v)
	if d, ok := v.(*Decision); ok && len(d.LegalBases) == 0 && d.hasBases() {
		c.Explain("legal_bases", `chuyển các dòng căn cứ trong "body" (nội dung) vào đây, mỗi căn cứ một mục, không gõ dấu ; ở cuối`)
	}
	if f.Distribution == nil || isBlankText(h.Issuer.Abbreviation) || len(f.Signers) > 0 || f.Signer != nil && isBlankText(f.Signer.Name) {
		o.missingComponents(c, h, f)
	}
}

// checkStandard refuses a kind of one rule pack in a paper that follows another.
func (o *Options) checkStandard(c *record.Validation, h *Header) {
	if h.Standard == "" {
		return
	}
	k, _ := kindOf(o.kinds(), h.Kind)
	if k.Standard == "" || k.Standard == h.Standard {
		return
	}
	c.Add("standard", diag.Diagnostic{
		Rule: ruleConflict, Found: h.Standard, Expected: k.Standard,
		Message: fmt.Sprintf(`"standard" (bộ quy tắc thể thức) là %s, nhưng tên loại %s chỉ có theo %s`, record.Quote(h.Standard), k.Name,
			k.Standard),
		Fix: "bỏ khóa này, hoặc chọn tên loại khác",
	})
}

// missingComponents is checkComponents of a paper that may lack one.
func (o *Options) missingComponents(c *record.Validation, h *Header, f *Footer) {
	k, _ := kindOf(o.kinds(), h.Kind)
	if !strings.HasPrefix(k.Sample, "1.") && k.Standard == "" {
		return // contracts and letters have no sample in Phụ lục III, copies and enclosures other ones
	}
	warn := func(path, rule, message, fix string) {
		source := sourceIn(h, rule)
		if k.Standard != "" {
			source = ""
		}
		c.Add(path, diag.Diagnostic{Level: diag.Warning, Rule: rule, Message: message, Fix: fix, Source: source})
	}
	if f.Distribution == nil {
		warn("distribution", ruleNoDistribution,
			`thiếu "distribution" (nơi nhận)`, "ghi các nơi nhận và nơi lưu")
	}
	if h.Issuer.Name != "" && !h.NoNumber && isBlankText(h.Symbol) && isBlankText(h.Issuer.Abbreviation) {
		warn("issuer.abbreviation", ruleNoAbbreviation,
			`thiếu "abbreviation" (chữ viết tắt tên cơ quan), ký hiệu văn bản không có tên cơ quan`,
			`ghi chữ viết tắt, như UBND, hoặc ghi đủ "symbol" (ký hiệu)`)
	}
	signerNames(c, f)
}

// signerNames hints at signers without a name: the paper goes out with its place.
func signerNames(c *record.Validation, f *Footer) {
	hint := func(path string, s *Signer) {
		if isBlankText(s.Name) {
			c.Add(join(path, "name"), diag.Diagnostic{Level: diag.Info, Rule: ruleNoSignerName,
				Message: `chưa có "name" (họ và tên người ký)`, Fix: "ghi họ tên trước khi ký"})
		}
	}
	if f.Signer != nil {
		hint("signer", f.Signer)
	}
	for i := range f.Signers {
		hint(index("signers", i), &f.Signers[i])
	}
}

func isBlankText(s string) bool { return strings.TrimSpace(s) == "" }
