package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markers that are words: Phần, Chương, Mục, Tiểu mục, Điều.

// The words that open the divisions of the decree, in capitals.
var markerWords = [...]struct {
	word string
	form form
}{
	{"PHẦN", partForm}, {"CHƯƠNG", chapterForm}, {"MỤC", sectionForm}, {"TIỂU MỤC", subForm}, {"ĐIỀU", articleForm},
}

// matchWord reads "Chương II", "Phần thứ nhất", "Điều 5.".
func matchWord(s string) (marker, bool) {
	for _, w := range markerWords {
		n := foldedPrefix(s, w.word)
		if n == 0 {
			continue
		}
		blanks := blanksAt(s, n)
		if blanks == 0 {
			return marker{}, false
		}
		m := marker{form: w.form}
		if w.form == articleForm {
			return matchArticle(m, s, n, n+blanks)
		}
		size := m.wordNumber(s[n+blanks:])
		if size == 0 {
			return m, false
		}
		return m.alone(s, n, n+blanks, n+blanks+size)
	}
	return marker{}, false
}

// wordNumber reads the number of a phần, chương or mục: "II", "2", "A", "thứ hai". It
// gives how many bytes it takes.
func (m *marker) wordNumber(s string) int {
	if s == "" {
		return 0
	}
	if n := foldedPrefix(s, "THỨ "); n > 0 {
		for i, w := range ordinals {
			if k := foldedPrefix(s[n:], w); k > 0 && !unicode.IsLetter(first(s[n+k:])) {
				m.n.push(i + 1)
				return n + k
			}
		}
		return 0
	}
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	value := 0
	switch {
	case n > 2:
		return 0
	case n > 0:
		value = int(s[0] - '0')
		if n == 2 {
			value = value*10 + int(s[1]-'0')
		}
	default:
		for n < len(s) && (s[n] == 'I' || s[n] == 'V' || s[n] == 'X') {
			n++
		}
		value = romanNumber(s[:n])
		if n == 0 && s[0] >= 'A' && s[0] <= 'D' && (m.form == partForm || m.form == sectionForm) {
			n, value = 1, int(s[0]-'A')+1
		}
	}
	if value == 0 || n < len(s) && (unicode.IsLetter(first(s[n:])) || isDigit(s[n])) {
		return 0
	}
	m.n.push(value)
	return n
}

// ordinals are the numbers of "Phần thứ nhất", from 1, in capitals.
var ordinals = [...]string{"NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY", "TÁM", "CHÍN", "MƯỜI"}

// alone completes a phần, chương, mục or tiểu mục: its word ends at word, its number
// takes the bytes from number to end. It stands alone on its line, or a sign and its title
// follow, or its title alone. A reference to another act is text.
func (m marker) alone(s string, word, number, end int) (marker, bool) {
	m.mark = s[:word] + " " + s[number:end]
	sign := end + blanksAt(s, end)
	if m.words = sign; sign == len(s) {
		return m, true
	}
	for _, k := range titleSigns {
		behind, ok := strings.CutPrefix(s[sign:], k)
		if !ok {
			continue
		}
		title := strings.TrimLeftFunc(behind, isBlank)
		m.words = len(s) - len(title)
		switch dash := k != "." && k != ":"; {
		case !dash && title == behind && title != "" && isDigit(title[0]): // "Mục 2.1 Thông tư ..."
			return m, false
		case !dash:
			m.mark += k
			return m, true
		case sign > end && (unicode.IsLetter(first(title)) || opensTitle(title)):
			k = " " + k // a dash leads to a title, whatever it is about: "Phần I - Luật thi đấu"
		case title == behind || !opensTitle(title): // "Mục 1 - 3", "Mục I-III"
			return m, false
		}
		m.mark += k
		return m, true
	}
	if sign == end || !opensTitle(s[sign:]) {
		return m, false
	}
	return m, true
}

// titleSigns stand between the number of a phần, chương, mục or tiểu mục and its title, longer ones first.
var titleSigns = [...]string{".-", "/-", "./", ".", ":", "/", "-", "–", "—"}

// opensTitle reports whether a title begins at the head of s that no stop or colon leads to.
func opensTitle(s string) bool {
	r := first(s)
	return (unicode.IsUpper(r) || strings.ContainsRune(`“"(`, r)) && !isReference(s)
}

// isReference reports whether s begins with what a sentence goes on with behind
// "Mục IV": another part or another act.
func isReference(s string) bool {
	for _, w := range [...]string{"Phần", "Chương", "Mục", "Tiểu mục", "Phụ lục", "Luật", "Bộ luật", "Nghị", "Thông tư", "Quyết định",
		"Quy chế", "Hiến pháp"} {
		if rest, ok := strings.CutPrefix(s, w); ok && !unicode.IsLetter(first(rest)) {
			return true
		}
	}
	rest, ok := strings.CutPrefix(s, "Điều")
	rest = strings.TrimLeftFunc(rest, isBlank)
	return ok && rest != "" && isDigit(rest[0])
}

// matchArticle reads the number of a Điều, from number, and the sign behind it.
func matchArticle(m marker, s string, word, number int) (marker, bool) {
	if !unicode.IsUpper(first(s)) {
		return m, false
	}
	end, value := number, 0
	for end < len(s) && isDigit(s[end]) {
		value = min(value*10+int(s[end]-'0'), 9999)
		end++
	}
	if end == number || end-number > 3 {
		return m, false
	}
	m.n.push(value)
	if r, size := utf8.DecodeRuneInString(s[end:]); r >= 'a' && r <= 'z' || r == 'đ' {
		m.n.letter = uint8(letterNumber(r))
		end += size
	}
	m.mark = s[:word] + " " + s[number:end]
	sign := end + blanksAt(s, end)
	if sign == len(s) || s[sign] != '.' && s[sign] != ':' {
		return m, false
	}
	m.mark += s[sign : sign+1]
	m.words = sign + 1 + blanksAt(s, sign+1)
	switch {
	case m.words == len(s) || m.words > sign+1:
		return m, true
	case s[sign] == '.' && (unicode.IsUpper(first(s[m.words:])) || strings.HasPrefix(s[m.words:], "“")):
		m.glued, m.follow, m.begin = true, true, true
		return m, true
	}
	return m, false
}
