package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestAttachmentNames: letters and figures stand as they are, signs that a header or a program would take for others do not.
func TestAttachmentNames(t *testing.T) {
	for name, want := range map[string][2]string{
		"azAZ09":         {"azAZ09", "azAZ09"},
		"@[`{/:":         {"@[`{/:", "%40%5B`%7B%2F%3A"},
		"!#$&+-.^_|~":    {"!#$&+-.^_|~", "!#$&+-.^_|~"},
		" \x1f\x7f\"\\%": {" _____", "%20%1F%7F%22%5C%25"},
		"ạ":              {"_", "%E1%BA%A1"},
	} {
		if got := attachment(name); got != `attachment; filename="`+want[0]+`"; filename*=UTF-8''`+want[1] {
			t.Errorf("%q: %s", name, got)
		}
	}
	for name, want := range map[string]string{"a.pdf": "a.pdf", "\"a\"": "a", "a\ufffdb": "ab", "a\x00b\x7f": "ab", "a\u202eb": "ab", "a\xffb": "ab", "": ""} {
		if got := plainName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestIDs: an id has letters, figures and three signs, up to 64.
func TestIDs(t *testing.T) {
	for id, want := range map[string]bool{"a": true, "z": true, "A": true, "Z": true, "0": true, "9": true, "-._": true, "`": false, "{": false, "@": false,
		"[": false, "/": false, ":": false, "": false, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "ạ": false} {
		if got := isID(id); got != want {
			t.Errorf("%q: %t", id, got)
		}
	}
	for want, part := range map[string]any{"text": &doc.Text{}, "data_table": &doc.DataTable{}} {
		if got := partName(part); got != want {
			t.Errorf("%T: %s, want %s", part, got, want)
		}
	}
}

// TestWanted: JSON is answered to who names it, and nothing else with more weight.
func TestWanted(t *testing.T) {
	for _, tt := range []struct {
		accept []string
		want   bool
	}{
		{nil, false}, {[]string{"*/*"}, false}, {[]string{"application/json"}, true}, {[]string{"application/pdf"}, false},
		{[]string{"application/json, application/pdf"}, true}, {[]string{"application/json;q=0.5, application/pdf"}, false},
		{[]string{"application/json; q=0.5", "application/pdf; q=0.4"}, true}, {[]string{"application/json;q=0"}, false},
		{[]string{"application/json;q=x, application/pdf;q=0.9"}, true}, {[]string{"Application/JSON"}, true},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header["Accept"] = tt.accept
		if got := (&call{r: r}).wantsJSON("application/pdf; charset=x"); got != tt.want {
			t.Errorf("%q: %t", tt.accept, got)
		}
	}
}

// TestStages: which papers of a season may be asked for.
func TestStages(t *testing.T) {
	for _, tt := range []struct {
		stage, only, draft string
		want               string // the stage and the number; empty: refused
	}{
		{"", "", "", " 0"}, {"quyet-dinh", "", "", "quyet-dinh 0"}, {"x", "", "", ""}, {"", "1", "", "giay-khen 1"}, {"", "0", "", ""}, {"", "-1", "", ""},
		{"", "a", "", ""}, {"giay-khen", "8", "", "giay-khen 8"}, {"quyet-dinh", "8", "", ""}, {"", "", "x", ""},
	} {
		c := &call{query: map[string]string{"stage": tt.stage, "only": tt.only, "draft": tt.draft}}
		o, stage := c.stage()
		if got := string(stage) + " " + strconv.Itoa(o.Only); c.bad == nil && got != tt.want || (c.bad != nil) != (tt.want == "") {
			t.Errorf("%+v: %s, %v", tt, got, c.bad)
		}
	}
}

// quiet is a writer of answers whose status nobody looks at.
type quiet struct{ *httptest.ResponseRecorder }

func (quiet) WriteHeader(int) {}

// TestCountedAnswer: the status of an answer is its first that is final.
func TestCountedAnswer(t *testing.T) {
	for _, tt := range []struct {
		statuses []int
		want     int
	}{{[]int{200}, 200}, {[]int{103, 404}, 404}, {[]int{199, 201}, 201}, {[]int{404, 200}, 404}, {nil, 200}} {
		w := &counted{ResponseWriter: quiet{httptest.NewRecorder()}}
		for _, s := range tt.statuses {
			w.WriteHeader(s)
		}
		if n, err := w.Write([]byte("abc")); n != 3 || err != nil || w.status != tt.want || w.bytes != 3 {
			t.Errorf("%v: status %d, %d bytes, %v", tt.statuses, w.status, w.bytes, err)
		}
	}
}

// TestMeasures: a request counts in every bucket that it fits, at the bound too.
func TestMeasures(t *testing.T) {
	var m meter
	s := series{status: 200}
	m.begin()
	m.end(nil, 200, 7, 5*time.Second)
	m.begin()
	m.end(nil, 200, 7, 5*time.Second+time.Millisecond)
	n := m.counts[s]
	for i, bound := range buckets {
		want := int64(0)
		if bound == 5 {
			want = 1
		} else if bound > 5 {
			want = 2
		}
		if n.buckets[i] != want {
			t.Errorf("up to %g seconds: %d", bound, n.buckets[i])
		}
	}
	if n.requests != 2 || n.bytes != 14 || m.flying != 0 {
		t.Errorf("%+v", n)
	}
	for want, more := range map[string][]string{`{route="",status="200"}`: nil, `{route="",status="200",le="1"}`: {"le", "1"},
		`{route="",status="200",a="1",b="2"}`: {"a", "1", "b", "2"}} {
		if got := s.labels(more...); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestKeptJobs: so many jobs are remembered, and so many findings of one.
func TestKeptJobs(t *testing.T) {
	var s jobs
	for i := range keptJobs + 1 {
		j, p := s.start(fmt.Sprint(i), 1, nil)
		if p != nil {
			t.Fatal(p)
		}
		if i == 0 {
			for range keptFindings + 1 {
				j.found(batch.Finding{Diagnostic: &diag.Diagnostic{}})
			}
			if is := j.look(); len(is.Findings) != keptFindings || is.More != 1 {
				t.Errorf("%d findings and %d more", len(is.Findings), is.More)
			}
		}
		s.end(j, true)
		if i == keptJobs-1 && s.find("0") == nil {
			t.Error("the oldest is forgotten too early")
		}
	}
	if s.find("0") != nil || s.find("1") == nil || len(s.byID) != keptJobs {
		t.Errorf("%d jobs are remembered", len(s.byID))
	}
	p := fault("findings", "x")
	for _, tt := range []struct {
		err   error
		state string
		want  string
	}{
		{nil, "writing", "done"}, {errStopped, "writing", "stopped"}, {context.Canceled, "checking", "stopped"}, {p, "checking", "refused"},
		{p, "writing", "failed"}, {errRows, "writing", "refused"}, {errors.New("x"), "checking", "failed"},
	} {
		if got := stateAfter(tt.err, tt.state); got != tt.want {
			t.Errorf("%v while %s: %s, want %s", tt.err, tt.state, got, tt.want)
		}
	}
	at := &fs.PathError{Op: "open", Path: "ds.csv", Err: fs.ErrNotExist}
	for _, tt := range []struct {
		err  error
		want bool // a problem
	}{{fmt.Errorf("%w: %w", batch.ErrList, at), true}, {batch.ErrList, false}, {at, false}} {
		if _, got := listProblem(tt.err).(*problem); got != tt.want {
			t.Errorf("%v: %v", tt.err, listProblem(tt.err))
		}
	}
}

// slow is an error of the network that says whether it was for the time.
type slow bool

func (slow) Error() string   { return "network" }
func (s slow) Timeout() bool { return bool(s) }

// TestUnread: why a body was not read.
func TestUnread(t *testing.T) {
	gone, leave := context.WithCancel(t.Context())
	leave()
	large := &http.MaxBytesError{Limit: 1}
	for _, tt := range []struct {
		ctx  context.Context
		err  error
		want string // the problem; empty: the error itself
	}{
		{t.Context(), slow(true), "slow"}, {gone, slow(true), "slow"}, {t.Context(), slow(false), "bad-body"}, {gone, slow(false), ""},
		{t.Context(), os.ErrDeadlineExceeded, "slow"}, {t.Context(), large, ""}, {t.Context(), errors.New("x"), "bad-body"},
	} {
		err := (&call{r: httptest.NewRequestWithContext(tt.ctx, http.MethodPost, "/", nil)}).unread(tt.err)
		var p *problem
		if errors.As(err, &p) != (tt.want != "") || p == nil && err != tt.err || p != nil && !strings.Contains(fmt.Sprintf("%+v", *p), tt.want) {
			t.Errorf("%v: %v, want %s", tt.err, err, tt.want)
		}
	}
}
