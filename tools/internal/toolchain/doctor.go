package toolchain

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/write"
)

// A Need is something that work on a site asks of a machine.
type Need struct {
	Name     string
	Found    string // what there is, or what was looked for
	Mend     string // the command that brings it, when it is not Met
	Met      bool
	Optional bool // building and previewing do without

	ours bool // where wijzer itself is made, and nowhere else

	install func(ctx context.Context, root string) error
	look    func(ctx context.Context, root string) (found string, met bool)
}

// needs are in the order in which they build on each other.
var needs = []Need{
	{Name: "go", Optional: true, ours: true, look: lookGo, Mend: "install Go " + wantGo + " or newer: https://go.dev/dl/"},
	{Name: "git", Optional: true, look: lookVersion("git", "", "--version"), Mend: "apt-get install git"},
	{Name: "node", Optional: true, ours: true, look: lookVersion("node", wantNode, "--version"), Mend: "install Node.js " + wantNode + " or newer: https://nodejs.org/ or apt-get install nodejs"},
	{Name: "npm", Optional: true, ours: true, look: lookVersion("npm", "", "--version"), Mend: "apt-get install npm, or install Node.js with npm: https://nodejs.org/"},
	{Name: "npm packages", ours: true, look: lookPackages, Mend: "npm ci", install: npmInstall},
	{Name: "chromium", Optional: true, ours: true, look: lookChromium, Mend: "apt-get install chromium", install: apt(chromiumPackages...)},
	{Name: "readers", Optional: true, ours: true, look: lookReaders, Mend: "apt-get install " + strings.Join(readerPackages, " "), install: apt(readerPackages...)},
	{Name: "pdftotext", Optional: true, look: lookPDF, Mend: "apt-get install poppler-utils", install: apt("poppler-utils")},
	{Name: "w3m", Optional: true, ours: true, look: lookVersion("w3m", "", "-version"), Mend: "apt-get install w3m", install: apt("w3m")},
	{Name: "java", Optional: true, ours: true, look: lookVersion("java", "11", "-version"), Mend: "apt-get install default-jre-headless", install: apt("default-jre-headless")},
	{Name: "strace", Optional: true, ours: true, look: lookVersion("strace", "", "--version"), Mend: "apt-get install strace", install: apt("strace")},
	{Name: "sshd", Optional: true, ours: true, look: lookFiles("/usr/sbin/sshd"), Mend: "apt-get install openssh-server", install: apt("openssh-server")},
	webServer("nginx"), webServer("apache"), webServer("caddy"),
	{Name: "wrk", Optional: true, ours: true, look: lookFiles("/usr/bin/wrk"), Mend: "apt-get install wrk", install: apt("wrk")},
	{Name: "xmllint", Optional: true, ours: true, look: lookFiles("/usr/bin/xmllint"), Mend: "apt-get install libxml2-utils", install: apt("libxml2-utils")},
	{Name: "write access", look: lookAccess, Mend: "change the owner: chown -R $(id -u) ."},
	{Name: "free space", look: lookSpace, Mend: "remove what you do not need; go clean -cache frees much"},
}

const (
	wantGo    = "1.26"
	wantNode  = "20"
	wantSpace = 300 << 20 // two builds side by side, room for the rest
)

// Examine looks at the machine. What tests need is looked for where they stand.
func Examine(ctx context.Context, root string) (examined []Need) {
	for _, n := range needs {
		if n.ours && !write.Exists(filepath.Join(root, "go.mod")) {
			continue
		}
		n.Found, n.Met = n.look(ctx, root)
		examined = append(examined, n)
	}
	return examined
}

// Install tries to bring what is missing and looks again. A need that is
// met, or that wijzer cannot bring, comes back as it was. Tools work side
// by side, each on one need at a time: the tool is the first word of Mend.
func Install(ctx context.Context, root string, say func(string)) []Need {
	examined := Examine(ctx, root)
	installAll(ctx, root, examined, say)
	return examined
}

func installAll(ctx context.Context, root string, needs []Need, say func(string)) {
	byTool := map[string][]*Need{}
	for i, n := range needs {
		if tool, _, _ := strings.Cut(n.Mend, " "); n.install != nil {
			byTool[tool] = append(byTool[tool], &needs[i])
		}
	}
	var tools sync.WaitGroup
	var saying sync.Mutex
	for _, needs := range byTool {
		tools.Go(func() {
			for _, n := range needs {
				n.bring(ctx, root, func(text string) { saying.Lock(); defer saying.Unlock(); say(text) })
			}
		})
	}
	tools.Wait()
}

// bring installs one need, unless an earlier one brought it along.
func (n *Need) bring(ctx context.Context, root string, say func(string)) {
	if n.Found, n.Met = n.look(ctx, root); n.Met {
		return
	}
	say("installing " + n.Name + ": " + n.Mend)
	if err := n.install(ctx, root); err != nil {
		n.Found = err.Error()
		if known, ok := errors.AsType[*failure.Error](err); ok && known.Hint != "" {
			n.Mend = known.Hint // what failed once is no remedy
		}
		return
	}
	n.Found, n.Met = n.look(ctx, root)
}

var versionNumber = regexp.MustCompile(`\d+(\.\d+)+`)

// lookVersion returns a look that runs a tool and compares the first number
// that it prints. An empty want accepts all.
func lookVersion(tool, want string, args ...string) func(context.Context, string) (string, bool) {
	return func(ctx context.Context, root string) (string, bool) {
		if _, err := exec.LookPath(tool); err != nil {
			return "not found on the PATH", false
		}
		output, err := runTool(ctx, root, tool, args...)
		if err != nil {
			return "does not run: " + lastLines(output, 1), false
		}
		version := versionNumber.FindString(output)
		if !atLeast(version, want) {
			return fmt.Sprintf("%s found, %s wanted", version, want), false
		}
		return version, true
	}
}

// lookGo asks outside the site: there go.mod would make an older Go fetch a
// newer one, and what counts is what is installed.
func lookGo(ctx context.Context, _ string) (string, bool) {
	return lookVersion("go", wantGo, "env", "GOVERSION")(ctx, os.TempDir())
}

// atLeast compares versions by their numbers.
func atLeast(version, want string) bool {
	if want == "" {
		return true
	}
	have := strings.Split(version, ".")
	for i, part := range strings.Split(want, ".") {
		wanted, _ := strconv.Atoi(part)
		found := 0
		if i < len(have) {
			found, _ = strconv.Atoi(have[i])
		}
		if found != wanted {
			return found > wanted
		}
	}
	return true
}

func lookPackages(_ context.Context, root string) (string, bool) {
	if err := Pinned(root); err != nil {
		return err.Error(), false
	}
	return "as in " + SumFile, true
}

// chromiumNames are what browsers that the tests can drive are called.
var chromiumNames = []string{"chromium", "chromium-browser", "google-chrome", "chrome"}

func lookChromium(ctx context.Context, root string) (string, bool) {
	for _, name := range chromiumNames {
		if path, err := exec.LookPath(name); err == nil {
			return lookVersion(path, "", "--version", "--no-sandbox")(ctx, root)
		}
	}
	return "not found on the PATH (needed by the browser tests only)", false
}

func lookPDF(ctx context.Context, root string) (string, bool) {
	found, met := lookVersion("pdftotext", "", "-v")(ctx, root)
	if !met {
		found += " (needed by wijzer sources verify only, for PDF)"
	}
	return found, met
}

// readerPackages hold the programs that read the downloads back in tests.
var readerPackages = []string{"raptor2-utils", "python3-rdflib", "python3-translate", "python3-openpyxl"}

func lookReaders(ctx context.Context, root string) (string, bool) {
	found, met := lookVersion("rapper", "", "--version")(ctx, root)
	if !met {
		return "rapper: " + found + " (needed by the tests of downloads only)", false
	}
	if _, err := runTool(ctx, root, "/usr/bin/python3", "-c", "import openpyxl, rdflib, translate.storage.tbx"); err != nil {
		return "/usr/bin/python3 lacks openpyxl, rdflib or translate (needed by the tests of downloads only)", false
	}
	return "rapper " + found + ", openpyxl, rdflib, translate", true
}

// chromiumPackages are Chromium and one font: a page without glyphs has no
// sizes to test.
var chromiumPackages = []string{"chromium", "fonts-liberation"}

// webServer is one with which tests serve the site.
func webServer(name string) Need {
	s := servers[name]
	return Need{Name: name, Optional: true, ours: true, look: lookFiles(append(s.files, s.program)...),
		Mend: "apt-get install " + strings.Join(s.packages, " "), install: apt(s.packages...)}
}

// lookFiles looks for what Debian keeps from the PATH of users.
func lookFiles(files ...string) func(context.Context, string) (string, bool) {
	return func(context.Context, string) (string, bool) {
		for _, file := range files {
			if !write.Exists(file) {
				return file + " is not there (needed by the tests of publishing only)", false
			}
		}
		return files[len(files)-1], true
	}
}

// apt returns an install of packages of Debian.
func apt(packages ...string) func(context.Context, string) error {
	return func(ctx context.Context, root string) error {
		if os.Geteuid() != 0 || !write.Exists("/etc/debian_version") {
			return failure.Environment("", "wijzer installs this only as root on Debian or Ubuntu")
		}
		started := units()
		quietly := []string{"DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1", "RUNLEVEL=1"} // no server is to start
		install := slices.Concat(quietly, []string{"apt-get", "install", "-y", "--no-install-recommends"}, packages)
		output, err := runTool(ctx, root, "env", install...)
		if err != nil { // the list of packages may be old, or not there at all
			if output, err = runTool(ctx, root, "apt-get", "update"); err == nil {
				output, err = runTool(ctx, root, "env", install...)
			}
		}
		if err != nil {
			return aptFailure(output, packages)
		}
		return dormant(ctx, root, started)
	}
}

// aptFailure explains why apt-get failed by what it said.
func aptFailure(output string, packages []string) error {
	if !aptAlone.MatchString(output) {
		return failure.Environment("", "apt-get failed: %s", lastLines(output, 2))
	}
	return failure.Environment("on a machine of the same system with a network: apt-get install --download-only "+strings.Join(packages, " ")+"; bring /var/cache/apt/archives/*.deb and install them with dpkg -i",
		"apt-get cannot reach where its packages are: %s", lastLines(output, 1))
}

// aptAlone is how apt-get says that there is no network.
var aptAlone = regexp.MustCompile(`Could not (?:resolve|connect)|Temporary failure resolving|Cannot initiate the connection|Failed to fetch`)

// wanted is where systemd finds what starts with the machine.
const wanted = "/etc/systemd/system/*.wants/*"

func units() []string {
	units, _ := filepath.Glob(wanted)
	return units
}

// dormant has what was installed for tests not start with the machine: a
// server that nobody asked for is open to all. What started before stays.
func dormant(ctx context.Context, root string, before []string) error {
	for _, unit := range units() {
		if slices.Contains(before, unit) {
			continue
		}
		if output, err := runTool(ctx, root, "systemctl", "--quiet", "disable", filepath.Base(unit)); err != nil {
			return failure.Environment("systemctl disable "+filepath.Base(unit), "%s will start with this machine: %s", filepath.Base(unit), lastLines(output, 1))
		}
	}
	return nil
}

func lookAccess(_ context.Context, root string) (string, bool) {
	for _, dir := range []string{".", site.Generated} {
		dir = filepath.Join(root, dir)
		if dir != root && !write.Exists(dir) {
			continue
		}
		if err := write.Changeable(dir); err != nil {
			return err.Error(), false
		}
	}
	return root, true
}

func lookSpace(_ context.Context, root string) (string, bool) {
	free, known := freeSpace(root)
	if !known {
		return "unknown on this system", true
	}
	found := fmt.Sprintf("%d MB", free>>20)
	if free < wantSpace {
		return fmt.Sprintf("%s, %d MB wanted", found, wantSpace>>20), false
	}
	return found, true
}
