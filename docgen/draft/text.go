package draft

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// decodeText gives plain text as Unicode: UTF-8, UTF-16 with its mark, and text in the letters
// of old fonts, which are told.
func decodeText(name string, src []byte) (text string, old vi.Legacy, fault *diag.Diagnostic) {
	s := string(src)
	var order binary.ByteOrder
	switch {
	case strings.HasPrefix(s, "\xff\xfe"):
		order = binary.LittleEndian
	case strings.HasPrefix(s, "\xfe\xff"):
		order = binary.BigEndian
	}
	if order != nil {
		units := make([]uint16, len(src)/2)
		for i := range units {
			units[i] = order.Uint16(src[2*i:])
		}
		s = string(utf16.Decode(units))
	}
	s = strings.TrimPrefix(s, "\ufeff")
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		return "", "", &diag.Diagnostic{
			Pos: diag.Pos{File: name}, Rule: ruleText, Message: "tệp không phải văn bản thuần mã UTF-8",
			Fix: "mở bằng Notepad rồi lưu lại với Encoding: UTF-8; tệp Word thì đặt đuôi .docx",
		}
	}
	old = vi.LegacyOf(s)
	if decoded := old.Decode(s); decoded != s {
		return decoded, old, nil
	}
	return s, "", nil
}

// gluedRule is a drawn line that a copy from a PDF file has right before the words below it.
var gluedRule = pattern.New(`^ *-{3,}\b`)

// textLines gives the lines of plain text that hold words.
func textLines(s string) []line {
	var all []line
	gap, page := false, false
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\v", "\n").Replace(s)
	for i, raw := range strings.Split(s, "\n") {
		if strings.Contains(raw, "\f") {
			raw, page = strings.ReplaceAll(strings.TrimLeft(raw, "\f"), "\f", " "), true
		}
		raw = gluedRule.ReplaceAllString(clean(raw), "")
		typed := raw
		raw = strings.TrimRight(raw, " \t")
		text := tidy(raw)
		if text == "" {
			gap = true
			continue
		}
		indent := 0
		for _, r := range raw {
			if r == '\t' {
				indent += 8
			} else if r == ' ' {
				indent++
			} else {
				break
			}
		}
		all = append(all, line{at: i + 1, text: text, spans: []span{{s: raw}}, plain: true, gap: gap, page: page, indent: indent})
		all[len(all)-1].setTabs(typed)
		all[len(all)-1].stand()
		gap, page = false, false
	}
	return all
}
