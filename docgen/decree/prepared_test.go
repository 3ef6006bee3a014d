package decree

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
)

// TestPrepared holds the packs that are embedded against those that people write.
func TestPrepared(t *testing.T) {
	for _, p := range packs {
		src, err := os.ReadFile("data/" + p.id + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var f packFile
		read, found := record.Read("", src)
		if !found.HasErrors() {
			found = read.Decode(&f)
		}
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		want, err := json.MarshalIndent(f, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		name := "data/" + p.id + ".json"
		if *update {
			if err := os.WriteFile(name, append(want, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(bytes.TrimSpace(got), want) {
			t.Errorf("%s is not what its YAML says (%v); go test ./docgen/decree -update writes it anew", name, err)
		}
	}
}
