package pdf

import (
	"maps"
	"slices"
	"strconv"
)

// written is an object that is written as it stands.
type written string

// referencesIn gives the references within an object, in order.
func referencesIn(o object, to []reference) []reference {
	switch o := o.(type) {
	case reference:
		to = append(to, o)
	case list:
		for _, v := range o {
			to = referencesIn(v, to)
		}
	case dict:
		for _, key := range slices.Sorted(maps.Keys(o)) {
			to = referencesIn(o[key], to)
		}
	}
	return to
}

// body writes an object as it will stand in the print file, a stream with its
// bytes.
func (d *incoming) body(ref reference, o object) ([]byte, error) {
	e, isDict := o.(dict)
	if !isDict || e["Length"] == nil {
		return d.append(nil, o), nil
	}
	_, raw, err := d.f.stream(ref)
	if err != nil {
		return nil, err
	}
	e["Length"] = number(len(raw))
	b := append(d.append(make([]byte, 0, len(raw)+256), e), "\nstream\n"...)
	return append(append(b, raw...), "\nendstream"...), nil
}

// append writes an object, references by their numbers in the print file.
func (d *incoming) append(b []byte, o object) []byte {
	switch o := o.(type) {
	case written:
		return append(b, o...)
	case bool:
		return strconv.AppendBool(b, o)
	case number:
		return strconv.AppendFloat(b, float64(o), 'f', -1, 64)
	case text:
		return appendHex(b, []byte(o))
	case name:
		return appendName(b, string(o))
	case reference:
		return append(strconv.AppendInt(b, int64(d.ids[o]), 10), " 0 R"...)
	case list:
		b = append(b, '[')
		for i, v := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = d.append(b, v)
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for _, key := range slices.Sorted(maps.Keys(o)) {
			b = append(appendName(b, string(key)), ' ')
			b = d.append(b, o[key])
		}
		return append(b, ">>"...)
	}
	return append(b, "null"...)
}

// references writes a list of references.
func references(ids []int) string {
	b := make([]byte, 0, 8*len(ids))
	for i, id := range ids {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(strconv.AppendInt(b, int64(id), 10), " 0 R"...)
	}
	return string(b)
}
