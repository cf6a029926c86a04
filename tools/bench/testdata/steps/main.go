// Command steps counts what checking texts costs: the statements of wijzer's own code
// that run, for each byte. A clock tells of the machine too; this tells the same
// everywhere. It is built so that Go counts them for it:
//
//	go build -cover -covermode=atomic -coverpkg=comwijzer/tools/internal/...,comwijzer/tools/bench/testdata/steps ./tools/bench/testdata/steps
//
// and run where the repository is. The first line is the real content; then comes a line
// for each kind of text that was made to be dear, with where most of its steps are; with
// an argument, for each that has it in its name.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"regexp"
	"runtime/coverage"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/site"
)

func main() {
	whole, small := real()
	rest, size := fstest.MapFS{}, 0
	for name, file := range whole {
		if _, known := small[name]; !known && strings.HasPrefix(name, "content/") {
			size += len(file.Data)
			continue
		}
		rest[name] = file
	}
	print("the real content", size, stepsOf(whole), stepsOf(rest))
	from := stepsOf(small)
	for _, k := range kinds(whole) {
		if len(os.Args) > 1 && !strings.Contains(k.name, os.Args[1]) {
			continue
		}
		files, size := fstest.MapFS{}, 0
		for name, file := range small {
			files[name] = file
		}
		for name, text := range k.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
			size += len(text)
		}
		print(k.name, size, stepsOf(files), from)
	}
}

// asked is what search alone reads: bytes that would make the others look
// dear.
var asked = regexp.MustCompile("(?s)```asked\n.*?\n```\n")

// real returns the site, and what of it every check reads first: the words
// of the languages, contacts, and some terms.
func real() (whole, small fstest.MapFS) {
	whole, small = fstest.MapFS{}, fstest.MapFS{}
	for _, dir := range []string{site.ConfigFile, "content", "data", "i18n"} {
		_ = fs.WalkDir(os.DirFS("."), dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			text = asked.ReplaceAll(text, nil)
			whole[name] = &fstest.MapFile{Data: text}
			if !strings.HasPrefix(name, "content/") && !strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "data/lexicon/") ||
				strings.HasPrefix(name, "data/contacts/") || strings.HasPrefix(name, "content/begrippen/s") || name == "data/denied.yaml" {
				small[name] = whole[name]
			}
			return err
		})
	}
	return whole, small
}

// stepsOf returns how often each piece of our code ran for a check of a
// site, in statements.
func stepsOf(files fstest.MapFS) map[string]int {
	dir, err := os.MkdirTemp("", "steps")
	must(err)
	defer os.RemoveAll(dir)
	must(coverage.WriteMetaDir(dir))
	must(coverage.ClearCounters())
	s, _ := site.Load(files)
	check.Run(s, time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC))
	must(coverage.WriteCountersDir(dir))
	told, err := exec.Command("go", "tool", "covdata", "textfmt", "-i="+dir, "-o=/dev/stdout").Output()
	must(err)
	steps := map[string]int{}
	for lines := bufio.NewScanner(bytes.NewReader(told)); lines.Scan(); {
		var statements, times int
		at, counts, _ := strings.Cut(lines.Text(), " ")
		if n, _ := fmt.Sscan(counts, &statements, &times); n == 2 && !strings.Contains(at, "/bench/") {
			at, _, _ = strings.Cut(at, ".go:")
			steps[strings.TrimPrefix(at, "comwijzer/tools/internal/")] += statements * times
		}
	}
	return steps
}

func print(name string, size int, steps, from map[string]int) {
	total := 0
	var files []string
	for file := range steps {
		steps[file] -= from[file]
		total += steps[file]
		files = append(files, file)
	}
	slices.SortFunc(files, func(a, b string) int { return cmp.Or(steps[b]-steps[a], strings.Compare(a, b)) })
	most := ""
	for _, file := range files[:9] {
		most += fmt.Sprintf(" %s %d", file, steps[file]/size)
	}
	fmt.Printf("%d\t%s\t%d bytes:%s\n", total/size, name, size, most)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
