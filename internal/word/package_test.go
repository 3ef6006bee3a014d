package word

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
)

const (
	types    = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	toMain   = `<Relationships><Relationship Id="a" Type="` + officeNS + `/officeDocument" Target="word/document.xml"/></Relationships>`
	document = `<w:document ` + nameSpaces + `><w:body><w:p><w:r><w:t>Một</w:t></w:r></w:p></w:body></w:document>`
)

// TestPackages reads packages that other programs write; each holds one word.
func TestPackages(t *testing.T) {
	strict := strings.NewReplacer(wordNS, "http://purl.oclc.org/ooxml/wordprocessingml/main", officeNS,
		"http://purl.oclc.org/ooxml/officeDocument/relationships")
	for name, parts := range map[string][]entry{
		"usual": {{"[Content_Types].xml", types}, {"_rels/.rels", toMain}, {"word/document.xml", document}},
		"another main name": {{"_rels/.rels", strings.ReplaceAll(toMain, "word/document", "word/van-ban2")},
			{"word/van-ban2.xml", document}},
		"absolute target":  {{"_rels/.rels", strings.ReplaceAll(toMain, "word/", "/word/")}, {"word/document.xml", document}},
		"backward strokes": {{"_rels\\.rels", strings.ReplaceAll(toMain, "word/", "word\\")}, {"word\\document.xml", document}},
		"other case":       {{"_rels/.rels", strings.ReplaceAll(toMain, "word/", "Word/")}, {"word/Document.xml", document}},
		"no relations":     {{"word/document.xml", document}},
		"relation to NULL": {{"_rels/.rels",
			strings.Replace(toMain, "<Relationship ", `<Relationship Id="n" Type="x/thumbnail" Target="../NULL"/><Relationship `, 1)},
			{"word/document.xml", document}},
		"strict":             {{"_rels/.rels", strict.Replace(toMain)}, {"word/document.xml", strict.Replace(document)}},
		"a mark of UTF-8":    {{"_rels/.rels", "\ufeff" + toMain}, {"word/document.xml", "\ufeff<?xml version=\"1.0\"?>" + document}},
		"UTF-16, low first":  {{"_rels/.rels", toMain}, {"word/document.xml", wide(document, binary.LittleEndian, true)}},
		"UTF-16, high first": {{"_rels/.rels", toMain}, {"word/document.xml", wide(document, binary.BigEndian, true)}},
		"UTF-16, no mark":    {{"_rels/.rels", toMain}, {"word/document.xml", wide(document, binary.LittleEndian, false)}},
		"other prefix":       {{"word/document.xml", strings.NewReplacer("w:", "ns0:", "xmlns:w=", "xmlns:ns0=").Replace(document)}},
		"default name space": {{"word/document.xml",
			strings.NewReplacer("<w:", "<", "</w:", "</", "xmlns:w=", "xmlns=").Replace(document)}},
		"missing parts": {{"word/document.xml", document},
			{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="` + officeNS +
				`/styles" Target="styles.xml"/><Relationship Id="b" Type="` + officeNS + `/numbering" Target="../NULL"/></Relationships>`}},
		"a mimetype":    {{"mimetype", "x"}, {"word/document.xml", document}},
		"a content.xml": {{"content.xml", "<x/>"}, {"word/document.xml", document}},
		"folders":       {{"word/", ""}, {"word/document.xml", document}},
	} {
		d, found := readBytes(archive(parts...))
		if d == nil || len(found) != 0 || len(d.Body) != 1 || d.Body[0].(*Paragraph).Text() != "Một" {
			t.Errorf("%s: %s", name, dump(d, found))
		}
	}
}

// wide writes a text in UTF-16.
func wide(s string, order binary.AppendByteOrder, mark bool) string {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestKinds: what is no Word file is told apart, with what to do.
func TestKinds(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	stream := func(name string) string { return ole + strings.Join(strings.Split(name, ""), "\x00") + "\x00" }
	sheet := strings.ReplaceAll(types, "wordprocessingml.document", "spreadsheetml.sheet")
	locked := archive(entry{"word/document.xml", document})
	flag := bytes.Index(locked, []byte("PK\x01\x02")) + 8
	locked[flag] |= 1
	for _, c := range []struct{ name, src, rule, says string }{
		{"empty", "", RuleFormat, "tệp trống"},
		{"doc", stream("WordDocument"), RuleFormat, ".doc"},
		{"xls", stream("Workbook"), RuleFormat, ".xls"},
		{"ppt", stream("PowerPoint Document"), RuleFormat, ".ppt"},
		{"other compound", ole, RuleFormat, "kiểu cũ"},
		{"encrypted", stream("EncryptedPackage") + stream("WordDocument"), RulePassword, "mật khẩu"},
		{"locked entry", string(locked), RulePassword, "mật khẩu"},
		{"rtf", `{\rtf1\ansi`, RuleFormat, "RTF"},
		{"pdf", "%PDF-1.7", RuleFormat, "PDF"},
		{"html", "\ufeff  <!DOCTYPE HTML><html>", RuleFormat, "HTML"},
		{"html without type", "<HTML xmlns:w=x>", RuleFormat, "HTML"},
		{"mhtml", "MIME-Version: 1.0\r\n", RuleFormat, "MHTML"},
		{"xml", `<?xml version="1.0"?><pkg:package/>`, RuleFormat, "XML"},
		{"png", "\x89PNG\r\n", RuleFormat, "PNG"}, {"jpeg", "\xff\xd8\xff\xe0", RuleFormat, "JPEG"},
		{"rar", "Rar!\x1a\x07", RuleFormat, "RAR"}, {"7z", "7z\xbc\xaf\x27", RuleFormat, "7z"},
		{"text", "Kính gửi", RuleFormat, "không rõ"},
		{"xlsx", string(archive(entry{"[Content_Types].xml", strings.ReplaceAll(sheet, "word/document", "xl/workbook")},
			entry{"_rels/.rels", strings.ReplaceAll(toMain, "word/document", "xl/workbook")}, entry{"xl/workbook.xml",
				"<workbook/>"})), RuleFormat, "Excel"},
		{"pptx", string(archive(entry{"[Content_Types].xml", strings.ReplaceAll(types, "wordprocessingml", "presentationml")},
			entry{"word/document.xml", "<x/>"})), RuleFormat, "trình chiếu"},
		{"odt", string(archive(entry{"mimetype", "application/vnd.oasis.opendocument.text"}, entry{"content.xml", "<x/>"})), RuleFormat,
			".odt"},
		{"zip", string(archive(entry{"mimetype", "x"}, entry{"a.txt", "x"})), RuleFormat, "ZIP"},
		{"no document", string(archive(entry{"[Content_Types].xml", types})), RuleBroken, "hỏng"},
		{"another root", string(archive(entry{"word/document.xml", "<document><body/></document>"})), RuleBroken, "word/document.xml"},
		{"cut", string(archive(entry{"word/document.xml", document})[:100]), RuleBroken, "hỏng"},
	} {
		d, found := readBytes([]byte(c.src))
		if d != nil || len(found) != 1 || found[0].Rule != c.rule || !strings.Contains(found[0].Message, c.says) || found[0].Fix == "" {
			t.Errorf("%s: %s", c.name, dump(d, found))
		}
	}
	macros := strings.ReplaceAll(types, "openxmlformats-officedocument.wordprocessingml.document.main",
		"ms-word.document.macroEnabled.main")
	d, found := readBytes(archive(entry{"[Content_Types].xml", macros}, entry{"word/document.xml", document}))
	if d == nil || len(found) != 1 || found[0].Rule != RuleMacros {
		t.Errorf("docm: %s", dump(d, found))
	}
}

// hostile are files that would cost a reader without bounds its memory or its time.
func hostile() map[string][]byte {
	body := func(inner string) []byte {
		return archive(entry{"word/document.xml", `<w:document ` + nameSpaces + `><w:body>` + inner + `</w:body></w:document>`})
	}
	many := make([]entry, 10_001)
	for i := range many {
		many[i].name = fmt.Sprint("p", i)
	}
	lying := archive(entry{"word/document.xml", strings.Repeat(" ", 1<<20) + document})
	at := bytes.Index(lying, []byte("PK\x01\x02")) + 24 // the size that it states
	binary.LittleEndian.PutUint32(lying[at:], 10)
	checksum := archive(entry{"word/document.xml", document})
	checksum[bytes.Index(checksum, []byte("PK\x01\x02"))+16] ^= 1
	return map[string][]byte{
		"bomb":              body(strings.Repeat(" ", maxPart)),
		"stated too small":  lying,
		"wrong checksum":    checksum,
		"empty runs":        body("<w:p>" + strings.Repeat("<w:r/>", maxElements) + "</w:p>"),
		"deep":              body(strings.Repeat("<w:sdt><w:sdtContent>", 100_000)),
		"deep and closed":   body(strings.Repeat("<w:sdt>", maxDepth) + strings.Repeat("</w:sdt>", maxDepth)),
		"attributes":        body("<w:p" + strings.Repeat(` w:x=""`, 3*maxElements) + "/>"),
		"document type":     archive(entry{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>` + document}),
		"entity":            body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"),
		"lone ampersand":    body("<w:p><w:r><w:t>&</w:t></w:r></w:p>"),
		"character null":    body("<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>"),
		"surrogate":         body("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>"),
		"control character": body("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"),
		"no UTF-8":          body("<w:p><w:r><w:t>\xe9</w:t></w:r></w:p>"),
		"crossing tags":     body("<w:p><w:r></w:p></w:r>"),
		"two roots":         archive(entry{"word/document.xml", document + document}),
		"text outside":      archive(entry{"word/document.xml", document + "x"}),
		"open comment":      body("<!-- "),
		"open CDATA":        body("<w:p><![CDATA[ "),
		"open attribute":    body(`<w:p w:x="`),
		"no quotes":         body(`<w:p w:x=1/>`),
		"open tag":          archive(entry{"word/document.xml", "<w:document"}),
		"stroke in a tag":   archive(entry{"word/document.xml", "<a /b>"}),
		"nothing":           archive(entry{"word/document.xml", ""}),
		"path":              archive(entry{"word/document.xml", document}, entry{"../../etc/x", ""}),
		"two of one name":   archive(entry{"word/document.xml", document}, entry{"Word/Document.xml", document}),
		"many parts":        archive(many...),
		"broken styles": archive(entry{"word/document.xml", document}, entry{"word/styles.xml", "<w:styles"},
			entry{"word/_rels/document.xml.rels",
				`<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>`}),
		"broken relations": archive(entry{"word/document.xml", document}, entry{"word/_rels/document.xml.rels", "<"}),
		"broken types":     archive(entry{"word/document.xml", document}, entry{"[Content_Types].xml", "<"}),
	}
}

// bounded reads a file and fails the test when it takes more than a shared machine can be blamed
// for: the work is linear, two seconds by itself.
func bounded(t *testing.T, name string, src []byte) (*Document, diag.List) {
	t.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	d, found := readBytes(src)
	took := time.Since(start)
	if d == nil {
		runtime.ReadMemStats(&after) // all that was ever taken
		after.HeapAlloc = after.TotalAlloc - before.TotalAlloc
	} else {
		runtime.GC()
		runtime.ReadMemStats(&after) // what is kept
		after.HeapAlloc -= min(before.HeapAlloc, after.HeapAlloc)
	}
	t.Logf("%s: %v, %d MB", name, took.Round(time.Millisecond), after.HeapAlloc>>20)
	if took > 20*fuzzing.Slowness*time.Second || after.HeapAlloc > 300<<20 {
		t.Errorf("%s took %v and %d MB", name, took, after.HeapAlloc>>20)
	}
	return d, found
}

// TestHostile: each is an error.
func TestHostile(t *testing.T) {
	for name, src := range hostile() {
		d, found := bounded(t, name, src)
		if d != nil || len(found) != 1 || found[0].Level != diag.Error || found[0].Fix == "" {
			t.Errorf("%s: %.200s", name, dump(d, found))
		}
	}
}

// TestLargest: the largest files that are read stay within the same bounds.
func TestLargest(t *testing.T) {
	run, paragraph := "<w:r><w:t>x</w:t></w:r>", `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`
	numbers := map[string]string{"numbering": `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>` +
		`<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="` + strings.Repeat("%1", 10_000) +
		`"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`}
	begin, end := `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, `<w:r><w:t>x</w:t><w:fldChar w:fldCharType="end"/></w:r>`
	for name, body := range map[string]string{
		"runs":          "<w:p>" + strings.Repeat(run, 330_000) + "</w:p>",
		"numbers":       strings.Repeat(paragraph, 190_000),
		"deletions":     "<w:p><w:del>" + strings.Repeat("<w:r><w:delText>x</w:delText></w:r>", 300_000) + "</w:del></w:p>",
		"hidden":        "<w:p>" + strings.Repeat("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", 190_000) + "</w:p>",
		"fields":        "<w:p>" + strings.Repeat(begin, 300_000) + "</w:p>",
		"nested fields": "<w:p>" + strings.Repeat(begin, 110_000) + run + strings.Repeat(end, 110_000) + "</w:p>",
		"joined":        strings.Repeat("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"+run+"</w:p>", 120_000),
		"cells": "<w:tbl>" + strings.Repeat("<w:tr>"+strings.Repeat(`<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>`,
			60)+"</w:tr>", 3_000) + "</w:tbl>",
	} {
		if d, found := bounded(t, name, write(body, numbers)); d == nil {
			t.Errorf("%s is not read: %v", name, found)
		}
	}
}

// TestBudget: a part and its relations may take what is left of a file's budget, to the last element and byte.
func TestBudget(t *testing.T) {
	const elements, relations = 6, "<Relationships/>"
	src := archive(entry{"word/document.xml", document}, entry{"word/_rels/document.xml.rels", relations})
	bytesOf := int64(len(document) + len(relations))
	for _, tt := range []struct {
		name string
		left budget
		fits bool
	}{
		{"all", budget{elements, bytesOf}, true},
		{"an element less", budget{elements - 1, bytesOf}, false},
		{"a byte less for the relations", budget{elements, bytesOf - 1}, false},
		{"a byte less for the part", budget{elements, int64(len(document)) - 1}, false},
	} {
		pkg, err := ooxml.Open(bytes.NewReader(src), int64(len(src)), ooxml.Bounds{})
		if err != nil {
			t.Fatal(err)
		}
		r := &reader{pkg: pkg, budget: &tt.left}
		s, err := r.open(pkg.Part("word/document.xml"))
		var large *ooxml.Error
		if (err == nil) != tt.fits || (s == nil) == tt.fits || err != nil && (!errors.As(err, &large) || large.Why != ooxml.TooLarge) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// TestNothing: nothing in place of what can be nothing.
func TestNothing(t *testing.T) {
	if d, found := Read("x", nil, 5); d != nil || !found.HasErrors() {
		t.Error("no reader")
	}
	if _, found := Read("x", errReader{}, 500); !found.HasErrors() {
		t.Error("a reader that fails")
	}
	if _, found := Read("x", bytes.NewReader(nil), 256<<20+1); found[0].Rule != RuleTooLarge {
		t.Error("too large")
	}
	var d *Document
	d.Each(nil)
	if (*Paragraph)(nil).Text() != "" {
		t.Error("nothing is something")
	}
}

type errReader struct{}

func (errReader) ReadAt([]byte, int64) (int, error) { return 0, errors.New("broken disk") }
