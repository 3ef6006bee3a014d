package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// verdict is what the survey found about a document. It is all that is kept of
// most rows: a byte each, and the digests by which doubles are found.
type verdict uint8

const (
	elsewhere verdict = iota // another shard's, or not selected
	good
	bad
)

// digest stands for a key, name or value; two texts have the same one only if
// they are the same, for all purposes.
type digest [16]byte

func digestOf(s string) digest {
	sum := sha256.Sum256([]byte(s))
	return digest(sum[:16])
}

// survey is the first pass over the list: every row is read, decoded and
// checked before the first document is written.
type survey struct {
	run      *run
	verdicts []verdict // by ordinal
	total    int       // documents of the whole list
	own      int       // documents of this run
	bad      int       // of those, with errors
	barred   bool      // a document would replace a file that must not be lost

	seen   map[string]map[digest]int32 // what may not be there twice: to the row of the first
	copies int                         // rows that were told to be like earlier ones
	told   map[digest]bool             // findings about the document, told once
	order  hash.Hash                   // over row and key of every document, a line each
	line   []byte                      // the room of one
	marks  []itemMark                  // of a shard, whose rows are read again alone
}

// doubles are the things that no two documents may have in common.
const (
	doubleKey    = "\x00key"
	doubleName   = "\x00name"
	doubleNumber = "\x00number"
	doubleRow    = "\x00row"
	folderName   = "\x00folder"
)

// survey reads the whole list. Nil without error: it breaks off, and findings say where.
func (r *run) survey(ctx context.Context) (*survey, error) {
	s := &survey{run: r, seen: make(map[string]map[digest]int32), told: make(map[digest]bool), order: sha256.New()}
	type looked struct {
		i   *item
		err error
	}
	err := inOrder(r.o.Workers,
		func(emit func(*item) error) error { return r.items(ctx, emit) },
		func(i *item) looked { return looked{i, r.look(ctx, i)} },
		func(l looked) error {
			if l.err != nil {
				return l.err
			}
			return s.take(l.i)
		})
	broken := r.m.broken(err)
	if err == nil && s.total == 0 { // a list without a row was refused when it was opened
		broken.Add(&diag.Diagnostic{
			Pos: r.job.pos("filter"), Rule: ruleList,
			Message: "điều kiện lọc không lấy dòng nào của danh sách", Fix: "xem lại cột và giá trị trong \"filter\"",
		})
	}
	if broken != nil {
		if err := r.tellList(broken, r.m.list.Sheet); err != nil {
			return nil, err
		}
		r.result.Bad = max(s.bad, 1)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if r.marksRows() {
		r.m.marks = slices.Concat([]itemMark{}, s.marks) // none is not the same as no shard
	}
	return s, nil
}

// marksRows reports whether the rows of this run are read again alone: one pass over the list
// is enough for a part of it.
func (r *run) marksRows() bool {
	return r.o.Shard.Of > 1 && r.m.list != nil && r.job.GroupBy == "" && r.m.list.CanMark() // with sort there are no shards
}

// items emits the documents of the list, those of this run marked.
func (r *run) items(ctx context.Context, emit func(*item) error) error {
	taken := 0
	return r.m.items(ctx, r.src, func(i *item) error {
		i.mine = i.summary || r.o.Rows.has(i.row) && (r.o.Limit == 0 || taken < r.o.Limit)
		if i.mine {
			taken++
		}
		return emit(i)
	})
}

// look checks one document. Those of other shards are only read as far as
// their key, number and name.
func (r *run) look(ctx context.Context, i *item) error {
	r.m.identify(i)
	i.mine = i.mine && (i.summary || r.o.Shard.has(i.key))
	if !i.mine || i.bad() || r.replaces(i) {
		return nil
	}
	_, err := r.produce(ctx, i, true, func(string, int, []byte) (file, error) { return file{}, nil })
	return err
}

// produce makes the files of an item and hands each to put; findings go to the item, and then there are
// none. The survey makes them only where it has to see the pages.
func (r *run) produce(ctx context.Context, i *item, survey bool, put putFile) ([]file, error) {
	if r.job.template != nil {
		return r.fill(ctx, i, survey, put)
	}
	p, err := r.m.paper(i, r.src, &r.o)
	if err != nil || i.bad() {
		return nil, err
	}
	d, err := r.build(ctx, i, p)
	if err != nil || i.bad() || survey && !r.rendersFirst(i) {
		return nil, err
	}
	if !survey {
		i.found = nil // told by the survey
	}
	return r.render(ctx, i, p, d, put)
}

// putFile takes a file of a document.
type putFile func(format string, pages int, data []byte) (file, error)

// replaces finds files that a document would replace and that must not be lost: those that
// no run has written, and those that were changed by hand.
func (r *run) replaces(i *item) bool {
	resumes := r.o.Resume && r.t != nil && !r.t.blank
	for _, format := range r.o.Formats {
		name := i.name + "." + format
		if r.job.template != nil && format == wordFormat {
			format = ""
		}
		st := r.to.stands(name, format, resumes)
		if st == nothing || st == edited && r.o.Force {
			continue
		}
		i.barred = true
		r.m.findItem(i, "", &diag.Diagnostic{
			Rule: ruleName, Found: name, Message: fmt.Sprintf("thư mục kết quả đã có %q, %s", name, st.why()), Fix: st.fix(),
		})
	}
	return i.barred
}

// rendersFirst reports whether the survey makes the pages of a document too, to
// find what only shows there: a letter that no font has, a word that fits no
// line. It does for whoever wants certainty before the first file, and for rows
// that look like it.
func (r *run) rendersFirst(i *item) bool {
	return r.o.FailFast || r.o.DryRun || slices.ContainsFunc(i.group.rows, func(w *row) bool {
		return slices.ContainsFunc(w.line.Cells, func(c sheet.Cell) bool { return isUnusual(c.Text) })
	})
}

// isUnusual reports whether a text has a character that papers seldom have, or
// a word longer than any.
func isUnusual(s string) bool {
	length := 0
	for _, r := range s {
		if length++; r == ' ' {
			length = 0
		}
		usual := r < 0x180 || 0x1ea0 <= r && r < 0x1f00 || 0x2010 <= r && r <= 0x2026 || r == 'Ơ' || r == 'ơ' || r == 'Ư' || r == 'ư'
		if !usual || length > 40 {
			return true
		}
	}
	return false
}

// build makes the parts of the document. Nil without error: findings say why.
func (r *run) build(ctx context.Context, i *item, p *paper) (d *doc.Document, err error) {
	set, found := r.o.Reading.SetOf(r.files, p.file)
	r.m.blame(i, p, found)
	if i.bad() {
		return nil, nil
	}
	if set, err = season.Resolve(r.o.Renderer, set, p.file.Name); err != nil {
		return nil, fmt.Errorf("row %d: %w", i.row, err)
	}
	if d, err = r.o.Renderer.Build(ctx, set, p.file.Name); err != nil {
		return nil, r.m.blameErr(i, p, err)
	}
	r.m.blame(i, p, d.Findings)
	return d, nil
}

// take keeps what must be known of a document and tells its findings.
func (s *survey) take(i *item) error {
	s.total++
	s.line = append(append(append(strconv.AppendInt(s.line[:0], int64(i.row), 10), 0), i.key...), '\n')
	s.order.Write(s.line)
	s.double(i)
	s.barred = s.barred || i.barred
	v := elsewhere
	if i.mine {
		v = good
		s.own++
		if s.run.marksRows() {
			s.marks = append(s.marks, i.mark())
		}
		if i.bad() {
			v = bad
			s.bad++
		}
		for _, f := range i.found {
			if err := s.tell(f); err != nil {
				return err
			}
		}
		s.run.progress(Progress{Stage: Checking, Done: s.own, Bad: s.bad})
	}
	s.verdicts = append(s.verdicts, v)
	return nil
}

// tell hands a finding on, unless it is one about the document that every row
// brings up again.
func (s *survey) tell(f Finding) error {
	if f.once != "" {
		d := digestOf(f.once)
		if s.told[d] {
			return nil
		}
		if len(s.told) < 1000 {
			s.told[d] = true
		}
	}
	return s.run.tell(f)
}

// first is the row in which something stood before, if it did; else it stands in this row.
func (s *survey) first(what, text string, row int) (earlier int32, stood bool) {
	if s.seen[what] == nil {
		s.seen[what] = make(map[digest]int32)
	}
	d := digestOf(text)
	if earlier, stood = s.seen[what][d]; !stood {
		s.seen[what][d] = int32(row)
	}
	return earlier, stood
}

// double finds what an earlier document has too.
func (s *survey) double(i *item) {
	m := s.run.m
	if i.odd != nil {
		return
	}
	doubled := false // a name made from a double key says nothing new
	twice := func(what, text, shown, column, message, fix string) {
		if text == "" {
			return
		}
		first, ok := s.first(what, text, i.row)
		if !ok {
			return
		}
		rule := ruleDouble
		if what == doubleName {
			rule = ruleName
		}
		doubled = true
		m.findItem(i, column, &diag.Diagnostic{Rule: rule, Message: fmt.Sprintf(message, shown, first), Fix: fix})
	}
	if len(m.job.Key) > 0 && !i.summary {
		twice(doubleKey, vi.FoldName(i.key), i.key, m.job.Key[0], "%q trùng định danh với dòng %d", "sửa một trong hai dòng")
	}
	if m.job.Numbers.From == columnNumber {
		twice(doubleNumber, i.number, i.number, m.job.Numbers.Column, "số %s trùng với dòng %d", "sửa số")
	}
	for _, c := range m.job.Columns {
		if c.Unique && !i.summary && !slices.Equal(m.job.Key, []string{c.Name}) { // a key of one column is unique as it is
			for _, r := range i.group.rows {
				text := sheet.Plain(r.values[c.Name])
				twice(c.Name, vi.FoldName(text), text, c.Name, "%q trùng với dòng %d", "sửa một trong hai dòng")
			}
		}
	}
	s.pasted(i)
	if i.name != "" {
		if !doubled {
			twice(doubleName, nameKey(i.name), i.name, "", "tên tệp %q trùng với dòng %d",
				"thêm vào \"names\" một cột khác nhau giữa các dòng")
		}
		s.nested(i)
	}
}

// mostPasted bounds the rows that are told to be like earlier ones.
const mostPasted = 20

// pasted warns of a row that is like an earlier one in all columns but the running number, where the job has nothing by which it tells
// rows apart. What cannot be read is like nothing.
func (s *survey) pasted(i *item) {
	job := s.run.m.job
	rows := i.master != nil || job.template != nil // and no files of a folder
	if len(job.Key) > 0 || job.GroupBy != "" || i.summary || !rows || i.bad() || s.copies == mostPasted ||
		slices.ContainsFunc(job.Columns, func(c column) bool { return c.Unique }) {
		return
	}
	var text strings.Builder
	for n := range job.Columns {
		if c := &job.Columns[n]; !sheet.IsRunning(c.Heading) {
			text.WriteString(sheet.Plain(i.group.rows[0].values[c.Name]) + "\x00")
		}
	}
	first, ok := s.first(doubleRow, vi.FoldName(text.String()), i.row)
	if !ok {
		return
	}
	said := ""
	if s.copies++; s.copies == mostPasted {
		said = "; các dòng giống nhau ở dưới không nêu nữa"
	}
	s.run.m.findItem(i, "", &diag.Diagnostic{Level: diag.Warning, Rule: ruleDouble,
		Message: fmt.Sprintf("giống dòng %d ở mọi cột được dùng", first) + said,
		Fix:     "xóa dòng chép thừa; nếu là hai người thì ghi \"key\" (cột định danh) cho tác vụ"})
}

// nested finds a file that would have the name of a folder, and a folder that would have
// the name of a file: of another document, or of the run itself.
func (s *survey) nested(i *item) {
	clash := func(message string, args ...any) {
		s.run.m.findItem(i, "", &diag.Diagnostic{Rule: ruleName, Message: fmt.Sprintf(message, args...), Fix: "sửa \"names\""})
	}
	for _, format := range s.run.o.Formats {
		name := i.name + "." + format
		if first, ok := s.seen[folderName][digestOf(nameKey(name))]; ok {
			clash("tệp %q trùng tên với thư mục của dòng %d", name, first)
		}
	}
	for dir := path.Dir(i.name); dir != "."; dir = path.Dir(dir) {
		key := nameKey(dir)
		for _, format := range s.run.o.Formats {
			stem, ok := strings.CutSuffix(key, "."+format)
			if first, file := s.seen[doubleName][digestOf(stem)]; ok && file {
				clash("thư mục %q trùng tên với tệp của dòng %d", dir, first)
			}
		}
		if slices.ContainsFunc(s.run.reserved(), func(name string) bool { return nameKey(name) == key }) {
			clash("thư mục %q trùng tên với tệp của chính lần chạy", dir)
		}
		s.first(folderName, key, i.row)
	}
}

// hasName reports whether a document of the job has files of that name.
func (s *survey) hasName(name string) bool {
	_, ok := s.seen[doubleName][digestOf(nameKey(name))]
	return ok
}

// keys returns the hash over all documents in order.
func (s *survey) keys() string { return hex.EncodeToString(s.order.Sum(nil)) }
