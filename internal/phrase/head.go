package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CutWords takes words from the head of a text, "Kính gửi" from "KÍNH GỬI : Sở Nội vụ":
// in any case, with any blanks between them, and a colon, stroke or full stop behind them
// or not. A longer word that begins alike is another one.
func CutWords(text, words string) (rest string, ok bool) {
	rest = strings.TrimLeftFunc(text, unicode.IsSpace)
	first := true
	for w := range strings.FieldsSeq(words) {
		if !first {
			trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
			if len(trimmed) == len(rest) {
				return text, false
			}
			rest = trimmed
		}
		first = false
		if rest, ok = cutFolded(rest, w); !ok {
			return text, false
		}
	}
	behind := strings.TrimLeftFunc(rest, unicode.IsSpace)
	signs := strings.TrimLeft(behind, ":./")
	r, _ := utf8.DecodeRuneInString(rest)
	if len(signs) == len(rest) && rest != "" && !unicode.IsPunct(r) {
		return text, false
	}
	if next, _, _ := strings.Cut(behind, " "); slices.Contains(wordEnds, strings.ToLower(next)) {
		return text, false
	}
	return strings.TrimLeftFunc(signs, unicode.IsSpace), true
}

// wordEnds make a longer word of the one before them: báo cáo viên, kế hoạch hóa, phong trào Kế hoạch nhỏ.
var wordEnds = []string{"viên", "hóa", "hoá", "nhỏ"}

// CutKept takes "Lưu" from the head of a line of recipients: "VT" of "Lưu: VT". Where no sign stands
// behind it, it may open a longer word, as in "Lưu trữ lịch sử tỉnh".
func CutKept(text string) (rest string, ok bool) {
	if rest, ok = CutWords(text, "Lưu"); !ok || strings.ContainsAny(text[:len(text)-len(rest)], ":/.") {
		return rest, ok
	}
	next, _, _ := strings.Cut(rest, " ")
	if slices.Contains(keptEnds, strings.ToLower(strings.TrimRight(next, ",;."))) {
		return text, false
	}
	return rest, true
}

// keptEnds make another word of "Lưu" before them.
var keptEnds = []string{"trữ", "trú", "học", "động", "niệm", "vong", "hành", "thông", "ý", "ban", "lượng"}

// cutFolded takes a word from the head of s, whatever the case of its letters.
func cutFolded(s, word string) (string, bool) {
	for _, want := range word {
		r, size := utf8.DecodeRuneInString(s)
		if s == "" || unicode.ToLower(r) != unicode.ToLower(want) {
			return s, false
		}
		s = s[size:]
	}
	return s, true
}

// Bullets are the signs that writers put at the head of the entries of a list "dấu đầu dòng",
// beside the dashes of the keyboard and of print.
// The pictures are those of messages, as Zalo and Facebook have them.
const Bullets = "•▪●○◦·‣⁃■◆❖➢➤►▶▸✓✔" + "★⭐🌟✨✦♦⇒➔➜➡👉✅🔹🔸🔷🔶🔴🔵🟢📌📍🍀☘⚡🔥" +
	"⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛📅📆🗓📞☎📱📧🏠🏡🏫🎯🥇🥈🥉💡📝📋📣📢🔔"
