package sheet

import "testing"

func TestAttr(t *testing.T) {
	for _, tt := range []struct {
		tag, name, want string
		ok              bool
	}{
		{`c r="A1" s="2"`, "r", "A1", true}, {`c r="A1" s="2"`, "s", "2", true}, {`c r='A1'`, "r", "A1", true},
		{"c\tr = \"A1\"", "r", "A1", true},
		{"c\nr=\"\"", "r", "", true}, {`row spans="1:3" r="7"`, "r", "7", true}, {`c xr="B2" r="A1"`, "r", "A1", true},
		{`c x:r="B2"`, "r", "", false},
		{`c t="r" r="A1"`, "r", "A1", true}, {`r`, "r", "", false}, {`c r`, "r", "", false}, {`c r=`, "r", "", false},
		{`c r=A1`, "r", "", false},
		{`c r="A1`, "r", "", false}, {`c r s="r="`, "r", "", false}, {`c ref="A1:B2" r="A1"`, "r", "A1", true}, {``, "r", "", false},
	} {
		got, ok := attr([]byte(tt.tag), tt.name)
		if string(got) != tt.want || ok != tt.ok {
			t.Errorf("%s of %s: %q %t, want %q %t", tt.name, tt.tag, got, ok, tt.want, tt.ok)
		}
	}
}
