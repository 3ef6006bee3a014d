package diag

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// errFolder says that a folder stands where a file is meant.
var errFolder = errors.New("is a directory")

// CheckFile reports why a file that another one names cannot be read: its name leads
// out of fsys, there is no such file, it is a folder, or it may not be read.
func CheckFile(fsys fs.FS, name string) error {
	switch {
	case !fs.ValidPath(name):
		return &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case fsys == nil:
		return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	info, err := fs.Stat(fsys, name)
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: errFolder}
	}
	return err
}

// FileReason says in Vietnamese why a file could not be read, without naming it. A
// reason that is none of the usual ones is quoted as the system gives it. No error has none.
func FileReason(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, fs.ErrNotExist):
		return "không có tệp này"
	case errors.Is(err, fs.ErrPermission):
		return "không có quyền đọc"
	case errors.Is(err, fs.ErrInvalid), strings.HasSuffix(err.Error(), "path escapes from parent"): // of os.Root
		return "tên tệp không hợp lệ hoặc dẫn ra ngoài thư mục"
	case strings.HasSuffix(err.Error(), errFolder.Error()):
		return "đây là thư mục, không phải tệp"
	}
	if in, ok := errors.AsType[*fs.PathError](err); ok {
		err = in.Err
	}
	return fmt.Sprintf("hệ thống báo %q", err)
}
