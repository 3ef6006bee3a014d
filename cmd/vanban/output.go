package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/vanban-go/vanban/plan/diag"
)

// write puts content at path, which "-" makes standard output. A file is
// written beside its place and then renamed, so that no one ever sees half of
// it, with mode 0644. A device or pipe is written to as it is.
func (c *console) write(path string, content []byte) error {
	var err error
	switch {
	case path == "-" && c.closed:
		return errors.New("không ghi được đầu ra chuẩn: đã đóng; ghi vào tệp bằng -o")
	case path == "-":
		_, err = c.out.Write(content)
		path = "đầu ra chuẩn"
	case isSpecial(path):
		err = os.WriteFile(path, content, 0)
	default:
		err = replace(path, content)
	}
	if errors.Is(err, syscall.EISDIR) {
		return fmt.Errorf("không ghi được %s: đây là thư mục; để ghi vào trong, thêm dấu / ở cuối", path)
	} else if errors.Is(err, fs.ErrNotExist) {
		to, _ := linked(path)
		return fmt.Errorf("không ghi được %s: không có thư mục %s; tạo thư mục ấy trước", path, filepath.Dir(to))
	} else if err != nil {
		return fmt.Errorf("không ghi được %s: %w", path, reason(err))
	}
	return nil
}

// writeNew writes a file to begin with, to standard output where none is named: never over a file.
func (c *console) writeNew(path string, content []byte) error {
	if path == "" {
		path = "-"
	} else if err := isFree(path); err != nil {
		return err
	}
	return c.write(path, content)
}

// makeFolder makes a folder where there is none, with those above it.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("không tạo được thư mục %s: %w", dir, reason(err))
	}
	return nil
}

// isSpecial reports whether path is something that must not be replaced by a
// file, such as /dev/null or a named pipe.
func isSpecial(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// replace writes content to a new file in the folder of path and renames it.
func replace(path string, content []byte) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return syscall.EISDIR
	}
	if path, err = linked(path); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".vanban-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(content)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	return err
}

// mostLinks is how many links a path may lead through.
const mostLinks = 40

// linked follows the links of an output: a link stays, what it leads to is replaced, or made
// where there is nothing yet.
func linked(path string) (string, error) {
	for range mostLinks {
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return "", syscall.ELOOP
}

// reason says in Vietnamese why the system refused, without the path, which
// the caller names.
func reason(err error) error {
	for _, known := range []struct {
		is   error
		said string
	}{
		{fs.ErrNotExist, "không có tệp hoặc thư mục này"},
		{fs.ErrPermission, "không có quyền"},
		{fs.ErrExist, "đã có, hoặc là liên kết dẫn đến nơi không có"},
		{syscall.EISDIR, "đây là thư mục"},
		{syscall.ENOTDIR, "đường dẫn đi qua một tệp không phải là thư mục"},
		{syscall.ENOSPC, "hết chỗ trên đĩa"},
		{syscall.EROFS, "ổ đĩa chỉ cho đọc"},
		{syscall.EPIPE, "bên nhận đã đóng"},
		{syscall.EFBIG, "tệp vượt quá cỡ mà hệ thống cho phép"},
		{syscall.EDQUOT, "hết hạn mức đĩa"},
		{syscall.EIO, "ổ đĩa lỗi"},
		{syscall.ELOOP, "liên kết vòng tròn"},
		{syscall.EMFILE, "mở quá nhiều tệp"},
		{syscall.ENAMETOOLONG, "tên quá dài; đặt tên ngắn hơn"},
	} {
		if errors.Is(err, known.is) {
			return errors.New(known.said)
		}
	}
	return errors.New(diag.FileReason(err))
}

// guard refuses outputs that would take the place of a file that was read, by
// whatever name or link.
func guard(read, out []string) error {
	for _, o := range out {
		if o == "" || o == "-" {
			continue
		}
		to, err := os.Stat(o)
		if err != nil {
			continue // nothing stands there
		}
		for _, in := range read {
			if from, err := os.Stat(in); err == nil && os.SameFile(from, to) {
				return fmt.Errorf("tệp ra %s ghi đè lên tệp vào %s", o, in)
			}
		}
	}
	return nil
}
