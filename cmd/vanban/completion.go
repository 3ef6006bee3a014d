package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/serve"
)

// shells are those for which there are completions, and how they are turned on.
var shells = []struct {
	name  string
	write func(root *cobra.Command, w *bytes.Buffer) error
}{
	{"bash", func(root *cobra.Command, w *bytes.Buffer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", func(root *cobra.Command, w *bytes.Buffer) error { return root.GenZshCompletion(w) }},
	{"fish", func(root *cobra.Command, w *bytes.Buffer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", func(root *cobra.Command, w *bytes.Buffer) error {
		return root.GenPowerShellCompletionWithDesc(w)
	}},
}

func newCompletion(c *console) *cobra.Command {
	names := make([]string, len(shells))
	for i, s := range shells {
		names[i] = s.name
	}
	return &cobra.Command{
		Use:   "completion " + strings.Join(names, "|"),
		Short: "In kịch bản gợi ý lệnh khi bấm phím Tab",
		Long: `In kịch bản để cửa sổ lệnh gợi ý lệnh, tùy chọn, loại văn bản, mã quy tắc khi bấm phím Tab.

  bash:        vanban completion bash > ~/.local/share/bash-completion/completions/vanban
  zsh:         vanban completion zsh > "${fpath[1]}/_vanban"
  fish:        vanban completion fish > ~/.config/fish/completions/vanban.fish
  PowerShell:  vanban completion powershell >> $PROFILE

Mở lại cửa sổ lệnh để dùng.`,
		Example:   "  vanban completion bash",
		Args:      takes(1, 1, "tên cửa sổ lệnh: "+strings.Join(names, ", ")),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, s := range shells {
				if s.name != args[0] {
					continue
				}
				var b bytes.Buffer
				if err := s.write(cmd.Root(), &b); err != nil {
					return fmt.Errorf("không tạo được kịch bản gợi ý: %w", err)
				}
				return c.write("-", b.Bytes())
			}
			return fmt.Errorf("không có gợi ý cho %q%s (có: %s)", args[0], nearest(args[0], names), strings.Join(names, ", "))
		},
	}
}

// completing is what the shell is given for the first argument of a command, or for a flag.
type completing = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective)

// first offers words for the first argument, and nothing behind it.
func first(words func() []string) completing {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

// endings offers files that end so.
func endings(ends ...string) completing {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return ends, cobra.ShellCompDirectiveFilterFileExt
	}
}

// complete puts in what can be offered for the arguments and flags of each command.
func complete(root *cobra.Command) {
	arguments := map[string]completing{
		"new": first(kindWords), "schema": first(kindWords), "explain": first(ruleWords),
		"render": endings("yaml", "yml", "docx", "txt", "md"), "import": endings("docx", "txt", "md"),
		"fill": endings("docx", "dotx", "yaml", "yml",
			"json"), "batch": endings("yaml", "yml"),
		"extract": endings("pdf"), "verify": endings("pdf"), "diff": endings("yaml", "yml", "pdf"), "join": endings("yaml", "yml", "txt"),
		"award check": endings("yaml", "yml"), "award issue": endings("yaml", "yml"), "award number": endings("yaml", "yml"),
		"award import": endings("yaml", "yml", "xlsx", "csv"), "batch join": folders,
	}
	flags := map[string]completing{
		"to":      words(formatIDs()...),
		"pdf":     words("a2a\tPDF/A-2a, mặc định", "a3a\tPDF/A-3a, kèm tệp nguồn", "plain\tkhông có dấu lưu trữ"),
		"format":  words("text", "json"),
		"profile": endings("yaml", "yml"), "law": endings("yaml", "yml"), "placements": endings("json"),
		"templates": folders, "font-path": folders, "dir": folders, "token-file": anyFile, "tls-cert": anyFile, "tls-key": anyFile,
	}
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		if f := arguments[strings.TrimPrefix(cmd.CommandPath(), "vanban ")]; f != nil {
			cmd.ValidArgsFunction = f
		}
		for name, f := range flags {
			if cmd.Flags().Lookup(name) != nil {
				// It fails for a flag that has them already.
				_ = cmd.RegisterFlagCompletionFunc(name, f)
			}
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

func words(list ...string) completing {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

func anyFile(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// kindWords are the kinds of file, with what they are called.
func kindWords() []string {
	var list []string
	for _, k := range serve.Kinds() {
		list = append(list, k.Kind+"\t"+k.Name)
	}
	return list
}

// ruleWords are the ids of rules, with their titles.
func ruleWords() []string {
	var list []string
	for _, r := range serve.Rules() {
		list = append(list, r.Rule+"\t"+r.Title)
	}
	return list
}
