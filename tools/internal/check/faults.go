package check

import (
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// reportFaults reports where a document does not fit its schema.
func reportFaults(p *Pass, s *schema.Schema, doc *yaml.Doc) {
	for _, fault := range s.Validate(doc.Value) {
		at := doc.Position(fault.Pointer)
		if fault.Key {
			at = doc.KeyPosition(fault.Pointer)
		}
		p.Report(at, fault.Hint, "%s", fault.Message)
	}
}
