package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// Source is the YAML of one file, read and not yet decoded: its text, its tree, and the
// places of its keys.
type Source struct {
	name   string
	read   []byte // the text; nil: the tree was made of another
	src    []byte // the same as it was parsed
	mended mending
	mark   bool  // a byte order mark stood before the text
	ends   []int // offsets behind the lines of src
	root   *yaml.Node

	hashed sync.Once
	digest string // see Digest

	refused diag.List       // what Decode could not read
	bad     map[string]bool // the paths that refused is about
}

// byteOrderMark may stand before the text of a file, and is no part of it.
const byteOrderMark = "\ufeff"

// Read reads the YAML of one file under the limits of this package; name is only used
// in findings. There are findings, or else all is well: without a Source the file could
// not be parsed; with one it has places, and is not to be decoded.
func Read(name string, src []byte) (*Source, diag.List) {
	clean, mended, found := checkSource(name, src)
	if found.HasErrors() {
		return nil, found
	}
	root, found := readNode(name, clean)
	if root == nil {
		return nil, found
	}
	read := bytes.TrimPrefix(src, []byte(byteOrderMark))
	s := &Source{name: name, read: read, src: clean, mended: mended, mark: len(read) < len(src), ends: lineEnds(clean), root: root}
	return s, checkTree(name, root)
}

// New returns the source of a tree that was made of one that was read: findings and
// places are those of its nodes. The tree stays in use.
func New(name string, root Node) *Source {
	if root.yaml == nil {
		root.yaml = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}
	}
	return &Source{name: name, root: root.yaml}
}

// Root returns the tree.
func (s *Source) Root() Node { return Node{s.root} }

// HasText reports whether the tree is that of a text, not made of another.
func (s *Source) HasText() bool { return s.src != nil }

// Bytes returns a copy of the file's text, in UTF-8 without a byte order mark; nil for a
// tree made of another.
func (s *Source) Bytes() []byte { return bytes.Clone(s.read) }

// Digest returns the hash of these bytes, as "sha256:" and hexadecimal figures; empty for
// a tree made of another.
func (s *Source) Digest() string {
	s.hashed.Do(func() {
		if s.read != nil {
			sum := sha256.Sum256(s.read)
			s.digest = "sha256:" + hex.EncodeToString(sum[:])
		}
	})
	return s.digest
}

// Word returns the text of a key at the top of the file, whose official term is given for
// messages.
func (s *Source) Word(key, term string) (string, *diag.Diagnostic) {
	_, n := lookup(s.root, key)
	switch n = target(n); {
	case n == nil || isNull(n):
		finding := &diag.Diagnostic{
			Pos: s.KeyPos(key), Rule: RuleMissing, Err: ErrMissing,
			Message: fmt.Sprintf("thiếu %q (%s)", key, term),
		}
		if key == "kind" {
			finding.Fix = "dòng đầu ghi kind: và mã của loại, thí dụ kind: cong-van; xem các loại bằng lệnh vanban kinds"
			for at, v := range s.Root().Pairs() {
				if bare := strings.TrimFunc(at.Text(), isUnseen); strings.EqualFold(bare, key) && at.Text() != key && !v.IsNull() {
					finding.Pos = at.Pos(s.name)
					finding.Fix = fmt.Sprintf("khóa viết là %s: gõ lại thành kind, chữ thường, không kèm ký tự nào khác", Quote(bare))
				}
			}
		}
		return "", finding
	case n.Kind != yaml.ScalarNode:
		return "", &diag.Diagnostic{Pos: s.Pos(key), Rule: RuleShape, Message: fmt.Sprintf("%q (%s) phải là một từ", key, term)}
	}
	return textOf(n), nil
}
