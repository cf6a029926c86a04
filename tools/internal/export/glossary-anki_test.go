package export

import (
	"html"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

type ankiNote struct {
	GUID, Deck   string
	Tags, Fields []string
}

func TestReadAnki(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Header map[string]string
			Notes  []ankiNote
		}
		read(t, "read-anki.py", written(t, s, "glossary.anki.txt"), &got)
		if got.Header["html"] != "true" || got.Header["if matches"] != "update current" {
			t.Errorf("header %q", got.Header)
		}
		notes := map[string]ankiNote{}
		for _, n := range got.Notes {
			notes[n.GUID] = n
		}
		learned := 0
		for name, e := range entriesOf(s) {
			lang, id, _ := strings.Cut(name, "/")
			if e.Term.Status != glossary.Publish || e.NeedsHelp {
				continue
			}
			learned++
			guid := base(s) + "/" + lang + "#" + id
			if !asks(notes[guid], e.Title, e.Definition) || !asks(notes[guid+"/term"], e.Definition, e.Title) {
				t.Errorf("%s is read as %q and %q", name, notes[guid], notes[guid+"/term"])
			}
			for _, note := range []ankiNote{notes[guid], notes[guid+"/term"]} {
				if !strings.HasSuffix(note.Deck, "("+lang+")") || strings.Join(note.Tags, " ") != e.Term.Domain || !strings.Contains(note.Fields[1], e.Address) {
					t.Errorf("%s is read as %+v", name, note)
				}
			}
		}
		if len(notes) != 2*learned || len(got.Notes) != len(notes) {
			t.Errorf("%d notes of %d GUIDs, want two for each of %d entries", len(got.Notes), len(notes), learned)
		}
		t.Logf("%d entries to learn", learned)
	})
}

// asks reports whether a note has that question, which tells no more than
// itself, and an answer that begins so.
func asks(n ankiNote, question, answer string) bool {
	if len(n.Fields) != 2 {
		return false
	}
	begins, _, _ := strings.Cut(n.Fields[1], "<br>")
	return shows(n.Fields[0], question) && shows(begins, answer)
}

// shows reports whether HTML holds a text and no element.
func shows(source, text string) bool {
	return !strings.ContainsAny(source, "<>") && html.UnescapeString(source) == text
}

// Anki renews the note of a GUID: whatever editors mend, it stays.
func TestAnkiRenewsNotes(t *testing.T) {
	first, mended := ankiOf("zin", "Reeks woorden."), ankiOf("volzin", "Reeks met een punt.")
	if len(first) != 2 || len(mended) != 2 {
		t.Fatalf("%d and %d notes, want 2", len(first), len(mended))
	}
	for i, note := range first {
		if note[0] != mended[i][0] || note[3] == mended[i][3] {
			t.Errorf("note %q asks %q and is renewed by %q, which asks %q", note[0], note[3], mended[i][0], mended[i][3])
		}
	}
}

func ankiOf(title, definition string) [][]string {
	s, _ := site.Load(fstest.MapFS{
		"config.toml":               {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"content/begrippen/a.nl.md": {Data: []byte("---\ntitle: " + title + "\ntype: term\nstatus: publish\n---\n" + definition + "\n")},
	})
	return ankiNotes(s, "nl")
}
