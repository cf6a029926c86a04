package export

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// TBX-Basic in the style DCA: categories of data are values of type
// attributes. ISO 30042:2019 and https://ltac-global.github.io/TBX-Basic_dialect/
var _ = register(Export{
	Path:   "static/downloads/glossary.tbx",
	Doc:    "the glossary for translation software, as TBX-Basic (ISO 30042:2019)",
	Format: "download_tbx",
	Make: func(s *site.Site) ([]byte, error) {
		b := bytes.NewBufferString(xml.Header)
		encoder := xml.NewEncoder(b)
		encoder.Indent("", " ")
		err := encoder.Encode(tbx(s))
		b.WriteByte('\n')
		return b.Bytes(), err
	},
})

func tbx(s *site.Site) *element {
	all := shownTerms(s)
	domains, names := domainNames(s, s.DefaultLanguage()), map[string]string{}
	for _, c := range all {
		names[c.ID] = c.Lead.Title
	}
	body := tbxElement("body", "")
	for _, c := range all {
		body.add(conceptEntry(s, c, domains, names))
	}
	return tbxElement("tbx", "", "xmlns", "urn:iso:std:iso:30042:ed-2", "type", "TBX-Basic", "style", "dca", "xml:lang", s.DefaultLanguage()).
		add(tbxHeader(s), tbxElement("text", "").add(body))
}

type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []*element
}

// tbxElement makes an element with a text, and attributes as name, value.
func tbxElement(name, text string, attributes ...string) *element {
	e := &element{XMLName: xml.Name{Local: name}, Text: text}
	for i := 0; i < len(attributes); i += 2 {
		e.Attrs = append(e.Attrs, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	return e
}

func (e *element) add(children ...*element) *element {
	e.Children = append(e.Children, children...)
	return e
}

// addTyped adds an element with a text and a type, if there is a text.
func (e *element) addTyped(name, kind, text string, attributes ...string) *element {
	if text != "" {
		e.add(tbxElement(name, text, append([]string{"type", kind}, attributes...)...))
	}
	return e
}

func (e *element) note(text string) *element {
	if text != "" {
		e.add(tbxElement("note", text))
	}
	return e
}

func tbxHeader(s *site.Site) *element {
	licence := s.Config.Params.Licence
	description := tbxElement("fileDesc", "").add(
		tbxElement("publicationStmt", "").add(
			tbxElement("p", strings.TrimSpace(licence.Name+" "+licence.URL)),
			tbxElement("p", modified(s))),
		tbxElement("titleStmt", "").add(tbxElement("title", glossaryTitle(s, s.DefaultLanguage()))),
		tbxElement("sourceDesc", "").add(tbxElement("p", glossaryAddress(s, s.DefaultLanguage()))))
	return tbxElement("tbxHeader", "").add(description)
}

// tbxID is an id that XML accepts: none may start with a digit.
func tbxID(id string) string { return "c-" + id }

func conceptEntry(s *site.Site, c *glossary.Term, domains, names map[string]string) *element {
	entry := tbxElement("conceptEntry", "", "id", tbxID(c.ID)).addTyped("descrip", "subjectField", domains[c.Domain])
	related := slices.Concat(c.Lead.Broader, c.Lead.Narrower, c.Lead.See, []string{c.Lead.Successor})
	for i, id := range related {
		if !slices.Contains(related[:i], id) {
			entry.addTyped("ref", "crossReference", names[id], "target", tbxID(id))
		}
	}
	for _, e := range c.Entries {
		entry.add(langSec(s, e))
	}
	return entry
}

func langSec(s *site.Site, e *glossary.Entry) *element {
	section := tbxElement("langSec", "", "xml:lang", e.Lang)
	if e.Definition != "" {
		definition := tbxElement("descripGrp", "").addTyped("descrip", "definition", e.Definition)
		for _, source := range sourceTexts(s, e) {
			definition.addTyped("admin", "source", source)
		}
		section.add(definition)
	}
	section.note(helpFor(s, e)).note(e.Reason)
	section.addTyped("xref", "externalCrossReference", e.Address, "target", e.Address)
	section.add(tbxElement("transacGrp", "").
		addTyped("transac", "transactionType", "modification").
		add(tbxElement("date", e.Modified)))
	return section.add(termSecs(s, e)...)
}

// termSecs returns the words for a concept with what to do with each. Forms
// are left out: TBX-Basic has no place for inflections, and to translators
// they would look like synonyms.
func termSecs(s *site.Site, e *glossary.Entry) []*element {
	preferred, admitted := "preferredTerm-admn-sts", "admittedTerm-admn-sts"
	if e.Term.Status == glossary.Retired {
		preferred, admitted = "supersededTerm-admn-sts", "supersededTerm-admn-sts"
	}
	word := func(term, status string) *element {
		return tbxElement("termSec", "").add(tbxElement("term", term)).
			addTyped("termNote", "partOfSpeech", tbxPartOfSpeech(e.PartOfSpeech)).
			addTyped("termNote", "administrativeStatus", status)
	}
	out := []*element{word(e.Title, preferred).addTyped("termNote", "grammaticalGender", gender(s, e.Lang, e.Article))}
	for _, synonym := range e.Admitted {
		out = append(out, word(synonym, admitted))
	}
	if e.Abbreviation != "" && e.Abbreviation != e.Title {
		out = append(out, word(e.Abbreviation, admitted).addTyped("termNote", "termType", "abbreviation"))
	}
	for _, a := range e.Avoid {
		out = append(out, word(a.Term, "deprecatedTerm-admn-sts").note(a.Reason))
	}
	return out
}

// tbxPartOfSpeech returns the nearest value that TBX-Basic has since 2019:
// its proper nouns are nouns.
func tbxPartOfSpeech(p string) string {
	return cmp.Or(map[string]string{"properNoun": "noun"}[p], p)
}

// gender returns the one that an article gives away, where it does.
func gender(s *site.Site, lang, article string) string {
	if slices.Contains(s.Lexicon(lang).Phrases("neuter"), article) {
		return "neuter"
	}
	return ""
}
