package diag

import (
	"fmt"
	"io"
	"strings"
)

// escapeMarkdown keeps what a finding quotes from being markup.
var escapeMarkdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "#", `\#`, "\n", " ")

// printMarkdown writes a list, for a pull request.
func printMarkdown(w io.Writer, ds []Diagnostic, o Options) error {
	for _, d := range ds {
		if d.Decision != (Decision{}) {
			continue // as in annotations
		}
		label := ""
		if d.Severity != Error {
			label = o.Say(labels[d.Severity]) + " "
		}
		line := fmt.Sprintf("- %s**%s** `%s` %s", label, d.Rule, d.Position, escapeMarkdown.Replace(o.Say(d.Message)))
		if d.Hint != "" {
			line += "  \n  " + escapeMarkdown.Replace(o.Say(d.Hint))
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
