package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:      "said-otherwise",
	Title:   "a sentence that denies what another says in nearly the same words, says the opposite, has another number or turns round what matters more",
	Why:     "What matters stands on several pages. Where one of them lost its `not`, or has another number or the opposite of a word, in all languages alike, only the others show it.",
	Wrong:   "Kijk nooit op de kaart onder het fietsen.   # elsewhere: Kijk op de kaart onder het fietsen.",
	Right:   "Kijk nooit op de kaart onder het fietsen.   # and so elsewhere",
	Mend:    "look up which of the two is right, and correct the other; where both are, say what differs. Compared are sentences of four words or more, texts of the interface among them, other than titles, headings, cells, questions, what a quiz calls wrong, what leads to a page (a word of `leading`, few others, and a link whose text alone denies) and pages about the site itself, that share seven in ten of their words; words that deny, for numbers, status, who it is about and opposites are those of `alike` in data/lexicon/<lang>.yaml, numbers in whatever order. Where more sentences say the one than the other, the other is reported. What one puts above the other (insight and not control), and another sentence the other way round, is reported too: words before a word that denies after a comma or a word of `joints`, before one of `instead` (rather than), or after one of `but`. Sentences that link a contact, or point at something (`referring`), are left alone there: who to call differs, and what a number counts.",
	ByWords: true,
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			said := newSayings(p.Lexicon(lang))
			for t := range p.Passages() {
				if t.Lang == lang && isSaid(p, t) && p.isAdvice(t) {
					for _, one := range said.sentences(t) {
						if !said.leads(one) {
							said.add(one)
						}
					}
				}
			}
			for _, t := range p.KeyedTexts(lang) {
				for _, one := range said.sentences(t) {
					said.add(one)
				}
			}
			said.reportOdd(p)
			said.reportTurned(p)
		}
	},
})

// reportTurned reports sentences that put one thing above another that
// others put above it.
func (s *sayings) reportTurned(p *Pass) {
	saying, chosen := map[choice][]*saying{}, map[*saying][]choice{}
	for _, one := range s.all {
		if !one.isProse() || s.referring.Has(one.said) {
			continue
		}
		choices := s.choices(one)
		if len(choices) > 0 && len(contactsIn(p, one.Passage, one.SentenceAt(one.at))) > 0 {
			continue
		}
		for _, c := range choices {
			saying[c], chosen[one] = append(saying[c], one), append(chosen[one], c)
		}
	}
	for _, one := range s.all {
		for _, c := range chosen[one] {
			if others := saying[choice{c.than, c.rather}]; len(others) > 0 && others[0] != one && len(saying[c]) <= len(others) {
				p.Report(one.At(one.at), correctOne, "%q, and %s says %q", text.Head(one.said), others[0].At(others[0].at), text.Head(others[0].said))
				break
			}
		}
	}
}

const correctOne = "correct one of the two, or say what differs"

// isSaid reports whether a text says something of the subject itself.
func isSaid(p *Pass, t *site.Passage) bool {
	other := []string{"title", "heading", "cell", "alternative", "label", "goal", "seen/where", "locator"}
	return !slices.Contains(other, t.Kind) && !p.IsColophon(t.Page) && (t.Record == nil || t.Record.Kind != "source" && t.Record.Kind != "mistake")
}

func (s *sayings) add(one *saying) {
	if again := s.known[one.said]; again != nil {
		again.times++
		return
	}
	s.known[one.said] = one
	if len(one.words) < fewestWords {
		return
	}
	for _, word := range one.words {
		s.common[word]++
	}
	s.all = append(s.all, one)
}

// mostOthers bounds how many sentences with one of its rarest words a
// sentence is compared with: what more say so is a list.
const mostOthers = 200

// reportOdd compares each sentence with those that share enough of its
// words, which share one of its rarest too.
func (s *sayings) reportOdd(p *Pass) {
	having, against := map[string][]*saying{}, map[*saying][]*saying{}
	for _, one := range s.all {
		rarest := slices.SortedFunc(slices.Values(one.words), func(a, b string) int { return cmp.Or(cmp.Compare(s.common[a], s.common[b]), cmp.Compare(a, b)) })
		seen := map[*saying]bool{}
		for _, word := range rarest[:len(rarest)-(7*len(rarest)+9)/10+1] {
			for _, other := range having[word][max(0, len(having[word])-mostOthers):] {
				if seen[other] || !one.resembles(other) {
					continue
				}
				seen[other] = true
				if contradict(one, other) {
					against[one], against[other] = append(against[one], other), append(against[other], one)
				} else {
					one.times, other.times = one.times+1, other.times+1
				}
			}
			having[word] = append(having[word], one)
		}
	}
	for _, one := range s.all {
		for _, other := range against[one] {
			if one.times <= other.times {
				p.Report(one.At(one.at), correctOne, "%q, and %s says %q", text.Head(one.said), other.At(other.at), text.Head(other.said))
				break
			}
		}
	}
}

// contradict reports whether one of two sentences denies what the other
// says, or has other numbers, as many of them.
func contradict(one, other *saying) bool {
	if one.denies != other.denies {
		if other.denies {
			one, other = other, one
		}
		has := func(word string) bool { return slices.Contains(other.words, word) }
		return len(one.negated) > 0 && parts(one.said) == parts(other.said) && !slices.ContainsFunc(one.negated, func(word string) bool { return !has(word) })
	}
	if !one.isProse() && !other.isProse() { // records of a kind are worded alike
		return false
	}
	a, b := one.facts(), other.facts()
	slices.Sort(a["number"]) // "one in ten, wrote X in August", or the other way round
	slices.Sort(b["number"])
	for _, kind := range exchangeable {
		if len(a[kind]) == len(b[kind]) && !slices.EqualFunc(a[kind], b[kind], sameFact) {
			return true
		}
	}
	return opposed(a["opposite"], b["opposite"])
}

// parts counts the marks that part a sentence: what is denied in one part
// of it may be what the other does not say.
func parts(said string) int { return strings.Count(said, ":") + strings.Count(said, ";") }

// sameFact reports whether two facts are the same; a day may be told by its
// month alone.
func sameFact(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")
}

// isProse reports whether a sentence stands in running text or a block of a
// page.
func (one *saying) isProse() bool { return one.Para != nil || one.Page != nil && one.Kind == "line" }

// exchangeable are the kinds of facts of which one sentence may have
// another than one alike.
var exchangeable = []string{"number", "status", "party", "helper", "offer", "extent", "frequency"}
