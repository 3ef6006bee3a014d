package diag

import (
	"bytes"
	"encoding/json"
	"slices"
)

// published is a finding in JSON, the one form in which it leaves the program. Line and
// column are 0 where the place is not known.
type published struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Level    Level  `json:"level"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Found    string `json:"found"`
	Expected string `json:"expected"`
	Fix      string `json:"fix"`
	Source   string `json:"source"`
}

// MarshalJSON writes the finding as docs/cli.md describes it.
func (d *Diagnostic) MarshalJSON() ([]byte, error) {
	if d == nil {
		return []byte("null"), nil
	}
	return plainJSON(published{
		File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Column,
		Level: d.Level, Rule: d.Rule, Message: d.Message,
		Found: d.Found, Expected: d.Expected, Fix: d.Fix, Source: d.Source,
	})
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
