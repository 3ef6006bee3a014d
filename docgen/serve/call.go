package serve

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/vanban-go/vanban/plan/diag"
)

// call is one request and its answer.
type call struct {
	h        *Handler
	w        *counted
	r        *http.Request
	id       string
	route    *route // nil: there is none
	arg      string // segment of the path
	query    map[string]string
	bad      *problem      // the first thing that is wrong with the query; nil: nothing
	time     time.Duration // that it may take
	media    string        // media type of the body
	boundary string        // of its parts
	done     func()        // ends the work; nil: it has not begun
}

// errTime ends the context of a request that took too long.
var errTime = errors.New("the request took too long")

// errWait ends the waiting of a request whose turn does not come.
var errWait = errors.New("the request waited too long")

// ServeHTTP answers a request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h == nil || h.renderers == nil || w == nil || r == nil || r.URL == nil {
		if w != nil {
			w.WriteHeader(http.StatusInternalServerError) // no handler: it is made by New
		}
		return
	}
	begun := time.Now()
	c := &call{h: h, w: &counted{ResponseWriter: w}, id: h.idOf(r), query: make(map[string]string), time: h.o.Limits.Time}
	if c.route, c.arg = find(r.Method, r.URL.Path); c.route != nil && c.route.long {
		c.time = h.o.Limits.JobTime
	}
	ctx, cancel := context.WithTimeoutCause(r.Context(), c.time, errTime)
	defer cancel()
	c.r = r.WithContext(ctx)
	h.meter.begin()
	defer func() {
		failed := recover()
		if failed != nil && failed != http.ErrAbortHandler {
			if h.o.Panicked != nil {
				h.o.Panicked(c.id, debug.Stack())
			}
			if c.w.status == 0 {
				c.refuse(fault("failed", "báo lỗi chương trình kèm số của yêu cầu"))
				failed = nil
			} else {
				failed = http.ErrAbortHandler // half an answer must not look whole
			}
		}
		c.finish()
		h.meter.end(c.route, c.w.status, c.w.bytes, time.Since(begun))
		if failed != nil {
			panic(failed)
		}
	}()
	c.protect()
	if p := c.admit(); p != nil {
		c.refuse(p)
		return
	}
	err := c.answer()
	if err == nil {
		return
	}
	p := c.problemOf(err)
	if p == nil || c.w.status != 0 {
		panic(http.ErrAbortHandler)
	}
	c.refuse(p)
}

// answer does what is asked. A body is only read, and worked on, within the budget.
func (c *call) answer() error {
	control, limits := http.NewResponseController(c.w), &c.h.o.Limits
	// A writer without deadlines is one of a test, or its server's own business.
	_ = control.SetWriteDeadline(time.Now().Add(c.time + limits.Transfer))
	if c.route.method != http.MethodPost {
		return c.route.answer(c)
	}
	bytes := c.r.ContentLength
	if bytes > limits.Body {
		return c.h.over(limitBody)
	}
	if bytes < 0 { // it does not say
		bytes = limits.Body
	}
	if !c.h.gate.enter(bytes) {
		return fault("too-many", "gửi lại sau").with("Retry-After", strconv.Itoa(c.h.gate.wait()))
	}
	defer c.h.gate.leave(bytes)
	_ = control.SetReadDeadline(time.Now().Add(limits.Transfer))
	c.r.Body = http.MaxBytesReader(c.w.ResponseWriter, c.r.Body, limits.Body)
	defer func() {
		if c.done != nil {
			c.done()
		}
	}()
	return c.route.answer(c)
}

// begin begins work on what was read, when its turn has come. Until it ends, a caller who goes
// away is noticed.
func (c *call) begin(u *upload) error {
	_ = http.NewResponseController(c.w).SetReadDeadline(time.Time{})
	weight, err := c.h.weigh(u)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(c.r.Context(), c.h.o.Limits.Wait, errWait)
	defer cancel()
	c.done, err = c.h.gate.begin(ctx, weight)
	return err
}

// finish sends what is still to be sent while the deadline holds, and then lifts it: the
// connection may be another handler's next.
func (c *call) finish() {
	control := http.NewResponseController(c.w)
	if c.w.status != 0 {
		_ = control.Flush()
	}
	_ = control.SetWriteDeadline(time.Time{})
}

// idOf gives the id of a request: the caller's own, when it is a plain word, else a new one.
func (h *Handler) idOf(r *http.Request) string {
	if id := r.Header.Get("X-Request-Id"); isID(id) {
		return id
	}
	return strconv.FormatInt(h.begun.UnixMilli(), 36) + "-" + strconv.FormatUint(h.last.Add(1), 36)
}

// isID reports whether a word can be an id: letters, figures, full stops, hyphens and lines,
// up to 64.
func isID(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		if !letter && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

// send answers with a body that is whole.
func (c *call) send(status int, media string, body []byte) error {
	h := c.w.Header()
	h.Set("Content-Type", media)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	c.w.WriteHeader(status)
	_, err := c.w.Write(body)
	return err
}

// sendFile answers with a file to keep under a name, and how much was found in the making.
func (c *call) sendFile(media, name string, found diag.List, body []byte) error {
	c.w.Header().Set("Vanban-Findings", strconv.Itoa(len(found)))
	c.w.Header().Set("Content-Disposition", attachment(name))
	return c.send(http.StatusOK, media, body)
}

// json answers with a value.
func (c *call) json(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return c.send(http.StatusOK, typeJSON, append(body, '\n'))
}

// counted counts what is answered.
type counted struct {
	http.ResponseWriter
	status int // 0: nothing was answered yet
	bytes  int64
}

func (w *counted) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *counted) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer.
func (w *counted) Unwrap() http.ResponseWriter { return w.ResponseWriter }
