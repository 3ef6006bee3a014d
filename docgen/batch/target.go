package batch

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
)

// Names of the files that a run keeps beside its documents. A shard's carry its number.
const (
	manifestName = "manifest"
	errorsName   = "errors"
	tempPrefix   = ".vanban-tmp"
)

// target is the folder that a run writes into. Nothing leads out of it.
type target struct {
	root   *os.Root
	suffix string // of the shard
	alone  bool   // nothing but the manifest stood in the folder

	findings *pending // errors.csv, while it is written; nil: there was none

	// Of the manifest, which stays open and locked.
	f     *os.File
	blank bool               // it has no header: no run was begun
	done  bool               // the run is finished
	names map[digest]written // files that it names, the run's own
	sum   checksum           // behind the last line
	size  int64
	rows  int // documents
}

// written is what a manifest says of a file.
type written struct {
	sum   digest // of its hash
	bytes int
}

// openTarget opens the folder, making it if need be, and takes hold of it: there is no
// other run at work there, and what the run will replace is its own. Only then what killed
// runs left half written is swept away.
func openTarget(dir string, s Shard) (*target, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open folder: %w", err)
	}
	t := &target{root: root, suffix: s.suffix()}
	if err = t.hold(); err == nil {
		err = t.sweep()
	}
	if err != nil {
		return nil, errors.Join(err, t.close())
	}
	return t, nil
}

// close lets go of the folder and leaves nothing there that is only of use to a run at work.
func (t *target) close() error {
	if t.f == nil { // another run may be at work
		return t.root.Close()
	}
	return errors.Join(t.release(), t.root.Close())
}

// room is what the path of the folder leaves of the longest path.
func (t *target) room() int {
	dir, err := filepath.Abs(t.root.Name())
	if err != nil {
		dir = t.root.Name()
	}
	return maxPath - len(dir) - 1
}

// isFree reports whether a file of that name would replace nothing, or only what is the
// run's own. A name that cannot be looked at is not free.
func (t *target) isFree(name string) bool {
	if _, own := t.names[digestOf(name)]; own || t.alone {
		return true
	}
	_, err := t.root.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// own returns the name of one of the run's own files.
func (t *target) own(name, ext string) string { return name + t.suffix + ext }

// temp gives the name of a temporary file. Shards that share a folder do not meet.
func (t *target) temp(what string) string { return tempPrefix + t.suffix + "." + what + ".tmp" }

// sweep removes what a killed run left half written.
func (t *target) sweep() error {
	dir, err := t.root.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	manifest := t.own(manifestName, ".json")
	t.alone = t.blank
	for {
		names, err := dir.Readdirnames(1024)
		for _, name := range names {
			if strings.HasPrefix(name, tempPrefix+t.suffix+".") {
				if err := t.root.RemoveAll(name); err != nil {
					return err
				}
			} else if name != manifest {
				t.alone = false
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// put writes a file whole: under a temporary name first, then renamed. No
// fsync: a computer that loses power may lose files, which resuming finds out
// by their hashes.
func (t *target) put(temp, name string, data []byte) error {
	f, err := t.create(temp)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return f.commit(name, err)
}

// standing is what stands in a folder where a document is to be written.
type standing uint8

const (
	nothing standing = iota // or what the run may replace
	foreign                 // a file that no run has written
	edited                  // one of a run that somebody has changed by hand since
)

// why says in Vietnamese why a file stays.
func (s standing) why() string {
	if s == edited {
		return "đã được sửa bằng tay từ khi ghi"
	}
	return "không do lần chạy nào ghi"
}

// fix says in Vietnamese what to do about it.
func (s standing) fix() string {
	if s == edited {
		return "chuyển tệp ấy đi chỗ khác, ghi vào thư mục khác, hoặc thêm --force để ghi đè"
	}
	return "chuyển tệp ấy đi chỗ khác, hoặc ghi vào thư mục khác"
}

// stands says what a document would replace; the format is empty for a filled template,
// which has no seal. To a run that resumes, all files are its own:
// it has looked when it began. A file that cannot be looked at is not to be replaced.
func (t *target) stands(name, format string, resumes bool) standing {
	_, own := t.names[digestOf(name)]
	switch {
	case t.alone:
		return nothing
	case !resumes && !t.isFree(name):
		return foreign
	case t.isChanged(name):
		return edited
	case own || format == "":
		return nothing
	}
	f, _ := docgen.FormatOf(format)
	if is, err := f.Edited(t.root.FS(), name); is || err != nil {
		return edited
	}
	return nothing
}

// isChanged reports whether a file of the manifest holds something else now: a signature, a scan of what was signed, the
// words of who mended it. What is not there, or not whole, as a computer leaves it that lost power, was changed by nobody.
func (t *target) isChanged(name string) bool {
	want, own := t.names[digestOf(name)]
	if !own {
		return false
	}
	data, err := t.read(name)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	return digestOf(newFile(name, 0, data).SHA256) != want.sum && !want.isTorn(name, data)
}

// isTorn reports whether what stands for a file is not whole.
func (w written) isTorn(name string, data []byte) bool {
	switch path.Ext(name) {
	case ".pdf": // one of as many bytes is damaged: no program that saves it keeps its length
		const tail = 1024 // of a file, where its end is marked
		return len(data) == w.bytes || !bytes.Contains(data[max(0, len(data)-tail):], []byte("%%EOF"))
	case "." + wordFormat:
		if bytes.HasPrefix(data, []byte("PK")) { // one with a password begins otherwise
			_, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			return err != nil
		}
	}
	return len(data) == 0 || data[len(data)-1] == 0
}

// isOurs reports whether a file that is of no document was written by a run in this
// folder: there is a manifest, and the file holds what such a file does.
func (t *target) isOurs(name string, marks ...string) bool {
	if t.isFree(name) {
		return true
	}
	f, err := t.root.Open(name)
	if err != nil || t.blank {
		return false
	}
	defer f.Close()
	const step = 1 << 20
	marks = slices.Clone(marks)
	kept := 0
	for buf := make([]byte, 2*step); ; {
		n, err := io.ReadFull(f, buf[kept:kept+step])
		text := buf[:kept+n]
		marks = slices.DeleteFunc(marks, func(m string) bool { return bytes.Contains(text, []byte(m)) })
		if len(marks) == 0 || err != nil {
			return len(marks) == 0
		}
		kept = copy(buf, text[len(text)-1024:]) // a mark may lie across two readings
	}
}

// document writes the file of a document.
func (t *target) document(ordinal int, name string, data []byte) error {
	if err := t.makeFolder(name); err != nil {
		return err
	}
	return t.put(strconv.Itoa(ordinal)+path.Ext(name), name, data)
}

// makeFolder makes the folder that a file of the target stands in.
func (t *target) makeFolder(name string) error {
	dir := path.Dir(name)
	if dir == "." {
		return nil
	}
	if err := t.root.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return nil
}

// inOrder: files may be written in any order, by several workers.
func (t *target) inOrder() bool { return false }

// report begins errors.csv.
func (t *target) report() (_ io.Writer, err error) {
	t.findings, err = t.create(errorsName)
	return t.findings, err
}

// closeReport puts errors.csv in its place, unless something went wrong with it, or takes
// the one of an earlier run away.
func (t *target) closeReport(err error) error {
	name := t.own(errorsName, ".csv")
	if t.findings != nil {
		return t.findings.commit(name, err)
	}
	if err := t.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove old %s: %w", name, err)
	}
	return nil
}

// end: everything is in its place already.
func (t *target) end() error { return nil }

// newFile says what a file holds.
func newFile(name string, pages int, data []byte) file {
	return file{Name: name, Pages: pages, Bytes: len(data), SHA256: hashOf(data)}
}

// pending is a file that has no name yet.
type pending struct {
	*os.File
	t    *target
	temp string
}

func (t *target) create(what string) (*pending, error) {
	temp := t.temp(what)
	f, err := t.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, fmt.Errorf("write file: %w", err)
	}
	return &pending{f, t, temp}, nil
}

// commit gives the file its name, unless something went wrong before: then it
// is removed.
func (p *pending) commit(name string, err error) error {
	if cerr := p.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = p.t.root.Rename(p.temp, name)
	}
	if err != nil {
		_ = p.t.root.Remove(p.temp) // the first error says more
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// check reports whether a file is still what its entry says.
func (t *target) check(f file) (bool, error) {
	data, err := t.read(f.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && newFile(f.Name, f.Pages, data) == f, err
}
