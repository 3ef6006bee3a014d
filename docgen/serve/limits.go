package serve

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"
)

// Limits bound what requests may cost, each and together. Zero is the usual bound of each.
type Limits struct {
	Body     int64 // bytes of a request's body, with all files in it; zero: 32 MiB
	Files    int   // files of a request; zero: 100
	Pixels   int   // of all pictures of a request; zero: 32 million
	Unpacked int64 // bytes that the Word and Excel files of a request hold unpacked; zero: 256 MiB
	Pages    int   // of a document; zero: 1,000
	Rows     int   // documents of a job; zero: 20,000

	Time     time.Duration // of a request as a whole; zero: a minute
	JobTime  time.Duration // of a job as a whole; zero: 30 minutes
	Transfer time.Duration // for a body to come, and for an answer to go; zero: 30 seconds
	Wait     time.Duration // for others to be done; zero: 20 seconds

	Workers int   // requests that are worked on at the same time; zero: one for each processor
	Jobs    int   // jobs at the same time; zero: half of the workers, at least one
	Memory  int64 // bytes that these take, by estimate; zero: 512 MiB
	Calls   int   // requests that are read, wait or are worked on; zero: 64
	Queue   int64 // bytes of their bodies; zero: 256 MiB
}

// settled gives the limits with the usual bounds filled in.
func (l Limits) settled() (Limits, error) {
	if min(l.Body, l.Unpacked, l.Memory, l.Queue) < 0 || min(l.Files, l.Pixels, l.Pages, l.Workers, l.Calls, l.Rows, l.Jobs) < 0 ||
		min(l.Time, l.JobTime, l.Transfer, l.Wait) < 0 {
		return l, errors.New("a limit is negative")
	}
	l.Body = cmp.Or(l.Body, 32<<20)
	l.Files = cmp.Or(l.Files, 100)
	l.Unpacked = cmp.Or(l.Unpacked, 256<<20)
	l.Pixels = cmp.Or(l.Pixels, 32<<20)
	l.Pages = cmp.Or(l.Pages, 1000)
	l.Rows = cmp.Or(l.Rows, 20_000)
	l.JobTime = cmp.Or(l.JobTime, 30*time.Minute)
	l.Time = cmp.Or(l.Time, time.Minute)
	l.Transfer = cmp.Or(l.Transfer, 30*time.Second)
	l.Wait = cmp.Or(l.Wait, 20*time.Second)
	l.Workers = cmp.Or(l.Workers, runtime.GOMAXPROCS(0))
	l.Jobs = cmp.Or(l.Jobs, max(l.Workers/2, 1))
	l.Memory = cmp.Or(l.Memory, 512<<20)
	l.Calls = cmp.Or(l.Calls, 64)
	l.Queue = cmp.Or(l.Queue, 256<<20)
	return l, nil
}

// limit is a limit as it is published.
type limit struct {
	Name  string `json:"name"`
	Value int64  `json:"value"`
	Unit  string `json:"unit"`
	Flag  string `json:"flag"` // of vanban serve
	Title string `json:"title"`
}

// bound is the value in words for a person.
func (l limit) bound() string {
	switch {
	case l.Unit == "byte" && l.Value > 0 && l.Value%(1<<20) == 0:
		return fmt.Sprintf("%d MB", l.Value>>20)
	case l.Unit == "mili giây" && l.Value%1000 == 0:
		return fmt.Sprintf("%d giây", l.Value/1000)
	}
	return fmt.Sprintf("%d %s", l.Value, l.Unit)
}

// Names of limits that a single request can pass.
const (
	limitBody     = "body"
	limitFiles    = "files"
	limitUnpacked = "unpacked"
	limitPixels   = "pixels"
	limitPages    = "pages"
	limitRows     = "rows"
	limitTime     = "time"
	limitJob      = "job-time"
)

// list is the limits as they are published. Times are in milliseconds.
func (l Limits) list() []limit {
	return []limit{
		{limitBody, l.Body, "byte", "--max-body", "cỡ của một yêu cầu, kể cả các tệp gửi kèm"},
		{limitFiles, int64(l.Files), "tệp", "--max-files", "số tệp của một yêu cầu"},
		{limitPixels, int64(l.Pixels), "điểm ảnh", "--max-pixels", "số điểm ảnh của các ảnh trong một yêu cầu"},
		{limitUnpacked, l.Unpacked, "byte", "--max-unpacked", "cỡ sau khi giải nén của các tệp Word, Excel trong một yêu cầu"},
		{limitPages, int64(l.Pages), "trang", "--max-pages", "số trang của một văn bản"},
		{limitRows, int64(l.Rows), "văn bản", "--max-rows", "số văn bản của một tác vụ"},
		{limitJob, l.JobTime.Milliseconds(), "mili giây", "--max-job-time", "thời gian của một tác vụ"},
		{limitTime, l.Time.Milliseconds(), "mili giây", "--max-time", "thời gian của một yêu cầu"},
		{"transfer", l.Transfer.Milliseconds(), "mili giây", "--max-transfer", "thời gian gửi nội dung đến, và nhận kết quả về"},
		{"wait", l.Wait.Milliseconds(), "mili giây", "--max-wait", "thời gian một yêu cầu chờ các yêu cầu khác"},
		{"workers", int64(l.Workers), "yêu cầu", "--workers", "số yêu cầu làm cùng một lúc"},
		{"jobs", int64(l.Jobs), "tác vụ", "--jobs", "số tác vụ làm cùng một lúc"},
		{"memory", l.Memory, "byte", "--memory", "bộ nhớ cho các yêu cầu đang làm, theo ước lượng"},
		{"calls", int64(l.Calls), "yêu cầu", "--max-calls", "số yêu cầu đang đọc, đang chờ và đang làm"},
		{"queue", l.Queue, "byte", "--max-queue", "tổng cỡ của các yêu cầu đang đọc, đang chờ và đang làm"},
	}
}

// of is the limit of that name, which there is.
func (l Limits) of(name string) limit {
	list := l.list()
	return list[slices.IndexFunc(list, func(one limit) bool { return one.Name == name })]
}
