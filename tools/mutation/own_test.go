package mutation

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/starter"
	"comwijzer/tools/internal/theme"
)

// Mistakes in a site that wijzer new makes, whatever its languages: where, what, and the
// rule that finds it. LANG stands for the leading language.
var ownFaults = []struct{ file, old, new, rule string }{
	{"content/topics/slippery-floors.LANG.md", "cite:example-report", "cite:example-reprot", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "term:slipping-hazard", "term:slipping-hazards", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "figure:example-falls", "figure:example-fall", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "[careful-steps]", "[careless-steps]", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "[emergency]", "[emergencies]", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "topic: example-falls", "topic: falls", "reference-unknown"},
	{"content/topics/slippery-floors.LANG.md", "first-steps.md", "first-step.md", "link-dead"},
	{"content/topics/slippery-floors.LANG.md", "{#signals}", "{#cause}", "heading-duplicate"},
	{"content/topics/slippery-floors.LANG.md", "\n## ", "\n#### ", "heading-skip"},
	{"content/topics/slippery-floors.LANG.md", "type: explainer", "type: explained", "schema-mismatch"},
	{"content/topics/slippery-floors.LANG.md", "summary:", "sumary:", "schema-mismatch"},
	{"content/topics/slippery-floors.LANG.md", today.Format("date: 2006-01-02"), "date: 2026-11-31", "date-invalid"},
	{"content/topics/slippery-floors.LANG.md", "[everyone]", "[nobody]", "schema-mismatch"},
	{"content/topics/slippery-floors.LANG.md", "```figures", "```figurs", "schema-mismatch"},
	{"content/topics/slippery-floors.LANG.md", "## ", "<b>x</b>\n\n## ", "raw-html"},
	{"content/topics/slippery-floors.LANG.md", "## ", "![](/images/no.svg)\n\n## ", "image-alt"},
	{"content/topics/slippery-floors.LANG.md", "weight: 10", "weight: [10", "yaml-syntax"},
	{"content/help/first-steps.LANG.md", "contact:emergency", "contact:emergence", "reference-unknown"},
	{"content/help/first-steps.LANG.md", "topics/slippery-floors.md", "topic/slippery-floors.md", "link-dead"},
	{"content/glossary/slipping-hazard.LANG.md", "domain: general", "domain: generals", "schema-mismatch"},
	{"data/contacts/emergency.yaml", "order: 10", "order: ten", "schema-mismatch"},
	{"data/figures/example-falls.yaml", "source: example-report", "source: example", "reference-unknown"},
	{"data/figures/example-falls.yaml", "as_of:", "asof:", "schema-mismatch"},
	{"data/signals/careful-steps.yaml", "source: example-report", "source: example", "reference-unknown"},
	{"data/sources/example-report.yaml", "grade: secondary", "grade: second", "schema-mismatch"},
	{"config.toml", `emergency = "emergency"`, `emergency = "emergence"`, "config-invalid"},
	{"config.toml", `"/topics"`, `"/topic"`, "config-invalid"},
	{"config.toml", "latest = 5", `latest = "five"`, "config-invalid"},
	{"config.toml", `tokens = "default"`, `tokens = "defaults"`, "config-invalid"},
	{"config.toml", `glossary = "glossary"`, `glossary = "glosary"`, "config-invalid"},
	{"config.toml", `report = ""`, `raport = ""`, "config-invalid"},
	{"config.toml", `how_page = "/about/how-it-works"`, "", "config-invalid"},
}

// Sites of others have no finding as they are made, but that nobody has checked their contact yet; every mistake in them is found:
// each in one of them, and under trial in all.
func TestFaultsInSitesOfOthers(t *testing.T) {
	for n, o := range []starter.Options{
		{Name: "A", Languages: []string{"en"}, Country: "GB"},
		{Name: "B", Languages: []string{"de", "en"}, Country: "DE"},
		{Name: "C", Languages: []string{"nl", "en", "de"}, Country: "NL"},
	} {
		o.Today = today
		made, err := starter.Files(o)
		if err != nil {
			t.Fatal(err)
		}
		files := fstest.MapFS{}
		for name, text := range made {
			files[name] = &fstest.MapFile{Data: text}
		}
		if found := allIn(files); len(found) != 1 || found[0].Rule != "contact-unchecked" || found[0].Severity != diag.Info { // and nobody has
			t.Errorf("%v: as it is made: %s", o.Languages, strings.Join(told(found), "\n"))
		}
		for i, f := range ownFaults {
			if i%3 != n && !*trial {
				continue
			}
			name := strings.Replace(f.file, "LANG", o.Languages[0], 1)
			if !bytes.Contains(made[name], []byte(f.old)) {
				t.Errorf("no %q in %s", f.old, name)
				continue
			}
			changed := maps.Clone(files)
			changed[name] = &fstest.MapFile{Data: bytes.Replace(made[name], []byte(f.old), []byte(f.new), 1)}
			found := allIn(changed)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == f.rule && d.File == name && d.Hint != "" }) {
				t.Errorf("%v: %s: %q → %q: no %s in %s", o.Languages, name, f.old, f.new, f.rule, strings.Join(told(found), "\n"))
			}
		}
	}
}

var setting = regexp.MustCompile(`^([a-zA-Z_]+) = `)

// A setting of another kind than it can be is told at its line, here and in a new site.
func TestSettingsOfTheWrongKind(t *testing.T) {
	made, err := starter.Files(starter.Options{Name: "A", Languages: []string{"nl", "en"}, Country: "NL", Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(made[site.ConfigFile]), string(original(t)[site.ConfigFile].Data)} {
		ours, _, _ := strings.Cut(text, "[markup") // what follows is for Hugo alone
		lines := strings.Split(ours, "\n")
		for i, line := range lines {
			key := setting.FindStringSubmatch(line)
			if key == nil {
				continue
			}
			wrong := slices.Clone(lines)
			wrong[i] = key[1] + " = {wrong = 1}"
			for j := i; strings.Contains(line, "= [") && !strings.Contains(lines[j], "]"); {
				j++
				wrong[j] = "" // the list goes on
			}
			_, found := site.Load(fstest.MapFS{site.ConfigFile: {Data: []byte(strings.Join(wrong, "\n"))}})
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == site.ConfigInvalid && d.Line == i+1 }) {
				t.Errorf("line %d: %s: %v", i+1, wrong[i], found)
			}
		}
	}
}

func told(found []diag.Diagnostic) (lines []string) {
	for _, d := range found {
		lines = append(lines, d.Position.String()+": "+d.Rule+": "+d.Message)
	}
	return lines
}

func allIn(files fstest.MapFS) []diag.Diagnostic {
	s, found := site.Load(theme.Over(files))
	return append(found, check.Source(s, today)...)
}
