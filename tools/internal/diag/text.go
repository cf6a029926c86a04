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
		label := ""
		if d.Decision != (Decision{}) {
			label = o.Say("decided:") + " "
		} else if d.Severity != Error {
			label = o.Say(labels[d.Severity]) + " "
		}
		if _, err := fmt.Fprintf(w, "%s: %s%s (%s)\n", d.Position, label, o.Say(d.Message), d.Rule); err != nil {
			return err
		}
		if d.Decision != (Decision{}) {
			if _, err := fmt.Fprintf(w, "    %s\n", o.Say(d.Decision.String())); err != nil {
				return err
			}
		} else if d.Hint != "" {
			if _, err := fmt.Fprintf(w, "    %s %s\n", o.Say("hint:"), o.Say(d.Hint)); err != nil {
				return err
			}
		}
	}
	return nil
}
