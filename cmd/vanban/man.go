package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
)

// newMan writes man pages for releases. It is not shown: nobody needs it twice.
func newMan(c *console) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:    "man",
		Short:  "Ghi trang hướng dẫn cho lệnh man",
		Hidden: true,
		Args:   takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := makeFolder(folder); err != nil {
				return err
			}
			return manPages(c, cmd.Root(), folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "dir", "d", ".", "`THƯ-MỤC` ghi các trang")
	return cmd
}

// manPages writes the page of a command and of those below it.
func manPages(c *console, cmd *cobra.Command, folder string) error {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	if err := c.write(filepath.Join(folder, name+".1"), manPage(cmd)); err != nil {
		return err
	}
	for _, sub := range shown(cmd) {
		if err := manPages(c, sub, folder); err != nil {
			return err
		}
	}
	return nil
}

// manPage is the help of a command as troff. It has no date: the same program gives the
// same page on every day.
func manPage(cmd *cobra.Command) []byte {
	var b bytes.Buffer
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"vanban %s\" \"Soạn văn bản hành chính\"\n", strings.ToUpper(name), docgen.Version)
	fmt.Fprintf(&b, ".SH TÊN\n%s \\- %s\n", troff(name), troff(cmd.Short))
	fmt.Fprintf(&b, ".SH CÁCH DÙNG\n.nf\n%s\n.fi\n", troff(useLine(cmd)))
	fmt.Fprintf(&b, ".SH MÔ TẢ\n.nf\n%s\n.fi\n", troff(cmd.Long))
	if cmd.HasSubCommands() {
		b.WriteString(".SH CÁC LỆNH\n")
		for _, sub := range shown(cmd) {
			fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", troff(sub.Name()), troff(sub.Short))
		}
	}
	b.WriteString(".SH TÙY CHỌN\n")
	for _, row := range flagRows(cmd) {
		fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", troff(strings.TrimSpace(row[0])), troff(row[1]))
	}
	if cmd.HasExample() {
		fmt.Fprintf(&b, ".SH VÍ DỤ\n.nf\n%s\n.fi\n", troff(cmd.Example))
	}
	return b.Bytes()
}

// troff escapes text: backslashes, hyphens that are typed, and dots and quotes that begin
// a line.
func troff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
