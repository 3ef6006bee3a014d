package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mostPublic is how many names at the top level of public packages there may be: what
// other software needs, and a reader can still survey. Methods and fields are not counted,
// and neither are the packages for people's own files and for the network.
const mostPublic = 445

var notCounted = []string{"docgen/draft", "docgen/fill", "docgen/serve"}

func TestPublicNames(t *testing.T) {
	names := publicNames(t)
	sum := 0
	for _, pkg := range slices.Sorted(maps.Keys(names)) {
		t.Logf("%4d %s", len(names[pkg]), pkg)
		if !slices.Contains(notCounted, pkg) {
			sum += len(names[pkg])
		}
	}
	t.Logf("%4d in all", sum)
	if sum > mostPublic {
		t.Errorf("%d public names, want at most %d: keep to themselves what no other package and no document needs", sum, mostPublic)
	}
}

// publicNames lists the exported names at the top level of the public packages.
func publicNames(t *testing.T) map[string][]string {
	t.Helper()
	names := make(map[string][]string)
	for _, p := range list(t, "./...") {
		name, _ := short(p.ImportPath)
		if strings.Contains(name, "internal") || strings.HasPrefix(name, "cmd/") || isExample(name) {
			continue
		}
		add := func(id *ast.Ident) {
			if id.IsExported() {
				names[name] = append(names[name], id.Name)
			}
		}
		for _, f := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, f), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Recv == nil {
						add(d.Name)
					}
				case *ast.GenDecl:
					for _, spec := range d.Specs {
						switch spec := spec.(type) {
						case *ast.TypeSpec:
							add(spec.Name)
						case *ast.ValueSpec:
							for _, id := range spec.Names {
								add(id)
							}
						}
					}
				}
			}
		}
	}
	return names
}
