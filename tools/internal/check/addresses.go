package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
)

// eachAddress visits the web addresses in records: what the schemas mark so.
func eachAddress(p *Pass, visit func(at diag.Position, key, text string)) {
	for _, r := range p.Records {
		s, ok := schema.Get(r.Kind)
		if !ok {
			continue
		}
		for _, m := range s.Marked("address", r.Value) {
			visit(r.Position(m.Pointer), lastKey(m.Pointer), m.Text)
		}
	}
}
