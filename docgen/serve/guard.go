package serve

import (
	"crypto/sha256"
	"crypto/subtle"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// What a browser may do with an answer. The interface's answers load and run nothing; the
// page loads its own scripts, styles and pictures, and speaks with the handler alone. A test
// holds both word for word.
const (
	answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	pagePolicy   = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
		"font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

// protect sets the headers that every answer has.
func (c *call) protect() {
	h := c.w.Header()
	policy := answerPolicy
	if c.route != nil && c.route.page {
		policy = pagePolicy
	}
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Origin, Accept")
	h.Set("X-Request-Id", c.id)
}

// admit lets a request in, or says why not. The order is that of what a stranger may learn:
// under another name nothing at all.
func (c *call) admit() *problem {
	if !c.h.hasHost(c.r.Host) {
		return fault("host", "gọi máy chủ bằng một tên trong danh sách của nó; người quản trị thêm tên bằng tùy chọn --host")
	}
	if c.route == nil {
		if allowed := methodsOf(c.r.URL.Path); len(allowed) > 0 {
			return fault("method", "địa chỉ này nhận: %s", quoted(allowed)).with("Allow", quoted(allowed))
		}
		return fault("not-found", "các địa chỉ có trong /api/v1/openapi.json")
	}
	if c.r.Header.Get("Origin") == "null" || c.h.origins.Check(c.r) != nil {
		return fault("origin", "trình duyệt chỉ gửi được từ trang của chính máy chủ này")
	}
	if c.h.o.Token != "" && !c.route.open && !c.h.hasToken(c.r) {
		return fault("token", "gửi mã truy cập trong tiêu đề Authorization: Bearer").with("WWW-Authenticate", "Bearer")
	}
	if c.route.method != http.MethodPost {
		return c.readQuery()
	}
	if c.h.draining.Load() {
		return fault("shutting-down", "gửi lại sau").with("Retry-After", "5")
	}
	if p := c.readType(); p != nil {
		return p
	}
	return c.readQuery()
}

// hasHost reports whether requests may come under a host, as it is or without its port.
func (h *Handler) hasHost(host string) bool {
	host = strings.ToLower(host)
	if h.hosts[host] {
		return true
	}
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		return false
	}
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	return h.hosts[name]
}

// hasToken reports whether a request has the token. Hashes are compared, so that the time
// depends on neither.
func (h *Handler) hasToken(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	sum := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(sum[:], h.token[:]) == 1 && strings.EqualFold(scheme, "Bearer")
}

// readType reads what the body is. Text is UTF-8.
func (c *call) readType() *problem {
	name, params, err := mime.ParseMediaType(c.r.Header.Get("Content-Type"))
	set, given := params["charset"]
	if err != nil || !slices.Contains(c.route.types, name) || given && !strings.EqualFold(set, "utf-8") {
		return fault("content-type", "địa chỉ này nhận: %s; chữ ở dạng UTF-8", quoted(c.route.types)).
			with("Accept-Post", quoted(c.route.types))
	}
	if e := c.r.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		return fault("content-type", "gửi nội dung không nén").with("Accept-Encoding", "identity")
	}
	c.media, c.boundary = name, params["boundary"]
	return nil
}

// readQuery reads the query: only what the route knows, each once.
func (c *call) readQuery() *problem {
	values, err := url.ParseQuery(c.r.URL.RawQuery)
	if err != nil {
		return fault("bad-query", "phần sau dấu hỏi viết sai")
	}
	for key, list := range values {
		switch {
		case !slices.Contains(c.route.query, key):
			return fault("bad-query", "có tham số không dùng ở đây; các tham số: %s", orNone(c.route.query))
		case len(list) > 1:
			return fault("bad-query", "tham số %s ghi hai lần", key)
		}
		c.query[key] = list[0]
	}
	return nil
}

func orNone(words []string) string {
	if len(words) == 0 {
		return "không có"
	}
	return quoted(words)
}
