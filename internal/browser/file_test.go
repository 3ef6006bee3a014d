package browser

import (
	"encoding/base64"
	"os"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

func base64Of(data []byte) string { return base64.StdEncoding.EncodeToString(data) }

// allow lets the browser keep downloads in a folder.
func allow(folder string) chromedp.Action {
	return browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(folder)
}

// example reads a file of the examples.
func example(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
