package intake

// types are the types of CSL as records have them. A record keeps the type
// that it had under csl, so that nothing is lost.
var types = map[string]string{
	"report": "report", "article-newspaper": "article-newspaper", "article-magazine": "article-magazine", "article-journal": "article-journal",
	"webpage": "webpage", "legal_case": "legal_case", "legislation": "legislation", "broadcast": "broadcast", "book": "book", "chapter": "chapter", "dataset": "dataset",

	"article": "report", "document": "report", "thesis": "report", "pamphlet": "report", "manuscript": "report", "speech": "report", "standard": "report", "hearing": "report",
	"patent": "report", "interview": "broadcast", "motion_picture": "broadcast", "classic": "book", "bill": "legislation", "regulation": "legislation", "treaty": "legislation",
	"entry": "chapter", "entry-dictionary": "chapter", "entry-encyclopedia": "chapter", "paper-conference": "chapter", "post": "webpage", "post-weblog": "webpage",
	"review": "article-journal", "review-book": "article-journal", "software": "dataset",
}

// refused are the types of what no claim can rest on, each with the reason.
var refused = map[string]string{
	"collection":             "a collection is many works: name the one that says it",
	"periodical":             "a periodical is many articles: name the one that says it",
	"event":                  "an event says nothing that can be read again: name a report of it",
	"performance":            "a performance cannot be read again: name a report of it",
	"personal_communication": "readers cannot get what was written to one person",
	"figure":                 "a picture stands in a work: name that one",
	"graphic":                "a picture stands in a work: name that one",
	"map":                    "a map has no places that a citation can name: name the work that it goes with",
	"musical_score":          "music makes no claim",
	"song":                   "music makes no claim",
}
