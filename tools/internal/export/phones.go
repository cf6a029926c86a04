package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path: "data/phones.json",
	Doc:  "per telephone number of a contact how people write it here",
	Make: func(s *site.Site) ([]byte, error) {
		shown := map[string]string{}
		for _, c := range s.Contacts() {
			for _, number := range c.Phones() {
				shown[number] = s.ReadPhone(c, number).Shown
			}
		}
		return encode(shown)
	},
})
