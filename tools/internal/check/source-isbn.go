package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "source-isbn",
	Title:    "an ISBN whose digits do not add up",
	Why:      "Readers order and borrow by this number; its check digit tells a typing error.",
	Wrong:    `ISBN: 978-0-306-40615-8`,
	Right:    `ISBN: 978-0-306-40615-7`,
	Mend:     "compare it with the work itself.",
	Severity: diag.Error,
	Source:   wellFormed("ISBN", cite.ISBN),
})
