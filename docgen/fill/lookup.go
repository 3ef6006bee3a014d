package fill

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/plan/diag"
)

// frame is where names are looked up: the values of the file, or of an element of a list.
type frame struct {
	set   *set
	list  *value // what is repeated
	item  *value
	index int // of the item, from 0
	up    *frame
}

// own is the number of an element of a list, unless it has such a value itself.
const own = "STT"

// lookup finds what a name stands for, from the innermost list outwards; nil for nothing.
func (x *exec) lookup(name string) *value {
	for f := x.frame; f != nil; f = f.up {
		if name == "." && f.item != nil {
			return f.item
		}
		v := f.set.get(name)
		if v == nil && f.list != nil && key(name) == key(own) {
			return &value{plain: strconv.Itoa(f.index + 1)}
		}
		if v == nil {
			v = x.dotted(f, name)
		}
		if v == nil {
			continue
		}
		if v.isList {
			for at := x.frame; at != nil; at = at.up {
				if at.list == v {
					return at.item // inside of it the name is the element's
				}
			}
		}
		return v
	}
	return nil
}

// dotted finds a name that begins with the list that is being repeated, "danh sách.Họ tên", and with lists in it:
// "thôn.hộ.Họ tên".
func (x *exec) dotted(f *frame, name string) *value {
	if f.list == nil {
		return nil
	}
	for i, r := range name {
		if r != '.' || !f.repeats(name[:i]) {
			continue
		}
		inner := name[i+1:]
		if v := f.set.get(inner); v != nil {
			return v
		}
		if key(inner) == key(own) {
			return &value{plain: strconv.Itoa(f.index + 1)}
		}
		for at := x.frame; at != f; at = at.up {
			if v := x.dotted(at, inner); v != nil {
				return v
			}
		}
	}
	return nil
}

// repeats reports whether a name stands for the list that a frame is an element of.
func (f *frame) repeats(name string) bool {
	for up := f.up; up != nil; up = up.up {
		if up.set.get(name) == f.list {
			return true
		}
	}
	return false
}

// find looks a name up; one that is not there is a finding.
func (x *exec) find(r *ref) *value {
	v := x.lookup(r.name)
	if v == nil {
		x.unknown(r)
	}
	return v
}

// unknown finds a name that the data do not have.
func (x *exec) unknown(r *ref) {
	var names []string
	for f := x.frame; f != nil; f = f.up {
		names = f.set.names("", names)
	}
	d := r.at.finding(RuleUnknown, fmt.Sprintf("dữ liệu không có trường %q mà mẫu ghi %s", r.name, r.written()), r.name,
		"thêm trường này vào dữ liệu, hoặc sửa tên trong mẫu")
	for _, l := range x.lists() {
		if len(l.value.list) == 0 || l.value.list[0].set.get(r.name) == nil {
			continue
		}
		if x.broken {
			return // it may well be the list whose repeat is not closed
		}
		d.Fix = fmt.Sprintf("trường này là của danh sách %q: viết {{#%s}} trước và {{/%s}} sau phần lặp", l.name, l.name, l.name)
		x.add(d)
		return
	}
	keys := make([]string, len(names))
	for i, name := range names {
		keys[i] = key(name)
	}
	near := diag.Nearest(key(r.name), keys)
	if i := slices.Index(keys, near); near != "" && i >= 0 {
		d.Expected = names[i]
		d.Fix = fmt.Sprintf("có lẽ là %q; sửa tên trong mẫu hoặc trong dữ liệu cho giống nhau", names[i])
	}
	x.add(d)
}

// names adds the names of a set, and of the groups in it with their stops.
func (s *set) names(before string, all []string) []string {
	if s == nil {
		return all
	}
	for _, label := range s.labels {
		all = append(all, before+label)
		if v := s.entries[key(label)]; v.set != nil {
			all = v.set.names(before+label+".", all)
		}
	}
	return all
}

// namedList is a list that can be seen from where names are looked up.
type namedList struct {
	name  string
	value *value
}

// lists are those that are not being repeated.
func (x *exec) lists() (all []namedList) {
	for f := x.frame; f != nil; f = f.up {
		all = x.listsIn(f.set, "", all)
	}
	return all
}

// listsIn adds the lists of a set, and of the groups in it.
func (x *exec) listsIn(s *set, before string, all []namedList) []namedList {
	if s == nil {
		return all
	}
	for _, label := range s.labels {
		v := s.entries[key(label)]
		if v.set != nil {
			all = x.listsIn(v.set, before+label+".", all)
		}
		repeated := false
		for at := x.frame; at != nil; at = at.up {
			repeated = repeated || at.list == v
		}
		if v.isList && !repeated {
			all = append(all, namedList{before + label, v})
		}
	}
	return all
}
