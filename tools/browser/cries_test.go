package browser

import "testing"

// silent is how many of a hundred questions about the subject raise no help: who asks for a word is in no need.
const silent = 97

// Every cry for help raises help, also one that is misspelt or beside words that people at work use; few questions for a word, about
// work or for a lesson do.
func TestCriesRaiseHelpAndQuestionsDoNot(t *testing.T) {
	s := loadSite(t)
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	var all []struct {
		Q    string `json:"q"`
		Lang string `json:"lang"`
		Help string `json:"help"` // own, other or nothing
	}
	if err := listIn(t, "testdata/cries.yaml").Decode("", &all); err != nil {
		t.Fatal(err)
	}
	for _, lang := range s.Languages {
		var questions []tuned
		var wanted []string
		for _, one := range all {
			if one.Lang == lang {
				questions, wanted = append(questions, tuned{Q: one.Q}), append(wanted, one.Help)
			}
		}
		asked, quiet := 0, 0
		for n, found := range ask(t, lang, questions) {
			switch {
			case wanted[n] == "":
				asked++
				quiet += one(found.Cry == "")
			case found.Cry == "":
				t.Errorf("%q raises no help", questions[n].Q)
			}
		}
		t.Logf("%s: of %d questions %d raise no help", lang, asked, quiet)
		if asked == 0 || quiet*100 < silent*asked {
			t.Errorf("%s: of %d questions only %d raise no help", lang, asked, quiet)
		}
	}
}
