package word

import (
	"bytes"
	"io"
	"strings"
)

// kind is what a file is when it is no Word file.
type kind struct {
	rule string
	name string
	fix  string
}

const saveAsWord = "mở bằng Word rồi lưu thành .docx (Save As, Word Document)"

// heads are the beginnings of files that people take for Word files. What is not in the list
// and no archive is unknown.
var heads = []struct {
	head string
	kind kind
}{
	{`{\rtf`, kind{RuleFormat, "tệp RTF", saveAsWord}},
	{"%PDF-", kind{RuleFormat, "tệp PDF", "tìm tệp Word gốc; nếu không còn, dùng vanban extract để lấy chữ"}},
	{"MIME-Version:", kind{RuleFormat, "trang web lưu một tệp (MHTML)", saveAsWord}},
	{"<!doctype html", kind{RuleFormat, "trang web (HTML) mang tên tệp Word", saveAsWord}},
	{"<html", kind{RuleFormat, "trang web (HTML) mang tên tệp Word", saveAsWord}},
	{"<?xml", kind{RuleFormat, "tệp XML, có thể do Word 2003 hoặc Word lưu dạng Flat OPC", saveAsWord}},
	{"\x89PNG", kind{RuleFormat, "ảnh PNG", "đưa vào tệp Word có chữ; ảnh chụp văn bản không đọc được"}},
	{"\xff\xd8\xff", kind{RuleFormat, "ảnh JPEG", "đưa vào tệp Word có chữ; ảnh chụp văn bản không đọc được"}},
	{"Rar!", kind{RuleFormat, "tệp nén RAR", "giải nén rồi đưa tệp Word bên trong vào"}},
	{"7z\xbc\xaf", kind{RuleFormat, "tệp nén 7z", "giải nén rồi đưa tệp Word bên trong vào"}},
}

// identify says what a file is that is no archive of ZIP, nil for one.
func identify(r io.ReaderAt, size int64) *kind {
	head := make([]byte, min(size, 512))
	n, _ := r.ReadAt(head, 0)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK")) {
		return nil
	}
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return compound(r, size)
	}
	start := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), "\xef\xbb\xbf"), " \t\r\n"))
	for i := range heads {
		if strings.HasPrefix(start, strings.ToLower(heads[i].head)) {
			return &heads[i].kind
		}
	}
	return &kind{RuleFormat, "tệp không rõ loại", "chọn tệp .docx; nếu tệp mở được bằng Word thì lưu lại thành .docx"}
}

// streams are the names in a compound file, the container of old and of encrypted files.
var streams = []struct {
	name string
	kind kind
}{
	{"EncryptedPackage", kind{RulePassword, "tệp có mật khẩu", "mở bằng Word, bỏ mật khẩu (File, Info, Protect Document) rồi lưu lại"}},
	{"WordDocument", kind{RuleFormat, "tệp Word kiểu cũ (.doc)", saveAsWord}},
	{"Workbook", kind{RuleFormat, "tệp Excel kiểu cũ (.xls)", "danh sách thì dùng vanban batch; văn bản thì chọn tệp Word"}},
	{"PowerPoint Document", kind{RuleFormat, "tệp trình chiếu kiểu cũ (.ppt)", "chọn tệp Word"}},
}

// compound tells the compound files apart by the names of their streams.
func compound(r io.ReaderAt, size int64) *kind {
	found := make([]bool, len(streams))
	marks := make([][]byte, len(streams))
	longest := 0
	for i := range streams {
		for _, c := range []byte(streams[i].name) {
			marks[i] = append(marks[i], c, 0)
		}
		longest = max(longest, len(marks[i]))
	}
	_ = scan(r, size, longest, func(chunk []byte) { // what cannot be read names nothing
		for i, mark := range marks {
			found[i] = found[i] || bytes.Contains(chunk, mark)
		}
	})
	for i := range streams {
		if found[i] {
			return &streams[i].kind
		}
	}
	return &kind{RuleFormat, "tệp Office kiểu cũ", saveAsWord}
}

// mainPart finds the document of a package, and says what the package is when there is none.
func (p *Package) mainPart(b *budget) (*Part, error) {
	relations, err := p.relations("", b)
	if err != nil {
		return nil, err
	}
	main := p.Part("word/document.xml")
	for _, r := range relations {
		if part := p.Part(r.Target); r.Type == "officeDocument" && part != nil {
			main = part
			break
		}
	}
	name, fix := "", "chọn tệp Word"
	switch {
	case p.Part("content.xml") != nil && p.Part("mimetype") != nil:
		name, fix = "tệp LibreOffice (.odt)", "mở bằng LibreOffice hoặc Word rồi lưu thành .docx"
	case main == nil && p.Part("[Content_Types].xml") == nil:
		name, fix = "tệp nén ZIP", "giải nén rồi đưa tệp Word bên trong vào"
	case main == nil:
		return nil, p.broken("", nil)
	case strings.Contains(main.ContentType, "spreadsheetml"):
		name, fix = "tệp Excel", "danh sách thì dùng vanban batch; văn bản thì chọn tệp Word"
	case strings.Contains(main.ContentType, "presentationml"):
		name = "tệp trình chiếu"
	default:
		return main, nil
	}
	return nil, p.fault(RuleFormat, "tệp là "+name+", không phải tệp Word .docx", fix, nil)
}
