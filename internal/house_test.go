// Package house tests the promises that hold for the whole module and that no
// compiler checks: who imports whom, what nothing may touch, and that the
// documents tell the truth.
package house

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/vanban-go/vanban"

var floorRow = regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\|")

// floors returns the packages in floor order, ground first, as docs/architecture.md lists
// them: a package imports only those before it.
func floors(t *testing.T) []string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root(t), "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, m := range floorRow.FindAllStringSubmatch(string(page), -1) {
		found = append(found, m[1])
	}
	return found
}

// doors says which packages may import a module of others. What stands behind
// one door can be exchanged.
var doors = map[string][]string{
	"github.com/go-fonts/liberation":       {"docgen/internal/font", "docgen/internal/parity"},
	"github.com/go-pdf/fpdf":               {"docgen/internal/pdf"},
	"github.com/inconshreveable/mousetrap": {"cmd/vanban"},
	"github.com/klauspost/compress":        {"docgen/internal/deflate"},
	"github.com/nguyenthenguyen/docx":      {"docgen/internal/carrier"},
	"github.com/rogpeppe/go-internal":      {"internal/casefile"}, // of tests only
	"github.com/spf13/cobra":               {"cmd/vanban"},
	"github.com/spf13/pflag":               {"cmd/vanban"},
	"github.com/xuri/excelize/v2":          {"docgen/internal/sheet/sheetcase"}, // of tests only
	"golang.org/x/text":                    {"plan/vi", "docgen/internal/sheet", "docgen/internal/font"},
	"gopkg.in/yaml.v3":                     {"internal/record", "docgen/internal/layout/flowcase"},
}

// strangers are packages that stand below one and are none of its business.
var strangers = map[string][]string{
	"docgen": {"plan/award"}, // package season settles what the law of awards says
}

// isExample reports whether a package is a program that shows how to use the
// library: it stands outside the house.
func isExample(name string) bool { return strings.HasPrefix(name, "examples/") }

// pkg is what `go list` says of a package.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	Module     *struct{ Path string }
}

// list runs `go list` in the module's folder.
func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,Imports,Module"}, args...)...)
	cmd.Dir = root(t)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v", args, err)
	}
	var found []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		found = append(found, p)
	}
	return found
}

// root gives the folder of the module.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// short gives an import path of this module without the module's own part.
func short(path string) (string, bool) { return strings.CutPrefix(path, module+"/") }

func TestImportsPointDown(t *testing.T) {
	floors := floors(t)
	seen := make(map[string]bool)
	for _, p := range list(t, "./...") {
		name, ok := short(p.ImportPath)
		if !ok {
			t.Errorf("%s: the module's root holds no package", p.ImportPath)
			continue
		}
		if len(p.GoFiles) == 0 || isExample(name) {
			continue // tests only, or outside
		}
		seen[name] = true
		own := slices.Index(floors, name)
		if own < 0 {
			t.Errorf("%s stands on no floor: put it into the table of docs/architecture.md", name)
			continue
		}
		for _, imp := range p.Imports {
			if other, ok := short(imp); ok && slices.Index(floors, other) >= own {
				t.Errorf("%s imports %s, which stands above it", name, other)
			}
			if other, ok := short(imp); ok && slices.Contains(strangers[name], other) {
				t.Errorf("%s imports %s: that is for those above it", name, other)
			}
			if name == "cmd/vanban" && strings.Contains(imp, module) && strings.Contains(imp, "/internal/") {
				t.Errorf("%s imports %s: what the command needs, other software needs too", name, imp)
			}
		}
	}
	for _, name := range floors {
		if !seen[name] {
			t.Errorf("docs/architecture.md has %s, which does not exist", name)
		}
	}
}

func TestModulesStayBehindTheirDoors(t *testing.T) {
	for _, p := range list(t, "./...") {
		name, _ := short(p.ImportPath)
		if isExample(name) {
			continue
		}
		for _, imp := range p.Imports {
			first, _, _ := strings.Cut(imp, "/")
			if !strings.Contains(first, ".") || strings.HasPrefix(imp, module) {
				continue
			}
			if !mayImport(name, imp) {
				t.Errorf("%s imports %s, which is not its business", name, imp)
			}
		}
	}
}

func mayImport(name, imp string) bool {
	for mod, users := range doors {
		if imp == mod || strings.HasPrefix(imp, mod+"/") {
			return slices.Contains(users, name)
		}
	}
	return false
}

// TestPublicSignatures: nothing public speaks of reflection or of the YAML library, which
// may be exchanged.
func TestPublicSignatures(t *testing.T) {
	for _, p := range list(t, "./...") {
		name, _ := short(p.ImportPath)
		if strings.Contains(name, "internal") || strings.HasPrefix(name, "cmd/") || isExample(name) {
			continue
		}
		for _, f := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, f), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.FileExports(file)
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok {
					f.Body = nil
				}
				ast.Inspect(d, func(n ast.Node) bool {
					if sel, ok := n.(*ast.SelectorExpr); ok {
						if pkg, ok := sel.X.(*ast.Ident); ok && (pkg.Name == "reflect" || pkg.Name == "yaml") {
							t.Errorf("%s/%s: %s.%s is public", name, f, pkg.Name, sel.Sel.Name)
						}
					}
					_, value := n.(*ast.ValueSpec)
					return !value // of which only the names are public
				})
			}
		}
	}
}

func TestNoticeNamesWhatIsLinked(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join(root(t), "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, p := range list(t, "-deps", "./cmd/vanban") {
		if p.Module == nil || p.Module.Path == module || seen[p.Module.Path] {
			continue
		}
		seen[p.Module.Path] = true
		if !strings.Contains(string(notice), "  "+p.Module.Path+" ") {
			t.Errorf("NOTICE does not name %s", p.Module.Path)
		}
	}
	for _, word := range strings.Fields(string(notice)) {
		if strings.HasSuffix(word, ".txt") {
			if _, err := os.Stat(filepath.Join(root(t), "docs", "licenses", word)); err != nil {
				t.Errorf("NOTICE names a licence that is not there: %v", err)
			}
		}
	}
}

// TestTopLevel: nothing stands beside the folders and files that the module is made of.
func TestTopLevel(t *testing.T) {
	known := strings.Fields("CHANGELOG.md CONTRIBUTING.md Containerfile LICENSE NOTICE README.md SECURITY.md " +
		"cmd docgen docs examples go.mod go.sum internal plan templates")
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(known, name) {
			t.Errorf("%s stands at the top level", name)
		}
	}
}
