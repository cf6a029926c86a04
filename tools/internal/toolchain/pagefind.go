package toolchain

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
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
	names, err := pagesIn(pages, language, languages)
	if err != nil {
		return 0, failure.File("looking for the pages in "+language, err)
	}
	out, err := filepath.Abs(filepath.Join(into, IndexFolder(language)))
	if err != nil {
		return 0, failure.File("writing the search index", err)
	}
	output, err := runPagefind(ctx, root, pages, names, out)
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

// runPagefind starts the program itself, not through Node, as the service that
// its own wrappers use, and hands it the pages in order: its index depends on
// that, and the order of a folder differs from one file system to another. It
// gets an empty environment and a folder without settings.
func runPagefind(ctx context.Context, root, pages string, names []string, out string) (output string, err error) {
	cmd := exec.CommandContext(ctx, pagefindPath(root), "--service")
	cmd.Dir = pages
	cmd.Env = []string{}
	cmd.WaitDelay = time.Second
	var said bytes.Buffer
	cmd.Stderr = &said
	requests, err := cmd.StdinPipe()
	if err != nil {
		return "", err
	}
	answers, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	defer endWithUs(cmd)()
	if err := cmd.Start(); err != nil {
		return "", err
	}
	var feeding errgroup.Group
	feeding.Go(func() error {
		err := feed(requests, pages, names, out)
		if err != nil {
			requests.Close()
		}
		return err
	})
	refused := answered(answers, len(names)+2, requests) // it is deaf to what it has not begun when its input ends
	err = errors.Join(refused, feeding.Wait(), cmd.Wait())
	if refused != nil {
		said.WriteString(refused.Error())
	}
	return said.String(), err
}

// message is a request to Pagefind's service: JSON in base64, ended by a comma.
type message struct {
	ID      int            `json:"message_id"`
	Payload map[string]any `json:"payload"`
}

// feed asks for an index of the named pages, in folder out.
func feed(to io.Writer, pages string, names []string, out string) error {
	id := 0
	var text bytes.Buffer
	plain := json.NewEncoder(&text)
	plain.SetEscapeHTML(false) // pages are full of what that would write in six letters
	send := func(payload map[string]any) error {
		id++
		text.Reset()
		if err := plain.Encode(message{id, payload}); err != nil {
			return err
		}
		_, err := to.Write(append(base64.StdEncoding.AppendEncode(nil, text.Bytes()), ','))
		return err
	}
	err := send(map[string]any{"type": "NewIndex", "config": map[string]any{}})
	for _, name := range names {
		if err != nil {
			return err
		}
		var html []byte
		if html, err = os.ReadFile(filepath.Join(pages, filepath.FromSlash(name))); err == nil {
			err = send(map[string]any{"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": string(html)})
		}
	}
	if err != nil {
		return err
	}
	return send(map[string]any{"type": "WriteFiles", "index_id": 0, "output_path": out})
}

// answered reads what the service answers until it ends, which the last answer
// makes it do, and returns the first thing that it could not do.
func answered(from io.Reader, last int, input io.Closer) (refused error) {
	in := bufio.NewReader(from)
	for {
		text, err := in.ReadString(',')
		if err != nil {
			return refused
		}
		var answer struct {
			ID      int `json:"message_id"`
			Payload struct{ Type, Message string }
		}
		plain, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(text, ","))
		if err == nil {
			err = json.Unmarshal(plain, &answer)
		}
		if err == nil && answer.Payload.Type == "Error" {
			err = errors.New(answer.Payload.Message)
		}
		if refused = cmp.Or(refused, err); answer.ID == last {
			refused = cmp.Or(refused, input.Close())
		}
	}
}

// pagesIn lists the pages of one language, sorted: those in its folder, or for
// the default language all that are not in the folder of another.
func pagesIn(pages, language string, languages []string) ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(pages), ".", func(name string, d fs.DirEntry, err error) error {
		top, _, _ := strings.Cut(name, "/")
		home := languages[0]
		if slices.Contains(languages[1:], top) {
			home = top
		}
		switch {
		case err != nil:
			return err
		case d.IsDir() && name == top && name != "." && home != language:
			return fs.SkipDir
		case !d.IsDir() && home == language && path.Ext(name) == ".html":
			names = append(names, name)
		}
		return nil
	})
	return names, err
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
