// Command vanban makes official Vietnamese documents ("văn bản hành chính") as
// Nghị định 30/2020/NĐ-CP asks: PDF and DOCX from one YAML file.
//
//	vanban new ke-hoach -o ke-hoach.yaml
//	vanban render ke-hoach.yaml --to pdf,docx
//
// Exit status: 0 done and clean; 1 findings of level error in the user's
// files; 2 could not run. An output is written whole or not at all.
//
// The command reads flags, files and the environment and prints; everything
// else is the library's, which other software may use in the same way.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	args := os.Args[1:]
	cobra.MousetrapHelpText = "" // it would ask for a command line
	if len(args) == 0 && mousetrap.StartedByExplorer() {
		args = []string{"serve", "--open"}
	}
	c, status := systemConsole(), statusFailed
	if err := enough(); err != nil {
		c.fail(err)
	} else {
		status = execute(ctx, c, args)
	}
	stop()
	os.Exit(status)
}
