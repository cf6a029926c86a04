// Package toolchain knows the programs and packages that a build needs besides
// wijzer itself: whether they are there, how they come, and how they are run.
package toolchain

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
)

const lockfileName = "package-lock.json"

// npmLock is the part of package-lock.json that matters here.
type npmLock struct {
	Packages map[string]npmPackage `json:"packages"` // by folder, such as node_modules/axe-core
}

type npmPackage struct {
	Version  string `json:"version"`
	Dev      bool   `json:"dev"`
	Optional bool   `json:"optional"`
}

// readNpmLock reads the versions that the site asks for.
func readNpmLock(root string) (*npmLock, error) {
	text, err := os.ReadFile(filepath.Join(root, lockfileName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, failure.Environment("restore it from version control: it says which packages to use",
			"%s is missing in %q", lockfileName, root)
	}
	if err != nil {
		return nil, failure.File("reading "+lockfileName, err)
	}
	var lock npmLock
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, &failure.Error{Code: failure.ExitEnvironment, Message: lockfileName + " is not valid JSON",
			Hint: "restore it from version control", Err: err}
	}
	return &lock, nil
}

// missing lists the packages that a build needs and that are absent or of
// another version; with dev also those that only the tests need.
func (l *npmLock) missing(root string, dev bool) []string {
	var lacking []string
	for _, dir := range slices.Sorted(maps.Keys(l.Packages)) {
		p := l.Packages[dir]
		needed := dir != "" && !p.Optional && (dev || !p.Dev)
		if needed && installedVersion(root, dir) != p.Version {
			lacking = append(lacking, strings.TrimPrefix(dir, "node_modules/")+"@"+p.Version)
		}
	}
	return lacking
}

func installedVersion(root, dir string) string {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(dir), "package.json"))
	if err != nil {
		return ""
	}
	var p npmPackage
	json.Unmarshal(text, &p)
	return p.Version
}

// EnsurePackages installs what package-lock.json asks for when a build would
// miss some of it. say tells the user what takes so long.
func EnsurePackages(ctx context.Context, root string, say func(string)) error {
	lock, err := readNpmLock(root)
	if err != nil {
		return err
	}
	lacking := lock.missing(root, false)
	if len(lacking) == 0 {
		return nil
	}
	say("missing " + few(lacking) + ": running npm ci")
	if err := npmInstall(ctx, root); err != nil {
		return err
	}
	if lacking = lock.missing(root, false); len(lacking) > 0 {
		return failure.Environment("look at "+lockfileName,
			"npm ci ran, but still missing: %s", few(lacking))
	}
	return nil
}

// npmInstall runs npm ci. Scripts of packages are not run: none that we use has
// one, and none should get the chance.
func npmInstall(ctx context.Context, root string) error {
	if info, err := os.Lstat(filepath.Join(root, "node_modules")); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return failure.Environment("run npm ci in the folder that it points to, or remove the link",
			"node_modules is a link and not as %s asks: npm ci would empty a folder elsewhere", lockfileName)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return failure.Environment("install Node.js 20 or newer with npm: https://nodejs.org/, or apt-get install nodejs npm; then run npm ci",
			"npm is not on this machine, and it is needed once to get the CSS packages")
	}
	output, err := runTool(ctx, root, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return &failure.Error{Code: failure.ExitEnvironment, Message: "npm ci failed: " + npmReason(output), Err: err,
			Hint: "run npm ci in " + root + " and look at what it says; it needs the network"}
	}
	return nil
}

// npmReason returns the first lines in which npm says what is wrong; its last
// ones only tell where its log is.
func npmReason(output string) string {
	var said []string
	for line := range strings.Lines(output) {
		if text := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "npm error")); text != "" && !strings.HasPrefix(text, "npm warn") {
			said = append(said, text)
		}
	}
	return strings.Join(said[:min(len(said), 4)], "\n    ")
}

// few names some of a list, for a message of one line.
func few(names []string) string {
	const most = 3
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " and more"
}
