package review

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

// Readers are told where something changed, of what kind and for whom, and not
// what editors do among themselves.
func TestTell(t *testing.T) {
	const page = "content/a.en.md"
	for _, c := range []struct {
		name  string
		edits []string
		want  []site.Told
	}{
		{"a warning and a word", []string{page, "Never go there", "Go there", page, "Look at the clock.", "Look at the watch."},
			[]site.Told{{Of: "page:/a", Lang: "en", Kinds: []string{"translation"}, Sections: []string{"do"}}}},
		{"a number to call", []string{"data/contacts/veilig-thuis.yaml", "2000", "2001"}, []site.Told{{Of: "contact:veilig-thuis", Kinds: []string{"safety"}}}},
		{"what an organisation is for, in one language", []string{"data/contacts/veilig-thuis.yaml", "They give advice", "They listen"},
			[]site.Told{{Of: "contact:veilig-thuis", Lang: "en", Kinds: []string{"safety"}}}},
		{"a source", []string{"data/sources/hcss.yaml", "grade: research", "grade: press"}, []site.Told{{Of: "source:hcss", Kinds: []string{"source"}}}},
		{"a list of ours", []string{"data/lexicon/en.yaml", "deny: []", "deny: [x]"}, nil},
		{"the order of a list", []string{"data/contacts/veilig-thuis.yaml", "order: 1", "order: 2"}, nil},
		{"a text of the interface", []string{"i18n/en.toml", "Suspected", "Under suspicion"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Tell(edited(t), edited(t, c.edits...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestKindsOfReadersAreThoseOfTheList(t *testing.T) {
	var kinds []string
	for _, k := range Kinds {
		kinds = append(kinds, k.Kind)
	}
	if !slices.Equal(kinds, site.ToldKinds) {
		t.Error(kinds, site.ToldKinds)
	}
}
