package serve

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan/diag"
)

// Why a job ends before its time.
var (
	errStopped = errors.New("the job was stopped")
	errRows    = errors.New("the list has too many rows")
)

// How much is remembered of jobs: ids, so that none starts twice, and findings of each.
const (
	keptJobs     = 10_000
	keptFindings = 1000
	fullJobs     = 20 // the last ones, with their findings
)

// jobs are the jobs that run and those that ran, in memory alone.
type jobs struct {
	mutex   sync.Mutex
	byID    map[string]*job
	ids     []string // from the oldest
	running int
}

// job is one run of a batch.
type job struct {
	stop context.CancelCauseFunc

	mutex sync.Mutex
	state jobState
}

// jobState is a job as /jobs/{id} answers.
type jobState struct {
	ID       string    `json:"id"`
	State    string    `json:"state"` // checking, writing, done, refused, stopped or failed
	Done     int       `json:"done"`  // documents of this stage
	Total    int       `json:"total"` // 0: not known yet
	Bad      int       `json:"bad"`   // documents with errors
	Findings diag.List `json:"findings"`
	More     int       `json:"more"` // findings beyond those
}

// start takes a job in, or says why not.
func (s *jobs) start(id string, most int, stop context.CancelCauseFunc) (*job, *problem) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	switch {
	case s.byID[id] != nil:
		return nil, fault("job-exists", "xem tiến độ tại /api/v1/jobs/%s, hoặc gửi với id khác", id)
	case s.running >= most:
		return nil, fault("too-many", "đang có %d tác vụ; gửi lại sau", s.running).with("Retry-After", "5")
	}
	if s.byID == nil {
		s.byID = make(map[string]*job)
	}
	j := &job{stop: stop, state: jobState{ID: id, State: "checking", Findings: diag.List{}}}
	s.byID[id] = j
	s.ids = append(s.ids, id)
	s.running++
	return j, nil
}

// end ends a job. One that never began is forgotten: its id may be used.
func (s *jobs) end(j *job, began bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.running--
	if !began {
		delete(s.byID, j.state.ID)
		s.ids = slices.DeleteFunc(s.ids, func(id string) bool { return id == j.state.ID })
		return
	}
	if n := len(s.ids) - fullJobs; n > 0 {
		s.byID[s.ids[n-1]].change(func(s *jobState) {
			if s.State != "checking" && s.State != "writing" {
				s.More, s.Findings = s.More+len(s.Findings), diag.List{}
			}
		})
	}
	if len(s.ids) > keptJobs {
		delete(s.byID, s.ids[0])
		s.ids = s.ids[1:]
	}
}

func (s *jobs) find(id string) *job {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.byID[id]
}

// change changes the state of a job, and gives it.
func (j *job) change(f func(*jobState)) jobState {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	f(&j.state)
	out := j.state
	out.Findings = slices.Clone(out.Findings)
	return out
}

func (j *job) look() jobState { return j.change(func(*jobState) {}) }

// found notes a finding.
func (j *job) found(f batch.Finding) {
	j.change(func(s *jobState) {
		if len(s.Findings) < keptFindings {
			s.Findings = append(s.Findings, f.Diagnostic)
		} else {
			s.More++
		}
	})
}

// dryRun is the answer of a job that writes nothing.
type dryRun struct {
	ID        string    `json:"id"`
	Documents int       `json:"documents"`
	Bad       int       `json:"bad"`
	Findings  diag.List `json:"findings"`
	More      int       `json:"more"`
}

// runJob makes all documents of a job and answers with a ZIP file of them. Everything is
// checked before its first byte; with an error nothing is made, unless bad rows are to be
// skipped. A failure behind the first byte breaks the connection.
func (c *call) runJob() error {
	o, flavour := c.jobOptions()
	id := cmp.Or(c.query["id"], c.id)
	if !isID(id) {
		c.badQuery("tham số id gồm chữ không dấu, chữ số, dấu chấm và gạch, nhiều nhất 64 ký tự")
	}
	if c.bad != nil {
		return c.bad
	}
	ctx, stop := context.WithCancelCause(c.r.Context())
	defer stop(nil)
	j, refusal := c.h.jobs.start(id, c.h.o.Limits.Jobs, stop)
	if refusal != nil {
		return refusal
	}
	began := false
	defer func() { c.h.jobs.end(j, began) }()
	c.w.Header().Set("Vanban-Job", id)
	u, err := c.upload()
	if err != nil {
		return err
	}
	work, found := batch.Load(u, u.main)
	if work == nil {
		return u.locate(found)
	}
	began = true
	for _, d := range u.locate(found) {
		j.found(batch.Finding{Diagnostic: d})
	}
	o.Renderer = c.h.shared[flavour]
	o.Reading = o.Renderer.Reading()
	o.Found = j.found
	o.Progress = func(p batch.Progress) {
		s := j.change(func(s *jobState) {
			if s.State == "checking" || p.Stage == batch.Writing { // the second pass checks anew
				s.Done, s.Total, s.Bad = p.Done, p.Total, p.Bad
			}
		})
		if s.State == "checking" && s.Done > c.h.o.Limits.Rows {
			stop(errRows)
		}
	}
	err = c.work(ctx, j, work, o)
	if why := context.Cause(ctx); err != nil && (errors.Is(why, errStopped) || errors.Is(why, errRows)) {
		err = why
	}
	j.change(func(s *jobState) { s.State = stateAfter(err, s.State) })
	switch {
	case errors.Is(err, errStopped):
		return fault("stopped", "gửi lại với id khác để làm lại")
	case errors.Is(err, errRows):
		return c.h.over(limitRows)
	}
	return err
}

// stateAfter is the state of a job that ended with an error, or without one.
func stateAfter(err error, state string) string {
	var p *problem
	switch {
	case err == nil:
		return "done"
	case errors.Is(err, errStopped), errors.Is(err, context.Canceled):
		return "stopped"
	case errors.As(err, &p) && state == "checking", errors.Is(err, errRows):
		return "refused"
	}
	return "failed"
}

// work checks a job, and does it unless that is all that is wanted.
func (c *call) work(ctx context.Context, j *job, work *batch.Job, o *batch.Options) error {
	dry := *o
	dry.DryRun = true
	res, err := batch.Stream(ctx, work, io.Discard, &dry)
	if err != nil {
		return listProblem(err)
	}
	s := j.look()
	switch {
	case c.query["rows"] != "" && res.Selected == 0 && res.Documents > 0:
		return fault("bad-query", "rows=%s không chọn dòng nào của danh sách", c.query["rows"])
	case res.Bad > 0 && (o.FailFast || res.Bad >= res.Selected) && !o.DryRun:
		p := fault("findings", "%d trong %d văn bản có lỗi; không văn bản nào được soạn", res.Bad, res.Selected)
		p.Findings = s.Findings
		return p
	case o.DryRun:
		return c.json(dryRun{s.ID, res.Selected, res.Bad, s.Findings, s.More})
	}
	j.change(func(s *jobState) { s.State, s.Done = "writing", 0 })
	h := c.w.Header()
	h.Set("Vanban-Findings", strconv.Itoa(len(s.Findings)+s.More))
	h.Set("Vanban-Documents", strconv.Itoa(res.Selected-res.Bad))
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", attachment("van-ban.zip"))
	again := *o
	again.Found, again.FailFast = nil, false // said in the first pass, which made everything
	_, err = batch.Stream(ctx, work, &steady{c}, &again)
	return err
}

// listProblem is the error of a list that did not come with its job.
func listProblem(err error) error {
	var at *fs.PathError
	if errors.Is(err, batch.ErrList) && errors.As(err, &at) {
		return fault("bad-body", "không đọc được danh sách %q: %s", at.Path, diag.FileReason(err))
	}
	return err
}

// steady writes to a caller who is given time anew for every part.
type steady struct{ c *call }

func (s *steady) Write(p []byte) (int, error) {
	_ = http.NewResponseController(s.c.w).SetWriteDeadline(time.Now().Add(s.c.h.o.Limits.Transfer))
	return s.c.w.Write(p)
}

// jobOptions reads the query of a job.
func (c *call) jobOptions() (*batch.Options, docgen.Flavour) {
	o := &batch.Options{Workers: 1, DryRun: c.flag("dry-run"), FailFast: !c.flag("skip-bad")}
	flavour := c.flavour()
	o.Formats = c.formats()
	if rows := c.query["rows"]; rows != "" && o.Rows.Set(rows) != nil {
		c.badQuery("tham số rows nhận 3-20, 3-, -20 hoặc 7")
	}
	if limit := c.query["limit"]; limit != "" {
		var err error
		if o.Limit, err = strconv.Atoi(limit); err != nil || o.Limit < 1 {
			c.badQuery("tham số limit nhận một số từ 1 trở lên")
		}
	}
	return o, flavour
}

// showJob answers with the progress of a job.
func (c *call) showJob() error {
	j := c.h.jobs.find(c.arg)
	if j == nil {
		return fault("unknown-job", "máy chủ chỉ nhớ các tác vụ từ lần khởi động này")
	}
	return c.json(j.look())
}

// stopJob stops a job; one that has ended stays as it is.
func (c *call) stopJob() error {
	j := c.h.jobs.find(c.arg)
	if j == nil {
		return fault("unknown-job", "máy chủ chỉ nhớ các tác vụ từ lần khởi động này")
	}
	j.stop(errStopped)
	return c.json(j.look())
}
