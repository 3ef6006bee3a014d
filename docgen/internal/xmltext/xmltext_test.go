package xmltext

import (
	"encoding/xml"
	"testing"
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
