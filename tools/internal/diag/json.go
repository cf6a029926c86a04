package diag

import (
	"encoding/json"
	"io"
)

// jsonDiagnostic is the documented JSON shape: an array of these.
type jsonDiagnostic struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`

	Decision *jsonDecision `json:"decision,omitempty"` // of a finding that stands
}

type jsonDecision struct {
	By     string `json:"by"`
	Until  string `json:"until"`
	Reason string `json:"reason"`
}

func printJSON(w io.Writer, ds []Diagnostic, _ Options) error {
	out := make([]jsonDiagnostic, len(ds))
	for i, d := range ds {
		out[i] = jsonDiagnostic{d.File, d.Line, d.Column, d.Rule, d.Severity.String(), d.Message, d.Hint, nil}
		if d.Decision != (Decision{}) {
			out[i].Decision = &jsonDecision{d.Decision.By, d.Decision.Until, d.Decision.Reason}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
