package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"

	"comwijzer/tools/internal/toolchain"
)

// A part is something of others that the program or the site is made of, or
// that tests run.
type part struct {
	name, version string
	licence       string // SPDX
	text          string // of it, and of notices
	module        bool   // linked into the program, and not of npm
	served        bool   // to readers
	sum           string // of its archive, of npm
}

// systems are what the program is made for.
var systems = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64"}

// parts returns all of them, by name.
func parts(ctx context.Context, root string) ([]part, error) {
	list, err := modules(ctx, root)
	if err != nil {
		return nil, err
	}
	lock, err := toolchain.ReadNpmLock(root)
	if err != nil {
		return nil, err
	}
	for dir, p := range lock.Packages {
		name, version, _ := strings.Cut(lock.Name(dir)[1:], "@") // after the @ of a scope
		_, err := os.Stat(filepath.Join(root, styles, filepath.Base(dir)))
		list = append(list, part{name: lock.Name(dir)[:1] + name, version: version, licence: p.License, served: err == nil, sum: p.Integrity})
	}
	slices.SortFunc(list, func(a, b part) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.version, b.version))
	})
	return list, nil
}

// modules returns the Go modules that are linked on any system, and Go itself.
func modules(ctx context.Context, root string) ([]part, error) {
	found := map[string]part{}
	for _, system := range append(systems, "") {
		packages := "./tools/wijzer"
		if system == "" {
			packages = "runtime"
		}
		goos, goarch, _ := strings.Cut(system, "/")
		const format = `{{with .Module}}{{if not .Main}}{{.Path}}` + "\t" + `{{.Version}}` + "\t" + `{{.Dir}}{{end}}{{end}}`
		printed, err := ask(ctx, root, []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0"}, "go", "list", "-deps", "-f", format, packages)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(printed) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && found[f[0]].name == "" {
				p := part{name: f[0], version: f[1], module: true}
				if p.licence, p.text, err = licence(f[2]); err != nil {
					return nil, err
				}
				found[f[0]] = p
			}
		}
	}
	return slices.Collect(maps.Values(found)), nil
}

var licenceFile = regexp.MustCompile(`(?i)^((un)?licen[cs]e|copying|notice|copyright)([.-].*)?$`)

// licence returns under which licences what is in a folder comes, and their texts.
func licence(dir string) (id, text string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", "", err
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", "", err
		}
		for _, m := range licensecheck.Scan(b).Match {
			if !m.IsURL {
				ids = append(ids, m.ID)
			}
		}
		text += string(b) + "\n"
	}
	if slices.Sort(ids); len(ids) == 0 {
		return "", "", fmt.Errorf("no known licence in %s", dir)
	}
	return strings.Join(slices.Compact(ids), " AND "), text, nil
}

const (
	listBegin = "<!-- All parts, written by make pin -->\n"
	listEnd   = "<!-- end -->\n"
)

// listLicences writes the list of all parts in THIRD-PARTY.md.
func listLicences(ctx context.Context, root string) error {
	file := filepath.Join(root, "THIRD-PARTY.md")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	list, err := parts(ctx, root)
	if err != nil {
		return err
	}
	before, rest, _ := bytes.Cut(text, []byte(listBegin))
	_, after, _ := bytes.Cut(rest, []byte(listEnd))
	return os.WriteFile(file, slices.Concat(before, []byte(licenceList(list)), after), 0o666)
}

// licenceList returns the parts under each licence, by where they go.
func licenceList(list []part) string {
	under := map[string][]string{}
	for _, p := range list {
		where := "tests"
		if p.module {
			where = "program"
		} else if p.served {
			where = "site"
		}
		key := where + " | " + p.licence
		under[key] = append(under[key], p.name)
	}
	b := strings.Builder{}
	b.WriteString(listBegin + "| in | licence | what |\n|---|---|---|\n")
	for _, key := range slices.Sorted(maps.Keys(under)) {
		fmt.Fprintf(&b, "| %s | %s |\n", key, strings.Join(slices.Compact(under[key]), ", "))
	}
	return b.String() + listEnd
}
