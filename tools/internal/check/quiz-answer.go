package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Error, Rule{
	ID:      "quiz-answer",
	Title:   "a question in a quiz that cannot be answered well",
	Why:     "A question without a right answer tells readers that they are wrong whatever they know, and one with only right answers that they are right whatever they know.",
	Wrong:   "options:\n  - {text: één organisatie}\n  - {text: losse groepen}",
	Right:   "options:\n  - {text: één organisatie}\n  - {text: losse groepen, right: true}",
	Mend:    "mark each right option with right: true, leave at least one unmarked, and let no two options read the same. A question for more than one answer (the list `asks_several` in data/lexicon/<lang>.yaml) has more than one. A question does not ask, without a word that denies, for what its explanation denies, but of the options that are not right, or of what the sentence tells something else of. It does not deny the words of a right option that denies nothing, but where the question denies (the words of `certain` are one there), and has not two words of another option where it has none of the one that is right. Whom the right options lead to (`alike.helper`, contacts) the explanation names too, if it names anybody whom no wrong option names; neither says the opposite of the other (`alike.opposite`). An option with a word of `unwise` and none of `negation`, or one of `except`, is not right.",
	ByWords: true,
	Source: func(p *Pass) {
		certain := p.Words("certain")
		several, unwise, negation, except := p.Words("asks_several"), p.Words("unwise"), p.Words("negation"), p.Words("except")
		stop := p.wordSets("stop_words")
		denials := site.ByLanguage(p.Site, func(lang string) *sayings { return newSayings(p.Lexicon(lang)) })
		for _, page := range p.Pages {
			for _, quiz := range page.Quizzes() {
				for _, q := range quiz {
					reportOptions(p, q)
					reportUnwise(p, q, unwise[page.Lang], negation[page.Lang], except[page.Lang])
					reportDenied(p, q, denials[page.Lang], stop[page.Lang])
					reportMark(p, q, denials[page.Lang], stop[page.Lang], certain[page.Lang])
					reportExplanation(p, q, page.Lang, denials[page.Lang].reader)
					if words := several[page.Lang].Find(q.Question); len(words) > 0 && strings.Count(q.Rights(), "1") == 1 {
						p.Report(q.Doc.Position(q.Pointer), "mark the other right option too, or ask for one", "%q, and one option is right", words[0].Of(q.Question))
					}
				}
			}
		}
	},
})

func reportOptions(p *Pass, q site.Question) {
	at := q.Doc.Position(q.Pointer)
	switch rights := q.Rights(); {
	case len(rights) == 0: // the schema says so
	case !strings.Contains(rights, "1"):
		p.Report(at, "mark the right option with right: true", "a question without a right option")
	case !strings.Contains(rights, "0"):
		p.Report(at, "add an option that is not right", "a question with right options only")
	}
	first := map[string]int{}
	for i, o := range q.Options {
		words := text.Normal(o.Text)
		if n, again := first[words]; again && words != "" {
			p.Report(q.Doc.Position(fmt.Sprintf("%s/options/%d/text", q.Pointer, i)), "write another one or remove it", "option %q reads the same as option %d", o.Text, n+1)
			continue
		}
		first[words] = i
	}
}

// reportUnwise reports an option that is marked right and names something
// that harms, without a word that says not to.
func reportUnwise(p *Pass, q site.Question, unwise, negation, except *text.Phrases) {
	for i, o := range q.Options {
		if words := unwise.Find(o.Text); o.Right && len(words) > 0 && (!negation.Has(o.Text) || except.Has(o.Text)) {
			p.Report(q.Doc.Position(fmt.Sprintf("%s/options/%d/text", q.Pointer, i)), "mark the option that is right, and look whether texts were exchanged", "%q in an option that is marked right", words[0].Of(o.Text))
		}
	}
}

// reportDenied reports a question for what its explanation denies to be so:
// "which one is a signal", and "this is no signal".
func reportDenied(p *Pass, q site.Question, said *sayings, stop map[string]bool) {
	asked := said.read(&saying{said: q.Question})
	rights, wrongs := optionsOf(q)
	right := said.read(&saying{said: rights})
	if asked.denies || right.denies {
		return
	}
	for _, sentence := range text.Sentences(q.Why) {
		why := said.read(&saying{said: sentence.Of(q.Why)})
		asks := func(word string) bool {
			return !stop[word] && slices.Contains(asked.words, word) && !saidTwice(sentence.Of(q.Why), word)
		}
		if slices.ContainsFunc(why.firsts, asks) && !isOf(why, said.read(&saying{said: wrongs}), right, stop) {
			p.As(Warning).Report(q.Doc.Position(q.Pointer+"/question"), "look whether a word such as not was lost, or the answer is another one", "%q is asked for, and the explanation denies it: %q", text.Head(q.Question), text.Head(sentence.Of(q.Why)))
			return
		}
	}
}

// aboutOption is what an explanation says in the words of an option, but
// for those of the question: in all, in sentences that deny nothing, and as
// what is denied.
type aboutOption struct{ all, plain, against int }

// reportMark reports a mark that stands at another option than the
// explanation is about.
func reportMark(p *Pass, q site.Question, said *sayings, stop map[string]bool, certain *text.Phrases) {
	question := said.read(&saying{said: q.Question})
	asked := question.words
	if question.denies { // then what the explanation denies is the answer
		return
	}
	about := make([]aboutOption, len(q.Options))
	for i, o := range q.Options {
		option := said.read(&saying{said: o.Text})
		told := func(word string) bool {
			return !stop[word] && !slices.Contains(asked, word) && slices.Contains(option.words, word)
		}
		seen := map[string]bool{}
		for _, sentence := range text.Sentences(q.Why) {
			why := said.read(&saying{said: sentence.Of(q.Why)})
			for _, word := range why.words {
				if told(word) && !seen[word] && !slices.Contains(why.negated, word) {
					seen[word] = true
					if about[i].all++; !why.denies {
						about[i].plain++
					}
				}
			}
			sure := certain.Has(o.Text) && slices.ContainsFunc(certain.Find(why.said), func(m text.Mention) bool {
				words := beginnings(m.Of(why.said))
				return len(words) > 0 && slices.Contains(why.negated, words[0])
			})
			if !option.denies && (sure || slices.ContainsFunc(why.firsts, told)) {
				about[i].against++
			}
		}
	}
	single := strings.Count(q.Rights(), "1") == 1
	for i, o := range q.Options {
		other := func(of aboutOption) bool { return of.plain > 1 && of.against == 0 }
		switch is := about[i]; {
		case !o.Right:
		case is.against > 0 && is.all < 2,
			single && is.all == 0 && slices.ContainsFunc(about, other):
			p.As(Warning).Report(q.Doc.Position(q.Pointer+"/why"), "mark the option that is right, or correct the explanation", "%q, and the option that is marked right is %q", text.Head(q.Why), text.Head(o.Text))
		}
	}
}

// saidTwice reports whether a sentence has a word a second time, of which
// it says something: "questions on that are for others, who ask you not to
// question".
func saidTwice(sentence, word string) bool {
	words := beginnings(sentence)
	first := slices.Index(words, word)
	return first >= 0 && slices.Contains(words[first+1:], word)
}

// isOf reports whether a sentence speaks of the options that are not right,
// by two of their words and none of those that are: why these are no
// answer.
func isOf(why, wrong, right *saying, stop map[string]bool) bool {
	shared := func(options *saying) (n int) {
		for _, word := range why.words {
			if !stop[word] && slices.Contains(options.words, word) {
				n++
			}
		}
		return n
	}
	return shared(wrong) > 1 && shared(right) == 0
}

// reportExplanation reports an explanation that leads to somebody else than
// the right options, or says the opposite.
func reportExplanation(p *Pass, q site.Question, lang string, reader *between.Reader) {
	rights, wrongs := optionsOf(q)
	named := func(said string) map[string]bool {
		who := reader.Named("helper", said)
		for _, c := range p.Contacts() {
			if text.HoldsAny(said, p.namesOf(c, lang)) {
				who[c.ID] = false
			}
		}
		return who
	}
	const hint = "correct the option or the explanation, or mark another option"
	explained, denied := named(q.Why), named(wrongs)
	fresh := func(who string) bool { _, ok := denied[who]; return !ok }
	if parted(named(rights), explained) && slices.ContainsFunc(slices.Collect(maps.Keys(explained)), fresh) {
		p.As(Warning).Report(q.Doc.Position(q.Pointer+"/why"), hint, "%q, and the right option leads to somebody else: %q", text.Head(q.Why), text.Head(rights))
		return
	}
	says := func(said string) []string { return slices.Collect(maps.Keys(reader.Named("opposite", said))) }
	if opposed(says(rights), says(q.Why)) && !opposed(says(wrongs), says(q.Why)) {
		p.As(Warning).Report(q.Doc.Position(q.Pointer+"/why"), hint, "%q, and the right option says the opposite: %q", text.Head(q.Why), text.Head(rights))
	}
}
