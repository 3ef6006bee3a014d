package main

import (
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A flag has one letter in all commands, and a letter one flag: -d is a folder of
// outputs, -o an output.
func TestFlagNames(t *testing.T) {
	letters := map[string]string{"dir": "d", "output": "o", "help": "h", "verbose": "v"}
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) {
				if f.Shorthand != letters[f.Name] {
					t.Errorf("%s: --%s is -%s, want -%s", cmd.CommandPath(), f.Name, f.Shorthand, letters[f.Name])
				}
			})
		}
		if cmd.Flags().Lookup("dir") != nil && cmd.Flags().Lookup("output") != nil {
			t.Errorf("%s has both -d and -o", cmd.CommandPath())
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(&console{}))
}
