package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"time"

	"comwijzer/tools/internal/site"
)

// An Anki package is an archive with a collection in SQLite and a list of
// media. This is the oldest kind, which every version of Anki imports.
var _ = register(Export{
	Path:   "static/downloads/glossary.apkg",
	Doc:    "the glossary as decks for Anki, with cards in both directions",
	Format: "download_anki",
	Type:   "application/vnd.anki",
	Make: func(s *site.Site) ([]byte, error) {
		collection, err := ankiCollection(ankiDecks(s), ankiLicence(s), day(modified(s)))
		if err != nil {
			return nil, fmt.Errorf("writing the collection: %w", err)
		}
		return archive(day(modified(s)), []file{{"collection.anki2", collection}, {"media", []byte("{}")}})
	},
})

type file struct {
	name string
	data []byte
}

// archive packs files, all with the same date.
func archive(date time.Time, files []file) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: date})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
