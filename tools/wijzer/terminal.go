package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/messages"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// A terminal is where a command talks to its user.
type terminal struct {
	out, err io.Writer
	dir      string // where to start looking for the site

	words *messages.Catalogue // what this terminal's user reads
	asked bool                // for this language, by --lang

	mu    sync.Mutex
	shown bool // a status line is on the screen
}

// site finds the root of the site, and finishes there what a killed run left.
func (t *terminal) site() (string, error) {
	root, err := site.FindRoot(t.dir)
	if err != nil {
		return "", err
	}
	return root, publish.Recover(context.Background(), root)
}

// speak sets the language that somebody asks for.
func (t *terminal) speak(lang string) error {
	if !slices.Contains(messages.Languages(), lang) {
		return failure.Usage("", "%s", text.DidYouMean(lang, messages.Languages(), "use one of "+strings.Join(messages.Languages(), ", ")))
	}
	t.words, t.asked = messages.In(lang), true
	return nil
}

// print prints findings. What other programs read is in English, until
// somebody asks for a language.
func (t *terminal) print(format string, findings []diag.Diagnostic, titles map[string]string) error {
	o := diag.Options{Rules: titles}
	if t.asked || format == "text" {
		o.Say = t.words.Say
	}
	return diag.Print(t.out, format, findings, o)
}

// printf prints a result that people read.
func (t *terminal) printf(format string, args ...any) {
	fmt.Fprint(t.out, t.words.Say(fmt.Sprintf(format, args...)))
}

// status shows what is being done on one line that replaces itself. In a
// pipe there is nothing to see. An empty text wipes the line.
func (t *terminal) status(doing string) {
	file, ok := t.err.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.shown {
		fmt.Fprint(file, "\r\x1b[K")
	}
	t.shown = doing != ""
	if t.shown {
		fmt.Fprint(file, t.words.Say(doing)+" …")
	}
}

// say tells the user something that stays on the screen.
func (t *terminal) say(message string) {
	t.status("")
	fmt.Fprintln(t.err, "wijzer: "+t.words.Say(message))
}

// report prints findings and their count to standard error. Remarks are
// only counted: they are for when one looks for them, with wijzer check.
func (t *terminal) report(findings []diag.Diagnostic) {
	t.status("")
	if len(findings) == 0 {
		return
	}
	diag.Print(t.err, "text", pressing(findings), diag.Options{Say: t.words.Say})
	t.say(summary(findings))
}

// pressing leaves out remarks.
func pressing(findings []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(slices.Clone(findings), func(d diag.Diagnostic) bool { return d.Severity == diag.Info })
}

// summary returns a line such as "3 errors, 1 warning in 2 files".
func summary(findings []diag.Diagnostic) string {
	if len(findings) == 0 {
		return "no findings"
	}
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		if n := diag.Count(findings, s); n > 0 {
			parts = append(parts, count(n, map[diag.Severity]string{
				diag.Error: "error", diag.Warning: "warning", diag.Info: "remark"}[s]))
		}
	}
	files := map[string]bool{}
	for _, d := range findings {
		files[d.File] = true
	}
	return strings.Join(parts, ", ") + " in " + count(len(files), "file")
}

func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// seconds returns the time since start as people say it.
func seconds(start time.Time) string {
	return fmt.Sprintf("%.1f s", time.Since(start).Seconds())
}

// bar shows how far a long command is; in a pipe there is nothing to see.
func (t *terminal) bar(total int64, doing string, more ...progressbar.Option) *progressbar.ProgressBar {
	file, ok := t.err.(*os.File)
	visible := ok && total > 0 && term.IsTerminal(int(file.Fd()))
	bar := progressbar.NewOptions64(total, append(more,
		progressbar.OptionSetWriter(t.err), progressbar.OptionSetVisibility(visible),
		progressbar.OptionSetDescription(t.words.Say(doing)), progressbar.OptionShowCount(), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())...)
	bar.RenderBlank()
	return bar
}
