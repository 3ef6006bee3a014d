package record

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// MaxBytes is the most that a file may hold.
const MaxBytes = 16 << 20

// Further limits of one file. No real paper comes near; YAML that only means to keep
// the program busy does. A flow list of 4 MB took yaml.v3 1.3 s and 396 MB, so
// the marks are counted before it sees them.
const (
	maxMarks      = 250_000 // commas, colons, dashes and line ends
	maxDepth      = 64
	maxAliased    = 10_000 // nodes reached through aliases
	maxCharacters = 20     // bad characters that are reported one by one
)

// checkSource refuses bytes that are not to be given to the parser. It returns
// the bytes without a byte order mark, and blocks of text as they can be parsed.
func checkSource(name string, src []byte) ([]byte, mending, diag.List) {
	src = bytes.TrimPrefix(src, []byte(byteOrderMark))
	if len(src) > MaxBytes {
		return nil, mending{}, diag.List{{Pos: diag.Pos{File: name}, Rule: RuleSize,
			Message: fmt.Sprintf("tệp lớn hơn %d MB", MaxBytes>>20)}}
	}
	if d := foreign(name, src); d != nil {
		return nil, mending{}, diag.List{d}
	}
	marks := 0
	for _, mark := range []string{",", ":", "-", "\n", "\r"} {
		marks += bytes.Count(src, []byte(mark))
	}
	if marks > maxMarks {
		return nil, mending{}, diag.List{{
			Pos: diag.Pos{File: name}, Rule: RuleSize,
			Message: fmt.Sprintf("tệp có %d dấu phẩy, hai chấm, gạch và dòng, nhiều nhất là %d", marks, maxMarks),
		}}
	}
	src, m := mendBlocks(src)
	if m.plain {
		return src, m, nil
	}
	return src, m, checkCharacters(name, src, m)
}

// checkCharacters finds bytes that are no UTF-8 and characters that no paper holds.
func checkCharacters(name string, src []byte, m mending) diag.List {
	var found diag.List
	line, column := 1, 1
	for i := 0; i < len(src); {
		r, size := rune(src[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src[i:])
		}
		switch {
		case r == utf8.RuneError && size == 1:
			return append(found, &diag.Diagnostic{
				Pos: diag.Pos{File: name, Line: line, Column: column}, Rule: RuleEncoding,
				Message: "tệp không phải UTF-8",
				Fix: "lưu lại tệp với bảng mã UTF-8 (trong Notepad: Save As, Encoding: UTF-8); chữ cũ TCVN3, VNI thì chuyển sang " +
					"Unicode trước",
			})
		case r == '\t', r == pastedBreak && m.count > 0, isPastedBullet(r):
		case isBad(r):
			d := badRune("", r)
			d.Pos = diag.Pos{File: name, Line: line, Column: max(column-m.shift[line], 1)}
			found.Add(&d)
			if len(found) == maxCharacters {
				return found
			}
		}
		i += size
		if r == '\n' || r == '\r' {
			if r == '\r' && i < len(src) && src[i] == '\n' {
				i++
			}
			line, column = line+1, 1
			continue
		}
		column++
	}
	return found
}

// isBad reports whether r is a character that no paper holds: control, format
// (bidirectional marks, zero-width spaces) and private-use characters, line
// separators of other systems, and what is no character. Line ends are good.
func isBad(r rune) bool {
	switch {
	case r == '\n' || r == '\r':
		return false
	case r < 0x20 || r == 0x7f:
		return true
	case r < 0x80, r >= 0xc0 && r < 0x300, r >= 0x1e00 && r < 0x2000: // ASCII and the letters of Vietnamese
		return false
	}
	return r == '\u2028' || r == '\u2029' || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef ||
		unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co)
}

func describeBad(r rune) string {
	what := "ký tự điều khiển"
	switch {
	case unicode.Is(unicode.Co, r):
		what = "ký tự riêng của một phông chữ"
	case unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029':
		what = "ký tự ẩn"
	}
	return fmt.Sprintf("có %s U+%04X", what, r)
}

// checkTree refuses trees that are too deep, and aliases that lead to
// themselves or open into too much. It stops at the first finding: what is
// behind it cannot be walked.
func checkTree(name string, root *yaml.Node) diag.List {
	w := treeWalk{file: name, active: make(map[*yaml.Node]bool)}
	w.node(root, 0, false)
	return w.found
}

type treeWalk struct {
	file    string
	found   diag.List
	active  map[*yaml.Node]bool // aliased nodes being walked
	aliased int
	bytes   int // of texts reached through aliases
}

func (w *treeWalk) add(n *yaml.Node, rule, message string) {
	w.found.Add(&diag.Diagnostic{Pos: nodePos(w.file, n, ""), Rule: rule, Message: message})
}

func (w *treeWalk) node(n *yaml.Node, depth int, aliased bool) {
	if depth > maxDepth {
		w.add(n, RuleDepth, fmt.Sprintf("các khóa lồng nhau quá %d cấp", maxDepth))
		return
	}
	if aliased {
		if w.aliased++; w.aliased > maxAliased {
			w.add(n, RuleAlias, fmt.Sprintf("các bí danh mở ra quá %d giá trị", maxAliased))
			return
		}
		if w.bytes += len(n.Value); w.bytes > MaxBytes {
			w.add(n, RuleAlias, fmt.Sprintf("các bí danh mở ra quá %d MB", MaxBytes>>20))
			return
		}
	}
	if n.Kind == yaml.AliasNode {
		if w.active[n.Alias] {
			w.add(n, RuleAlias, fmt.Sprintf("bí danh *%s dẫn đến chính nó", n.Value))
			return
		}
		w.active[n.Alias] = true
		w.node(n.Alias, depth, true)
		delete(w.active, n.Alias)
		return
	}
	if n.Anchor != "" {
		w.active[n] = true
		defer delete(w.active, n)
	}
	for _, c := range n.Content {
		if len(w.found) > 0 {
			return
		}
		w.node(c, depth+1, aliased)
	}
}
