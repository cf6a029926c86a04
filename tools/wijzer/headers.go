package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/host"
	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "headers",
	args:  "KIND",
	title: "print what a web server is to say with each answer",
	doc: `
Prints the configuration by which a web server protects readers and serves the
site well: the policy against foreign code and frames, what may be kept and for
how long, compressed files, where old addresses lead, and a page for what is
not found in each language. KIND is one of these:
` + kindsOfHeaders() + `
Print it anew after wijzer mv: old addresses are in it.
`,
	setup: func(*flag.FlagSet) runner { return runHeaders },
})

func kindsOfHeaders() string {
	var b strings.Builder
	for _, k := range headers.Kinds {
		fmt.Fprintf(&b, "\n  %s\n    %s\n", k.Name, strings.ReplaceAll(k.Doc, "\n", "\n    "))
	}
	return b.String()
}

func runHeaders(_ context.Context, t *terminal, args []string) error {
	if len(args) != 1 {
		return failure.Usage("see wijzer help headers", "headers for which web server?")
	}
	k, ok := headers.Find(args[0])
	if !ok {
		return failure.Usage("see wijzer help headers", "no web server of kind %q is known", args[0])
	}
	_, s, err := t.soundSite()
	if err != nil {
		return err
	}
	fmt.Fprint(t.out, k.Make(served(s)))
	return nil
}

// served returns what the files for web servers depend on.
func served(s *site.Site) headers.Site {
	return headers.Site{Languages: s.Languages, Moved: export.Moved(s)}
}

// headerFiles are the files that go with the pages, by the word for --headers.
var headerFiles = map[string][]string{"": nil, "apache": {"apache"}, "files": {"_headers", "_redirects"}}

// addHeaders adds to what is published the files that a web server reads there.
func addHeaders(s *host.Site, word string, served headers.Site) {
	for _, name := range headerFiles[word] {
		k, _ := headers.Find(name)
		s.Add(k.File, []byte(k.Make(served)))
	}
}
