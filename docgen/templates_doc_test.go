package docgen

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/templates"
)

// views are the types that the blocks of each file see.
var views = map[string][]string{
	"ke-hoach.tmpl":        {"taskView", "periodView"},
	"bao-cao.tmpl":         {"movementView"},
	"bien-ban.tmpl":        {"minutesView"},
	"cong-dien.tmpl":       {"senderView"},
	"giay-moi.tmpl":        {"invitationView"},
	"giay-gioi-thieu.tmpl": {"introductionView"},
	"giay-nghi-phep.tmpl":  {"leaveView"},
	"khen-thuong.tmpl":     {"dossierView", "meetingView", "cancelView", "amendView", "amendLineView", "amendChangeView"},
}

var (
	definition = regexp.MustCompile(`\{\{-?\s*define "([^"]+)"`)
	blockRow   = regexp.MustCompile("(?m)^\\| `([a-z][a-z0-9-]*)` \\|")
	fieldNamed = regexp.MustCompile("`\\.([A-Za-z.]+)`")
	fieldRow   = regexp.MustCompile("(?m)^\\| `\\.([A-Za-z.]+)` \\|")
)

// TestTemplatesDocument: docs/templates.md lists every file, every block, every
// field that a block sees and every function, and nothing else.
func TestTemplatesDocument(t *testing.T) {
	src, err := os.ReadFile("../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	structs := structsOf(t)
	intro, rest, _ := strings.Cut(string(src), "\n## ke-hoach.tmpl")
	var functions []string
	for name := range wordingFuncs {
		if !strings.HasPrefix(name, "_") {
			functions = append(functions, name)
		}
	}
	same(t, "functions", functions, all(blockRow, intro))

	sections := make(map[string]string)
	for _, s := range strings.Split("ke-hoach.tmpl"+rest, "\n## ") {
		name, text, _ := strings.Cut(s, "\n")
		sections[name] = text
	}
	files, err := fs.Glob(templates.FS, "*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	if len(sections) != len(files) || len(views) != len(files) {
		t.Errorf("%d sections and %d views for %d files", len(sections), len(views), len(files))
	}
	for _, name := range files {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		same(t, name+": blocks", all(definition, string(text)), all(blockRow, sections[name]))
		var fields []string
		for _, v := range views[name] {
			fields = append(fields, fieldsOf(structs, v, "")...)
		}
		same(t, name+": fields", fields, all(fieldRow, sections[name]))
		var names []string
		for _, f := range all(fieldNamed, sections[name]) { // those of rows, and those that some blocks alone see
			names = append(names, strings.Split(f, ".")...)
		}
		slices.Sort(names)
		if names = slices.Compact(names); !slices.Equal(names, seenBy(name)) {
			t.Errorf("%s: its first comment has to say\nTrường: .%s.", name, strings.Join(names, " ."))
		}
	}
}

// TestTemplatesAreUsed: no block stands in the files that nothing prints.
func TestTemplatesAreUsed(t *testing.T) {
	var code strings.Builder
	for _, name := range sources(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	files, err := fs.Glob(templates.FS, "*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range all(definition, string(text)) {
			whole := strings.TrimSuffix(name, ".tmpl") + "/" + block
			if !strings.Contains(code.String(), `"`+whole+`"`) && !strings.Contains(code.String(), `"`+block+`"`) {
				t.Errorf("nothing prints %s", whole)
			}
		}
	}
}

// sources are the files of the packages whose blocks stand in the templates.
func sources(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.go", "season/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, names...)
	}
	return slices.DeleteFunc(all, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}

// structsOf gives the struct types of the packages by their names.
func structsOf(t *testing.T) map[string]*ast.StructType {
	t.Helper()
	structs := make(map[string]*ast.StructType)
	for _, name := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if typ, ok := spec.Type.(*ast.StructType); ok {
					structs[spec.Name.Name] = typ
				}
			}
			return true
		})
	}
	return structs
}

// fieldsOf gives the fields of a view as templates name them.
func fieldsOf(structs map[string]*ast.StructType, view, prefix string) []string {
	var names []string
	for _, f := range structs[view].Fields.List {
		inner, isName := f.Type.(*ast.Ident)
		switch {
		case len(f.Names) == 0:
			names = append(names, fieldsOf(structs, inner.Name, prefix)...)
			continue
		case isName && structs[inner.Name] != nil:
			for _, name := range f.Names {
				names = append(names, fieldsOf(structs, inner.Name, prefix+name.Name+".")...)
			}
			continue
		}
		for _, name := range f.Names {
			names = append(names, prefix+name.Name)
		}
	}
	return names
}

func all(re *regexp.Regexp, text string) []string {
	var found []string
	for _, m := range re.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// same compares two lists as sets, and tells what either lacks.
func same(t *testing.T, what string, want, got []string) {
	t.Helper()
	for _, name := range want {
		if !slices.Contains(got, name) {
			t.Errorf("%s: docs/templates.md lacks %s", what, name)
		}
	}
	for _, name := range got {
		if !slices.Contains(want, name) {
			t.Errorf("%s: docs/templates.md has %s, which does not exist", what, name)
		}
	}
}
