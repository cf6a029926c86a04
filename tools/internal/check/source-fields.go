package check

import (
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// needs returns, per type of work, the fields by which readers can tell and
// find it: in each group one of them.
var needs = map[string][][]string{
	"report":            {{"publisher"}, {"issued"}},
	"article-newspaper": {{"container-title"}, {"issued"}},
	"article-magazine":  {{"container-title"}, {"issued"}},
	"article-journal":   {{"author"}, {"container-title"}, {"issued"}},
	"webpage":           {{"URL"}, {"author", "publisher", "container-title"}},
	"legal_case":        {{"ECLI", "authority"}, {"issued"}},
	"legislation":       {{"issued"}},
	"broadcast":         {{"publisher", "container-title"}, {"issued"}},
	"book":              {{"author"}, {"publisher"}, {"issued"}},
	"chapter":           {{"author"}, {"container-title"}, {"publisher"}, {"issued"}},
	"dataset":           {{"publisher"}, {"issued"}},
}

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-fields",
	Title: "a source without a field that its type needs",
	Why:   "A newspaper article without newspaper and date cannot be found, and so not be checked.",
	Wrong: "type: article-newspaper\ntitle: Kop\nissued: \"2025-08-25\"",
	Right: "type: article-newspaper\ntitle: Kop\ncontainer-title: De Krant\nunknown: [issued]",
	Mend:  "look the field up in the work; when it cannot be found out, name it under unknown. A web page that is known only through another work needs no URL.",
	Source: func(p *Pass) {
		for _, source := range p.Sources() {
			for _, group := range needs[source.Type] {
				needed(p, source, group)
			}
			declaredInVain(p, source)
			if slices.Contains(withoutISBN, source.Type) && source.At("/ISBN") != nil {
				p.Report(source.Position("/ISBN"), "correct the type, or leave it out", "a source of type %q has no ISBN", source.Type)
			}
		}
	},
})

// withoutISBN are the types of works that never have one.
var withoutISBN = []string{"webpage", "article-newspaper", "article-magazine", "legal_case", "legislation", "broadcast", "dataset"}

func needed(p *Pass, r *site.Source, group []string) {
	known := func(key string) bool { return r.At("/"+key) != nil || slices.Contains(r.Unknown, key) }
	elsewhere := group[0] == "URL" && r.Use == site.CitedIn
	if elsewhere || slices.ContainsFunc(group, known) {
		return
	}
	p.Report(r.Position("/type"), "add it, or declare unknown: ["+group[0]+"]",
		"a source of type %q needs %s", r.Type, strings.Join(group, " or "))
}

// declaredInVain reports fields that are given and yet said to be unknown.
func declaredInVain(p *Pass, r *site.Source) {
	for i, key := range r.Unknown {
		if r.At("/"+key) != nil {
			at := r.Position(yaml.Pointer("unknown", strconv.Itoa(i)))
			p.Report(at, "leave it out of unknown", "%q is declared unknown, and given", key)
		}
	}
}
