package review

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// setting is a line of a file of settings or interface texts.
type setting struct {
	line  int
	value string
}

// settings compares config.toml and the texts of the interface, key by key.
func (r *reviewer) settings() {
	for _, file := range slices.Concat([]string{site.ConfigFile}, interfaceFiles(r.was.FS, r.is.FS)) {
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

// interfaceFiles lists the files with texts of the interface in either site.
func interfaceFiles(roots ...fs.FS) []string {
	var files []string
	for _, root := range roots {
		found, _ := fs.Glob(root, "i18n/*.toml")
		files = append(files, found...)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// settingsOf reads a file of settings by key, with the heading they stand
// under. A file that is not there has none.
func settingsOf(root fs.FS, file string) map[string]setting {
	src, _ := fs.ReadFile(root, file)
	all, table, times := map[string]setting{}, "", map[string]int{}
	for n, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(line)
		key, value, ok := strings.Cut(line, "=")
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			table = strings.Trim(line, "[]") + "."
			if strings.HasPrefix(line, "[[") { // one of several
				times[table]++
				table += strconv.Itoa(times[table]-1) + "."
			}
		case ok:
			all[table+strings.TrimSpace(key)] = setting{n + 1, strings.Trim(uncommented(value), `"'`)}
		case line != "":
			all[table+line] = setting{n + 1, line}
		}
	}
	return all
}

// uncommented returns a value without the comment after it.
func uncommented(value string) string {
	for i, c := range value {
		if c == '#' && strings.Count(value[:i], `"`)%2 == 0 {
			return strings.TrimSpace(value[:i])
		}
	}
	return strings.TrimSpace(value)
}
