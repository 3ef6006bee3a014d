package record_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

type fitHead struct {
	Kind    string `yaml:"kind"`
	Version int    `yaml:"version"`
}

type fitTree struct {
	Name string     `yaml:"name" vi:"tên"`
	Subs []*fitTree `yaml:"subs" vi:"nhánh"`
}

// Apart has keys that are none of a file where it is no part of it.
type Apart struct {
	Text float64 `yaml:"text"`
}

// fitEvery has a key of each sort that files can fill.
type fitEvery struct {
	fitHead
	Text   string      `yaml:"text" vi:"chữ"`
	Some   *string     `yaml:"some" vi:"chữ"`
	Yes    *bool       `yaml:"yes" vi:"có"`
	Count  int         `yaml:"count" vi:"số"`
	Grid   [][]string  `yaml:"grid" vi:"lưới"`
	Trees  [][]fitTree `yaml:"trees" vi:"các cây"`
	Lists  *[]*string  `yaml:"lists" vi:"danh sách"`
	Tree   []fitTree   `yaml:"tree" vi:"cây"`
	When   time.Time   `yaml:"when" vi:"lúc"`
	Beside map[string]any
	Never  func() `yaml:"-"`
	error  `yaml:"-"`
	Apart  `yaml:"-"`
	hidden chan int
}

// TestFit: a Go type with keys that no file can fill is refused with what is wrong with it,
// wherever its values go, and never a panic.
func TestFit(t *testing.T) {
	if err := record.Fit(&fitEvery{hidden: nil}); err != nil {
		t.Error(err)
	}
	for want, value := range map[string]any{
		"<nil> is no pointer to a struct":            nil,
		"record_test.fitHead is no pointer":          fitHead{},
		"*record_test.fitHead is nil":                (*fitHead)(nil),
		"*int is no pointer":                         new(int),
		"the field fitHead *record_test.fitHead of ": new(struct{ *fitHead }),
		"error of struct { error } is embedded":      new(struct{ error }),
		"the field F float64 of struct": new(struct {
			F float64 `yaml:"f"`
		}),
		"the field F map[string]string of struct": new(struct {
			F map[string]string `yaml:"f"`
		}),
		"the field F [2]string of struct": new(struct {
			F [2]string `yaml:"f"`
		}),
		"the field F interface {} of struct": new(struct {
			F any `yaml:"f"`
		}),
		"the field F **string of struct": new(struct {
			F **string `yaml:"f"`
		}),
		"the field F []int64 of struct": new(struct {
			F []int64 `yaml:"f"`
		}),
		"the field f string of struct": new(struct {
			f string `yaml:"f"`
		}),
		`has the key "": a key is a word`: new(struct {
			F string `yaml:""`
		}),
		`has the key "f,omitempty": a key is a word`: new(struct {
			F string `yaml:"f,omitempty"`
		}),
		`has the key "kind", which another field has`: new(struct {
			fitHead
			F string `yaml:"kind"`
		}),
		"the field G uint8 of struct": new(struct {
			F []struct {
				G uint8 `yaml:"g"`
			} `yaml:"f"`
		}),
	} {
		if err := record.Fit(value); !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%s: %v", want, err)
		}
		kind := record.Kind{ID: "a", New: func(string) any { return value }}
		if _, err := record.Skeleton(kind, record.Samples{}); !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%s: skeleton: %v", want, err)
		}
		if _, err := record.Schema(kind); !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%s: schema: %v", want, err)
		}
		s, _ := record.Read("x.yaml", []byte("kind: a\nf: b\n"))
		for what, found := range map[string]diag.List{"validate": record.Validate(value, nil), "decode": s.Decode(value)} {
			if len(found) != 1 || found[0].Rule != record.RuleShape || !strings.Contains(fmt.Sprint(errors.Unwrap(found[0])), want) {
				t.Errorf("%s: %s: %v", want, what, found)
			}
		}
	}
	kind := record.Kind{ID: "a", New: func(string) any { return new(fitEvery) }}
	if src, err := record.Skeleton(kind, record.Samples{}); err != nil || !strings.Contains(string(src), "  - []") {
		t.Errorf("%s %v", src, err)
	}
}
