package pattern

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestMethods: a pattern answers as the expression that it was made of, whoever asks first.
func TestMethods(t *testing.T) {
	const expr, s = `(\d+)-(\pL)`, "số 12-QĐ và 7-K, x"
	p, re := New(expr), regexp.MustCompile(expr)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			upper := strings.ToUpper
			for name, pair := range map[string][2]any{
				"String":                     {p.String(), re.String()},
				"MatchString":                {p.MatchString(s), re.MatchString(s)},
				"FindString":                 {p.FindString(s), re.FindString(s)},
				"FindStringSubmatch":         {p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
				"FindStringSubmatchIndex":    {p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
				"ReplaceAllString":           {p.ReplaceAllString(s, "$2"), re.ReplaceAllString(s, "$2")},
				"Split":                      {p.Split(s, -1), re.Split(s, -1)},
				"FindAllString":              {p.FindAllString(s, 1), re.FindAllString(s, 1)},
				"FindAllStringIndex":         {p.FindAllStringIndex(s, -1), re.FindAllStringIndex(s, -1)},
				"FindAllStringSubmatch":      {p.FindAllStringSubmatch(s, -1), re.FindAllStringSubmatch(s, -1)},
				"FindAllStringSubmatchIndex": {p.FindAllStringSubmatchIndex(s, -1), re.FindAllStringSubmatchIndex(s, -1)},
				"ReplaceAllStringFunc":       {p.ReplaceAllStringFunc(s, upper), re.ReplaceAllStringFunc(s, upper)},
			} {
				if !reflect.DeepEqual(pair[0], pair[1]) {
					t.Errorf("%s: %v, want %v", name, pair[0], pair[1])
				}
			}
		})
	}
	wg.Wait()
}

// TestAllCompile: each pattern of the program can be compiled, though nothing is before it is used.
func TestAllCompile(t *testing.T) {
	files := make(map[string][]*ast.File) // by folder
	set := token.NewFileSet()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		files[filepath.Dir(path)] = append(files[filepath.Dir(path)], f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	constants := make(map[string]ast.Expr) // by package and name
	for dir, list := range files {
		for _, f := range list {
			ast.Inspect(f, func(n ast.Node) bool {
				if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == len(v.Names) {
					for i, name := range v.Names {
						constants[filepath.Base(dir)+"."+name.Name] = v.Values[i]
					}
				}
				return true
			})
		}
	}
	seen := 0
	for dir, list := range files {
		for _, f := range list {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 || nameOf(call.Fun, "") != "pattern.New" {
					return true
				}
				seen++
				expr, err := textOf(call.Args[0], filepath.Base(dir), constants)
				if err == nil {
					_, err = regexp.Compile(expr)
				}
				if err != nil {
					t.Errorf("%v: %v", set.Position(call.Pos()), err)
				}
				return true
			})
		}
	}
	if seen < 100 {
		t.Errorf("only %d patterns were found", seen)
	}
}

// nameOf is a name with that of its package.
func nameOf(e ast.Expr, pkg string) string {
	switch e := e.(type) {
	case *ast.Ident:
		return pkg + "." + e.Name
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok {
			return of.Name + "." + e.Sel.Name
		}
	}
	return ""
}

// textOf is the value of a constant text.
func textOf(e ast.Expr, pkg string, constants map[string]ast.Expr) (string, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.Unquote(e.Value)
	case *ast.BinaryExpr:
		x, err := textOf(e.X, pkg, constants)
		if err != nil {
			return "", err
		}
		y, err := textOf(e.Y, pkg, constants)
		return x + y, err
	}
	name := nameOf(e, pkg)
	if v := constants[name]; v != nil {
		from, _, _ := strings.Cut(name, ".")
		return textOf(v, from, constants)
	}
	return "", errors.New("an expression that is no constant text")
}
