package plain

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/toml"
	"comwijzer/tools/internal/yaml"
)

// config is what is needed of Hugo's configuration.
type config struct {
	file       string   // which was read last
	languages  []string // the leading one first; "" where there are none
	prefixed   bool     // the leading language has a folder in addresses too
	multihost  bool     // each language has a host of its own
	content    []mount
	static     []string
	roots      []string                     // the site, and the themes that are here: folders with the same folders in them
	baseURL    string                       // without a slash at the end
	basePath   string                       // the path in it
	permalinks map[string]map[string]string // patterns by section, by language ("" for all) and kind of page: /page, fr/section
	dated      bool                         // dates come from more than front matter
	ugly       map[string]bool              // sections whose addresses are those of files, "" for all
	taxonomies []string                     // their names in addresses: tags
	listed     bool                         // a theme chooses some too
	ignored    []*regexp.Regexp             // files that are left out
	public     string
	otherIDs   bool // headings get their ids in another way than is known here
	unsafe     bool // HTML in Markdown is shown
	hooked     bool // the site renders links by a template of its own
	resolved   bool // links are looked up by paths in content/, by Hugo's template or the site's
	pictured   bool // and so are images
	elsewhere  bool // a theme or module that is not here brings content or files too
}

// A mount is a folder of content, of one language or with files of all.
type mount struct {
	dir, lang string
	lent      bool // of a theme: what stands there is not the site's to mend, and the site's own wins
}

// configFiles are what a configuration is called, in a site and in a theme; the last wins.
var configFiles = []string{
	"config.toml", "config.yaml", "config.yml", "config.json", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json",
}

// readConfig reads the site's configuration, and reports whether it has one.
func (s *Site) readConfig() bool {
	settings, found := map[string]any{}, false
	names, _ := fs.Glob(s.fsys, "config/_default/*.*")
	for _, name := range append(names, configFiles...) {
		src, err := fs.ReadFile(s.fsys, name)
		if err != nil {
			continue
		}
		found, s.config.file = true, name
		value, fault := decode(name, src, diag.Position{File: name, Line: 1})
		if fault != nil {
			s.report(fault.Position, "config-invalid", diag.Error, "correct it", "unreadable configuration: %s", fault.Message)
		}
		if base := strings.TrimSuffix(path.Base(name), path.Ext(name)); path.Dir(name) != "." && base != "hugo" && base != "config" {
			value = inTable(settings, base, value)
		}
		maps.Copy(settings, value)
	}
	s.settle(folded(settings))
	return found
}

// inTable puts what a file says in the table for which it is named: languages, or languages.en.
func inTable(settings map[string]any, name string, value map[string]any) map[string]any {
	name, of, nested := strings.Cut(name, ".")
	if !nested {
		return map[string]any{name: value}
	}
	all := maps.Clone(table(settings, name))
	if all == nil {
		all = map[string]any{}
	}
	all[of] = value
	return map[string]any{name: all}
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
	c.public, c.baseURL, c.basePath = text("publishdir", "public"), strings.TrimSuffix(text("baseurl", ""), "/"), basePath(text("baseurl", ""))
	c.prefixed = settings["defaultcontentlanguageinsubdir"] == true
	c.ugly = map[string]bool{"": settings["uglyurls"] == true}
	for section, ugly := range table(settings, "uglyurls") {
		c.ugly[section] = ugly == true
	}
	c.dated = settings["frontmatter"] != nil
	c.settlePermalinks("", settings["permalinks"])
	c.taxonomies = []string{"tags", "categories"}
	if settings["taxonomies"] != nil {
		c.taxonomies = nil
		for _, name := range table(settings, "taxonomies") {
			c.taxonomies = append(c.taxonomies, strings.ToLower(fmt.Sprint(name)))
		}
	}
	for _, pattern := range texts(settings["ignorefiles"]) {
		if ignored, err := regexp.Compile(pattern); err == nil {
			c.ignored = append(c.ignored, ignored)
		}
	}
	module := table(settings, "module")
	themes := texts(settings["theme"])
	imports, _ := module["imports"].([]any)
	for _, of := range imports {
		imported, _ := of.(map[string]any)
		themes = append(themes, fmt.Sprint(imported["path"]))
		c.elsewhere = c.elsewhere || imported["mounts"] != nil
	}
	s.settleThemes(themes, text("themesdir", "themes"))
	c.static = append(texts(settings["staticdir"]), c.static...)
	if settings["staticdir"] == nil {
		c.static = append(c.static, "static")
	}
	c.settleContent(settings, module, text("contentdir", "content"), text("defaultcontentlanguage", ""))
	for _, root := range c.roots[1:] {
		c.content, c.static = append(c.content, mount{path.Join(root, "content"), "", true}), append(c.static, path.Join(root, "static"))
	}
	c.settleMarkup(s.fsys, table(settings, "markup", "goldmark"))
}

// settlePermalinks takes the patterns of addresses; of a language where that is not "".
func (c *config) settlePermalinks(lang string, value any) {
	kinds, _ := value.(map[string]any)
	for kind, patterns := range kinds {
		if pattern, ok := patterns.(string); ok { // a section: as it was written before
			kind, patterns = "page", map[string]any{kind: pattern}
		}
		bySection, _ := patterns.(map[string]any)
		for section, pattern := range bySection {
			at := lang + "/" + kind
			if c.permalinks[at] == nil {
				c.permalinks[at] = map[string]string{}
			}
			c.permalinks[at][section], _ = pattern.(string)
		}
	}
	if _, listed := value.([]any); listed { // rules that choose pages by more than their section
		c.permalinks["/any"] = map[string]string{}
	}
}

// settleThemes finds the themes and modules that are here, and tells which are not.
func (s *Site) settleThemes(names []string, dir string) {
	c := &s.config
	c.roots = []string{"."}
	for _, name := range names {
		roots := []string{path.Join(dir, name), path.Join("_vendor", name)}
		i := slices.IndexFunc(roots, func(root string) bool {
			info, err := fs.Stat(s.fsys, root)
			return err == nil && info.IsDir()
		})
		if i < 0 {
			c.elsewhere = true
			s.report(diag.Position{File: c.file}, "config-invalid", diag.Info, "put it into "+dir+"/, or run hugo mod vendor", "theme %q is not here: links to what it may bring are not looked up", name)
			continue
		}
		c.roots = append(c.roots, roots[i])
		for _, file := range configFiles {
			src, _ := fs.ReadFile(s.fsys, path.Join(roots[i], file))
			c.listed = c.listed || bytes.Contains(bytes.ToLower(src), []byte("taxonomies"))
		}
	}
}

// settleMarkup finds how Markdown is read and links are rendered.
func (c *config) settleMarkup(fsys fs.FS, goldmark map[string]any) {
	parser := table(goldmark, "parser")
	for _, key := range []string{"autoidtype", "autoheadingidtype"} {
		c.otherIDs = c.otherIDs || parser[key] != nil && parser[key] != "github"
	}
	c.unsafe = table(goldmark, "renderer")["unsafe"] == true
	embedded := func(kind string) bool { // Hugo's own template: it is used where languages share a host, if nothing else is said
		hook := table(goldmark, "renderhooks", kind)
		mode, _ := hook["useembedded"].(string)
		return mode == "always" || mode == "fallback" || hook["enabledefault"] == true ||
			(mode == "" || mode == "auto") && hook["enabledefault"] == nil && len(c.languages) > 1 && !c.multihost
	}
	c.hooked = c.renders(fsys, "link")
	c.resolved, c.pictured = c.hooked || embedded("link"), c.renders(fsys, "image") || embedded("image")
}

// renders reports whether the site, or a theme, may have a template of its own for a kind.
func (c *config) renders(fsys fs.FS, kind string) bool {
	found := c.elsewhere
	for _, root := range c.roots {
		for _, dir := range []string{"layouts/_markup", "layouts/*/_markup"} {
			names, _ := fs.Glob(fsys, path.Join(root, dir, "render-"+kind+"*"))
			found = found || len(names) > 0
		}
	}
	return found
}

// table returns a table in a table, by their keys, nil where there is none.
func table(in map[string]any, keys ...string) map[string]any {
	for _, key := range keys {
		in, _ = in[key].(map[string]any)
	}
	return in
}

// texts returns the texts of a list, or of one that stands by itself.
func texts(value any) (all []string) {
	if text, ok := value.(string); ok {
		return []string{text}
	}
	list, _ := value.([]any)
	for _, item := range list {
		if item != nil {
			all = append(all, fmt.Sprint(item))
		}
	}
	return all
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
		own := table(languages, lang)
		if lang != lead {
			c.languages = append(c.languages, lang)
		}
		if dir, ok := own["contentdir"].(string); ok {
			c.content = append(c.content, mount{path.Clean(dir), lang, false})
		}
		c.static = append(c.static, texts(own["staticdir"])...)
		c.multihost = c.multihost || own["baseurl"] != nil
		c.settlePermalinks(lang, own["permalinks"])
	}
	mounts, _ := module["mounts"].([]any)
	for _, m := range mounts {
		of, _ := m.(map[string]any)
		source, _ := of["source"].(string)
		target, _ := of["target"].(string)
		lang, _ := of["lang"].(string)
		switch {
		case target == "content":
			c.content = append(c.content, mount{path.Clean(source), lang, false})
		case target == "static":
			c.static = append(c.static, source)
		case strings.HasPrefix(target, "content/") || strings.HasPrefix(target, "static/"):
			c.elsewhere = true
		}
	}
	if len(c.content) == 0 {
		c.content = []mount{{path.Clean(content), "", false}}
	}
}

func weight(language any) string {
	of, _ := language.(map[string]any)
	return fmt.Sprintf("%9v", of["weight"])
}

// A fault is why something cannot be read.
type fault struct {
	diag.Position
	Message string
}

// decode reads a table in the notation that a file's name tells: TOML, else
// YAML, which JSON is too.
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
