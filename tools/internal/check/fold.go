package check

import "comwijzer/tools/internal/text"

// fold leaves of a text what makes it the same text in another typing.
func fold(s string) string { return text.Fold(s) }
