package main

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The newest of each module is got; one that asks for a newer Go is named and gets its patch.
func TestUpdateGetsWhatCanBeHad(t *testing.T) {
	proxy, root := t.TempDir(), t.TempDir()
	for _, m := range []struct{ name, version, goes string }{
		{"example.org/bike", "v1.0.0", "1.21"}, {"example.org/bike", "v1.2.0", "1.21"},
		{"example.org/road", "v1.0.0", "1.21"}, {"example.org/road", "v1.0.1", "1.21"}, {"example.org/road", "v1.1.0", "1.999"},
	} {
		serveModule(t, proxy, m.name, m.version, fmt.Sprintf("module %s\n\ngo %s\n", m.name, m.goes))
	}
	for name, value := range map[string]string{"GOPROXY": "file://" + proxy, "GOSUMDB": "off", "GOMODCACHE": t.TempDir(), "GOFLAGS": "-modcacherw"} {
		t.Setenv(name, value)
	}
	write(t, filepath.Join(root, "go.mod"), "module example.org/house\n\ngo 1.21\n\nrequire (\n\texample.org/bike v1.0.0\n\texample.org/road v1.0.0\n)\n")
	write(t, filepath.Join(root, "house.go"), "package house\n\nimport (\n\t_ \"example.org/bike\"\n\t_ \"example.org/road\"\n)\n")
	kept, err := update(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != 1 || !strings.HasPrefix(kept[0], "example.org/road: ") || !strings.Contains(kept[0], "go >= 1.999") {
		t.Errorf("kept %q", kept)
	}
	got, _ := os.ReadFile(filepath.Join(root, "go.mod"))
	if !strings.Contains(string(got), "bike v1.2.0") || !strings.Contains(string(got), "road v1.0.1") {
		t.Errorf("%s", got)
	}
}

// serveModule puts a module into a folder that Go takes for a proxy.
func serveModule(t *testing.T, proxy, name, version, mod string) {
	t.Helper()
	at := filepath.Join(proxy, name, "@v")
	if err := os.MkdirAll(at, 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(at, version+".info"), fmt.Sprintf(`{"Version": %q}`, version))
	write(t, filepath.Join(at, version+".mod"), mod)
	list, _ := os.ReadFile(filepath.Join(at, "list"))
	write(t, filepath.Join(at, "list"), string(list)+version+"\n")
	file, err := os.Create(filepath.Join(at, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	packed := zip.NewWriter(file)
	for name, text := range map[string]string{name + "@" + version + "/go.mod": mod, name + "@" + version + "/a.go": "package a\n"} {
		w, err := packed.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
