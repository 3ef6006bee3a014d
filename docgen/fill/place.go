package fill

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// place is where in a template something stands.
type place struct {
	file   string
	part   string // of the package
	number int    // of the paragraph in the part, from 1; 0: none
	words  string // the first of the paragraph
}

// partNames are what people call the parts of a Word file.
func partName(part string) string {
	base := part[strings.LastIndexByte(part, '/')+1:]
	switch {
	case strings.HasPrefix(base, "header"):
		return "đầu trang"
	case strings.HasPrefix(base, "footer"):
		return "chân trang"
	case strings.HasPrefix(base, "footnotes"):
		return "chú thích cuối trang"
	case strings.HasPrefix(base, "endnotes"):
		return "chú thích cuối văn bản"
	}
	return "thân văn bản"
}

func (p *place) String() string {
	if p == nil || p.number == 0 {
		return ""
	}
	return fmt.Sprintf("%s, đoạn %d %q", partName(p.part), p.number, p.words)
}

// pos is the place as findings have it. Its path puts paragraphs in order where it is compared
// as text.
func (p *place) pos() diag.Pos {
	if p.number == 0 {
		return diag.Pos{File: p.file}
	}
	return diag.Pos{File: p.file, Path: fmt.Sprintf("%s, đoạn %06d", p.part, p.number)}
}

// warning is a finding that does not keep the template from being filled.
func (p *place) warning(rule, message, found, fix string) *diag.Diagnostic {
	d := p.finding(rule, message, found, fix)
	d.Level = diag.Warning
	return d
}

// finding makes a finding at a place, which its message names.
func (p *place) finding(rule, message, found, fix string) *diag.Diagnostic {
	if s := p.String(); s != "" {
		message += " (" + s + ")"
	}
	return &diag.Diagnostic{Pos: p.pos(), Rule: rule, Message: message, Found: found, Fix: fix}
}
