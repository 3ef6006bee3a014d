package plan_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// editable are the sources that are edited: the examples, the starting files and the good
// cases, by name.
func editable(t testing.TB) (names []string, all map[string][]byte) {
	t.Helper()
	all = cases(t)
	for _, k := range allKinds() {
		b, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		all["skeleton "+k.ID] = b
	}
	examples, err := filepath.Glob("../examples/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range examples {
		if all[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for name, src := range all {
		if !isYAML(src) { // for a test of its own
			continue
		}
		// Aliases are for the tests of package record; ends of lines are changed below.
		if f, found := plan.Parse(name, src); f.Value != nil && !found.HasErrors() && bytes.IndexByte(src, '\r') < 0 &&
			!bytes.Contains(src, []byte(" &")) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) < 60 {
		t.Fatalf("only %d sources", len(names))
	}
	return names, all
}

// rewritten is a source as another hand would have written it.
func rewritten(t testing.TB, src []byte, each func(n *yaml.Node)) []byte {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		each(n)
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(root.Content[0])
	out, err := yaml.Marshal(root.Content[0])
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inOneLine writes a file in brackets.
func inOneLine(t testing.TB, src []byte) []byte {
	return rewritten(t, src, func(n *yaml.Node) {
		n.HeadComment, n.LineComment, n.FootComment = "", "", ""
		if n.Style |= yaml.FlowStyle; n.Kind == yaml.ScalarNode {
			n.Style = yaml.DoubleQuotedStyle
		}
	})
}

// commented writes a comment above each mapping and text, and behind texts.
func commented(t testing.TB, src []byte) []byte {
	count := 0
	return rewritten(t, src, func(n *yaml.Node) {
		n.Style &^= yaml.FlowStyle
		if n.Kind != yaml.ScalarNode {
			return
		}
		count++
		if n.HeadComment = fmt.Sprintf("# trên %d.", count); n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			n.LineComment = fmt.Sprintf("# cạnh %d.", count)
		}
	})
}

// untidy breaks and spaces the lines of a source as nobody should, and puts comments among
// them. What then is another file, or none, comes back as it was.
func untidy(src []byte, seed uint64) []byte {
	m := newMutator(seed)
	lines := strings.Split(string(src), "\n")
	for k := range m.IntN(12) {
		i := m.IntN(len(lines))
		line := lines[i]
		spaces := len(line) - len(strings.TrimLeft(line, " "))
		wider := strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " -"))+2)
		comment := fmt.Sprintf("# thêm %d.", k)
		switch m.IntN(9) {
		case 0:
			lines[i] = strings.Repeat(" ", m.IntN(8)) + comment + "\n" + line
		case 1:
			lines[i] = line + "  " + comment
		case 2:
			lines[i] = "\n" + line
		case 3:
			lines[i] = strings.Replace(line, ": ", ":   ", 1)
		case 4:
			lines[i] = strings.Replace(line, ": ", ":\n"+wider, 1)
		case 5:
			lines[i] = strings.Replace(line, ", ", ",\n"+wider, 1)
		case 6:
			lines[i] = strings.Replace(line, ", ", ", "+comment+"\n"+wider, 1)
		case 7:
			lines[i] = strings.Replace(line, "- ", "-\n"+strings.Repeat(" ", spaces+2), 1)
		case 8:
			lines[i] = strings.Replace(line, "- ", "-  ", 1)
		}
	}
	out := []byte(strings.Join(lines, "\n"))
	f, found := plan.Parse("f.yaml", out)
	if f.Value == nil || found.HasErrors() || yaml.Unmarshal(out, new(yaml.Node)) != nil { // the tests read it by yaml too
		return src
	}
	return out
}

// comments returns the comments of a source, line by line.
func comments(t testing.TB, src []byte) []string {
	var all []string
	rewritten(t, src, func(n *yaml.Node) {
		for line := range strings.Lines(n.HeadComment + "\n" + n.LineComment + "\n" + n.FootComment) {
			if line = strings.TrimSpace(line); line != "" {
				all = append(all, line)
			}
		}
	})
	return all
}

// edited changes a file at random and writes it back. The text must read as the value.
func edited(t testing.TB, name string, src []byte, seed uint64, changes int) (out []byte, path string, err error) {
	t.Helper()
	f, _ := plan.Parse(name, src)
	if f.Value == nil {
		t.Fatalf("%s cannot be read\n%s", name, src)
	}
	m := newMutator(seed)
	for range changes {
		path = m.change(reflect.ValueOf(f.Value).Elem(), "")
	}
	want, err := plan.Marshal(f.Value)
	if err != nil {
		t.Fatal(err)
	}
	if out, err = f.Marshal(); err != nil {
		return nil, path, err
	}
	again, _ := plan.Parse(name, out)
	if again.Value == nil {
		t.Fatalf("%s, seed %d: cannot be read again\n%s", name, seed, out)
	}
	if got, err := plan.Marshal(again.Value); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%s, seed %d: %v\ngot\n%s\nwant\n%s\nwritten as\n%s", name, seed, err, got, want, out)
	}
	return out, path, nil
}

// TestMarshalFile changes every source at random, as it is and as other hands would have
// written it: the result reads as the value, and has all comments, whatever goes.
func TestMarshalFile(t *testing.T) {
	names, all := editable(t)
	for i, name := range names {
		seed, changes := uint64(i), 1+i%8
		for hand, src := range map[string][]byte{
			"as it is": all[name], "commented": commented(t, all[name]), "untidy": untidy(all[name], seed),
			"both": untidy(commented(t, all[name]), seed),
		} {
			out, _, err := edited(t, name, src, seed, changes)
			if err != nil {
				t.Errorf("%s, %s, seed %d: %v", name, hand, seed, err)
				continue
			}
			for _, c := range comments(t, src) {
				if !bytes.Contains(out, []byte(c)) {
					t.Errorf("%s, %s, seed %d: no %q in\n%s", name, hand, seed, c, out)
				}
			}
		}
		if _, _, err := edited(t, name, inOneLine(t, all[name]), seed, changes); err != nil {
			t.Errorf("%s, in one line, seed %d: %v", name, seed, err)
		}
	}
}

// TestMarshalFileLineEnds: whichever way lines end, the same is written.
func TestMarshalFileLineEnds(t *testing.T) {
	names, all := editable(t)
	for i, name := range names {
		out, _, err := edited(t, name, all[name], uint64(i), 5)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, end := range []string{"\r\n", "\r"} {
			other, _, err := edited(t, name, bytes.ReplaceAll(all[name], []byte("\n"), []byte(end)), uint64(i), 5)
			if want := bytes.ReplaceAll(out, []byte("\n"), []byte(end)); err != nil || !bytes.Equal(other, want) {
				t.Errorf("%s, %q: %v\n%q\nwant\n%q", name, end, err, other, want)
			}
		}
	}
}

// TestMarshalFileKeepsLines changes one thing in every source: no line is touched but
// those of the thing itself, and none where it is new.
func TestMarshalFileKeepsLines(t *testing.T) {
	names, all := editable(t)
	touched := 0
	for i, name := range names {
		for seed := range uint64(6) {
			src := all[name]
			out, path, err := edited(t, name, src, seed+uint64(i)*10, 1)
			if err != nil {
				t.Errorf("%s, seed %d: %v", name, seed, err)
				continue
			}
			was, is := strings.SplitAfter(string(src), "\n"), strings.SplitAfter(string(out), "\n")
			first := 0
			for first < min(len(was), len(is)) && was[first] == is[first] {
				first++
			}
			last := 0 // lines from the end
			for last < min(len(was), len(is))-first && was[len(was)-1-last] == is[len(is)-1-last] {
				last++
			}
			from, to, open := span(t, src, path)
			gone := was[first : len(was)-last]
			if len(gone) == 0 {
				continue
			}
			touched++
			if before := strings.HasPrefix(strings.TrimSpace(gone[0]), "- "); open &&
				(len(gone) > 1 || !before) { // but the key that opens an element
				t.Errorf("%s, seed %d: %s is new, and lines went: %q", name, seed, path, gone)
			} else if !open && (first+1 < from || first+len(gone) > to) {
				t.Errorf("%s, seed %d: %s stands on lines %d to %d, and %d to %d went\n%s", name, seed, path, from, to, first+1,
					first+len(gone), out)
			}
		}
	}
	if touched < 100 {
		t.Errorf("only %d changes", touched)
	}
}

// span returns the lines of what stands at a path of a source, or of the nearest thing
// around it; open says that it is a key that the source does not have, in lines of its own.
func span(t testing.TB, src []byte, path string) (from, to int, open bool) {
	var root yaml.Node
	if err := yaml.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	n := root.Content[0]
	from = n.Line
	for step := range strings.FieldsFuncSeq(strings.ReplaceAll(path, "[", "."), func(r rune) bool { return r == '.' || r == ']' }) {
		var next *yaml.Node
		var index int
		switch _, err := fmt.Sscan(step, &index); {
		case err == nil && n.Kind == yaml.SequenceNode && index < len(n.Content):
			next = n.Content[index]
			from = next.Line
		case n.Kind == yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value == step {
					from, next = n.Content[i].Line, n.Content[i+1]
				}
			}
			open = next == nil && n.Style&yaml.FlowStyle == 0
		}
		if next == nil {
			break
		}
		n = next
	}
	// It ends where the next thing begins.
	var all []*yaml.Node
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		all = append(all, n)
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(n)
	inside := len(all)
	all = nil
	walk(root.Content[0])
	behind := slices.Index(all, n) + inside
	if behind == len(all) {
		return from, bytes.Count(src, []byte("\n")) + 1, open
	}
	return from, max(all[behind].Line-1, n.Line), open
}

// TestMarshalFileOptions: what the options fill in is not written, until it is changed.
func TestMarshalFileOptions(t *testing.T) {
	const src = "kind: thong-bao\nversion: 1\nsubject: Nghỉ lễ # x\nbody: Nghỉ.\n"
	o := &plan.Options{Defaults: func(v any) {
		if h := v.(plan.Paper).Head(); h.Issuer.Place == "" {
			h.Issuer.Place = "Cẩm Hòa"
		}
	}}
	for _, tt := range []struct {
		name   string
		change func(n *plan.General)
		want   string // empty: refused
	}{
		{"nothing", func(n *plan.General) {}, src},
		{"another field", func(n *plan.General) { n.Subject = "Nghỉ" }, strings.Replace(src, "Nghỉ lễ", "Nghỉ", 1)},
		{"beside the one filled in", func(n *plan.General) { n.Issuer.Name = "UBND xã" },
			strings.Replace(src, "subject", "issuer:\n  name: UBND xã\n  place: Cẩm Hòa\nsubject", 1)},
		{"the one filled in", func(n *plan.General) { n.Issuer.Place = "Cẩm Ngọc" },
			strings.Replace(src, "subject", "issuer:\n  place: Cẩm Ngọc\nsubject", 1)},
		{"to nothing", func(n *plan.General) { n.Issuer.Place = "" }, ""},
		{"the kind", func(n *plan.General) { n.Kind = "huong-dan" }, strings.Replace(src, "thong-bao", "huong-dan", 1)},
		{"the kind, to one of another Go type", func(n *plan.General) { n.Kind = "quyet-dinh" }, ""},
		{"the kind, to nothing", func(n *plan.General) { n.Kind = "" }, ""},
		{"the version, to nothing", func(n *plan.General) { n.Version = 0 }, src},
	} {
		f, _ := o.Parse("f.yaml", []byte(src))
		n := f.Value.(*plan.General)
		tt.change(n)
		before := *n
		out, err := f.Marshal()
		if string(out) != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: %v\n%s", tt.name, err, out)
		}
		if !reflect.DeepEqual(*n, before) || string(f.Source()) != src {
			t.Errorf("%s: the file was changed", tt.name)
		}
	}
	var none *plan.File
	if out, err := none.Marshal(); err == nil {
		t.Errorf("nil: %s", out)
	}
	f, _ := plan.Parse("f.yaml", []byte("a: ["))
	if out, err := f.Marshal(); err == nil {
		t.Errorf("not read: %s", out)
	}
	f, _ = plan.Parse("f.yaml", []byte("kind: thong-bao\nbody: Nghỉ.\n"))
	f.Value.(*plan.General).Body = "Nghỉ lễ."
	if out, err := f.Marshal(); string(out) != "kind: thong-bao\nbody: Nghỉ lễ.\n" {
		t.Errorf("without a version: %s, %v", out, err)
	}
	f, _ = plan.Parse("f.yaml", []byte(src))
	f.Value = &plan.Plan{Body: "Nghỉ."}
	if out, err := f.Marshal(); string(out) != "kind: ke-hoach\nversion: 1\n# x\nbody: Nghỉ.\n" {
		t.Errorf("another value: %s, %v", out, err)
	}
	f.Value = new(plan.Signer)
	if out, err := f.Marshal(); err == nil {
		t.Errorf("no file's value: %s", out)
	}
}

// FuzzMarshalFile: whatever file is read and changed, what is written reads as the value;
// or it is refused as a file in which the change cannot be written.
func FuzzMarshalFile(f *testing.F) {
	_, all := editable(f)
	for _, src := range all {
		f.Add(src, uint64(len(src)))
	}
	f.Fuzz(func(t *testing.T, src []byte, seed uint64) {
		file, _ := plan.Parse("f.yaml", src)
		if file.Value == nil {
			return
		}
		before, err := file.Marshal()
		if err != nil || !bytes.Equal(before, src) {
			t.Fatalf("unchanged: %v\n%q\nwas\n%q", err, before, src)
		}
		_, _, err = edited(t, "f.yaml", src, seed, 1+int(seed%4))
		var list diag.List
		if err != nil && (!errors.As(err, &list) ||
			list[0].Rule != plan.RuleAlias && list[0].Rule != plan.RuleShape && list[0].Rule != plan.RuleKind) {
			t.Error(err)
		}
	})
}

// TestMarshalFilePasted: a file in which pasted text was mended keeps that text to the byte
// when something else changes.
func TestMarshalFilePasted(t *testing.T) {
	const src = "kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n" +
		"subject: Nghỉ lễ\nbody: |\n\tMột\vHai\n    \tBa\nsigner: {position: Chủ tịch, name: Nguyễn Văn An}\n"
	for _, end := range []string{"\n", "\r\n", "\r"} {
		src := strings.ReplaceAll(src, "\n", end)
		f, found := plan.Parse("a.yaml", []byte(src))
		if found.HasErrors() {
			t.Fatal(found)
		}
		f.Value.(*plan.General).Subject = "Nghỉ Tết"
		out, err := f.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Replace(src, "Nghỉ lễ", "Nghỉ Tết", 1); string(out) != want {
			t.Errorf("%q: %q, want %q", end, out, want)
		}
	}
}

// TestMarshalEmptyLists: a struct that has nothing but empty lists is left out.
func TestMarshalEmptyLists(t *testing.T) {
	c := plan.Criteria{General: plan.CriteriaGroup{Text: "Một."}, ByField: plan.CriteriaGroup{Criteria: []plan.Criterion{}}}
	b, err := plan.Marshal(&plan.PlanSection{Criteria: &c})
	if err != nil || strings.Contains(string(b), "by_field") {
		t.Errorf("%v\n%s", err, b)
	}
}
