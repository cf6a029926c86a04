package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/failure"
)

// changing are the system calls by which files change, but for the opening of new
// ones: what comes next to an opening is on the list.
var changing = []string{"mkdirat", "write", "fsync", "renameat", "unlinkat"}

// A crashing is a command that writes what people write, with what it needs
// besides the small site.
type crashing struct {
	args, stdin string
	files       map[string]string // added to what is there
	git         bool
}

var crashes = map[string]crashing{
	"check --fix": {args: "check --fix --yes", files: map[string]string{
		"content/netwerk/delen.nl.md": "\nTwee. [z.p.](cite:boke)\n", "content/netwerk/delen.en.md": "\nTwo. [n.p.](cite:boke)\n"}},
	"check --baseline": {args: "check --baseline data/base.json"},
	"contacts checked": {args: "contacts checked pomp --by editor --on 2026-11-01", files: map[string]string{"data/contacts/pomp.yaml": "name: Pomp\n"}},
	"deny": {args: "deny --kind person", stdin: "Aafje Aardbei\nBartje Braam\n", files: map[string]string{
		"data/denied.yaml": "salt: '00112233445566778899aabbccddeeff'\nwords: []\n"}}, // a list of its own would have another salt each time
	"eject":        {args: "eject layouts/_partials/site/footer.html layouts/_partials/site/header.html"},
	"glossary add": {args: "glossary add nieuw"},
	"import":       {args: "import --grade primary --use read works.bib", files: map[string]string{"works.bib": twoWorks}},
	"looked": {args: "looked --by editor --on 2026-11-01 content/netwerk/delen.nl.md:8", files: map[string]string{
		"content/netwerk/delen.nl.md": "In 2019 waren er drie.\n", "content/netwerk/delen.en.md": "In 2021 there were three.\n"}},
	"mv":      {args: "mv --yes /netwerk/delen /netwerk/stukken"},
	"new":     {args: "new page /netwerk/nieuw --type overview"},
	"release": {args: "release"},
	"retire":  {args: "retire /netwerk/delen --yes --reason nl=Weg. --reason en=Gone.", git: true},
	"review": {args: "review /netwerk/delen --role lawyer --scope facts --on 2026-11-01", files: map[string]string{
		"i18n/nl.toml": "role_lawyer = 'jurist'\n", "i18n/en.toml": "role_lawyer = 'lawyer'\n"}},
	"translations seen": {args: "translations seen --all"},
}

const twoWorks = `
@book{a, title = {The first book}, author = {Jansen, Jan}, year = 2020, publisher = {Press}}
@book{b, title = {Another one}, author = {Pietersen, Piet}, year = 2021, publisher = {Press}}
`

// A command that is killed at any system call, or meets a full disk there, has
// changed all or nothing, at the latest when the next command has run. Without
// -trial three commands, which make, mend and move files, are killed once, between the
// decision to change and the end of the change, and the disk is full once: all go
// through publish.Change (TestOneDoor), whose ways are all tried there.
func TestCrashes(t *testing.T) {
	for name, c := range crashes {
		if sample := []string{"check --fix", "glossary add", "mv"}; !*trial && !slices.Contains(sample, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			before, after := c.site(t), c.site(t)
			c.run(t, after)
			old, renewed := authored(t, before), authored(t, after)
			if old == renewed {
				t.Fatal("the command changes nothing")
			}
			faults := map[string]int{}
			try := func(call, fault string, n int) bool {
				if !c.faulty(t, before, call, fault, n) {
					before = c.site(t)
					return false
				}
				faults[fault]++
				crashing{args: "eject"}.run(t, before) // the next command, which does nothing of its own
				if got := authored(t, before); got != old && got != renewed {
					t.Fatalf("%s at %s %d: half of it is left", fault, call, n)
				} else if got != old {
					before = c.site(t)
				}
				return true
			}
			if !*trial {
				for call, fault := range map[string]string{"fsync": "error=ENOSPC", "renameat": "signal=KILL"} {
					// strace counts by thread, and can leave a fault out without a word.
					for tries := 0; tries < 12 && !try(call, fault, 3-tries%3); tries++ {
					}
				}
			}
			for _, call := range changing {
				for _, fault := range []string{"signal=KILL", "error=ENOSPC"} {
					for n := 1; *trial && try(call, fault, n); n++ {
					}
				}
			}
			if faults["signal=KILL"] == 0 || faults["error=ENOSPC"] == 0 {
				t.Errorf("only %v", faults)
			}
		})
	}
}

// Whoever changes the site does so under its lock, and by publish.Change: all at
// once. What is not of the site itself is listed, with what holds there.
func TestOneDoor(t *testing.T) {
	others := map[string]string{
		"checkbaseline.go": "write.File", // one that stands outside the site
		"mv.go":            "os.Remove",  // of folders that are empty
	}
	direct := regexp.MustCompile(`\b(os\.(WriteFile|Create|OpenFile|Rename|Remove|RemoveAll|Mkdir|MkdirAll)|write\.Files?)\(`)
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range direct.FindAllStringSubmatch(string(src), -1) {
			if !strings.HasSuffix(name, "_test.go") && others[name] != m[1] {
				t.Errorf("%s calls %s: publish.Change takes the lock, and leaves nothing half", name, m[1])
			}
		}
	}
}

// site makes a small site in which the command has something to do.
func (c crashing) site(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := miniSite(dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range c.files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		old, _ := os.ReadFile(name)
		if err := os.WriteFile(name, append(old, text...), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if c.git {
		for _, args := range []string{"init -q", "add content data", "-c user.name=a -c user.email=a@b.example commit -qm first"} {
			if output, err := exec.Command("git", append([]string{"-C", dir}, strings.Fields(args)...)...).CombinedOutput(); err != nil {
				t.Fatalf("git %s: %v\n%s", args, err, output)
			}
		}
	}
	return dir
}

func (c crashing) command(t *testing.T, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), name, append(args, strings.Fields(c.args)...)...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(c.stdin)
	return cmd
}

// run runs the command in a site; what it says is left to other tests.
func (c crashing) run(t *testing.T, dir string) {
	t.Helper()
	cmd := c.command(t, dir, "wijzer")
	if output, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != failure.ExitFindings {
		t.Fatalf("wijzer %v: %v\n%s", c.args, err, output)
	}
}

// faulty runs the command with a fault at the n-th system call of a kind. It
// reports whether the fault did anything: past the last such call nothing does.
func (c crashing) faulty(t *testing.T, dir, call, fault string, n int) bool {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	inject := fmt.Sprintf("inject=%s:%s:when=%d", call, fault, n)
	cmd := c.command(t, dir, "strace", "-f", "--seccomp-bpf", "-qq", "-o", trace, "-e", "trace="+call, "-e", inject, "wijzer")
	output, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil || strings.Contains(string(output), "strace: ") {
		t.Fatalf("%v: %s (make test installs strace)", err, output)
	}
	traced, _ := os.ReadFile(trace)
	return cmd.ProcessState.ExitCode() < 0 || strings.Contains(string(traced), "INJECTED")
}

// authored returns a sum of what people write; hidden files count.
func authored(t *testing.T, dir string) string {
	t.Helper()
	var sums []string
	for _, name := range []string{"content", "data", "layouts"} {
		sum, err := treeSum(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, sum)
	}
	return strings.Join(sums, " ")
}
