package export

var _ = register(Export{
	Path: "data/glossary.json",
	Doc:  "the glossary: terms, forms, definitions and relations",
	Make: byLanguage(forHugo),
})
