package export

var _ = register(Export{
	Path: "data/shown.json",
	Doc:  "per figure and case the page that shows it, for links to it",
	Make: byLanguage(showing),
})
