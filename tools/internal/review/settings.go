package review

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toml"
)

// setting is a line of a file of settings or interface texts.
type setting struct {
	line  int
	value string
}

// settings compares config.toml and the texts of the interface, key by key.
func (r *reviewer) settings() {
	files := map[string]bool{site.ConfigFile: true}
	for _, name := range slices.Concat(r.was.Files(), r.is.Files()) {
		if path.Dir(name) == "i18n" {
			files[name] = true
		}
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		was, is := settingsOf(r.was.FS, file), settingsOf(r.is.FS, file)
		keys := maps.Clone(was)
		maps.Copy(keys, is)
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			if was[key].value != is[key].value {
				kind := "interface"
				if file != site.ConfigFile && helping.MatchString(key) {
					kind = "advice"
				}
				r.report(kind, diag.Position{File: file, Line: is[key].line}, fmt.Sprintf("%s: %s", key, change(was[key].value, is[key].value)))
			}
		}
	}
}

// helping are the keys of texts that lead to help or out of here.
var helping = regexp.MustCompile(`^(?:call|danger|exit|help|home_help|whom_to_call|signal_not_proof|not_checked)(?:_|\.|$)`)

// settingsOf reads a file of settings by key, with the tables that they stand
// in. A file that is not there, or cannot be read, has none.
func settingsOf(root fs.FS, file string) map[string]setting {
	all := map[string]setting{}
	src, _ := fs.ReadFile(root, file)
	doc, _ := toml.Parse(file, src)
	var visit func(pointer string, value any)
	visit = func(pointer string, value any) {
		switch v := value.(type) {
		case map[string]any:
			for key, inner := range v {
				visit(pointer+"/"+key, inner)
			}
			return
		case []any:
			tables := slices.ContainsFunc(v, func(one any) bool { _, is := one.(map[string]any); return is })
			for i := 0; tables && i < len(v); i++ {
				visit(fmt.Sprintf("%s/%d", pointer, i), v[i])
			}
			if tables {
				return
			}
		}
		all[strings.ReplaceAll(pointer[1:], "/", ".")] = setting{doc.Position(pointer).Line, fmt.Sprint(value)}
	}
	visit("", doc.Value)
	return all
}
