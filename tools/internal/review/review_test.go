package review

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var base = map[string]string{
	"config.toml": "defaultContentLanguage = \"nl\"\n[languages.nl]\n[languages.en]\n[params.rules]\n# severities\nimage-alt = \"error\"\n",
	"content/a.en.md": `---
title: Calling
type: explainer
summary: Whom to call.
sensitive: true
---
Call [112](contact:noodnummer) first, then [113](contact:zelfmoordpreventie). Never go there alone.

According to HCSS 13 boys [took part](case:een) in it. [ch. 2](cite:hcss) The suspect was 17. More boys than girls came.

## Do {#do}

- Ask for help.
- Look at the clock.

## Do not {#niet}

- Wait for proof.
- Go alone.

` + "```contacts\nids: [noodnummer, veilig-thuis]\n```\n",
	"content/b.en.md":                 "---\ntitle: Acting\ntype: guidance\n---\nDo not wait for proof. Call today and ask for advice.\n",
	"data/contacts/veilig-thuis.yaml": "name: Veilig Thuis\nphone: 0800-2000\npurpose:\n  en: They give advice.\norder: 1\n",
	"data/cases/een.yaml":             "status: suspected\nstatus_text:\n  en: The case is running.\n",
	"data/signals/rand.yaml":          "text:\n  en: Somebody has wounds.\nchecked: 2026-01-01\n",
	"content/quiz.en.md":              "---\ntitle: Quiz\ntype: module\n---\n```quiz\nquestions:\n  - question: Who asks?\n    options:\n      - text: You do.\n      - {text: The police., right: true}\n```\n",
	"data/sources/hcss.yaml":          "title: A report\ngrade: research\nURL: https://example.org/a\nabout:\n  en: On a network.\n",
	"data/domains.yaml":               "allow: [example.org]\n",
	"data/lexicon/en.yaml":            "attribution: [according to]\nalike:\n  negation: {never: [never], not: [not, isn't]}\n  status: {suspected: [suspect], convicted: [convict]}\n  party: {boy: [boys], girl: [girls]}\ndeny: []\n",
	"i18n/en.toml":                    "[suspected]\nother = \"Suspected\"\n[convicted]\nother = \"Convicted\"\n",
}

// edited returns the base as it is after edits: in a file, one text for another.
func edited(t *testing.T, edits ...string) State {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range base {
		for i := 0; i < len(edits); i += 3 {
			if edits[i] == name {
				if !strings.Contains(text, edits[i+1]) {
					t.Fatalf("%s does not hold %q", name, edits[i+1])
				}
				text = strings.Replace(text, edits[i+1], edits[i+2], 1)
			}
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, _ := site.Load(files)
	return State{Site: s}
}

func TestChanges(t *testing.T) {
	const page = "content/a.en.md"
	for _, c := range []struct {
		name  string
		edits []string
		want  string // the first line
	}{
		{"nothing", nil, ""},
		{"a digit of a telephone number", []string{"data/contacts/veilig-thuis.yaml", "0800-2000", "0800-2001"}, `data/contacts/veilig-thuis.yaml:2 contact: phone: "0800-2000" → "0800-2001"`},
		{"links to organisations exchanged", []string{page, "113](contact:zelfmoordpreventie)", "113](contact:noodnummer)"}, `content/a.en.md:7 contact: links: "contact:noodnummer 113 contact:zelfmoordpreventie" → "contact:noodnummer 113 contact:noodnummer"`},
		{"an organisation left out of a block", []string{page, "ids: [noodnummer, veilig-thuis]", "ids: [noodnummer]"}, `content/a.en.md:22 contact: ids: "veilig-thuis" → nothing`},
		{"the state of a case", []string{"data/cases/een.yaml", "status: suspected", "status: convicted"}, `data/cases/een.yaml:1 guilt: status: "suspected" → "convicted"`},
		{"a suspect called convict", []string{page, "The suspect was", "The convict was"}, `content/a.en.md:9 guilt: "it. The suspect was 17." → "it. The convict was 17."`},
		{"labels exchanged", []string{"i18n/en.toml", `"Suspected"`, `"Convicted"`, "i18n/en.toml", "[convicted]\nother = \"Convicted\"", "[convicted]\nother = \"Suspected\""}, `i18n/en.toml:2 interface: suspected.other: "Suspected" → "Convicted"`},
		{"a not lost from what to do", []string{"content/b.en.md", "Do not wait", "Do wait"}, `content/b.en.md:5 advice: "Do not wait for" → "Do wait for"`},
		{"a sentence on what to do", []string{"content/b.en.md", "Call today", "Look into the telephone yourself. Call today"}, `content/b.en.md:5 advice: "for proof. Call today" → "for proof. Look into the telephone yourself. Call today"`},
		{"a sentence on what to do that is gone", []string{"content/b.en.md", " Call today and ask for advice.", ""}, `content/b.en.md:5 advice: "for proof. Call today and ask for advice." → "for proof."`},
		{"what is denied turned round", []string{"content/b.en.md", "Do not wait for proof.", "Wait for proof, do not."}, `content/b.en.md:5 negation: "Do not wait for proof. Call today" → "Wait for proof, do not. Call today"`},
		{"the same words about what to do", []string{"content/b.en.md", "Call today and ask for advice", "Ask for advice and call today"}, `content/b.en.md:5 text: "for proof. Call today and ask for advice." → "for proof. Ask for advice and call today."`},
		{"the same words about an organisation", []string{"data/contacts/veilig-thuis.yaml", "They give advice.", "Advice they give."}, `data/contacts/veilig-thuis.yaml:4 wording: purpose/en: "They give advice." → "Advice they give."`},
		{"a title that is shown again", []string{"data/sources/hcss.yaml", "title: A report\n", "title: A report\ntitle_withheld: false\n"}, `data/sources/hcss.yaml:2 guard: title_withheld: nothing → "false"`},
		{"the first of several doors", []string{"config.toml", "[params.rules]", "[[doors]]\ntext = \"Out\"\n[[doors]]\ntext = \"In\"\n[params.rules]"}, `config.toml:5 interface: doors.0.text: "" → "Out"`},
		{"a comment on a setting", []string{"config.toml", `image-alt = "error"`, `image-alt = "error" # as before`}, ""},
		{"a severity lowered", []string{"config.toml", `image-alt = "error"`, `image-alt = "off"`}, `config.toml:6 interface: params.rules.image-alt: "error" → "off"`},
		{"a mark lifted", []string{page, "sensitive: true\n", ""}, `content/a.en.md:2 guard: sensitive: "true" → nothing`},
		{"a domain allowed", []string{"data/domains.yaml", "[example.org]", "[example.org, example.net]"}, `data/domains.yaml:1 guard: allow/1: nothing → "example.net"`},
		{"an allowance", []string{page, "- Go alone.", "- Go alone. <!-- allow image-alt until 2027-01-01 by editor: line -->"}, `content/a.en.md:19 guard: allows image-alt: line`},
		{"a negation lost", []string{page, "Never go there", "Go there"}, `content/a.en.md:7 negation: "then 113. Never go there alone." → "then 113. Go there alone."`},
		{"a number changed", []string{page, "HCSS 13 boys", "HCSS 31 boys"}, `content/a.en.md:9 number: "to HCSS 13 boys took" → "to HCSS 31 boys took"`},
		{"a role changed", []string{page, "13 boys", "13 girls"}, `content/a.en.md:9 role: "HCSS 13 boys took part" → "HCSS 13 girls took part"`},
		{"who says so left out", []string{page, "According to HCSS 13", "Some 13"}, `content/a.en.md:9 attribution: "According to HCSS 13 boys" → "Some 13 boys"`},
		{"somebody else who says so", []string{page, "According to HCSS 13", "According to NRC 13"}, `content/a.en.md:9 attribution: "According to HCSS 13 boys" → "According to NRC 13 boys"`},
		{"a text on danger", []string{"i18n/en.toml", "[suspected]", "[danger_now]\nother = \"Call now.\"\n[suspected]"}, `i18n/en.toml:2 advice: danger_now.other: "" → "Call now."`},
		{"a grade lifted", []string{"data/sources/hcss.yaml", "grade: research", "grade: primary"}, `data/sources/hcss.yaml:2 grade: grade: "research" → "primary"`},
		{"another address of a source", []string{"data/sources/hcss.yaml", "example.org/a", "example.org/b"}, `data/sources/hcss.yaml:3 citation: URL: "https://example.org/a" → "https://example.org/b"`},
		{"a comparison turned round", []string{page, "boys than girls", "girls than boys"}, `content/a.en.md:9 role: "17. More boys than girls came." → "17. More girls than boys came."`},
		{"another chapter", []string{page, "[ch. 2]", "[ch. 3]"}, `content/a.en.md:9 citation: links: "case:een ch. 2 cite:hcss" → "case:een ch. 3 cite:hcss"`},
		{"from what to do to what not", []string{page, "- Ask for help.\n", "", page, "- Go alone.\n", "- Go alone.\n- Ask for help.\n"}, `content/a.en.md:19 moved: "Ask for help.", from section "do" to "niet"`},
		{"an item left out", []string{page, "- Go alone.\n", ""}, `content/a.en.md:19 removed: "Go alone."`},
		{"a word", []string{page, "Look at the clock.", "Look at the watch."}, `content/a.en.md:14 wording: "at the clock." → "at the watch."`},
		{"a word of a sign", []string{"data/signals/rand.yaml", "has wounds", "has wounds below"}, `data/signals/rand.yaml:2 acted: text/en: "Somebody has wounds." → "Somebody has wounds below."`},
		{"a day in the books", []string{"data/signals/rand.yaml", "2026-01-01", "2026-11-01"}, `data/signals/rand.yaml:3 text: checked: "2026-01-01" → "2026-11-01"`},
		{"a word in a sentence with a case", []string{page, "[took part](case:een) in it", "[took part](case:een) in murder"}, `content/a.en.md:9 acted: "part in it. The suspect" → "part in murder. The suspect"`},
		{"a title in the language of its source", []string{"data/sources/hcss.yaml", "title: A report\n", "title: A report isn’t here\nlanguage: en\n"}, `data/sources/hcss.yaml:1 negation: title: "A report" → "A report isn’t here"`},
		{"another right answer", []string{"content/quiz.en.md", "text: You do.", "text: You do.\n        right: true"}, `content/quiz.en.md:10 answer: "You do.": nothing → "true"`},
		{"rows exchanged", []string{page, "- Wait for proof.\n- Go alone.", "- Go alone.\n- Wait for proof."}, `content/a.en.md:18 order: item "Go alone." stands where "Wait for proof." stood`},
		{"a character that nobody sees", []string{page, "Look at the clock.", "Look at the cl\u200bock."}, `content/a.en.md:14 hidden: 1 of them here, and 0 before`},
		{"a new sentence on a page on what to do", []string{page, "type: ", "type: guidance # ", page, "- Go alone.\n", "- Go alone.\n- Pay the whole sum at once.\n"}, `content/a.en.md:20 advice: "Pay the whole sum at once."`},
		{"a new item", []string{page, "- Go alone.\n", "- Go alone.\n- Run away now.\n"}, `content/a.en.md:20 new: "Run away now."`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, d := range Changes(edited(t), edited(t, c.edits...)) {
				got = fmt.Sprintf("%s:%d %s: %s", d.File, d.Line, d.Rule, d.Message)
				break
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What weighs most comes first, and what is found no more is told once.
func TestOrder(t *testing.T) {
	was, is := edited(t), edited(t, "content/a.en.md", "clock", "watch", "content/a.en.md", "Never go", "Go", "data/contacts/veilig-thuis.yaml", "2000", "2001")
	lost := diag.Diagnostic{Position: diag.Position{File: "content/a.en.md", Line: 9}, Rule: "claim-press-only", Message: "rests on press"}
	was.Findings = []diag.Diagnostic{lost, lost}
	var kinds []string
	for _, d := range Changes(was, is) {
		kinds = append(kinds, d.Rule+" "+d.Severity.String())
	}
	if diff := cmp.Diff([]string{"contact warning", "negation warning", "vanished warning", "wording info"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// What rules leave to who reviews is told where it is new, before what weighs less.
func TestLeft(t *testing.T) {
	was, is := edited(t), edited(t, "content/a.en.md", "clock", "watch")
	old := diag.Diagnostic{Position: diag.Position{File: "content/a.en.md", Line: 3}, Rule: "claim-uncited", Message: "old"}
	fresh := old
	fresh.Message = "new"
	was.Left, is.Left = []diag.Diagnostic{old}, []diag.Diagnostic{old, fresh}
	var got []string
	for _, d := range Changes(was, is) {
		got = append(got, d.Rule+": "+d.Message)
	}
	if len(got) != 2 || got[0] != "doubtful: claim-uncited would say: new" {
		t.Errorf("%q", got)
	}
}

// What an error points at comes after what no rule found.
func TestReported(t *testing.T) {
	was, is := edited(t), edited(t, "content/a.en.md", "Never go", "Go", "data/contacts/veilig-thuis.yaml", "2000", "2001")
	is.Findings = []diag.Diagnostic{{Position: diag.Position{File: "data/contacts/veilig-thuis.yaml", Line: 2}, Severity: diag.Error, Rule: "contact-phone"}}
	var kinds []string
	for _, d := range Changes(was, is) {
		kinds = append(kinds, d.Rule)
	}
	if diff := cmp.Diff([]string{"negation", "contact"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// What changed alike in two languages is one line, after what changed in one.
func TestFold(t *testing.T) {
	in := func(file string, line int, rule, message string) diag.Diagnostic {
		return diag.Diagnostic{Position: diag.Position{File: file, Line: line}, Rule: rule, Message: message}
	}
	found := []diag.Diagnostic{
		in("content/a.en.md", 3, "number", `"3" → "4"`),
		in("content/a.nl.md", 3, "number", `"3" → "4"`),
		in("content/a.nl.md", 9, "number", `"7" → "8"`),
		in("data/contacts/x.yaml", 2, "number", `cost/en: "1" → "2"`),
		in("data/contacts/x.yaml", 3, "number", `cost/nl: "1" → "2"`),
		in("data/contacts/x.yaml", 4, "number", `note/nl: "1" → "2"`),
		in("data/contacts/x.yaml", 5, "number", `order: "1" → "2"`),
		in("data/contacts/x.yaml", 6, "number", `order: "1" → "2"`),
	}
	var got []string
	for _, d := range fold(found, []string{"nl", "en"}) {
		got = append(got, d.Position.String()+" "+d.Message)
	}
	want := []string{
		`content/a.nl.md:9 "7" → "8"`,
		`data/contacts/x.yaml:4 note/nl: "1" → "2"`,
		`data/contacts/x.yaml:5 order: "1" → "2"`,
		`data/contacts/x.yaml:6 order: "1" → "2"`,
		`content/a.en.md:3 "3" → "4"; and content/a.nl.md:3 "3" → "4"`,
		`data/contacts/x.yaml:2 cost/en: "1" → "2"; and data/contacts/x.yaml:3 cost/nl: "1" → "2"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
