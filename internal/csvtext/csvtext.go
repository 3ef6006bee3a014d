// Package csvtext writes CSV files that spreadsheets open as they are meant.
//
//	w, err := csvtext.NewWriter(file)
//	err = w.Write([]string{csvtext.Inert(name), amount})
package csvtext

import (
	"encoding/csv"
	"io"
	"strings"
)

// ByteOrderMark begins a file in UTF-8. Without it Excel does not read Vietnamese letters.
const ByteOrderMark = "\ufeff"

// NewWriter writes a byte order mark and returns a writer of lines that end as on Windows.
func NewWriter(w io.Writer) (*csv.Writer, error) {
	_, err := io.WriteString(w, ByteOrderMark)
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return c, err
}

// Inert keeps a spreadsheet from running a text as a formula: one that came out of a file
// or a cell, not one that the program made.
func Inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
