package sheet

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
)

// lostZero finds a telephone number without the zero before it: nine figures of a mobile one, ten of a house.
var lostZero = pattern.New(`^(?:[35789][0-9]{8}|2[0-9]{9})$`)

// betweenPhones finds what surely parts two numbers.
var betweenPhones = pattern.New(`[/;,:|&\n]|\s(?:và|hoặc)\s`)

// readPhone takes a telephone number, or several, as they look.
func readPhone(c Cell) (Value, error) {
	for _, one := range betweenPhones.Split(c.Text, -1) {
		for _, number := range phonesOf(one) {
			if lostZero.MatchString(idSigns.Replace(number)) {
				return "", &Wrong{"mất số 0", "số điện thoại đã mất số 0 ở đầu", textAgain}
			}
		}
	}
	return readText(c)
}

// phonesOf parts numbers at strokes or spaces, which may stand inside one too: all parts are then long enough for a number.
func phonesOf(text string) []string {
	for _, by := range []struct {
		signs string
		least int
	}{{"-–—", 7}, {" ", 9}} {
		parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(by.signs, r) })
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return len(idSigns.Replace(part)) < by.least }) {
			return parts
		}
	}
	return []string{text}
}

// phoneHeads are headings of columns of telephone numbers.
var phoneHeads = []string{"điện thoại", "số điện thoại", "sđt", "số đt", "đt", "di động", "số di động", "điện thoại di động",
	"điện thoại liên hệ", "số điện thoại liên hệ", "số điện thoại di động", "điện thoại bàn"}

// TypeOf is the type of a column that states none, by its heading.
func TypeOf(heading string) Type {
	if slices.Contains(phoneHeads, Key(heading)) {
		return PhoneType
	}
	return TextType
}
