package check

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"comwijzer/tools/internal/diag"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "address-taken",
	Title: "two pages or files at one address, or at two that differ in capitals alone, two sections that make addresses by one pattern, or two files or folders whose names differ in capitals or accents alone",
	Why:   "Only one of them is published, without a word; links to the other lead to the wrong page. Many disks and servers make no difference between capitals, or between two ways to write an accent: a checkout there has one of two files only.",
	Wrong: "slug: bremmen   # which another page of the section has",
	Right: "slug: remmen",
	Mend:  "give the page a slug of its own, or rename one of the files. The address of a page is made of its section and its slug, or without one the name of its file.",
	Source: func(p *Pass) {
		reportNames(p)
		taken := map[string]string{} // by the file that is published, in small letters
		take := func(url, file string, at diag.Position) {
			key := strings.ToLower(url)
			if strings.HasSuffix(key, "/") {
				key += "index.html"
			}
			if other, known := taken[key]; known {
				p.Report(at, "give it a slug of its own", "%s is the address of %s too", url, other)
				return
			}
			taken[key] = file
		}
		for _, page := range p.Pages {
			take(p.URL(page), page.File, page.Front.Position("/slug"))
		}
		for _, r := range p.Records {
			for _, lang := range p.Languages {
				if url := p.RecordURL(lang, r.Kind, r.ID); url != "" && p.Page(lang, p.PathOf(r.Kind, r.ID)) == nil {
					take(url, r.File, diag.Position{File: r.File})
				}
			}
		}
		for _, file := range p.Files() {
			if url, ok := strings.CutPrefix(file, "static"); ok {
				take(url, file, diag.Position{File: file})
			}
		}
		for _, lang := range p.Languages {
			reportPatterns(p, "/languages/"+lang+"/permalinks/page/", p.Config.Languages[lang].Permalinks.Page)
			reportPatterns(p, "/languages/"+lang+"/permalinks/section/", p.Config.Languages[lang].Permalinks.Section)
		}
	},
})

// reportPatterns reports sections of which the addresses are made alike.
func reportPatterns(p *Pass, at string, patterns map[string]string) {
	first := map[string]string{} // by pattern, the section
	for _, section := range slices.Sorted(maps.Keys(patterns)) {
		pattern := patterns[section]
		if other, taken := first[pattern]; taken {
			p.Report(p.ConfigAt(at+section), "give each section an address of its own", "the pages of %q have the addresses of %q: %q", section, other, pattern)
		}
		first[pattern] = section
	}
}

// reportNames reports files and folders that many disks take for one.
func reportNames(p *Pass) {
	fold := cases.Fold()
	first := map[string]string{} // by what a disk sees, as it was written first
	for _, name := range p.Files() {
		for i := range len(name) + 1 {
			if i < len(name) && name[i] != '/' {
				continue
			}
			part := name[:i]
			key := norm.NFC.String(fold.String(norm.NFC.String(part)))
			if other, seen := first[key]; seen && other != part {
				p.Report(diag.Position{File: name}, "rename one of the two", "%q and %q are one name on many disks", part, other)
				break
			}
			first[key] = part
		}
	}
}
