package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// TestLongTags: each row of the table of long tags is one of a field that has no such tag itself.
func TestLongTags(t *testing.T) {
	table, err := os.ReadFile("record/tags.txt")
	if err != nil {
		t.Fatal(err)
	}
	told := make(map[string]bool)
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(parts) < 3 {
			t.Errorf("%q is no row", line)
			continue
		}
		at, name := parts[0], parts[1]
		tag, ok := fieldTags(t, filepath.Dir(at)+"/"+strings.Split(filepath.Base(at), ".")[0])[filepath.Base(at)]
		if _, own := tag.Lookup(name); !ok || own || told[at+name] {
			t.Errorf("%s %s: there is a field: %t; it has its own: %t; told before: %t", at, name, ok, own, told[at+name])
		}
		told[at+name] = true
	}
}

// fieldTags returns the tags of the fields of a package's types, by package, type and field.
func fieldTags(t *testing.T, dir string) map[string]reflect.StructTag {
	files, err := filepath.Glob(filepath.Join("..", dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	tags := make(map[string]reflect.StructTag)
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if s, ok := spec.Type.(*ast.StructType); ok {
					for _, field := range s.Fields.List {
						for _, id := range field.Names {
							text := ""
							if field.Tag != nil {
								text, _ = strconv.Unquote(field.Tag.Value)
							}
							tags[f.Name.Name+"."+spec.Name.Name+"."+id.Name] = reflect.StructTag(text)
						}
					}
				}
			}
			return true
		})
	}
	return tags
}
