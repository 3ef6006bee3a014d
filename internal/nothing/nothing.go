// Package nothing is for tests alone: it calls all that a package exports with nothing in
// place of what can be nothing, and looks whether it panics.
package nothing

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// Call calls each exported function of the package in dir, and each exported method of its
// types, with every choice of arguments: nil, a pointer to a zero value, a list of one zero
// value, numbers out of range, and those of the values that fit. A receiver is nil, a zero
// value, or one of the values. Missing from functions or values, a function or a type with
// methods fails the test.
func Call(t *testing.T, dir string, functions, values []any) {
	t.Helper()
	c := &caller{t: t, types: make(map[string]reflect.Type)}
	for _, v := range values {
		c.pool = append(c.pool, reflect.ValueOf(v))
		typ := reflect.TypeOf(v)
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		c.types[typ.Name()] = typ
	}
	given := make(map[string]reflect.Value)
	for _, f := range functions {
		name := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
		given[name[strings.LastIndexByte(name, '.')+1:]] = reflect.ValueOf(f)
	}
	checked := 0
	for _, f := range declared(t, dir) {
		checked++
		name := f.Name.Name
		if f.Recv == nil {
			if fn, ok := given[name]; ok {
				c.call(name, fn)
			} else {
				t.Errorf("%s: the function %s is not called", dir, name)
			}
			continue
		}
		of := f.Recv.List[0].Type
		star, pointer := of.(*ast.StarExpr)
		if pointer {
			of = star.X
		}
		typ := c.types[of.(*ast.Ident).Name]
		if typ == nil {
			t.Errorf("%s: the methods of %s are not called", dir, of.(*ast.Ident).Name)
			continue
		}
		if pointer {
			typ = reflect.PointerTo(typ)
		}
		for _, v := range c.choices(typ) {
			c.call(typ.String()+"."+name, v.MethodByName(name))
		}
	}
	t.Logf("%d functions and methods in %d calls", checked, c.calls)
}

// declared are the exported functions of a package, and the exported methods of its exported
// types.
func declared(t *testing.T, dir string) (all []*ast.FuncDecl) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files: %v", dir, err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() {
				continue
			}
			if f.Recv != nil {
				of := f.Recv.List[0].Type
				if star, ok := of.(*ast.StarExpr); ok {
					of = star.X
				}
				if !of.(*ast.Ident).IsExported() {
					continue
				}
			}
			all = append(all, f)
		}
	}
	return all
}

type caller struct {
	t     *testing.T
	types map[string]reflect.Type // with methods
	pool  []reflect.Value
	calls int
}

// choices are the values of a type that are tried.
func (c *caller) choices(of reflect.Type) (all []reflect.Value) {
	all = append(all, reflect.Zero(of))
	add := func(v reflect.Value) { all = append(all, v.Convert(of)) }
	switch of.Kind() {
	case reflect.Pointer:
		add(reflect.New(of.Elem()))
	case reflect.Slice:
		add(reflect.MakeSlice(of, 1, 1))
	case reflect.Func:
		add(returning(of))
	case reflect.Int, reflect.Int32, reflect.Int64:
		for _, n := range []int64{-1, 1, math.MinInt64, math.MaxInt64} {
			v := reflect.New(of).Elem()
			v.SetInt(n)
			all = append(all, v)
		}
	case reflect.Uint8:
		v := reflect.New(of).Elem()
		v.SetUint(math.MaxUint8)
		all = append(all, v)
	case reflect.Interface:
		for _, v := range c.pool {
			if v.Kind() == reflect.Pointer && !v.IsNil() && v.Type().Implements(of) && of.NumMethod() > 0 && ours(v.Type()) {
				add(reflect.Zero(v.Type()))
			}
		}
	}
	for _, v := range c.pool {
		p := v
		if v.Kind() == reflect.Pointer && v.Type() != of && v.Type().Elem() == of && !v.IsNil() {
			p = v.Elem()
		}
		if p.Type() == of || of.Kind() == reflect.Interface && p.Type().Implements(of) {
			add(p)
		}
	}
	return all
}

// ours are the types of this module: a nil pointer to another's is not theirs to mend.
func ours(p reflect.Type) bool { return strings.Contains(p.Elem().PkgPath(), "/vanban/") }

// returning is a function that returns zero values.
func returning(of reflect.Type) reflect.Value {
	return reflect.MakeFunc(of, func([]reflect.Value) (out []reflect.Value) {
		for i := range of.NumOut() {
			out = append(out, reflect.Zero(of.Out(i)))
		}
		return out
	})
}

// call calls a function with all choices of arguments.
func (c *caller) call(name string, f reflect.Value) {
	c.t.Helper()
	var lists [][]reflect.Value
	for i := range f.Type().NumIn() {
		in := f.Type().In(i)
		if f.Type().IsVariadic() && i == f.Type().NumIn()-1 {
			lists = append(lists, append([]reflect.Value{{}}, c.choices(in.Elem())...))
			continue
		}
		lists = append(lists, c.choices(in))
	}
	args := make([]reflect.Value, len(lists))
	var from func(i int) bool
	from = func(i int) bool {
		if i == len(lists) {
			return c.once(name, f, args)
		}
		for _, v := range lists[i] {
			args[i] = v
			if !from(i + 1) {
				return false
			}
		}
		return true
	}
	from(0)
}

// once calls a function, and goes through the sequences that it returns. It reports a panic,
// and whether there was none.
func (c *caller) once(name string, f reflect.Value, args []reflect.Value) (fine bool) {
	c.t.Helper()
	c.calls++
	if n := len(args); n > 0 && !args[n-1].IsValid() {
		args = args[:n-1]
	}
	defer func() {
		if r := recover(); r != nil {
			var stack [1 << 16]byte
			c.t.Errorf("%s(%s): %v\n%s", name, shown(args), r, site(string(stack[:runtime.Stack(stack[:], false)])))
		}
	}()
	for _, out := range f.Call(args) {
		if out.Kind() == reflect.Func && !out.IsNil() && out.Type().NumIn() == 1 && out.Type().In(0).Kind() == reflect.Func {
			yield := out.Type().In(0)
			out.Call([]reflect.Value{reflect.MakeFunc(yield,
				func([]reflect.Value) []reflect.Value { return []reflect.Value{reflect.ValueOf(true)} })})
		}
	}
	return true
}

// site is the lines of this module nearest to where a panic began.
func site(stack string) string {
	lines := strings.Split(stack[strings.LastIndex(stack, "panic(")+1:], "\n")
	var near []string
	for i, line := range lines {
		if strings.Contains(line, "/vanban/") && !strings.HasPrefix(line, "\t") && i+1 < len(lines) && len(near) < 3 {
			near = append(near, lines[i+1])
		}
	}
	return strings.Join(near, "\n")
}

// shown says what a function was called with.
func shown(args []reflect.Value) string {
	var all []string
	for _, a := range args {
		all = append(all, fmt.Sprintf("%.100v", a))
	}
	return strings.Join(all, ", ")
}
