package export

// jsonld writes a graph as JSON-LD, with a context of prefixes alone, so
// that nobody has to fetch one. https://www.w3.org/TR/json-ld11/
func (g *graph) jsonld() ([]byte, error) {
	context := map[string]string{}
	for _, p := range prefixes {
		context[p[0]] = p[1]
	}
	nodes := []map[string]any{}
	for _, r := range g.resources {
		node := map[string]any{"@id": r.iri, "@type": r.class}
		for _, p := range r.properties {
			var values []map[string]string
			for _, v := range p.values {
				values = append(values, v.jsonld())
			}
			node[p.name] = values
		}
		nodes = append(nodes, node)
	}
	return encode(map[string]any{"@context": context, "@graph": nodes})
}

func (v value) jsonld() map[string]string {
	switch {
	case v.iri != "":
		return map[string]string{"@id": v.iri}
	case v.lang != "":
		return map[string]string{"@value": v.text, "@language": v.lang}
	case v.datatype != "":
		return map[string]string{"@value": v.text, "@type": v.datatype}
	}
	return map[string]string{"@value": v.text}
}
