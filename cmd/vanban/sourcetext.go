package main

import (
	"bytes"
	"fmt"
	"strings"
)

// sourceText is the YAML text of a file in which single keys are written, a line
// each: every other byte stays as it is. Lines count from 0.
type sourceText struct {
	path  string
	lines [][]byte // each with its end
}

func newSourceText(path string, src []byte) *sourceText {
	return &sourceText{path: path, lines: bytes.SplitAfter(src, []byte("\n"))}
}

func (t *sourceText) bytes() []byte { return bytes.Join(t.lines, nil) }

// top gives the line of a key at the top of the file, or -1.
func (t *sourceText) top(key string) int {
	for i, l := range t.lines {
		if bytes.HasPrefix(l, []byte(key+":")) {
			return i
		}
	}
	return -1
}

// set puts value at a key of the section that a line opens. The section must be
// written as a block, a key a line.
func (t *sourceText) set(at int, section, key, value string) error {
	indent, err := t.open(at, section)
	if err != nil {
		return err
	}
	if i := t.child(at, indent, key); i >= 0 {
		t.replace(i, indent, key, value)
	} else {
		t.insert(at+1, indent+key+": "+value)
	}
	return nil
}

// setBelow puts value at a key of a group below the section that a line opens; the
// group is made where there is none.
func (t *sourceText) setBelow(at int, section, group, key, value string) error {
	if at < 0 || at >= len(t.lines) {
		return fmt.Errorf("%s viết theo cách không ghi thêm được số; viết mỗi khóa một dòng", t.path)
	}
	indent, err := t.open(at, section)
	if err != nil {
		return err
	}
	i := t.child(at, indent, group)
	if i < 0 {
		t.insert(at+1, indent+group+":")
		i = at + 1
	}
	return t.set(i, group, key, value)
}

// setTop puts value at a key at the top of the file, behind a line where there is
// no such key yet.
func (t *sourceText) setTop(behind int, key, value string) error {
	if i := t.top(key); i >= 0 {
		t.replace(i, "", key, value)
		return nil
	}
	if behind < 0 || behind >= len(t.lines) || bytes.HasPrefix(bytes.TrimSpace(t.lines[behind]), []byte("{")) {
		return t.notLines(max(behind, 0), key)
	}
	t.insert(behind+1, key+": "+value)
	return nil
}

// open gives the indent of the keys below the section that a line opens, as they
// have it or as they would. An empty {} there makes room for them.
func (t *sourceText) open(at int, section string) (string, error) {
	line := string(t.lines[at])
	body := strings.TrimLeft(line, " -")
	rest, ok := strings.CutPrefix(body, section+":")
	if empty, found := strings.CutPrefix(strings.TrimSpace(rest), "{}"); found {
		comment := strings.TrimSpace(empty)
		if comment != "" {
			comment = " " + comment
		}
		t.lines[at] = []byte(line[:len(line)-len(rest)] + comment + line[len(strings.TrimRight(line, "\r\n")):])
		rest = comment
	}
	rest = strings.TrimSpace(rest)
	if !ok || rest != "" && rest[0] != '#' {
		return "", t.notLines(at, section)
	}
	outer := len(line) - len(body)
	for _, l := range t.lines[at+1:] {
		text := string(l)
		trimmed := strings.TrimLeft(text, " ")
		if blank(trimmed) {
			continue
		}
		if depth := len(text) - len(trimmed); depth > outer {
			return text[:depth], nil
		}
		break
	}
	return strings.Repeat(" ", outer+2), nil
}

// child gives the line of a key of that indent below a line, or -1.
func (t *sourceText) child(at int, indent, key string) int {
	for i := at + 1; i < len(t.lines); i++ {
		text := string(t.lines[i])
		trimmed := strings.TrimLeft(text, " ")
		if blank(trimmed) {
			continue
		}
		depth := len(text) - len(trimmed)
		if depth < len(indent) {
			return -1
		}
		if depth == len(indent) && strings.HasPrefix(trimmed, key+":") {
			return i
		}
	}
	return -1
}

// blank reports whether a line holds nothing but a comment.
func blank(trimmed string) bool {
	return strings.TrimSpace(trimmed) == "" || strings.HasPrefix(trimmed, "#")
}

// replace writes a key anew, with the comment and the end of its line.
func (t *sourceText) replace(i int, indent, key, value string) {
	text := string(t.lines[i])
	comment := ""
	if at := strings.Index(text, " #"); at >= 0 {
		comment = strings.TrimRight(text[at:], "\r\n")
	}
	end := text[len(strings.TrimRight(text, "\r\n")):]
	t.lines[i] = []byte(indent + key + ": " + value + comment + end)
}

// insert puts a line in, with the end that the lines of the file have.
func (t *sourceText) insert(i int, line string) {
	end := "\n"
	if bytes.HasSuffix(t.lines[0], []byte("\r\n")) {
		end = "\r\n"
	}
	if before := t.lines[i-1]; !bytes.HasSuffix(before, []byte("\n")) {
		t.lines[i-1] = append(bytes.Clone(before), end...)
	}
	t.lines = append(t.lines[:i], append([][]byte{[]byte(line + end)}, t.lines[i:]...)...)
}

// notLines says that a section is not written in a way in which a key can be put.
func (t *sourceText) notLines(at int, section string) error {
	return fmt.Errorf("%s:%d: %q phải viết mỗi khóa một dòng thì mới ghi được số", t.path, at+1, section)
}
