"""Reads TBX with the Translate Toolkit and tells what its units hold.

The toolkit knows the structure of 2008 (martif, termEntry, langSet). Names of elements are settings of its reader, so it
is told those of 2019, which hold the same things in the same places. Its command tbx2po has no such setting.
"""
import json, sys
from lxml import etree
from translate.storage import tbx


class Unit(tbx.tbxunit):
    namespace = "urn:iso:std:iso:30042:ed-2"
    rootNode = "conceptEntry"
    languageNode = "langSec"


class File(tbx.tbxfile):
    UnitClass = Unit
    namespace = Unit.namespace
    rootNode = "tbx"
    XMLskeleton = '<tbx xmlns="%s"><text><body></body></text></tbx>' % Unit.namespace


def words(node):
    """The words of a language with their status, which the toolkit itself does not tell apart."""
    text = lambda e, name: e.findtext("{%s}%s" % (Unit.namespace, name))
    note = lambda e, kind: next((n.text for n in e if n.get("type") == kind), "")
    return [[text(t, "term"), note(t, "administrativeStatus"), note(t, "partOfSpeech")] for t in node.iter("{%s}termSec" % Unit.namespace)]


store = File.parsefile(sys.argv[1])
ids = {u.getid() for u in store.units}
root = store.document.getroot()
json.dump({
    "header": [p.text for p in root.iter("{%s}p" % Unit.namespace)],
    "dangling": [r.get("target") for r in root.iter("{%s}ref" % Unit.namespace) if r.get("target") not in ids],
    "concepts": {u.getid(): {
        "terms": {n.get("{http://www.w3.org/XML/1998/namespace}lang"): u.getNodeText(n) for n in u.getlanguageNodes()},
        "definitions": u.getnotes("definition"),
        "notes": u.getnotes(),
        "words": [w for n in u.getlanguageNodes() for w in words(n)],
    } for u in store.units},
}, sys.stdout)
