package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestStart begins the program with an output that is closed, and with too few files.
func TestStart(t *testing.T) {
	program := t.TempDir() + "/vanban"
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for _, tt := range []struct {
		line   string
		status int
		said   string
	}{
		{"$0 new cong-van >&-", 2, "vanban: không ghi được đầu ra chuẩn: đã đóng; ghi vào tệp bằng -o\n"},
		{"$0 new cong-van >/dev/null", 0, ""},
		{"$0 version >&-", 0, ""}, // nobody can tell it from a caller who throws it away
		{"$0 kinds 1<>/dev/null", 0, ""},
		{"$0 new cong-van <&- | grep -q kind", 0, ""},
		{"ulimit -n 15; $0 version", 2, "vanban: hệ thống chỉ cho mở 15 tệp cùng lúc, cần ít nhất 16; nâng giới hạn bằng lệnh ulimit -n\n"},
		{"ulimit -n 16; $0 new cong-van -o a.yaml && $0 render a.yaml && test -s a.pdf", 0, ""},
	} {
		var said bytes.Buffer
		cmd := exec.Command("bash", "-c", tt.line, program)
		cmd.Dir, cmd.Stderr, cmd.Stdout = t.TempDir(), &said, os.Stderr
		if strings.Contains(tt.line, ">") { // the shell itself sees to it
			cmd.Stdout = nil
		}
		_ = cmd.Run()
		if got := cmd.ProcessState.ExitCode(); got != tt.status || tt.status != 0 && said.String() != tt.said {
			t.Errorf("%s: status %d: %s", tt.line, got, said.String())
		}
	}
}
