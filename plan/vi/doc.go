// Package vi handles Vietnamese text as official documents write it: numbers
// and money in words, figures and dates, the order of the alphabet, tone marks,
// file names. It is useful on its own and depends on nothing of the library.
//
//	vi.Words(21)                    // hai mươi mốt
//	vi.MoneyWords(25460000)         // hai mươi lăm triệu bốn trăm sáu mươi nghìn đồng
//	vi.FormatInt(1500000)           // 1.500.000
//	vi.Date(2026, 1, 5)             // ngày 05 tháng 01 năm 2026
//	vi.Count(8) + " tập thể"        // 08 tập thể
//	vi.Letter(5)                    // đ
//	vi.Slug("Quyết định 128/QĐ-UBND") // quyet-dinh-128-qd-ubnd
//	vi.Fold("Hoà") == vi.Fold("HÒA") // true; "hoa" and "hóa" stay apart
//
// No function changes a correct word: the forms that print (Upper, Words, Date)
// give what is written, and the keys made for comparing (Fold, FoldName, Slug)
// are not for printing.
//
// Text comes in as NFC. Functions that compare or spell bring their input to
// NFC themselves; a string that is already in that form costs one scan and no
// allocation.
//
// Everything here is a pure function, safe for concurrent use.
package vi
