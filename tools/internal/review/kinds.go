package review

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

// Kind is what a change is: to who reviews it, or to readers.
type Kind struct {
	Kind, What string
	weights    []string // of what it is to readers: what it is to who reviews it
}

// Kinds lists what readers are told of changes, what matters most to them first.
var Kinds = []Kind{
	{"safety", "whom to call, what to do, and what protects", []string{"contact", "advice", "guard", "hidden", "vanished"}},
	{"fact", "what is so, and who says so", []string{"guilt", "definition", "answer", "negation", "order", "role", "acted", "attribution", "removed", "new"}},
	{"figure", "a number, date or unit", []string{"number"}},
	{"source", "a source, or the place in it", []string{"grade", "citation", "source"}},
	{"wording", "how something is said", []string{"interface", "moved", "renamed", "wording", "text"}},
	{"translation", "what changed in a language that does not lead, and only there", nil},
}

//go:embed weighs.json
var weighsJSON []byte

// weighs says what kind of change it is when something changes: a field, by
// the name of its schema and its own, by one of them, or else a text.
var weighs = func() (w struct {
	Fields  map[string]string
	Advice  []string          // the fields that say what to do, by the name of the schema
	Facts   map[string]string // by what a fact is of
	Closely []string          // of which words that say more than one thing weigh too
	Schemes map[string]string // of links
}) {
	if err := json.Unmarshal(weighsJSON, &w); err != nil {
		panic(err) // part of the program
	}
	return w
}()

// ByKind returns what Changes found by what it is to readers, remarks all of it.
func ByKind(found []diag.Diagnostic, languages []string) []diag.Diagnostic {
	told := slices.Clone(found)
	for i, d := range told {
		told[i].Rule, told[i].Severity = Kinds[kindFor(d, strings.Contains(d.Message, inOthers), languages)].Kind, diag.Info
	}
	slices.SortStableFunc(told, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(rank(a.Rule), rank(b.Rule)), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return told
}

// kindFor returns the index of what a change, here or in more languages, is to readers.
func kindFor(d diag.Diagnostic, inMore bool, languages []string) int {
	kind := slices.IndexFunc(Kinds, func(k Kind) bool { return slices.Contains(k.weights, d.Rule) })
	if kind < 0 {
		kind = rank("wording")
	}
	_, lang := placeOf(d, languages)
	alone := lang != "" && lang != languages[0] && !inMore
	if alone && kind > rank("safety") {
		return rank("translation")
	}
	return kind
}

func rank(kind string) int {
	return slices.IndexFunc(Kinds, func(k Kind) bool { return k.Kind == kind })
}
