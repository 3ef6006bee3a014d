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
	list, err := r.until("")
	if err == nil && r.rest != "" {
		err = fmt.Errorf("text ends early, before %q", r.rest)
	}
	return list, err
}

type reader struct{ rest string }

// until reads up to the closing mark, and past it.
func (r *reader) until(end string) ([]doc.Inline, error) {
	var list []doc.Inline
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			list = append(list, &doc.Text{S: text.String()})
			text.Reset()
		}
	}
	for r.rest != "" {
		if end != "" && strings.HasPrefix(r.rest, end) {
			r.rest = r.rest[len(end):]
			flush()
			return list, nil
		}
		switch {
		case strings.HasPrefix(r.rest, "**"):
			flush()
			r.rest = r.rest[2:]
			inner, err := r.until("**")
			if err != nil {
				return nil, err
			}
			list = append(list, &doc.Strong{Inlines: inner})
		case r.rest[0] == '*':
			flush()
			r.rest = r.rest[1:]
			inner, err := r.until("*")
			if err != nil {
				return nil, err
			}
			list = append(list, &doc.Emph{Inlines: inner})
		case r.rest[0] == '{':
			flush()
			r.rest = r.rest[1:]
			in, err := r.brace()
			if err != nil {
				return nil, err
			}
			list = append(list, in)
		case r.rest[0] == '~':
			text.WriteRune(doc.NoBreakSpace)
			r.rest = r.rest[1:]
		default:
			text.WriteByte(r.rest[0])
			r.rest = r.rest[1:]
		}
	}
	if end != "" {
		return nil, fmt.Errorf("no closing %q", end)
	}
	flush()
	return list, nil
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
func (r *reader) brace() (doc.Inline, error) {
	switch name := r.word(); name {
	case "br":
		return &doc.LineBreak{}, r.close()
	case "tab":
		return &doc.Tab{}, r.close()
	case "page":
		return &doc.PageNumber{}, r.close()
	case "blank":
		b := &doc.Blank{Name: r.word()}
		var err error
		if b.Width, err = points(r.word()); err != nil {
			return nil, err
		}
		if !strings.HasPrefix(r.rest, "}") {
			b.Value = r.word()
		}
		return b, r.close()
	case "dots":
		w, err := points(r.word())
		if err != nil {
			return nil, err
		}
		return &doc.Blank{Width: w, Leader: '.'}, r.close()
	case "note":
		n, err := strconv.Atoi(r.word())
		if err != nil {
			return nil, err
		}
		inner, err := r.until("}")
		return &doc.Note{Number: n, Inlines: inner}, err
	case "link":
		url := r.word()
		inner, err := r.until("}")
		return &doc.Link{URL: url, Inlines: inner}, err
	case "ref":
		id := r.word()
		inner, err := r.until("}")
		return &doc.Ref{ID: id, Inlines: inner}, err
	case "label":
		inner, err := r.until("}")
		return &doc.Label{Inlines: inner}, err
	case "upright":
		inner, err := r.until("}")
		return &doc.Upright{Inlines: inner}, err
	default:
		return nil, fmt.Errorf("unknown mark {%s}", name)
	}
}

func (r *reader) close() error {
	if !strings.HasPrefix(r.rest, "}") {
		return fmt.Errorf("no closing brace before %q", r.rest)
	}
	r.rest = r.rest[1:]
	return nil
}

func points(s string) (doc.Length, error) {
	v, err := strconv.ParseFloat(s, 64)
	return doc.Pt(v), err
}
