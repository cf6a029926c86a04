package browser

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Compounds that the site does not have fall apart into the words that they are made of: docs/search.md has the figures.
func TestCompoundsFallApart(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	const name, lang, precision, recall = "testdata/compounds.yaml", "nl", 97, 93
	doc := listIn(t, name)
	list, _ := json.Marshal(doc.Value)
	file := filepath.Join(t.TempDir(), "compounds.json")
	if err := os.WriteFile(file, list, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", "testdata/compounds.mjs", public, lang, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var found struct {
		Compounds, Whole, Right int
		Wrong, Missed           []string
	}
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
	split := found.Right + len(found.Wrong)
	if split == 0 || found.Right*100 < precision*split || (found.Right+found.Whole)*100 < recall*found.Compounds {
		t.Errorf("of %d that fell apart %d did so wrongly: %q; of %d compounds %d were not understood: %q",
			split, len(found.Wrong), found.Wrong, found.Compounds, len(found.Missed), found.Missed)
	}
}
