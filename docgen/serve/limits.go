package serve

import (
	"errors"
	"time"
)

// Limits bound what a request may cost. Zero is the usual bound of each.
type Limits struct {
	Body  int64         // bytes of a request's body, with all files in it; zero: 32 MiB
	Files int           // files of a request; zero: 100
	Time  time.Duration // for a request as a whole; zero: a minute
}

// settled gives the limits with the usual bounds filled in.
func (l Limits) settled() (Limits, error) {
	if l.Body < 0 || l.Files < 0 || l.Time < 0 {
		return l, errors.New("a limit is negative")
	}
	usual(&l.Body, 32<<20)
	usual(&l.Files, 100)
	usual(&l.Time, time.Minute)
	return l, nil
}

func usual[T comparable](v *T, bound T) {
	if *v == *new(T) {
		*v = bound
	}
}

// limit is a limit as it is published.
type limit struct {
	Name  string `json:"name"`
	Value int64  `json:"value"`
	Unit  string `json:"unit"`
	Flag  string `json:"flag"` // of vanban serve
	Title string `json:"title"`
}

// Names of limits.
const (
	limitBody  = "body"
	limitFiles = "files"
	limitTime  = "time"
)

// list is the limits as they are published.
func (l Limits) list() []limit {
	return []limit{
		{limitBody, l.Body, "byte", "--max-body", "cỡ của một yêu cầu, kể cả các tệp gửi kèm"},
		{limitFiles, int64(l.Files), "tệp", "--max-files", "số tệp của một yêu cầu"},
		{limitTime, int64(l.Time / time.Second), "giây", "--max-time", "thời gian của một yêu cầu"},
	}
}

// of finds a limit by name.
func (l Limits) of(name string) limit {
	for _, one := range l.list() {
		if one.Name == name {
			return one
		}
	}
	return limit{Name: name}
}
