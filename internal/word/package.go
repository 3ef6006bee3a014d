package word

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"

	"github.com/vanban-go/vanban/plan/diag"
)

// Bounds of an archive: its own size, its parts, and the bytes of those that are read.
const (
	maxArchive = 256 << 20
	maxParts   = 10_000
	maxPart    = 32 << 20
	maxBytes   = 48 << 20
)

// Package is an archive of Open XML: a Word file, a workbook. It may be used by several
// goroutines at once, as far as its reader may.
type Package struct {
	file   string
	parts  []*Part
	byName map[string]*Part // by name in small letters, as the standard compares them
}

// Part is one part of a package.
type Part struct {
	Name        string // as "word/document.xml", without a stroke at its head
	ContentType string // empty when the package does not say it
	Size        int64  // as the archive states it
	pkg         *Package
	entry       *zip.File
}

// Relation leads from a part, or from the package, to another part or out of the file.
type Relation struct {
	ID       string
	Type     string // last word of its name, the same in both editions of the standard: "styles"
	Target   string // name of a part; of an external one what stands there
	External bool
}

// OpenPackage reads the contents of an archive and none of its parts but the list of types.
// What is no such archive, or beyond the bounds, is a *[diag.Diagnostic] that says what it is
// and what to do. The name is for findings alone.
func OpenPackage(name string, r io.ReaderAt, size int64) (*Package, error) {
	p := &Package{file: name, byName: make(map[string]*Part)}
	if r == nil || size <= 0 {
		return nil, p.fault(RuleFormat, "tệp trống", "chọn tệp khác", nil)
	}
	if size > maxArchive {
		return nil, p.fault(RuleTooLarge, "tệp lớn hơn 256 MB", "bỏ bớt ảnh trong tệp", errHuge)
	}
	if what := identify(r, size); what != nil {
		return nil, p.fault(what.rule, "tệp là "+what.name+", không phải tệp Word .docx", what.fix, nil)
	}
	if n, err := countEntries(r, size); err != nil || n > maxParts {
		return nil, p.fault(RuleTooLarge, "tệp nén có quá nhiều phần", "mở bằng Word rồi lưu lại", err)
	}
	archive, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, p.broken("", err)
	}
	for _, f := range archive.File {
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	if err := p.readTypes(); err != nil {
		return nil, err
	}
	return p, nil
}

// Parts are the parts in the order of the archive, the list of types and the relations among
// them.
func (p *Package) Parts() []*Part {
	if p == nil {
		return nil
	}
	return p.parts
}

// Part gives a part by its name, nil for none.
func (p *Package) Part(name string) *Part {
	if p == nil {
		return nil
	}
	return p.byName[strings.ToLower(strings.TrimPrefix(name, "/"))]
}

func (p *Package) add(f *zip.File) error {
	name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	if name == "" || strings.HasSuffix(name, "/") {
		return nil // a folder
	}
	if path.Clean("/"+name) != "/"+name {
		return p.broken(name, errors.New("name of a part leads elsewhere"))
	}
	if f.Flags&1 != 0 {
		return p.fault(RulePassword, "tệp nén có mật khẩu", "bỏ mật khẩu rồi đưa vào lại", nil)
	}
	key := strings.ToLower(name)
	if p.byName[key] != nil {
		return p.broken(name, errors.New("two parts of one name"))
	}
	part := &Part{Name: name, Size: int64(min(f.UncompressedSize64, 1<<62)), pkg: p, entry: f}
	p.byName[key] = part
	p.parts = append(p.parts, part)
	return nil
}

// readTypes hands out the content types.
func (p *Package) readTypes() error {
	list := p.Part("[Content_Types].xml")
	if list == nil {
		return nil // an odd package; its relations lead on
	}
	t, err := list.tree(newBudget())
	if err != nil {
		return err
	}
	byEnding := make(map[string]string)
	for c := range t.children(t.root()) {
		kind, _ := t.attr(c, "ContentType")
		if name, ok := t.attr(c, "PartName"); ok {
			if part := p.Part(name); part != nil {
				part.ContentType = kind
			}
		} else if ending, ok := t.attr(c, "Extension"); ok {
			byEnding[strings.ToLower(ending)] = kind
		}
	}
	for _, part := range p.parts {
		if part.ContentType == "" {
			part.ContentType = byEnding[strings.ToLower(strings.TrimPrefix(path.Ext(part.Name), "."))]
		}
	}
	return nil
}

// Relations are those of a part, in order; of an empty name those of the package. Targets come
// as names of parts whichever way they are written; one that leads nowhere, as Word's own
// "../NULL", is in the list but no part.
func (p *Package) Relations(name string) ([]Relation, error) {
	return p.relations(name, newBudget())
}

func (p *Package) relations(name string, b *budget) ([]Relation, error) {
	folder, base := path.Split(name)
	part := p.Part(folder + "_rels/" + base + ".rels")
	if part == nil {
		return nil, nil
	}
	t, err := part.tree(b)
	if err != nil {
		return nil, err
	}
	var all []Relation
	for c := range t.children(t.root()) {
		var r Relation
		r.ID, _ = t.attr(c, "Id")
		r.Type, _ = t.attr(c, "Type")
		r.Type = r.Type[strings.LastIndexByte(r.Type, '/')+1:]
		r.Target, _ = t.attr(c, "Target")
		mode, _ := t.attr(c, "TargetMode")
		if r.External = mode == "External"; !r.External {
			target := strings.ReplaceAll(r.Target, `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = "/" + folder + target
			}
			r.Target = strings.TrimPrefix(path.Clean(target), "/")
		}
		all = append(all, r)
	}
	return all, nil
}

// Bytes unpacks the part. One of more than 32 MB, or whose checksum is wrong, is a
// *[diag.Diagnostic].
func (p *Part) Bytes() ([]byte, error) {
	if p == nil {
		return nil, nil
	}
	var b bytes.Buffer
	if err := p.unpack(&b, maxPart); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// unpacked is where the bytes of a part go.
type unpacked interface {
	io.Writer
	Grow(n int)
}

func (p *Part) unpack(to unpacked, bound int64) error {
	if p.Size > bound {
		return p.tooLarge()
	}
	r, err := p.entry.Open()
	if err != nil {
		return p.pkg.broken(p.Name, err)
	}
	defer r.Close()
	to.Grow(int(p.Size) + bytes.MinRead)
	n, err := io.Copy(to, io.LimitReader(r, bound+1))
	switch {
	case err != nil:
		return p.pkg.broken(p.Name, err)
	case n > bound:
		return p.tooLarge()
	}
	return nil
}

func (p *Part) tooLarge() error {
	return p.pkg.fault(RuleTooLarge, fmt.Sprintf("phần %q của tệp lớn quá mức của một văn bản", p.Name),
		"chia văn bản thành nhiều tệp", errHuge)
}

// tree unpacks and parses a part of XML.
func (p *Part) tree(b *budget) (*tree, error) {
	var src strings.Builder
	if err := p.unpack(&src, min(maxPart, b.bytes)); err != nil {
		return nil, err
	}
	b.bytes -= int64(src.Len())
	t, err := parse(decodeXML(src.String()), b)
	switch {
	case errors.Is(err, errHuge):
		return nil, p.tooLarge()
	case err != nil:
		return nil, p.pkg.broken(p.Name, err)
	}
	return t, nil
}

// decodeXML gives the text of a part in UTF-8 or UTF-16, the two that the standard allows.
func decodeXML(src string) string {
	var order binary.ByteOrder
	switch {
	case strings.HasPrefix(src, "\xff\xfe"), strings.HasPrefix(src, "<\x00"):
		order = binary.LittleEndian
	case strings.HasPrefix(src, "\xfe\xff"), strings.HasPrefix(src, "\x00<"):
		order = binary.BigEndian
	default:
		return src
	}
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16([]byte(src[2*i : 2*i+2]))
	}
	return string(utf16.Decode(units))
}

// countEntries says how many entries the archive has at most, before any is read.
func countEntries(r io.ReaderAt, size int64) (int, error) {
	n := 0
	err := scan(r, size, len(entryMark), func(chunk []byte) { n += bytes.Count(chunk, entryMark) })
	return n, err
}

var entryMark = []byte("PK\x01\x02")

// scan goes through a file in pieces that overlap, so that a mark of that length is whole in
// just one of them.
func scan(r io.ReaderAt, size int64, mark int, f func(chunk []byte)) error {
	buf := make([]byte, 256<<10)
	for at := int64(0); at < size; {
		n, err := r.ReadAt(buf[:min(int64(len(buf)), size-at)], at)
		if n < mark {
			if err == io.EOF {
				err = nil
			}
			return err
		}
		f(buf[:n])
		at += int64(n - mark + 1)
	}
	return nil
}

// fault is a finding that stops the reading.
func (p *Package) fault(rule, message, fix string, cause error) error {
	return &diag.Diagnostic{Pos: diag.Pos{File: p.file}, Rule: rule, Message: message, Fix: fix, Err: cause}
}

func (p *Package) broken(part string, cause error) error {
	message := "tệp Word đã hỏng"
	if part != "" {
		message = fmt.Sprintf("tệp Word đã hỏng ở phần %q", part)
	}
	return p.fault(RuleBroken, message, "mở bằng Word (Word sẽ sửa tệp) rồi lưu lại", cause)
}
