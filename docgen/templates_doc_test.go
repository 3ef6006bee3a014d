package docgen

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/templates"
)

// views are what the blocks of each file see.
var views = map[string][]any{
	"ke-hoach.tmpl":        {taskView{}, periodView{}},
	"bao-cao.tmpl":         {movementView{}},
	"bien-ban.tmpl":        {minutesView{}},
	"cong-dien.tmpl":       {struct{ Sender string }{}},
	"giay-moi.tmpl":        {invitationView{}},
	"giay-gioi-thieu.tmpl": {introductionView{}},
	"giay-nghi-phep.tmpl":  {leaveView{}},
	"khen-thuong.tmpl":     {dossierView{}, meetingView{}, cancelView{}, amendView{}, amendLineView{}, amendChangeView{}},
}

var (
	definition = regexp.MustCompile(`\{\{-?\s*define "([^"]+)"`)
	blockRow   = regexp.MustCompile("(?m)^\\| `([a-z][a-z0-9-]*)` \\|")
	fieldRow   = regexp.MustCompile("(?m)^\\| `\\.([A-Za-z.]+)` \\|")
)

// TestTemplatesDocument: docs/templates.md lists every file, every block, every
// field that a block sees and every function, and nothing else.
func TestTemplatesDocument(t *testing.T) {
	src, err := os.ReadFile("../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
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
			fields = append(fields, fieldsOf(reflect.TypeOf(v), "")...)
		}
		same(t, name+": fields", fields, all(fieldRow, sections[name]))
	}
}

// TestTemplatesAreUsed: no block stands in the files that nothing prints.
func TestTemplatesAreUsed(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
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

// fieldsOf gives the fields of a view as templates name them.
func fieldsOf(typ reflect.Type, prefix string) []string {
	var names []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		switch {
		case f.Anonymous:
			names = append(names, fieldsOf(f.Type, prefix)...)
		case f.Type.Kind() == reflect.Struct:
			names = append(names, fieldsOf(f.Type, prefix+f.Name+".")...)
		default:
			names = append(names, prefix+f.Name)
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
