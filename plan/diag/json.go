package diag

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
)

// published is a finding in JSON, the one form in which it leaves the program. Line, column
// and paragraph are 0 where they are not known, span and edit null.
type published struct {
	File      string         `json:"file"`
	Line      int            `json:"line"`
	Column    int            `json:"column"`
	Level     Level          `json:"level"`
	Rule      string         `json:"rule"`
	Message   string         `json:"message"`
	Found     string         `json:"found"`
	Expected  string         `json:"expected"`
	Fix       string         `json:"fix"`
	Source    string         `json:"source"`
	Pointer   string         `json:"pointer"`
	Cell      string         `json:"cell"`
	Paragraph int            `json:"paragraph"`
	Span      *Span          `json:"span"`
	Edit      *publishedEdit `json:"edit"`
}

type publishedEdit struct {
	Span Span   `json:"span"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// MarshalJSON writes the finding as docs/cli.md describes it.
func (d *Diagnostic) MarshalJSON() ([]byte, error) {
	if d == nil {
		return []byte("null"), nil
	}
	p := published{
		File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Column,
		Level: d.Level, Rule: d.Rule, Message: d.Message,
		Found: d.Found, Expected: d.Expected, Fix: d.Fix, Source: d.Source,
		Pointer: d.Pos.Pointer(), Cell: d.Pos.Cell, Paragraph: d.Pos.Paragraph,
	}
	if d.Span != (Span{}) {
		p.Span = &d.Span
	}
	if d.Edit.Span != (Span{}) {
		p.Edit = &publishedEdit{d.Edit.Span, d.Edit.Old, d.Edit.New}
	}
	return plainJSON(p)
}

// Pointer gives the field as a JSON pointer into the file's value, "/lists/2/amount"; empty
// when no field is known.
// Source: RFC 6901.
func (p Pos) Pointer() string {
	if p.Path == "" || p.Cell != "" || p.Paragraph > 0 || strings.ContainsFunc(p.Path, outsidePath) {
		return ""
	}
	return "/" + strings.NewReplacer(".", "/", "[", "/", "]", "").Replace(p.Path)
}

// outsidePath reports whether no path of a field has that letter.
func outsidePath(r rune) bool {
	return r >= 0x80 || !strings.ContainsRune("._-[]", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// MarshalJSON writes the findings as an array, which is never null.
func (l List) MarshalJSON() ([]byte, error) {
	all := slices.DeleteFunc(slices.Clone(l), func(d *Diagnostic) bool { return d == nil })
	return plainJSON(append([]*Diagnostic{}, all...))
}

// plainJSON leaves signs such as < as they are, which whoever marshals the whole may escape.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
