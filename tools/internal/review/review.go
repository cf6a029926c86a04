// Package review tells what changed between two states of a site, and puts
// first what weighs most and what no rule can judge.
package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// State is a site as it was or is, with what its rules find.
type State struct {
	*site.Site
	Findings []diag.Diagnostic
	Left     []diag.Diagnostic // what rules find and leave to who reviews
}

// Weights lists the kinds of changes, the heaviest first, and what they are.
var Weights = []Kind{
	{"contact", "whom to call: a number, hours, a name, a link to an organisation", nil},
	{"guilt", "who is guilty: the state of a case, words of suspicion and conviction", nil},
	{"hidden", "a character that nobody sees", nil},
	{"advice", "a sentence on what to do that is new or gone, or a not in one", nil},
	{"definition", "what a word means, or what a figure counts", nil},
	{"answer", "which answer of a test is right", nil},
	{"interface", "a text of the interface or a setting, which few rules read", nil},
	{"guard", "what protects: a mark sensitive or caution, an allowance, a look, a list", nil},
	{"negation", "not, never, without, unless", nil},
	{"order", "rows, cells, items or steps that changed places", nil},
	{"number", "a number, date, unit or figure", nil},
	{"role", "who does what to whom, what one must, may or could", nil},
	{"attribution", "who says so", nil},
	{"acted", "what people act on, told in other words: a sign, what to do, a case", nil},
	{"doubtful", "words that a rule minds in one language alone, in a text that is new in both", nil},
	{"grade", "the grade of a source, and whether we read it", nil},
	{"citation", "a source, or the place in it", nil},
	{"vanished", "findings that are gone", nil},
	{"moved", "a text that stands elsewhere or in another order", nil},
	{"removed", "a text that is gone", nil},
	{"renamed", "another name, and nothing else: what leads there was mended", nil},
	{"wording", "a few words", nil},
	{"source", "what a source is", nil},
	{"text", "another text", nil},
	{"new", "a text that is new", nil},
}

// heavy is how many kinds of changes ask for a second pair of eyes.
const heavy = 20

// Titles returns what each of some kinds of changes is.
func Titles(kinds []Kind) map[string]string {
	titles := map[string]string{}
	for _, k := range kinds {
		titles[k.Kind] = k.What
	}
	return titles
}

func weight(kind string) int {
	if i := slices.IndexFunc(Weights, func(k Kind) bool { return k.Kind == kind }); i >= 0 {
		return i
	}
	return len(Weights)
}

func heaviest(kinds []string) string {
	return slices.MinFunc(kinds, func(a, b string) int { return cmp.Compare(weight(a), weight(b)) })
}

// Changes lists what changed, the heaviest first, what changed alike in
// several languages in one line. Each is a diagnostic whose rule is the
// kind of change; those that weigh little are remarks. What an error points
// at already comes after what no rule found.
func Changes(was, is State) []diag.Diagnostic {
	names := namesOf(was.Site, is.Site)
	changes, reported := fold(found(was, is, names), is.Languages), reported(was, is, names)
	slices.SortStableFunc(changes, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(reported[place(a)], reported[place(b)]))
	})
	return changes
}

// reported counts the new errors by line.
func reported(was, is State, names *names) map[string]int {
	known, lines := map[string]bool{}, map[string]int{}
	key := func(file string, d diag.Diagnostic) string { return file + "\x00" + d.Rule + "\x00" + d.Message }
	for _, d := range was.Findings {
		known[key(names.fileNow(d.File), d)] = true
	}
	for _, d := range is.Findings {
		if d.Severity == diag.Error && !known[key(d.File, d)] {
			lines[place(d)] = 1
		}
	}
	return lines
}

func place(d diag.Diagnostic) string { return d.File + ":" + strconv.Itoa(d.Line) }

// found lists what changed, by weight and place.
func found(was, is State, names *names) []diag.Diagnostic {
	r := &reviewer{was: was, is: is, names: names, readers: readers(is.Site, names)}
	r.renamed()
	r.redirects()
	r.documents()
	r.prose()
	r.hidden()
	r.settings()
	r.allowances()
	r.findings()
	r.left()
	slices.SortStableFunc(r.found, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(weight(a.Rule), weight(b.Rule)), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return slices.Compact(r.found)
}

func (r *reviewer) report(kind string, at diag.Position, message string) {
	severity := diag.Info
	if weight(kind) < heavy {
		severity = diag.Warning
	}
	r.found = append(r.found, diag.Diagnostic{Position: at, Rule: kind, Severity: severity, Message: message})
}

// allowances reports what is allowed anew.
func (r *reviewer) allowances() {
	key := func(file string, a site.Allowance) string {
		return strings.Join([]string{file, a.Rule, a.Until, a.By, a.Reason}, "\x00")
	}
	known := map[string]bool{}
	for _, a := range r.was.Allowances {
		known[key(r.names.fileNow(a.File), a)] = true
	}
	for _, a := range r.is.Allowances {
		if !known[key(a.File, a)] {
			r.report("guard", a.Position, "allows "+a.Rule+": "+a.Reason)
		}
	}
}

// findings reports, once for a rule and file, what is found no more.
func (r *reviewer) findings() {
	key := func(d diag.Diagnostic) string { return r.names.fileNow(d.File) + "\x00" + d.Rule }
	left, seen := map[string]int{}, map[string]bool{}
	for _, d := range r.is.Findings {
		left[key(d)]--
	}
	for _, d := range r.was.Findings {
		left[key(d)]++
	}
	for _, d := range r.was.Findings {
		if left[key(d)] > 0 && !seen[key(d)] {
			seen[key(d)] = true
			r.report("vanished", diag.Position{File: r.names.fileNow(d.File)}, d.Rule+" finds less, as: "+d.Message)
		}
	}
}

// left reports what rules find anew and leave to who reviews.
func (r *reviewer) left() {
	known := map[string]bool{}
	for _, d := range r.was.Left {
		known[r.names.fileNow(d.File)+"\x00"+d.Rule+"\x00"+d.Message] = true
	}
	for _, d := range r.is.Left {
		if !known[d.File+"\x00"+d.Rule+"\x00"+d.Message] {
			r.report("doubtful", d.Position, d.Rule+" would say: "+d.Message)
		}
	}
}
