package serve

import (
	"context"
	"slices"
	"sync"
	"time"
)

// gate lets requests in and their work begin. A request is in from before its body is read
// until it is answered: so many calls and bytes, and no more, are in at the same time. Of
// those, as many are worked on as there are workers and as fit into the memory; the others
// wait in the order in which they came. It starts nothing of its own.
type gate struct {
	mutex sync.Mutex
	calls int   // that are in
	bytes int64 // of their bodies
	busy  int   // worked on
	held  int64 // memory of these
	line  []*waiter
	took  time.Duration // of a request's work, on an average of late

	maxCalls, workers int
	maxBytes, memory  int64
}

// waiter is a request whose work has not begun.
type waiter struct {
	weight int64
	turn   chan struct{} // closed when it is
}

// enter takes a request in; false: there are too many, or too large ones.
func (g *gate) enter(bytes int64) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.calls >= g.maxCalls || g.bytes+bytes > g.maxBytes && g.calls > 0 {
		return false
	}
	g.calls++
	g.bytes += bytes
	return true
}

// leave lets a request out that was taken in.
func (g *gate) leave(bytes int64) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.calls--
	g.bytes -= bytes
}

// begin waits until work of that weight may begin, and returns what ends it. More than all
// memory is all of it: such work is done alone.
func (g *gate) begin(ctx context.Context, weight int64) (done func(), err error) {
	w := &waiter{weight: min(weight, g.memory), turn: make(chan struct{})}
	g.mutex.Lock()
	g.line = append(g.line, w)
	g.next()
	g.mutex.Unlock()
	select {
	case <-w.turn:
	case <-ctx.Done():
		if !g.forget(w) { // its turn came at the same time
			g.end(w, 0)
		}
		return nil, context.Cause(ctx)
	}
	begun := time.Now()
	return func() { g.end(w, time.Since(begun)) }, nil
}

// next begins the work of those at the head of the line that fit.
func (g *gate) next() {
	for len(g.line) > 0 && g.busy < g.workers && g.held+g.line[0].weight <= g.memory {
		w := g.line[0]
		g.line = g.line[1:]
		g.busy++
		g.held += w.weight
		close(w.turn)
	}
}

// forget takes one out of the line; false: it is not there any more.
func (g *gate) forget(w *waiter) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	i := slices.Index(g.line, w)
	if i < 0 {
		return false
	}
	g.line = slices.Delete(g.line, i, i+1)
	g.next() // whoever stood behind it may fit
	return true
}

func (g *gate) end(w *waiter, took time.Duration) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.busy--
	g.held -= w.weight
	g.took += (took - g.took) / 8
	g.next()
}

// wait is after how many seconds it is worth to come again, from 1 to 60.
func (g *gate) wait() int {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	left := g.took * time.Duration(g.calls) / time.Duration(g.workers)
	return int(min(max(left/time.Second, 0)+1, 60))
}

// state is what /metrics says of a gate.
type state struct {
	calls, busy, waiting int
	bytes, held          int64
}

func (g *gate) state() state {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return state{g.calls, g.busy, len(g.line), g.bytes, g.held}
}
