package batch

import (
	"strings"
	"testing"
)

// TestPoolPanics: a panic of what runs in another goroutine is one of the caller's, when all have ended.
func TestPoolPanics(t *testing.T) {
	for name, run := range map[string]func(consume func(int) error) error{
		"work": func(consume func(int) error) error {
			return inOrder(3, func(emit func(int) error) error {
				for i := range 100 {
					if err := emit(i); err != nil {
						return err
					}
				}
				return nil
			}, func(i int) int {
				if i == 7 {
					panic("bad row")
				}
				return i
			}, consume)
		},
		"produce": func(consume func(int) error) error {
			return inOrder(3, func(emit func(int) error) error {
				if err := emit(1); err != nil {
					return err
				}
				panic("bad row")
			}, func(i int) int { return i }, consume)
		},
	} {
		seen := 0
		func() {
			defer func() {
				if p, _ := recover().(string); !strings.HasPrefix(p, "bad row\n") || !strings.Contains(p, "TestPoolPanics") {
					t.Errorf("%s: recovered %q", name, p)
				}
			}()
			err := run(func(int) error { seen++; return nil })
			t.Errorf("%s: no panic, %v", name, err)
		}()
		if seen > 7 {
			t.Errorf("%s: %d results were consumed", name, seen)
		}
	}
}
