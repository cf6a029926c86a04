package export

import "comwijzer/tools/internal/site"

var (
	_ = register(Export{
		Path: "static/data/catalog.jsonld",
		Doc:  "what data there are, as DCAT, in JSON-LD",
		Make: func(s *site.Site) ([]byte, error) { return catalog(s).jsonld() },
	})
	_ = register(Export{
		Path: "static/data/catalog.ttl",
		Doc:  "what data there are, as DCAT, in Turtle",
		Make: func(s *site.Site) ([]byte, error) { return catalog(s).turtle(), nil },
	})
)

// setFiles are those of a dataset, by the end of their names.
var setFiles = []string{".csv", ".json"}

const mediaTypes = "https://www.iana.org/assignments/media-types/"

// catalog describes the datasets and their files, as DCAT-AP asks.
// https://www.w3.org/TR/vocab-dcat-3/
// https://semiceu.github.io/DCAT-AP/releases/3.0.0/
func catalog(s *site.Site) *graph {
	g, home, licence := &graph{}, base(s), s.Config.Params.Licence.URL
	g.about(home+"/", "foaf:Agent").add("foaf:name", literal(s.Config.Title, ""))
	if licence != "" {
		g.about(licence, "dct:LicenseDocument")
	}
	describe := func(r *resource, doc string) {
		r.add("dct:description", literal(doc, ""))
		r.add("dct:publisher", iri(home+"/"))
		r.add("dct:license", iri(licence))
		r.add("dct:modified", typed(latestCheck(s).Format("2006-01-02"), "xsd:date"))
	}
	c := g.about(home+"/data/catalog", "dcat:Catalog")
	c.add("dct:title", literal(s.Config.Title, ""))
	describe(c, "the data of "+s.Config.Title)
	for _, file := range setFiles {
		g.about(mediaTypes+typeOf(file), "dct:MediaType")
	}
	for _, d := range datasets {
		address := home + "/data/" + d.name
		c.add("dcat:dataset", iri(address))
		set := g.about(address, "dcat:Dataset")
		for _, lang := range s.Languages {
			set.add("dct:title", literal(s.Interface(lang)["data_"+d.name], lang))
		}
		describe(set, d.doc)
		for _, file := range setFiles {
			set.add("dcat:distribution", iri(address+file+"#file"))
			dist := g.about(address+file+"#file", "dcat:Distribution")
			dist.add("dcat:accessURL", iri(address+file))
			dist.add("dcat:downloadURL", iri(address+file))
			dist.add("dcat:mediaType", iri(mediaTypes+typeOf(file)))
			dist.add("dct:license", iri(licence))
			g.about(address+file, "rdfs:Resource") // as everything is; checkers that do not infer it ask
		}
	}
	return g
}
