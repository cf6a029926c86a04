package diag

import (
	"fmt"
	"io"
	"strings"
)

// Workflow commands need these characters escaped, in properties two more:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	githubLevels   = map[Severity]string{Info: "notice", Warning: "warning", Error: "error"}
)

func printGitHub(w io.Writer, ds []Diagnostic, o Options) error {
	for _, d := range ds {
		if d.Decision != (Decision{}) {
			continue // an annotation asks for something to be done
		}
		message := o.Say(d.Message)
		if d.Hint != "" {
			message += "\n" + o.Say("hint:") + " " + o.Say(d.Hint)
		}
		properties := "file=" + escapeProperty.Replace(d.File)
		if d.Line > 0 {
			properties += fmt.Sprintf(",line=%d", d.Line)
		}
		if d.Column > 0 {
			properties += fmt.Sprintf(",col=%d", d.Column)
		}
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n",
			githubLevels[d.Severity], properties, escapeProperty.Replace(d.Rule), escapeData.Replace(message))
		if err != nil {
			return err
		}
	}
	return nil
}
