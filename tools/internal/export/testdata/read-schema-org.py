"""Reads JSON-LD with rdflib. The context of schema.org is not fetched: here all its words are taken as they are."""
import json, sys
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

schema = Namespace("https://schema.org/")
with open(sys.argv[1]) as f:
    document = json.load(f)
context, document["@context"] = document["@context"], {"@vocab": str(schema)}
graph = Graph().parse(data=json.dumps(document), format="json-ld")
text = lambda s, p: str(graph.value(s, p))
json.dump({
    "context": context,
    "sets": sorted([str(s), text(s, schema.inLanguage), text(s, schema.license), text(s, schema.dateModified)]
                   for s in graph.subjects(RDF.type, schema.DefinedTermSet)),
    "stray": [str(t) for t in graph.subjects(RDF.type, schema.DefinedTerm) if not list(graph.subjects(schema.hasDefinedTerm, t))],
    "terms": {text(t, schema.inLanguage) + "/" + text(t, schema.termCode): [text(t, schema.name), text(t, schema.description)]
              for t in graph.subjects(RDF.type, schema.DefinedTerm)},
}, sys.stdout)
