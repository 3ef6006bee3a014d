package xmltext

import (
	"encoding/xml"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppend(t *testing.T) {
	for s, want := range map[string]string{
		"":                      ">",
		"Điều 3":                ">Điều 3",
		`a < b & "c" > d`:       ">a &lt; b &amp; &quot;c&quot; &gt; d",
		"&&amp;":                ">&amp;&amp;amp;",
		"it's <<một>>\tdòng\nx": ">it's &lt;&lt;một&gt;&gt;\tdòng\nx",
	} {
		got := string(Append([]byte(">"), s))
		if got != want {
			t.Errorf("%q is written %q, want %q", s, got, want)
		}
		var back struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte("<a"+got+"</a>"), &back); err != nil || back.Text != s {
			t.Errorf("%q is read back as %q, %v", s, back.Text, err)
		}
	}
}

func TestCheck(t *testing.T) {
	for s, good := range map[string]bool{
		"":                        true,
		"Điều 3\tkhoản 2\n":       true,
		"\ufffd \U0001F600":       true, // a replacement that is meant is text
		"a\x00":                   false,
		"a\rb":                    false,
		"\x1f":                    false,
		"\x7f":                    true, // discouraged, yet allowed
		"\ufffe":                  false,
		"\uffff":                  false,
		"\xff":                    false,
		"\x80":                    false,
		"một chữ bị cắt \xe1\xba": false,
	} {
		if err := Check(s); (err == nil) != good {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// TestCheckByLetters: the quick look at bytes lets through what a look at each letter lets through.
func TestCheckByLetters(t *testing.T) {
	good := func(s string) bool {
		return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
			return r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff
		})
	}
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"abcdefgh", "Ủy ban", "12345678", "đồng", "\xc2\xa0", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xef\xbf\xbd", "\U0001f600", "\t\n", " ~\x7f"}
	bad := []string{"\x1f", "\x80", "\xc1\x80", "\xc2", "\xe1\xba", "\xe1a\xba", "\xed\xa0\x80", "\xe0\x80\x80", "\xef\xbf\xbf", "\xf8"}
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if random.IntN(2) == 0 {
			b.WriteString(bad[random.IntN(len(bad))])
		}
		s := b.String() + pieces[random.IntN(len(pieces))][:random.IntN(2)]
		if got := Check(s) == nil; got != good(s) || (Check([]byte(s)) == nil) != got {
			t.Fatalf("%q: good %t, want %t", s, got, good(s))
		}
	}
}
