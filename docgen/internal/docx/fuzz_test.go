package docx

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
	"github.com/vanban-go/vanban/internal/fuzzing"
)

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzText writes any text at all: it is refused, or the parts are
// well-formed and the text can be read back.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", " a  b ", "<w:t>&amp;\"'", "số\u00a030/NĐ\u2011CP", "a\u00adb\tc\nd", "\x00", "\xff", "]]>", "\ufffe",
		"😀", "\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := prose(words(s), &doc.Strong{Inlines: doc.T(s)})
		p.ID, p.Style = s, flow.Style("Kiểu "+strings.ToValidUTF8(s, ""))
		if xmltext.Check(string(p.Style)) != nil {
			p.Style = "Kiểu"
		}
		var b bytes.Buffer
		err := Write(&b, &flow.Flow{Sections: []*flow.Section{{Page: a4, Blocks: []flow.Block{p}}}}, nil, nil)
		if refused := xmltext.Check(s) != nil; refused != (err != nil) {
			t.Fatalf("%q: error %v", s, err)
		}
		if err != nil {
			return
		}
		if !utf8.ValidString(s) {
			t.Fatalf("%q was written", s)
		}
		for _, part := range unpack(t, b.Bytes()) {
			root := parse(t, part)
			if part.Name != mainPart {
				continue
			}
			var got strings.Builder
			root.walk(func(n *node) {
				switch n.XMLName.Local {
				case "t":
					got.WriteString(n.Text)
				case "noBreakHyphen":
					got.WriteString("\u2011")
				case "softHyphen":
					got.WriteString("\u00ad")
				case "tab":
					got.WriteString("\t")
				case "br":
					got.WriteString("\n")
				}
			})
			if got.String() != s+s {
				t.Errorf("%q came back as %q", s+s, got.String())
			}
		}
	})
}

// TestTogether writes one flow from many goroutines; none may change it.
func TestTogether(t *testing.T) {
	f := everything(t)
	want := write(t, f)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if !bytes.Equal(write(t, f), want) {
				t.Error("other bytes")
			}
		})
	}
	group.Wait()
}
