package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/toml"
)

// ConfigFile is Hugo's configuration, at the site's root.
const ConfigFile = "config.toml"

// KnownFile lists the remarks that a site leaves as they are for now:
// wijzer check only counts them.
const KnownFile = "known.json"

// Config is what wijzer reads of Hugo's configuration.
type Config struct {
	BaseURL                string                    `toml:"baseURL"`
	Title                  string                    `toml:"title"`
	DefaultContentLanguage string                    `toml:"defaultContentLanguage"`
	Languages              map[string]LanguageConfig `toml:"languages"`
	Module                 struct {
		Mounts []struct {
			Source string `toml:"source"`
			Target string `toml:"target"`
		} `toml:"mounts"` // none: wijzer says where everything stands
	} `toml:"module"`
	Params struct {
		Tokens    string   `toml:"tokens"`    // the look
		Audiences []string `toml:"audiences"` // who pages can be for
		Familiar  []string `toml:"familiar"`  // those of them who are not addressed formally
		Domains   []string `toml:"domains"`   // the themes of terms
		Glossary  string   `toml:"glossary"`  // the section that holds the terms
		Sources   string   `toml:"sources"`   // the section with a page per source
		Signals   string   `toml:"signals"`   // the section with a page per signal
		Figures   string   `toml:"figures"`   // the section with a page per figure, and per topic of figures
		Guidance  string   `toml:"guidance"`  // the section for who needs to act
		Emergency string   `toml:"emergency"` // the contact to call in immediate danger, by its id; "": the first of the help strip
		Region    string   `toml:"region"`    // the country whose telephone numbers records hold: NL

		ShortNumbers []string `toml:"short_numbers"` // of that country, beyond those that a phone library knows
		Colophon     []string `toml:"colophon"`      // sections about the site itself, which is its own source

		Parts map[string]string `toml:"parts"` // the ids of parts that pages must have, by their names in the schemas

		Weights map[string]float64 `toml:"search_weights"` // how much types of pages count in search, beside 1

		CallPage    string   `toml:"call_page"`    // on whom to call
		CryPage     string   `toml:"cry_page"`     // search shows it first to who cries for help
		DontsPage   string   `toml:"donts_page"`   // what not to do: pages for practice link to it
		HowPage     string   `toml:"how_page"`     // on how the site works
		OverlapPage string   `toml:"overlap_page"` // on being victim and offender
		Diagrams    string   `toml:"diagrams"`     // the folder with drawings of our own, as pages name it: /diagrams
		Drawn       []string `toml:"drawn"`        // files with pixels that are drawings of our own all the same, each with its SHA-256
		Roles       []string `toml:"roles"`        // who may decide that a finding is right as it is

		Published []string `toml:"published"` // the kinds of files, beside pages, that may be published: the ends of their names

		Mentions []string `toml:"mentions"` // other files that name pages by their path, for wijzer mv

		Exit      string   `toml:"exit"`        // where the quick exit leads
		ExitNotIn []string `toml:"exit_not_in"` // sections without one
		ExitPage  string   `toml:"exit_page"`   // the page that explains what it does not do

		Groups struct {
			Terms    []string `toml:"terms"`    // the terms that are names of groups
			Sections []string `toml:"sections"` // where they may be named
		} `toml:"groups"`

		Security struct {
			Contact string `toml:"contact"`
			Expires string `toml:"expires"` // as RFC 9116 has it
		} `toml:"security"` // of security.txt

		Licence struct {
			Name string `toml:"name"`
			URL  string `toml:"url"`
		} `toml:"licence"` // of texts and downloads

		Rules map[string]string `toml:"rules"` // severities of rules: error, warning, info or off
	} `toml:"params"`
}

// LanguageConfig is one language of the site.
type LanguageConfig struct {
	Weight   int            `toml:"weight"`
	Disabled bool           `toml:"disabled"` // left out, with its pages
	Params   map[string]any `toml:"params"`

	Permalinks struct {
		Page    map[string]string `toml:"page"`
		Section map[string]string `toml:"section"`
	} `toml:"permalinks"`
}

// ConfigAt returns where the configuration says what stands at a JSON pointer.
func (s *Site) ConfigAt(pointer string) diag.Position {
	if s.Written == nil {
		return diag.Position{File: ConfigFile}
	}
	return s.Written.Position(pointer)
}

// ConfigSchema describes the configuration.
func ConfigSchema() *schema.Schema {
	s, _ := schema.Get("data-config")
	return s
}

func (l *loader) config() {
	src, ok := l.read(ConfigFile)
	if !ok || !l.written(src) {
		return
	}
	c := &l.site.Config
	for code, language := range c.Languages {
		if !language.Disabled {
			l.site.Languages = append(l.site.Languages, code)
		}
	}
	if !slices.Contains(l.site.Languages, c.DefaultContentLanguage) {
		l.report(l.site.ConfigAt("/defaultContentLanguage"), ConfigInvalid,
			fmt.Sprintf("use one of %v", l.site.Languages), "defaultContentLanguage %q is no language of the site", c.DefaultContentLanguage)
	}
	slices.SortFunc(l.site.Languages, func(a, b string) int {
		first := func(code string) int {
			if code == c.DefaultContentLanguage {
				return 0
			}
			return 1
		}
		return cmp.Or(first(a)-first(b), c.Languages[a].Weight-c.Languages[b].Weight, cmp.Compare(a, b))
	})
}

// written reads what the configuration says, and reports what does not fit
// its schema. Without languages nothing else can be read.
func (l *loader) written(src []byte) (ok bool) {
	var err error
	if l.site.Written, err = toml.Parse(ConfigFile, src); err != nil {
		l.unreadable(err)
		return false
	}
	for _, fault := range ConfigSchema().Validate(l.site.Written.Value) {
		l.report(l.site.ConfigAt(fault.Pointer), ConfigInvalid, fault.Hint, "%s", fault.Message)
		if fault.Now != "" {
			l.found[len(l.found)-1].Fix = diag.Fix{Old: path.Base(fault.Pointer), New: fault.Now}
		}
	}
	err = toml.Decode(ConfigFile, src, &l.site.Config)
	if err != nil && len(l.found) == 0 {
		l.unreadable(err)
	}
	return err == nil && len(l.site.Config.Languages) > 0
}
