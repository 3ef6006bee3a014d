package filelock

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestLock: whoever comes second is refused, until the first has closed the file.
func TestLock(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	open := func() *os.File {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	first, second := open(), open()
	if err := Lock(first); err != nil {
		t.Fatal(err)
	}
	if err := Lock(second); !errors.Is(err, ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Lock(second); err != nil {
		t.Errorf("the lock outlived its file: %v", err)
	}
	if err := Lock(first); err == nil || errors.Is(err, ErrLocked) {
		t.Errorf("a closed file is locked: %v", err)
	}
}
