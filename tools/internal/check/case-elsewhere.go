package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:    "case-elsewhere",
	Title: "a legal case linked, listed or put in time by words about another country, another group or another year, or of which is said what its record rules out",
	Why:   "What is said of one suspect is then said of somebody else.",
	Wrong: "In Zweden loopt [een zaak](case:de-fiets).",
	Right: "In Duitsland loopt [een zaak](case:de-fiets).",
	Mend:  "link to the case that is meant. Words for countries stand under `alike.country` in data/lexicon/<lang>.yaml, groups under [params.groups] in config.toml; a group in the heading counts where the sentence names none, a country in its item; a block `cases` goes by its heading, an event by its text. Of the years of a sentence, or of an event, one stands in the record of the case, is that of a work which the sentence cites and whose publisher it names, or of an event the year before; an event rests on no source that is that of one other case alone. What cannot both be so, as tried as an adult and as a minor, are the lists of `rivals`: a sentence about one case that names one of them, without a word of `negation`, against another in the record, or on another page, is a warning.",
	Source: func(p *Pass) {
		finders := site.ByLanguage(p.Site, func(lang string) caseFinder { return newCaseFinder(p, lang) })
		rivals := site.ByLanguage(p.Site, func(lang string) *rivalry { return newRivalry(p, lang) })
		for t := range p.Prose() {
			for id, link := range t.References("case") {
				if c := p.Case(id); c != nil {
					finders[t.Lang].compare(p, t, link, c)
					rivals[t.Lang].compare(p.As(Warning), t, link, c)
				}
			}
		}
		for _, page := range p.Pages {
			for _, b := range page.ReadBlocks() {
				var events []struct{ Date, Text, Source, Case string }
				_ = b.Decode("/events", &events) // the schema says what is wrong
				for i, e := range events {
					if c := p.Case(e.Case); c != nil {
						at := b.Position(fmt.Sprintf("/events/%d/case", i))
						reportYearOf(p, b.Position(fmt.Sprintf("/events/%d/date", i)), e.Date, c, 1)
						reportSourceOf(p, at, e.Source, c)
						finders[page.Lang].reportOther(p, at, c, page.Lang, e.Text, e.Text, "")
					}
				}
				if b.Fence.Kind == "cases" && b.Fence.Heading >= 0 {
					finders[page.Lang].reportListed(p, b, page)
				}
			}
		}
	},
})

// reportYearOf reports words about a case that name years, and none that
// its record has, or that is so many years before one, or of a report that
// they name.
func reportYearOf(p *Pass, at diag.Position, said string, c *site.Case, before int, reported ...string) {
	own := append(yearsIn(c.Text("/as_of")), reported...)
	for t := range c.Passages() {
		own = append(own, yearsIn(t.Text)...)
	}
	years := yearsIn(said)
	for _, year := range own[:len(own):len(own)] {
		if n, err := strconv.Atoi(year); err == nil {
			own = append(own, strconv.Itoa(n-before))
		}
	}
	if known := func(year string) bool { return slices.Contains(own, year) }; len(own) > 0 && len(years) > 0 && !slices.ContainsFunc(years, known) {
		p.Report(at, correctFromSource, "%s, and the record of case %q has other years", years[0], c.ID)
	}
}

// issuedIn returns the years of the works that a sentence cites by the name
// of who brought them out: "X wrote in October 2025" dates no case.
func issuedIn(p *Pass, t *site.Passage, sentence string) (years []string) {
	if len(yearsIn(sentence)) == 0 {
		return nil
	}
	for _, s := range citedBy(p, t) {
		if text.NewPhrases(calledIn(s, t.Lang)).Has(sentence) {
			years = append(years, yearsIn(s.Issued)...)
		}
	}
	return years
}

// reportSourceOf reports an event of a case that rests on the source of one
// other case alone.
func reportSourceOf(p *Pass, at diag.Position, source string, c *site.Case) {
	var resting []string
	for _, other := range p.Cases() {
		if slices.ContainsFunc(other.All(), func(b site.Basis) bool { return b.Source == source }) {
			resting = append(resting, other.ID)
		}
	}
	if len(resting) == 1 && resting[0] != c.ID {
		p.Report(at, "link to the case that is meant", "source %q is that of case %q, and the event is one of case %q", source, resting[0], c.ID)
	}
}

// caseFinder finds the countries and groups that a text names.
type caseFinder struct {
	words  *text.Phrases
	codes  []string // of each phrase
	groups *glossary.Finder
}

func newCaseFinder(p *Pass, lang string) caseFinder {
	f := caseFinder{groups: p.Finder(lang, func(t *glossary.Term) bool { return slices.Contains(p.Config.Params.Groups.Terms, t.ID) })}
	f.groups.Hyphens = true
	var words []string
	for code, names := range p.Lexicon(lang).Alike()["country"] {
		for _, name := range names {
			words, f.codes = append(words, name), append(f.codes, strings.TrimSuffix(code, "?"))
		}
	}
	f.words = text.NewPhrases(words)
	f.words.Hyphens = true
	return f
}

func (f caseFinder) countriesIn(s string) (codes []string) {
	for _, m := range f.words.Find(s) {
		codes = append(codes, f.codes[m.Phrase])
	}
	return codes
}

func (f caseFinder) groupsIn(s string) (ids []string) {
	for _, m := range f.groups.Find(s) {
		for _, term := range m.Terms {
			ids = append(ids, term.ID)
		}
	}
	return ids
}

func (f caseFinder) compare(p *Pass, t *site.Passage, link *md.Link, c *site.Case) {
	sentence := t.SentenceAt(link.Offset).Of(t.Text)
	reportYearOf(p, link.Position, sentence, c, 0, issuedIn(p, t, sentence)...)
	heading := ""
	if t.Heading >= 0 {
		heading = t.Page.Doc.Headings[t.Heading].Text
	}
	whole := sentence
	if t.Kind == "item" && len(f.countriesIn(sentence)) == 0 {
		whole = t.Text
	}
	f.reportOther(p, link.Position, c, t.Lang, whole, sentence, heading)
}

// reportOther reports a case of another country than some words name, or
// else of another group than those, or the heading above, name.
func (f caseFinder) reportOther(p *Pass, at diag.Position, c *site.Case, lang, placed, said, heading string) {
	const hint = "link to the case that is meant"
	if countries := f.countriesIn(placed); len(countries) > 0 && c.Country != "" && !slices.Contains(countries, c.Country) {
		p.Report(at, hint, "case %q is one of %s, in words about %s", c.ID, c.Country, countries[0])
		return
	}
	groups := f.groupsIn(said)
	if len(groups) == 0 {
		groups = f.groupsIn(heading)
	}
	own := f.groupsIn(c.Text("/title/" + lang))
	shared := func(id string) bool { return slices.Contains(groups, id) }
	if len(groups) > 0 && len(own) > 0 && !slices.ContainsFunc(own, shared) {
		p.Report(at, hint, "case %q is about %q, in words about %q", c.ID, own[0], groups[0])
	}
}

// reportListed reports the cases of a block under a heading about another
// country.
func (f caseFinder) reportListed(p *Pass, b site.Block, page *site.Page) {
	heading := page.Doc.Headings[b.Fence.Heading].Text
	countries := f.countriesIn(heading)
	if of := b.Text("/country"); of != "" && len(countries) > 0 && !slices.Contains(countries, of) {
		p.Report(b.Position("/country"), "list the cases that are meant", "cases of %s, under a heading about %s", of, countries[0])
	}
	var ids []string
	_ = b.Decode("/ids", &ids)
	for i, id := range ids {
		if c := p.Case(id); c != nil {
			f.reportOther(p, b.Position(fmt.Sprintf("/ids/%d", i)), c, page.Lang, heading, heading, "")
		}
	}
}

// rivalry finds words for what cannot both be so.
type rivalry struct {
	negation *text.Phrases
	groups   [][]*text.Phrases
	told     map[string]string // what a page says, by group and case
}

func newRivalry(p *Pass, lang string) *rivalry {
	r := &rivalry{negation: p.Lexicon(lang).Words("negation"), told: map[string]string{}}
	for _, group := range p.Lexicon(lang).Rivals() {
		var words []*text.Phrases
		for _, one := range group {
			words = append(words, text.NewPhrases(one))
		}
		r.groups = append(r.groups, words)
	}
	return r
}

// compare reports a sentence about one case that says of it what its
// record, or else another page, rules out.
func (r *rivalry) compare(report reporter, t *site.Passage, link *md.Link, c *site.Case) {
	part := t.SentenceAt(link.Offset)
	sentence := part.Of(t.Text)
	if len(casesIn(t, part)) != 1 || r.negation.Has(sentence) || text.IsQuestion(sentence) {
		return
	}
	var record strings.Builder
	for own := range c.Passages() {
		if own.Lang == t.Lang {
			record.WriteString(own.Text + "\n")
		}
	}
	for i, group := range r.groups {
		which, said := only(group, sentence)
		key := fmt.Sprintf("%d %s", i, c.ID)
		recorded, by := only(group, record.String())
		switch {
		case which < 0:
		case recorded >= 0 && recorded != which:
			report.Report(link.Position, correctFromSource, "%q, and the record of case %q says %q", said, c.ID, by)
		case recorded < 0 && r.told[key] != "" && !group[which].Has(r.told[key]):
			report.Report(link.Position, correctFromSource, "%q, and elsewhere case %q is %q", said, c.ID, r.told[key])
		case r.told[key] == "":
			r.told[key] = said
		}
	}
}

// only returns which words of a group a text has, and the first of them; -1
// for none or several.
func only(group []*text.Phrases, s string) (which int, said string) {
	which = -1
	for i, words := range group {
		if found := words.Find(s); len(found) > 0 {
			if which >= 0 {
				return -1, ""
			}
			which, said = i, found[0].Of(s)
		}
	}
	return which, said
}
