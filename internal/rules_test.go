package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/plan/diag"
)

var (
	ruleName = regexp.MustCompile(`^[rR]ule[A-Z]`)
	ruleID   = regexp.MustCompile(`^[a-z]+[.][a-z0-9]+(-[a-z0-9]+)*$`)
)

// TestRulesKnown holds the ids in the code against the catalogue, both ways: no finding
// has an id that cannot be explained, and the catalogue has no rule that nothing finds.
func TestRulesKnown(t *testing.T) {
	known := make(map[string]bool)
	for _, r := range diag.Rules() {
		if known[r.ID] || !ruleID.MatchString(r.ID) || r.Title == "" || r.Help == "" || len(r.Levels) == 0 {
			t.Errorf("%q stands twice, or without a title, a level or what to do", r.ID)
		}
		if got := diag.RuleOf(r.ID); got.Title != r.Title {
			t.Errorf("%s is found as %q", r.ID, got.ID)
		}
		known[r.ID] = true
	}
	if got := diag.RuleOf("plan.no-such-rule"); got.ID != "" {
		t.Errorf("an unknown id is found as %q", got.ID)
	}
	used, _ := rulesInCode(t)
	for id, name := range used {
		if !known[id] {
			t.Errorf("%s: the catalogue does not have %s", name, id)
		}
	}
	for id := range known {
		if used[id] == "" {
			t.Errorf("nothing finds %s", id)
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

// finding is a level at which a rule is found.
type finding struct {
	id    string
	level diag.Level
}

// rulesInCode returns the ids that constants of the packages hold, each with a file, and
// what findings are written with a rule and a level that can be read off.
func rulesInCode(t *testing.T) (used map[string]string, made map[finding]string) {
	used, made = make(map[string]string), make(map[finding]string)
	ids, others := make(map[string]string), make(map[string]string) // "plan.RuleKey" to id, or to the constant of another package
	var files []*ast.File
	for _, p := range list(t, "./...") {
		for _, f := range p.GoFiles {
			name := filepath.Join(p.Dir, f)
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
			ast.Inspect(file, func(n ast.Node) bool {
				v, ok := n.(*ast.ValueSpec)
				if !ok {
					return true
				}
				for i := range v.Values {
					if !ruleName.MatchString(v.Names[i].Name) && file.Name.Name != "ruleid" {
						continue
					}
					own := file.Name.Name + "." + v.Names[i].Name
					switch value := v.Values[i].(type) {
					case *ast.BasicLit:
						if id, err := strconv.Unquote(value.Value); err == nil && ruleID.MatchString(id) {
							used[id], ids[own] = name, id
						}
					case *ast.SelectorExpr: // another package's, by another name
						others[own] = types.ExprString(value)
					}
				}
				return true
			})
		}
	}
	for own, other := range others {
		ids[own] = ids[other]
	}
	for _, file := range files {
		add := func(rule, level string) {
			if !strings.Contains(rule, ".") {
				rule = file.Name.Name + "." + rule
			}
			if l, known := levels[level]; known && ids[rule] != "" {
				made[finding{ids[rule], l}] = file.Name.Name
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 { // of a method that makes findings
				if method, ok := call.Fun.(*ast.SelectorExpr); ok && makers[method.Sel.Name] != "" {
					add(types.ExprString(call.Args[0]), makers[method.Sel.Name])
				}
			}
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			rule, level := "", "diag.Error"
			for _, e := range lit.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				switch types.ExprString(kv.Key) {
				case "Rule":
					rule = types.ExprString(kv.Value)
					if strings.HasPrefix(rule, `"`) {
						t.Errorf("package %s: the rule %s has no constant", file.Name.Name, rule)
					}
				case "Level":
					level = types.ExprString(kv.Value)
				}
			}
			add(rule, level)
			return true
		})
	}
	return used, made
}

// makers are the methods that make a finding of the rule that they are given first, and its level.
var makers = map[string]string{"finding": "diag.Error", "warning": "diag.Warning"}

var levels = map[string]diag.Level{"diag.Error": diag.Error, "diag.Warning": diag.Warning, "diag.Info": diag.Info}

// TestRuleLevels holds the levels of the catalogue against the findings that the code
// writes down and those in the cases, scripts and documents, both ways.
func TestRuleLevels(t *testing.T) {
	_, made := rulesInCode(t)
	printed := regexp.MustCompile(`(lỗi|cảnh báo|gợi ý) \\?\[([a-z]+\.[a-z0-9-]+)\\?\]:`)
	err := filepath.WalkDir(root(t), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".txtar") && !strings.HasSuffix(name, ".md") {
			return err
		}
		if e.Name() == "CONTRIBUTING.md" { // its recipes add rules
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range printed.FindAllStringSubmatch(string(src), -1) {
			for _, l := range levels {
				if l.Term() == m[1] {
					made[finding{m[2], l}] = name
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []finding{ // whose rule or level is a variable
		{"award.standard-not-met", diag.Error}, {"award.standard-not-met", diag.Warning}, {"award.cancellation",
			diag.Error}, {"award.amending", diag.Warning},
		{"award.unknown-award", diag.Warning}, {"award.namesake", diag.Error}, {"award.dossier", diag.Error}, {"award.dossier", diag.Warning},
		{"award.duplicate", diag.Error}, {"award.duplicate", diag.Warning},
		{"batch.double", diag.Error}, {"plan.too-deep", diag.Error}, {"text.block-in-line", diag.Error},
		{"word.format", diag.Error}, {"word.password", diag.Error}, {"word.broken", diag.Error}, {"word.too-large", diag.Error},
	} {
		made[f] = "by hand"
	}
	for f, name := range made {
		if !slices.Contains(diag.RuleOf(f.id).Levels, f.level) {
			t.Errorf("%s: %s is found at level %s; the catalogue has %v", name, f.id, f.level, diag.RuleOf(f.id).Levels)
		}
	}
	for _, r := range diag.Rules() {
		for _, l := range r.Levels {
			if made[finding{r.ID, l}] == "" {
				t.Errorf("%s is nowhere found at level %s", r.ID, l)
			}
		}
	}
}
