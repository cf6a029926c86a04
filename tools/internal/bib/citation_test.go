package bib_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/toolchain"
)

// forms are what citation-js calls our formats.
var forms = []struct{ format, form string }{{"csl", "@csl/list+object"}, {"bibtex", "@biblatex/text"}, {"ris", "@ris/file"}}

// compared are the variables that every reader should find.
var compared = []string{"author", "editor", "title", "issued", "DOI", "URL", "container-title", "volume"}

// misread is what citation-js has no place for in a format, where Zotero has.
var misread = map[string]string{
	"ris news-2022 author":                "it reads no author of NEWS",
	"ris web-2024 container-title":        "it reads no T2 of ELEC: the name of the site",
	"ris case-us container-title":         "it reads no T2 of CASE: the reporter",
	"ris law-2010 volume":                 "it reads C6 of STAT",
	"ris regulation-2016 container-title": "it reads no T2 of LEGAL",
	"ris broadcast-2021 container-title":  "it reads no T2 of VIDEO",
	"ris figure-2011 container-title":     "it reads no T2 of FIGURE",
}

// Somebody else's reader finds in what we write who made a work, what it is called,
// of when it is and where it stands.
func TestCitationJSReadsWhatWeWrite(t *testing.T) {
	items := works(t)
	type ask struct {
		Form string `json:"form"`
		Text any    `json:"text"`
	}
	var asked []ask
	for _, f := range forms {
		src, err := formats[f.format](items)
		if err != nil {
			t.Fatal(err)
		}
		asked = append(asked, ask{f.form, string(src)})
		if f.format == "csl" {
			asked[0].Text = json.RawMessage(src)
		}
	}
	for i, theirs := range citation(t, asked) {
		compare(t, forms[i].format, items, theirs)
	}
}

func compare(t *testing.T, format string, items, theirs []*bib.Item) {
	if len(theirs) != len(items) {
		t.Fatalf("%s: %d works, want %d", format, len(theirs), len(items))
	}
	for i, item := range items {
		for _, variable := range compared {
			got, want := essence(theirs[i], variable), essence(item, variable)
			known := misread[format+" "+item.ID+" "+variable] != ""
			if want != "" && (got == want) == known {
				t.Errorf("%s of %s: %s is %q, want %q (known: %v)", format, item.ID, variable, got, want, known)
			}
		}
	}
}

// citation returns works as citation-js reads them.
func citation(t *testing.T, ask any) (read [][]*bib.Item) {
	t.Helper()
	in, _ := json.Marshal(ask)
	if err := toolchain.Pinned("../../.."); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "testdata/citation.cjs")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), &bytes.Buffer{}
	printed, err := cmd.Output()
	var lists []json.RawMessage
	if err != nil || json.Unmarshal(printed, &lists) != nil {
		t.Fatalf("%v: %s\nnpm ci installs citation-js", err, cmd.Stderr)
	}
	for _, list := range lists {
		items, _ := bib.Read("citation-js", list, nil)
		read = append(read, items)
	}
	return read
}

// essence returns what a variable says, in whatever way it is written.
func essence(item *bib.Item, variable string) string {
	switch {
	case bib.IsDate(variable):
		return item.Dates[variable][:min(len(item.Dates[variable]), 4)]
	case bib.IsName(variable):
		var names []string
		for _, n := range item.Names[variable] {
			names = append(names, text.Fold(n.Literal+" "+n.Particle+" "+n.Family))
		}
		return strings.Join(names, ", ")
	}
	return text.Fold(cite.PlainTitle(item.Texts[variable]))
}
