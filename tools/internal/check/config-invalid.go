package check

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// What cannot be read, or does not fit its schema, is reported by
// site.Load.
var _ = register(StructureRules, Error, Rule{
	ID:    "config-invalid",
	Title: "config.toml cannot be read, says what means nothing, names what is not there, spoils safety, or has a security.txt that is out of date or soon will be",
	Why:   "Everything else depends on it. Who reads what to do may have to leave the page at once, to one that does not tell on them. Who finds a hole in the site trusts the address in security.txt only until the day that stands there (RFC 9116), which is at most a year ahead.",
	Wrong: "defaultContentLanguage = \"de\"   # no such language",
	Right: "defaultContentLanguage = \"xx\"",
	Mend:  "correct config.toml at the place that the message gives; docs/config.md lists what it can say. No section in params.exit_not_in has pages that are sensitive, or of the types guidance and signal, and params.exit is the front page of a site: what stands behind ? or # in an address is kept in histories. Where a page is marked sensitive the rules of the set safety stay on. Look whether mail to the contact of security.txt still arrives, and write a day within a year under [params.security], with its time: 2027-06-01T00:00:00Z.",
	Source: func(p *Pass) {
		exitsSafely(p)
		namesWhatIsThere(p)
		rulesKnown(p)
		staysSafe(p)
		staysTrusted(p.As(Warning), p)
	},
})

const safeExit = "name the front page of an everyday site"

func exitsSafely(p *Pass) {
	if exit := p.Config.Params.Exit; strings.ContainsAny(exit, "?#") {
		p.Report(p.ConfigAt("/params/exit"), safeExit, "the quick exit leads to %q", exit)
	}
	exit, err := url.Parse(p.Config.Params.Exit)
	leadsTo := func(address string) bool {
		return err == nil && exit.Host != "" && strings.Contains(address, "://"+exit.Host)
	}
	if leadsTo(p.Config.BaseURL) {
		p.Report(p.ConfigAt("/params/exit"), safeExit, "the quick exit leads to this site itself: %q", p.Config.Params.Exit)
	}
	for _, c := range p.Contacts() {
		if leadsTo(c.Web) {
			p.Report(p.ConfigAt("/params/exit"), safeExit, "the quick exit leads to contact %q", c.ID)
		}
	}
	for _, section := range p.Config.Params.ExitNotIn {
		i := slices.IndexFunc(p.Pages, func(page *site.Page) bool {
			return page.Section == section && (page.Sensitive || slices.Contains(practiceTypes, page.Type))
		})
		if i >= 0 {
			p.Report(p.ConfigAt("/params/exit_not_in"), "leave the section out of params.exit_not_in", "no quick exit in section %q, which is sensitive or says what to do in %s", section, p.Pages[i].File)
		}
	}
}

// namesWhatIsThere looks up the pages, sections and records that the
// configuration names. Layouts leave out what is not there: that is a
// warning.
func namesWhatIsThere(p *Pass) {
	if strings.TrimSpace(p.Config.Title) == "" {
		p.Report(p.ConfigAt("/title"), "write what the site is called: title = \"…\"", "the site has no name")
	}
	shape, value := site.ConfigSchema(), p.Written.Value
	for _, ref := range shape.Refs(value) {
		if ref.ID != "" && !p.Exists(ref.Kind, ref.ID) {
			p.As(Warning).Report(p.ConfigAt(ref.Pointer), text.DidYouMean(ref.ID, p.IDs(ref.Kind), "name one that is there, or leave it out"), "no %s %q", ref.Kind, ref.ID)
		}
	}
	for _, mark := range shape.Marked("page", value) {
		if mark.Text != "" && !p.Exists("page", mark.Text) {
			p.As(Warning).Report(p.ConfigAt(mark.Pointer), text.DidYouMean(mark.Text, p.IDs("page"), "name one that is there, or leave it out"), "no page %q", mark.Text)
		}
	}
	sections := map[string]bool{}
	for _, page := range p.Pages {
		sections[page.Section] = true
	}
	for _, mark := range shape.Marked("section", value) { // one may come later: only what looks misspelt is told
		near, found := text.Nearest(mark.Text, slices.Sorted(maps.Keys(sections)))
		if found && mark.Text != "" && !sections[mark.Text] && !p.Incomplete() {
			p.Report(p.ConfigAt(mark.Pointer), fmt.Sprintf("did you mean %q?", near), "no section %q", mark.Text)
		}
	}
	for _, mark := range shape.Marked("static", value) {
		if mark.Text != "" && !p.HasFile("static/"+mark.Text) {
			p.As(Warning).Report(p.ConfigAt(mark.Pointer), "put it there, or leave it out", "no file %q", "static/"+mark.Text)
		}
	}
	glossary := p.Config.Params.Glossary
	i := slices.IndexFunc(p.Pages, func(page *site.Page) bool {
		return page.Type == "term" && page.Section != glossary && page.Lang == p.DefaultLanguage()
	})
	if i >= 0 {
		p.Report(p.ConfigAt("/params/glossary"), fmt.Sprintf("write glossary = %q, or move the term", p.Pages[i].Section),
			"the glossary is section %q, and %s is a term", glossary, p.Pages[i].File)
	}
	looksLikeOne(p)
}

// looksLikeOne reports a look that is not there, or lacks a token that
// styles use.
func looksLikeOne(p *Pass) {
	look := p.Config.Params.Tokens
	all := tokensOf(p, "default")
	if look == "" || look == "default" || all == nil {
		return
	}
	own := tokensOf(p, look)
	if own == nil {
		p.Report(p.ConfigAt("/params/tokens"), "make assets/css/tokens/"+look+".css, or write default", "no look %q", look)
		return
	}
	lacking := slices.DeleteFunc(all, func(token string) bool { return slices.Contains(own, token) })
	if len(lacking) > 0 {
		p.Report(p.ConfigAt("/params/tokens"), "copy what it lacks from assets/css/tokens/default.css; wijzer eject brings that",
			"look %q lacks %d of the tokens that styles use, such as %s", look, len(lacking), lacking[0])
	}
}

var tokenLine = regexp.MustCompile(`(?m)^\s*(--[a-z0-9-]+)\s*:`)

// tokensOf returns the tokens of a look, the site's own or the theme's; nil
// when there is no such look.
func tokensOf(p *Pass, look string) []string {
	src, err := fs.ReadFile(p.FS, "assets/css/tokens/"+look+".css")
	if err != nil {
		return nil
	}
	tokens := []string{}
	for _, m := range tokenLine.FindAllSubmatch(src, -1) {
		tokens = append(tokens, string(m[1]))
	}
	return tokens
}

func rulesKnown(p *Pass) {
	for _, name := range slices.Sorted(maps.Keys(p.Config.Params.Rules)) {
		if len(Named(name)) == 0 {
			p.Report(p.ConfigAt("/params/rules/"+name), text.DidYouMean(name, Names(), "wijzer explain lists the rules"), "params.rules names unknown rule %q", name)
		}
	}
}

// staysSafe reports rules of the safety set that are off although a page is
// sensitive, and the set when no page says that it is off.
func staysSafe(p *Pass) {
	rules := p.Config.Params.Rules
	if rules[SafetyRules] == SwitchedOff && p.Config.Params.HowPage == "" {
		p.Report(p.ConfigAt("/params/rules/"+SafetyRules), "name the page on how the site works: how_page = \"/about/how-it-works\"", "the rules of the set %q are off, and no page says so", SafetyRules)
	}
	i := slices.IndexFunc(p.Pages, func(page *site.Page) bool { return page.Sensitive })
	for name, value := range rules {
		r := registry[name]
		if i >= 0 && value == SwitchedOff && (name == SafetyRules || r != nil && (r.Set == SafetyRules || r.Safety)) {
			p.Report(p.ConfigAt("/params/rules/"+name), "take it out of params.rules", "%q is off, and %s is marked sensitive", name, p.Pages[i].File)
		}
	}
}

// staysTrusted reports a security.txt that is out of date, or soon will be.
func staysTrusted(r reporter, p *Pass) {
	security := p.Config.Params.Security
	if security.Contact == "" {
		return
	}
	const hint = "see that mail to contact arrives, and write a day within a year, with its time: 2027-06-01T00:00:00Z"
	at := diag.Position{File: site.ConfigFile}
	expires, err := time.Parse(time.RFC3339, security.Expires)
	switch {
	case err != nil:
		r.Report(at, hint, "expires = %q of security.txt is no time", security.Expires)
	case expires.Before(p.Today):
		r.Report(at, hint, "security.txt expired on %s", expires.Format(time.DateOnly))
	case expires.Before(p.Today.AddDate(0, 1, 0)):
		r.Report(at, hint, "security.txt expires within a month, on %s", expires.Format(time.DateOnly))
	case expires.After(p.Today.AddDate(1, 0, 0)):
		r.Report(at, hint, "security.txt expires more than a year ahead, on %s", expires.Format(time.DateOnly))
	}
}
