package csvtext

import (
	"errors"
	"strings"
	"testing"
)

func TestWriter(t *testing.T) {
	var b strings.Builder
	w, err := NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.WriteAll([][]string{{"Họ tên", "Số"}, {"Lê Văn An", "7, 8"}}); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeffHọ tên,Số\r\nLê Văn An,\"7, 8\"\r\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	if _, err := NewWriter(full{}); err == nil {
		t.Error("a full disk is not noticed")
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"=A1": "'=A1", "+1": "'+1", "-1": "'-1", "@A": "'@A", "\t=A1": "'\t=A1", "\r=A1": "'\r=A1", "": "", "An": "An", "1-2": "1-2",
		"Đ": "Đ",
	} {
		if got := Inert(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
