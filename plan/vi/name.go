package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name gives the name of a person "họ và tên" that was typed in capitals as papers write
// it: Nguyễn Văn An, Công Tằng Tôn Nữ, K'Brêu, H'Yŏn. A name in small letters gets its
// capitals too. A word that mixes both stays, and so do small words beside words with
// capitals. The result is NFC, with single spaces.
func Name(s string) string {
	words := strings.Fields(NFC(s))
	small := !strings.ContainsFunc(s, unicode.IsUpper)
	for i, w := range words {
		if small || strings.ContainsFunc(w, unicode.IsUpper) && !strings.ContainsFunc(w, unicode.IsLower) && !isNumeral(w) {
			words[i] = title(w)
		}
	}
	return strings.Join(words, " ")
}

// title gives a word with a capital at its head and behind every sign in it.
func title(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	head := true
	for _, r := range word {
		if head {
			r = unicode.ToUpper(r)
		} else {
			r = unicode.ToLower(r)
		}
		head = !unicode.IsLetter(r) && !unicode.IsMark(r)
		b.WriteRune(r)
	}
	return b.String()
}

// isNumeral tells II and IV from Vi and Xi, which are names.
func isNumeral(word string) bool {
	return len(word) > 1 && strings.Trim(word, "IVX") == "" && !isSyllable(word)
}

// VietnameseD returns s with Đ and đ where a letter of another language stands that only
// looks the same (Ð, Ɖ, ð, ɖ): at the head of a word, and behind capitals as in
// UBND-QÐ. Inside a word it may be that language, and stays.
func VietnameseD(s string) string {
	if !hasLikeD(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := ' '
	for i, r := range s {
		if isLikeD(r) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !isWordRune(last) || unicode.IsUpper(last) && unicode.IsUpper(r) && !unicode.IsLower(next) {
				switch r {
				case 'Ð', 'Ɖ':
					r = 'Đ'
				default:
					r = 'đ'
				}
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// hasLikeD reports whether a text has such letters, by their bytes.
func hasLikeD(s string) bool {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; s[i-1] {
		case 0xC3: // Ð ð
			if c == 0x90 || c == 0xB0 {
				return true
			}
		case 0xC6: // Ɖ
			if c == 0x89 {
				return true
			}
		case 0xC9: // ɖ
			if c == 0x96 {
				return true
			}
		}
	}
	return false
}

func isLikeD(r rune) bool { return r == 'Ð' || r == 'ð' || r == 'Ɖ' || r == 'ɖ' }
