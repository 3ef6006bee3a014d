package house

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The recipes of CONTRIBUTING.md are followed word for word, one after another, in a copy
// of the repository. A recipe is a section "Add a ...":
//
//	1. `plan/rule.go`: why     names a file that it touches
//	diff plan/rule.go          a block: what has a + goes where the other lines stand
//	go plan/phieu_muon.go      a block of another kind is the whole file, which is new
//	sh .                       is run in the copy, with the command on PATH

// step is the head of an item that names a file.
var step = regexp.MustCompile("(?m)^[0-9]+\\. `([^`]+)`: ")

func TestRecipes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the module anew")
	}
	if runtime.GOOS == "windows" {
		t.Skip("runs sh")
	}
	t.Setenv("GOFLAGS", "-trimpath -buildvcs=false") // what is built does not depend on the folder
	t.Setenv("GOWORK", "off")
	sections := strings.Split(readDocuments(t)["CONTRIBUTING.md"], "\n## ")
	sections = slices.DeleteFunc(sections, func(s string) bool { return !strings.HasPrefix(s, "Add a ") })
	if len(sections) != 3 {
		t.Fatalf("CONTRIBUTING.md has %d recipes, want 3: a kind, a rule, a format", len(sections))
	}
	dir, bin := copyOfHouse(t), t.TempDir()
	touched := make(map[string]map[string]bool) // by recipe
	before := sums(t, dir)
	for _, s := range sections {
		title, _, _ := strings.Cut(s, "\n")
		touched[title] = make(map[string]bool)
		for _, b := range blocks(s) {
			if b.path != "" && b.kind != "sh" {
				if err := b.apply(dir); err != nil {
					t.Fatalf("%s: %s: %v", title, b.path, err)
				}
			}
		}
		after := sums(t, dir)
		compare(touched[title], before, after)
		before = after
	}
	run(t, dir, "go", "build", "./...")
	run(t, dir, "go", "build", "-o", bin, "./cmd/vanban")
	vet := []string{"vet"}
	for _, s := range sections {
		title, _, _ := strings.Cut(s, "\n")
		for _, b := range blocks(s) {
			if b.path != "" && b.kind == "sh" {
				if err := b.run(t, dir, bin); err != "" {
					t.Errorf("%s: %s", title, err)
				}
			}
		}
		after := sums(t, dir)
		compare(touched[title], before, after)
		before = after
		named := make(map[string]bool)
		for _, m := range step.FindAllStringSubmatch(s, -1) {
			named[m[1]] = true
		}
		for name := range named {
			if !touched[title][name] {
				t.Errorf("%s: names %s, which is not touched", title, name)
			}
		}
		for name := range touched[title] {
			if !named[name] {
				t.Errorf("%s: touches %s, which it does not name", title, name)
			}
			if pkg := "./" + path.Dir(name); strings.HasSuffix(name, ".go") && !slices.Contains(vet, pkg) {
				vet = append(vet, pkg)
			}
		}
	}
	run(t, dir, "go", vet...)
}

// apply puts the piece of a recipe into its file.
func (b block) apply(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(b.path))
	if b.kind != "diff" {
		if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
			return errors.New("is there already")
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, []byte(b.text), 0o644)
	}
	var before, after strings.Builder
	for line := range strings.Lines(b.text) {
		switch line[0] {
		case '+':
			after.WriteString(line[1:])
		case ' ':
			before.WriteString(line[1:])
			after.WriteString(line[1:])
		default:
			return errors.New("a line begins with neither + nor a space")
		}
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if n := strings.Count(string(src), before.String()); n != 1 {
		return errors.New("the lines without + are not there exactly once:\n" + before.String())
	}
	return os.WriteFile(name, []byte(strings.Replace(string(src), before.String(), after.String(), 1)), 0o644)
}

// copyOfHouse copies the repository without its hidden files.
func copyOfHouse(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	from := os.DirFS(root(t))
	entries, err := fs.ReadDir(from, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if e.IsDir() {
			sub, err := fs.Sub(from, e.Name())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.CopyFS(filepath.Join(dir, e.Name()), sub); err != nil {
				t.Fatal(err)
			}
			continue
		}
		src, err := fs.ReadFile(from, e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, e.Name()), src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// sums returns a sum of each file below dir.
func sums(t *testing.T, dir string) map[string][sha256.Size]byte {
	t.Helper()
	found := make(map[string][sha256.Size]byte)
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		found[name] = sha256.Sum256(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// compare notes the files that are new, gone or other.
func compare(touched map[string]bool, before, after map[string][sha256.Size]byte) {
	for name, sum := range after {
		if old, ok := before[name]; !ok || old != sum {
			touched[name] = true
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			touched[name] = true
		}
	}
}

// run runs a program in dir.
func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}
