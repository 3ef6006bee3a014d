package plan

import "bytes"

// Source gives the file as it was read, in UTF-8 without a byte order mark; nil
// for a file made in Go. The caller may change what it gets.
func (f *File) Source() []byte { return bytes.Clone(f.read) }
