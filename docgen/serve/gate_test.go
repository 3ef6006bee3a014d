package serve

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"testing"
	"time"
)

func TestGateEnter(t *testing.T) {
	g := &gate{maxCalls: 3, maxBytes: 100, workers: 1, memory: 1}
	for i, tt := range []struct {
		in, out int64 // bytes; out first
		want    bool
	}{
		{in: 500, want: true},          // a large one alone
		{in: 0, want: false},           // and nothing beside it
		{in: 60, out: 500, want: true}, // 60
		{in: 40, want: true},           // 100
		{in: 1, want: false},           // more bytes than may be
		{in: 0, want: true},            // the third call
		{in: 0, want: false},           // more calls than may be
		{in: 41, out: 40, want: false}, // 60 and 0 are in
		{in: 40, want: true},           // 100
	} {
		if tt.out > 0 {
			g.leave(tt.out)
		}
		if got := g.enter(tt.in); got != tt.want {
			t.Errorf("%d: %d bytes beside %+v: %v", i, tt.in, g.state(), got)
		}
	}
}

// TestGateOrder: work begins in the order in which it came, as soon as it fits.
func TestGateOrder(t *testing.T) {
	g := &gate{workers: 2, memory: 10}
	began := make(chan int64, 10)
	ends := map[int64]chan bool{}
	gone, leave := context.WithCancel(t.Context())
	add := func(ctx context.Context, weight int64) {
		ends[weight] = make(chan bool)
		waiting := g.state()
		go func(end chan bool) {
			done, err := g.begin(ctx, weight)
			if err != nil {
				began <- -weight
				return
			}
			began <- weight
			<-end
			done()
		}(ends[weight])
		for { // until it works or stands in the line
			if s := g.state(); s != waiting {
				return
			}
			time.Sleep(time.Millisecond)
		}
	}
	next := func(want ...int64) {
		t.Helper()
		for range want {
			got := <-began
			found := false
			for _, w := range want {
				found = found || got == w
			}
			if !found {
				t.Errorf("%d began, want %v", got, want)
			}
		}
		time.Sleep(5 * time.Millisecond)
		if len(began) > 0 {
			t.Errorf("%d began too", <-began)
		}
	}
	add(t.Context(), 6)
	next(6)
	add(t.Context(), 5) // does not fit beside 6
	add(gone, 3)        // would, but does not pass it
	add(t.Context(), 50)
	add(t.Context(), 2)
	next()
	ends[6] <- true
	next(5, 3)
	ends[3] <- true
	next() // 50 is all of the memory: alone
	ends[5] <- true
	next(50)
	ends[50] <- true
	next(2)
	ends[2] <- true
	add(t.Context(), 10)
	next(10)
	add(gone, 8)
	add(t.Context(), 1)
	leave()
	next(-8) // whoever goes does not hold up the others, who do not fit yet
	ends[10] <- true
	next(1)
	ends[1] <- true
	for g.state() != (state{}) {
		time.Sleep(time.Millisecond)
	}
}

// TestGateForgotten: when one at the head goes, those behind it begin.
func TestGateForgotten(t *testing.T) {
	g := &gate{workers: 2, memory: 10}
	done, err := g.begin(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeoutCause(t.Context(), 20*time.Millisecond, errWait)
	defer cancel()
	second := make(chan error)
	go func() {
		for g.state().waiting == 0 {
			time.Sleep(time.Millisecond)
		}
		done, err := g.begin(t.Context(), 5)
		if err == nil {
			done()
		}
		second <- err
	}()
	if _, err := g.begin(ctx, 6); !errors.Is(err, errWait) {
		t.Errorf("got %v", err)
	}
	if err := <-second; err != nil {
		t.Error(err)
	}
	done()
	if s := g.state(); s != (state{}) {
		t.Errorf("left over: %+v", s)
	}
}

// TestGateAtOnce: many at once, some of whom go: never more work than may be, and nothing is
// left at the end.
func TestGateAtOnce(t *testing.T) {
	g := &gate{workers: 3, memory: 100}
	var all sync.WaitGroup
	for range 200 {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(rand.IntN(20))*time.Millisecond)
			defer cancel()
			done, err := g.begin(ctx, rand.Int64N(120))
			if s := g.state(); s.busy > 3 || s.held > 100 {
				t.Errorf("%+v", s)
			}
			if err == nil {
				time.Sleep(time.Duration(rand.IntN(1000)) * time.Microsecond)
				done()
			}
		})
	}
	all.Wait()
	if s := g.state(); s != (state{}) {
		t.Errorf("left over: %+v", s)
	}
}

func TestGateWait(t *testing.T) {
	g := &gate{workers: 2}
	for _, tt := range []struct {
		took  time.Duration
		calls int
		want  int
	}{{0, 0, 1}, {time.Second, 4, 3}, {time.Minute, 64, 60}, {100 * time.Millisecond, 5, 1}} {
		if g.took, g.calls = tt.took, tt.calls; g.wait() != tt.want {
			t.Errorf("%v, %d calls: %d seconds", tt.took, tt.calls, g.wait())
		}
	}
}

// TestOrNone: what a query may say, for who said something else.
func TestOrNone(t *testing.T) {
	for want, words := range map[string][]string{"không có": nil, "to": {"to"}, "to, pdf": {"to", "pdf"}} {
		if got := orNone(words); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

// TestWeigh: an archive weighs what it is, and what it holds; text by its bytes and signs.
func TestWeigh(t *testing.T) {
	h, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, 5000)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]int64{
		"":          weightOfWork,
		"abc":       weightOfWork + 3*weightOfByte,
		"a: b\n- c": weightOfWork + 8*weightOfByte + 3*weightOfMark,
		b.String():  weightOfWork + int64(b.Len())*weightOfByte + 5000*weightOfZip,
	} {
		got, err := h.weigh(&upload{files: map[string][]byte{"a": []byte(data)}})
		if err != nil || got != want {
			t.Errorf("%d bytes: %d, %v, want %d", len(data), got, err, want)
		}
	}
}
