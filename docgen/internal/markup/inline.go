package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// inlines reads the children of n. Runs of plain text become one Text.
func (r *reader) inlines(n ast.Node) []doc.Inline {
	var out []doc.Inline
	var run strings.Builder
	flush := func() {
		if run.Len() > 0 {
			out = append(out, &doc.Text{S: run.String()})
			run.Reset()
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := unescape(c.Segment.Value(r.b))
			if c.SoftLineBreak() || c.HardLineBreak() {
				s = strings.TrimRight(s, " ")
			}
			run.WriteString(s)
			switch {
			case c.HardLineBreak():
				flush()
				out = append(out, &doc.LineBreak{})
			case c.SoftLineBreak():
				run.WriteByte(' ')
			}
		case *ast.String:
			run.WriteString(unescape(c.Value))
		case *ast.Emphasis:
			flush()
			if c.Level >= 2 {
				out = append(out, &doc.Strong{Inlines: r.inlines(c)})
			} else {
				out = append(out, &doc.Emph{Inlines: r.inlines(c)})
			}
		case *ast.Link:
			flush()
			out = append(out, r.link(c, string(c.Destination), r.inlines(c))...)
		case *ast.AutoLink:
			flush()
			url := string(c.URL(r.b))
			if c.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
				url = "mailto:" + url
			}
			out = append(out, r.link(c, url, doc.T(string(c.Label(r.b))))...)
		case *ast.Image:
			r.add(start(n), diag.Error, RuleImage, "ảnh phải đứng riêng một đoạn, không nằm giữa dòng chữ", string(c.Destination))
		case *extast.FootnoteLink:
			flush()
			out = append(out, &doc.Note{Inlines: r.notes[c.Index]})
		case *extast.FootnoteBacklink:
			// Drawn by web pages only.
		default:
			run.WriteString(r.textOf(c)) // what the subset has no meaning for is text
		}
	}
	flush()
	return trim(out)
}

// textOf gives the text below n without its marks.
func (r *reader) textOf(n ast.Node) string {
	if t, ok := n.(*ast.Text); ok {
		return unescape(t.Segment.Value(r.b))
	}
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.WriteString(r.textOf(c))
	}
	return b.String()
}

// link gives the reference or link that leads to dest.
func (r *reader) link(n ast.Node, dest string, inlines []doc.Inline) []doc.Inline {
	if id, ok := strings.CutPrefix(dest, "#"); ok {
		return []doc.Inline{&doc.Ref{ID: id, Inlines: inlines}}
	}
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(dest, scheme) && len(dest) > len(scheme) {
			if len(inlines) == 0 {
				inlines = doc.T(dest)
			}
			return []doc.Inline{&doc.Link{URL: dest, Inlines: inlines}}
		}
	}
	r.add(start(n.Parent()), diag.Error, RuleLink,
		"liên kết phải dẫn tới địa chỉ http://, https://, mailto: hoặc #mã của một mục", dest)
	return inlines
}

// trim drops spaces at both ends of a paragraph.
func trim(in []doc.Inline) []doc.Inline {
	if len(in) == 0 {
		return in
	}
	if t, ok := in[0].(*doc.Text); ok {
		t.S = strings.TrimLeft(t.S, " ")
	}
	if t, ok := in[len(in)-1].(*doc.Text); ok {
		t.S = strings.TrimRight(t.S, " ")
	}
	return in
}
