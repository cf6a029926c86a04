package export

import "comwijzer/tools/internal/site"

var _ = offer(dataset{
	name: "figures", doc: "every figure with what was counted, its source and how certain it is",
	columns: []field{
		{"subject", "the topic of the figure", "string"},
		{"value", "in words, as the source has it", "string"},
		{"from", "the least that it is, where the value is a number", "decimal"},
		{"to", "the most that it is", "decimal"},
		{"about", "whether the number is an estimate", "boolean"},
		{"unit", "what the numbers are numbers of", "string"},
		{"counts", "what was counted", "string"},
		{"not_counted", "what was not", "string"},
		{"population", "of whom or what the count was made", "string"},
		{"place", "the area that it is about", "string"},
		{"as_of", "the date of the figure: EDTF, as in ISO 8601-2", "string"},
		{"source", "who published it", "string"},
		{"locator", "the place in the source", "string"},
		{"first_said", "who said it first, where that is somebody else", "string"},
		{"reference", "how to refer to it, in the style of APA 7", "string"},
		{"accessed", "the day on which the source was last seen, where we know", "date"},
		{"licence_source", "on which terms the source may be used, where we know", "string"},
		{"processing", "what we did to it", "string"},
		{"same_as", "ids of the figures with the same count in other words", "string"},
		{"comparable", "ids of the figures that count the same; with others nothing may be compared", "string"},
		{"addable", "of these, the ids of the figures that do not overlap; to others nothing may be added", "string"},
		{"certainty", "how well it is supported, in words of ours", "string"},
		{"why", "by which rules", "string"},
		{"note", "what to keep in mind", "string"},
		{"earlier", "values that it had before", "string"},
	},
	things: func(s *site.Site) (things []thing) {
		for _, f := range s.Figures() {
			things = append(things, thing{f.ID, "figure", func(lang string) map[string]string { return figureCells(s, lang, f) }})
		}
		return things
	},
})
