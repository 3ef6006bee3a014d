package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
)

// TestRulesKnown holds the ids of rules in the code against the tables that explain
// reads, both ways: no finding has an id that cannot be explained, no table names a
// rule that nothing finds, and each says what to do.
func TestRulesKnown(t *testing.T) {
	known := make(map[string]bool)
	for _, r := range findingRules() {
		if known[r.ID] || r.Title == "" || r.Help == "" {
			t.Errorf("%s stands twice, or without a title or what to do", r.ID)
		}
		known[r.ID] = true
	}
	used := make(map[string]string)
	id := regexp.MustCompile(`^(plan|award|batch|certificate|decree|doc|docgen|font|form|layout|picture|render|template|text)[.][a-z0-9]+(-[a-z0-9]+)*$`)
	take := func(e ast.Expr, name string) {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && id.MatchString(s) {
			used[s] = name
		}
	}
	for _, dir := range []string{"../../plan", "../../docgen", "../../internal/record", "."} {
		err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.KeyValueExpr:
					key, isKey := n.Key.(*ast.Ident)
					if _, isText := n.Value.(*ast.BasicLit); isKey && isText && key.Name == "Rule" {
						t.Errorf("%s: a rule without a constant", name)
					}
				case *ast.GenDecl:
					if n.Tok == token.CONST {
						for _, s := range n.Specs {
							for _, v := range s.(*ast.ValueSpec).Values {
								take(v, name)
							}
						}
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for s, name := range used {
		if !known[s] {
			t.Errorf("%s: vanban explain does not know %s", name, s)
		}
	}
	for s := range known {
		if used[s] == "" {
			t.Errorf("nothing finds %s", s)
		}
	}
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			if known[r.ID] {
				t.Errorf("%s is a rule of the decree too", r.ID)
			}
		}
	}
}
