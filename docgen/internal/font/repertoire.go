package font

import (
	"slices"
	"sync"
)

// vietnamese is the letters of Vietnamese that ASCII lacks: the vowels with
// their tones, and đ.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

// signs is what official papers hold besides letters, digits and ASCII signs:
// quotes, dashes, marks of paragraphs, of money, of measures and of sums.
const signs = "–—‘’“”„…•·«»§¶†‡°′″‰±×÷−≤≥≠≈√∞²³¹½¼¾₫€£¥©®™ªº¡¿←↑→↓■□▪●○◊"

// marks is what Ê Đê, Bahnar and other languages put on letters that Unicode has
// no whole letters for: grave, acute, circumflex, tilde, breve, hook, dot below,
// ogonek. From a second font they would part the words that readers find.
const marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u0323\u0328"

// Version names the repertoire in the metadata of files that embed it. A
// change of what Repertoire gives needs a new one: the bytes of files change.
const Version = "2"

// Repertoire is the fixed set of letters of a shared subset: ASCII, Vietnamese,
// marks, and the signs of official papers, in ascending order. It is the same in every
// release with the same Version.
func Repertoire() []rune {
	var list []rune
	for r := ' '; r <= '~'; r++ {
		list = append(list, r)
	}
	list = append(list, []rune(vietnamese+signs+marks)...)
	slices.Sort(list)
	return list
}

// shared prepares a face's subset of the repertoire, once.
type shared struct {
	once   sync.Once
	subset *Subset
	err    error
}

// Shared gives the face's subset of the Repertoire, less the signs that the face
// lacks. It is made at the first call and the same ever after.
func (f *Face) Shared() (*Subset, error) {
	f.shared.once.Do(func() {
		var slots []int32
		for _, r := range Repertoire() {
			if slot := f.slot(r); slot != 0 {
				slots = append(slots, slot)
			}
		}
		if f.shared.subset, f.shared.err = f.subset(slots); f.shared.err == nil {
			f.shared.subset.quicken()
		}
	})
	return f.shared.subset, f.shared.err
}
