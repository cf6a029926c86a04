package rename

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

// mendConfig renames what config.toml names: pages by their path, sections, ids.
func (r *renaming) mendConfig() {
	src, err := fs.ReadFile(r.FS, site.ConfigFile)
	if err != nil {
		return
	}
	lines := diag.NewLines(site.ConfigFile, src)
	for s := range settings(src) {
		if to := r.setting(s); to != s.text {
			r.edit(reference, lines.Position(s.offset), s.written, strings.Replace(s.written, s.text, to, 1))
		}
	}
}

var sectionKey = regexp.MustCompile(`^languages\.[^.]+\.permalinks\.(page|section)\.[^.]+$`)

// namesSection reports whether a setting, by its dotted key, names sections.
func (r *renaming) namesSection(key string) bool {
	at := "/" + strings.ReplaceAll(key, ".", "/")
	return slices.ContainsFunc(site.ConfigSchema().Marked("section", r.Written.Value), func(mark schema.Mark) bool {
		return mark.Pointer == at || path.Dir(mark.Pointer) == at
	})
}

// namedBy says of which kind settings name an id.
var namedBy = map[string]string{"params.groups.terms": term, "params.emergency": "contact"}

// setting returns what a setting is to hold, or a key to be.
func (r *renaming) setting(s setting) string {
	isSection := s.isKey && sectionKey.MatchString(s.key) || !s.isKey && s.text == r.section() && r.namesSection(s.key)
	switch {
	case isSection && s.text == r.section() && s.text != "":
		return strings.TrimPrefix(r.newPath, "/")
	case namedBy[s.key] == r.kind && s.text == r.old:
		return r.to
	case !s.isKey:
		return r.now(s.text)
	}
	return s.text
}

// setting is a text in a TOML file, or the last part of a key.
type setting struct {
	key     string // in full, dotted
	isKey   bool
	text    string
	written string
	offset  int
}

// settings visits the texts and keys of a TOML file.
func settings(src []byte) func(yield func(setting) bool) {
	return func(yield func(setting) bool) {
		var p unstable.Parser
		p.Reset(src)
		table := ""
		for p.NextExpression() {
			e := p.Expression()
			key, last := keyOf(e)
			if e.Kind != unstable.KeyValue {
				table = key + "."
				continue
			}
			of := func(n *unstable.Node, isKey bool) setting {
				return setting{table + key, isKey, string(n.Data), string(p.Raw(n.Raw)), int(n.Raw.Offset)}
			}
			if !yield(of(last, true)) {
				return
			}
			for _, text := range textsOf(e.Value()) {
				if !yield(of(text, false)) {
					return
				}
			}
		}
	}
}

// keyOf returns the key of an expression, and its last part.
func keyOf(e *unstable.Node) (key string, last *unstable.Node) {
	var parts []string
	for it := e.Key(); it.Next(); {
		last = it.Node()
		parts = append(parts, string(last.Data))
	}
	return strings.Join(parts, "."), last
}

func textsOf(value *unstable.Node) (texts []*unstable.Node) {
	if value.Kind == unstable.String {
		return []*unstable.Node{value}
	}
	if value.Kind == unstable.Array {
		for it := value.Children(); it.Next(); {
			texts = append(texts, textsOf(it.Node())...)
		}
	}
	return texts
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
