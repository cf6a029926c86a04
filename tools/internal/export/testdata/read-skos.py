"""Reads Turtle and JSON-LD with rdflib and tells what is in them, and which rules of SKOS they break."""
import json, sys
from rdflib import Graph
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

turtle, jsonld = Graph().parse(sys.argv[1], format="turtle"), Graph().parse(sys.argv[2], format="json-ld")
faults = ["%s is in one of the two only" % (t,) for t in set(turtle) ^ set(jsonld)]

concepts = set(turtle.subjects(RDF.type, SKOS.Concept))
schemes = set(turtle.subjects(RDF.type, SKOS.ConceptScheme))
for a, b in turtle.subject_objects(SKOS.related):
    if (b, SKOS.related, a) not in turtle:
        faults.append("%s is related to %s, but not back" % (a, b))
    if b in turtle.transitive_objects(a, SKOS.broader) or a in turtle.transitive_objects(b, SKOS.broader):
        faults.append("%s is related to %s and above or below it (S27)" % (a, b))
for a, b in turtle.subject_objects(SKOS.broader):
    if (b, SKOS.narrower, a) not in turtle:
        faults.append("%s has no narrower %s" % (b, a))
for a, b in turtle.subject_objects(SKOS.narrower):
    if (b, SKOS.broader, a) not in turtle:
        faults.append("%s has no broader %s" % (b, a))
for p in (SKOS.related, SKOS.broader, SKOS.narrower, SKOS.member, SKOS.hasTopConcept, DCTERMS.isReplacedBy):
    faults += ["%s is no concept" % o for o in turtle.objects(None, p) if o not in concepts]
for c in concepts:
    scheme = turtle.value(c, SKOS.inScheme)
    if scheme not in schemes:
        faults.append("%s is in no scheme" % c)
    top = (c, SKOS.topConceptOf, scheme) in turtle
    if top != ((scheme, SKOS.hasTopConcept, c) in turtle):
        faults.append("%s and its scheme disagree on whether it is at the top" % c)
    if top == ((c, SKOS.broader, None) in turtle or (c, OWL.deprecated, None) in turtle):
        faults.append("%s is at the top, or is not, against its broader terms" % c)
    seen = set()
    for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        labels = list(turtle.objects(c, p))
        faults += ["%s has the label %s twice (S13)" % (c, l) for l in labels if l in seen]
        seen.update(labels)
    languages = [l.language for l in turtle.objects(c, SKOS.prefLabel)]
    if len(languages) != len(set(languages)):
        faults.append("%s has two preferred labels in a language (S14)" % c)

texts = lambda c, p: {o.language: str(o) for o in turtle.objects(c, p)}
json.dump({
    "triples": len(turtle),
    "faults": faults,
    "licence": [str(turtle.value(s, DCTERMS.license)) for s in schemes],
    "modified": [str(turtle.value(s, DCTERMS.modified)) for s in schemes],
    "deprecated": len(list(turtle.subjects(OWL.deprecated, None))),
    "concepts": {str(turtle.value(c, SKOS.notation)): {
        "term": texts(c, SKOS.prefLabel), "definition": texts(c, SKOS.definition), "help": texts(c, SKOS.note),
    } for c in concepts},
}, sys.stdout)
