package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/starter"
	"comwijzer/tools/internal/write"
	"comwijzer/tools/internal/yaml"
)

// newLanguage gives a site one more language: what is to be translated
// stands in the leading one at first. Pages are drafts until then; those of
// sections are not, or the language would have no way in.
func newLanguage(ctx context.Context, t *terminal, lang string) error {
	root, s, err := t.readSite()
	if err != nil {
		return err
	}
	if err := starter.CheckLanguages(append(slices.Clone(s.Languages), lang)); err != nil {
		return err
	}
	changes := []write.Change{configWith(s, lang)}
	if own, err := fs.ReadFile(s.FS, site.InterfaceFile(s.DefaultLanguage())); err == nil && !s.HasFile(site.InterfaceFile(lang)) {
		changes = append(changes, write.Change{Path: site.InterfaceFile(lang), New: append(ownTexts(own), starter.Untranslated(lang)...)})
	}
	pages := 0
	for _, page := range s.Pages {
		if page.Lang == s.DefaultLanguage() && s.Page(lang, page.Path) == nil {
			changes = append(changes, translationOf(s, page, lang))
			pages++
		}
	}
	for _, record := range s.Records {
		if change := recordWith(s, record, lang); change != nil {
			changes = append(changes, *change)
		}
	}
	if err := t.change(ctx, root, "new", changes); err != nil {
		return err
	}
	t.say(fmt.Sprintf("%s to translate, in %q: take out draft when one is done", count(pages, "page"), lang))
	t.say(fmt.Sprintf("until all are, disabled = true under [languages.%s] in config.toml publishes the site without it", lang))
	return nil
}

// configWith adds the language to the configuration.
func configWith(s *site.Site, lang string) write.Change {
	src, _ := fs.ReadFile(s.FS, site.ConfigFile)
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n[languages.%s]\nlabel = %q\nlocale = %q\nweight = %d\n", lang, display.Self.Name(language.Make(lang)), lang, len(s.Languages)+1)
	if starter.RightToLeft(lang) {
		b.WriteString("direction = \"rtl\"\n")
	}
	fmt.Fprintf(&b, "[languages.%s.params]\n", lang)
	texts := s.ConfigTexts(s.DefaultLanguage())
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !strings.ContainsAny(key, ".") && key != "short" {
			fmt.Fprintf(&b, "%s = %q\n", key, texts[key])
		}
	}
	return write.Change{Path: site.ConfigFile, Old: src, New: append(bytes.TrimRight(bytes.Clone(src), "\n"), append([]byte("\n"), b.Bytes()...)...)}
}

// ownTexts returns the texts that a site has itself.
func ownTexts(src []byte) []byte {
	own, _, _ := bytes.Cut(src, []byte(site.BorrowedMark))
	var kept bytes.Buffer
	for line := range bytes.Lines(own) {
		if starter.IsOwnWord(line) {
			kept.Write(line)
		}
	}
	return kept.Bytes()
}

// translationOf returns a page's file in another language, without what
// stands in the leading one alone.
func translationOf(s *site.Site, page *site.Page, lang string) write.Change {
	src, _ := fs.ReadFile(s.FS, page.File)
	name := strings.TrimSuffix(page.File, "."+page.Lang+".md") + "." + lang + ".md"
	head, body, _ := strings.Cut(string(src[len("---\n"):]), "\n---\n")
	var b strings.Builder
	described, translated := schema.Get("page-" + page.Type + "-translation")
	kept := true
	for line := range strings.Lines(head + "\n") {
		if key, _, ok := strings.Cut(line, ":"); ok && line[0] != ' ' && line[0] != '-' && line[0] != '#' {
			kept = !translated || slices.ContainsFunc(described.Fields(), func(f schema.Field) bool { return f.Name == key })
		}
		if kept {
			b.WriteString(line)
		}
	}
	if !strings.HasPrefix(path.Base(page.File), "_index.") && page.Type != "search" && !page.Draft {
		b.WriteString("draft: true\n")
	}
	return write.Change{Path: name, New: []byte("---\n" + b.String() + "---\n" + body)}
}

// recordWith adds the language to the texts of a record; nil when it has none.
func recordWith(s *site.Site, record *site.Record, lang string) *write.Change {
	src, err := fs.ReadFile(s.FS, record.File)
	if err != nil {
		return nil
	}
	lines := strings.Split(string(src), "\n")
	var holders []string // where there is a text in the leading one, or a list of them
	for t := range record.Passages() {
		holder := "/" + t.Kind + "/" + t.Lang
		_, isMap := record.At(holder).(map[string]any)
		if t.Lang == s.DefaultLanguage() && !isMap && !slices.Contains(holders, holder) {
			holders = append(holders, holder)
		}
	}
	slices.SortFunc(holders, func(a, b string) int { // the last first: lines move
		at, bt := record.KeyPosition(a), record.KeyPosition(b)
		return (bt.Line-at.Line)*100000 + bt.Column - at.Column
	})
	for _, holder := range holders {
		at := record.KeyPosition(holder)
		line := []rune(lines[at.Line-1])
		before, after := string(line[:at.Column-1]), string(line[at.Column-1:])
		added := lang + ": " + flow(record.At(holder))
		if strings.TrimSpace(before) == "" {
			lines[at.Line-1] = before + added + "\n" + before + after
		} else {
			lines[at.Line-1] = before + added + ", " + after
		}
	}
	if len(holders) == 0 {
		return nil
	}
	return &write.Change{Path: record.File, Old: src, New: []byte(strings.Join(lines, "\n"))}
}

// flow writes a text, or a list of them, on one line, between others or not.
func flow(value any) string {
	list, ok := value.([]any)
	if !ok {
		return flowText(fmt.Sprint(value))
	}
	var items []string
	for _, item := range list {
		items = append(items, flowText(fmt.Sprint(item)))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// flowText quotes a text that would end, between others, before its end.
func flowText(text string) string {
	if strings.ContainsAny(text, ",[]{}") {
		return yaml.Quoted(text)
	}
	return yaml.Scalar(text)
}
