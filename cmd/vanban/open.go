package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// running is where a server that a person opened answers, kept in a file that this person
// alone can read, so that a second start shows the first.
type running struct {
	Address string `json:"address"`
	Token   string `json:"token"`
}

// page is the address of the page, with the secret in its fragment, which no server sees.
func (r running) page() string { return r.Address + "#token=" + r.Token }

// runningFile is the file; empty when the system has no place for it.
func runningFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "vanban", "ban-soan.json")
}

// findRunning finds a server that a person opened before, if it still answers.
func findRunning(ctx context.Context) (running, bool) {
	var r running
	text, err := os.ReadFile(runningFile())
	if err != nil || json.Unmarshal(text, &r) != nil {
		return running{}, false
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, r.Address+"api/v1/limits", nil)
	if err != nil {
		return running{}, false
	}
	q.Header.Set("Authorization", "Bearer "+r.Token)
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // no proxy
	res, err := client.Do(q)
	if err != nil {
		return running{}, false
	}
	res.Body.Close()
	return r, res.StatusCode == http.StatusOK
}

// keep writes the file, and gives what takes it away. Where it cannot be written a second
// start opens a page of its own.
func (r running) keep() (forget func()) {
	name := runningFile()
	text, err := json.Marshal(r)
	if name == "" || err != nil || os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return func() {}
	}
	os.Remove(name) // its rights may be others
	if os.WriteFile(name, text, 0o600) != nil {
		return func() {}
	}
	return func() {
		if now, err := os.ReadFile(name); err == nil && string(now) == string(text) {
			os.Remove(name)
		}
	}
}

// browse opens an address in the browser of whoever sits at the machine.
func browse(address string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.Command("open", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = nil, nil, nil
	cmd.Env = os.Environ()
	return cmd.Start()
}
