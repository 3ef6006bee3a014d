package record

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// kinds of files that people hand in as YAML, by how they begin, and what to do with each.
var kinds = []struct{ begins, is, fix string }{
	{"%PDF-", "tệp PDF", "đưa vào tệp YAML của văn bản ấy"},
	{"\xd0\xcf\x11\xe0", "tệp Word, Excel đời cũ (.doc, .xls) hoặc tệp có mật khẩu", "mở bằng Office rồi lưu thành .docx, .xlsx"},
	{"{\\rtf", "tệp RTF", "mở bằng Word, lưu thành .docx rồi dùng vanban import"},
	{"\x89PNG", "ảnh PNG", "ghi tên ảnh vào tệp YAML của văn bản"},
	{"\xff\xd8\xff", "ảnh JPEG", "ghi tên ảnh vào tệp YAML của văn bản"},
	{"\x1f\x8b", "tệp nén", "giải nén trước"},
}

// foreign says what a file is that is no text in UTF-8; nil: it may be one.
func foreign(name string, src []byte) *diag.Diagnostic {
	is, fix := "", ""
	for _, k := range kinds {
		if bytes.HasPrefix(src, []byte(k.begins)) {
			is, fix = k.is, k.fix
		}
	}
	switch {
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		is, fix = archive(src)
	case isUTF16(src):
		is, fix = "chữ ở bảng mã UTF-16 (\"Unicode\" của Notepad)", "lưu lại tệp với bảng mã UTF-8"
	}
	if ending := strings.ToLower(path.Ext(name)); is == "" && (ending == ".csv" || ending == ".tsv") {
		return &diag.Diagnostic{
			Pos: diag.Pos{File: name}, Rule: RuleShape, Message: "đây là bảng tính (" + ending + "), không phải tệp YAML", Fix: listFix,
		}
	}
	if is == "" {
		return nil
	}
	return &diag.Diagnostic{Pos: diag.Pos{File: name}, Rule: RuleEncoding, Message: "đây là " + is + ", không phải tệp YAML", Fix: fix}
}

// listFix says what is done with a list.
const listFix = `ghi tên tệp vào "list" (danh sách) của một tác vụ, rồi dùng vanban batch; ` +
	`danh sách khen thưởng thì dùng vanban award import`

// archive tells the kinds of ZIP files by the names of their parts.
func archive(src []byte) (is, fix string) {
	switch {
	case bytes.Contains(src, []byte("word/document.xml")):
		return "tệp Word (.docx)", "dùng vanban import (tên tệp phải có đuôi .docx) để có tệp YAML"
	case bytes.Contains(src, []byte("xl/workbook")):
		return "tệp Excel (.xlsx)", listFix
	case bytes.Contains(src, []byte("mimetypeapplication/vnd.oasis.opendocument")):
		return "tệp của LibreOffice (.odt, .ods)", "mở bằng LibreOffice, lưu thành .docx rồi dùng vanban import, hoặc thành .xlsx"
	}
	return "tệp nén (.zip)", "giải nén trước"
}

// isUTF16 reports whether a text is in UTF-16, with a mark or without: then ASCII letters,
// spaces and line ends, of which YAML has many, have a zero beside them.
func isUTF16(src []byte) bool {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return true
	}
	head := src[:min(len(src), 512)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	most := slices.Max(zeros[:])
	return len(head) >= 4 && most > len(head)/4 && zeros[0]+zeros[1]-most < most/8+1
}
