package bib

// Format is a way to write works.
type Format struct {
	Name  string
	End   string // of the name of a file
	Write func([]*Item) ([]byte, error)
}

// Formats lists the ways to write works.
var Formats = []Format{
	{"csl-json", "json", CSL},
	{"bibtex", "bib", func(items []*Item) ([]byte, error) { return BibTeX(items), nil }},
	{"ris", "ris", func(items []*Item) ([]byte, error) { return RIS(items), nil }},
}
