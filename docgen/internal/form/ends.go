package form

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// semicolon and stop are the marks that the decree sets at the ends of a list's entries.
const (
	semicolon = ";"
	stop      = "."
)

// listMark is the mark of entry i of n.
func listMark(i, n int) string {
	if i == n-1 {
		return stop
	}
	return semicolon
}

// ended gives inlines that end in a mark: the writer's own is taken off. Behind a blank
// to be filled, "v.v.", a web address, "!", "?" and ":" no full stop is set, and a hint
// says so.
func (f *former) ended(at *diag.Pos, in []doc.Inline, mark string) []doc.Inline {
	out, open := f.withoutEnd(in)
	if open && mark != semicolon {
		f.found.Add(&diag.Diagnostic{
			Pos: *at, Level: diag.Info, Rule: ruleOpenEnd, Found: lastWord(in),
			Message: fmt.Sprintf("sau %q không ghi thêm dấu %q", lastWord(in), mark),
		})
		return out
	}
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(*doc.Text); ok {
			if strings.HasSuffix(t.S, mark) { // "TP.;", "(b/c);."
				return out
			}
			out[n-1] = f.mem.Text(t.S + mark)
			return out
		}
	}
	return append(out, f.mem.Text(mark))
}

// slashed is the mark at the end of a text.
const slashed = "./."

// earlyEnd finds that mark behind a paragraph that another one follows: the program sets it behind the last. It ends a quotation or a
// sum in words too, and what is sent with a paper may be named behind it.
func (f *former) earlyEnd(p *flow.Paragraph) {
	if f.early != nil && !markup.MayFollowEnd(lastText(p.Inlines)) && !namesEnclosure(p.Inlines) {
		f.found.Add(&diag.Diagnostic{
			Pos: *f.early.At, Level: diag.Warning, Rule: ruleEarlyEnd, Found: slashed,
			Message: fmt.Sprintf("dấu ./. ở %q đứng trước khi hết nội dung", lastWord(f.early.Inlines)),
			Fix:     "thay bằng dấu chấm, hoặc đưa phần sau nó lên trước; dấu ./. ở cuối do chương trình ghi",
		})
	}
	f.early = nil
	f.quoted = max(0, f.quoted+openQuotes(p.Inlines))
	s := lastText(p.Inlines)
	if f.quoted == 0 && strings.HasSuffix(s, slashed) && !strings.HasSuffix(s, "."+slashed) && !saysSum(p.Inlines) {
		f.early = p
	}
}

// openQuotes counts the quotations that inlines begin and do not end, below zero those that they end.
func openQuotes(in []doc.Inline) int {
	open := 0
	for _, n := range in {
		if t, ok := n.(*doc.Text); ok {
			open += strings.Count(t.S, "“") - strings.Count(t.S, "”")
			continue
		}
		inner, _ := inside(n)
		open += openQuotes(inner)
	}
	return open
}

// saysSum reports whether inlines that end a text end in a sum in words: "năm triệu đồng chẵn./.".
func saysSum(in []doc.Inline) bool {
	s, _ := ending(in)
	return sumInWords.MatchString(vi.Lower(strings.TrimSuffix(s, slashed)))
}

// namesEnclosure reports whether inlines say what is sent with a paper: "(Xin gửi kèm dự thảo.)", "Tài liệu gửi kèm:".
func namesEnclosure(in []doc.Inline) bool {
	s, _ := ending(in)
	return enclosed.MatchString(vi.Lower(s))
}

var (
	sumInWords = pattern.New(`(?:^|[\pZ(])(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ|mươi|mười|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)` +
		`\pZ+đồng(?:\pZ+việt\pZ+nam)?$|\pZchẵn$`)
	enclosed = pattern.New(`^\([^)]*\pZkèm\pZ[^)]*\)\.?$|` +
		`^(?:xin\pZ+)?(?:(?:tài liệu|hồ sơ|phụ lục|danh sách|văn bản|dự thảo|biểu mẫu)\pZ+)?` +
		`(?:được\pZ+)?(?:gửi\pZ+kèm|kèm\pZ+theo(?:$|[^\pZ]|\pZ+[^đ\pZ])|đính\pZ+kèm)`)
)

// withoutEnd gives inlines without the mark at their end, and whether no full stop may
// follow them. The mark may stand behind bold letters: "**Hết**/".
func (f *former) withoutEnd(in []doc.Inline) (out []doc.Inline, open bool) {
	if len(in) == 0 {
		return nil, false
	}
	if n, ok := in[len(in)-1].(*doc.Blank); ok {
		return append(f.mem.Inlines(len(in)+1), in...), n.Leader != 0 && n.Value == ""
	}
	s, _ := ending(in)
	rest, open := markup.EndOf(s)
	return f.shortened(in, len(s)-len(rest)), open
}

// longEnding is more text than the end of a sentence can be told from.
const longEnding = 512

// ending gives the text at the end of inlines, and whether it is all of them.
func ending(in []doc.Inline) (s string, all bool) {
	for i := len(in) - 1; i >= 0; i-- {
		if t, ok := in[i].(*doc.Text); ok {
			s = t.S + s
		} else {
			inner, wrap := inside(in[i])
			if wrap == nil {
				return s, false
			}
			t, whole := ending(inner)
			if s = t + s; !whole {
				return s, false
			}
		}
		if len(s) > longEnding {
			return s, false
		}
	}
	return s, true
}

// shortened gives inlines without the last n bytes of their text.
func (f *former) shortened(in []doc.Inline, n int) []doc.Inline {
	out := append(f.mem.Inlines(len(in)+1), in...)
	for n > 0 {
		last := &out[len(out)-1]
		if t, ok := (*last).(*doc.Text); ok {
			k := min(n, len(t.S))
			*last = f.mem.Text(t.S[:len(t.S)-k])
			if n -= k; n > 0 {
				out = out[:len(out)-1]
			}
			continue
		}
		inner, wrap := inside(*last)
		s, _ := ending(inner)
		k := min(n, len(s))
		*last = wrap(f.shortened(inner, k))
		if n -= k; n > 0 {
			out = out[:len(out)-1]
		}
	}
	return out
}

// inside gives what stands in bold, italic or upright letters, in a link or a number,
// and how the like is made of other text; nothing for what is no text.
func inside(n doc.Inline) (in []doc.Inline, wrap func([]doc.Inline) doc.Inline) {
	switch n := n.(type) {
	case *doc.Strong:
		return n.Inlines, func(in []doc.Inline) doc.Inline { return &doc.Strong{Inlines: in} }
	case *doc.Emph:
		return n.Inlines, func(in []doc.Inline) doc.Inline { return &doc.Emph{Inlines: in} }
	case *doc.Upright:
		return n.Inlines, func(in []doc.Inline) doc.Inline { return &doc.Upright{Inlines: in} }
	case *doc.Link:
		return n.Inlines, func(in []doc.Inline) doc.Inline { return &doc.Link{URL: n.URL, Inlines: in} }
	case *doc.Label:
		return n.Inlines, func(in []doc.Inline) doc.Inline { return &doc.Label{Inlines: in} }
	}
	return nil, nil
}

// lastWord is the last word of inlines, for messages.
func lastWord(in []doc.Inline) string {
	s, _ := ending(in)
	if s = markup.LastWord(s); s == "" {
		return "......"
	}
	return markup.Ending(s)
}
