package docgen

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
	"github.com/vanban-go/vanban/templates"
)

// wording is the templates of an office, parsed once. Safe for concurrent use.
type wording struct {
	t *template.Template
}

// Functions that templates may call beside those of text/template.
var wordingFuncs = template.FuncMap{
	"_print": printValue,
	"count":  vi.Count,                                             // 8 -> "08"
	"words":  func(n int) string { return vi.Words(int64(n)) },     // 8 -> "tám"
	"number": func(n int) string { return vi.FormatInt(int64(n)) }, // 1500 -> "1.500"
	"upper":  vi.Upper,                                             // CẨM HÒA
	"first":  vi.UpperFirst,                                        // "tám" -> "Tám"
}

// builtInWording is the built-in templates, parsed once for all.
var builtInWording = sync.OnceValues(func() (*wording, error) {
	w := newWording()
	names, err := wordingNames(templates.FS)
	if err != nil {
		return nil, err
	}
	return w, w.read(templates.FS, names, func([]wordingFile) diag.List { return nil })
})

func newWording() *wording {
	return &wording{template.New("").Option("missingkey=error").Funcs(tmpl.Funcs()).Funcs(wordingFuncs)}
}

// wordingFile is a file of templates, read.
type wordingFile struct {
	name, stem, src string
	t               *template.Template
}

// calls adds the blocks that a file's templates call, by their names with their files.
func (f wordingFile) calls(add func(block string)) {
	for _, b := range f.t.Templates() {
		if b.Tree == nil {
			continue
		}
		tmpl.Walk(b.Tree.Root, func(n parse.Node) {
			if call, ok := n.(*parse.TemplateNode); ok {
				add(call.Name)
			}
		})
	}
}

// opens is the action that a block begins with.
var opens = pattern.New("\\{\\{(?:-\\s)?\\s*define\\s*[\"`]")

// line is that on which a block is opened: what it holds may begin further down.
func (f wordingFile) line(b *template.Template) int {
	before := f.src[:min(int(b.Tree.Root.Pos), len(f.src))]
	if all := opens.FindAllStringIndex(before, -1); len(all) > 0 {
		before = before[:all[len(all)-1][0]]
	}
	return 1 + strings.Count(before, "\n")
}

// spareOf reports whether a file looks like a copy of another one that someone kept: its name has
// the whole name of the other in it.
func spareOf(stem, other string) bool { return stem != other && strings.Contains(stem, other) }

// wordingNames lists the files of templates in a folder. What systems put there hidden, such as
// ._giay-moi.tmpl, is none.
func wordingNames(fsys fs.FS) ([]string, error) {
	names, err := fs.Glob(fsys, "*.tmpl")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, ".") }), nil
}

// readWording parses the templates of own over the built-in ones. A file of own replaces the
// built-in file of the same name; own may be nil. Problems in a template are findings at its file
// and line. What kinds from outside ask for is theirs to know: with them, names are not looked at.
func readWording(own fs.FS, outside bool) (*wording, error) {
	builtIn, err := builtInWording()
	if err != nil || own == nil {
		return builtIn, err
	}
	names, err := wordingNames(own)
	if err != nil {
		return nil, err
	}
	w := newWording()
	for _, b := range builtIn.t.Templates() {
		stem, _, _ := strings.Cut(b.Name(), "/")
		if slices.Contains(names, stem+".tmpl") {
			continue
		}
		if _, err := w.t.AddParseTree(b.Name(), b.Tree); err != nil {
			return nil, fmt.Errorf("add template %s: %w", b.Name(), err)
		}
	}
	return w, w.read(own, names, func(files []wordingFile) (found diag.List) {
		for i := range files {
			if !outside {
				found = append(found, builtIn.replaced(files, i)...)
			}
		}
		return found
	})
}

// replaced finds what keeps the blocks of one of an office's files from taking the place of the
// built-in ones: a name that no file has and none calls, blocks that are not there, blocks that
// nothing asks for, and fields that no block sees.
func (w *wording) replaced(own []wordingFile, at int) (found diag.List) {
	f := own[at]
	var files, blocks []string
	for _, b := range w.t.Templates() {
		file, block, _ := strings.Cut(b.Name(), "/")
		files = append(files, file+".tmpl")
		if file == f.stem {
			blocks = append(blocks, block)
		}
	}
	used := make(map[string]bool)
	shared := false // with another file
	for i, o := range own {
		o.calls(func(block string) {
			used[block] = true
			shared = shared || i != at && strings.HasPrefix(block, f.stem+"/")
		})
	}
	slices.Sort(blocks)
	if len(blocks) == 0 {
		if shared {
			return nil
		}
		slices.Sort(files)
		d := misnamed(diag.Pos{File: f.name}, "tệp", f.name, slices.Compact(files))
		if slices.ContainsFunc(own, func(o wordingFile) bool { return o.name == d.Expected || spareOf(f.stem, o.stem) }) {
			d.Expected, d.Fix = "", "bỏ tệp này khỏi thư mục, hoặc đổi tên cho khỏi có đuôi .tmpl"
		}
		return diag.List{d}
	}
	for _, b := range f.t.Templates() {
		if b.Tree != nil && b.Name() != f.name && !slices.Contains(blocks, b.Name()) && !used[f.stem+"/"+b.Name()] {
			found.Add(misnamed(diag.Pos{File: f.name, Line: f.line(b), Column: 1}, "đoạn", b.Name(), blocks))
		}
	}
	for _, block := range blocks {
		if b := f.t.Lookup(block); b == nil || b.Tree == nil {
			found.Add(noBlock(f.stem + "/" + block))
		}
	}
	if shared { // the fields of whoever calls it
		return found
	}
	return append(found, unknownFields(f)...)
}

// misnamed is the finding about a file or block that takes the place of none.
func misnamed(at diag.Pos, what, name string, names []string) *diag.Diagnostic {
	d := &diag.Diagnostic{Pos: at, Rule: ruleTemplate, Found: name,
		Message: fmt.Sprintf("mẫu câu không có %s nào tên %q", what, name), Fix: "các tên có: " + strings.Join(names, ", ")}
	if near := diag.Nearest(vi.Lower(name), names); near != "" {
		d.Expected, d.Fix = near, fmt.Sprintf("có phải %q?", near)
	}
	return d
}

// noBlock is the finding that a template lacks a block.
func noBlock(block string) *diag.Diagnostic {
	file, _, _ := strings.Cut(block, "/")
	return &diag.Diagnostic{Pos: diag.Pos{File: file + ".tmpl"}, Rule: ruleNoBlock,
		Message: fmt.Sprintf("không có mẫu câu %q", block), Found: block}
}

// read adds the templates of files in a folder. check finds what is wrong with files that can
// all be read.
func (w *wording) read(fsys fs.FS, names []string, check func([]wordingFile) diag.List) error {
	var found diag.List
	var files []wordingFile
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read template: %w", err)
		}
		if !utf8.Valid(src) {
			found.Add(&diag.Diagnostic{Pos: diag.Pos{File: name}, Rule: ruleTemplate, Message: "tệp mẫu câu không phải UTF-8",
				Fix: "lưu lại tệp với bảng mã UTF-8"})
			continue
		}
		text := vi.NFC(string(src))
		t, err := template.New(name).Option("missingkey=error").Funcs(tmpl.Funcs()).Funcs(wordingFuncs).Parse(text)
		if err != nil {
			found.Add(templateFinding(name, err))
			continue
		}
		f := wordingFile{name, strings.TrimSuffix(name, ".tmpl"), text, t}
		for _, b := range t.Templates() {
			if b.Tree != nil {
				renameCalls(b.Tree.Root, f.stem)
			}
		}
		files = append(files, f)
	}
	if found == nil {
		found = check(files)
	}
	for _, f := range files {
		if err := w.add(f); err != nil {
			return err
		}
	}
	found.Sort()
	return found.Err()
}

// add takes in the blocks of a file. They are named "file/block", so that two kinds may both
// have an opening.
func (w *wording) add(f wordingFile) error {
	for _, b := range f.t.Templates() {
		if b.Tree == nil || b.Name() == f.name {
			continue
		}
		tmpl.GuardBetween(b.Tree.Root, "_print")
		if _, err := w.t.AddParseTree(f.stem+"/"+b.Name(), b.Tree); err != nil {
			return fmt.Errorf("add template %s: %w", f.name, err)
		}
	}
	return nil
}

// run gives the text of a block for a view, white space at its ends dropped, and the
// words of values that the template says already: they are left out.
func (w *wording) run(block string, view any) (text string, own []string, d *diag.Diagnostic) {
	t := w.t.Lookup(block)
	if t == nil {
		return "", nil, noBlock(block)
	}
	var b tmpl.Buffer
	if err := t.Execute(&b, view); err != nil {
		file, _, _ := strings.Cut(block, "/")
		return "", nil, templateFinding(file+".tmpl", err)
	}
	text = strings.NewReplacer(openEnd+".", "", openEnd, "").Replace(b.String())
	for {
		before, rest, found := strings.Cut(text, ownOpen)
		if !found {
			return strings.TrimSpace(text), own, nil
		}
		words, after, _ := strings.Cut(rest, ownClose)
		own = append(own, strings.TrimSpace(words))
		text = before + after
	}
}

// Words gives the text of a block of the templates, such as "khen-thuong/subject", in one
// line: with its marks, in which those of the view's plain texts are none. The findings are
// about the template, at its place there, or about words of the view that the template says
// already, without a place.
func (r *Renderer) Words(block string, view any) (plan.Prose, diag.List) {
	if r == nil || r.wording == nil {
		return "", nil
	}
	var found diag.List
	text, own, d := r.wording.run(block, view)
	if d != nil {
		found.Add(d)
	}
	for _, w := range own {
		found.Add(ownWord(w))
	}
	return plan.Prose(markup.Settle(oneLine(text))), found
}

// oneLine joins the lines of a text.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
}

// templateFinding says what is wrong in a template, at the place that text/template names.
func templateFinding(file string, err error) *diag.Diagnostic {
	line, column, message := tmpl.Mistake(err)
	return &diag.Diagnostic{
		Pos:  diag.Pos{File: file, Line: line, Column: max(column, min(line, 1))},
		Rule: ruleTemplate, Message: "mẫu câu viết sai: " + message, Err: err,
	}
}

// What printValue says of a value, in private-use characters that files are refused for.
const (
	openEnd  = "\ue002" // no full stop follows what ends here
	ownOpen  = "\ue003" // words that are left out
	ownClose = "\ue004"
)

// printValue makes what a template prints between two texts plain text, unless it is
// marked. Words that the text before it says already are left out, and so is the mark at
// its end where the text behind it sets one.
func printValue(before, behind string, v any) string {
	switch v := v.(type) {
	case plan.Prose: // its marks are honoured
		return string(v)
	case string:
		own := ""
		if n := doubled(before, v); n > 0 {
			own, v = ownOpen+v[:n]+ownClose, v[n:]
		}
		if behind != "" && strings.IndexByte(".,;", behind[0]) >= 0 {
			rest, open := markup.EndOf(v)
			v = markup.Value(rest)
			if open || strings.HasSuffix(rest, behind[:1]) { // "CP.;"
				v += openEnd
			}
			return own + v
		}
		return own + markup.Value(v)
	}
	return markup.Value(fmt.Sprint(v))
}

// renameCalls makes {{template "x"}} mean the block x of the same file.
func renameCalls(root *parse.ListNode, stem string) {
	tmpl.Walk(root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok && !strings.Contains(call.Name, "/") {
			call.Name = stem + "/" + call.Name
		}
	})
}
