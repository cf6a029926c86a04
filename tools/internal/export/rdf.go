package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A graph is RDF as both Turtle and JSON-LD want to write it: grouped by
// subject, and within a subject by property.
type graph struct{ resources []*resource }

// A resource is a subject with its properties, in the order of first mention.
type resource struct {
	iri        string
	class      string // a short name
	properties []property
}

type property struct {
	name   string // a short name
	values []value
}

// A value is an IRI, or a text with perhaps a language or a type.
type value struct {
	iri, text, lang, datatype string
}

// prefixes make short names of IRIs: skos:Concept.
var prefixes = [][2]string{
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

func (g *graph) about(address, class string) *resource {
	r := &resource{iri: iri(address).iri, class: class}
	g.resources = append(g.resources, r)
	return r
}

// add states something of r once. Texts of nothing say nothing.
func (r *resource) add(name string, values ...value) {
	i := slices.IndexFunc(r.properties, func(p property) bool { return p.name == name })
	if i < 0 {
		i = len(r.properties)
		r.properties = append(r.properties, property{name: name})
	}
	p := &r.properties[i]
	for _, v := range values {
		if (v.iri != "" || v.text != "") && !slices.Contains(p.values, v) {
			p.values = append(p.values, v)
		}
	}
	if len(p.values) == 0 {
		r.properties = r.properties[:i]
	}
}

// iri takes an address as it is, but for what may not stand in one at all.
// https://www.w3.org/TR/turtle/#grammar-production-IRIREF
func iri(address string) value {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c == 0x7f || strings.IndexByte("<>\"{}|^`\\", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return value{iri: b.String()}
}

// literal leaves out what no text has a use for, and some formats cannot hold.
func literal(s, lang string) value {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return value{text: clean, lang: lang}
}

func typed(s, datatype string) value { return value{text: s, datatype: datatype} }
