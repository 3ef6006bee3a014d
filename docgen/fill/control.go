package fill

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// controlOp fills a content control: it stays, with another content.
type controlOp struct {
	ref     *ref
	kind    FieldKind
	asks    bool      // it shows its prompt: nobody has filled it
	choices []choice  // of a kind of their own, or proposed for a text
	format  string    // how a date is shown
	signs   [2]string // of a check box
}

type choice struct{ shown, value string }

// controls makes ops of the content controls that have a name.
func (b *builder) controls(root *node) {
	for n := range root.all("w:sdt") {
		b.control(n)
	}
}

func (b *builder) control(n *node) {
	properties, content := n.child("w:sdtPr"), n.child("w:sdtContent")
	name, title := properties.child("w:tag").attr("w:val"), properties.child("w:alias").attr("w:val")
	if name == "" {
		name, title = title, ""
	}
	// What lists the parts of the document, or stands for a gallery, is Word's own.
	if name == "" || content == nil || properties.child("w:docPartObj") != nil || properties.child("w:docPartList") != nil {
		return
	}
	at := b.placeOf(n)
	c := &controlOp{ref: &ref{tag: tag{name: name}, at: at, from: control, also: title}, kind: TextField,
		asks: isOn(properties.child("w:showingPlcHdr"))}
	for _, k := range properties.kids {
		switch k.name {
		case "w14:checkbox":
			c.kind, c.signs = CheckField, [2]string{"☐", "☒"}
			for i, state := range []string{"w14:uncheckedState", "w14:checkedState"} {
				if r := numeral(k.child(state).attr("w14:val"), 16, unicode.MaxRune); r >= ' ' {
					c.signs[i] = string(rune(r))
				}
			}
		case "w:date":
			c.kind = DateField
			c.format = k.child("w:dateFormat").attr("w:val")
		case "w:dropDownList", "w:comboBox":
			if k.name == "w:dropDownList" {
				c.kind = ChoiceField
			}
			for _, item := range k.kids {
				if item.name == "w:listItem" {
					value := item.attr("w:value")
					c.choices = append(c.choices, choice{cmp.Or(item.attr("w:displayText"), value), value})
				}
			}
		case "w15:repeatingSection":
			c.kind = ListField
		case "w15:repeatingSectionItem", "w:group":
			return
		case "w:picture":
			c.kind = PictureField
		}
	}
	switch {
	case c.kind == ListField:
	case len(needed(content)) > 0 || holdsMarkers(content):
		return // what stands in it is filled by itself
	case content.child("w:tc") == nil && content.child("w:tr") != nil || content.child("w:tbl") != nil:
		return // a frame round a table
	}
	if c.kind == PictureField {
		c.ref.from = picture
		empty := true
		for k := range content.all("w:drawing") {
			b.picture(k, c.ref)
			empty = false
		}
		if !empty {
			return
		}
	}
	b.refs = append(b.refs, c.ref)
	n.op = c
}

// placeOf is the place of the paragraph that an element stands in, or of the first in it.
func (b *builder) placeOf(n *node) *place {
	if p := n.above("w:p"); p != nil {
		return b.places[p]
	}
	if p := n.find(func(k *node) bool { return k.name == "w:p" && b.places[k] != nil }); p != nil {
		return b.places[p]
	}
	return &place{file: b.file, part: b.part}
}

func holdsMarkers(n *node) bool {
	return n.find(func(k *node) bool {
		_, ok := k.op.(*marker)
		return ok || k.name == "w:sdt"
	}) != nil
}

func isOn(n *node) bool {
	v, ok := n.lookup("w:val")
	return n != nil && (!ok || v == "1" || v == "true" || v == "on")
}

// run fills the control when the data have its name, by tag or by title.
func (c *controlOp) run(x *exec, n *node) {
	v := x.lookup(c.ref.name)
	if v == nil && c.ref.also != "" {
		v = x.lookup(c.ref.also)
	}
	if v == nil {
		if c.asks {
			x.unknown(c.ref)
		}
		x.plain(n) // a control that nobody asks about is the author's
		return
	}
	shown, value, checked := "", "", false
	bad := func(message, fix string) {
		x.add(c.ref.at.finding(RuleValue, fmt.Sprintf("%s %s", c.ref.written(), message), c.ref.name, fix))
	}
	switch {
	case c.kind == ListField:
		c.repeat(x, n, v)
		return
	case c.kind == PictureField:
		bad("không chứa ảnh nào", "trong Word chèn một ảnh bất kỳ vào ô này")
		return
	case c.kind == CheckField:
		b, ok := yes(v)
		if !ok {
			bad("là ô đánh dấu, cần giá trị có hoặc không", "ghi true hoặc false")
			return
		}
		checked = b
	default:
		shown = x.show(c.ref, v)
		switch {
		case c.kind == DateField && shown != "":
			d, err := read(sheet.DateType, v.plain)
			if err != nil {
				bad("là ô ngày: "+err.Error(), "ghi ngày/tháng/năm, ví dụ 05/01/2026")
				return
			}
			day := d.(sheet.Date)
			value = day.ISO() + "T00:00:00Z"
			if shown = day.String(); c.format != "" {
				shown = datePicture(day, c.format)
			}
		case (c.kind == ChoiceField || c.choices != nil) && shown != "":
			i, names := -1, []string(nil)
			for k, o := range c.choices {
				names = append(names, o.shown)
				if i < 0 && (key(o.shown) == key(shown) || key(o.value) == key(shown)) {
					i = k
				}
			}
			if i >= 0 {
				shown = c.choices[i].shown
			} else if c.kind == ChoiceField {
				fix := "dùng một trong: " + strings.Join(names, ", ")
				if near := diag.Nearest(shown, names); near != "" {
					fix = fmt.Sprintf("có lẽ là %q; ", near) + fix
				}
				bad(fmt.Sprintf("không có lựa chọn %q", shown), fix)
				return
			}
		}
	}
	if c.kind == CheckField {
		c.write(x, n, c.signs[digit(checked)], func(k *node) (string, bool) {
			if k.name == "w14:checked" {
				return setAttr(k.src, k.written("w14:val"), fmt.Sprint(digit(checked))), true
			}
			return "", false
		})
		return
	}
	c.write(x, n, shown, func(k *node) (string, bool) {
		if k.name != "w:date" || value == "" {
			return "", false
		}
		head := k.head
		if _, ok := k.lookup("w:fullDate"); ok {
			head = setAttr(head, k.written("w:fullDate"), value)
		} else {
			name := tagName(head)
			head = "<" + name + " " + k.prefix() + `fullDate="` + value + `"` + head[1+len(name):]
		}
		return head + strings.TrimPrefix(k.src, k.head), true
	})
}

func digit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// yes reads a value as yes or no.
func yes(v *value) (is, ok bool) {
	switch p := v.plain.(type) {
	case bool:
		return p, true
	case string:
		switch key(p) {
		case "có", "x", "true", "1", "đúng", "yes":
			return true, true
		case "", "không", "false", "0", "sai", "no":
			return false, true
		}
	}
	return false, false
}
