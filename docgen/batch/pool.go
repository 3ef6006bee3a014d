package batch

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// inOrder runs work on what produce emits, in several goroutines, and hands
// the results to consume one at a time, in the order they were emitted. At most
// a few results a worker wait. It returns when all goroutines have ended.
//
// When consume or produce fails, nothing more is emitted; what was emitted
// before is still worked on and, unless consume itself failed, consumed. A panic of produce or
// work is one of inOrder, so that whoever called can recover from it: a server would end with it.
func inOrder[In, Out any](workers int, produce func(emit func(In) error) error, work func(In) Out, consume func(Out) error) error {
	type task struct {
		in  In
		out chan Out
	}
	stop, cancel := context.WithCancel(context.Background())
	defer cancel()
	tasks := make(chan task)
	queue := make(chan chan Out, 4*workers)

	var crashed atomic.Pointer[string] // the first panic, with its stack
	catch := func() {
		if p := recover(); p != nil {
			s := fmt.Sprintf("%v\n\n%s", p, debug.Stack())
			crashed.CompareAndSwap(nil, &s)
			cancel()
		}
	}
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for t := range tasks {
				t.out <- func() Out {
					defer catch()
					return work(t.in)
				}()
			}
		})
	}
	var produced error
	all.Go(func() {
		defer close(queue)
		defer close(tasks)
		defer catch()
		produced = produce(func(in In) error {
			out := make(chan Out, 1)
			select {
			case <-stop.Done():
				return errStop
			case queue <- out:
			}
			tasks <- task{in, out}
			return nil
		})
	})
	var consumed error
	for out := range queue {
		if result := <-out; consumed == nil && crashed.Load() == nil {
			if consumed = consume(result); consumed != nil {
				cancel()
			}
		}
	}
	all.Wait()
	if s := crashed.Load(); s != nil {
		panic(*s)
	}
	if consumed != nil {
		return consumed
	}
	return produced
}
