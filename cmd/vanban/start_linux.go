package main

import (
	"fmt"
	"os"
	"syscall"
)

// wasClosed reports whether the caller closed f, as "vanban new cong-van >&-" does. Go opens the
// null device in its place, for reading too, before main begins. Shells open it for writing alone
// when somebody throws an output away, so that what they do is told apart.
func wasClosed(f *os.File) bool {
	flags, _, err := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), syscall.F_GETFL, 0)
	return err == 0 && flags&syscall.O_ACCMODE == syscall.O_RDWR && isNull(f)
}

// fewestFiles is how many files a process must be able to open: Go ends the program without
// a word to people where it cannot open those that it needs itself.
const fewestFiles = 16

// enough refuses to begin where the system lets the program open too few files.
func enough() error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err == nil && limit.Cur < fewestFiles {
		return fmt.Errorf("hệ thống chỉ cho mở %d tệp cùng lúc, cần ít nhất %d; nâng giới hạn bằng lệnh ulimit -n", limit.Cur, fewestFiles)
	}
	return nil
}
