package check

import (
	"fmt"
	"strings"
)

// Markdown returns the rule's documentation, as `wijzer explain` prints it
// and docs/rules.md collects it. say translates its English.
func (r Rule) Markdown(say func(english string) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s (%s, set %s).\n\n%s\n\n", r.ID, say(r.Title), r.Severity, r.Set, say(r.Why))
	fmt.Fprintf(&b, "%s\n\n%s\n\n%s\n\n%s\n\n", say("Wrong:"), fence(r.Wrong), say("Right:"), fence(r.Right))
	if r.ByWords {
		fmt.Fprintf(&b, "%s\n\n", say(byWords))
	}
	fmt.Fprintf(&b, "%s %s\n\n%s %s\n", say("How to mend it:"), say(r.Mend), say("How to allow it:"), say(r.allow()))
	return b.String()
}

// byWords says what the rule asks for before it speaks.
const byWords = "It judges by words: in a page that is new in both languages the translation must have it too, and an error is a warning; what one language says alone is left to `wijzer changes --for-review`. " +
	"On a page that somebody compared as it is (`wijzer translations seen`) an error that stands in one language is a warning, and what weighs less is left to review."

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
