// Package theme lends a site what it does not bring itself: layouts,
// styles, scripts, the interface's texts, adapters and the words of a
// language. What stands in the site's folder wins, file by file, and in
// texts and word lists key by key.
package theme

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"comwijzer"
	"comwijzer/tools/internal/site"
)

// own is the file by which the theme's own repository is known.
const own = "theme.go"

// Lent reports whether the site below fsys is lent a theme: not where the theme itself
// stands, nor where the configuration says what Hugo finds where.
func Lent(fsys fs.FS) bool {
	if _, err := fs.Stat(fsys, own); err == nil {
		return false
	}
	return len(config(fsys).Module.Mounts) == 0
}

// Over returns the site below fsys with what it is lent.
func Over(fsys fs.FS) fs.FS {
	if !Lent(fsys) {
		return fsys
	}
	return site.Overlay(fsys, Texts(fsys))
}

// Texts returns what the site below fsys is lent, by path.
func Texts(fsys fs.FS) map[string][]byte {
	texts := map[string][]byte{}
	lend := func(name string, text []byte) {
		if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) {
			texts[name] = text
		}
	}
	for name, text := range Lendable() {
		if path.Dir(name) != "i18n" {
			lend(name, text)
		}
	}
	for lang := range config(fsys).Languages {
		texts[site.InterfaceFile(lang)] = interfaceText(fsys, lang)
		if words := lexiconText(fsys, lang); len(words) > 0 {
			texts[site.LexiconFile(lang)] = words
		}
	}
	return texts
}

// config reads of the configuration what is needed before the site is
// loaded, which reports what is wrong with it.
func config(fsys fs.FS) (c site.Config) {
	if info, err := fs.Stat(fsys, site.ConfigFile); err != nil || !info.Mode().IsRegular() { // to open a pipe is to wait for ever
		return c
	}
	src, _ := fs.ReadFile(fsys, site.ConfigFile)
	_ = toml.Unmarshal(src, &c)
	return c
}

func each(files fs.FS, visit func(name string, text []byte)) {
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := fs.ReadFile(files, name)
			visit(name, text)
		}
		return err
	})
}

// signs are pictures by which this repository's own site is known: no other has them.
var signs = []string{"assets/icons/logo.svg", "assets/icons/signpost.svg"}

// Lendable returns the files of the theme, by the paths at which a site has its own.
func Lendable() map[string][]byte {
	files := map[string][]byte{}
	each(theme.Files, func(name string, text []byte) {
		dir, _, _ := strings.Cut(name, "/")
		if slices.Contains([]string{"adapters", "assets", "i18n", "layouts", "static"}, dir) && !slices.Contains(signs, name) {
			files[name] = text
		}
	})
	return files
}

// merged adds to own what lent has for other keys. Both are read by their
// lines: key returns the one that a line begins, "" for none.
func merged(own, lent []byte, key func(line string) string) []byte {
	var known []string
	for line := range strings.Lines(string(own)) {
		known = append(known, key(line))
	}
	out := bytes.NewBuffer(bytes.Clone(own))
	if len(own) > 0 && !bytes.HasSuffix(own, []byte("\n")) {
		out.WriteByte('\n')
	}
	adding := false
	for line := range strings.Lines(string(lent)) {
		if k := key(line); k != "" {
			adding = !slices.Contains(known, k)
		}
		if adding && !strings.HasPrefix(line, "#") {
			out.WriteString(line)
		}
	}
	return out.Bytes()
}
