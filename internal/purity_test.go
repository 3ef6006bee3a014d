package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Only the command may use these: the library prints nothing, reads neither
// clock nor environment, and draws no lots, so that the same input gives the
// same bytes.
var commandOnly = []string{
	"fmt.Print", "fmt.Printf", "fmt.Println",
	"os.Args", "os.Stdin", "os.Stdout", "os.Stderr", "os.Exit",
	"os.Environ", "os.ExpandEnv", "os.Getenv", "os.LookupEnv", "os.Setenv",
	"os.Hostname", "os.Getwd", "os.UserHomeDir", "os.Getpid",
	"runtime.SetFinalizer", "runtime.AddCleanup",
	"time.Local", "time.LoadLocation",
	"time.Now", "time.Since", "time.Until", "time.Sleep",
	"time.After", "time.AfterFunc", "time.NewTicker", "time.NewTimer", "time.Tick",
}

// Packages that have no business in the library at all.
var commandImports = []string{
	"C", "crypto/rand", "flag", "log", "log/slog", "math/rand", "math/rand/v2",
	"net", "net/http", "os/exec", "os/signal", "plugin", "syscall", "unsafe",
}

// Types whose package variables would be hidden state. A sync.Pool is none:
// what comes out of it is as good as new.
var statefulTypes = []string{
	"sync.Map", "sync.Mutex", "sync.RWMutex", "atomic.Bool", "atomic.Int32", "atomic.Int64",
	"atomic.Pointer", "atomic.Uint32", "atomic.Uint64", "atomic.Value",
}

// programs talk to the system: the command, what runs outside judges in tests, what
// sets flags of tests, and locks.
var programs = []string{"cmd/vanban", "docgen/internal/parity", "internal/fuzzing", "internal/filelock"}

// memos are package variables that only save time: what they hold depends on
// nothing but the key.
var memos = []string{
	"internal/record.records", // struct tags, by type
}

// ofServe is what the handler of requests may use beside the rest of the library.
var ofServe = []string{"net", "net/http", "time.Now", "time.Since", "time.AfterFunc", "time.NewTimer"}

// clients open what an address names: nothing of the library, the handler of requests least
// of all, does.
var clients = []string{
	"net/http.Client", "net/http.DefaultClient", "net/http.DefaultTransport", "net/http.Transport", "net/http.NewRequest",
	"net/http.NewRequestWithContext", "net/http.Get", "net/http.Head", "net/http.Post", "net/http.PostForm",
	"net/http.FileServer", "net/http.Dir", "net/http.ServeFile",
	"net.Dial", "net.DialTimeout", "net.Dialer", "net.Listen", "net.ResolveIPAddr", "net.LookupHost", "net.LookupIP", "net.Resolver",
}

func TestLibraryIsPure(t *testing.T) {
	fset := token.NewFileSet()
	for _, p := range list(t, "./...") {
		name, _ := short(p.ImportPath)
		var files []*ast.File
		for _, f := range p.GoFiles {
			file, err := parser.ParseFile(fset, filepath.Join(p.Dir, f), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
		say := func(at token.Pos, format string, args ...any) {
			place := fset.Position(at)
			t.Errorf("%s/%s:%d: %s", name, filepath.Base(place.Filename), place.Line, fmt.Sprintf(format, args...))
		}
		for _, f := range files {
			checkComments(f, say)
			if !slices.Contains(programs, name) && !isExample(name) {
				checkUse(f, name == "docgen/serve", say)
			}
		}
		checkGlobals(name, files, say)
	}
}

type sayer func(at token.Pos, format string, args ...any)

// checkComments looks for work left undone.
func checkComments(f *ast.File, say sayer) {
	for _, group := range f.Comments {
		for _, c := range group.List {
			for _, mark := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X"} {
				if strings.Contains(c.Text, mark) {
					say(c.Pos(), "a comment says %s", mark)
				}
			}
		}
	}
}

// checkUse looks for what only the command may use. serves: the package is docgen/serve.
func checkUse(f *ast.File, serves bool, say sayer) {
	refused := func(use string, of []string) bool {
		return slices.Contains(of, use) && !(serves && slices.Contains(ofServe, use))
	}
	names := make(map[string]string) // local name to import path
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if refused(path, commandImports) || serves && path == "os" {
			say(spec.Pos(), "imports %s", path)
		}
		local := path[strings.LastIndex(path, "/")+1:]
		if spec.Name != nil {
			local = spec.Name.Name
		}
		names[local] = path
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok {
				if use := names[x.Name] + "." + sel.Sel.Name; refused(use, commandOnly) || slices.Contains(clients, use) {
					say(sel.Pos(), "uses %s", use)
				}
			}
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if x, ok := call.Fun.(*ast.Ident); ok && (x.Name == "print" || x.Name == "println") {
				say(call.Pos(), "uses %s", x.Name)
			}
		}
		return true
	})
}

// checkGlobals looks for package variables that change after they were made.
// It goes by names, and spares the names that a function declares itself.
func checkGlobals(pkg string, files []*ast.File, say sayer) {
	globals := make(map[string]bool)
	for _, f := range files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				v := spec.(*ast.ValueSpec)
				for _, id := range v.Names {
					globals[id.Name] = id.Name != "_"
				}
				if sel, ok := v.Type.(*ast.SelectorExpr); ok && !slices.Contains(memos, pkg+"."+v.Names[0].Name) {
					if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(statefulTypes, x.Name+"."+sel.Sel.Name) {
						say(v.Pos(), "package variable of type %s.%s", x.Name, sel.Sel.Name)
					}
				}
			}
		}
	}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			if fn.Recv == nil && fn.Name.Name == "init" {
				say(fn.Pos(), "has an init function")
			}
			local := declared(fn)
			change := func(e ast.Expr) {
				if id := rootOf(e); id != nil && globals[id.Name] && !local[id.Name] {
					say(e.Pos(), "changes the package variable %s", id.Name)
				}
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					if n.Tok != token.DEFINE {
						for _, e := range n.Lhs {
							change(e)
						}
					}
				case *ast.IncDecStmt:
					change(n.X)
				case *ast.CallExpr:
					if x, ok := n.Fun.(*ast.Ident); ok && (x.Name == "delete" || x.Name == "clear") && len(n.Args) > 0 {
						change(n.Args[0])
					}
				}
				return true
			})
		}
	}
}

// declared gives the names that a function declares anywhere in it.
func declared(fn *ast.FuncDecl) map[string]bool {
	names := make(map[string]bool)
	fields := func(list *ast.FieldList) {
		if list == nil {
			return
		}
		for _, f := range list.List {
			for _, id := range f.Names {
				names[id.Name] = true
			}
		}
	}
	fields(fn.Recv)
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncType:
			fields(n.Params)
			fields(n.Results)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				for _, e := range n.Lhs {
					if id, ok := e.(*ast.Ident); ok {
						names[id.Name] = true
					}
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if id, ok := e.(*ast.Ident); ok {
					names[id.Name] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

// rootOf gives the variable that an assignment to e changes, if it names one.
func rootOf(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}
