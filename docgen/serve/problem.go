package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan/diag"
)

// problem is why a request was not answered: a problem document. Titles and details are in
// Vietnamese.
// Source: RFC 9457.
type problem struct {
	Type     string    `json:"type"`
	Title    string    `json:"title"`
	Status   int       `json:"status"`
	Detail   string    `json:"detail,omitempty"`
	Instance string    `json:"instance,omitempty"` // the request's id
	Limit    *limit    `json:"limit,omitempty"`    // that was passed
	Findings diag.List `json:"findings,omitempty"` // about the caller's files

	header map[string]string // that comes with it
}

// problemType begins the type of every problem.
const problemType = "urn:vanban:problem:"

// problems are all problems by their names: status and title.
var problems = map[string]struct {
	status int
	title  string
}{
	"bad-query":     {http.StatusBadRequest, "tham số của địa chỉ không đúng"},
	"bad-body":      {http.StatusBadRequest, "nội dung gửi đến không đọc được"},
	"token":         {http.StatusUnauthorized, "thiếu mã truy cập, hoặc mã truy cập không đúng"},
	"origin":        {http.StatusForbidden, "yêu cầu đến từ trang của nơi khác"},
	"not-found":     {http.StatusNotFound, "không có địa chỉ này"},
	"unknown-kind":  {http.StatusNotFound, "không có loại văn bản này"},
	"method":        {http.StatusMethodNotAllowed, "địa chỉ này không nhận phương thức của yêu cầu"},
	"slow":          {http.StatusRequestTimeout, "nội dung gửi đến quá chậm"},
	"too-large":     {http.StatusRequestEntityTooLarge, "yêu cầu vượt quá giới hạn"},
	"content-type":  {http.StatusUnsupportedMediaType, "loại nội dung gửi đến không được nhận"},
	"host":          {http.StatusMisdirectedRequest, "máy chủ không nhận yêu cầu dưới tên máy này"},
	"findings":      {http.StatusUnprocessableEntity, "tệp gửi đến có lỗi"},
	"failed":        {http.StatusInternalServerError, "lỗi của chương trình"},
	"unknown-job":   {http.StatusNotFound, "không có tác vụ này"},
	"job-exists":    {http.StatusConflict, "đã có tác vụ mang id này"},
	"stopped":       {http.StatusConflict, "tác vụ đã bị dừng"},
	"too-many":      {http.StatusTooManyRequests, "máy chủ đang có quá nhiều yêu cầu"},
	"busy":          {http.StatusServiceUnavailable, "yêu cầu đã chờ quá lâu"},
	"shutting-down": {http.StatusServiceUnavailable, "máy chủ đang dừng"},
	"time":          {http.StatusServiceUnavailable, "yêu cầu cần nhiều thời gian hơn giới hạn"},
}

// fault makes the problem of that name.
func fault(name, format string, args ...any) *problem {
	p := problems[name]
	return &problem{Type: problemType + name, Title: p.title, Status: p.status, Detail: fmt.Sprintf(format, args...)}
}

func (p *problem) Error() string { return p.Type + ": " + p.Detail }

// with adds a header to the answer.
func (p *problem) with(key, value string) *problem {
	if p.header == nil {
		p.header = make(map[string]string)
	}
	p.header[key] = value
	return p
}

// over is the problem of a limit that was passed.
func (h *Handler) over(name string) *problem {
	return h.passed("too-large", name, "người quản trị máy chủ")
}

// passed is the problem of that kind about a limit; who is to do what about it.
func (h *Handler) passed(kind, name, who string) *problem {
	l := h.o.Limits.of(name)
	p := fault(kind, "%s vượt quá %s; %s đổi giới hạn bằng tùy chọn %s", l.Title, l.bound(), who, l.Flag)
	p.Limit = &l
	return p
}

// problemOf turns an error of the work on a request into its problem. Nil: whoever asked has
// gone, and nothing is answered.
func (c *call) problemOf(err error) *problem {
	var p *problem
	var list diag.List
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &large):
		return c.h.over(limitBody)
	case errors.Is(err, docgen.ErrPages):
		return c.h.over(limitPages)
	case errors.Is(err, errWait):
		return fault("busy", "gửi lại sau; máy chủ đang làm các yêu cầu khác").with("Retry-After", strconv.Itoa(c.h.gate.wait()))
	case errors.Is(context.Cause(c.r.Context()), errTime):
		return c.h.passed("time", c.route.timeLimit(), "chia nhỏ văn bản, hoặc người quản trị máy chủ")
	case c.r.Context().Err() != nil:
		return nil
	case errors.As(err, &list):
		p = fault("findings", "%d lỗi; mỗi lỗi có chỗ, nội dung và cách sửa trong findings", count(list, diag.Error))
		p.Findings = list
		return p
	}
	return fault("failed", "yêu cầu đúng nhưng không làm được; báo lỗi chương trình kèm số của yêu cầu")
}

// count counts the findings of a level.
func count(list diag.List, level diag.Level) (n int) {
	for _, d := range list {
		if d.Level == level {
			n++
		}
	}
	return n
}

// refuse answers with a problem.
func (c *call) refuse(p *problem) {
	p.Instance = "urn:vanban:request:" + c.id
	for key, value := range p.header {
		c.w.Header().Set(key, value)
	}
	body, err := json.Marshal(p)
	if err != nil {
		body = []byte(`{"type":"` + problemType + `failed","status":500}`)
	}
	c.send(p.Status, "application/problem+json", append(body, '\n'))
}

// quoted lists words for a person.
func quoted(words []string) string { return strings.Join(words, ", ") }

// findingsOf takes the findings out of an error; what is left is a failure.
func findingsOf(err error) (diag.List, error) {
	if list, ok := errors.AsType[diag.List](err); ok {
		return list, nil
	}
	return nil, err
}
