package batch

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/fuzzing"
)

// In a child process these name the job's folder and the folder to write into.
const (
	childJob = "VANBAN_TEST_JOB"
	childDir = "VANBAN_TEST_DIR"
)

// TestMain does a job instead of testing when a test asks for it, so that the
// test can kill the process.
func TestMain(m *testing.M) {
	if os.Getenv(childJob) == "" {
		os.Exit(fuzzing.Run(m))
	}
	if err := runChild(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func runChild() error {
	j, found := Load(os.DirFS(os.Getenv(childJob)), "tac-vu.yaml")
	if found != nil {
		return found
	}
	_, err := Run(context.Background(), j, os.Getenv(childDir), &Options{Resume: true, Renderer: mustRenderer()})
	return err
}

// writeFiles puts a job on the disk.
func writeFiles(t *testing.T, job, list string) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range files(job, list) {
		if err := os.WriteFile(filepath.Join(dir, name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var kills = flag.Int("kills", 12, "how often TestKill kills a run, and TestTwoRuns starts two")

// TestKill kills a run many times at random moments. Whatever the moment,
// there are only whole files, and the last run ends with the bytes of an
// undisturbed one.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const rows = 600
	job := writeFiles(t, decisionJob, invented(rows))
	undisturbed := t.TempDir()
	if res, _ := runJob(t, os.DirFS(job), undisturbed, Options{}); res.Written != rows {
		t.Fatalf("written %d", res.Written)
	}
	want := tree(t, undisturbed)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	killed, most := 0, 0
	for killed < *kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childJob+"="+job, childDir+"="+dir)
		var said strings.Builder
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// The preflight of this list takes some tens of milliseconds, a run some
		// hundreds: look for moments in all of it.
		time.Sleep(time.Duration(random.IntN(350)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		err := cmd.Wait()
		var exit *exec.ExitError
		if err == nil {
			// It was done before: begin again.
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !errors.As(err, &exit) || exit.ExitCode() == 1 {
			t.Fatalf("run failed: %v\n%s", err, said.String())
		}
		killed++
		n := 0
		for name, content := range tree(t, dir) {
			if strings.HasSuffix(name, ".pdf") {
				if n++; content != want[name] {
					t.Fatalf("kill %d left %s with %d bytes, want %d", killed, name, len(content), len(want[name]))
				}
			}
		}
		most = max(most, n)
	}
	res, _ := runJob(t, os.DirFS(job), dir, Options{Resume: true})
	if res.Kept+res.Written != rows {
		t.Errorf("kept %d, written %d, want %d together", res.Kept, res.Written, rows)
	}
	t.Logf("up to %d files stood after a kill; the last run kept %d and wrote %d", most, res.Kept, res.Written)
	sameTree(t, want, tree(t, dir))
}

// TestTwoRuns starts two runs in one folder at the same time, again and again. One does the
// job, the other is refused or finds it done: bytes and manifest are those of one run.
func TestTwoRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const rows = 60
	job := writeFiles(t, decisionJob, invented(rows))
	undisturbed := t.TempDir()
	runJob(t, os.DirFS(job), undisturbed, Options{})
	want := tree(t, undisturbed)
	refused := 0
	for range *kills {
		dir := t.TempDir()
		var said [2]strings.Builder
		var runs [2]*exec.Cmd
		for i := range runs {
			runs[i] = exec.Command(os.Args[0])
			runs[i].Env = append(os.Environ(), childJob+"="+job, childDir+"="+dir)
			runs[i].Stderr = &said[i]
			if err := runs[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		failed := 0
		for i, cmd := range runs {
			if cmd.Wait() == nil {
				continue
			}
			if failed++; strings.TrimSpace(said[i].String()) != ErrLocked.Error() {
				t.Fatalf("run failed: %s", said[i].String())
			}
		}
		if refused += failed; failed == 2 {
			t.Fatal("both runs were refused")
		}
		sameTree(t, want, tree(t, dir))
	}
	t.Logf("%d of %d second runs were refused", refused, *kills)
}

// TestCancel stops a run as Ctrl-C does and resumes it.
func TestCancel(t *testing.T) {
	fsys := files(decisionJob, invented(60))
	want := t.TempDir()
	runJob(t, fsys, want, Options{})
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	res, err := Run(ctx, load(t, fsys), dir, &Options{Renderer: renderer(t), Progress: func(p Progress) {
		if p.Stage == Writing && p.Done == 10 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || res.Written < 10 || res.Written == 60 {
		t.Fatalf("run ended with %v after %+v", err, res)
	}
	if _, err := Run(context.Background(), load(t, fsys), dir, &Options{Renderer: renderer(t)}); !errors.Is(err, ErrUnfinished) {
		t.Errorf("a second run over an unfinished one: %v", err)
	}
	again, _ := runJob(t, fsys, dir, Options{Resume: true})
	if again.Kept != res.Written || again.Written != 60-res.Written {
		t.Errorf("first run %+v, second %+v", res, again)
	}
	sameTree(t, tree(t, want), tree(t, dir))
	if done, _ := runJob(t, fsys, dir, Options{Resume: true}); done.Kept != 60 || done.Written != 0 {
		t.Errorf("resuming a finished run: %+v", done)
	}
}

// TestResumeMends makes a file again that was damaged or taken away after it
// was written.
func TestResumeMends(t *testing.T) {
	fsys := files(decisionJob, invented(30))
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	_, _ = Run(ctx, load(t, fsys), dir, &Options{Renderer: renderer(t), Progress: func(p Progress) {
		if p.Stage == Writing && p.Done == 12 {
			cancel()
		}
	}})
	fifth, err := filepath.Glob(filepath.Join(dir, "105-*.pdf"))
	if err != nil || len(fifth) != 1 {
		t.Fatal(fifth, err)
	}
	if err := os.WriteFile(fifth[0], []byte("%PDF"), 0o644); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, manifestName+".json")
	text, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(manifest, append(text, `{"row":99,"ke`...), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, tempPrefix+".7.pdf.tmp"), []byte("%PDF"), 0o644); err != nil {
		t.Fatal(err)
	}
	runJob(t, fsys, dir, Options{Resume: true, Verify: true})
	want := t.TempDir()
	runJob(t, fsys, want, Options{})
	sameTree(t, tree(t, want), tree(t, dir))
}

// TestResumeMendsTheFinished makes files of a finished run again that were damaged or
// taken away since.
func TestResumeMendsTheFinished(t *testing.T) {
	fsys := files(decisionJob, invented(12))
	dir := t.TempDir()
	runJob(t, fsys, dir, Options{})
	want := tree(t, dir)
	for _, spoil := range []func(name string) error{
		os.Remove,
		func(name string) error { return os.WriteFile(name, []byte("%PDF"), 0o644) },
	} {
		fifth, err := filepath.Glob(filepath.Join(dir, "105-*.pdf"))
		if err != nil || len(fifth) != 1 {
			t.Fatal(fifth, err)
		}
		if err := spoil(fifth[0]); err != nil {
			t.Fatal(err)
		}
		res, _ := runJob(t, fsys, dir, Options{Resume: true, Verify: true})
		if res.Kept != 11 || res.Written != 1 { // none but the one
			t.Errorf("kept %d, written %d", res.Kept, res.Written)
		}
		sameTree(t, want, tree(t, dir))
	}
}

// TestMergeName: a print file does not take the place of a document.
func TestMergeName(t *testing.T) {
	fsys := files(decisionJob, invented(3))
	undisturbed := t.TempDir()
	runJob(t, fsys, undisturbed, Options{})
	first, err := filepath.Glob(filepath.Join(undisturbed, "101-*.pdf"))
	if err != nil || len(first) != 1 {
		t.Fatal(first, err)
	}
	dir := t.TempDir()
	_, err = Run(context.Background(), load(t, fsys), dir, &Options{Renderer: renderer(t), Merge: filepath.Base(first[0])})
	if !errors.Is(err, ErrMergeName) {
		t.Errorf("merged over a document: %v", err)
	}
	if left := tree(t, dir); len(left) > 0 {
		t.Errorf("written: %d files", len(left))
	}
}

// TestResumeRefusesChanges names what is no longer the same.
func TestResumeRefusesChanges(t *testing.T) {
	begin := func(t *testing.T) string {
		dir := t.TempDir()
		ctx, cancel := context.WithCancel(context.Background())
		_, _ = Run(ctx, load(t, files(decisionJob, invented(30))), dir, &Options{
			Renderer: renderer(t), Program: "a", Inputs: []Input{{"profile.yaml", []byte("a")}},
			Progress: func(p Progress) {
				if p.Stage == Writing && p.Done == 5 {
					cancel()
				}
			},
		})
		return dir
	}
	same := Options{Program: "a", Inputs: []Input{{"profile.yaml", []byte("a")}}, Resume: true}
	tests := []struct {
		name      string
		job, list string
		change    func(*Options)
		want      string
	}{
		{"list", decisionJob, invented(31), nil, "[tệp danh-sach.csv: nội dung đã đổi]"},
		{"job", decisionJob + "# x\n", invented(30), nil, "[tệp tac-vu.yaml: nội dung đã đổi]"},
		{"profile", decisionJob, invented(30), func(o *Options) { o.Inputs = []Input{{"profile.yaml", []byte("b")}} },
			"[tệp profile.yaml: nội dung đã đổi]"},
		{"no profile", decisionJob, invented(30), func(o *Options) { o.Inputs = nil }, "[tệp profile.yaml: không còn dùng]"},
		{"program", decisionJob, invented(30), func(o *Options) { o.Program = "b" }, "[chương trình: bản dựng đã khác]"},
		{"formats", decisionJob, invented(30), func(o *Options) { o.Formats = []string{"txt"} },
			"[định dạng: trước là [pdf], nay là [txt]]"},
		{"rows", decisionJob, invented(30), func(o *Options) { o.Limit = 3 },
			"[dòng được chọn: trước là tất cả, nay là tất cả, 3 văn bản đầu]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := begin(t)
			o := same
			if tt.change != nil {
				tt.change(&o)
			}
			o.Renderer = renderer(t)
			_, err := Run(context.Background(), load(t, files(tt.job, tt.list)), dir, &o)
			var changed *ChangedError
			if !errors.As(err, &changed) || fmt.Sprint(changed.Changes) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestDiskFull fills a small file system: the error says so, whole files stay,
// and with more room the run goes on.
func TestDiskFull(t *testing.T) {
	dir := mounted(t, fmt.Sprintf("size=1m,uid=%d", os.Geteuid()))
	fsys := files(decisionJob, invented(60))
	want := t.TempDir()
	runJob(t, fsys, want, Options{})
	whole := tree(t, want)
	res, err := Run(context.Background(), load(t, fsys), dir, &Options{Renderer: renderer(t)})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("run on a full disk: %v", err)
	}
	if res.Written == 0 {
		t.Error("nothing was written before the disk was full")
	}
	for name, content := range tree(t, dir) {
		if strings.HasSuffix(name, ".pdf") && content != whole[name] {
			t.Errorf("%s has %d bytes, want %d", name, len(content), len(whole[name]))
		}
		if strings.HasPrefix(name, tempPrefix) {
			t.Errorf("%s was left behind", name)
		}
	}
	if out, err := asRoot("mount", "-o", "remount,size=64m", dir); err != nil {
		t.Fatalf("remount: %v\n%s", err, out)
	}
	runJob(t, fsys, dir, Options{Resume: true})
	sameTree(t, whole, tree(t, dir))
}

// TestReadOnly: a folder that cannot be written is an error at once. Root may
// write where permissions forbid it, so for root the file system is read-only.
func TestReadOnly(t *testing.T) {
	var dir string
	want := error(os.ErrPermission)
	if os.Geteuid() != 0 {
		dir = t.TempDir()
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
	} else {
		dir, want = mounted(t, "ro,size=1m"), syscall.EROFS
	}
	_, err := Run(context.Background(), load(t, files(decisionJob, invented(3))), dir, &Options{Renderer: renderer(t)})
	if !errors.Is(err, want) {
		t.Errorf("run: %v, want %v", err, want)
	}
	if left := tree(t, dir); len(left) > 0 {
		t.Errorf("%d files were written", len(left))
	}
}

// mounted gives a folder that is a small file system of its own, in memory. Whoever
// may not mount one skips the test; CI must.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := asRoot("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("mount: %v\n%s", err, out)
		}
		t.Skipf("cannot mount a file system: %v", err)
	}
	t.Cleanup(func() {
		if out, err := asRoot("umount", dir); err != nil {
			t.Errorf("umount: %v\n%s", err, out)
		}
	})
	return dir
}

// asRoot runs a program with the rights that it needs, as .ci/run does.
func asRoot(args ...string) ([]byte, error) {
	if os.Geteuid() != 0 {
		args = append([]string{"sudo", "-n"}, args...)
	}
	return exec.Command(args[0], args[1:]...).CombinedOutput()
}
