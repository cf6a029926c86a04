package check

import "comwijzer/tools/internal/deny"

// fold leaves of a text what makes it the same text in another typing.
func fold(text string) string { return deny.Fold(text) }
