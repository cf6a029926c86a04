package check

import (
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "typography",
	Title: "typing of a word processor: a space before a mark, three full stops, two hyphens, an accent for an apostrophe",
	Why:   "A screen reader stumbles over it, and a line breaks before the mark.",
	Wrong: "Wacht niet ... bel , ook 's nachts.",
	Right: "Wacht niet … bel, ook 's nachts.",
	Mend:  "write what the hint says; wijzer check --fix does so, in records too. Titles and places of sources stay as they were printed.",
	Source: func(p *Pass) {
		for t := range p.Passages() {
			if t.Record != nil && (t.Record.Kind == "source" || t.Kind == "locator") {
				continue // titles and headings as they were printed
			}
			for _, typed := range typing {
				if strings.Contains(t.Text, typed.sign) {
					reportMistyped(p, t, typed)
				}
			}
		}
	},
})

// mistyped is what a keyboard offers, and what is printed instead.
type mistyped struct {
	sign    string // what a text must hold to be worth a look
	pattern *regexp.Regexp
	right   string
}

var typing = []mistyped{
	{"..", regexp.MustCompile(`(\.\.\.+)`), "…"},
	{"..", regexp.MustCompile(`\pL(\.\.)(?: |$)`), "."},
	{",,", regexp.MustCompile(`\pL(,,) `), ","},
	{" .", regexp.MustCompile(`[\pL\d)’”'"]( \.)(?: |$)`), "."},
	{" ,", regexp.MustCompile(`[\pL\d)’”'"]( ,) `), ","},
	{" ;", regexp.MustCompile(`[\pL\d)’”'"]( ;) `), ";"},
	{" :", regexp.MustCompile(`\pL( :) `), ":"},
	{" ?", regexp.MustCompile(`\pL( \?)(?: |$)`), "?"},
	{"( ", regexp.MustCompile(`(?:^| )(\( )\pL`), "("},
	{" )", regexp.MustCompile(`\pL( \))(?:[ .,;:?]|$)`), ")"},
	{"--", regexp.MustCompile(`\pL (--+) \pL`), "–"},
	{"´", regexp.MustCompile(`\pL(´)\pL`), "'"},
	{"′", regexp.MustCompile(`\pL(′)\pL`), "'"},
}

// inYAML has an apostrophe that ends no text.
var inYAML = strings.NewReplacer("'", "’")

func reportMistyped(p *Pass, t *site.Passage, typed mistyped) {
	for _, m := range typed.pattern.FindAllStringSubmatchIndex(t.Text, -1) {
		at := text.Range{From: m[2], To: m[3]}
		fix := diag.Fix{Old: at.Of(t.Text), New: typed.right}
		if t.Para == nil { // the file tells where the text begins: the word before says where in it
			word := t.Text[strings.LastIndexByte(t.Text[:at.From], ' ')+1 : at.From]
			fix = diag.Fix{Old: word + fix.Old, New: word + inYAML.Replace(fix.New)}
		} else if !t.IsOpen(at) {
			continue
		}
		if !t.IsCode(at.From) {
			p.Fix(t.At(at.From), fix, "write: "+typed.right, "%q", at.Of(t.Text))
		}
	}
}
