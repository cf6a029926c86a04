package bench

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/toolchain"
)

// BenchmarkLoad asks nginx for every page in turn, published and configured as wijzer does,
// as fast as this machine can for twenty seconds a round: a minute with -benchtime 3x. An
// answer that is none ends it. Beside it stands nginx with one file of a kilobyte.
func BenchmarkLoad(b *testing.B) {
	dir, err := os.MkdirTemp("", "load") // where nginx can read
	must(b, err)
	b.Cleanup(func() { os.RemoveAll(dir) })
	must(b, os.Chmod(dir, 0o755))
	source, target, bare := filepath.Join(dir, "source"), filepath.Join(dir, "target"), filepath.Join(dir, "bare")
	grow(b, source, 0)
	run(b, wijzer(b, source, "publish", target))
	must(b, os.Mkdir(bare, 0o755))
	must(b, os.WriteFile(filepath.Join(bare, "index.html"), []byte(strings.Repeat("a line\n", 146)), 0o644))
	nginx, _ := headers.Find("nginx")
	site := startNginx(b, filepath.Join(target, "current"), nginx.Make(headers.Site{Languages: []string{"nl", "en"}}))
	small := startNginx(b, bare, "")
	script := filepath.Join(dir, "pages.lua")
	must(b, os.WriteFile(script, []byte(askAll(b, filepath.Join(target, "current"))), 0o644))
	var ours, theirs float64
	for b.Loop() {
		ours += load(b, site, "-s", script)
		theirs += load(b, small)
	}
	report(b, ours/float64(b.N), "answers/s")
	report(b, theirs/float64(b.N), "answers/s/bare")
	report(b, ours/theirs, "x/bare")
}

func startNginx(b *testing.B, root, configuration string) string {
	address, stop, err := toolchain.Serve(b.Context(), "nginx", root, configuration)
	must(b, err)
	b.Cleanup(stop)
	return address
}

// askAll returns a script for wrk that asks for all pages in turn, as browsers do.
func askAll(b *testing.B, root string) string {
	var pages []string
	must(b, fs.WalkDir(os.DirFS(root), ".", func(name string, _ fs.DirEntry, err error) error {
		if page, ok := strings.CutSuffix(name, "index.html"); ok {
			pages = append(pages, fmt.Sprintf("%q", "/"+page))
		}
		return err
	}))
	return "local pages, n = {" + strings.Join(pages, ",") + `}, 0
		request = function() n = n % #pages + 1; return wrk.format("GET", pages[n], {["Accept-Encoding"] = "br, gzip"}) end`
}

var perSecond = regexp.MustCompile(`Requests/sec:\s+([\d.]+)`)

// load returns how many answers a second there were.
func load(b *testing.B, address string, args ...string) float64 {
	b.Helper()
	out, err := exec.Command("wrk", append(args, "-t1", "-c64", "-d20s", address+"/")...).CombinedOutput()
	m := perSecond.FindSubmatch(out)
	if err != nil || m == nil || strings.Contains(string(out), "Non-2xx") || strings.Contains(string(out), "errors") {
		b.Fatalf("%v\n%s", err, out)
	}
	n, _ := strconv.ParseFloat(string(m[1]), 64)
	return n
}
