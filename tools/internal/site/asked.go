package site

// Asked returns what people type who look for a page, by the id of the
// section that they want; "" is the page itself.
func (p *Page) Asked() map[string][]string {
	asked := map[string][]string{}
	for _, b := range p.ReadBlocks() {
		var phrases Phrases
		if !b.Schema.OfReaders() || b.Decode("", &phrases) != nil {
			continue
		}
		section := ""
		if b.Fence.Heading >= 0 {
			section = p.Doc.Headings[b.Fence.Heading].ID
		}
		asked[section] = append(asked[section], phrases...)
	}
	return asked
}
