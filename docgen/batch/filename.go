package batch

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/vi"
)

// maxName is the longest file name in bytes, ending included. File systems
// allow 255; what is left over serves copies, mail and archives that add to it.
const maxName = 200

// maxPath is the longest path in bytes, that of the folder included: Linux takes 4,096
// with a zero at the end.
const maxPath = 4095

// namePart prints a value inside a file name: signs that Windows or Unix give a
// meaning become hyphens, so that a value cannot lead into another folder.
func namePart(v any) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r), unicode.IsControl(r):
			return '-'
		case unicode.Is(unicode.Bidi_Control, r): // it would turn a name around
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, sheet.Shown(v))
}

// cleanName makes what a pattern gave a path that Windows, macOS and Linux can
// all hold: NFC, no spaces or stops at the end of a part, no device names. A
// stroke in the pattern's own text makes folders. The error is a *sheet.Wrong.
func cleanName(s string) (string, error) {
	parts := strings.Split(vi.NFC(s), "/")
	for i, p := range parts {
		if p = strings.TrimSpace(p); p == ".." {
			return "", &sheet.Wrong{Class: "tên tệp", Text: `tên tệp có phần "..", dẫn ra ngoài thư mục kết quả`,
				Fix: "bỏ phần ấy khỏi \"names\""}
		}
		p = strings.TrimRight(strings.TrimSpace(namePart(p)), ". ")
		if p == "" {
			return "", &sheet.Wrong{Class: "tên tệp", Text: "tên tệp trống", Fix: "thêm vào \"names\" một cột không bao giờ trống"}
		}
		if stem, _, _ := strings.Cut(p, "."); vi.IsDeviceName(stem) {
			p = stem + "_" + p[len(stem):]
		}
		if p[0] == '.' {
			p = "_" + p[1:] // hidden files and ".." are not for papers
		}
		if len(p) > maxName-len(".docx") {
			return "", &sheet.Wrong{Class: "tên tệp", Text: fmt.Sprintf("tên tệp dài %d byte, quá %d", len(p), maxName-len(".docx")),
				Fix: "bỏ bớt cột khỏi \"names\", hoặc dùng {{slug .cột}}"}
		}
		if !utf8.ValidString(p) {
			return "", &sheet.Wrong{Class: "tên tệp", Text: "tên tệp có chữ bị hỏng", Fix: "kiểm tra bảng mã của danh sách"}
		}
		parts[i] = p
	}
	return strings.Join(parts, "/"), nil
}

// nameKey is what makes two names the same file on Windows and macOS, which
// look neither at capitals nor at how a letter is composed.
func nameKey(name string) string { return strings.ToLower(strings.ToUpper(vi.NFC(name))) }
