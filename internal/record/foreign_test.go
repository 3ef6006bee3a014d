package record

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// inUTF16 encodes a text without a mark.
func inUTF16(s string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestForeign: what is no YAML at all is one finding that says what it is and what to do.
func TestForeign(t *testing.T) {
	const text = "kind: thong-bao\nversion: 1\nsubject: Về việc nghỉ lễ, bắt đầu từ ngày mai\n"
	const zip = "PK\x03\x04\x14\x00\x00\x00\x08\x00"
	tests := []struct{ name, src, want string }{
		{"Word", zip + "[Content_Types].xml" + "word/document.xml",
			"đây là tệp Word (.docx), không phải tệp YAML; dùng vanban import (tên tệp phải có đuôi .docx) để có tệp YAML"},
		{"Excel", zip + "xl/workbook.xml", "đây là tệp Excel (.xlsx), không phải tệp YAML; ghi tên tệp vào \"list\""},
		{"LibreOffice", zip + "mimetypeapplication/vnd.oasis.opendocument.text", "tệp của LibreOffice"},
		{"archive", zip + "a.txt", "tệp nén (.zip)"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1", "Word, Excel đời cũ"},
		{"PDF", "%PDF-1.7\n", "tệp PDF"},
		{"RTF", "{\\rtf1\\ansi}", "tệp RTF"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00", "ảnh PNG"},
		{"JPEG", "\xff\xd8\xff\xe0", "ảnh JPEG"},
		{"gzip", "\x1f\x8b\x08", "tệp nén"},
		{"UTF-16 with its mark", "\xff\xfe" + inUTF16(text, binary.LittleEndian), "UTF-16"},
		{"UTF-16 with its mark, turned", "\xfe\xff" + inUTF16(text, binary.BigEndian), "UTF-16"},
		{"UTF-16", inUTF16(text, binary.LittleEndian), "UTF-16"},
		{"UTF-16, turned", inUTF16(text, binary.BigEndian), "UTF-16"},
		{"UTF-16, short", inUTF16("a: b", binary.LittleEndian), "UTF-16"},
	}
	for _, tt := range tests {
		_, found := Read("a.yaml", []byte(tt.src))
		if len(found) != 1 || found[0].Rule != RuleEncoding || !strings.Contains(found[0].Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, found, tt.want)
		}
	}
	for _, src := range []string{text, "a: \x00\x00\x00\x00", "\x00", "PK: 1\n", "a\x00b\x00\x00\x00\x00\x00"} {
		if d := foreign("a.yaml", []byte(src)); d != nil {
			t.Errorf("%q: %v", src, d)
		}
	}
}
