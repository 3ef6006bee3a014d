package record

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestEmoji: texts with characters beyond U+FFFF stay such as a person can edit, and read as they
// were, those of the private use area too.
func TestEmoji(t *testing.T) {
	many := ""
	for r := firstStandIn; r <= lastStandIn; r++ {
		many += string(r)
	}
	for _, c := range []struct{ text, want string }{
		{"Nghỉ lễ 🌸\n👉 Một\n", "a: |\n  Nghỉ lễ 🌸\n  👉 Một\n"},
		{"🌸 \ue000\ue001 👉", "a: 🌸 \ue000\ue001 👉\n"},
		{"Một", "a: Một\n"},
		{many + "🌸", ""},
	} {
		style := yaml.Style(0)
		if strings.Contains(c.text, "\n") {
			style = yaml.LiteralStyle
		}
		n := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{textNode("a"), {Kind: yaml.ScalarNode, Tag: "!!str", Style: style,
			Value: c.text}}}
		got, err := writeNode(n)
		if err != nil || c.want != "" && string(got) != c.want {
			t.Errorf("%q: %q, %v", c.text, got, err)
		}
		back := map[string]string{}
		if err := yaml.Unmarshal(got, &back); err != nil || back["a"] != c.text || n.Content[1].Value != c.text {
			t.Errorf("%q read again: %q, %v", got, back["a"], err)
		}
	}
}
