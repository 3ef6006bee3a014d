package record

import (
	"cmp"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// badRunes returns the characters of a text that no paper holds, each once, at
// most maxCharacters of them. Line ends are good; a text of several lines may have those
// of other systems, tabs, and bullets of Word at the heads of lines.
func badRunes(text string, multiline bool) []rune {
	if isPlain(text) {
		return nil
	}
	var bad []rune
	head := true
	for _, r := range text {
		good := multiline && (isPastedEnd(r) || isPastedBullet(r) && head)
		head = r == '\n' || isPastedEnd(r) && r != '\t' || head && (r == ' ' || r == '\t' || r == '\u00a0')
		if (isBad(r) || r == '\r') && !good && !slices.Contains(bad, r) {
			if bad = append(bad, r); len(bad) == maxCharacters {
				break
			}
		}
	}
	return bad
}

// isPlain reports whether text has nothing but what is good anywhere: printed ASCII, line ends,
// Latin letters as Vietnamese has them, dashes and quotation marks, all in UTF-8 and NFC. Nearly every text is.
func isPlain[T string | []byte](text T) bool {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= ' ' && c < 0x7f, c == '\n':
			i++
		case c >= 0xc3 && c <= 0xcb && i+1 < len(text) && goesOnLetter(text[i+1]): // U+00C0 to U+02FF
			i += 2
		case c == 0xe1 && i+2 < len(text) && text[i+1] >= 0xb8 && text[i+1] <= 0xbb && goesOnLetter(text[i+2]): // U+1E00 to U+1EFF
			i += 3
		case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] >= 0x90 && text[i+2] <= 0xa7: // U+2010 to U+2027
			i += 3
		default:
			return false
		}
	}
	return true
}

// goesOnLetter reports whether a byte is none of the first of its letter in UTF-8.
func goesOnLetter(c byte) bool { return c&0xc0 == 0x80 }

// isPastedEnd reports whether r is a line end of another system, or a tab.
func isPastedEnd(r rune) bool {
	switch r {
	case '\t', '\v', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isPastedBullet reports whether r is a bullet of a list in Word, a letter of its symbol
// font.
func isPastedBullet(r rune) bool {
	switch r {
	case '\uf0b7', '\uf0a7', '\uf0d8', '\uf0fc', '\uf02d', '\uf02b':
		return true
	}
	return false
}

// badRune is the finding about a character in the field named by label, if one is. What shows
// nothing can be taken out for certain.
func badRune(label string, r rune) diag.Diagnostic {
	d := diag.Diagnostic{Rule: RuleCharacter, Found: string(r), Message: describeBad(r), Fix: "xóa ký tự này"}
	if label != "" {
		d.Message = label + ": " + d.Message
	}
	if unicode.Is(unicode.Cf, r) {
		d.Edit = diag.Edit{Old: string(r), New: ""}
	}
	return d
}

// text refuses what reading a file would not let through: bytes that are no
// UTF-8, characters that no paper holds, dates and figures that there are not.
// Of a file it finds line ends in a text of one line.
func (c *Validation) text(v reflect.Value, f *Field) {
	if v.Kind() == reflect.String {
		s := v.String()
		if !isPlain(s) {
			if c.odd = true; !c.sound(s, f) {
				return
			}
		}
		if way := vi.LegacyOf(s); way != "" {
			c.here(oldLetters(f.label, s, way))
		} else if word, letter, foreign := phrase.Stray(s); word != "" {
			d := diag.Diagnostic{Level: diag.Warning, Rule: RuleLetters, Found: word, Fix: "gõ lại chữ này",
				Message: fmt.Sprintf("%s: dấu thanh trong %q đặt ở chữ %q", f.label, word, string(letter))}
			if foreign {
				d.Message = fmt.Sprintf("%s: chữ %q (U+%04X) trong %q là của bảng chữ cái khác, trông như chữ La-tinh", f.label,
					string(letter), letter, word)
			}
			c.here(d)
		}
		if !f.multiline && strings.Contains(s, "\n") {
			c.here(diag.Diagnostic{Rule: RuleValue, Found: s, Expected: strings.Join(strings.Fields(s), " "),
				Message: fmt.Sprintf("%s có nhiều dòng, phải viết trên một dòng", f.label),
				Fix:     "viết liền một dòng, hoặc mở đầu bằng dấu > thay cho dấu |"})
			return
		}
	}
	c.readable(v, f)
}

// sound reports whether all letters of a text can stand in a paper; it says which cannot.
func (c *Validation) sound(s string, f *Field) bool {
	if !utf8.ValidString(s) {
		c.here(diag.Diagnostic{Rule: RuleEncoding, Message: f.label + " không phải UTF-8"})
		return false
	}
	bad := badRunes(s, f.multiline)
	for _, r := range bad {
		c.here(badRune(f.label, r))
	}
	return len(bad) == 0
}

// oldLetters is the finding about a text that is stored in an old way, with what it means.
func oldLetters(label, s string, way vi.Legacy) diag.Diagnostic {
	d := diag.Diagnostic{
		Level: diag.Warning, Rule: RuleLetters, Found: s, Message: label + ": chữ gõ bằng bảng mã cũ " + strings.ToUpper(string(way)),
	}
	if way == vi.Twice {
		d.Message = label + ": chữ hỏng vì UTF-8 bị đọc nhầm bảng mã"
	}
	if is := way.Decode(s); is != s {
		d.Expected, d.Fix = is, "đúng ra là "+Quote(is)
	} else {
		d.Fix = "chép lại từ tệp gốc; có chữ đã mất hẳn"
	}
	return d
}

// readable refuses a value that is not read back as itself, such as 30 February.
func (c *Validation) readable(v reflect.Value, f *Field) {
	if !v.Type().Implements(textMarshaler) {
		return
	}
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	c.odd = c.odd || !isPlain(text)
	if err == nil {
		again := reflect.New(v.Type())
		err = again.Interface().(encoding.TextUnmarshaler).UnmarshalText(text)
		if reflect.DeepEqual(again.Elem().Interface(), v.Interface()) {
			return
		}
	}
	if err == nil {
		err = fmt.Errorf("%v is not read back as itself", v.Interface())
	}
	c.here(badScalar(v.Type(), cmp.Or(string(text), fmt.Sprint(v.Interface())), f.label, err))
}
