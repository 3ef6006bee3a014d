package record

import "testing"

// TestWrapped: values of which brackets or quotation marks hold only a part.
func TestWrapped(t *testing.T) {
	for _, tt := range []struct {
		line   string
		column int
		opens  string
	}{
		{"subject: [Dự thảo] đăng ký\n", 10, "["},
		{"  trích_yếu: \"Chung sức\" xây dựng", 14, `"`},
		{"- 'một' cửa", 3, "'"},
		{"  - text: {{.ten}} đi họp", 11, "{"},
		{"- - \"a\" b", 5, `"`},
		{"subject: [a, b]\n", 0, ""},
		{"subject: [a, b] # lời chú thích\n", 0, ""},
		{"subject: \"a\"\n", 0, ""},
		{"subject: 'it''s'\n", 0, ""},
		{"subject: [a, b\n", 0, ""},
		{"subject: đăng ký [a] b\n", 0, ""},
		{"subject:[a] b\n", 0, ""},
		{"", 0, ""},
	} {
		if column, opens := wrapped(tt.line); column != tt.column || opens != tt.opens {
			t.Errorf("%q: %d %q, want %d %q", tt.line, column, opens, tt.column, tt.opens)
		}
	}
}

func TestLineOf(t *testing.T) {
	for _, tt := range []struct {
		src  string
		line int
		want string
	}{
		{"a\nb\n", 1, "a\n"}, {"a\nb\n", 2, "b\n"}, {"a\nb", 2, "b"}, {"a\n", 2, ""}, {"a\n", 0, ""}, {"a\n", -1, ""}, {"", 1, ""},
	} {
		if got := lineOf([]byte(tt.src), tt.line); got != tt.want {
			t.Errorf("line %d of %q: %q, want %q", tt.line, tt.src, got, tt.want)
		}
	}
}
