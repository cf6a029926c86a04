package main

import (
	"context"
	"flag"
	"slices"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "export",
	args:  "[PAGE] [--format FORMAT]",
	title: "print the sources as CSL-JSON, BibTeX or RIS",
	doc: `
Prints all sources, or those that a page rests on, for Zotero, EndNote, Mendeley
and other programs. What a format has no field for stands in its note, as Zotero
reads and writes it in Extra, so that wijzer import gives back the same.

PAGE is its path, /road/signs, its address or its file.

  --format FORMAT  csl-json (the default), bibtex or ris
`,
	setup: setupExport,
})

func setupExport(flags *flag.FlagSet) runner {
	format := flags.String("format", bib.Formats[0].Name, "")
	return func(_ context.Context, t *terminal, args []string) error {
		if err := noArguments("export", args[min(1, len(args)):]); err != nil {
			return err
		}
		f, err := formatOf(*format)
		if err != nil {
			return err
		}
		root, s, err := t.wholeSite()
		if err != nil {
			return err
		}
		items, err := t.chosen(s, root, args)
		if err != nil {
			return err
		}
		out, err := f.Write(items)
		if err == nil {
			_, err = t.out.Write(out)
		}
		return err
	}
}

func formatOf(name string) (found bib.Format, err error) {
	var names []string
	for _, f := range bib.Formats {
		if f.Name == name {
			found = f
		}
		names = append(names, f.Name)
	}
	return found, oneOf(names, "unknown format %q", name)
}

// chosen returns the sources of a page in all languages, or all that there are.
func (t *terminal) chosen(s *site.Site, root string, page []string) (items []*bib.Item, err error) {
	if len(page) == 0 {
		for _, source := range s.Sources() {
			items = append(items, source.Item())
		}
		return items, nil
	}
	named, err := t.pagesNamed(s, root, page[0])
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, p := range s.Pages {
		if p.Path == named[0].Path {
			ids = append(ids, export.SourcesOf(s, p)...)
		}
	}
	for i, id := range ids {
		if !slices.Contains(ids[:i], id) {
			items = append(items, s.Source(id).Item())
		}
	}
	return items, nil
}
