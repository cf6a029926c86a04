package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "record-contradicts",
	Title: "a record of which one text says what another of its texts or fields rules out",
	Why:   "A signal whose innocent explanation is the suspicion itself, an organisation that is what nobody found it to be, a gap that is an order: each half is read alone, and believed.",
	Wrong: "purpose: {xx: Herstelpunt voor fietsen}\nverify: {xx: Wij vonden geen herstelpunt voor fietsen}",
	Right: "purpose: {xx: Kennis over fietsen}\nverify: {xx: Wij vonden geen herstelpunt voor fietsen}",
	Mend:  "correct one of the two texts, from the source. Another explanation of a signal names none of its `terms`, unless it denies it or the signal itself names it; the purpose of a contact is nothing that its field verify denies; the text of a gap has a word of the list `unknown` or `not_known` in data/lexicon/<lang>.yaml. Where a contact was seen without a date (the list `undated`), and nowhere else too (`also`), stands no date; nor has a source one whose label has such a word. Behind a day of which the label says that nobody verified it (`unverified`) stands a question mark, and a source of which read_as says that no address is given (`no_address`) has none. The population and the place of a figure have the numbers and a country of what it counts. What a figure counts has its unit where that of all others with the unit has, and what it does not count (`not_counted`) is not its unit. A figure that counts people with a word of `offenders`, and none of `victims_too`, has none of `inquired` (under investigation) there or in its note, and no note that says that they are none. How a work is known names the place and the work of its field cited_in. The name of a contact says nothing that its purpose denies, and names nobody else than that. The kind_of_use of a source fits the first sentence of its read_as, where that has a word of `unread` or `read_whole`: for that it is an error.",
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			reportUndated(p, lang)
			reportCounted(p, lang)
			reportUnits(p, lang)
			reportKnown(p, lang)
			reportNamed(p, lang)
		}
		reportUse(p.As(Error), p)
		unknown, negation := p.Words("unknown", "not_known"), p.Words("negation")
		denied := site.ByLanguage(p.Site, func(lang string) *sayings { return newSayings(p.Lexicon(lang)) })
		for _, s := range p.Signals() {
			for t := range s.Passages() {
				if strings.HasPrefix(t.Kind, "other_explanations") {
					reportSameTerm(p, s, t, negation[t.Lang])
				}
			}
		}
		for t := range p.RecordPassages("gap") {
			if strings.HasSuffix(t.Kind, "text") && !unknown[t.Lang].Empty() && !unknown[t.Lang].Has(t.Text) {
				p.Report(t.At(0), "say what is not known; what is, belongs on a page", "%q says nothing of what is not known", text.Head(t.Text))
			}
		}
		for t := range p.RecordPassages("contact") {
			if t.Kind != "verify" {
				continue
			}
			purpose := t.Record.Text("/purpose/" + t.Lang)
			for _, s := range denied[t.Lang].sentences(t) {
				if len(s.negated) > 1 && !slices.ContainsFunc(s.negated, lacking(purpose)) {
					p.Report(t.At(s.at), "correct the purpose, or what is still to be verified", "%q, and the purpose is %q", text.Head(s.said), text.Head(purpose))
				}
			}
		}
	},
})

// reportSameTerm reports another explanation of a signal that is a term of
// the signal.
func reportSameTerm(p *Pass, s *site.Signal, t *site.Passage, negation *text.Phrases) {
	for entry := range p.Entries(t.Lang) {
		named := func(said string) bool { return text.HoldsAny(said, entry.Names()) }
		if slices.Contains(s.Terms, entry.Term.ID) && named(t.Text) && !named(s.Text("/text/"+t.Lang)) && !negation.Has(t.Text) {
			p.Report(t.At(0), "name an explanation that is another one", "%q is term %q, which the signal is about", text.Head(t.Text), entry.Term.ID)
		}
	}
}

// reportUndated reports a date of what is said to have none, one without
// the doubt that is said, and an address that is said not to be given.
func reportUndated(p *Pass, lang string) {
	undated, also := p.Lexicon(lang).Words("undated"), p.Lexicon(lang).Words("also")
	look := func(r *site.Record, field, said string) {
		if date := r.Text(field); date != "" && undated.Has(said) && !also.Has(said) {
			p.Report(r.Position(field), "take the date out, or say of when it is", "%q, and it is of %q", text.Head(said), date)
		}
	}
	for _, c := range p.Contacts() {
		look(c.Record, "/seen/date", c.Seen.Where.In(lang))
	}
	unverified, hidden := p.Lexicon(lang).Words("unverified"), p.Lexicon(lang).Words("no_address")
	for _, s := range p.Sources() {
		look(s.Record, "/issued", s.Label.In(lang))
		if issued := s.Text("/issued"); issued != "" && !strings.HasSuffix(issued, "?") && unverified.Has(s.Label.In(lang)) {
			p.Report(s.Position("/issued"), "write a question mark behind it, or verify it", "%q, and the date is %q", text.Head(s.Label.In(lang)), issued)
		}
		if said := s.Text("/read_as/" + lang); s.Text("/URL") != "" && hidden.Has(said) {
			p.As(Error).Report(s.Position("/URL"), "take the address out, or say why it is given", "%q, and there is one", text.Head(said))
		}
	}
}

// reportCounted reports a figure whose population has other numbers, or
// whose place is another country, than what it counts.
func reportCounted(p *Pass, lang string) {
	reader := between.NewReader(p.Lexicon(lang))
	offenders, others, inquired := p.Lexicon(lang).Words("offenders"), p.Lexicon(lang).Words("victims_too"), p.Lexicon(lang).Words("inquired")
	negation := p.Lexicon(lang).Words("negation")
	const hint = correctFromSource
	for _, f := range p.Figures() {
		reportRaised(p, f, lang, offenders, others, inquired, negation)
		counts, population, place := f.Counts.In(lang), f.Population.In(lang), f.Place.In(lang)
		known := valuesOf(counts, nil)
		for number := range valuesOf(population, nil) {
			if len(known) > 0 && !known[number] {
				p.Report(f.Position("/population"), hint, "%q, and what it counts is %q", text.Head(population), text.Head(counts))
				break
			}
		}
		years, told := yearsIn(counts), yearsIn(f.AsOfNote.In(lang)+" "+f.AsOf)
		untold := func(year string) bool { return !slices.Contains(told, year) }
		if slices.ContainsFunc(years, untold) && len(yearsIn(f.AsOfNote.In(lang))) > 0 {
			p.Report(f.Position("/counts"), hint, "%q, and as_of_note names other years", text.Head(counts))
		}
		is, named := reader.Named("country", place), reader.Named("country", counts+" "+population)
		if parted(is, named) {
			p.Report(f.Position("/place"), hint, "%q, and what it counts is %q", place, text.Head(counts))
		}
	}
}

// reportRaised reports a figure of people under investigation, or of whom
// its note says that they are none, that calls them offenders.
func reportRaised(p *Pass, f *site.Figure, lang string, offenders, others, inquired, negation *text.Phrases) {
	note := f.Note.In(lang)
	for _, field := range []struct{ at, said string }{{"/counts", f.Counts.In(lang)}, {"/population", f.Population.In(lang)}} {
		words := offenders.Find(field.said)
		if len(words) == 0 || others.Has(field.said) {
			continue
		}
		reason := ""
		for _, said := range []string{field.said, note} {
			if found := inquired.Find(said); len(found) > 0 && reason == "" {
				reason = found[0].Of(said)
			}
		}
		for _, s := range text.Sentences(note) {
			if said := s.Of(note); reason == "" && offenders.Has(said) && negation.Has(said) {
				reason = text.Head(said)
			}
		}
		if reason != "" {
			p.Report(f.Position(field.at), correctFromSource, "%q, and %q", words[0].Of(field.said), reason)
		}
	}
}

// reportKnown reports a work that is known through another place, or
// another work, than the words about that say.
func reportKnown(p *Pass, lang string) {
	words := p.Lexicon(lang).Lists("locators")
	var labels []string
	var kinds []string // of each label
	for _, kind := range cite.Kinds {
		for _, label := range words[kind] {
			labels, kinds = append(labels, label), append(kinds, kind)
		}
	}
	find, read := text.NewPhrases(labels), p.Locators()[lang]
	for _, s := range p.Sources() {
		through := p.Source(s.Text("/cited_in/source"))
		if through == nil {
			continue
		}
		said := s.Text("/read_as/" + lang)
		for _, m := range find.Find(said) {
			places := read.Parse(cmp.Or(s.Text("/cited_in/locator/"+lang), s.Text("/cited_in/locator")))
			number, err := strconv.Atoi(digitsAfter(said[m.To:]))
			of := func(a cite.Part) bool { return a.Kind == kinds[m.Phrase] }
			is := func(a cite.Part) bool { return of(a) && a.First <= number && number <= a.Last }
			if err == nil && slices.ContainsFunc(places, of) && !slices.ContainsFunc(places, is) {
				p.Report(s.Position("/read_as"), "correct one of the two, from the work", "%q, and cited_in is another place", said[m.From:m.To]+" "+strconv.Itoa(number))
			}
		}
		for _, other := range p.Sources() {
			if label := other.Label.In(lang); other != through && other != s && strings.Contains(said, label) && label != "" && !strings.Contains(said, through.Label.In(lang)) {
				p.Report(s.Position("/read_as"), "correct one of the two, from the work", "%q, and it is cited in source %q", label, through.ID)
			}
		}
	}
}

// reportNamed reports a contact whose purpose denies a word of its name, or
// is for others than the name says.
func reportNamed(p *Pass, lang string) {
	said, reader := newSayings(p.Lexicon(lang)), between.NewReader(p.Lexicon(lang))
	for _, c := range p.Contacts() {
		name, purpose := said.read(&saying{said: c.Name.In(lang)}), said.read(&saying{said: c.Purpose.In(lang)})
		denied := func(word string) bool { return !name.denies && slices.Contains(purpose.firsts, word) }
		called, meant := reader.Named("party", name.said), reader.Named("party", purpose.said)
		if slices.ContainsFunc(name.words, denied) || parted(called, meant) {
			p.Report(c.Position("/purpose"), "correct one of the two", "%q, and the purpose is %q", name.said, text.Head(purpose.said))
		}
	}
}

// lacking tells of a word whether a text has none that begins like it.
func lacking(said string) func(string) bool {
	has := text.Set(beginnings(said))
	return func(word string) bool { return !has[word] }
}

// reportUnits reports a figure whose unit is what it does not count, or is
// not in what it counts where all others with that unit have it there:
// "cases" tells, "people" does not.
func reportUnits(p *Pass, lang string) {
	others, with := map[string]int{}, map[string]int{}
	counts := func(f *site.Figure) bool { return holdsBeginnings(f.Counts.In(lang), f.Unit.In(lang)) }
	for _, f := range p.Figures() {
		others[f.Unit.In(lang)]++
		if counts(f) {
			with[f.Unit.In(lang)]++
		}
	}
	for _, f := range p.Figures() {
		unit := f.Unit.In(lang)
		if unit == "" {
			continue
		}
		if strings.EqualFold(f.NotCounted.In(lang), unit) {
			p.Report(f.Position("/unit"), "correct the unit from the source", "unit %q is what the figure does not count", unit)
		} else if !counts(f) && with[unit] > 1 && with[unit] == others[unit]-1 {
			p.Report(f.Position("/unit"), "correct the unit from the source", "unit %q, and the figure counts %q", unit, text.Head(f.Counts.In(lang)))
		}
	}
}

// holdsBeginnings reports whether a text has the beginnings of all words of
// another.
func holdsBeginnings(said, words string) bool {
	return !slices.ContainsFunc(beginnings(words), lacking(said))
}

// reportUse reports a source that is said to be read where its own words
// say that it is not, or the other way round.
func reportUse(r reporter, p *Pass) {
	unread, whole := p.Words("unread"), p.Words("read_whole")
	for t := range p.RecordPassages("source") {
		use := t.Record.Text("/kind_of_use")
		if t.Kind != "read_as" || use == "" {
			continue
		}
		first := t.SentenceAt(0).Of(t.Text)
		wrong := unread[t.Lang].Find(first)
		if use == site.CitedIn {
			wrong = whole[t.Lang].Find(first)
		}
		if len(wrong) > 0 {
			r.Report(t.Record.Position("/kind_of_use"), "correct kind_of_use, or read_as", "kind_of_use %q, and %q in read_as", use, wrong[0].Of(first))
		}
	}
}
