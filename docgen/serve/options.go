package serve

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

// Options are the choices of a Handler. Nil and the zero value are the usual choice: a
// handler for programs on the same machine.
type Options struct {
	// Renderer is how documents are made. Its Flavour does not count: requests choose theirs.
	Renderer docgen.Options
	// Hosts are the names under which requests may come, "van-ban.example.vn" with any port or
	// "van-ban.example.vn:8443" with that one. Nil: the loopback names 127.0.0.1, ::1 and
	// localhost. A request under another name is refused, so that no page of another site
	// reaches the handler by a name that leads to it.
	Hosts []string
	// Origins are further origins, "https://cong.example.vn", whose pages may send requests;
	// the handler's own host needs no mention. Nil: none.
	Origins []string
	// Token is asked of every request but those for the page and the state of the handler, in
	// the header Authorization: Bearer. Empty: none is asked.
	Token  string
	Limits Limits
	// Panicked is handed the id of a request in which the program failed, and where it failed,
	// without a word of the request. Nil: nobody is.
	Panicked func(id string, stack []byte)
}

// Handler answers requests. Safe for concurrent use.
type Handler struct {
	o         Options
	renderers map[docgen.Flavour]*docgen.Renderer
	shared    map[docgen.Flavour]*docgen.Renderer // of jobs, with one set of letters for all documents
	reading   *plan.Options
	jobs      jobs
	hosts     map[string]bool
	origins   *http.CrossOriginProtection
	token     [sha256.Size]byte
	meter     meter
	gate      gate
	begun     time.Time
	last      atomic.Uint64 // number of the last request that brought no id
	draining  atomic.Bool
}

// New makes a Handler. A mistake in the wording is an error that wraps a diag.List.
func New(o *Options) (*Handler, error) {
	h := &Handler{
		renderers: make(map[docgen.Flavour]*docgen.Renderer), shared: make(map[docgen.Flavour]*docgen.Renderer),
		hosts: make(map[string]bool), begun: time.Now(),
	}
	if o != nil {
		h.o = *o
	}
	var err error
	if h.o.Limits, err = h.o.Limits.settled(); err != nil {
		return nil, err
	}
	l := &h.o.Limits
	h.gate = gate{maxCalls: l.Calls, maxBytes: l.Queue, workers: l.Workers, memory: l.Memory}
	h.o.Renderer.MaxPages = l.Pages
	if h.o.Renderer.Fonts == nil { // once for all flavours
		if h.o.Renderer.Fonts, err = docgen.EmbeddedFonts(); err != nil {
			return nil, fmt.Errorf("prepare fonts: %w", err)
		}
	}
	for _, f := range flavours {
		own := h.o.Renderer
		own.Flavour = f
		if h.renderers[f], err = docgen.New(&own); err != nil {
			return nil, err
		}
		own.SharedFonts = true
		if h.shared[f], err = docgen.New(&own); err != nil {
			return nil, err
		}
	}
	h.reading = h.renderers[docgen.A2A].Reading()
	h.reading.Kinds = append(Files().Kinds, own(h.o.Renderer.Kinds)...)
	names := h.o.Hosts
	if names == nil {
		names = []string{"127.0.0.1", "[::1]", "localhost"}
	}
	for _, name := range names {
		if name == "" || strings.ContainsAny(name, "/@ ") {
			return nil, fmt.Errorf("host %q: want a name, or a name and a port", name)
		}
		h.hosts[strings.ToLower(name)] = true
	}
	h.origins = http.NewCrossOriginProtection()
	for _, origin := range h.o.Origins {
		if err := h.origins.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("origin %q: %w", origin, err)
		}
	}
	if strings.TrimSpace(h.o.Token) != h.o.Token {
		return nil, errors.New("the token begins or ends with a space, which no header can carry")
	}
	h.token = sha256.Sum256([]byte(h.o.Token))
	return h, nil
}

// own are the kinds that other software brings, beside those that every reader knows.
func own(kinds []docgen.Kind) []plan.Kind {
	var more []plan.Kind
	known := Files().Kinds
	for _, k := range kinds {
		if k.Type == "" && !hasKind(known, k.ID) {
			more = append(more, k.Kind)
		}
	}
	return more
}

// Drain makes the handler refuse new work, before the server is shut down: /readyz says so
// to whoever sends requests here. What was begun is finished.
func (h *Handler) Drain() {
	if h != nil {
		h.draining.Store(true)
	}
}

// flavours are the values of the query's pdf.
var flavours = map[string]docgen.Flavour{"a2a": docgen.A2A, "a3a": docgen.A3A, "plain": docgen.Plain}
