package carrier

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"testing"
)

// zipped is a file of one part.
func zipped(t *testing.T, name string, content []byte, method uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err == nil {
		_, err = w.Write(content)
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSetDates: the dates of a whole file are set, and a broken one is refused.
func TestSetDates(t *testing.T) {
	const first = 1<<5 | 1
	good := zipped(t, "a", []byte("một"), zip.Store)
	entry := bytes.Index(good, []byte("PK\x01\x02"))
	end := bytes.Index(good, []byte("PK\x05\x06"))
	with := func(at int, v uint32) []byte {
		b := bytes.Clone(good)
		binary.LittleEndian.PutUint32(b[at:], v)
		return b
	}
	for name, tt := range map[string]struct {
		file []byte
		ok   bool
	}{
		"whole": {bytes.Clone(good), true}, "nothing": {nil, false}, "no directory": {bytes.Clone(good[:end]), false},
		"cut end": {bytes.Clone(good[:len(good)-1]), false}, "no name": {zipped(t, "", nil, zip.Store), true},
		"a comment":         {append(bytes.Clone(good), "xyz"...), true},
		"directory too far": {with(end+16, uint32(entry+1)), false}, "directory beyond": {with(end+16, uint32(end)), false},
		"no entry": {with(entry, 0), false}, "part beyond its entry": {with(entry+42, uint32(entry-29)), false},
		"part just before it": {with(entry+42, uint32(entry-30)), true},
	} {
		if err := setDates(tt.file); (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := bytes.Clone(good)
	if err := setDates(b); err != nil || binary.LittleEndian.Uint16(b[12:]) != first || binary.LittleEndian.Uint16(b[entry+14:]) != first {
		t.Errorf("dates %d and %d, %v", b[12], b[entry+14], err)
	}
}

// TestRawOf: a part lies inside of its file.
func TestRawOf(t *testing.T) {
	content := []byte("một hai ba")
	file := zipped(t, "a", content, zip.Store)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	at, err := z.File[0].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	room := uint64(len(file)) - uint64(at)
	for size, ok := range map[uint64]bool{0: true, uint64(len(content)): true, room: true, room + 1: false, 1 << 63: false, 1<<64 - 1: false} {
		f := *z.File[0]
		f.CompressedSize64 = size
		if raw, err := rawOf(file, &f); (err == nil) != ok || ok && uint64(len(raw)) != size {
			t.Errorf("%d bytes: %d, %v", size, len(raw), err)
		}
	}
}

// TestPackedByOthers: the same content, deflated in another way, is read back.
func TestPackedByOthers(t *testing.T) {
	content := bytes.Repeat([]byte("một hai ba bốn năm "), 500)
	p, err := Pack(content)
	if err != nil {
		t.Fatal(err)
	}
	p.deflated = append(p.deflated[:len(p.deflated):len(p.deflated)], 0)
	var own bytes.Buffer
	q, err := Pack(content)
	if err != nil {
		t.Fatal(err)
	}
	if err := join(&own, nil, []Part{{"a.xml", content, q}}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(own.Bytes()), int64(own.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if !q.is(own.Bytes(), z.File[0], content) || p.is(own.Bytes(), z.File[0], content) {
		t.Error("a part is known by more than its bytes, or by less")
	}
}
