package check

import (
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "language-wrong",
	Title: "a page, a paragraph or a text in a record in another language than it should be",
	Why:   "It is found under the wrong language, stops most readers, and a screen reader reads it with the wrong voice (WCAG 3.1.1, 3.1.2).",
	Wrong: "stad.yy.md: De stad is klein, maar …",
	Right: "stad.yy.md: The town is small, but …",
	Mend:  "translate it, or give it the file name or the key of its language; what is quoted from a source stands in a block quotation. Paragraphs of 25 words and more and texts in records of 20 are looked at, by the words of the lists `stop_words` in data/lexicon/ that one language alone has; besides, sentences with no such word of their own language and several of another; and titles, headings, cells and the like with two words that the pages have in another language alone, but for names: labels of sources, names of contacts, terms. For a whole page it is an error.",
	Source: func(p *Pass) {
		reportShort(p)
		langs := text.NewLanguages(p.phrases("stop_words"))
		if langs == nil {
			return
		}
		for _, page := range p.Pages {
			reportLanguages(p, langs, page)
		}
		for _, r := range p.Records {
			for pointer, words := range r.Texts() {
				key := path.Base(pointer)
				if !slices.Contains(p.Languages, key) || !text.HasFields(words, 20) {
					continue
				}
				if lang := langs.Of(words, key); lang != key {
					p.Report(r.Position(pointer), "translate it, or give it the key of its language", "a text in language %q under key %q", lang, key)
				}
			}
		}
	},
})

// reportLanguages reports a page in another language, or the paragraphs of
// one that are.
func reportLanguages(p *Pass, langs text.Languages, page *site.Page) {
	whole := pageLanguage(langs, page)
	for para := range page.Doc.Prose() {
		if whole != page.Lang {
			p.As(Error).Report(para.Position, "translate it, or give the file the name of its language",
				"a page in language %q with language %q in its name", whole, page.Lang)
			return
		}
		if text.HasFields(para.Text, 25) {
			if lang := langs.Of(para.Text, page.Lang); lang != page.Lang {
				p.Report(para.Position, "translate it, or quote it with >", "a paragraph in language %q on a page in language %q", lang, page.Lang)
				continue
			}
		}
		reportSentences(p, langs, page, para)
	}
}

// reportSentences reports the sentences of a paragraph that have words of
// another language only. What is quoted may.
func reportSentences(p *Pass, langs text.Languages, page *site.Page, para *md.Paragraph) {
	for _, s := range text.Sentences(para.Text) {
		if langs.IsForeign(s.Of(para.Text), page.Lang) && len(text.Quotations(s.Of(para.Text))) == 0 {
			p.Report(page.Doc.At(para, s.From), "translate it, or quote it", "a sentence in another language than %q: %q", page.Lang, text.Head(s.Of(para.Text)))
		}
	}
}

// reportShort reports short texts, as titles and cells are, that have words
// of another language only.
func reportShort(p *Pass) {
	known := text.Vocabulary{}
	for _, page := range p.Pages {
		for t := range page.Passages() {
			known.Learn(t.Text, t.Lang)
		}
	}
	for t := range p.Passages() {
		isName := slices.Contains([]string{"line", "label", "name"}, t.Kind) || t.Kind == "title" && t.Page != nil && t.Page.Section == p.Config.Params.Glossary
		if isName || text.HasFields(t.Text, 20) {
			continue
		}
		if lang := known.Of(t.Text, t.Lang); lang != "" {
			p.Report(t.At(0), "translate it, or quote it", "%q is in language %q, and should be in %q", text.Head(t.Text), lang, t.Lang)
		}
	}
}

// pageLanguage returns the language that a page is in: another than its own
// only when it starts in that and no paragraph is in its own.
func pageLanguage(langs text.Languages, page *site.Page) string {
	lang := page.Lang
	if start := startOf(page); text.HasFields(start, 30) {
		lang = langs.Of(start, page.Lang)
	}
	for para := range page.Doc.Prose() {
		if langs.Of(para.Text, lang) == page.Lang {
			return page.Lang
		}
	}
	return lang
}

// startOf returns the first paragraphs of a page, enough to tell its
// language.
func startOf(page *site.Page) string {
	var b strings.Builder
	for para := range page.Doc.Prose() {
		if b.WriteString(para.Text + "\n"); b.Len() >= 300 {
			break
		}
	}
	return b.String()
}
