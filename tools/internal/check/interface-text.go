package check

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "interface-text",
	Title: "a text of the interface that one language lacks, with other places to fill in, or that is not what its key stands for",
	Why:   "Two labels exchanged call a suspect convicted on every page at once, and a lost \"not\" makes the site a helpline.",
	Wrong: "case_suspected = \"Convicted\"",
	Right: "case_suspected = \"Suspected\"",
	Mend:  "give i18n/<lang>.toml and [languages.<lang>.params] in config.toml the same keys in every language, and texts that say the same. What a text must hold, by key, stands under `interface` in data/lexicon/<lang>.yaml (… stands for other words between), and for config.toml under `config_texts`. What is filled in ({{ . }}, {n}), and which page it leads to, is the same. Sentences on a key of the list `exit_keys` have a number of the text `exit_hint`. How days are written (`date`) has the day, the month and the year of 2 January 2006 in English: names of months are filled in.",
	Source: func(p *Pass) {
		reportUnnamed(p)
		for _, lang := range p.Languages {
			reportPressed(p, lang)
			reportPattern(p, lang)
		}
		for _, texts := range []interfaceTexts{{interfaceKind, "interface", p.Interface}, {"config:", "config_texts", p.ConfigTexts}} {
			lead := texts.in(p.DefaultLanguage())
			for _, lang := range p.Languages {
				own := texts.in(lang)
				if lead == nil || own == nil { // another rule says so, once
					continue
				}
				reportKeys(p, lang, texts, lead, own)
				reportMeanings(p, lang, texts, own)
				for _, key := range slices.Sorted(maps.Keys(own)) {
					other, both := lead[key]
					if strings.HasPrefix(other, "/") && both && own[key] != other {
						p.Report(texts.at(p, lang, key), "name the same page", "%q, and %q in language %q", own[key], other, p.DefaultLanguage())
					}
					switch a, b := holesIn(own[key]), holesIn(other); {
					case !both || slices.Equal(a, b):
					case slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))):
						p.As(Warning).Report(texts.at(p, lang, key), "compare the two: which one is meant first", "%q is filled in, in another order than in language %q", strings.Join(a, " "), p.DefaultLanguage())
					default:
						p.Report(texts.at(p, lang, key), "keep what is filled in", "%q is filled in, and %q in language %q", strings.Join(a, " "), strings.Join(b, " "), p.DefaultLanguage())
					}
				}
			}
		}
	},
})

// interfaceKind begins the kinds of texts of the interface.
const interfaceKind = "i18n:"

// interfaceTexts are texts with keys that every language has in a file.
type interfaceTexts struct {
	kind string // what the kinds of the texts begin with
	list string // of the lexicon: what they must hold
	in   func(lang string) map[string]string
}

// at returns the place of a text by its key.
func (texts interfaceTexts) at(p *Pass, lang, key string) diag.Position {
	all := p.KeyedTexts(lang)
	i := slices.IndexFunc(all, func(t *site.Passage) bool { return t.Kind == texts.kind+key })
	return all[i].At(0)
}

// reportPressed reports a sentence on the key of the quick exit with
// another number than the text of the interface about it.
func reportPressed(p *Pass, lang string) {
	key, reader := p.Lexicon(lang).Words("exit_keys"), between.NewReader(p.Lexicon(lang))
	is := reader.Named("number", p.Interface(lang)["exit_hint"])
	for t := range p.Passages() {
		if t.Lang != lang || !key.Has(t.Text) {
			continue
		}
		for _, s := range text.Sentences(t.Text) {
			if key.Has(s.Of(t.Text)) && parted(is, reader.Named("number", s.Of(t.Text))) {
				p.Report(t.At(s.From), "say what the interface says", "%q, and the quick exit is %q", text.Head(s.Of(t.Text)), p.Interface(lang)["exit_hint"])
			}
		}
	}
}

// reportPattern reports a pattern of days that writes two days alike: a
// part of it was translated or lost, and stands there as it is.
func reportPattern(p *Pass, lang string) {
	pattern := p.Interface(lang)["date"]
	day := time.Date(2006, time.January, 2, 0, 0, 0, 0, time.UTC)
	for _, other := range []time.Time{day.AddDate(0, 0, 1), day.AddDate(0, 1, 0), day.AddDate(1, 0, 0)} {
		if pattern != "" && day.Format(pattern) == other.Format(pattern) {
			p.Report(interfaceTexts{kind: interfaceKind}.at(p, lang, "date"), "write the day, the month and the year of 2 January 2006, in English", "%q writes two days alike", pattern)
			return
		}
	}
}

// saidIn tells of a phrase whether a text has it, with other words where it
// has "…".
func saidIn(value string) func(string) bool {
	return func(phrase string) bool {
		if !strings.Contains(phrase, "…") {
			return text.NewPhrases([]string{phrase}).Has(value)
		}
		rest := strings.ToLower(value)
		for part := range strings.SplitSeq(phrase, " … ") {
			found := text.NewPhrases([]string{strings.ToLower(part)}).Find(rest)
			if len(found) == 0 {
				return false
			}
			rest = rest[found[0].To:]
		}
		return true
	}
}

// hole is a place in a text that is filled in.
var hole = regexp.MustCompile(`\{\{[^}]*\}\}|\{[a-z]+\}`)

// holesIn lists the places that are filled in, in their order.
func holesIn(s string) []string { return hole.FindAllString(s, -1) }

// reportUnnamed reports audiences without a name in the language that
// leads: where it has one, the others are compared with it.
func reportUnnamed(p *Pass) {
	lead := p.DefaultLanguage()
	for _, audience := range p.Config.Params.Audiences {
		key := "audience_" + audience
		if texts := p.Interface(lead); texts != nil && texts[key] == "" {
			p.Report(diag.Position{File: site.InterfaceFile(lead)}, "add it", "no text %q in language %q", key, lead)
		}
	}
}

// manyKeys are so many texts that each is worth a line of its own.
const manyKeys = 5

// reportKeys reports the keys that one of two languages lacks.
func reportKeys(p *Pass, lang string, texts interfaceTexts, lead, own map[string]string) {
	file := site.ConfigFile
	if texts.kind == interfaceKind {
		file = site.InterfaceFile(lang)
	}
	lacks := slices.DeleteFunc(slices.Sorted(maps.Keys(lead)), func(key string) bool {
		_, has := own[key]
		return has
	})
	if len(lacks) > manyKeys {
		p.Report(diag.Position{File: file}, "put the file back, or translate that of another language",
			"%d texts are not in language %q: %s, …", len(lacks), lang, strings.Join(lacks[:manyKeys], ", "))
		lacks = nil
	}
	for _, key := range lacks {
		p.Report(diag.Position{File: file}, "add it", "no text %q in language %q", key, lang)
	}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		if _, ok := lead[key]; !ok {
			p.Report(texts.at(p, lang, key), "add it there, or remove it here", "text %q is in language %q and not in %q", key, lang, p.DefaultLanguage())
		}
	}
}

// reportMeanings reports texts that lack the words which the lexicon asks
// of their key.
func reportMeanings(p *Pass, lang string, texts interfaceTexts, own map[string]string) {
	for key, words := range p.Lexicon(lang).Lists(texts.list) {
		if value, ok := own[key]; ok && !slices.ContainsFunc(words, saidIn(value)) {
			p.Report(texts.at(p, lang, key), fmt.Sprintf("write a word of %s.%s in %s: %s", texts.list, key, site.LexiconFile(lang), strings.Join(words, ", ")),
				"%q is not what %q stands for", value, key)
		}
	}
}
