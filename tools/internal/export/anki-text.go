package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"comwijzer/tools/internal/site"
)

// Which kind of note to make of it is left to the reader: Anki's own kinds
// have other names in each language. https://docs.ankiweb.net/importing/text-files.html
var _ = register(Export{
	Path:   "static/downloads/glossary.anki.txt",
	Doc:    "the glossary for Anki and other flash card programs, as tab-separated text",
	Format: "download_anki_text",
	Type:   "text/plain",
	Make: func(s *site.Site) ([]byte, error) {
		var b bytes.Buffer
		fmt.Fprintf(&b, "#separator:tab\n#html:true\n#columns:GUID\tDeck\t%s\tTags\n", strings.Join(ankiFields, "\t"))
		fmt.Fprintf(&b, "#guid column:1\n#deck column:2\n#tags column:%d\n", 3+len(ankiFields))
		fmt.Fprintf(&b, "# %s\n", ankiLicence(s))
		w := csv.NewWriter(&b)
		w.Comma = '\t'
		for _, deck := range ankiDecks(s) {
			for _, n := range deck.Notes {
				row := append([]string{n.GUID, deck.Name}, n.Fields...)
				if err := w.Write(append(row, n.Tag)); err != nil {
					return nil, err
				}
			}
		}
		w.Flush()
		return b.Bytes(), w.Error()
	},
})
