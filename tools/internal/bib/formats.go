package bib

// Format is a way to write works.
type Format struct {
	Name  string
	End   string // of the name of a file
	Type  string // the media type
	Write func([]*Item) ([]byte, error)
}

// Formats lists the ways to write works.
var Formats = []Format{
	{"csl-json", "json", "application/vnd.citationstyles.csl+json", CSL},
	{"bibtex", "bib", "application/x-bibtex", func(items []*Item) ([]byte, error) { return BibTeX(items), nil }},
	{"ris", "ris", "application/x-research-info-systems", func(items []*Item) ([]byte, error) { return RIS(items), nil }},
}
