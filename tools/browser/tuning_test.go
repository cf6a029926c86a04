package browser

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/site"
)

// tuning are questions that search was tuned on; kept are others by strangers, asked once a round and never tuned on.
const tuning, kept = "testdata/tuning*.yaml", "testdata/kept*.yaml"

// floors are how many of a hundred questions have an answer first, and among the first three: what was reached, never less.
var floors = map[string]map[string][2]int{
	tuning: {"nl": {88, 96}, "en": {87, 95}},
	kept:   {"nl": {74, 84}, "en": {68, 80}},
}

// sample is which part of the questions is asked without -trial: one of so many.
const sample = 3

// tuned is a question of these lists.
type tuned struct {
	Q       string   `json:"q"`
	Lang    string   `json:"lang"`
	Answers []string `json:"answers"`
	Outside bool     `json:"outside"`
	Own     bool     `json:"own"` // by those who made search
}

// Questions of people who had not read the site find a page that answers them as often as they did, or are told that the
// site is not about that.
func TestTunedQuestionsKeepTheirAnswers(t *testing.T) { askAll(t, tuning) }

// The same of questions that nobody tuned on.
func TestTrialOfKeptQuestions(t *testing.T) {
	if !*trial {
		t.Skip("only with -trial")
	}
	askAll(t, kept)
}

func askAll(t *testing.T, list string) {
	s := loadSite(t)
	for _, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			tb := open(t, s.URL(s.Page(lang, "/zoeken")), 1280, 900)
			tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
			first, three, all := 0, 0, 0
			for n, q := range tunedIn(t, list, lang) {
				if !*trial && n%sample > 0 {
					continue
				}
				at := tb.rankOf(q, pathsOf(s, q))
				all++
				if at == 0 {
					first++
				}
				if at >= 0 {
					three++
				} else if testing.Verbose() {
					t.Logf("no answer: %s", q.Q)
				}
			}
			t.Logf("of %d questions %d have an answer first, %d among the first %d", all, first, three, firstResults)
			if floor := floors[list][lang]; first*100 < floor[0]*all || three*100 < floor[1]*all {
				t.Errorf("of %d questions %d have an answer first and %d among the first %d, less than %v per cent", all, first, three, firstResults, floor)
			}
		})
	}
}

// rankOf returns the place of the first result that answers, -1 for none.
func (tb *tab) rankOf(q tuned, wanted []string) int {
	found := tb.results(q.Q)
	if q.Outside {
		if eval[bool](tb, `document.querySelector("[data-search-empty]").checkVisibility()`) {
			return 0
		}
		return -1
	}
	return slices.IndexFunc(found, func(path string) bool { return slices.Contains(wanted, path) })
}

func pathsOf(s *site.Site, q tuned) []string {
	var out []string
	for _, answer := range q.Answers {
		path, _, _ := strings.Cut(answer, "#")
		if url := addressOf(s, q.Lang, path); url != "" {
			out = append(out, url)
		}
	}
	return out
}

func tunedIn(t *testing.T, list, lang string) (all []tuned) {
	t.Helper()
	files, err := filepath.Glob(list)
	if err != nil || len(files) == 0 {
		t.Fatal(list, err)
	}
	for _, name := range files {
		var some []tuned
		if err := listIn(t, name).Decode("", &some); err != nil || len(some) == 0 {
			t.Fatal(fmt.Errorf("%s: %d questions: %w", name, len(some), err))
		}
		all = append(all, some...)
	}
	return slices.DeleteFunc(all, func(q tuned) bool { return q.Lang != lang })
}
