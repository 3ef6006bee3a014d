package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// The documents are run: blocks of a document, in order, in a folder of its
// own that holds a copy of examples.
//
//	sh    is run, with the command on PATH; "go test" is left out, since this is it
//	yaml  with a first line "# name.yaml" becomes that file
//	go    is a program: it is compiled and run
//
// A block that is only shown is marked console or text. A block with a file or folder
// behind its first word belongs to a recipe: see recipes_test.go.

// block is a fenced block of a document.
type block struct {
	line int
	kind string
	path string // empty for most
	text string
}

var documents = []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/*.md", "docs/vi/*.md", "examples/*.md"}

func TestDocumentsTellTheTruth(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", bin, "./cmd/vanban")
	build.Dir = root(t)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the command: %v\n%s", err, out)
	}
	for name, src := range readDocuments(t) {
		t.Run(strings.ReplaceAll(name, "/", "-"), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS(filepath.Join(root(t), "examples"))); err != nil {
				t.Fatal(err)
			}
			for _, b := range blocks(src) {
				if b.path != "" {
					continue
				}
				if err := b.run(t, dir, bin); err != "" {
					t.Errorf("%s:%d: %s", name, b.line, err)
				}
			}
		})
	}
}

// run runs a block and says what went wrong.
func (b block) run(t *testing.T, dir, bin string) string {
	t.Helper()
	switch b.kind {
	case "sh":
		if runtime.GOOS == "windows" {
			return ""
		}
		var lines []string
		for line := range strings.Lines(strings.ReplaceAll(b.text, "go run ./cmd/vanban", "vanban")) {
			if b.path != "" || !strings.HasPrefix(line, "go test ") {
				lines = append(lines, line)
			}
		}
		cmd := exec.Command("sh", "-euc", strings.Join(lines, ""))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			return err.Error() + "\n" + string(out)
		}
	case "yaml":
		first, _, _ := strings.Cut(b.text, "\n")
		if name, ok := strings.CutPrefix(first, "# "); ok && strings.HasSuffix(name, ".yaml") {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(b.text), 0o644); err != nil {
				return err.Error()
			}
		}
	case "go":
		return runProgram(t, b.text, dir)
	case "console", "text", "json":
	default:
		return "a block marked " + b.kind + ", which this test does not know"
	}
	return ""
}

// runProgram runs a Go program in dir, as a module that uses this one.
func runProgram(t *testing.T, src, dir string) string {
	t.Helper()
	own := t.TempDir()
	mod, err := os.ReadFile(filepath.Join(root(t), "go.mod"))
	if err != nil {
		return err.Error()
	}
	text := strings.Replace(string(mod), "module "+module, "module example.org/program", 1) +
		"\nrequire " + module + " v0.0.0\nreplace " + module + " => " + filepath.ToSlash(root(t)) + "\n"
	sum, err := os.ReadFile(filepath.Join(root(t), "go.sum"))
	if err != nil {
		return err.Error()
	}
	for name, content := range map[string]string{"go.mod": text, "go.sum": string(sum), "main.go": src} {
		if err := os.WriteFile(filepath.Join(own, name), []byte(content), 0o644); err != nil {
			return err.Error()
		}
	}
	program := filepath.Join(own, "program")
	build := exec.Command("go", "build", "-mod=mod", "-o", program, ".")
	build.Dir = own
	if out, err := build.CombinedOutput(); err != nil {
		return err.Error() + "\n" + string(out)
	}
	run := exec.Command(program)
	run.Dir = dir
	if out, err := run.CombinedOutput(); err != nil {
		return err.Error() + "\n" + string(out)
	}
	return ""
}

var (
	link = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)
	code = regexp.MustCompile("`[^`\n]+`") // in a line: shows how something is written
)

func TestLinksLeadSomewhere(t *testing.T) {
	for name, src := range readDocuments(t) {
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(src, ""), -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			to := filepath.Join(filepath.Dir(name), filepath.FromSlash(m[1]))
			if !filepath.IsLocal(to) {
				t.Errorf("%s: the link %s leaves the repository", name, m[1])
			} else if _, err := os.Stat(filepath.Join(root(t), to)); err != nil {
				t.Errorf("%s: the link %s leads nowhere", name, m[1])
			}
		}
	}
}

// oneMachine is the name of a folder that exists on one machine only.
var oneMachine = regexp.MustCompile(`(^|[\s"'(=])/(home|root|tmp|work)/\w`)

func TestDocumentsNameNoMachine(t *testing.T) {
	for name, src := range readDocuments(t) {
		for i, line := range strings.Split(src, "\n") {
			if m := oneMachine.FindString(line); m != "" {
				t.Errorf("%s:%d: %q is a folder of one machine", name, i+1, m)
			}
		}
	}
}

// readDocuments gives the text of every document by its path in the repository.
func readDocuments(t *testing.T) map[string]string {
	t.Helper()
	texts := make(map[string]string)
	for _, pattern := range documents {
		found, err := filepath.Glob(filepath.Join(root(t), filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(root(t), path)
			if err != nil {
				t.Fatal(err)
			}
			texts[filepath.ToSlash(name)] = string(src)
		}
	}
	return texts
}

// blocks gives the fenced blocks of a document. A fence without a word is text.
func blocks(src string) []block {
	var found []block
	var b *block
	for i, line := range strings.Split(src, "\n") {
		switch fence := strings.HasPrefix(line, "```"); {
		case fence && b == nil:
			kind, path, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "```")), " ")
			if kind == "" {
				kind = "text"
			}
			b = &block{line: i + 1, kind: kind, path: path}
		case fence:
			found = append(found, *b)
			b = nil
		case b != nil:
			b.text += line + "\n"
		}
	}
	return found
}
