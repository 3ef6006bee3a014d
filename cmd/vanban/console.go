package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"
)

// console is what the command sees of the world besides files.
type console struct {
	in       io.Reader
	out, err io.Writer
	terminal bool // err is a terminal: say what is being done
	screen   bool // out is a terminal: nothing but text may go there
	closed   bool // out was closed before the program began
	colour   bool // err may be coloured
	env      func(key string) string
	browse   func(address string) error // opens a page in the browser
}

// systemConsole is the console of the process.
func systemConsole() *console {
	terminal := isTerminal(os.Stderr)
	return &console{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		terminal: terminal, screen: isTerminal(os.Stdout), closed: wasClosed(os.Stdout),
		colour: terminal && wantsColour(os.Getenv),
		env:    os.Getenv,
		browse: browse,
	}
}

// wantsColour reports whether an environment allows colours.
// https://no-color.org: any value but the empty one asks for none.
func wantsColour(env func(key string) string) bool {
	return env("NO_COLOR") == "" && env("TERM") != "dumb"
}

// isTerminal reports whether a person sees what is written to f. The null device is none,
// though the system counts it among the same kind of devices.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && !isNull(f)
}

// isNull reports whether f is the null device.
func isNull(f *os.File) bool {
	info, err := f.Stat()
	if err != nil {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}

// note says something in passing to a person at a terminal, and nothing to a program.
func (c *console) note(format string, args ...any) {
	if c.terminal {
		fmt.Fprintf(c.err, format+"\n", args...)
	}
}

// fail says why something could not be done.
func (c *console) fail(err error) { fmt.Fprintf(c.err, "vanban: %v\n", err) }

// created gives the creation date that the environment asks for, or the zero
// time: SOURCE_DATE_EPOCH, in seconds since 1970.
// See https://reproducible-builds.org/specs/source-date-epoch.
func (c *console) created() (time.Time, error) {
	value := c.env("SOURCE_DATE_EPOCH")
	if value == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	// PDF has room for four digits of the year.
	if err != nil || seconds < 0 || time.Unix(seconds, 0).UTC().Year() > 9999 {
		return time.Time{}, fmt.Errorf("biến môi trường SOURCE_DATE_EPOCH phải là số giây tính từ năm 1970, không phải %q", value)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// errFound ends a command whose findings of level error have been printed.
var errFound = errors.New("có lỗi trong tệp")

// errSaid ends a command whose failures have been printed.
var errSaid = errors.New("không thực hiện được")
