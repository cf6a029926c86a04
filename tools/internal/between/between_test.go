package between

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

const config = `defaultContentLanguage = "nl"
[languages.nl]
weight = 1
[languages.en]
weight = 2
`

// found lists the differences of a site with one page in two languages.
func found(t *testing.T, dutch, english string) []string {
	t.Helper()
	const front = "---\ntitle: A\ntype: explainer\n---\n"
	s, _ := site.Load(fstest.MapFS{
		"config.toml":          {Data: []byte(config)},
		"content/a.nl.md":      {Data: []byte(front + dutch + "\n")},
		"content/a.en.md":      {Data: []byte(front + english + "\n")},
		"data/lexicon/nl.yaml": {Data: []byte("months: [januari, mei]\nalike: {number: {\"2\": [twee]}, unit: {per cent: [procent, \"%\"]}, negation: {not: [niet], \"not?\": [onbekend]}, neutral: {any: [niet alleen]}, relation: {and: [en], or: [of], name: [naam], place: [plaats]}}\n")},
		"data/lexicon/en.yaml": {Data: []byte("months: [January, May]\nalike: {number: {\"2\": [two]}, unit: {per cent: [per cent, \"%\"]}, negation: {not: [not], \"not?\": [unknown]}, neutral: {any: [May we, not only]}, relation: {and: [and], or: [or], name: [name], place: [place]}}\n")},
	})
	var out []string
	for _, d := range Differences(s) {
		out = append(out, d.At().At().String()+" "+d.String())
	}
	return out
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct {
		name, nl, en string
		want         []string
	}{
		{"digits, whatever divides them", "1.200 en 3,5 om 19.30", "1,200 and 3.5 at 19:30", nil},
		{"a number word is a number", "Twee dagen.", "2 days.", nil},
		{"another number", "Het zijn er 13.", "There are 31.", []string{`content/a.en.md:5:11 number "31", where content/a.nl.md:5:13 has "13"`}},
		{"a date, in either order", "Op 10 mei 2026.", "On May 10, 2026.", nil},
		{"numbers exchanged", "13 jongens en 7 meisjes", "7 boys and 13 girls", []string{`content/a.en.md:5:1 number "7", where content/a.nl.md:5:1 has "13"`}},
		{"days exchanged", "Van 10 mei tot 12 januari.", "From 12 May to 10 January.", []string{`content/a.en.md:5:6 date "12 May", where content/a.nl.md:5:5 has "10 mei"`}},
		{"a month that is a verb", "Mogen wij dat?", "May we do that?", nil},
		{"a sign that touches a number", "5 procent en 6%", "5% and 6 per cent", nil},
		{"a loose word answers", "Dat is niet bekend.", "That is unknown.", nil},
		{"a loose word needs no answer", "Dat is onbekend.", "It is a mystery.", nil},
		{"a neutral phrase is none", "Niet alleen dat.", "Moreover that.", nil},
		{"code is no text", "Typ `2`.", "Type it.", nil},
		{"a negation lost", "Dat is niet zo.", "That is so.", []string{`content/a.nl.md:5:8 negation "niet", which paragraph in content/a.en.md:5 has not`}},
		{"paragraphs, one by one", "Niet dit.\n\nDat.", "This.\n\nNot that.", []string{
			`content/a.nl.md:5:1 negation "Niet", which paragraph 1 in content/a.en.md:5 has not`,
			`content/a.en.md:7:1 negation "Not", which paragraph 2 in content/a.nl.md:7 has not`}},
		{"as many of them", "Een.\n\nTwee.", "One.", []string{
			`content/a.nl.md:7:1 number "Twee", which paragraph in content/a.en.md:5 has not`,
			`content/a.nl.md:7:1 paragraph: 2 here, 1 in content/a.en.md:5`}},
		{"one of two", "De naam of de plaats.", "The name and the place.", []string{`content/a.en.md:5:10 relation "and", where content/a.nl.md:5:9 has "of"`}},
		{"one of two, the other way round", "De naam of de plaats.", "The place or the name.", nil},
		{"one of two links", "Bel [A](contact:a) of [B](contact:b).", "Call [A](contact:a) and [B](contact:b).", []string{`content/a.en.md:5:21 relation "and", where content/a.nl.md:5:20 has "of"`}},
		{"things in another order", "De naam; de plaats.", "The place and the name.", []string{`content/a.en.md:5:5 relation "place" before "name", and content/a.nl.md:5:4 has it behind "naam"`}},
		{"things in another order in one part", "De naam van de plaats.", "The place has a name.", nil},
		{"things in another order of clauses", "De plaats telt, wat ook de naam is.", "Whatever the name is, the place counts.", nil},
		{"things named twice", "De naam, de plaats, de naam.", "The place, the name.", nil},
		{"names in another order", "De [naam](contact:a), de plaats.", "The place, the name.", nil},
		{"links in another order", "[a](x.md) [b](y.md)", "[b](y.md) [a](x.md)", []string{`content/a.en.md:5:2 link "y.md", where content/a.nl.md:5:2 has "x.md"`}},
		{"a citation that moved", "Een. [z.p.](cite:s)\n\nDrie.", "One.\n\nThree. [n. pag.](cite:s)", []string{
			`content/a.nl.md:5:6 link "cite:s", which paragraph 1 in content/a.en.md:5 has not`,
			`content/a.en.md:7:8 link "cite:s", which paragraph 2 in content/a.nl.md:7 has not`}},
		{"a citation too many is counted elsewhere", "Een. [z.p.](cite:s)", "One.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(t, c.nl, c.en)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every kind of words can be written in a lexicon, and no other.
func TestKindsStandInTheSchema(t *testing.T) {
	src, err := os.ReadFile("../schema/data-lexicon.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct {
			Alike struct {
				PropertyNames struct{ Enum []string }
			}
		}
	}
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	want := []string{neutral, number, subject}
	for _, k := range Kinds {
		if !k.Built {
			want = append(want, k.Name)
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, schema.Properties.Alike.PropertyNames.Enum); diff != "" {
		t.Error(diff)
	}
}

// A field with a value that it cannot have is told where it stands, and is no
// difference besides.
func TestWrongFieldsAreNoDifference(t *testing.T) {
	for right, wrong := range map[string]string{
		"date: 2026-11-01": "date: 1-11-2026", "checked: 2026-11-01": "checked: 2026-11-31", "weight: 1": "weight: one", "sensitive: true": "sensitive: 1", "audience: [a]": "audience: a",
	} {
		for _, c := range []struct {
			nl, en string
			want   int
		}{{right, wrong, 0}, {wrong, right, 0}, {wrong, wrong, 0}, {right, right, 0}, {right, "", 1}} {
			s, _ := site.Load(fstest.MapFS{
				"config.toml":     {Data: []byte(config)},
				"content/a.nl.md": {Data: []byte("---\ntitle: A\ntype: explainer\n" + c.nl + "\n---\n")},
				"content/a.en.md": {Data: []byte("---\ntitle: A\ntype: explainer\n" + c.en + "\n---\n")},
			})
			got := 0
			for range Differences(s) {
				got++
			}
			if got != c.want {
				t.Errorf("%q and %q: %d differences, want %d", c.nl, c.en, got, c.want)
			}
		}
	}
}
