// Package cite knows how a text points at its sources: the places in a work
// that a citation names, the dates and numbers that works carry, and which
// sentences make a claim that needs a source. It knows nothing of sites or
// rules.
//
//	for _, part := range cite.NewLocators(words).Parse("ch. 2; n. 5") {
//		fmt.Println(part.Kind, part.First) // chapter 2, note 5
//	}
package cite
