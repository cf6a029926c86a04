package browser

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/site"
)

// How many of a hundred cries raise help, how many questions raise no more than a line of it, and how many raise nothing: of those that
// what words say of a cry was learnt of, and of those of a writer when it is learnt of all others.
var learnt, carried = [3]int{97, 96, 76}, [3]int{78, 86, 64}

// learntOfSome is the first of a third, which differs from all by chance.
var learntOfSome = [3]int{96, 95, 68}

// pieces are by whom what is learnt of and not asked is: phrases that are no whole cry.
const pieces = "pieces"

// told is what somebody wrote in a language: cries for help, and questions of people in no need.
type told struct {
	By        string   `json:"by"`
	Lang      string   `json:"lang"`
	Cries     []string `json:"cries"`
	Questions []string `json:"questions"`
}

func toldIn(t *testing.T, lang string) (out []told) {
	t.Helper()
	if err := listIn(t, "testdata/cries.yaml").Decode("", &out); err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(out, func(one told) bool { return one.Lang != lang })
}

// Cries for help raise help, also misspelt ones and those beside words of people at work; few questions do. A third of them are asked,
// on trial all.
func TestCriesRaiseHelpAndQuestionsDoNot(t *testing.T) {
	t.Parallel()
	s := loadSite(t)
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for _, lang := range s.Languages {
		var raised, cries, calm, silent, questions int
		var typed []tuned
		var isCry []bool
		for _, by := range toldIn(t, lang) {
			if by.By == pieces {
				continue
			}
			for n, text := range slices.Concat(by.Cries, by.Questions) {
				if !*trial && !(tuned{Q: text}).isSome() {
					continue
				}
				typed, isCry = append(typed, tuned{Q: text}), append(isCry, n < len(by.Cries))
			}
		}
		young := s.Address(lang, s.Config.Params.CryPage)
		for n, found := range ask(t, lang, typed) {
			if isCry[n] {
				cries++
				raised += one(found.Cry != "")
			} else {
				questions++
				calm += one(found.Cry != "own")
				silent += one(found.Cry == "")
			}
			if found.Cry == "own" && !slices.Contains(found.pages(), young) && !found.Outside {
				t.Errorf("%q: %s is not among the first three", typed[n].Q, young)
			}
			if isCry[n] && found.Cry == "" || !isCry[n] && found.Cry == "own" {
				t.Logf("%q raises %q", typed[n].Q, found.Cry)
			}
		}
		t.Logf("%s: of %d cries %d raise help; of %d questions %d raise no more than a line, %d nothing", lang, cries, raised, questions, calm, silent)
		floor := learnt
		if !*trial {
			floor = learntOfSome
		}
		if cries == 0 || raised*100 < floor[0]*cries || calm*100 < floor[1]*questions || silent*100 < floor[2]*questions {
			t.Errorf("%s: less than %v per cent", lang, floor)
		}
	}
}

// row is what cries.mjs learns of.
type row struct {
	Q      string `json:"q"`
	Cry    int    `json:"cry"` // 1 or 0
	By     string `json:"by"`
	Counts int    `json:"counts"`
	Tested bool   `json:"tested"`
}

// What words say of a cry carries over to a writer whose cries and questions it was not learnt of; -update learns it anew, of all, into the lexicon.
func TestTrialOfWhatWordsSayOfACry(t *testing.T) {
	if !*trial && !*update {
		t.Skip("only with -trial or -update")
	}
	s := loadSite(t)
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for _, lang := range s.Languages {
		src, _ := json.Marshal(rowsIn(t, s, lang))
		file := filepath.Join(t.TempDir(), "rows.json")
		if err := os.WriteFile(file, src, 0o666); err != nil {
			t.Fatal(err)
		}
		var found struct {
			Words   string                       `json:"words"`
			Carried map[string]map[string][2]int `json:"carried"`
		}
		out, err := exec.Command("node", "testdata/cries.mjs", public, lang, file).CombinedOutput()
		if err == nil {
			err = json.Unmarshal(out, &found)
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		for _, by := range slices.Sorted(maps.Keys(found.Carried)) {
			of := found.Carried[by]
			t.Logf("%s, by %s: %v", lang, by, of)
			for n, kind := range []string{"raised", "calm", "silent"} {
				if of[kind][0]*100 < carried[n]*of[kind][1] {
					t.Errorf("%s, by %s: less than %d per cent %s", lang, by, carried[n], kind)
				}
			}
		}
		if *update {
			learn(t, filepath.Join(root, site.LexiconFile(lang)), found.Words)
		}
	}
}

// rowsIn returns what is learnt of: whoever wrote it, the tuning lists, of which adults do not cry unless it is said, and what people ask who look for a
// page, but for those that victims and parents look for.
func rowsIn(t *testing.T, s *site.Site, lang string) (rows []row) {
	t.Helper()
	const written = 8 // how much they count, of which there are fewer than of what people ask
	add := func(texts []string, of row) {
		for _, text := range texts {
			of.Q = text
			rows = append(rows, of)
		}
	}
	for _, by := range toldIn(t, lang) {
		if by.By == pieces {
			add(by.Cries, row{Cry: 1, By: pieces, Counts: 1})
			add(by.Questions, row{By: pieces, Counts: 1})
			continue
		}
		add(by.Cries, row{Cry: 1, By: by.By, Counts: written, Tested: true})
		add(by.Questions, row{By: by.By, Counts: written, Tested: true})
	}
	for _, q := range tunedIn(t, s, tuning, lang) {
		switch young := strings.HasPrefix(q.Who, "young") || strings.HasSuffix(q.Who, "parent"); {
		case q.Kind == "cry":
			add([]string{q.Q}, row{Cry: 1, By: "tuning lists", Counts: written, Tested: true})
		case !young:
			add([]string{q.Q}, row{By: "tuning lists", Counts: written, Tested: true})
		}
	}
	for _, page := range s.Pages {
		if page.Lang != lang || page.Path == s.Config.Params.CryPage || page.Path == "/handelen/ouders" {
			continue
		}
		asked := page.Asked()
		for _, id := range slices.Sorted(maps.Keys(asked)) {
			add(asked[id], row{By: "pages", Counts: 1})
		}
	}
	return rows
}

var cryWords = regexp.MustCompile(`(?m)^cry_words:\n(?:  .*\n)+`)

// learn writes what words say of a cry into a lexicon.
func learn(t *testing.T, file, words string) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil || !cryWords.Match(src) {
		t.Fatal(file, "has no list cry_words", err)
	}
	if err := os.WriteFile(file, cryWords.ReplaceAllLiteral(src, []byte(words)), 0o666); err != nil {
		t.Fatal(err)
	}
}
