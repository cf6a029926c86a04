package cite

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var testWords = Words{
	NoDate: "z.d.", About: "c.", Uncertain: "mogelijk", Day: "{day} {month}", FullDay: "{day} {month} {year}",
	Months: []string{"jan", "feb"}, Seasons: []string{"lente", "zomer", "herfst", "winter"},
}

// What the processor that we compare with cannot read, or reads otherwise.
func TestDatesOfReferences(t *testing.T) {
	for issued, want := range map[string]string{
		"":                      "z.d.",
		"soon":                  "z.d.",
		"2017-01/2018":          "2017–2018",
		"2017-01-03/2017-01-03": "2017, 3 jan",
		"2017-21~":              "c. 2017, lente",
		"2017%":                 "mogelijk c. 2017",
		"2017-01/2017-22":       "2017",
	} {
		if got := testWords.date(Work{Type: "webpage", Issued: issued}); got != want {
			t.Errorf("%q: %q, want %q", issued, got, want)
		}
	}
}

func TestDOIAddressKeepsEveryCharacter(t *testing.T) {
	for doi, want := range map[string]string{
		"10.1000/182": "10.1000/182",
		"10.5555/(AB)12(2000)1:1<1::X>3.0.CO;2-#": "10.5555/(AB)12(2000)1:1%3C1::X%3E3.0.CO;2-%23",
		"10.5555/abc?x=1&y=2":                     "10.5555/abc%3Fx=1&y=2",
		"10.5555/a%2Fb":                           "10.5555/a%252Fb",
		"10.5555/[é]":                             "10.5555/%5B%C3%A9%5D",
	} {
		if got := DOIAddress(doi); got != "https://doi.org/"+want {
			t.Errorf("%q: %q", doi, got)
		}
	}
}

func TestTitlesHoldMarkupOfCSL(t *testing.T) {
	for title, want := range map[string]struct{ found, mended string }{
		"Groei van <i>E. coli</i>, H<sub>2</sub>O": {},
		"a < b & c > d": {},
		"5 <3":          {},
		`<span style="font-variant:small-caps;">x</span>`: {},
		"AT&T en R&D;":                    {},
		"Zie &amp; lees":                  {"&amp;", "Zie & lees"},
		"<em>E. coli</em>":                {"<em>", "<i>E. coli</i>"},
		`<span class="nocase">x</span>`:   {`<span class="nocase">`, ""},
		"De {DNA} van {\\'e}":             {"{", ""},
		"De {DNA}-code":                   {"{", "De DNA-code"},
		`Bos \& Vis`:                      {`\&`, "Bos & Vis"},
		`\textit{E. coli}`:                {`\textit`, ""},
		"een $x^2$ ding":                  {"$x^2$", ""},
		"van $5 tot $6":                   {},
		"Groei van <i>E. coli":            {"<i>", ""},
		"Groei van <i>E. <b>coli</i></b>": {"</i>", ""},
		"Groei</i>":                       {"</i>", ""},
		"H&#x2082;O":                      {"&#x2082;", "H₂O"},
		"x<br>y":                          {"<br>", ""},
		"<I>x</I>":                        {"<I>", ""},
	} {
		found := TitleText(title)
		switch {
		case found == nil && want.found != "":
			t.Errorf("%q is accepted", title)
		case found != nil && (found.Text != want.found || found.Mended != want.mended):
			t.Errorf("%q: found %q, mended %q", title, found.Text, found.Mended)
		}
	}
}

func TestPlainTitleHasNoMarkup(t *testing.T) {
	if got := PlainTitle("a < <i>b</i> <br>"); got != "a < b <br>" {
		t.Error(got)
	}
}

func FuzzReference(f *testing.F) {
	f.Add("Bos", "d'Arcy-J.", "van 't", "Een <i>titel</i>?", "2017-21~/2018", "10.1/a#b", "12-34")
	f.Add("王", "小明", "", "a < b “c”", "2017%", "", "e1")
	f.Fuzz(func(t *testing.T, family, given, particle, title, issued, doi, page string) {
		work := Work{
			Type: "chapter", Title: title, Container: family, Issued: issued, DOI: doi, Page: page, Edition: page, Volume: page, Number: given,
			Author: []Name{{Family: family, Given: given, Particle: particle}, {Literal: title}}, Editor: []Name{{Family: given, Given: family}},
		}
		for _, kind := range []string{"chapter", "webpage", "article-journal", "legal_case", "legislation", "report", "broadcast"} {
			work.Type = kind
			r := testWords.Reference(work)
			if strings.Count(r.Text, "<") != strings.Count(r.Text, ">") {
				t.Fatalf("%q", r.Text)
			}
			stray := func(s string) bool { return !utf8.ValidString(s) }
			if !slices.ContainsFunc([]string{family, given, particle, title, page}, stray) && stray(r.Text) {
				t.Fatalf("%q is no text", r.Text)
			}
			if strings.ContainsAny(r.Address, " \n") && !strings.Contains(r.Address, `<a class="nl-link" href="https://doi.org/`) {
				t.Fatalf("%q", r.Address)
			}
		}
	})
}

func FuzzTitleText(f *testing.F) {
	f.Add("a <i>b</i> &amp; {c} \\d $e$")
	f.Fuzz(func(t *testing.T, title string) {
		found := TitleText(title)
		if found != nil && (found.From < 0 || found.To > len(title) || found.From >= found.To) {
			t.Fatalf("%+v", found)
		}
		if found != nil && found.Mended != "" && TitleText(found.Mended) != nil {
			t.Fatalf("mended to %q", found.Mended)
		}
		if html := titleHTML(title); strings.Count(html, "<") != strings.Count(html, ">") {
			t.Fatal(html)
		}
	})
}
