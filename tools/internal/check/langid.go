package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// samplePages is how many pages of a language its common words are learnt from.
const samplePages = 30

// samples returns, by language, the first paragraphs of some of its pages.
func samples(s *site.Site) map[string][]string {
	out := map[string][]string{}
	for _, lang := range s.Languages {
		pages := slices.DeleteFunc(slices.Clone(s.Pages), func(page *site.Page) bool { return page.Lang != lang })
		for i := 0; i < len(pages); i += len(pages)/samplePages + 1 {
			n := 0
			for para := range pages[i].Doc.Prose() {
				if n++; n > 2 {
					break
				}
				out[lang] = append(out[lang], para.Text)
			}
		}
	}
	return out
}

// pageLanguage returns the language that a page is in: another than its own
// only when it starts in that and no paragraph is in its own.
func pageLanguage(langs *text.LanguageIdentifier, page *site.Page) string {
	start := startOf(page)
	if !text.HasFields(start, 30) {
		return page.Lang
	}
	lang := langs.Of(start, page.Lang)
	if lang == page.Lang {
		return lang
	}
	for para := range page.Doc.Prose() {
		if langs.HoldsMostly(para.Text, page.Lang) {
			return page.Lang
		}
	}
	return lang
}

// startOf returns the first paragraphs of a page, enough to tell its language.
func startOf(page *site.Page) string {
	var b strings.Builder
	for para := range page.Doc.Prose() {
		if b.WriteString(para.Text + "\n"); b.Len() >= 300 {
			break
		}
	}
	return b.String()
}
