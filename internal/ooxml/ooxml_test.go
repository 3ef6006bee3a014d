package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
)

// pack makes a package of parts, name and text in turn.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.SetComment("lưu"), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(src []byte) (*Package, error) { return Open(bytes.NewReader(src), int64(len(src)), Bounds{}) }

// TestPackage: parts in the order of the archive, byte for byte, types and relations.
func TestPackage(t *testing.T) {
	p, err := open(pack(t,
		"word/document.xml", "<w/>",
		"[Content_Types].xml", `<Types><Default Extension="PNG" ContentType="image/png"><Override/></Default>`+
			`<Override PartName="/word/document.xml" ContentType="main"/><Override PartName="/no" ContentType="x"/></Types>`,
		"word/media/a.png", "\x00\xff",
		"word/", "",
		`word\_rels\document.xml.rels`, `<Relationships><Relationship Id="r1" Type="http://a/image" Target="media\a.png"/>`+
			`<Relationship Id="r2" Type="http://a/hyperlink" Target="http://x/../y" TargetMode="External"/>`+
			`<Relationship Id="r3" Type="theme" Target="/theme.xml"/><Relationship Id="r4" Type="x/y" Target="../../NULL"/></Relationships>`,
		"word/_rels/wide.xml.rels", "\xff\xfe<\x00R\x00>\x00<\x00R\x00 \x00I\x00d\x00=\x00'\x00x\x00'\x00/\x00>\x00<\x00/\x00R\x00>\x00",
	))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, part := range p.Parts() {
		fmt.Fprintf(&got, "%s %q\n", part.Name, part.ContentType)
	}
	const want = "word/document.xml \"main\"\n[Content_Types].xml \"\"\nword/media/a.png \"image/png\"\nword/_rels/document.xml.rels \"\"\nword/_rels/wide.xml.rels \"\"\n"
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", &got, want)
	}
	if b, err := p.Part("/WORD/media/a.png").Bytes(2); string(b) != "\x00\xff" || err != nil {
		t.Errorf("bytes %q, %v", b, err)
	}
	for name, want := range map[string]string{
		"word/document.xml": "[{r1 image word/media/a.png false} {r2 hyperlink http://x/../y true} {r3 theme theme.xml false} {r4 y NULL false}] <nil>",
		"word/none.xml":     "[] <nil>",
		"word/wide.xml":     "[{x  word false}] <nil>",
	} {
		rels, err := p.Relations(name)
		if got := fmt.Sprint(rels, err); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if _, err := p.Part("word/none.xml").Bytes(9); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	var into struct {
		Default []struct {
			Extension string `xml:",attr"`
		}
	}
	if err := p.Part("[content_types].xml").Decode(1000, &into); err != nil || len(into.Default) != 1 ||
		into.Default[0].Extension != "PNG" {
		t.Error(into, err)
	}
	if err := p.Part("word/media/a.png").Decode(1000, &into); err == nil {
		t.Error("a picture is decoded")
	}
	if err := p.Part("word/media/a.png").Decode(1, &into); err == nil {
		t.Error("beyond the bound")
	}
}

// TestWrite: what is not changed stays as it is packed, to the byte.
func TestWrite(t *testing.T) {
	src := pack(t, "[Content_Types].xml", "<Types/>", `word\document.xml`, "<old/>", "word/", "", "word/a.bin", strings.Repeat("a", 1000))
	p, err := open(src)
	if err != nil {
		t.Fatal(err)
	}
	var same, changed bytes.Buffer
	if err := p.Write(&same, nil); err != nil || !bytes.Equal(same.Bytes(), src) {
		t.Errorf("nothing changed, %d bytes of %d: %v", same.Len(), len(src), err)
	}
	if err := p.Write(&changed, map[string][]byte{"Word/document.xml": []byte("<new/>")}); err != nil {
		t.Fatal(err)
	}
	q, err := open(changed.Bytes())
	if err != nil || len(q.archive.File) != 4 || q.archive.Comment != "lưu" {
		t.Fatal(err)
	}
	for i, f := range q.archive.File {
		was := p.archive.File[i]
		if f.Name != was.Name || f.Method != was.Method || i != 1 && f.CRC32 != was.CRC32 {
			t.Errorf("%s is not %s as it was", f.Name, was.Name)
		}
	}
	if b, err := q.Part("word/document.xml").Bytes(99); string(b) != "<new/>" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
	if err := p.Write(io.Discard, map[string][]byte{"word/none.xml": nil}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if err := p.Write(failing{}, nil); err == nil {
		t.Error("a writer that fails")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error)         { return 0, errors.New("broken disk") }
func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("broken disk") }

const rels = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="main.xml"/></Relationships>`

func typed(program string) string {
	return `<Types><Override PartName="/main.xml" ContentType="x.` + program + `.document"/></Types>`
}

// TestRefused: why a file is not read, and what it is.
func TestRefused(t *testing.T) {
	locked := pack(t, "a", "x")
	locked[bytes.Index(locked, entryMark)+8] |= 1
	checksum := pack(t, "_rels/.rels", rels, "main.xml", "<x/>")
	checksum[bytes.Index(checksum, entryMark)+16] ^= 1
	lies := pack(t, "_rels/.rels", rels+strings.Repeat(" ", 100), "main.xml", "<x/>")
	binary.LittleEndian.PutUint32(lies[bytes.Index(lies, entryMark)+24:], 10)
	compound := "\xd0\xcf\x11\xe0" + strings.Repeat("\x00", 600)
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for name, c := range map[string]struct {
		src  string
		want string
	}{
		"empty":     {"", "not a package: tệp trống"},
		"rtf":       {`{\RTF1`, "not a package: tệp RTF"},
		"text":      {"Kính gửi", "not a package: tệp không rõ loại"},
		"encrypted": {compound + wide("WordDocument") + wide("EncryptedPackage"), "not a package: tệp có mật khẩu"},
		"old":       {compound, "not a package: tệp Office kiểu cũ"},
		"locked":    {string(locked), "not a package: tệp nén có mật khẩu"},
		"checksum":  {string(checksum), "part _rels/.rels is broken: zip: checksum error"},
		"longer":    {string(lies), "part _rels/.rels is broken: zip: not a valid zip file"},
		"cut":       {string(pack(t, "a", "x")[:60]), "file is broken: zip: not a valid zip file"},
		"path":      {string(pack(t, "../a", "x")), "part ../a is broken: name of a part leads elsewhere"},
		"two":       {string(pack(t, "a", "x", "A", "x")), "part A is broken: two parts of one name"},
		"document type": {string(pack(t, "_rels/.rels", "<!DOCTYPE x>"+rels, "main.xml", "")),
			"part _rels/.rels is broken: document type"},
		"no relations": {string(pack(t, "_rels/.rels", "", "main.xml", "")), "part _rels/.rels is broken: EOF"},
		"broken types": {string(pack(t, "[Content_Types].xml", "<a>")),
			"part [Content_Types].xml is broken: XML syntax error on line 1: unexpected EOF"},
		"many types": {string(pack(t, "[Content_Types].xml", strings.Repeat(" ", maxList+1))),
			"part [Content_Types].xml has 4194305 bytes or more, beyond 4194304"},
		"zip":           {string(pack(t, "a.txt", "x")), "not a package: tệp nén ZIP"},
		"half open":     {string(pack(t, "mimetype", "x")), "not a package: tệp nén ZIP"},
		"open document": {string(pack(t, "mimetype", "x", "content.xml", "x")), "not a package: tệp LibreOffice (.odt, .ods)"},
		"no document":   {string(pack(t, "[Content_Types].xml", "<x/>")), "file is broken: no document in the package"},
		"another program": {string(pack(t, "_rels/.rels", rels, "main.xml", "", "[Content_Types].xml", typed("spreadsheetml"))),
			"not a package: tệp Excel"},
		"slides": {string(pack(t, "_rels/.rels", rels, "main.xml", "", "[Content_Types].xml", typed("presentationml"))),
			"not a package: tệp trình chiếu"},
	} {
		p, err := open([]byte(c.src))
		if err == nil {
			_, err = p.Main(Word)
		}
		if got := fmt.Sprint(err); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	for _, parts := range [][]string{
		{"word/document.xml", ""},
		{"_rels/.rels", rels, "main.xml", "", "word/document.xml", ""},
		{"_rels/.rels", rels, "main.xml", "", "[Content_Types].xml", typed("wordprocessingml")},
	} {
		p, err := open(pack(t, parts...))
		if err != nil {
			t.Fatal(err)
		}
		if main, err := p.Main(Word); err != nil || len(parts) > 2 && main.Name != "main.xml" {
			t.Errorf("%v: %v, %v", parts, main, err)
		}
	}
}

func TestBounds(t *testing.T) {
	src := pack(t, "a", "0123456789", "b", "")
	size := int64(len(src))
	for _, c := range []struct {
		bounds Bounds
		part   int64
		why    Why // 0: it is read
	}{
		{Bounds{}, 10, 0}, {Bounds{}, 9, TooLarge},
		{Bounds{File: size}, 10, 0}, {Bounds{File: size - 1}, 10, TooLarge},
		{Bounds{Parts: 2}, 10, 0}, {Bounds{Parts: 1}, 10, TooMany},
	} {
		p, err := Open(bytes.NewReader(src), size, c.bounds)
		if err == nil {
			_, err = p.Part("a").Bytes(c.part)
		}
		var e *Error
		if errors.As(err, &e) != (c.why != 0) || e != nil && e.Why != c.why {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if _, err := Open(failing{}, 600, Bounds{}); err == nil {
		t.Error("a reader that fails")
	}
	if _, err := Open(nil, 600, Bounds{}); err == nil {
		t.Error("no reader")
	}
	for _, at := range []int{0, 1, len(entryMark) - 1, len(entryMark)} { // a mark across two pieces
		padded := append(make([]byte, 256<<10-at), entryMark...)
		if n, err := countEntries(bytes.NewReader(padded), int64(len(padded))); n != 1 || err != nil {
			t.Errorf("%d bytes before the end of a piece: %d, %v", at, n, err)
		}
	}
}

// TestNothing: nothing in place of what can be nothing.
func TestNothing(t *testing.T) {
	var p *Package
	var part *Part
	var e *Error
	if p.Parts() != nil || p.Part("x") != nil || p.Write(io.Discard, nil) != nil || e.Error() != "" || e.Unwrap() != nil {
		t.Error("nothing is something")
	}
	_, relations := p.Relations("x")
	_, main := p.Main(Excel)
	_, content := part.Bytes(1)
	if relations != nil || main == nil || content == nil {
		t.Error(relations, main, content)
	}
}

// TestIdentify: files that people take for files of Office, by their heads in any case.
func TestIdentify(t *testing.T) {
	for head, want := range map[string]string{
		`{\rtf1`: "tệp RTF", "%PDF-1.7": "tệp PDF", "\ufeff \t\r\n<!DOCTYPE Html>": "trang web (HTML)", "<HTML>": "trang web (HTML)",
		"MIME-Version: 1": "trang web lưu một tệp (MHTML)", "\x89PNG\r": "ảnh PNG", "\xff\xd8\xff\xe0": "ảnh JPEG", "KIND: job": "tệp YAML", "\ufeff# a\n\n# b\nkind: job": "tệp YAML", "# a": "tệp không rõ loại",
		"Rar!": "tệp nén RAR", "7z\xbc\xaf'": "tệp nén 7z", "PK": "", "": "tệp không rõ loại", "x": "tệp không rõ loại",
		"\xd0\xcf\x11\xe0": "tệp Office kiểu cũ",
	} {
		if kind, locked := identify(strings.NewReader(head), int64(len(head))); kind != want || locked {
			t.Errorf("%q: %q, %v", head, kind, locked)
		}
	}
	if got := lowerASCII([]byte("AZ@[az`{\x80\xff")); got != "az@[az`{\x80\xff" {
		t.Errorf("lower case: %q", got)
	}
}
