package check

import (
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// needs gives, per type of work, the fields by which readers can tell and find
// it: in each group one of them.
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

var _ = register(Rule{
	ID:       "source-fields",
	Title:    "a source without a field that its type needs",
	Why:      "A newspaper article without newspaper and date cannot be found, and so not be checked.",
	Wrong:    "type: article-newspaper\ntitle: Kop\nissued: \"2025-08-25\"",
	Right:    "type: article-newspaper\ntitle: Kop\ncontainer-title: De Krant\nunknown: [issued]",
	Mend:     "look the field up in the work; when it cannot be found out, name it under unknown. A web page that is known only through another work needs no URL.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.RecordsOf("source") {
			for _, group := range needs[r.Text("type", "")] {
				needed(p, r, group)
			}
			declaredInVain(p, r)
		}
	},
})

func needed(p *Pass, r *site.Record, group []string) {
	known := func(key string) bool { return r.Map()[key] != nil || declares(r, key) }
	elsewhere := group[0] == "URL" && r.Text("kind_of_use", "") == "cited-in"
	if elsewhere || slices.ContainsFunc(group, known) {
		return
	}
	p.Report(r.Position("/type"), "add it, or declare unknown: ["+group[0]+"]",
		"a source of type %q needs %s", r.Text("type", ""), strings.Join(group, " or "))
}

// declaredInVain reports fields that are given and yet said to be unknown.
func declaredInVain(p *Pass, r *site.Record) {
	unknown, _ := r.Map()["unknown"].([]any)
	for i, v := range unknown {
		if key, ok := v.(string); ok && r.Map()[key] != nil {
			at := r.Position(yaml.Pointer("unknown", strconv.Itoa(i)))
			p.Report(at, "leave it out of unknown", "%q is declared unknown, and given", key)
		}
	}
}
