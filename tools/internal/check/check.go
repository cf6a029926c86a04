// Package check holds the rules. A rule is one value in one file: it
// registers itself, documents itself and has its fixture in
// testdata/<id>.txtar.
package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Rule is one check. Its documentation is Markdown; docs/rules.md and
// `wijzer explain` are made from it.
type Rule struct {
	ID       string // the name of its file and fixture, and what is printed in brackets
	Title    string // what it finds, on one line, without full stop
	Why      string // why that matters to readers or editors
	Wrong    string // a short example that it reports
	Right    string // the same, mended
	Mend     string // what to do
	Set      string // one of StructureRules …
	Severity diag.Severity
	Safety   bool // it holds a part of the safety policy (docs/esp.md): what it finds is never known and left
	Absence  bool // it finds that something is nowhere: silent while a file cannot be read
	ByWords  bool // it judges by words what a sentence means: what it finds in one language alone needs evidence

	// Source looks at content and data, Against at content and data beside
	// other texts, by name. A rule with none of all these is applied while the
	// site is loaded.
	Source func(*Pass)
	// Page returns what looks at each rendered page by itself, one after the
	// other as they are read, and lets go of it; nil when there is nothing to
	// look for. Built looks at the rendered site after that.
	Page  func(*BuiltPass) func(*built.Page)
	Built func(*BuiltPass)

	Against func(p *Pass, texts map[string]string)
}

// Pass is what a source rule works with. Rules are pure functions of it.
type Pass struct {
	*site.Site
	Today time.Time // the day to judge dates by
	reporter
	*shared

	asked struct { // of contactsIn, the last: a sentence can hold very many words about contacts
		passage *site.Passage
		part    text.Range
		found   []*site.Contact
	}
	called map[string][]string // by language and contact: its names and numbers, where they were asked for
}

// shared is what several rules ask of a site, and takes long: each is
// worked out once.
type shared struct {
	missing   map[string][]string // words, by language
	standings *between.Standings
	quizzed   func() map[diag.Position]bool // the lines of the questions of quizzes and of the options that they call wrong
	citations func() []site.Citation
}

func newShared(s *site.Site) *shared {
	return &shared{s.MissingWords(), between.NewStandings(s), sync.OnceValue(func() map[diag.Position]bool { return quizzed(s) }), sync.OnceValue(s.Citations)}
}

// DaysSince counts the days from a date to today; ok is false for no date.
func (p *Pass) DaysSince(date string) (days int, ok bool) {
	d, err := cite.ParseDate(date)
	if err != nil {
		return 0, false
	}
	return int(cite.Day(p.Today).Sub(d.First).Hours() / 24), true
}

func (p *Pass) isPast(date string) bool {
	days, ok := p.DaysSince(date)
	return ok && days > 0
}

// BuiltPass is what a built rule works with.
type BuiltPass struct {
	*built.Site // nil for Page: it is not read yet
	Source      *site.Site
	Notes       []string // what Page noted for Built
	reporter
}

// Note keeps something that Page saw for Built.
func (p *BuiltPass) Note(what string) { p.Notes = append(p.Notes, what) }

// fromSource returns what looks at a rendered page beside the page that it
// is made from.
func (p *BuiltPass) fromSource(look func(page *built.Page, source *site.Page)) func(*built.Page) {
	made := map[string]*site.Page{}
	for _, source := range p.Source.Pages {
		made[p.Source.URL(source)] = source
	}
	return func(page *built.Page) {
		if source := made[page.URL]; source != nil {
			look(page, source)
		}
	}
}

type reporter struct {
	rule     *Rule
	severity diag.Severity
	found    *[]diag.Diagnostic
	told     map[tally]int // how much
	missing  diag.Name
	cause    bool
}

// tally is where findings are counted: a warning never hides an error.
type tally struct {
	file     string
	severity diag.Severity
	mended   bool // by --fix, or by a rename
}

// mostTold bounds what one rule tells of one file: of more nobody reads
// all, and a file of nothing else would cost many times what another does.
// Of findings with a remedy, and of what may have been renamed, it is ten
// times as many.
const mostTold = 100

func newReporter(r *Rule, found *[]diag.Diagnostic) reporter {
	return reporter{rule: r, severity: r.Severity, found: found, told: map[tally]int{}}
}

// Missing returns what reports findings about something that is not there,
// and may have been renamed.
func (r reporter) Missing(kind, id string) reporter {
	r.missing = diag.Name{Kind: kind, ID: id}
	return r
}

// Fix is like Report for a finding with a safe remedy.
func (r reporter) Fix(at diag.Position, fix diag.Fix, hint, format string, args ...any) {
	r.report(at, fix, hint, format, args)
}

// corrected puts the one known word that is nearest in place of another.
func corrected(word string, known []string) diag.Fix {
	if best, ok := text.OnlyNearest(word, known); ok && word != "" {
		return diag.Fix{Old: word, New: best}
	}
	return diag.Fix{}
}

// mostCompared bounds what one rule compares wrong names with: all of a
// site, a few hundred times over. Beyond that its findings come without
// "did you mean".
const mostCompared = 1_000_000

// near returns the names that a wrong one is compared with: none any more
// once the rule has found so much that it would take long.
func (r reporter) near(known []string) []string {
	if len(*r.found)*len(known) > mostCompared {
		return nil
	}
	return known
}

// linkFix is a fix of the part of a link's address between two others.
func linkFix(before string, part diag.Fix, after string) diag.Fix {
	if part == (diag.Fix{}) {
		return part
	}
	return diag.Fix{Old: "](" + before + part.Old + after + ")", New: "](" + before + part.New + after + ")"}
}

// Cause returns what reports findings that come first: what follows from
// them is silent.
func (r reporter) Cause() reporter {
	r.cause = true
	return r
}

// As returns what reports findings of another severity than the rule's own.
func (r reporter) As(severity diag.Severity) reporter {
	r.severity = severity
	return r
}

// Report adds a finding. hint names the remedy and may be empty.
func (r reporter) Report(at diag.Position, hint, format string, args ...any) {
	r.report(at, diag.Fix{}, hint, format, args)
}

func (r reporter) report(at diag.Position, fix diag.Fix, hint, format string, args []any) {
	here, most := tally{at.File, r.severity, fix != (diag.Fix{}) || r.missing != (diag.Name{})}, mostTold
	if here.mended {
		most *= 10
	}
	switch r.told[here]++; {
	case r.told[here] > most+1:
		return
	case r.told[here] > most:
		fix, format, args, hint = diag.Fix{}, "and more: of one file %d are told", []any{most}, "mend those first"
	}
	*r.found = append(*r.found, diag.Diagnostic{
		Position: at, Rule: r.rule.ID, Severity: r.severity, Fix: fix,
		Message: fmt.Sprintf(format, args...), Hint: hint, Missing: r.missing, Cause: r.cause,
	})
}

// How severe a finding is, as rules say it.
const (
	Info    = diag.Info
	Warning = diag.Warning
	Error   = diag.Error
)

var registry = map[string]*Rule{}

// register adds a rule to the registry; rule files call it from a variable.
// Set is that of the rules that are switched as one.
func register(set string, severity diag.Severity, r Rule) struct{} {
	if registry[r.ID] != nil {
		panic("check: two rules are called " + r.ID)
	}
	r.Set, r.Severity = set, severity
	registry[r.ID] = &r
	return struct{}{}
}

func all() []*Rule { return slices.Collect(maps.Values(registry)) }

// Rules lists all rules by id.
func Rules() []Rule {
	rules := make([]Rule, 0, len(registry))
	for _, r := range registry {
		rules = append(rules, *r)
	}
	slices.SortFunc(rules, func(a, b Rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules
}

// IDs lists the ids of all rules.
func IDs() []string { return slices.Sorted(maps.Keys(registry)) }

// Titles returns each rule's title by its id.
func Titles() map[string]string {
	titles := map[string]string{}
	for id, r := range registry {
		titles[id] = r.Title
	}
	return titles
}

// Find returns one rule.
func Find(id string) (Rule, bool) {
	r, ok := registry[id]
	if !ok {
		return Rule{}, false
	}
	return *r, true
}

// The sets of rules, which config.toml and the command line switch as one.
const (
	StructureRules  = "structure"
	ReferencesRules = "references"
	GlossaryRules   = "glossary"
	LanguageRules   = "language"
	SafetyRules     = "safety"
	RenderedRules   = "rendered"
)

// sets says what the rules of each set look for.
var sets = map[string]string{
	StructureRules:  "files, fields, headings, tables, and that all languages have them",
	ReferencesRules: "links, sources, figures and contacts",
	GlossaryRules:   "terms, and how pages use them",
	LanguageRules:   "wording",
	SafetyRules:     "what can harm a reader or the people a page is about: for sites with a sensitive subject",
	RenderedRules:   "pages as browsers get them",
}

// Sets returns what the rules of each set look for, by its name.
func Sets() map[string]string { return maps.Clone(sets) }

// Named returns the rules by that name: one, or those of a set; none when
// there is no such name.
func Named(name string) (ids []string) {
	for _, r := range Rules() {
		if r.ID == name || r.Set == name {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Names lists what can be given a severity: rules, and sets of them.
func Names() []string {
	return slices.Sorted(slices.Values(slices.Concat(IDs(), slices.Collect(maps.Keys(sets)))))
}

// Source runs the rules for content and data, as of today, and applies the
// allowances and severities that the site sets.
func Source(s *site.Site, today time.Time) []diag.Diagnostic {
	found, _ := Run(s, today)
	return found
}

// Run is Source that also returns the findings of which somebody decided,
// in an allowance, that they are right as they are.
func Run(s *site.Site, today time.Time) (found, decided []diag.Diagnostic) {
	found, decided = allow(run(all(), sourceRules(s, today)), s, today)
	return diag.Sort(withSeverities(found, s)), diag.Sort(withSeverities(decided, s))
}

// Only is Source for one rule. A rule that is applied elsewhere, while
// loading or to allowances, takes all of Source.
func Only(s *site.Site, today time.Time, id string) []diag.Diagnostic {
	r := registry[id]
	if r == nil || r.Source == nil {
		return Source(s, today)
	}
	var found []diag.Diagnostic
	sourceRules(s, today)(r, &found)
	return diag.Sort(withSeverities(found, s))
}

func sourceRules(s *site.Site, today time.Time) func(*Rule, *[]diag.Diagnostic) {
	s = s.InUse()
	common := newShared(s)
	return func(r *Rule, found *[]diag.Diagnostic) {
		named := len(s.Languages) > 0 // else config.toml was unreadable, and nothing else was read
		if r.Source != nil && named && !(r.Absence && s.Incomplete()) {
			all := withWords(r, s, common, today)
			if r.ByWords {
				all, _ = weighed(all, s, common.standings)
			}
			*found = append(*found, all...)
		}
	}
}

// withWords runs a rule, and drops what it finds without words: all of it
// where it asked for those of a lexicon that could not be read, and what
// lies on pages of a language that lacks a list that it asked for and
// another language has.
func withWords(r *Rule, s *site.Site, common *shared, today time.Time) (found []diag.Diagnostic) {
	var (
		mu      sync.Mutex
		nothing bool
		without = map[string]bool{} // languages
	)
	missing, unread := common.missing, func(lang string) bool { return s.Unread(site.LexiconFile(lang)) }
	if len(missing) > 0 || slices.ContainsFunc(s.Languages, unread) {
		s = s.Listening(func(lang, list string) {
			mu.Lock()
			defer mu.Unlock()
			nothing = nothing || unread(lang)
			without[lang] = without[lang] || list == "" && len(missing[lang]) > 0 || slices.Contains(missing[lang], list)
		})
		common = newShared(s) // each rule is to ask for the words that it needs itself
	}
	r.Source(&Pass{Site: s, Today: today, reporter: newReporter(r, &found), shared: common})
	if nothing {
		return nil
	}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return without[languageOf(s, d.File)] })
}

// weighed asks for evidence of what a rule judges by words. Words say more
// than one thing, and two languages seldom say the same things with theirs.
// A text that changed since somebody compared its languages is evidence
// enough, and so is an allowance: somebody looked. Where a text is new, an
// error is a warning, and what the rule does not find in the translation
// too is left to review; where it was compared as it is, an error that it
// finds in one language is a warning, and less is left to review.
func weighed(found []diag.Diagnostic, s *site.Site, standings *between.Standings) (kept, left []diag.Diagnostic) {
	type part struct{ place, text string }
	langs := map[part][]string{} // those in which something is found
	for _, d := range found {
		if spot, ok := standings.At(d.Position); ok {
			at := part{spot.Place, spot.Text}
			langs[at] = append(langs[at], spot.Lang)
		}
	}
	for _, d := range found {
		spot, ok := standings.At(d.Position)
		standing := standings.Of(spot)
		if !ok || standing == between.Changed || slices.ContainsFunc(s.Allowances, func(a site.Allowance) bool { return a.Covers(d) }) {
			kept = append(kept, d)
			continue
		}
		another := func(lang string) bool { return lang != spot.Lang }
		alone, isNew := !slices.ContainsFunc(langs[part{spot.Place, spot.Text}], another), standing == between.New
		if alone && (isNew || d.Severity < Error) {
			left = append(left, d)
			continue
		}
		if alone || isNew {
			d.Severity = min(d.Severity, Warning)
		}
		kept = append(kept, d)
	}
	return kept, left
}

// Left returns what rules find by words and leave to review.
func Left(s *site.Site, today time.Time) []diag.Diagnostic {
	in, common := s.InUse(), newShared(s.InUse())
	found := run(all(), func(r *Rule, found *[]diag.Diagnostic) {
		if r.ByWords && len(in.Languages) > 0 && !(r.Absence && in.Incomplete()) {
			_, *found = weighed(withWords(r, in, common, today), in, common.standings)
		}
	})
	return diag.Sort(withSeverities(found, s))
}

// languageOf returns the language of a page's file, "" for any other file.
func languageOf(s *site.Site, file string) string {
	i := slices.IndexFunc(s.Languages, func(lang string) bool { return strings.HasSuffix(file, "."+lang+".md") })
	if i < 0 {
		return ""
	}
	return s.Languages[i]
}

// Off is a rule that says nothing in a language, or in none, and why.
type Off struct {
	Rule string
	Lang string // "" for all languages
	Why  string
}

// OffRules lists the rules that are switched off, and those that miss words
// in a language: found by running each and listening what it asks for.
func OffRules(s *site.Site, today time.Time) []Off {
	var off []Off
	for _, r := range Rules() {
		if setting(s.Config.Params.Rules, r.ID) == SwitchedOff {
			off = append(off, Off{r.ID, "", "switched off in " + site.ConfigFile})
			continue
		}
		listening := s.Listening(func(lang, list string) {
			why := fmt.Sprintf("no words in %q", lang)
			if list != "" {
				why = fmt.Sprintf("no list %q in %s", list, site.LexiconFile(lang))
			}
			off = append(off, Off{r.ID, lang, why})
		})
		sourceRules(listening, today)(&r, new([]diag.Diagnostic))
	}
	slices.SortFunc(off, func(a, b Off) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Why, b.Why))
	})
	return slices.Compact(off)
}

// Against compares the site's own words with other texts, by name.
func Against(s *site.Site, texts map[string]string) []diag.Diagnostic {
	found := run(all(), func(r *Rule, found *[]diag.Diagnostic) {
		if r.Against != nil {
			r.Against(&Pass{Site: s, reporter: newReporter(r, found)}, texts)
		}
	})
	return diag.Sort(withSeverities(found, s))
}

// Built reads the site that was rendered into output, page by page, and
// runs the rules for it.
func Built(output fs.FS, s *site.Site) ([]diag.Diagnostic, error) {
	found, err := onBuilt(all(), output, s)
	return diag.Sort(withSeverities(found, s)), err
}

func onBuilt(rules []*Rule, output fs.FS, s *site.Site) (found []diag.Diagnostic, err error) {
	var lookers []*looker
	for _, r := range rules {
		l := &looker{pass: &BuiltPass{Source: s}}
		l.pass.reporter = newReporter(r, &l.found)
		if r.Page != nil {
			l.look = r.Page(l.pass)
		}
		lookers = append(lookers, l)
	}
	read, err := built.Read(output, func(page *built.Page) {
		for _, l := range lookers {
			l.at(page)
		}
	})
	if err != nil {
		return nil, err
	}
	passes := map[*Rule]*BuiltPass{}
	for _, l := range lookers {
		if l.fault != "" {
			panic(l.fault) // here the caller can catch it
		}
		found = append(found, l.found...)
		passes[l.pass.rule], l.pass.Site = l.pass, read
	}
	rest := run(rules, func(r *Rule, found *[]diag.Diagnostic) {
		if p := passes[r]; r.Built != nil {
			p.found = found
			r.Built(p)
		}
	})
	return append(found, rest...), nil
}

// A looker is a rule that looks at one rendered page after the other.
type looker struct {
	sync.Mutex // pages are read several at a time
	pass       *BuiltPass
	look       func(*built.Page) // nil when the rule looks for nothing on a page
	found      []diag.Diagnostic
	fault      string // how the rule broke down
}

func (l *looker) at(page *built.Page) {
	if l.look == nil {
		return
	}
	l.Lock()
	defer l.Unlock()
	_, fault := guarded(l.pass.rule, func(*Rule, *[]diag.Diagnostic) { l.look(page) })
	l.fault = cmp.Or(l.fault, fault)
}

// guarded applies a rule, and tells how it panicked: in a goroutine nobody
// else can.
func guarded(r *Rule, apply func(*Rule, *[]diag.Diagnostic)) (found []diag.Diagnostic, fault string) {
	defer func() {
		if v := recover(); v != nil {
			fault = fmt.Sprintf("rule %s: %v", r.ID, v)
		}
	}()
	apply(r, &found)
	return found, ""
}

// run applies rules, each on its own: their order does not matter. As many
// at once as there are processors: what all of them collect of a large site
// would not fit in memory together.
func run(rules []*Rule, apply func(*Rule, *[]diag.Diagnostic)) []diag.Diagnostic {
	var (
		group errgroup.Group
		mu    sync.Mutex
		all   []diag.Diagnostic

		fault string // a rule that broke down, and how
	)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, r := range rules {
		group.Go(func() error {
			found, broken := guarded(r, apply)
			mu.Lock()
			defer mu.Unlock()
			all = append(all, found...)
			fault = cmp.Or(fault, broken)
			return nil
		})
	}
	_ = group.Wait()
	if fault != "" {
		panic(fault) // here the caller can catch it
	}
	return all
}
