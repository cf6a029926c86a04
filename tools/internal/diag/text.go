package diag

import (
	"fmt"
	"io"
)

var labels = map[Severity]string{Info: "info:", Warning: "warning:"}

// printText writes one line per finding, the hint indented under it. Errors
// are the default and carry no label; lesser findings say what they are.
func printText(w io.Writer, ds []Diagnostic, o Options) error {
	for _, d := range ds {
		label, more := "", ""
		if d.Severity != Error {
			label = o.Say(labels[d.Severity]) + " "
		}
		if d.Decision != (Decision{}) {
			label, more = o.Say("decided:")+" ", "    "+o.Say(d.Decision.String())+"\n"
		} else if d.Hint != "" {
			more = "    " + o.Say("hint:") + " " + o.Say(d.Hint) + "\n"
		}
		if _, err := fmt.Fprintf(w, "%s: %s%s (%s)\n%s", d.Position, label, o.Say(d.Message), d.Rule, more); err != nil {
			return err
		}
	}
	return nil
}
