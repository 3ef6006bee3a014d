package fuzzing

import (
	"flag"
	"os"
	"os/exec"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Run(m)) }

// TestBound: what the command line says comes first.
func TestBound(t *testing.T) {
	const child = "VANBAN_TEST_BOUND"
	if want := os.Getenv(child); want != "" {
		if got := flag.Lookup(minimizing).Value.String(); got != want {
			t.Errorf("-%s is %s, want %s", minimizing, got, want)
		}
		return
	}
	for want, args := range map[string][]string{executions: nil, "7x": {"-" + minimizing + "=7x"}} {
		cmd := exec.Command(os.Args[0], append(args, "-test.run=^TestBound$")...)
		cmd.Env = append(os.Environ(), child+"="+want)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", want, err, out)
		}
	}
}
