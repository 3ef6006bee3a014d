package serve

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// deskFiles are the desk: the page for people, as it is sent.
//
//go:embed desk
var deskFiles embed.FS

// deskRoutes are the addresses of the desk.
var deskRoutes = []route{
	{method: http.MethodGet, path: "/", open: true, page: true, answer: (*call).desk},
	{method: http.MethodGet, path: "/desk/{}", open: true, page: true, answer: (*call).desk},
	{method: http.MethodGet, path: api + "/desk", answer: (*call).deskState},
	{method: http.MethodPost, path: api + "/end", types: []string{typeJSON}, answer: (*call).end},
	{method: http.MethodPost, path: api + "/desk/list", types: []string{typeMultipart}, query: []string{"sheet", "rows"},
		answer: (*call).deskList},
	{method: http.MethodPost, path: api + "/data", types: bodies, answer: (*call).data},
}

// desk answers with a file of the page; its first when none is named.
func (c *call) desk() error {
	name := cmp.Or(c.arg, "index.html")
	body, err := fs.ReadFile(deskFiles, path.Join("desk", name))
	if err != nil {
		return fault("not-found", "trang không có tệp này")
	}
	return c.send(http.StatusOK, deskTypes[path.Ext(name)], body)
}

// deskState says what the page can do here.
func (c *call) deskState() error {
	return c.json(struct {
		Ends bool `json:"ends"`
	}{c.h.o.End != nil})
}

// end ends the program, where that is offered, once this is answered.
func (c *call) end() error {
	if c.h.o.End == nil {
		return fault("not-found", "chương trình này không tắt được từ trang")
	}
	defer c.h.o.End()
	return c.json(struct{}{})
}

// deskTypes are the media types of the page's files: those of the system may be wrong.
var deskTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
}

// data answers with the values of a document in JSON, under the same keys: texts stand as
// they are written, 012 and 2026-03 too. What the values mean is not asked.
func (c *call) data() error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	src, found := record.Read(u.main, u.files[u.main])
	if found.HasErrors() || src == nil {
		return u.locate(found)
	}
	v := values{file: u.main}
	v.write(src.Root())
	if v.found.HasErrors() {
		return v.found
	}
	v.b.WriteByte('\n')
	return c.send(http.StatusOK, typeJSON, v.b.Bytes())
}

// values writes the values of a file as JSON.
type values struct {
	file  string
	b     bytes.Buffer
	found diag.List // keys that stand twice: one of their values would be lost
}

// write writes a node. The reader has bounded depth and aliases.
func (v *values) write(n record.Node) {
	for next := n.Alias(); next.Exists(); next = n.Alias() {
		n = next
	}
	switch {
	case n.IsList():
		v.list(n)
	case n.IsMapping():
		v.mapping(n)
	case n.IsNull():
		v.b.WriteString("null")
	case n.Tag() == "!!bool":
		v.b.WriteString(strings.ToLower(n.Text()))
	default:
		v.text(vi.NFC(n.Text()))
	}
}

func (v *values) list(n record.Node) {
	before := byte('[')
	for child := range n.Children() {
		v.b.WriteByte(before)
		v.write(child)
		before = ','
	}
	if before == '[' {
		v.b.WriteByte(before)
	}
	v.b.WriteByte(']')
}

func (v *values) mapping(n record.Node) {
	before, known := byte('{'), make(map[string]bool)
	for key, value := range n.Pairs() {
		name := key.Text()
		if known[name] {
			v.found.Add(&diag.Diagnostic{
				Pos: key.Pos(v.file), Level: diag.Error, Rule: record.RuleDoubled, Found: name,
				Message: fmt.Sprintf("khóa %q viết hai lần", name), Fix: "bỏ một trong hai",
			})
		}
		known[name] = true
		v.b.WriteByte(before)
		v.text(name)
		v.b.WriteByte(':')
		v.write(value)
		before = ','
	}
	if before == '{' {
		v.b.WriteByte(before)
	}
	v.b.WriteByte('}')
}

// text writes a text as JSON has it.
func (v *values) text(s string) {
	quoted, err := json.Marshal(s)
	if err != nil {
		quoted = []byte(`""`) // no text is refused: what is not UTF-8 was not read
	}
	v.b.Write(quoted)
}
