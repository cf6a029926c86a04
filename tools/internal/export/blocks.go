package export

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// selections say which records a block shows that names none by id: per kind
// of block the kind of record and, per key of the block, the record's key.
var selections = map[string]struct {
	record string
	keys   map[string]string
}{
	"signals": {"signal", map[string]string{"area": "area"}},
	"cases":   {"case", map[string]string{"country": "country"}},
}

// selected lists the records that a block selects without naming them.
func selected(s *site.Site, b *md.Block) []*site.Record {
	selection, ok := selections[b.Kind]
	if !ok {
		return nil
	}
	doc, err := yaml.Parse(b.Body, diag.Position{})
	if err != nil {
		return nil
	}
	for blockKey, recordKey := range selection.keys {
		if value, ok := doc.Map()[blockKey].(string); ok {
			return Members(s, selection.record, recordKey, value)
		}
	}
	if doc.Map()["all"] == true {
		return s.RecordsOf(selection.record)
	}
	return nil
}
