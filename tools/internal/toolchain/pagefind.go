package toolchain

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/failure"
)

// IndexFolder returns the folder, and so the address, of the search index of a language.
func IndexFolder(language string) string { return "pagefind-" + language }

// unusedBundles are parts that Pagefind always writes and that no page of ours
// loads: its own interface. The site has its own.
var unusedBundles = []string{"pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js"}

// Index makes a search index for each of languages, the default first, from the
// pages in pages, as folders in into. It returns the number of pages indexed.
func Index(ctx context.Context, root, pages, into string, languages []string) (int, error) {
	var indexed atomic.Int64
	group, ctx := errgroup.WithContext(ctx) // the first fault stops the rest
	for _, language := range languages {
		group.Go(func() error {
			n, err := index(ctx, root, pages, into, language, languages)
			indexed.Add(int64(n))
			return err
		})
	}
	err := group.Wait()
	return int(indexed.Load()), err
}

// index makes the search index of one language.
func index(ctx context.Context, root, pages, into, language string, languages []string) (int, error) {
	glob, err := languageGlob(pages, language, languages)
	if err != nil {
		return 0, failure.File("looking for the pages in "+language, err)
	}
	out := filepath.Join(into, IndexFolder(language))
	output, err := runPagefind(ctx, root, pages, "--glob", glob, "--output-path", out)
	if ctx.Err() != nil {
		return 0, ctx.Err()
	}
	// Pagefind is written in Rust, which has its own name for a full disk.
	if strings.Contains(output, syscall.ENOSPC.Error()) || strings.Contains(output, "StorageFull") {
		return 0, failure.File("writing the search index", syscall.ENOSPC)
	}
	if err != nil {
		return 0, &failure.Error{Code: failure.ExitEnvironment, Message: "indexing the pages in " + language + " failed: " + lastLines(output, 4), Err: err,
			Hint: "run npm ci to install Pagefind anew, or look whether there are pages in this language"}
	}
	n, err := indexedPages(out)
	if err != nil {
		return 0, failure.File("reading the search index", err)
	}
	if n == 0 {
		return 0, failure.Environment("pages are indexed when their <main> has data-pagefind-body: look at layouts/baseof.html",
			"the search index in %s has no pages", language)
	}
	return n, removeUnused(out)
}

// runPagefind starts the program itself, not through Node. It gets an empty
// environment and a folder without settings, so that only these arguments count.
func runPagefind(ctx context.Context, root, pages string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, pagefindPath(root), append([]string{"--site", pages, "--silent"}, args...)...)
	cmd.Dir = pages
	cmd.Env = []string{}
	cmd.WaitDelay = time.Second
	defer endWithUs(cmd)()
	output, err := cmd.CombinedOutput()
	return string(output), err
}

// languageGlob matches the pages of one language: those in its folder, or for
// the default language all that is not in the folder of another.
func languageGlob(pages, language string, languages []string) (string, error) {
	if language != languages[0] {
		return escapeGlob(language) + "/**/*.html", nil
	}
	entries, err := os.ReadDir(pages)
	if err != nil {
		return "", err
	}
	globs := []string{"*.html"}
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(languages[1:], e.Name()) {
			globs = append(globs, escapeGlob(e.Name())+"/**/*.html")
		}
	}
	return "{" + strings.Join(globs, ",") + "}", nil
}

// escapeGlob protects what has a meaning in the globs of Pagefind.
func escapeGlob(name string) string {
	var b strings.Builder
	for _, r := range name {
		if strings.ContainsRune(`?*$:<>()[]{},\`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func indexedPages(dir string) (int, error) {
	text, err := os.ReadFile(filepath.Join(dir, "pagefind-entry.json"))
	if err != nil {
		return 0, err
	}
	var entry struct {
		Languages map[string]struct {
			PageCount int `json:"page_count"`
		}
	}
	if err := json.Unmarshal(text, &entry); err != nil {
		return 0, err
	}
	n := 0
	for _, l := range entry.Languages {
		n += l.PageCount
	}
	return n, nil
}

func removeUnused(dir string) error {
	var errs []error
	for _, pattern := range unusedBundles {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range names {
			errs = append(errs, os.Remove(name))
		}
	}
	return failure.File("trimming the search index", errors.Join(errs...))
}
