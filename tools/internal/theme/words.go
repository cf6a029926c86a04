package theme

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"comwijzer"
	"comwijzer/tools/internal/site"
)

// language are the word lists that hold for a language whatever a site is about. The
// others in data/lexicon/ are about its subject, and are each site's own.
var language = []string{
	"amounts", "around_the_clock", "as_of_words", "attribution", "change", "compound_links", "fillers", "free_of_charge",
	"interface", "locators", "mail_words", "months", "multiples", "negation", "neuter", "numbered", "per_cent",
	"perhaps_unfinished", "placeholders", "points", "questions", "reading", "reference", "sounds", "stem", "stop_words", "tests", "thousands", "twice",
	"unfinished", "vague_links", "weekdays", "whole_year",
}

var (
	listLine = regexp.MustCompile(`^([a-z_]+):`)
	textLine = regexp.MustCompile(`^\[?"?([A-Za-z0-9_-]+)"?(?:\]|\s*=)`)
)

func first(re *regexp.Regexp) func(string) string {
	return func(line string) string {
		if m := re.FindStringSubmatch(line); m != nil {
			return m[1]
		}
		return ""
	}
}

// lexiconText returns the words of a language: the site's, and of the pack
// the lists that the site does not have.
func lexiconText(fsys fs.FS, lang string) []byte {
	own, _ := fs.ReadFile(fsys, site.LexiconFile(lang))
	return merged(own, Pack(lang), first(listLine))
}

// Pack returns the word lists of a language, nil when there are none for it.
func Pack(lang string) []byte {
	if pack, err := theme.Files.ReadFile("packs/" + lang + ".yaml"); err == nil {
		return pack
	}
	all, _ := theme.Files.ReadFile(site.LexiconFile(lang))
	var pack bytes.Buffer
	keep := false
	for line := range strings.Lines(string(all)) {
		if key := first(listLine)(line); key != "" {
			keep = slices.Contains(language, key)
		}
		if keep && !strings.HasPrefix(line, "#") {
			pack.WriteString(line)
		}
	}
	return pack.Bytes()
}

// interfaceText returns the texts of the interface in a language: the site's, the
// theme's, and for what neither has those of the spare language.
func interfaceText(fsys fs.FS, lang string) []byte {
	own, _ := fs.ReadFile(fsys, site.InterfaceFile(lang))
	lent, spare := lentTexts(lang), lentTexts(theme.Spare)
	texts := merged(own, lent, first(textLine))
	if all := merged(texts, spare, first(textLine)); len(all) > len(texts) {
		return merged(append(texts, site.BorrowedMark...), spare, first(textLine))
	}
	return texts
}

// ownVocabulary are texts about the words that a site chooses itself, in config.toml.
var ownVocabulary = regexp.MustCompile(`(?m)^(?:audience|domain|i_am)_.*\n`)

// lentTexts returns the theme's texts in a language.
func lentTexts(lang string) []byte {
	text, _ := theme.Files.ReadFile(site.InterfaceFile(lang))
	return ownVocabulary.ReplaceAll(text, nil)
}
