package vi

import "strings"

var digits = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// Words returns a whole number in words "bằng chữ", in small letters, as
// accounting papers of the State write it: nghìn, linh, mốt, lăm, bốn.
//
//	21          hai mươi mốt
//	105         một trăm linh năm
//	21005000    hai mươi mốt triệu không trăm linh năm nghìn
//	-7          âm bảy
//
// A group of three that is empty is passed over, one that is not is read in
// full behind a higher one ("không trăm"). Above nine digits the number of tỷ
// is itself read as a number: một nghìn tỷ, một tỷ tỷ. Every int64 has words,
// and different numbers have different words. Capitals are left to
// [UpperFirst].
func Words(n int64) string {
	var w wordWriter
	if n < 0 {
		w.add("âm")
	}
	w.Grow(len("hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng"))
	w.number(magnitude(n), false)
	return w.String()
}

// MoneyWords returns an amount of whole đồng in words:
// 25460000 is "hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng".
func MoneyWords(dong int64) string { return Words(dong) + " đồng" }

// magnitude is the absolute value of n, right for the least int64 too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// wordWriter joins words with spaces.
type wordWriter struct{ strings.Builder }

func (w *wordWriter) add(words ...string) {
	for _, word := range words {
		if w.Len() > 0 {
			w.WriteByte(' ')
		}
		w.WriteString(word)
	}
}

// number writes n. Behind a higher group (follows) the hundreds are read even
// if they are zero.
func (w *wordWriter) number(n uint64, follows bool) {
	if n == 0 {
		w.add(digits[0])
		return
	}
	if high := n / 1e9; high > 0 {
		w.number(high, follows)
		w.add("tỷ")
		follows = true
	}
	n %= 1e9
	for _, group := range [...]struct {
		size uint64
		name string
	}{{1e6, "triệu"}, {1e3, "nghìn"}, {1, ""}} {
		value := n / group.size % 1000
		if value == 0 {
			continue
		}
		w.three(int(value), follows)
		if group.name != "" {
			w.add(group.name)
		}
		follows = true
	}
}

// three writes a number from 1 to 999.
func (w *wordWriter) three(n int, full bool) {
	hundreds, tens, ones := n/100, n/10%10, n%10
	if hundreds > 0 || full {
		w.add(digits[hundreds], "trăm")
		full = true
	}
	switch {
	case tens == 0 && ones == 0:
		return
	case tens == 0:
		if full {
			w.add("linh")
		}
		w.add(digits[ones])
		return
	case tens == 1:
		w.add("mười")
	default:
		w.add(digits[tens], "mươi")
	}
	switch {
	case ones == 0:
	case ones == 1 && tens > 1:
		w.add("mốt")
	case ones == 5:
		w.add("lăm")
	default:
		w.add(digits[ones])
	}
}
