package plan

import (
	"iter"

	"github.com/vanban-go/vanban/plan/diag"
)

// Pos returns the place of what stands at path, such as "signer.name" or
// "sections[1].goals": of a line of text the text itself, of a mapping or list
// the key that holds it. For a path that the file does not have it is the place
// of the nearest thing around it. A file made in Go, and a nil one, has no places.
func (f *File) Pos(path string) diag.Pos {
	switch {
	case f == nil:
		return diag.At(path)
	case f.origin != nil:
		return f.origin.Pos(f.place(path))
	case f.source == nil:
		return diag.Pos{File: f.Name, Path: path}
	}
	return f.source.Pos(path)
}

// PosIn returns the place of a byte of the text at path, wherever the lines of the
// file were folded; an escaped character in a quoted text is the last that has one.
// For many bytes of one text use [File.Locate].
func (f *File) PosIn(path string, offset int) diag.Pos {
	switch {
	case offset > 0:
		return f.Locate(path)(offset)
	case f != nil && f.origin != nil:
		return f.origin.PosIn(f.place(path), 0)
	case f == nil || f.source == nil:
		return f.Pos(path)
	}
	return f.source.Start(path)
}

// Locate returns a function for the places of bytes of the text at path, as
// [File.PosIn] finds them. The text is gone through once, as far as is asked, so that
// asking for every paragraph of a long text takes time in proportion to its
// length. The function is not safe for concurrent use.
func (f *File) Locate(path string) func(offset int) diag.Pos {
	if f != nil && f.origin != nil {
		return f.origin.Locate(f.place(path))
	}
	if f == nil || f.source == nil {
		return func(int) diag.Pos { return f.Pos(path) }
	}
	return f.source.Locate(path)
}

// Joined returns where in the text at path, in bytes, lines of the file begin that YAML joins
// to the line above: behind ">", or in a plain or quoted text that goes on below. If no such
// line opens with what is wanted there are none, and none of a file made in Go.
func (f *File) Joined(path string, wanted func(line []byte) bool) []int {
	switch {
	case f == nil:
		return nil
	case f.origin != nil:
		return f.origin.Joined(f.place(path), wanted)
	case f.source == nil:
		return nil
	}
	return f.source.Joined(path, wanted)
}

// Letters gives the letters of the file's values that are wanted and their places, in the
// order of the file: for what no font has. Keys and comments are no values. A file made in
// Go, and a nil one, has none; nil wants none. wanted says the same of a letter each time: it
// may be asked for it once.
func (f *File) Letters(wanted func(rune) bool) iter.Seq2[rune, diag.Pos] {
	if f != nil && f.origin != nil {
		return f.origin.Letters(wanted)
	}
	return func(yield func(rune, diag.Pos) bool) {
		if f != nil && f.source != nil && wanted != nil {
			f.source.Letters(wanted, yield)
		}
	}
}

// Digest returns the hash of what Source returns, as "sha256:" and hexadecimal figures: the
// name by which a PDF's metadata say from which file it was made. Empty for a file made in Go.
func (f *File) Digest() string {
	switch {
	case f == nil:
	case f.origin != nil && f.origin.Name == f.Name:
		return f.origin.Digest()
	case f.source != nil:
		return f.source.Digest()
	}
	return ""
}

// Source returns the file as it was read, in UTF-8 without a byte order mark; nil
// for a file made in Go. The caller may change what it gets.
func (f *File) Source() []byte {
	if f != nil && f.origin != nil && f.origin.Name == f.Name {
		return f.origin.Source()
	}
	if f == nil || f.source == nil {
		return nil
	}
	return f.source.Bytes()
}
