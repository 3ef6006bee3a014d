package serve

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"runtime/metrics"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/vanban-go/vanban/docgen"
)

// meter counts requests for /metrics. Its labels are the addresses of the table of routes and
// statuses: no word of a request is among them.
type meter struct {
	mutex  sync.Mutex
	flying int
	counts map[series]*sums
}

// series is what is counted apart.
type series struct {
	route  string // path of the table; empty for an unknown one
	status int
}

type sums struct {
	requests int64
	bytes    int64
	time     time.Duration
	buckets  [len(buckets)]int64 // requests that took at most so long
}

// buckets are the bounds of the histogram of times, in seconds.
var buckets = [...]float64{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60}

func (m *meter) begin() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.flying++
}

func (m *meter) end(r *route, status int, bytes int64, took time.Duration) {
	s := series{status: status}
	if r != nil {
		s.route = r.path
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.flying--
	if m.counts == nil {
		m.counts = make(map[series]*sums)
	}
	n := m.counts[s]
	if n == nil {
		n = new(sums)
		m.counts[s] = n
	}
	n.requests++
	n.bytes += bytes
	n.time += took
	for i, bound := range buckets {
		if took.Seconds() <= bound {
			n.buckets[i]++
		}
	}
}

// health says that the program runs, and which.
func (c *call) health() error {
	return c.json(map[string]string{"status": "ok", "version": docgen.Version})
}

// ready says whether new work is taken.
func (c *call) ready() error {
	if c.h.draining.Load() {
		return fault("shutting-down", "máy chủ làm nốt các yêu cầu đã nhận").with("Retry-After", "5")
	}
	return c.json(map[string]string{"status": "ready"})
}

// metrics answers in the text format of Prometheus.
func (c *call) metrics() error {
	var b bytes.Buffer
	c.h.meter.write(&b)
	s := c.h.gate.state()
	for _, gauge := range []struct {
		name  string
		value int64
	}{{"calls", int64(s.calls)}, {"bytes", s.bytes}, {"waiting", int64(s.waiting)}, {"working", int64(s.busy)}, {"working_bytes", s.held}} {
		fmt.Fprintf(&b, "# TYPE vanban_queue_%s gauge\nvanban_queue_%s %d\n", gauge.name, gauge.name, gauge.value)
	}
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	fmt.Fprintf(&b, "# TYPE vanban_memory_bytes gauge\nvanban_memory_bytes %d\n", sample[0].Value.Uint64()-sample[1].Value.Uint64())
	fmt.Fprintf(&b, "# TYPE vanban_start_time_seconds gauge\nvanban_start_time_seconds %d\n", c.h.begun.Unix())
	fmt.Fprintf(&b, "# TYPE vanban_build_info gauge\nvanban_build_info{version=%q} 1\n", docgen.Version)
	return c.send(http.StatusOK, "text/plain; version=0.0.4; charset=utf-8", b.Bytes())
}

// write writes what was counted, in the order of the labels.
func (m *meter) write(b *bytes.Buffer) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	all := slices.SortedFunc(maps.Keys(m.counts), func(x, y series) int {
		return cmp.Or(cmp.Compare(x.route, y.route), cmp.Compare(x.status, y.status))
	})
	fmt.Fprintf(b, "# TYPE vanban_requests_in_flight gauge\nvanban_requests_in_flight %d\n", m.flying)
	b.WriteString("# TYPE vanban_requests_total counter\n")
	for _, s := range all {
		fmt.Fprintf(b, "vanban_requests_total%s %d\n", s.labels(), m.counts[s].requests)
	}
	b.WriteString("# TYPE vanban_response_bytes_total counter\n")
	for _, s := range all {
		fmt.Fprintf(b, "vanban_response_bytes_total%s %d\n", s.labels(), m.counts[s].bytes)
	}
	b.WriteString("# TYPE vanban_request_duration_seconds histogram\n")
	for _, s := range all {
		n := m.counts[s]
		for i, bound := range buckets {
			fmt.Fprintf(b, "vanban_request_duration_seconds_bucket%s %d\n", s.labels("le", strconv.FormatFloat(bound, 'g', -1, 64)),
				n.buckets[i])
		}
		fmt.Fprintf(b, "vanban_request_duration_seconds_bucket%s %d\n", s.labels("le", "+Inf"), n.requests)
		fmt.Fprintf(b, "vanban_request_duration_seconds_sum%s %g\n", s.labels(), n.time.Seconds())
		fmt.Fprintf(b, "vanban_request_duration_seconds_count%s %d\n", s.labels(), n.requests)
	}
}

// labels writes the labels of a series, and more of them.
func (s series) labels(more ...string) string {
	text := fmt.Sprintf(`{route=%q,status="%d"`, s.route, s.status)
	for pair := range slices.Chunk(more, 2) {
		text += fmt.Sprintf(",%s=%q", pair[0], pair[1])
	}
	return text + "}"
}
