package vi

import "strings"

// Fold gives a key under which spellings of the same text are equal: NFC,
// small letters, the tone placed in one style (Hoà = hòa). Tones and letters
// are never folded: hoa, hòa and hóa have three keys. Not for printing.
func Fold(s string) string { return PlaceTones(Lower(s), OldStyle) }

// FoldName gives the key of a name of a person, body or place: [Fold], with
// spaces at the ends removed and runs of spaces (no-break ones too) made one.
// Equal keys do not mean the same person: compare the year of birth and the
// unit too.
func FoldName(s string) string { return strings.Join(strings.Fields(Fold(s)), " ") }
