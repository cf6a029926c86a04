package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"

	"comwijzer/tools/internal/toolchain"
)

const root = "../.."

// allowed are the licences of what is linked or sent to readers: they ask for a notice, or
// for the source of their own files, and go with the EUPL.
var allowed = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EUPL-1.2", "ISC", "MIT", "MPL-2.0", "OFL-1.1", "Unlicense"}

// THIRD-PARTY.md names every part with its licence, and none comes under another.
func TestThirdPartyIsWhole(t *testing.T) {
	list, err := parts(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "THIRD-PARTY.md"))
	if err != nil || !bytes.Contains(text, []byte(licenceList(list))) {
		t.Errorf("THIRD-PARTY.md does not name all parts as they are: go run ./tools/supply pin (%v)", err)
	}
	for _, p := range list {
		for id := range strings.SplitSeq(p.licence, " AND ") {
			if (p.module || p.served) && !slices.Contains(allowed, id) {
				t.Errorf("%s comes under %s", p.name, id)
			}
		}
		if p.module && p.text == "" {
			t.Errorf("no text of the licence of %s", p.name)
		}
	}
}

// Every package of the lock is pinned, for machines that this one is not too.
func TestEveryPackageIsPinned(t *testing.T) {
	lock, err := toolchain.ReadNpmLock(root)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(filepath.Join(root, toolchain.SumFile))
	names := map[string]bool{}
	for dir := range lock.Packages {
		names[lock.Name(dir)] = true
		if !strings.Contains("\n"+string(text), "\n"+lock.Name(dir)+" h1:") {
			t.Errorf("%s is not pinned: go run ./tools/supply pin", lock.Name(dir))
		}
	}
	if lines := bytes.Count(text, []byte("\n")); lines != len(names) {
		t.Errorf("%d pins for %d packages", lines, len(names))
	}
}

// An archive of which one byte changed is refused.
func TestUnpackRefusesOtherArchives(t *testing.T) {
	if _, err := unpack([]byte("other"), "sha512-AAAA"); err == nil {
		t.Error("another archive is taken")
	}
}

// The list of parts of a program names what is written into it.
func TestBill(t *testing.T) {
	info, _ := debug.ReadBuildInfo()
	style := part{name: "@a/style", version: "1.0.0", licence: "MIT", served: true, sum: "sha512-AAAA"}
	text, err := bill("wijzer", info, []part{style, {name: info.Deps[0].Path, licence: "BSD-3-Clause", module: true}})
	if err != nil {
		t.Fatal(err)
	}
	var b cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(text), cdx.BOMFileFormatJSON).Decode(&b); err != nil {
		t.Fatal(err)
	}
	list := *b.Components
	if len(list) != len(info.Deps)+2 || list[0].Name != "std" || list[1].PackageURL != "pkg:golang/"+info.Deps[0].Path+"@"+info.Deps[0].Version ||
		(*list[1].Licenses)[0].Expression != "BSD-3-Clause" || list[len(list)-1].PackageURL != "pkg:npm/%40a/style@1.0.0" || (*list[len(list)-1].Hashes)[0].Value != "000000" {
		t.Errorf("%s", text)
	}
	again, _ := bill("wijzer", info, []part{style, {name: info.Deps[0].Path, licence: "BSD-3-Clause", module: true}})
	if !bytes.Equal(text, again) {
		t.Error("two lists of one program differ")
	}
}

func TestServed(t *testing.T) {
	text, err := served(root, []part{{name: "@a/style", version: "1.0.0", served: true}, {name: "axe-core"}})
	if err != nil || !bytes.Contains(text, []byte(`"assets/css/site.css"`)) || !bytes.Contains(text, []byte("%40a/style")) || bytes.Contains(text, []byte("axe")) {
		t.Errorf("%v\n%s", err, text)
	}
}

// Others can check the sums, and see a change.
func TestSums(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "wijzer"), []byte("program"), 0o666)
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	check := func() error {
		cmd := exec.Command("sha256sum", "--check", "--quiet", "SHA256SUMS")
		cmd.Dir = dir
		return cmd.Run()
	}
	if err := check(); err != nil {
		t.Error(err)
	}
	os.WriteFile(filepath.Join(dir, "wijzer"), []byte("other"), 0o666)
	if check() == nil {
		t.Error("a change is not seen")
	}
}

// What is in no commit is not released, nor into a folder with something in it.
func TestReleaseIsOfACommit(t *testing.T) {
	dir := t.TempDir()
	exec.Command("git", "init", "-q", dir).Run()
	os.WriteFile(filepath.Join(dir, "new.go"), nil, 0o666)
	if err := ready(t.Context(), dir, filepath.Join(dir, "dist")); err == nil || !strings.Contains(err.Error(), "new.go") {
		t.Error(err)
	}
}
