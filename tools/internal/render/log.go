package render

import (
	"cmp"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/herrors"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
)

// Rule is what findings of Hugo are filed under. It is no rule of ours:
// what it says depends on the templates and on Hugo.
const (
	Rule  = "render"
	Title = "what comes up while Hugo renders the pages"
	Doc   = `## render

What comes up while Hugo renders the pages (error, or warning as Hugo says).

It is not a rule that looks for something: a template could not do its work, or
calls errorf or warnf. The place is that of the template or of the page, whichever
Hugo names last.

How to mend it: when a page is named, compare it with another of its type; when a
template is named, look at its last change.
`
)

func (r *rendering) add(d diag.Diagnostic) {
	d.Rule = Rule
	if d.File == "" {
		d.File = "layouts"
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.Findings = append(r.Findings, d)
}

// logged receives every entry of Hugo's log. Warnings stay warnings: errorf
// in a template is the way to stop a build.
func (r *rendering) logged(e *logg.Entry) error {
	severity := diag.Warning
	if e.Level >= logg.LevelError {
		severity = diag.Error
	}
	position, message := r.locate(e.Message)
	r.add(diag.Diagnostic{Position: position, Severity: severity, Message: message})
	return nil
}

// failed turns what made Hugo stop, if anything did, into findings, or
// returns err when the machine is to blame and not the site.
func (r *rendering) failed(err error) error {
	if err == nil {
		return nil
	}
	for _, blame := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EMFILE, syscall.EROFS} {
		if errors.Is(err, blame) {
			return failure.File("rendering the pages", err)
		}
	}
	if errors.As(err, new(errGaveUp)) {
		return err
	}
	if strings.HasPrefix(err.Error(), "logged ") && r.hasErrors() {
		return nil // only a count of what is in the findings already
	}
	for _, e := range herrors.Errors(err) {
		r.add(r.finding(e))
	}
	return nil
}

func (r *rendering) hasErrors() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return diag.HasErrors(r.Findings)
}

// finding returns one error of Hugo, at the place nearest to its cause.
func (r *rendering) finding(err error) diag.Diagnostic {
	position, message := r.locate(err.Error())
	if files := herrors.UnwrapFileErrors(err); len(files) > 0 {
		at := files[len(files)-1].Position()
		position = diag.Position{File: r.relative(at.Filename), Line: at.LineNumber, Column: at.ColumnNumber}
	}
	for _, f := range fetches {
		if asked := f.said.FindStringSubmatch(message); asked != nil {
			return diag.Diagnostic{Position: cmp.Or(position, diag.Position{File: f.file}), Severity: diag.Error,
				Message: "nothing is fetched while a site is built: " + asked[1], Hint: f.hint}
		}
	}
	return diag.Diagnostic{Position: position, Severity: diag.Error, Message: condense(message),
		Hint: "look at the template, and at the page that it was rendering"}
}

// fetches are how Hugo says that a site asks for what is not here, where it
// asks, and how that is brought. A build has no network.
var fetches = []struct {
	said       *regexp.Regexp
	file, hint string
}{
	{regexp.MustCompile(`access denied: ("[^"]+") is not whitelisted in policy "security\.http`), "layouts",
		"save it in assets/ and read it with resources.Get"},
	{regexp.MustCompile(`module ("[^"]+") not found`), site.ConfigFile,
		"bring its files into themes/, in a folder of that name, or take it out of module.imports"},
}

// Hugo returns the whole chain from the page to the template that failed.
// The ends of it are what people need.
var (
	rendered  = regexp.MustCompile(`render of "([^"]+)" failed`)
	executing = regexp.MustCompile(`^.*executing "[^"]*" at <.*?>: `)
)

func condense(chain string) string {
	cause := executing.ReplaceAllString(chain, "")
	if page := rendered.FindStringSubmatch(chain); page != nil && cause != chain {
		return cause + ", while rendering " + page[1]
	}
	return cause
}

// place is how Hugo writes a position inside a message: "/path/file.md:12:5".
var place = regexp.MustCompile(`"([^"\n]+?):(\d+):(\d+)"`)

// locate takes the last position out of a message of Hugo and makes the
// paths in the rest relative to the site.
func (r *rendering) locate(text string) (diag.Position, string) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, r.Root+"/", "")), " ")
	found := place.FindAllStringSubmatch(text, -1)
	if len(found) == 0 {
		return diag.Position{}, text
	}
	last := found[len(found)-1]
	line, _ := strconv.Atoi(last[2])
	column, _ := strconv.Atoi(last[3])
	text = strings.TrimRight(strings.TrimSpace(strings.Replace(text, last[0], "", 1)), ":,; ")
	return diag.Position{File: r.relative(last[1]), Line: line, Column: column}, text
}
