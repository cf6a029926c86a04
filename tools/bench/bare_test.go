package bench

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	hugoconfig "github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/pelletier/go-toml/v2"

	"comwijzer/tools/internal/toolchain"
)

// barePage is a layout that shows what a page says, and what a section holds.
const barePage = `<!doctype html>
<html lang="{{ site.Language.Name }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>{{ .Content }}
{{ if .IsNode }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
</main></body></html>
`

// strip makes of the site in from, in dir, a site with the same Markdown and
// addresses and that layout.
func strip(b *testing.B, from, dir string) {
	b.Helper()
	text, err := os.ReadFile(filepath.Join(from, "config.toml"))
	must(b, err)
	config := map[string]any{}
	must(b, toml.Unmarshal(text, &config))
	var mounts []map[string]string
	for source, target := range map[string]string{"content": "content", "adapters": "content", "data": "data"} {
		mounts = append(mounts, map[string]string{"source": filepath.Join(from, source), "target": target})
	}
	mounts = append(mounts, map[string]string{"source": "layouts", "target": "layouts"})
	config["module"] = map[string]any{"mounts": mounts}
	text, err = toml.Marshal(config)
	must(b, err)
	must(b, os.WriteFile(filepath.Join(dir, "config.toml"), text, 0o644))
	must(b, os.Mkdir(filepath.Join(dir, "layouts"), 0o755))
	must(b, os.WriteFile(filepath.Join(dir, "layouts", "all.html"), []byte(barePage), 0o644))
}

// bareHugo builds a site as the hugo command does.
func bareHugo(dir string) error {
	out := filepath.Join(dir, "public")
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	flags := hugoconfig.New()
	flags.Set("workingDir", dir)
	flags.Set("publishDir", out)
	flags.Set("cacheDir", filepath.Join(dir, "cache"))
	flags.Set("internal", hmaps.Params{"running": false, "watch": false})
	logger := loggers.New(loggers.Options{StdOut: io.Discard, StdErr: io.Discard})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: flags, Fs: hugofs.Os, Filename: filepath.Join(dir, "config.toml"), Environment: "production", Logger: logger,
	})
	if err != nil {
		return err
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFromSourceAndDestination(hugofs.Os, hugofs.Os, flags), TestLogger: logger,
	})
	if err != nil {
		return err
	}
	defer sites.Close()
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}

// pagefind returns the program that npm installed.
func pagefind(b *testing.B) string {
	b.Helper()
	must(b, toolchain.Pinned(root))
	found, _ := filepath.Glob(root + "/node_modules/@pagefind/*/bin/pagefind_extended*")
	if len(found) == 0 {
		b.Fatalf("no Pagefind for %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	return found[0]
}
