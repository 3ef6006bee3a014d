package batch

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/csvtext"
	"github.com/vanban-go/vanban/internal/zero"
)

// JoinError says why the parts of a job cannot be joined.
type JoinError struct {
	Problems []string // in Vietnamese, one each
}

func (e *JoinError) Error() string {
	return fmt.Sprintf("the shards do not fit together: %q", zero.Or(e).Problems)
}

// misfit is a JoinError of one problem.
func misfit(format string, args ...any) error {
	return &JoinError{[]string{fmt.Sprintf(format, args...)}}
}

// part is one shard of a job: its folder and what its manifest says.
type part struct {
	t    *target
	file string // of the manifest
	h    *header
}

// Join puts the shards of a job together in the folder out: it checks that
// their manifests are of one job, whole and disjoint, that every file is what
// its manifest says, and writes the manifest and errors.csv that one run would
// have written. Files of shards in other folders are linked or copied. What does
// not fit is a *[JoinError].
func Join(dirs []string, out string) (res *Result, err error) {
	if len(dirs) == 0 {
		return nil, errors.New("join: no folders of shards")
	}
	parts, err := openParts(dirs)
	defer func() {
		for _, p := range parts {
			err = errors.Join(err, p.t.close())
		}
	}()
	if err != nil {
		return nil, err
	}
	if problems := fit(parts); problems != nil {
		return nil, &JoinError{problems}
	}
	t, err := openTarget(out, Shard{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	if !t.blank && !t.done {
		return nil, ErrUnfinished
	}
	j := &joiner{t: t, parts: parts, res: &Result{Documents: parts[0].h.Documents, Selected: parts[0].h.Documents}}
	if err := j.strangers(); err != nil {
		return nil, err
	}
	f, err := t.create(manifestName)
	if err != nil {
		return nil, err
	}
	if err := f.commit(manifestName+".json", j.join(f)); err != nil {
		return nil, err
	}
	t.blank = false
	return j.res, j.joinErrors()
}

// openParts finds the manifests of shards in folders.
func openParts(dirs []string) ([]*part, error) {
	var parts []*part
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(globQuote(dir), manifestName+"-*-of-*.json"))
		if err != nil {
			return parts, fmt.Errorf("look into %s: %w", dir, err)
		}
		if len(names) == 0 {
			return parts, misfit("thư mục %s không có bản kê của phần nào", dir)
		}
		slices.Sort(names)
		for _, name := range names {
			root, err := os.OpenRoot(dir)
			if err != nil {
				return parts, fmt.Errorf("open folder: %w", err)
			}
			p := &part{t: &target{root: root}, file: filepath.Base(name)}
			parts = append(parts, p)
			if p.h, err = p.read(nil); err != nil {
				return parts, err
			}
			if p.h.Shard == nil {
				return parts, misfit("%s không phải bản kê của một phần", name)
			}
			p.t.suffix = p.h.Shard.suffix()
		}
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return a.h.Shard.Index - b.h.Shard.Index })
	return parts, nil
}

// globQuote keeps signs of patterns in a folder's name from being ones.
func globQuote(dir string) string {
	var b []rune
	for _, r := range dir {
		if r == '*' || r == '?' || r == '[' {
			b = append(b, '[', r, ']')
			continue
		}
		b = append(b, r)
	}
	return string(b)
}

func (p *part) read(each func(*entry) error) (*header, error) {
	f, err := p.t.root.Open(p.file)
	if err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	defer f.Close()
	h, err := readManifest(f, each)
	name := filepath.Join(p.t.root.Name(), p.file)
	var damaged *DamagedError
	switch {
	case errors.As(err, &damaged):
		damaged.Name = name
	case errors.Is(err, ErrUnfinished):
		return nil, misfit("%s: phần này chưa làm xong; chạy lại phần ấy với --resume", name)
	case errors.Is(err, ErrForeign):
		return nil, misfit("%s không phải bản kê do vanban ghi", name)
	}
	return h, err
}

// strangers refuses files in the folder that must not be lost, and that are not what
// would take their place.
func (j *joiner) strangers() error {
	var problems []string
	for _, p := range j.parts {
		_, err := p.read(func(e *entry) error {
			for _, f := range e.Files {
				st := j.t.stands(f.Name, strings.TrimPrefix(path.Ext(f.Name), "."), false)
				if st == nothing {
					continue
				}
				if same, err := j.t.check(f); err != nil || !same {
					problems = append(problems, fmt.Sprintf("thư mục kết quả đã có %q, %s; chuyển tệp ấy đi chỗ khác", f.Name, st.why()))
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if problems != nil {
		return &JoinError{problems}
	}
	return nil
}

// fit names in Vietnamese what keeps the parts from being one job. The files that
// documents name belong to the rows of a part: together they are those of the job.
func fit(parts []*part) []string {
	var problems []string
	first := parts[0].h
	named := make(map[string]input)
	for _, p := range parts {
		for _, in := range p.h.Named {
			if was, ok := named[in.Name]; ok && was != in {
				problems = append(problems, fmt.Sprintf("phần %d: tệp %s khác với ở phần khác", p.h.Shard.Index, in.Name))
			}
			named[in.Name] = in
		}
	}
	for _, p := range parts[1:] {
		was, is := *first, *p.h
		was.Shard, is.Shard, was.Named, is.Named = nil, nil, nil, nil
		for _, c := range was.changes(&is) {
			problems = append(problems, fmt.Sprintf("phần %d khác phần %d: %s", p.h.Shard.Index, first.Shard.Index, c))
		}
		if p.h.Shard.Of != first.Shard.Of {
			problems = append(problems, fmt.Sprintf("phần %d/%d không cùng cách chia với phần %d/%d", p.h.Shard.Index, p.h.Shard.Of,
				first.Shard.Index, first.Shard.Of))
		}
	}
	for i := range first.Shard.Of {
		n := 0
		for _, p := range parts {
			if p.h.Shard.Index == i+1 {
				n++
			}
		}
		switch {
		case n == 0:
			problems = append(problems, fmt.Sprintf("thiếu phần %d/%d", i+1, first.Shard.Of))
		case n > 1:
			problems = append(problems, fmt.Sprintf("phần %d/%d có %d lần", i+1, first.Shard.Of, n))
		}
	}
	return problems
}

// joiner merges the manifests row by row.
type joiner struct {
	t     *target
	parts []*part
	res   *Result
}

// head is the next entry of a part.
type head struct {
	p    *part
	e    *entry
	next func() (*entry, error, bool)
}

func (j *joiner) join(w io.Writer) error {
	h := *j.parts[0].h
	h.Shard, h.Named = nil, nil
	for _, p := range j.parts {
		h.Named = append(h.Named, p.h.Named...)
	}
	slices.SortFunc(h.Named, func(a, b input) int { return cmp.Compare(a.Name, b.Name) })
	h.Named = slices.Compact(h.Named)
	m := bufio.NewWriter(w)
	var sum checksum
	line, err := sum.sealHeader(&h)
	if err != nil {
		return err
	}
	_, _ = m.Write(line) // Flush has the error
	rows := 0
	heads := make([]*head, 0, len(j.parts))
	for _, p := range j.parts {
		next, stop := iter.Pull2(entrySeq(func(each func(*entry) error) error {
			_, err := p.read(each)
			return err
		}))
		defer stop()
		heads = append(heads, &head{p: p, next: next})
	}
	order := sha256.New()
	last := 0
	for {
		if err := advance(heads); err != nil {
			return err
		}
		heads = slices.DeleteFunc(heads, func(h *head) bool { return h.e == nil })
		if len(heads) == 0 {
			break
		}
		h := slices.MinFunc(heads, func(a, b *head) int { return a.e.Row - b.e.Row })
		if h.e.Row <= last {
			return misfit("dòng %d có trong hai phần", h.e.Row)
		}
		last = h.e.Row
		fmt.Fprintf(order, "%d\x00%s\n", h.e.Row, h.e.Key)
		if err := j.take(h.p, h.e); err != nil {
			return err
		}
		line, err := sum.sealEntry(h.e)
		if err != nil {
			return err
		}
		_, _ = m.Write(line)
		rows++
		h.e = nil
	}
	if h.Rows == nil && h.Limit == 0 && (rows != h.Documents || hex.EncodeToString(order.Sum(nil)) != h.Keys) {
		return misfit("các phần có %d dòng, cả tác vụ có %d dòng", rows, h.Documents)
	}
	j.res.Selected = rows
	_, _ = m.Write(sum.sealEnd(rows))
	return m.Flush()
}

// advance reads on where an entry was taken.
func advance(heads []*head) error {
	for _, h := range heads {
		if h.e != nil {
			continue
		}
		e, err, ok := h.next()
		if err != nil {
			return err
		}
		if ok {
			h.e = e
		}
	}
	return nil
}

// take checks the files of an entry and brings them into the folder.
func (j *joiner) take(p *part, e *entry) error {
	if e.Bad {
		j.res.Bad++
		return nil
	}
	j.res.Written++
	for _, f := range e.Files {
		ok, err := p.t.check(f)
		if err != nil {
			return err
		}
		if !ok {
			return misfit("tệp %s (dòng %d) không còn, hoặc không còn như khi được ghi", f.Name, e.Row)
		}
		j.res.Files++
		j.res.Pages += f.Pages
		j.res.Bytes += int64(f.Bytes)
		if err := j.bring(p, f); err != nil {
			return err
		}
	}
	return nil
}

// bring copies a file from a part, unless it is in its place already.
func (j *joiner) bring(p *part, f file) error {
	if ok, err := j.t.check(f); err != nil || ok {
		return err
	}
	if err := j.t.makeFolder(f.Name); err != nil {
		return err
	}
	from := filepath.Join(p.t.root.Name(), filepath.FromSlash(f.Name))
	if err := os.Link(from, filepath.Join(j.t.root.Name(), filepath.FromSlash(f.Name))); err == nil {
		return nil
	}
	data, err := p.t.read(f.Name)
	if err != nil {
		return err
	}
	return j.t.put("join"+path.Ext(f.Name), f.Name, data)
}

// joinErrors puts the parts' errors.csv together, in order of the rows.
func (j *joiner) joinErrors() error {
	var lines [][]string
	for _, p := range j.parts {
		text, err := p.t.read(p.t.own(errorsName, ".csv"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		records, err := readErrors(text)
		if err != nil {
			return err
		}
		for _, record := range records {
			if !slices.ContainsFunc(lines, func(l []string) bool { return slices.Equal(l, record) }) {
				lines = append(lines, record)
			}
		}
	}
	if len(lines) == 0 {
		return j.t.closeReport(nil)
	}
	slices.SortStableFunc(lines, func(a, b []string) int { return rowOf(a) - rowOf(b) })
	f, err := j.t.report()
	if err != nil {
		return err
	}
	t, err := newErrorTable(f)
	if err == nil {
		err = errors.Join(t.w.WriteAll(lines), t.close())
	}
	j.res.Findings = len(lines)
	return j.t.closeReport(err)
}

// readErrors gives the lines of an errors.csv without its heading.
func readErrors(text []byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(csvtext.ByteOrderMark))))
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		return nil, errors.Join(errors.New("read errors.csv"), err)
	}
	return records[1:], nil
}

// rowOf gives the number of the row in a line of errors.csv.
func rowOf(line []string) int {
	n, _ := strconv.Atoi(line[2]) // 0 where there is none
	return n
}
