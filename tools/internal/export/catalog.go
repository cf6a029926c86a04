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

// catalog describes the datasets and their files. https://www.w3.org/TR/vocab-dcat-3/
func catalog(s *site.Site) *graph {
	g, home := &graph{}, base(s)
	c := g.about(home+"/data/catalog", "dcat:Catalog")
	publisher := g.about(home+"/", "foaf:Agent")
	publisher.add("foaf:name", literal(s.Config.Title, ""))
	describe := func(r *resource, title string) {
		r.add("dct:title", literal(title, ""))
		r.add("dct:description", literal(title, ""))
		r.add("dct:publisher", iri(home+"/"))
		r.add("dct:license", iri(s.Config.Params.Licence.URL))
		r.add("dct:modified", typed(latestCheck(s).Format("2006-01-02"), "xsd:date"))
	}
	describe(c, "The data of "+s.Config.Title)
	for _, d := range datasets {
		address := home + "/data/" + d.name
		c.add("dcat:dataset", iri(address))
		describe(g.about(address, "dcat:Dataset"), d.doc)
		set := g.resources[len(g.resources)-1]
		for _, file := range [][2]string{{".csv", "text/csv"}, {".json", "application/json"}} {
			set.add("dcat:distribution", iri(address+file[0]+"#file"))
			dist := g.about(address+file[0]+"#file", "dcat:Distribution")
			dist.add("dcat:accessURL", iri(address+file[0]))
			dist.add("dcat:downloadURL", iri(address+file[0]))
			dist.add("dcat:mediaType", iri("https://www.iana.org/assignments/media-types/"+file[1]))
			dist.add("dct:license", iri(s.Config.Params.Licence.URL))
		}
	}
	return g
}
