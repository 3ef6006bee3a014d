// Command release builds what is handed out: for each system an archive with the program,
// licences, documents for people, completions and man pages; then a list of what the
// program is made of (SBOM) and the checksums. The same source and the same Go give the
// same bytes, on every day and in every folder.
//
//	go run -C internal/tools ./release -o DIR [-tag v0.1.0] [-only linux/amd64]
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
)

// root is the repository, seen from the module of tools.
const root = "../.."

// systems are those for which there is an archive.
var systems = []struct{ os, arch string }{
	{"linux", "amd64"}, {"linux", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"}, {"windows", "386"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
}

// day is the date of every file in an archive: the first that ZIP can say.
var day = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// file is a file of an archive.
type file struct {
	name string
	data []byte
	mode fs.FileMode
}

func main() {
	log.SetFlags(0)
	out := flag.String("o", "dist", "folder for what is built")
	tag := flag.String("tag", "", "tag of the release, which must be that of the code's version")
	only := flag.String("only", "", "build for these systems alone, such as linux/amd64,windows/amd64; empty: all")
	flag.Parse()
	if err := release(*out, *tag, *only); err != nil {
		log.Fatal(err)
	}
}

func release(out, tag, only string) error {
	version, err := codeVersion()
	if err != nil {
		return err
	}
	if tag != "" && tag != "v"+version {
		return fmt.Errorf("the tag is %s, the code's version is %s", tag, version)
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	common, err := documents()
	if err != nil {
		return err
	}
	made := make(map[string][]byte)
	for _, s := range systems {
		if only != "" && !slices.Contains(strings.Split(only, ","), s.os+"/"+s.arch) {
			continue
		}
		program, err := build(s.os, s.arch)
		if err != nil {
			return err
		}
		name := "vanban"
		if s.os == "windows" {
			name += ".exe"
		}
		stem := fmt.Sprintf("vanban-%s-%s-%s", version, s.os, s.arch)
		files := append([]file{{name, program, 0o755}}, common...)
		if s.os == "windows" {
			made[stem+".zip"], err = zipped(stem, files)
		} else {
			made[stem+".tar.gz"], err = tarred(stem, files)
		}
		if err != nil {
			return err
		}
	}
	if made[fmt.Sprintf("vanban-%s.cdx.json", version)], err = bill(version); err != nil {
		return err
	}
	var names []string
	for name := range made {
		names = append(names, name)
	}
	slices.Sort(names)
	var sums bytes.Buffer
	for _, name := range names {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(made[name]), name)
	}
	made["SHA256SUMS"] = sums.Bytes()
	for _, name := range append(names, "SHA256SUMS") {
		if err := os.WriteFile(filepath.Join(out, name), made[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

var versionLine = regexp.MustCompile(`(?m)^const Version = "([0-9]+\.[0-9]+\.[0-9]+)"$`)

// codeVersion reads the constant that the program writes into files.
func codeVersion() (string, error) {
	src, err := os.ReadFile(root + "/docgen/docgen.go")
	if err != nil {
		return "", err
	}
	m := versionLine.FindSubmatch(src)
	if m == nil {
		return "", fmt.Errorf("docgen/docgen.go has no constant Version")
	}
	return string(m[1]), nil
}

// build builds the program for a system.
func build(goos, goarch string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "vanban-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "vanban")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", to, "./cmd/vanban")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos, "GOARCH="+goarch, "GOFLAGS=-mod=readonly", "GOAMD64=v1", "GOARM64=v8.0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build for %s/%s: %w\n%s", goos, goarch, err, text)
	}
	return os.ReadFile(to)
}

// documents are the files that every archive has beside the program.
func documents() ([]file, error) {
	var files []file
	for from, to := range map[string]string{
		"LICENSE": "LICENSE", "NOTICE": "NOTICE", "README.md": "README.md", "CHANGELOG.md": "CHANGELOG.md",
		"docs/licenses": "docs/licenses", "docs/vi": "docs/vi", "docs/images": "docs/images", "examples": "examples",
	} {
		err := filepath.WalkDir(filepath.Join(root, from), func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			if strings.HasSuffix(name, ".go") {
				return nil
			}
			data, err := os.ReadFile(name)
			rel, _ := filepath.Rel(filepath.Join(root, from), name)
			files = append(files, file{path.Join(to, filepath.ToSlash(rel)), data, 0o644})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	own, err := written()
	if err != nil {
		return nil, err
	}
	files = append(files, own...)
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, nil
}

// written are the completions and man pages, which the program itself writes.
func written() ([]file, error) {
	dir, err := os.MkdirTemp("", "vanban-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program, err := build(runtime.GOOS, runtime.GOARCH)
	if err != nil {
		return nil, err
	}
	to := filepath.Join(dir, "vanban.exe")
	if err := os.WriteFile(to, program, 0o755); err != nil {
		return nil, err
	}
	var files []file
	for shell, name := range map[string]string{"bash": "vanban.bash", "zsh": "_vanban", "fish": "vanban.fish", "powershell": "vanban.ps1"} {
		text, err := exec.Command(to, "completion", shell).Output()
		if err != nil {
			return nil, fmt.Errorf("completion for %s: %w", shell, err)
		}
		files = append(files, file{"completions/" + name, text, 0o644})
	}
	if err := exec.Command(to, "man", "-d", filepath.Join(dir, "man")).Run(); err != nil {
		return nil, fmt.Errorf("man pages: %w", err)
	}
	pages, err := os.ReadDir(filepath.Join(dir, "man"))
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		data, err := os.ReadFile(filepath.Join(dir, "man", p.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, file{"man/" + p.Name(), data, 0o644})
	}
	return files, nil
}

func tarred(stem string, files []file) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(z)
	for _, f := range files {
		h := &tar.Header{Name: stem + "/" + f.name, Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: day, Format: tar.FormatPAX}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func zipped(stem string, files []file) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: stem + "/" + f.name, Method: zip.Deflate, Modified: day}
		h.SetMode(f.mode)
		to, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// component is a module in the bill of materials.
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Purl    string `json:"purl"`
}

// bill is the software bill of materials, CycloneDX 1.5 without a time or a random number.
func bill(version string) ([]byte, error) {
	var parts []component
	seen := make(map[string]bool)
	for _, s := range systems {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}",
			"./cmd/vanban")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+s.os, "GOARCH="+s.arch)
		text, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("list modules: %w", err)
		}
		for line := range strings.Lines(string(text)) {
			name, v, ok := strings.Cut(strings.TrimSpace(line), " ")
			if ok && !seen[name] {
				seen[name] = true
				parts = append(parts, component{"library", name, v, "pkg:golang/" + name + "@" + v})
			}
		}
	}
	slices.SortFunc(parts, func(a, b component) int { return strings.Compare(a.Name, b.Name) })
	goVersion := strings.TrimPrefix(runtime.Version(), "go")
	parts = append(parts, component{"library", "std", goVersion, "pkg:golang/std@" + goVersion})
	const module = "github.com/vanban-go/vanban"
	text, err := json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
		"metadata":   map[string]any{"component": component{"application", module, "v" + version, "pkg:golang/" + module + "@v" + version}},
		"components": parts,
	}, "", "  ")
	return append(text, '\n'), err
}
