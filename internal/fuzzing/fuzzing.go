// Package fuzzing keeps fuzz targets at work. A package that has any has
//
//	func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }
//
// Go makes every input that reaches new code as small as it can before it goes on,
// for up to a minute, and counts none of these executions when the minute is over.
// The time grows with the square of the input: with a seed of a thousand bytes both
// workers did nothing else.
package fuzzing

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

const (
	minimizing = "test.fuzzminimizetime"
	executions = "50x"
)

// Run runs the tests of a package, and bounds how often an input is made smaller
// unless the command line says it: -fuzzminimizetime 1m makes an input that fails as
// small as it can be.
func Run(m *testing.M) int {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == minimizing })
	if !given {
		if err := flag.Set(minimizing, executions); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return m.Run()
}
