package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

func extractFrom(data []byte) ([]doc.Attached, error) {
	return Extract(bytes.NewReader(data), int64(len(data)))
}

func TestExtract(t *testing.T) {
	o := archiveOptions()
	o.Attachments = append(o.Attachments, doc.Attached{Name: "a(b)#.bin", MIME: "application/octet-stream",
		Relationship: "Unspecified", Data: bytes.Repeat([]byte{0, '\r', '\n', 0xff}, 50_000)})
	got, err := extractFrom(write(t, specimen(t), o))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, o.Attachments) {
		t.Errorf("got %v", got)
	}
}

func TestExtractRefuses(t *testing.T) {
	good := write(t, onePage(t), archiveOptions())
	changed := func(old, new string) []byte {
		if !bytes.Contains(good, []byte(old)) {
			t.Fatalf("the file does not say %q", old)
		}
		return bytes.Replace(good, []byte(old), []byte(new), 1)
	}
	damaged := bytes.Clone(good)
	at := bytes.Index(good, []byte("/CheckSum<")) + len("/CheckSum<")
	copy(damaged[at:], "00000000")
	for _, c := range []struct {
		name string
		data []byte
		says string
	}{
		{"empty", nil, "not a PDF"},
		{"text", []byte("hello"), "not a PDF"},
		{"header only", []byte("%PDF-1.7\n"), "no cross-reference table"},
		{"cut off", good[:len(good)/2], "no cross-reference table"},
		{"attachment changed", damaged, "checksum is wrong"},
		{"unknown filter", changed(">>/Filter/FlateDecode", ">>/Filter/ASCIIDecode"), "unknown filter"},
		{"far table", changed("startxref\n", "startxref\n9"), "beyond the file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if list, err := extractFrom(c.data); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, %v, want %q", list, err, c.says)
			}
		})
	}
	if _, err := extractFrom(write(t, onePage(t), usualOptions())); !errors.Is(err, ErrNoAttachments) {
		t.Errorf("a file without attachments: %v", err)
	}
	if _, err := Extract(bytes.NewReader(nil), 1<<40); err == nil {
		t.Error("a terabyte is read")
	}
}

// TestExtractFew: a file carries what its list says, one file or more.
func TestExtractFew(t *testing.T) {
	spec := func(n int) string { return fmt.Sprintf("<</F(a%d.txt)/EF<</F %d 0 R>>>>", n, n+1) }
	for _, tt := range []struct {
		catalog string
		want    string
	}{
		{"<</AF[2 0 R]>>", "a2.txt=two "}, {"<</AF[2 0 R 4 0 R]>>", "a2.txt=two a4.txt=four "},
		{"<</AF[]>>", ""}, {"<<>>", ""}, {"<</AF 6 0 R>>", "a4.txt=four "},
	} {
		list, err := extractFrom(handmade(tt.catalog, spec(2), streamOf("two"), spec(4), streamOf("four"), "[4 0 R]"))
		got := ""
		for _, a := range list {
			got += a.Name + "=" + string(a.Data) + " "
		}
		if got != tt.want || (tt.want == "") != errors.Is(err, ErrNoAttachments) {
			t.Errorf("%s: %q, %v, want %q", tt.catalog, got, err, tt.want)
		}
	}
}

func TestInflateBound(t *testing.T) {
	bomb := deflate.AppendZlib(nil, make([]byte, 1<<20), deflate.Best)
	if _, err := inflate(dict{"Filter": name("FlateDecode")}, bomb, 1<<20-1); err == nil {
		t.Error("more than allowed is inflated")
	}
	if b, err := inflate(dict{"Filter": name("FlateDecode")}, bomb, 1<<20); err != nil || len(b) != 1<<20 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

// FuzzExtract asserts that no file makes the reader panic, hang, or give
// attachments beyond its bounds.
func FuzzExtract(f *testing.F) {
	f.Add(write(f, newSheet(f).r, archiveOptions()))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</AF[1 0 R]>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R>>startxref 37 %%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := extractFrom(data)
		if err == nil && (len(list) == 0 || len(list) > maxAttached) {
			t.Errorf("%d attachments and no error", len(list))
		}
	})
}

// FuzzScanner asserts that what is read as an object is read the same when
// written by this package.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{"<</A[1 2 0 R(x\\(\\051)/B#20c]>>", "<4142 4>", "-12.5", "null", "((a)b)", "[[[[]]]]", "true%x\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o, err := (&scanner{data: []byte(s)}).object(0)
		if err != nil {
			return
		}
		switch o := o.(type) {
		case text:
			again, err := (&scanner{data: appendLiteral(nil, []byte(o))}).object(0)
			if err != nil || again != o {
				t.Errorf("%q becomes %q, %v", o, again, err)
			}
		case name:
			again, err := (&scanner{data: appendName(nil, string(o))}).object(0)
			if err != nil || again != o {
				t.Errorf("/%s becomes %q, %v", o, again, err)
			}
		}
	})
}
