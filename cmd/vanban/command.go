package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan/diag"
)

// Exit statuses.
const (
	statusClean  = 0
	statusFound  = 1 // findings of level error
	statusFailed = 2 // could not run
)

// execute runs the command line and gives the exit status.
func execute(ctx context.Context, c *console, args []string) int {
	out := &sticky{w: c.out}
	c.out = out
	root := newRoot(c)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if out.err != nil && !errors.Is(err, errSaid) {
		err = fmt.Errorf("không ghi được đầu ra chuẩn: %w", reason(out.err))
	}
	switch {
	case err == nil:
		return statusClean
	case errors.Is(err, errFound):
		return statusFound
	case errors.Is(err, errSaid):
		return statusFailed
	default:
		c.fail(err)
		return statusFailed
	}
}

// sticky remembers the first failure to write: nobody who prints a line looks at it.
type sticky struct {
	w   io.Writer
	err error
}

func (s *sticky) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	if s.err == nil {
		s.err = err
	}
	return n, err
}

// newRoot makes the command with all that stands below it.
func newRoot(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "vanban",
		Short: "Soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP",
		Long: `vanban soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP: từ một tệp YAML
ra tệp PDF và tệp Word, không cần Office, không cần mạng.`,
		Example: `  vanban new ke-hoach -o ke-hoach.yaml
  vanban render ke-hoach.yaml --to pdf,docx`,
		Version:           docgen.Version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				cmd.SetOut(c.err)
				if err := cmd.Help(); err != nil {
					return err
				}
				return errSaid
			}
			if dropped(args) {
				_, err := render(cmd.Context(), c, renderFlags{}, args)
				return err
			}
			return unknownCommand(cmd, args[0])
		},
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.SetVersionTemplate("vanban {{.Version}}\n")
	root.SetHelpFunc(help)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%s (xem: %s --help)", flagMessage(cmd, err), cmd.CommandPath())
	})
	root.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		for i := range args {
			args[i] = standing(args[i])
		}
		if err := noneEmpty(cmd.Flags()); err != nil {
			return err
		}
		if f := cmd.Flags().Lookup("format"); f != nil && !slices.Contains([]string{"", "text", formatJSON}, f.Value.String()) {
			return fmt.Errorf("tùy chọn --format nhận text hoặc json, không nhận %q", f.Value)
		}
		return nil
	}
	root.PersistentFlags().BoolP("help", "h", false, "in hướng dẫn này")
	root.Flags().Bool("version", false, "in phiên bản")
	root.SetHelpCommand(newHelp())
	root.AddCommand(
		newRender(c), newImport(c), newFill(c), newNew(c), newKinds(c), newRules(c), newExplain(c),
		newSchema(c), newExtract(c), newVerify(c), newDiff(c), newJoin(c),
		newAward(c), newBatch(c), newServe(c), newDoctor(c), newVersion(c),
		newCompletion(c), newMan(c),
	)
	complete(root)
	return root
}

// noneEmpty refuses a flag without a value, as a variable that is not set leaves it: what it names would be passed over.
func noneEmpty(flags *pflag.FlagSet) (err error) {
	flags.Visit(func(f *pflag.Flag) {
		switch v := f.Value.String(); {
		case f.Name == "to" && v == "[]":
			err = fmt.Errorf("tùy chọn --to để trống; các định dạng: %s", strings.Join(formatIDs(), ", "))
		case v == "" || v == "[]" && f.Value.Type() == "stringSlice":
			err = fmt.Errorf("tùy chọn --%s để trống; ghi giá trị của nó, hoặc bỏ tùy chọn ấy", f.Name)
		}
	})
	return err
}

// dropped reports whether the arguments are files to be rendered, as when somebody drops
// them on the program.
func dropped(args []string) bool {
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil || !info.Mode().IsRegular() || !slices.Contains(renderable, endingOf(a)) {
			return false
		}
	}
	return true
}

func newVersion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "In phiên bản",
		Args:  takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(c.out, "vanban", docgen.Version)
			return nil
		},
	}
}

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [LỆNH]",
		Short: "In hướng dẫn của một lệnh",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, _ := cmd.Root().Find(args)
			if len(rest) > 0 {
				return unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return found.Help()
		},
	}
}

// takes bounds the number of arguments; most below zero is no bound. what
// names the argument that is missing.
func takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("thiếu %s (xem: %s --help)", what, cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return fmt.Errorf("thừa tham số %q (xem: %s --help)", args[most], cmd.CommandPath())
		}
		return nil
	}
}

// unknownCommand is the error for a word that is no command below parent.
func unknownCommand(parent *cobra.Command, name string) error {
	var names []string
	for _, sub := range parent.Commands() {
		names = append(names, sub.Name())
	}
	return fmt.Errorf("không có lệnh %q%s (xem: %s --help)", name, nearest(name, names), parent.CommandPath())
}

// nearest proposes in words the name that was meant; empty where none comes near.
func nearest(name string, names []string) string {
	if best := diag.Nearest(name, names); best != "" {
		return fmt.Sprintf(", có phải %q?", best)
	}
	return ""
}
