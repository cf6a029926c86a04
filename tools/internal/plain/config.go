package plain

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/toml"
	"comwijzer/tools/internal/yaml"
)

// config is what is needed of Hugo's configuration.
type config struct {
	languages  []string // the leading one first; "" where there are none
	prefixed   bool     // the leading language has a folder in addresses too
	content    []mount
	static     []string
	basePath   string            // that of baseURL, without a slash at the end
	permalinks map[string]string // patterns by section; of pages
	ugly       bool
	public     string
	hooked     bool // the site renders links by a template of its own
	elsewhere  bool // a theme or module brings content or files too
}

// A mount is a folder of content, of one language or with files of all.
type mount struct{ dir, lang string }

// readConfig reads the site's configuration, and reports whether it has one.
func (s *Site) readConfig() bool {
	settings, found := map[string]any{}, false
	names, _ := fs.Glob(s.fsys, "config/_default/*.*")
	for _, base := range []string{"config", "hugo"} {
		for _, ext := range []string{".toml", ".yaml", ".yml", ".json"} {
			names = append(names, base+ext)
		}
	}
	for _, name := range names {
		src, err := fs.ReadFile(s.fsys, name)
		if err != nil {
			continue
		}
		found = true
		value, fault := decode(name, src, diag.Position{File: name, Line: 1})
		if fault != nil {
			s.report(fault.Position, "config-invalid", diag.Error, "correct it", "unreadable configuration: %s", fault.Message)
		}
		if base := strings.TrimSuffix(path.Base(name), path.Ext(name)); path.Dir(name) != "." && base != "hugo" && base != "config" {
			value = map[string]any{base: value}
		}
		maps.Copy(settings, value)
	}
	s.settle(folded(settings))
	return found
}

// settle takes what is needed from the settings.
func (s *Site) settle(settings map[string]any) {
	text := func(key, otherwise string) string {
		if t, ok := settings[key].(string); ok && t != "" {
			return t
		}
		return otherwise
	}
	c := &s.config
	c.public, c.basePath = text("publishdir", "public"), basePath(text("baseurl", ""))
	c.ugly, c.prefixed = settings["uglyurls"] == true, settings["defaultcontentlanguageinsubdir"] == true
	c.permalinks = map[string]string{}
	permalinks, _ := settings["permalinks"].(map[string]any)
	pages, ok := permalinks["page"].(map[string]any)
	if !ok {
		pages = permalinks
	}
	for section, pattern := range pages {
		c.permalinks[section], _ = pattern.(string)
	}
	module, _ := settings["module"].(map[string]any)
	c.elsewhere = settings["theme"] != nil || module["imports"] != nil
	hooks, _ := fs.Glob(s.fsys, "layouts/_markup/render-link*")
	older, _ := fs.Glob(s.fsys, "layouts/*/_markup/render-link*")
	c.hooked = len(hooks)+len(older) > 0 || c.elsewhere
	c.settleContent(settings, module, text("contentdir", "content"), text("defaultcontentlanguage", ""))
	c.static = append(c.static, text("staticdir", "static"))
}

// settleContent finds the languages and the folders of content.
func (c *config) settleContent(settings, module map[string]any, content, lead string) {
	languages, _ := settings["languages"].(map[string]any)
	known := slices.SortedFunc(maps.Keys(languages), func(a, b string) int {
		return cmp.Or(cmp.Compare(weight(languages[a]), weight(languages[b])), cmp.Compare(a, b))
	})
	if lead == "" && len(known) > 0 {
		lead = known[0]
	}
	c.languages = []string{lead}
	for _, lang := range known {
		table, _ := languages[lang].(map[string]any)
		if lang != lead {
			c.languages = append(c.languages, lang)
		}
		if dir, ok := table["contentdir"].(string); ok {
			c.content = append(c.content, mount{path.Clean(dir), lang})
		}
		if dir, ok := table["staticdir"].(string); ok {
			c.static = append(c.static, dir)
		}
	}
	mounts, _ := module["mounts"].([]any)
	for _, m := range mounts {
		table, _ := m.(map[string]any)
		source, _ := table["source"].(string)
		target, _ := table["target"].(string)
		lang, _ := table["lang"].(string)
		switch {
		case target == "content":
			c.content = append(c.content, mount{path.Clean(source), lang})
		case target == "static":
			c.static = append(c.static, source)
		case strings.HasPrefix(target, "content/") || strings.HasPrefix(target, "static/"):
			c.elsewhere = true
		}
	}
	if len(c.content) == 0 {
		c.content = []mount{{path.Clean(content), ""}}
	}
}

func weight(language any) string {
	table, _ := language.(map[string]any)
	return fmt.Sprintf("%9v", table["weight"])
}

// A fault is why something cannot be read.
type fault struct {
	diag.Position
	Message string
}

// decode reads a table in the notation that a file's name tells: TOML, else YAML, which
// JSON is too.
func decode(name string, src []byte, from diag.Position) (map[string]any, *fault) {
	if strings.HasSuffix(name, ".toml") {
		doc, err := toml.Parse(from.File, src)
		if bad, ok := err.(*toml.Error); ok {
			bad.Position.Line += from.Line - 1
			return nil, &fault{bad.Position, bad.Error()}
		}
		return doc.Value, nil
	}
	doc, err := yaml.Parse(src, from)
	if bad, ok := err.(*yaml.Error); ok {
		return nil, &fault{bad.Position, bad.Message}
	}
	value, _ := doc.Value.(map[string]any)
	return value, nil
}

// folded writes keys in small letters, as Hugo reads them.
func folded(table map[string]any) map[string]any {
	out := map[string]any{}
	for key, value := range table {
		if below, ok := value.(map[string]any); ok {
			value = folded(below)
		}
		if list, ok := value.([]any); ok {
			for i, item := range list {
				if below, ok := item.(map[string]any); ok {
					list[i] = folded(below)
				}
			}
		}
		out[strings.ToLower(key)] = value
	}
	return out
}

func basePath(baseURL string) string {
	_, rest, _ := strings.Cut(baseURL, "://")
	_, below, _ := strings.Cut(rest, "/")
	return strings.TrimSuffix("/"+below, "/")
}
