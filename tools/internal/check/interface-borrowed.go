package check

// Applied by site.Load.
var _ = register(StructureRules, Warning, Rule{
	ID:    "interface-borrowed",
	Title: "texts of the interface that are shown in another language",
	Why:   "A button in a language that its reader does not know is no button.",
	Wrong: "[languages.xx]   # and no i18n/xx.toml",
	Right: "skip = \"…\"   # in i18n/xx.toml, and so on for every text that the finding names",
	Mend:  "write the texts that the finding names in i18n/<lang>.toml.",
})
