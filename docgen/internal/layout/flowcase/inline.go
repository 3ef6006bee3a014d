package flowcase

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// inlines reads text with the marks of the package comment.
func inlines(s string) ([]doc.Inline, error) {
	r := &reader{rest: s}
	list := r.until("")
	if r.rest != "" {
		r.fail("text ends early, before %q", r.rest)
	}
	return list, r.err
}

type reader struct {
	rest string
	err  error // the first mistake
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// until reads up to the closing mark, and past it.
func (r *reader) until(end string) []doc.Inline {
	var list []doc.Inline
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			list = append(list, &doc.Text{S: text.String()})
			text.Reset()
		}
	}
	for r.rest != "" && r.err == nil {
		if end != "" && r.skip(end) {
			flush()
			return list
		}
		switch {
		case r.skip("**"):
			flush()
			list = append(list, &doc.Strong{Inlines: r.until("**")})
		case r.skip("*"):
			flush()
			list = append(list, &doc.Emph{Inlines: r.until("*")})
		case r.skip("{"):
			flush()
			list = append(list, r.brace())
		case r.skip("~"):
			text.WriteRune(doc.NoBreakSpace)
		default:
			text.WriteByte(r.rest[0])
			r.rest = r.rest[1:]
		}
	}
	if end != "" {
		r.fail("no closing %q", end)
	}
	flush()
	return list
}

// skip goes past a mark, where it is next.
func (r *reader) skip(mark string) (ok bool) {
	r.rest, ok = strings.CutPrefix(r.rest, mark)
	return ok
}

// word takes the next word off the text in braces.
func (r *reader) word() string {
	i := strings.IndexAny(r.rest, " }")
	if i < 0 {
		i = len(r.rest)
	}
	w := r.rest[:i]
	r.rest = strings.TrimPrefix(r.rest[i:], " ")
	return w
}

// brace reads what stands in braces.
func (r *reader) brace() doc.Inline {
	switch name := r.word(); name {
	case "br":
		return closed(r, &doc.LineBreak{})
	case "tab":
		return closed(r, &doc.Tab{})
	case "page":
		return closed(r, &doc.PageNumber{})
	case "blank":
		b := &doc.Blank{Name: r.word(), Width: r.points()}
		if !strings.HasPrefix(r.rest, "}") {
			b.Value = r.word()
		}
		return closed(r, b)
	case "dots":
		return closed(r, &doc.Blank{Width: r.points(), Leader: '.'})
	case "note":
		n, err := strconv.Atoi(r.word())
		if err != nil {
			r.fail("%w", err)
		}
		return &doc.Note{Number: n, Inlines: r.until("}")}
	case "link":
		return &doc.Link{URL: r.word(), Inlines: r.until("}")}
	case "ref":
		return &doc.Ref{ID: r.word(), Inlines: r.until("}")}
	case "label":
		return &doc.Label{Inlines: r.until("}")}
	case "upright":
		return &doc.Upright{Inlines: r.until("}")}
	default:
		r.fail("unknown mark {%s}", name)
		return nil
	}
}

// closed is an inline behind which the brace closes.
func closed(r *reader, in doc.Inline) doc.Inline {
	if !r.skip("}") {
		r.fail("no closing brace before %q", r.rest)
	}
	return in
}

func (r *reader) points() doc.Length {
	v, err := strconv.ParseFloat(r.word(), 64)
	if err != nil {
		r.fail("%w", err)
	}
	return doc.Pt(v)
}
