package diag

import (
	"fmt"
	"io"
)

func init() { printers["text"] = printText }

// printText writes one line per finding, the hint indented under it. Errors
// are the default and carry no label; lesser findings say what they are.
func printText(w io.Writer, ds []Diagnostic, _ map[string]string) error {
	for _, d := range ds {
		label := ""
		if d.Decision != (Decision{}) {
			label = "decided: "
		} else if d.Severity != Error {
			label = d.Severity.String() + ": "
		}
		if _, err := fmt.Fprintf(w, "%s: %s%s (%s)\n", d.Position, label, d.Message, d.Rule); err != nil {
			return err
		}
		if d.Decision != (Decision{}) {
			if _, err := fmt.Fprintf(w, "    %s\n", d.Decision); err != nil {
				return err
			}
		} else if d.Hint != "" {
			if _, err := fmt.Fprintf(w, "    hint: %s\n", d.Hint); err != nil {
				return err
			}
		}
	}
	return nil
}
