package fill

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/internal/carrier"
	pictures "github.com/vanban-go/vanban/docgen/internal/picture"
	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Template is a Word file with fields, read once. It may be filled by any number of goroutines
// at once.
type Template struct {
	name  string
	main  string
	parts []part
	refs  []*ref
	lost  []lostField
	found diag.List
	taken map[string]map[int]bool

	places    map[*node]*place // of paragraphs
	numbering *numbering       // nil: there is none
	styles    styles
	notes     []*notes
	checked   pictures.Checked
}

// part is a part of the package; tree is nil for one without fields.
type part struct {
	name   string
	src    []byte
	tree   *node
	packed func() (*carrier.Packed, error) // src as it lies in every filled file
}

// Bounds of a template.
const (
	maxPart = 32 << 20
	maxAll  = 128 << 20
)

// Parse reads a template; name is for findings alone. What is wrong with its fields is a
// diag.List of all mistakes, beside a Template whose Fields can be asked for and whose Execute
// reports them once more, with those of the data. Without a Template the file is none.
func Parse(name string, r io.ReaderAt, size int64) (*Template, error) {
	t := &Template{name: name, taken: make(map[string]map[int]bool), places: make(map[*node]*place)}
	p, err := ooxml.Open(r, size, ooxml.Bounds{})
	if err != nil {
		return nil, t.packageError(err)
	}
	main, err := p.Main(ooxml.Word)
	if err != nil {
		return nil, t.packageError(err)
	}
	if strings.Contains(main.ContentType, "macroEnabled") {
		return nil, diag.List{(&place{file: name}).finding(RulePackage, "tệp có macro (.docm, .dotm), không dùng làm mẫu", "",
			"mở bằng Word rồi lưu thành .docx")}
	}
	t.main = main.Name
	left := int64(maxAll)
	for _, o := range p.Parts() {
		src, err := o.Bytes(min(maxPart, left))
		if err != nil {
			return nil, t.packageError(err)
		}
		left -= int64(len(src))
		t.parts = append(t.parts, part{name: o.Name, src: src})
	}
	relations, err := p.Relations(main.Name)
	if err != nil {
		return nil, t.packageError(err)
	}
	stories := []string{main.Name}
	for _, r := range relations {
		switch r.Type {
		case "header", "footer", "footnotes", "endnotes":
			if o := p.Part(r.Target); o != nil && !r.External && !slices.Contains(stories, o.Name) {
				stories = slices.Insert(stories, 0, o.Name) // the text leads to notes: it comes last
			}
		}
	}
	for _, r := range relations {
		switch r.Type {
		case "numbering":
			err = t.readNumbering(r.Target)
		case "styles":
			err = t.readStyles(r.Target)
		case "settings":
			err = t.dropSource(r.Target)
		}
		if err != nil {
			return nil, err
		}
	}
	t.styles.numbering = t.numbering
	if err := t.asDocument(); err != nil {
		return nil, err
	}
	for _, part := range p.Parts() {
		if err := t.leads(p, part.Name); err != nil {
			return nil, err
		}
	}
	for _, name := range stories {
		if err := t.story(t.part(name)); err != nil {
			return nil, err
		}
	}
	t.unfilled(stories)
	t.nameLost()
	for i := range t.parts {
		t.parts[i].packed = sync.OnceValues(func() (*carrier.Packed, error) { return carrier.Pack(t.parts[i].src) })
	}
	t.found.Sort()
	if !t.found.HasErrors() && len(t.refs) == 0 {
		t.found.Add((&place{file: name}).warning(RuleField, "mẫu không có trường nào để điền", "",
			"viết {{Tên trường}} ở những chỗ cần điền"))
	}
	return t, t.found.Err()
}

// part gives a part by its name.
func (t *Template) part(name string) *part {
	i := slices.IndexFunc(t.parts, func(p part) bool { return strings.EqualFold(p.name, name) })
	if i < 0 {
		return nil
	}
	return &t.parts[i]
}

// tree reads the XML of a part; nil where there is none.
func (t *Template) tree(p *part) (*node, error) {
	if p == nil {
		return nil, nil
	}
	tree, err := parse(ooxml.Text(string(p.src)))
	if err != nil {
		return nil, t.packageError(&ooxml.Error{Why: ooxml.Broken, Part: p.name, Err: err})
	}
	return tree, nil
}

// story reads a part with text.
func (t *Template) story(p *part) error {
	tree, err := t.tree(p)
	if err != nil {
		return err
	}
	taken(tree, t.taken)
	b := &builder{file: t.name, part: p.name, found: &t.found, styles: &t.styles}
	own := readNotes(p.name, tree)
	t.notes = append(t.notes, own...)
	if p.name == t.main {
		for _, s := range t.notes {
			s.link(tree)
		}
	}
	b.tracked(tree)
	b.build(tree)
	b.beyond(tree)
	maps.Copy(t.places, b.places)
	t.refs = append(t.refs, b.refs...)
	t.lost = append(t.lost, b.lost...)
	if tree.live || own != nil {
		p.tree = tree
	}
	return nil
}

// packageError makes a finding of why a file cannot be read.
func (t *Template) packageError(err error) error { return diag.List{word.Finding(t.name, err)} }

// Findings are what is to be known of the template beside its mistakes, and those.
func (t *Template) Findings() diag.List {
	return zero.Or(t).found.Clone()
}

// Execute fills the template and writes the Word file. With mistakes in the template or the
// data nothing is written, and the error is a diag.List of all of them.
func (t *Template) Execute(w io.Writer, d *Data) error {
	parts, err := t.fill(d)
	if err != nil {
		return err
	}
	if w == nil {
		return errors.New("fill: no writer")
	}
	for i, p := range t.parts {
		if p.tree != nil || len(p.src) == 0 || len(parts[i].Content) != len(p.src) || &parts[i].Content[0] != &p.src[0] {
			continue
		}
		if parts[i].Packed, err = p.packed(); err != nil {
			return fmt.Errorf("pack %s: %w", p.name, err)
		}
	}
	if err := carrier.Write(w, t.main, parts); err != nil {
		return fmt.Errorf("write filled template: %w", err)
	}
	return nil
}

// Check finds what Execute would, and writes nothing.
func (t *Template) Check(d *Data) error {
	_, err := t.fill(d)
	return err
}

// fill gives the parts of the filled file.
func (t *Template) fill(d *Data) ([]carrier.Part, error) {
	if t == nil {
		return nil, errors.New("fill: no template")
	}
	if d == nil || len(d.records) == 0 {
		d = &Data{records: []*set{{}}}
	}
	x := newExec(t, d)
	for _, f := range t.found {
		if f.Level == diag.Error {
			x.add(f)
			x.broken = x.broken || f.Rule == RuleRepeat
		}
	}
	parts := make([]carrier.Part, len(t.parts))
	write := func(i int) {
		p := t.parts[i]
		x.out = make([]byte, 0, len(p.src)+len(p.src)/4)
		x.begin(p.name)
		x.node(p.tree)
		parts[i].Content = x.out
	}
	for i, p := range t.parts {
		parts[i] = carrier.Part{Name: p.name, Content: p.src}
		if p.name == t.main && p.tree != nil {
			write(i) // notes are written with the text
		}
	}
	for i, p := range t.parts {
		if p.name != t.main && p.tree != nil {
			write(i)
		}
	}
	if len(x.nums) > 0 {
		i := slices.IndexFunc(parts, func(p carrier.Part) bool { return p.Name == t.numbering.part })
		parts[i].Content = t.numbering.with(x.nums)
	}
	if x.full {
		x.add((&place{file: t.name}).finding(RuleValue, fmt.Sprintf("văn bản lớn hơn %d MB", maxOutput>>20), "",
			"bớt dữ liệu, hoặc chia thành nhiều văn bản"))
	}
	if used := max(x.reached, 0) + 1; used < len(d.records) {
		x.leftover(used)
	}
	if x.found.HasErrors() {
		x.found.Sort()
		return nil, x.found
	}
	return x.embedded(parts), nil
}
