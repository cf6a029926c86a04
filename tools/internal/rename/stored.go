package rename

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// mendConfig renames what config.toml names: pages by their path, sections, ids.
func (r *renaming) mendConfig() {
	sections := map[string]bool{} // where it names one
	for _, mark := range site.ConfigSchema().Marked("section", r.Written.Value) {
		sections[mark.Pointer] = true
	}
	r.mendSettings("", r.Written.Value, sections)
}

var sectionKey = regexp.MustCompile(`^/languages/[^/]+/permalinks/(page|section)/[^/]+$`)

// namedBy says of which kind settings name an id.
var namedBy = map[string]string{"/params/groups/terms": term, "/params/emergency": "contact"}

// mendSettings renames what stands at a pointer and below it.
func (r *renaming) mendSettings(pointer string, value any, sections map[string]bool) {
	was, is := r.section(), strings.TrimPrefix(r.newPath, "/")
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			if below := pointer + "/" + key; key == was && sectionKey.MatchString(below) {
				r.edit(reference, r.Written.Position(below), was, is)
			}
			r.mendSettings(pointer+"/"+key, inner, sections)
		}
	case []any:
		for i, inner := range v {
			r.mendSettings(pointer+"/"+strconv.Itoa(i), inner, sections)
		}
	case string:
		to := r.now(v)
		if kind := cmp.Or(namedBy[pointer], namedBy[path.Dir(pointer)]); v == r.old && kind == r.kind {
			to = r.to
		} else if v == was && was != "" && sections[pointer] {
			to = is
		}
		r.mendSetting(pointer, v, to)
	}
}

// mendSetting writes another text where a setting has its own, in quotes.
func (r *renaming) mendSetting(pointer, was, is string) {
	src, _ := fs.ReadFile(r.FS, site.ConfigFile)
	at := r.Written.Position(pointer)
	if from, _ := diag.NewLines(at.File, src).Offset(at); was != is {
		quoted := regexp.MustCompile(`["']` + regexp.QuoteMeta(was) + `["']`).Find(src[from:])
		r.edit(reference, at, string(quoted), strings.Replace(string(quoted), was, is, 1))
	}
}

// mendSection renames a section where data names it: in gaps, and in the
// words that ask for it.
func (r *renaming) mendSection() {
	was, is := r.section(), strings.TrimPrefix(r.newPath, "/")
	if was == "" {
		return
	}
	for _, gap := range r.Gaps() {
		for i, section := range gap.Sections {
			if section == was {
				r.edit(reference, gap.Position(fmt.Sprintf("/sections/%d", i)), was, is)
			}
		}
	}
	for _, lang := range r.Languages {
		if x := r.Lexicon(lang); x != nil && x.Doc.At("/asks/"+was) != nil {
			r.edit(reference, x.KeyPosition("/asks/"+was), was, is)
		}
	}
}

// mendPassages keeps the fingerprints of the passages of a source.
func (r *renaming) mendPassages() {
	if r.kind == "source" {
		r.mendAll("checks/passages.json", regexp.MustCompile(`"source": "`+regexp.QuoteMeta(r.old)+`"`), func(found string) string {
			return strings.Replace(found, r.old, r.to, 1)
		})
	}
}

// mendMentions renames pages and headings in the other files that name
// them, which the configuration lists: by path, or path#id, with or without
// a slash before it.
func (r *renaming) mendMentions() {
	if r.path == "" {
		return
	}
	mention := regexp.MustCompile(`/?\b` + regexp.QuoteMeta(r.path[1:]) + `(/[a-z0-9/-]+)?(#[\p{L}\p{N}_-]+)?`)
	for _, name := range r.Config.Params.Mentions {
		r.mendAll(name, mention, r.mention)
	}
}

// mention returns how a page or heading is named afterwards.
func (r *renaming) mention(found string) string {
	logical, id, hasID := strings.Cut(found, "#")
	slash := strings.HasPrefix(logical, "/")
	if !slash && !hasID && !strings.Contains(logical, "/") {
		return found // a word
	}
	logical = "/" + strings.TrimPrefix(logical, "/")
	if r.kind == heading && logical == r.path && id == r.old {
		id = r.to
	}
	logical = r.now(logical)
	if !slash {
		logical = logical[1:]
	}
	if hasID {
		return logical + "#" + id
	}
	return logical
}

// mendAll writes something else for what a pattern finds in a file, if
// there is such a file. What is part of a longer name or path is left.
func (r *renaming) mendAll(name string, pattern *regexp.Regexp, mended func(string) string) {
	src, err := fs.ReadFile(r.FS, path.Clean(name))
	if err != nil {
		return
	}
	lines := diag.NewLines(name, src)
	for _, m := range pattern.FindAllIndex(src, -1) {
		if found := string(src[m[0]:m[1]]); !partOfName.Match(src[max(m[0]-1, 0):m[0]]) && !partOfName.Match(src[m[1]:min(m[1]+1, len(src))]) {
			r.edit(reference, lines.Position(m[0]), found, mended(found))
		}
	}
}

var partOfName = regexp.MustCompile(`[\w/-]`)
