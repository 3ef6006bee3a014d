package pdf

import (
	"os"
	"testing"
)

func TestScratch(t *testing.T) {
	dir := os.Getenv("OUT")
	if dir == "" {
		t.Skip()
	}
	for name, c := range map[string]Options{"a2a": usualOptions(), "a3a": archiveOptions(), "plain": {Flavour: Plain, Meta: usualMeta}, "shared": {Meta: usualMeta, Shared: true}} {
		os.WriteFile(dir+"/"+name+".pdf", write(t, specimen(t), c), 0o666)
		os.WriteFile(dir+"/one-"+name+".pdf", write(t, onePage(t), c), 0o666)
	}
}
