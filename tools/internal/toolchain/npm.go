// Package toolchain knows the programs and packages that work on a site
// needs besides wijzer itself: whether they are there, as pinned, how they
// come, and how they are run.
package toolchain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/dirhash"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/write"
)

// What says which npm packages there are. npm compares archives with the
// first when it installs; the second has the hash of what is in each, as in
// go.sum, with which what stands in node_modules is compared whenever it is
// used.
const (
	LockFile = "package-lock.json"
	SumFile  = "package-lock.sum"
)

// NpmLock is the part of package-lock.json that matters here.
type NpmLock struct {
	Packages map[string]NpmPackage `json:"packages"` // by folder, such as node_modules/axe-core
	sums     map[string]string     // by name and version
}

// NpmPackage is what a package is to be.
type NpmPackage struct {
	Version   string `json:"version"`
	Integrity string `json:"integrity"` // of its archive
	License   string `json:"license"`
	Optional  bool   `json:"optional"` // for other machines than this, perhaps
}

// ReadNpmLock returns the packages that the repository at root asks for.
func ReadNpmLock(root string) (*NpmLock, error) {
	text, err := os.ReadFile(filepath.Join(root, LockFile))
	sums, sumsErr := os.ReadFile(filepath.Join(root, SumFile))
	if err = errors.Join(err, sumsErr); err != nil {
		return nil, &failure.Error{Code: failure.ExitEnvironment, Message: fmt.Sprintf("%s or %s cannot be read", LockFile, SumFile),
			Hint: "restore it from version control: it says which packages to use", Err: err}
	}
	lock := NpmLock{sums: map[string]string{}}
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, &failure.Error{Code: failure.ExitEnvironment, Message: LockFile + " is not valid JSON",
			Hint: "restore it from version control", Err: err}
	}
	delete(lock.Packages, "") // the repository itself
	for line := range strings.Lines(string(sums)) {
		name, sum, _ := strings.Cut(strings.TrimSpace(line), " ")
		lock.sums[name] = sum
	}
	return &lock, nil
}

// Name returns name and version of the package that stands in a folder.
func (l *NpmLock) Name(dir string) string {
	return dir[strings.LastIndex(dir, "node_modules/")+len("node_modules/"):] + "@" + l.Packages[dir].Version
}

// strays lists the packages that are absent or hold something else than is pinned.
func (l *NpmLock) strays(root string) (names []string) {
	for _, dir := range slices.Sorted(maps.Keys(l.Packages)) {
		at := filepath.Join(root, filepath.FromSlash(dir))
		if l.Packages[dir].Optional && !write.Exists(at) {
			continue
		}
		if sum, err := SumPackage(os.DirFS(at)); err != nil || sum != l.sums[l.Name(dir)] {
			names = append(names, l.Name(dir))
		}
	}
	return names
}

// SumPackage returns the hash of what is in a package, without the packages in it.
func SumPackage(files fs.FS) (string, error) {
	var names []string
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path.Base(name) == "node_modules" {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return dirhash.Hash1(names, func(name string) (io.ReadCloser, error) { return files.Open(name) })
}

// Pinned returns an error unless all npm packages are there, and as pinned.
// Who runs one asks first.
func Pinned(root string) error {
	lock, err := ReadNpmLock(root)
	if err != nil {
		return err
	}
	if strays := lock.strays(root); len(strays) > 0 {
		return failure.Environment("npm ci", "missing, or not as pinned in %s: %s", SumFile, few(strays))
	}
	return nil
}

// npmInstall runs npm ci. Scripts of packages are not run: none that we use
// has one, and none should get the chance.
func npmInstall(ctx context.Context, root string) error {
	if info, err := os.Lstat(filepath.Join(root, "node_modules")); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return failure.Environment("run npm ci in the folder that it points to, or remove the link",
			"node_modules is a link and not as %s asks: npm ci would empty a folder elsewhere", LockFile)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return failure.Environment("install Node.js 20 or newer with npm: https://nodejs.org/, or apt-get install nodejs npm; then run npm ci",
			"npm is not on this machine, and tests need packages of it")
	}
	output, err := runTool(ctx, root, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error",
		"--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000") // without a network it would try for more than a minute
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if code := npmAlone.FindString(output); err != nil && code != "" {
		return failure.Environment("on a machine with a network: npm ci in a copy of this folder; bring its node_modules here, and wijzer doctor compares each file with "+SumFile+". A proxy goes into HTTPS_PROXY",
			"npm cannot reach where its packages are (%s); tests need them, sites do not", code)
	}
	if err != nil {
		return &failure.Error{Code: failure.ExitEnvironment, Message: "npm ci failed: " + npmReason(output), Err: err,
			Hint: "run npm ci in " + root + " and look at what it says; it needs the network"}
	}
	return nil
}

// npmAlone is how npm says that there is no network.
var npmAlone = regexp.MustCompile(`\b(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|E(?:CONN)?TIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b`)

// npmReason returns the first lines in which npm says what is wrong; its
// last ones only tell where its log is.
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
