package check

import (
	"fmt"
	"strings"
)

// Markdown returns the rule's documentation, as `wijzer explain` prints it and
// docs/rules.md collects it.
func (r Rule) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s (%s).\n\n%s\n\n", r.ID, r.Title, r.Severity, r.Why)
	fmt.Fprintf(&b, "Wrong:\n\n%s\n\nRight:\n\n%s\n\n", fence(r.Wrong), fence(r.Right))
	fmt.Fprintf(&b, "How to mend it: %s\n\nHow to allow it: %s\n", r.Mend, r.allow())
	return b.String()
}

// allow tells how a finding may stand. What is found outside the rules for
// content and data has no place to write an allowance in.
func (r Rule) allow() string {
	if r.Source == nil {
		return "it cannot be allowed in place; its severity can be set under `[params.rules]` in config.toml."
	}
	return fmt.Sprintf("`<!-- allow %s until 2027-05-01 by editor: reason -->`, in YAML `# allow %s until …`, at the end of the line or above it.", r.ID, r.ID)
}

// fence quotes an example with a fence longer than any inside it.
func fence(example string) string {
	marks := "```"
	for strings.Contains(example, marks) {
		marks += "`"
	}
	return marks + "text\n" + strings.Trim(example, "\n") + "\n" + marks
}
