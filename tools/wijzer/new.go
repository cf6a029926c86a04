package main

import (
	"context"
	"errors"
	"flag"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "new",
	inner: true,
	args:  "site DIR | language LANG | [KIND NAME] [--type TYPE] [--only LANG] [--draft] [--publish DATE] [FIELD=VALUE …]",
	title: "make a site, a language, a page, a term or a record",
	doc: `
Makes the files of something new, and prints their names. KIND is page, term, or
a kind of record: ` + strings.Join(schema.Names(""), ", ") + `.
NAME is the path of a page, as in /road/signs, or the id of a term or record:
small letters, digits and hyphens.

On a terminal it asks for what is not given and the kind requires. What cannot
be is asked again, an empty answer is what stands in brackets, or leaves a field
open, and Ctrl-C makes nothing. FIELD=VALUE gives it beforehand; FIELD.LANG=VALUE where a text
differs by language. A list has commas between its items. What says that
somebody checked or read something is never asked for, and never filled in:
wijzer check tells what is still open.

wijzer new site DIR makes a small site of your own in a new folder, with
  --name NAME, --languages LANG,… (the leading one first), --country CC,
  --emergency NUMBER (where that of the country is not known), --url ADDRESS and
  --sensitive (its subject is: violence, abuse, crime; else the rules of the set
  safety are off).
  What is not given is asked for on a terminal.

wijzer new language LANG gives the site one more language: settings, pages (as
drafts) and the texts of records, in the leading language until you translate them.

For a term FIELD is title.LANG or domain.

  --type TYPE   of a page: ` + strings.Join(pageTypes(), ", ") + `
  --only LANG   a page in one language first; as a draft its other languages
                are asked for by a remark
  --draft       a page or term that is in the preview only until draft is taken out
  --publish DATE  a page that is in the preview only before that day
`,
	setup: setupNew,
})

// pageTypes lists the types of pages that editors make one by one.
func pageTypes() []string {
	return slices.DeleteFunc(schema.Names("page-"), func(name string) bool { return strings.Contains(name, "-") || name == "term" })
}

// A novelty is what is about to be made.
type novelty struct {
	site       *site.Site
	kind, name string
	typ, only  string
	draft      bool
	from       string
	given      map[string]string // by field, or field.language
	ask        *questions
	say        func(english string) string // translates
	stopped    error                       // nobody answers any more
	schema     *schema.Schema
	fields     []schema.Field
	today      string
}

func setupNew(flags *flag.FlagSet) runner {
	n := novelty{given: map[string]string{}, today: time.Now().Format(time.DateOnly)}
	flags.StringVar(&n.typ, "type", "", "")
	flags.StringVar(&n.only, "only", "", "")
	flags.BoolVar(&n.draft, "draft", false, "")
	flags.StringVar(&n.from, "publish", "", "")
	return func(ctx context.Context, t *terminal, args []string) error {
		if len(args) > 0 && args[0] == "site" {
			return newSite(ctx, t, args[1:])
		}
		if len(args) == 2 && args[0] == "language" {
			return newLanguage(ctx, t, args[1])
		}
		args, err := interspersed(flags, args)
		if err != nil {
			return err
		}
		root, s, err := t.readSite()
		if err != nil {
			return err
		}
		n.site = s
		n.ask, n.say = t.questions(ctx), t.words.Say
		if len(args) < 2 && !n.ask.answerable() {
			return failure.Usage("see wijzer help new", "new needs a kind and a name")
		}
		if err := n.begin(args); err != nil {
			return err
		}
		if n.kind == "term" {
			return n.term(ctx, t, root, args[min(2, len(args)):])
		}
		if err := n.accept(args[min(2, len(args)):]); err != nil {
			return err
		}
		return n.write(ctx, t, root)
	}
}

// begin takes or asks for the kind, the type of a page and the name.
func (n *novelty) begin(args []string) (err error) {
	kinds := append(schema.Names(""), "page", "term")
	if len(args) > 0 {
		n.kind = args[0]
	} else if n.kind, err = n.ask.choose("what is to be made", "", kinds); err != nil {
		return err
	}
	if err := oneOf(kinds, "unknown kind %q", n.kind); err != nil {
		return err
	}
	if n.kind == "page" && n.typ == "" {
		if n.typ, err = n.ask.choose("what type of page", "", pageTypes()); err != nil {
			return err
		}
	}
	if len(args) > 1 {
		n.name = args[1]
		return nil
	}
	example := "its id, as in two-words"
	if n.kind == "page" {
		example = "its path, as in /section/two-words"
	}
	n.name, err = n.ask.ask(example, "", func(answer string) string {
		n.name = answer
		return n.trouble(n.refuseName())
	})
	return err
}

// trouble tells an error and its remedy in a line, "" for none.
func (n *novelty) trouble(err error) string {
	var known *failure.Error
	if errors.As(err, &known) && known.Hint != "" {
		return n.say(known.Message) + ": " + n.say(known.Hint)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// term makes a term, after asking for its titles and theme.
func (n *novelty) term(ctx context.Context, t *terminal, root string, fields []string) error {
	made := newTerm{site: n.site, id: n.name, titles: map[string]string{}, today: n.today, draft: n.draft, only: n.only}
	if n.typ != "" || n.from != "" {
		return failure.Usage("leave it out", "--type and --publish are for pages")
	}
	var titles []string
	for _, field := range fields {
		if domain, ok := strings.CutPrefix(field, "domain="); ok {
			made.domain = domain
		} else {
			titles = append(titles, strings.TrimPrefix(field, "title."))
		}
	}
	given := func(lang string) bool {
		return slices.ContainsFunc(titles, func(title string) bool { return strings.HasPrefix(title, lang+"=") })
	}
	for _, lang := range begunIn(n.site, n.only) {
		if given(lang) {
			continue
		}
		title, err := n.ask.ask("title."+lang, made.title(lang), nil)
		if err != nil {
			return err
		}
		if title != "" {
			titles = append(titles, lang+"="+title)
		}
	}
	if domains := n.site.Config.Params.Domains; made.domain == "" && len(domains) > 0 {
		var err error
		if made.domain, err = n.ask.choose("its theme", domains[0], domains); err != nil {
			return err
		}
	}
	if err := made.read(titles); err != nil {
		return err
	}
	return made.write(ctx, t, root)
}

// accept refuses what cannot be made, and takes the fields.
func (n *novelty) accept(fields []string) error {
	name := n.kind
	switch {
	case n.kind == "page" && !slices.Contains(pageTypes(), n.typ):
		return failure.Usage(text.DidYouMean(n.typ, pageTypes(), "give --type: "+strings.Join(pageTypes(), ", ")), "unknown type %q of a page", n.typ)
	case n.kind == "page":
		name = "page-" + n.typ
	case n.typ != "" || n.only != "" || n.draft || n.from != "":
		return failure.Usage("leave it out", "--type, --only, --draft and --publish are for pages")
	}
	if err := oneOf(n.site.Languages, "unknown language %q", begunIn(n.site, n.only)...); err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, n.from); err != nil && n.from != "" {
		return failure.Usage("write a day as YYYY-MM-DD", "%q is no day", n.from)
	}
	n.schema, _ = schema.Get(name)
	n.fields = n.schema.Fields()
	if err := n.refuseName(); err != nil {
		return err
	}
	return n.read(fields)
}

var pagePath = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+$`)

// refuseName refuses a name that is none, or is taken.
func (n *novelty) refuseName() error {
	shape, example := termID, "two-words"
	if n.kind == "page" {
		shape, example = pagePath, "/section/two-words"
	}
	if !shape.MatchString(n.name) {
		return failure.Usage("use small letters, digits and hyphens: "+example, "%q is no name of a %s", n.name, n.kind)
	}
	if n.site.Exists(n.kind, n.name) && n.kind != "page" {
		return failure.Usage("edit it, or choose another id", "%s %q exists", n.kind, n.name)
	}
	if dir := path.Dir(n.name); n.kind == "page" && dir != "/" && !n.site.Exists("page", dir) {
		return failure.Usage("make the section first: content"+dir+"/_index."+n.site.DefaultLanguage()+".md", "no section %q", dir)
	}
	return rename.Free(n.site, n.kind, n.name)
}

// read takes FIELD=VALUE and FIELD.LANG=VALUE.
func (n *novelty) read(fields []string) error {
	var names []string
	for _, f := range n.fields {
		names = append(names, f.Name)
	}
	for _, given := range fields {
		key, value, ok := strings.Cut(given, "=")
		field, lang, perLanguage := strings.Cut(key, ".")
		at := slices.Index(names, field)
		switch {
		case !ok || strings.TrimSpace(value) == "":
			return failure.Usage("write FIELD=VALUE, or FIELD.LANG=VALUE", "%q is no field with a value", given)
		case slices.Contains(testimony, field):
			return failure.Usage("write it into the file once it was done", "%q says that somebody did something: no program fills it in", field)
		case at < 0:
			return failure.Usage(text.DidYouMean(field, names, "use one of "+strings.Join(names, ", ")), "a %s has no field %q", n.kind, field)
		}
		if !perLanguage {
			lang = n.site.DefaultLanguage()
		}
		if err := oneOf(n.site.Languages, "unknown language %q", lang); err != nil {
			return err
		}
		if message, hint := n.fault(n.fields[at], lang, value); message != "" {
			return failure.Usage(hint, "%s", message)
		}
		n.given[key] = value
	}
	return nil
}

func (n *novelty) write(ctx context.Context, t *terminal, root string) error {
	var made []write.Change
	if n.kind == "page" {
		for _, lang := range begunIn(n.site, n.only) {
			made = append(made, write.Change{Path: n.file(lang), New: []byte(n.page(lang))})
		}
	} else {
		made = append(made, write.Change{Path: "data/" + n.kind + "s/" + n.name + ".yaml", New: []byte(n.record(theme.Schemas(root)))})
	}
	if n.stopped != nil {
		return n.stopped
	}
	for _, c := range made {
		if write.Exists(filepath.Join(root, filepath.FromSlash(c.Path))) {
			return failure.Usage("edit it, or choose another name", "%q exists", c.Path)
		}
	}
	if err := t.change(ctx, root, "new", made); err != nil {
		return err
	}
	if open := n.open(); len(open) > 0 {
		t.say("still open: " + strings.Join(open, ", "))
	}
	t.say("now write it, and run wijzer check --changed")
	return nil
}

// file returns where a page goes: an overview at the top is the front of a section.
func (n *novelty) file(lang string) string {
	if n.typ == "overview" && path.Dir(n.name) == "/" {
		return "content" + n.name + "/_index." + lang + ".md"
	}
	return "content" + n.name + "." + lang + ".md"
}

// begunIn returns the languages in which something new is made: one, or all.
func begunIn(s *site.Site, only string) []string {
	if only != "" {
		return []string{only}
	}
	return s.Languages
}
