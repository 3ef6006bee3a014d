// Package filelock locks an open file for one process. The operating system holds the
// lock and lets go of it when the file is closed or the process ends, however it ends:
// a dead process leaves none.
//
// Where the system has no such locks (js, wasip1, plan9, solaris, aix) [Lock] holds
// nothing, and two processes at one file do not notice each other.
package filelock

import "errors"

// ErrLocked says that another process, or another open file of this one, has the lock.
var ErrLocked = errors.New("the file is locked")
