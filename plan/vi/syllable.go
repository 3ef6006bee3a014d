package vi

import (
	"strings"
	"unicode"
)

// Initial consonants "âm đầu" as spelled, the longer before the shorter; a
// syllable may also have none.
var onsets = [...]string{
	"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
}

// Rimes "vần" as spelled, without tone. Never changed.
var rimes = set(`
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uê uêch uên uênh uêu uơ ui um un ung up ut uc
uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu`)

// Rimes that stand only behind qu, where the u belongs to the onset.
var quRimes = set("ôc ych ynh yp yt yu")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// isSyllable reports whether s can be a syllable "âm tiết" of Vietnamese: an
// initial consonant, a rime and a tone that spelling allows together, with the
// tone mark on a letter that may carry it in the older or the newer style. It
// says nothing about meaning: "quy" and "quí" are syllables, "nghiêp" (no tone
// before a stop), "tòan" (mark on the wrong letter) and "ngành" spelled
// "nghành" are not. Foreign names and abbreviations mostly are none. Case and
// decomposed letters do not matter.
func isSyllable(s string) bool {
	var room [longestSyllable + 1]rune
	letters, mark, at, ok := takeTone(room[:0], s)
	if !ok {
		return false
	}
	word := string(letters)
	for _, onset := range onsets {
		if rest, found := strings.CutPrefix(word, onset); found && fits(onset, rest) {
			lead := len([]rune(onset))
			if fitsTone(letters[lead:], mark, at-lead) {
				return true
			}
		}
	}
	return fits("", word) && fitsTone(letters, mark, at)
}

const longestSyllable = len("nghieng")

// takeTone splits a word into small letters without tones, which it appends, its one tone and
// the index of the letter that carries it. ok is false for an empty word and for two
// tones.
func takeTone(to []rune, s string) (letters []rune, mark tone, at int, ok bool) {
	letters, at = to, -1
	for _, r := range NFC(s) {
		base, t := splitTone(unicode.ToLower(r))
		if t != level {
			if at >= 0 {
				return nil, level, -1, false
			}
			mark, at = t, len(letters)
		}
		letters = append(letters, base)
		if len(letters) > longestSyllable {
			return nil, level, -1, false
		}
	}
	return letters, mark, at, len(letters) > 0
}

// fits reports whether an onset and a rime are spelled together.
func fits(onset, rime string) bool {
	if onset == "qu" && quRimes[rime] {
		return true
	}
	if onset == "gi" && strings.HasPrefix(rime, "ê") {
		return rimes["i"+rime] // gi and iêng share the i
	}
	if !rimes[rime] {
		return false
	}
	first := []rune(rime)[0]
	front := first == 'e' || first == 'ê' || first == 'i'
	switch onset {
	case "":
		return !strings.HasPrefix(rime, "iê")
	case "gh", "ngh":
		return front
	case "k":
		return front || rime == "y"
	case "c", "ng":
		return !front && first != 'y'
	case "g":
		return !front && first != 'y' || rime == "i" || rime == "in" // gì, gìn: gi before i
	case "gi":
		return first != 'i' && first != 'y'
	case "qu":
		return front || strings.ContainsRune("aăâơy", first)
	}
	return first != 'y' || rime == "y"
}

// fitsTone reports whether a rime may carry this tone on its letter at.
func fitsTone(rime []rune, mark tone, at int) bool {
	vowels := 0
	for vowels < len(rime) && isVowel(rime[vowels]) {
		vowels++
	}
	closed := vowels < len(rime)
	if closed && strings.ContainsRune("pct", rime[vowels]) && mark != rising && mark != heavy {
		return false
	}
	if mark == level {
		return true
	}
	for i := vowels - 1; i >= 0; i-- {
		if isHatted(rime[i]) {
			return at == i
		}
	}
	switch {
	case vowels == 3 || vowels == 2 && closed:
		return at == 1
	case vowels == 2 && isOpenPair(rime[0], rime[1]):
		return at == 0 || at == 1
	}
	return at == 0
}
