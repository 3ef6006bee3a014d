package fill

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/carrier"
	pictures "github.com/vanban-go/vanban/docgen/internal/picture"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
)

// pictureOp puts a picture in the place of one of the template: in its box, its ratio kept.
type pictureOp struct{ ref *ref }

// pictures finds the pictures whose alternative text is a field, and those of content controls.
func (b *builder) pictures(root *node) {
	root.walk(func(n *node) bool {
		if n.name != "w:drawing" {
			return true
		}
		var properties *node
		for _, k := range n.kids {
			if p := k.child("wp:docPr"); p != nil {
				properties = p
			}
		}
		for _, name := range []string{"descr", "title", "name"} {
			tags := findTags(properties.attr(name))
			if len(tags) != 1 || tags[0].open {
				continue
			}
			at := b.placeOf(n)
			t, mistake := readTag(tags[0].inner)
			if mistake == "" && (t.sign != valueTag || t.formats != nil) {
				mistake = "ảnh chỉ nhận tên trường"
			}
			if mistake != "" {
				b.bad(at, RuleField, "chữ thay thế của ảnh viết sai: "+mistake, properties.attr(name),
					"ghi {{Tên trường}} ở chữ thay thế (Alt Text) của ảnh")
				return false
			}
			b.picture(n, &ref{tag: t, at: at, from: picture})
			return false
		}
		return true
	})
}

// picture makes an op of a drawing.
func (b *builder) picture(n *node, r *ref) {
	if n.find(func(k *node) bool { return k.name == "a:blip" && k.attr("r:embed") != "" }) == nil {
		b.bad(r.at, RuleField, r.written()+" không phải ảnh chèn trong tệp", "",
			"chèn một ảnh bất kỳ vào chỗ này, rồi ghi {{Tên trường}} ở chữ thay thế (Alt Text)")
		return
	}
	b.refs = append(b.refs, r)
	n.op = &pictureOp{r}
}

func (o *pictureOp) run(x *exec, n *node) {
	if v := x.find(o.ref); v != nil {
		x.picture(o.ref, n, v)
	}
}

// picture writes a drawing with the picture that a value names; without a name there is none.
func (x *exec) picture(r *ref, n *node, v *value) {
	name := x.show(r, v)
	if name == "" {
		return
	}
	bad := func(message, fix string) {
		x.add(r.at.finding(RuleValue, fmt.Sprintf("%s: tệp %q %s", r.written(), name, message), r.name, fix))
	}
	if x.data.fsys == nil {
		bad("không mở được: dữ liệu không có thư mục ảnh", "đặt ảnh cạnh tệp dữ liệu")
		return
	}
	if err := diag.CheckFile(x.data.fsys, name); err != nil {
		bad(diag.FileReason(err), "đặt ảnh trong thư mục của tệp dữ liệu")
		return
	}
	src, err := fs.ReadFile(x.data.fsys, name)
	if err != nil {
		bad(diag.FileReason(err), "kiểm tra lại tệp ảnh")
		return
	}
	if p := x.t.checked.Problem(src); p != nil {
		bad(p.Message, p.Fix)
		return
	}
	c, kind, _ := pictures.Config(src)
	id := x.embed(src, kind)
	extent := n.find(func(k *node) bool { return k.name == "wp:extent" && number(k.attr("cx")) != 0 })
	cx, cy := number(extent.attr("cx")), number(extent.attr("cy"))
	if cx == 0 || cy == 0 {
		cx, cy = c.Width*9525, c.Height*9525 // its own size at 96 points an inch
	}
	w, h := cx, cx*c.Height/c.Width
	if h > cy {
		w, h = cy*c.Width/c.Height, cy
	}
	x.drawing(n, r.name, id, fmt.Sprint(max(w, 1)), fmt.Sprint(max(h, 1)))
}

// drawing writes a drawing with another picture and size.
func (x *exec) drawing(n *node, name, id, cx, cy string) {
	head := n.head
	switch n.name {
	case "wp:extent", "a:ext":
		if n.attr("cx") != "" {
			head = setAttr(setAttr(head, n.written("cx"), cx), n.written("cy"), cy)
		}
	case "a:srcRect": // what of the old picture was shown
		return
	case "a:blip":
		// What stands in it is about the old picture: effects, a drawing in its place.
		head = setAttr(head, n.written("r:embed"), id)
		if n.tail != "" {
			head = strings.TrimSuffix(head, ">") + "/>"
		}
		x.out = append(x.out, head...)
		return
	case "wp:docPr":
		head = x.startOf(n)
		for _, a := range []string{"descr", "title"} {
			if strings.Contains(n.attr(a), "{{") {
				head = setAttr(head, n.written(a), escaped(name))
			}
		}
	}
	x.out = append(x.out, head...)
	for _, k := range n.kids {
		if k.name == "" {
			x.out = append(x.out, k.src...)
			continue
		}
		x.drawing(k, name, id, cx, cy)
	}
	x.out = append(x.out, n.tail...)
}

// embed takes a picture into the file, once, and gives the relation of the part at hand to it.
func (x *exec) embed(src []byte, kind string) string {
	sum := sha256.Sum256(src)
	name := x.media[sum]
	if name == "" {
		for i := len(x.media) + 1; ; i++ {
			if name = fmt.Sprintf("%s/media/fill%d.%s", path.Dir(x.t.main), i, kind); x.t.part(name) == nil {
				break
			}
		}
		x.media[sum] = name
		x.added = append(x.added, carrier.Part{Name: name, Content: src})
	}
	i := slices.Index(x.links[x.part], name)
	if i < 0 {
		i = len(x.links[x.part])
		x.links[x.part] = append(x.links[x.part], name)
	}
	return linkID(i)
}

func linkID(i int) string { return fmt.Sprintf("vbFill%d", i+1) }

// embedded puts the pictures that were taken in among the parts, with what leads to them.
func (x *exec) embedded(parts []carrier.Part) []carrier.Part {
	if len(x.added) == 0 {
		return parts
	}
	for i, p := range parts {
		for part, links := range x.links {
			if !strings.EqualFold(p.Name, ooxml.RelationsName(part)) {
				continue
			}
			var b strings.Builder
			for k, to := range links {
				fmt.Fprintf(&b, `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="%s" `+
					`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="/%s"/>`, linkID(k), to)
			}
			parts[i].Content = beforeEnd(p.Content, b.String())
		}
		if strings.EqualFold(p.Name, "[Content_Types].xml") {
			entries := ""
			for _, a := range x.added {
				ending := path.Ext(a.Name)[1:]
				entry := fmt.Sprintf(`<Default xmlns="http://schemas.openxmlformats.org/package/2006/content-types" Extension="%s" `+
					`ContentType="image/%s"/>`, ending, ending)
				if !bytes.Contains(bytes.ToLower(p.Content), []byte(`extension="`+ending+`"`)) && !strings.Contains(entries, entry) {
					entries += entry
				}
			}
			parts[i].Content = beforeEnd(p.Content, entries)
		}
	}
	return append(parts, x.added...)
}

// beforeEnd puts a text before the end tag of a part's root.
func beforeEnd(src []byte, text string) []byte {
	i := bytes.LastIndex(src, []byte("</"))
	if i < 0 || text == "" {
		return src
	}
	return append(append(append(make([]byte, 0, len(src)+len(text)), src[:i]...), text...), src[i:]...)
}

// escaped gives a text as it stands in a part.
func escaped(s string) string { return string(xmltext.Append(nil, s)) }
