package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan/diag"
)

// maxShown is how many findings about rows are printed; errors.csv has them all.
const maxShown = 100

// batchReport prints the findings of a job as they come.
type batchReport struct {
	c    *console
	dir  string // of the job: what files in findings are relative to
	json bool
	all  diag.List // for JSON
	seen int
	bad  bool
}

func (r *batchReport) list(found diag.List) {
	for _, d := range found {
		r.add(d)
	}
}

func (r *batchReport) add(d *diag.Diagnostic) {
	named := *d
	if r.dir != "." && named.Pos.File != "" {
		named.Pos.File = filepath.Join(r.dir, named.Pos.File)
	}
	r.bad = r.bad || d.Level == diag.Error
	r.seen++
	switch {
	case r.json:
		r.all.Add(&named)
	case r.seen <= maxShown:
		if r.c.terminal {
			fmt.Fprint(r.c.err, "\r\x1b[K")
		}
		fmt.Fprintln(r.c.err, r.c.paint(&named))
	}
}

// summary says what was done.
func (r *batchReport) summary(res *batch.Result, f batchFlags) {
	w := r.c.err
	if r.seen > maxShown && !r.json {
		fmt.Fprintf(w, "... và %d kết quả kiểm tra nữa\n", r.seen-maxShown)
	}
	switch {
	case f.o.DryRun && res.Selected < res.Bad: // the list broke off
		fmt.Fprintln(w, "chưa kiểm tra văn bản nào: danh sách có lỗi")
	case f.o.DryRun:
		fmt.Fprintf(w, "đã kiểm tra %d văn bản, %d có lỗi\n", res.Selected, res.Bad)
	case res.Selected < res.Bad: // the list broke off
		fmt.Fprintln(w, "không ghi văn bản nào: danh sách có lỗi")
	case res.Written+res.Kept == 0 && res.Bad > 0:
		fmt.Fprintf(w, "không ghi văn bản nào: %d trong %d văn bản có lỗi\n", res.Bad, res.Selected)
	default:
		fmt.Fprintf(w, "đã ghi %d văn bản (%d tệp, %d trang PDF) vào %s\n", res.Written, res.Files, res.Pages, f.dir)
		if res.Kept > 0 {
			fmt.Fprintf(w, "%d văn bản đã ghi từ lần chạy trước\n", res.Kept)
		}
		if res.Bad > 0 {
			fmt.Fprintf(w, "%d văn bản có lỗi, không ghi\n", res.Bad)
		}
		if f.o.Verify {
			fmt.Fprintf(w, "đã đọc lại mọi tệp: %d văn bản không khớp\n", res.Unproved)
		}
	}
	if res.Findings > 0 {
		fmt.Fprintf(w, "kết quả kiểm tra ghi ở %s\n", filepath.Join(f.dir, "errors"+shardSuffix(f)+".csv"))
	}
}

func shardSuffix(f batchFlags) string {
	if f.o.Shard.Of <= 1 {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", f.o.Shard.Index, f.o.Shard.Of)
}

// end prints what JSON there is, and gives the command its status.
func (r *batchReport) end() error {
	if r.json {
		if err := printJSON(r.c, r.all); err != nil {
			return err
		}
	}
	if r.bad {
		return errFound
	}
	return nil
}

// progressBar shows how far a job is: on a terminal a bar with rate and time
// left, otherwise a line now and then.
type progressBar struct {
	c     *console
	stage batch.Stage
	start time.Time // of the stage
	last  time.Time // something was shown
	open  bool      // a bar stands on the line
}

// Time between two looks of the bar, and between two lines without a terminal.
const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 10 * time.Second
)

var stageNames = map[batch.Stage]string{
	batch.Checking: "kiểm tra", batch.Writing: "ghi", batch.Verifying: "đọc lại", batch.Merging: "ghép", batch.Packing: "đóng gói",
}

func newProgressBar(c *console) *progressBar {
	now := time.Now()
	return &progressBar{c: c, start: now, last: now}
}

func (b *progressBar) show(p batch.Progress) {
	now := time.Now()
	if p.Stage != b.stage {
		b.stage, b.start = p.Stage, now
	}
	every := lineEvery
	if b.c.terminal {
		every = barEvery
	}
	if now.Sub(b.last) < every {
		return
	}
	b.last = now
	text := progressText(p, now.Sub(b.start))
	if !b.c.terminal {
		fmt.Fprintln(b.c.err, text)
		return
	}
	b.open = true
	fmt.Fprintf(b.c.err, "\r\x1b[K%s", text)
}

// end takes the bar away.
func (b *progressBar) end() {
	if b.open {
		fmt.Fprint(b.c.err, "\r\x1b[K")
	}
}

// progressText is one look at a run that has been in its stage for some time.
func progressText(p batch.Progress, since time.Duration) string {
	rate := float64(p.Done) / max(since.Seconds(), 0.001)
	text := fmt.Sprintf("%s: %d văn bản, %.0f/giây", stageNames[p.Stage], p.Done, rate)
	if p.Total > 0 {
		const width = 24
		filled := min(width, width*p.Done/p.Total)
		left := time.Duration(float64(p.Total-p.Done)/max(rate, 0.001)) * time.Second
		text = fmt.Sprintf("%s [%-*s] %d/%d, %.0f/giây, còn %s", stageNames[p.Stage], width, strings.Repeat("#", filled), p.Done, p.Total, rate, left)
	}
	if p.Bad > 0 {
		text += fmt.Sprintf(", %d lỗi", p.Bad)
	}
	return text
}
