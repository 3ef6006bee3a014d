package word

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
)

// Bounds of the bytes of one part, and of all that are read.
const (
	maxPart  = 32 << 20
	maxBytes = 48 << 20
)

// Open opens a package in which a Word file should be. What is no such package, or beyond the
// bounds, is a *[diag.Diagnostic] that says what it is and what to do. The name is for findings
// alone.
func Open(name string, r io.ReaderAt, size int64) (*ooxml.Package, error) {
	p, err := ooxml.Open(r, size, ooxml.Bounds{})
	if err != nil {
		return nil, Finding(name, err)
	}
	return p, nil
}

const saveAsWord = "mở bằng Word rồi lưu thành .docx (Save As, Word Document)"

// fixes say what to do with a file that is no Word file, by a word in its kind. The last is for
// all others.
var fixes = [...][2]string{
	{"trống", "chọn tệp khác"},
	{"nén có mật khẩu", "bỏ mật khẩu rồi đưa vào lại"},
	{"mật khẩu", "mở bằng Word, bỏ mật khẩu (File, Info, Protect Document) rồi lưu lại"},
	{"PDF", "tìm tệp Word gốc; nếu không còn, chép chữ từ PDF vào một tệp .txt rồi nối dòng bằng vanban join"},
	{"ảnh", "đưa vào tệp Word có chữ; ảnh chụp văn bản không đọc được"},
	{"nén", "giải nén rồi đưa tệp Word bên trong vào"},
	{"YAML", "tệp YAML soạn thẳng được bằng vanban render"},
	{"Excel", "danh sách thì dùng vanban batch; văn bản thì chọn tệp Word"},
	{"trình chiếu", "chọn tệp Word"},
	{"LibreOffice", "mở bằng LibreOffice hoặc Word rồi lưu thành .docx"},
	{"không rõ", "chọn tệp .docx; nếu tệp mở được bằng Word thì lưu lại thành .docx"},
	{"", saveAsWord},
}

// Finding says in the user's words why a package, or a part of one, is not read.
func Finding(name string, err error) *diag.Diagnostic {
	var d *diag.Diagnostic
	if errors.As(err, &d) {
		return d
	}
	d = &diag.Diagnostic{Pos: diag.Pos{File: name}, Rule: RuleBroken, Err: err, Message: "tệp Word đã hỏng",
		Fix: "mở bằng Word (Word sẽ sửa tệp) rồi lưu lại"}
	var e *ooxml.Error
	if !errors.As(err, &e) {
		return d
	}
	switch {
	case e.Why == ooxml.Other || e.Why == ooxml.Locked:
		d.Rule, d.Message = RuleFormat, "đây là "+e.Kind+", không phải tệp Word .docx"
		if e.Why == ooxml.Locked {
			d.Rule, d.Message = RulePassword, e.Kind
		}
		for _, f := range fixes {
			if strings.Contains(e.Kind, f[0]) {
				d.Fix = f[1]
				break
			}
		}
	case e.Why == ooxml.TooMany:
		d.Rule, d.Message, d.Fix = RuleTooLarge, "tệp nén có quá nhiều phần", "mở bằng Word rồi lưu lại"
	case e.Why == ooxml.TooLarge && e.Part == "":
		d.Rule, d.Message, d.Fix = RuleTooLarge, "tệp lớn hơn 256 MB", "bỏ bớt ảnh trong tệp"
	case e.Why == ooxml.TooLarge:
		d.Rule, d.Message, d.Fix = RuleTooLarge, fmt.Sprintf("phần %q của tệp lớn quá mức của một văn bản",
			e.Part), "chia văn bản thành nhiều tệp"
	case e.Part != "":
		d.Message = fmt.Sprintf("tệp Word đã hỏng ở phần %q", e.Part)
	}
	return d
}

// parsePart unpacks and parses a part of XML.
func parsePart(p *ooxml.Part, b *budget) (*tree, error) {
	r, err := p.Open(min(maxPart, b.bytes))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var src strings.Builder
	src.Grow(int(p.Size))
	if _, err := io.Copy(&src, r); err != nil {
		return nil, &ooxml.Error{Why: ooxml.Broken, Part: p.Name, Err: err}
	}
	b.bytes -= int64(src.Len())
	t, err := parse(ooxml.Text(src.String()), b)
	if errors.Is(err, errHuge) {
		return nil, &ooxml.Error{Why: ooxml.TooLarge, Part: p.Name, Err: err}
	}
	if err != nil {
		return nil, &ooxml.Error{Why: ooxml.Broken, Part: p.Name, Err: err}
	}
	return t, nil
}
