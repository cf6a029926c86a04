package main

import (
	"cmp"
	"context"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/write"
	"comwijzer/tools/internal/yaml"
)

const addDoc = `
wijzer glossary add ID [--domain DOMAIN] [LANG=TITLE ...]
    Makes the pages of a new term, one file per language, and prints their
    names. ID is its permanent name: small letters, digits and hyphens. A
    title that is not given is ID with spaces. The status is publish. What
    remains to be written is the definition: the first paragraph, with its
    source; and under checked the day on which somebody compared it with that.
    wijzer check asks for both. Nothing that exists is touched.
`

var termID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// runAdd is wijzer new term, as it was called first.
func runAdd(ctx context.Context, t *terminal, args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return failure.Usage("see wijzer help glossary", "add needs the id of a term")
	}
	flags := newFlagSet("glossary")
	domain := flags.String("domain", "", "")
	titles, err := interspersed(flags, args[1:])
	if err != nil {
		return err
	}
	if *domain != "" {
		titles = append(titles, "domain="+*domain)
	}
	return setupNew(newFlagSet("new"))(ctx, t, append([]string{"term", args[0]}, titles...))
}

// newTerm is a term whose pages are about to be made.
type newTerm struct {
	site   *site.Site
	id     string
	domain string
	titles map[string]string // by language
	today  string
	draft  bool
	only   string // the one language to begin in, "" for all
}

// read checks the id and the theme, and reads the titles, LANG=TITLE.
func (n *newTerm) read(titles []string) error {
	if !termID.MatchString(n.id) {
		return failure.Usage("use small letters, digits and hyphens: two-words", "%q is no id", n.id)
	}
	if err := rename.Free(n.site, "term", n.id); err != nil {
		return err
	}
	if n.only != "" && n.only != n.site.DefaultLanguage() {
		return failure.Usage("begin in "+n.site.DefaultLanguage(), "a term stands in the language that leads first")
	}
	if n.site.Config.Params.Glossary == "" {
		return failure.Usage("set params.glossary in config.toml to the section that holds the terms", "the site has no glossary")
	}
	domains := n.site.Config.Params.Domains
	if n.domain == "" && len(domains) > 0 {
		n.domain = domains[0]
	}
	if err := oneOf(domains, "unknown domain %q", n.domain); err != nil {
		return err
	}
	for _, given := range titles {
		lang, title, ok := strings.Cut(given, "=")
		if !ok || title == "" || strings.ContainsAny(title, "\n\r") {
			return failure.Usage("write LANG=TITLE", "%q is no title", given)
		}
		if err := oneOf(n.site.Languages, "unknown language %q", lang); err != nil {
			return err
		}
		n.titles[lang] = title
	}
	return n.refuseKnown()
}

// refuseKnown looks for the term under its id and under its titles.
func (n *newTerm) refuseKnown() error {
	if known := n.site.Term(n.id); known != nil {
		return failure.Usage("edit its pages, or choose another id", "term %q exists", n.id)
	}
	for e := range n.site.Entries() {
		same := func(form string) bool { return strings.EqualFold(form, n.title(e.Lang)) }
		if slices.ContainsFunc(e.Names(), same) {
			return failure.Usage("edit "+e.File, "%q is a form of term %q already", n.title(e.Lang), e.Term.ID)
		}
	}
	return nil
}

func (n *newTerm) title(lang string) string {
	return cmp.Or(n.titles[lang], strings.ReplaceAll(n.id, "-", " "))
}

func (n *newTerm) write(ctx context.Context, t *terminal, root string) error {
	var made []write.Change
	for _, lang := range begunIn(n.site, n.only) {
		name := path.Join("content", n.site.Config.Params.Glossary, n.id+"."+lang+".md")
		if write.Exists(filepath.Join(root, name)) {
			return failure.Usage("edit it, or choose another id", "%q exists", path.Base(name))
		}
		made = append(made, write.Change{Path: name, New: []byte(n.text(lang))})
	}
	if err := t.change(ctx, root, "glossary add", made); err != nil {
		return err
	}
	t.say("now write the definition in each, with its source and the day on which you checked it, and run wijzer check")
	return nil
}

// text is the page of the term in one language, without its definition.
// What does not depend on language stands in the default language only.
func (n *newTerm) text(lang string) string {
	lines := []string{"---", "title: " + yaml.Scalar(n.title(lang)), "type: term"}
	if lang != n.site.DefaultLanguage() {
		lines = append(lines, "slug: "+slug(n.title(lang), n.id))
	}
	lines = append(lines, "part_of_speech: noun", "forms: []")
	if lang == n.site.DefaultLanguage() {
		lines = append(lines, "status: publish", "domain: "+n.domain, "origin: professionals", "see: []",
			"history:", "  - {date: "+n.today+", status: publish}")
	}
	if n.draft {
		lines = append(lines, "draft: true")
	}
	return strings.Join(append(lines, "date: "+n.today, "---", ""), "\n")
}

// slug makes an address of a title; the id serves when nothing is left of it.
func slug(title, id string) string { return cmp.Or(text.Name(title), id) }
