package browser

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/site"
)

// tuning are questions that search was tuned on; kept are others by strangers, asked once a round and never tuned on.
const tuning, kept = "testdata/tuning*.yaml", "testdata/kept*.yaml"

// floors are how many of a hundred questions inside the subject have an answer first, and among the first three, and how many
// of those outside are told so: what was reached, never less (but when a list comes that is harder, or fewer are told in vain: docs/search.md).
var floors = map[string]map[string][3]int{
	tuning: {"nl": {90, 98, 77}, "en": {90, 98, 71}},
	kept:   {"nl": {92, 98, 42}, "en": {89, 96, 36}},
}

// chance is by how many in a hundred a third of the questions may differ from all: the floors are held by make trial.
const chance = 3

// isSome is true of a third of the questions, always the same: of a list that grows the old ones stay in it.
func (q tuned) isSome() bool {
	sum := fnv.New32a()
	sum.Write([]byte(q.Q))
	return sum.Sum32()%3 == 0
}

// sample is which part of the questions is asked on the page as well: one of so many.
const sample, sampleOnTrial = 150, 10

// tuned is a question of these lists.
type tuned struct {
	Q       string   `json:"q"`
	Lang    string   `json:"lang"`
	Who     string   `json:"who"`
	Kind    string   `json:"kind"` // a cry is one
	Answers []string `json:"answers"`
	Judged  []string `json:"judged"` // pages that a strict assessor, who saw neither rank nor list, found right besides
	Outside bool     `json:"outside"`
	Own     bool     `json:"own"` // by those who made search
}

// Questions of people who had not read the site find a page that answers them as often as they did, or are told that the
// site is not about that. A third of them are asked, on trial all.
func TestTunedQuestionsKeepTheirAnswers(t *testing.T) { askAll(t, tuning) }

// The same of questions that nobody tuned on.
func TestTrialOfKeptQuestions(t *testing.T) {
	if !*trial {
		t.Skip("only with -trial")
	}
	askAll(t, kept)
}

// askAll asks all questions of the program and the index of the built site.
func askAll(t *testing.T, list string) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	s := loadSite(t)
	for _, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			questions, less := tunedIn(t, s, list, lang), 0
			if !*trial {
				questions, less = slices.DeleteFunc(questions, func(q tuned) bool { return !q.isSome() }), chance
			}
			var inside, first, three, outside, told, vain, listedFirst, listed int
			found := ask(t, lang, questions)
			keepsWithinBudget(t, lang, questions, found)
			for n, found := range found {
				q := questions[n]
				at := rankOf(q, found.pages(), pathsOf(s, q))
				if q.Outside {
					outside++
					told += one(at == 0)
					continue
				}
				inside++
				first += one(at == 0)
				three += one(at >= 0)
				vain += one(found.Outside)
				at = rankOf(q, found.listed(), pathsOf(s, q))
				listedFirst += one(at == 0)
				listed += one(at >= 0)
				if at < 0 && testing.Verbose() && list == tuning {
					t.Logf("no answer: %s", q.Q)
				}
			}
			t.Logf("of %d questions %d have an answer first, %d among the first %d; of %d outside %d are told so", inside, first, three, firstResults, outside, told)
			t.Logf("with what is listed below the notice that the site is not about it, which %d of them have, %d and %d", vain, listedFirst, listed)
			if floor := floors[list][lang]; first*100 < (floor[0]-less)*inside || three*100 < (floor[1]-less)*inside || told*100 < (floor[2]-less)*outside {
				t.Errorf("less than %v per cent, with a margin of %d", floor, less)
			}
		})
	}
}

// What the program finds is what the page shows: of some of the questions that readers ask and that search is tuned on, on trial of more.
func thePageShowsWhatIsFound(t *testing.T, tb *tab) {
	s, part := loadSite(t), sample
	if *trial {
		part = sampleOnTrial
	}
	lang := eval[string](tb, `document.documentElement.lang`)
	all := tunedIn(t, s, tuning, lang)
	for _, q := range questionsIn(t, s, lang) {
		all = append(all, tuned{Q: q.text})
	}
	var some []tuned
	for n := 0; n < len(all); n += part {
		some = append(some, all[n])
	}
	for n, found := range ask(t, lang, some) {
		tb.shows(some[n].Q, found.pages())
	}
}

// shows reports a query for which the page shows other results than were found.
func (tb *tab) shows(query string, found []string) {
	tb.t.Helper()
	shown := tb.results(query)
	if eval[bool](tb, `document.querySelector("[data-search-empty]").checkVisibility()`) {
		shown = nil
	}
	if diff := cmp.Diff(found, shown); diff != "" {
		tb.t.Errorf("%q: the page shows something else:\n%s", query, diff)
	}
}

// rankOf returns the place of the first result that answers, or where one is told that a question is outside; -1 for none.
func rankOf(q tuned, found, wanted []string) int {
	if q.Outside && found == nil {
		return 0
	}
	return slices.IndexFunc(found, func(path string) bool { return slices.Contains(wanted, path) })
}

// one returns 1 for what is true.
func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// gone reports whether every page that answers was taken away.
func (q tuned) gone(s *site.Site) bool {
	return len(q.Answers) > 0 && !slices.ContainsFunc(q.Answers, func(answer string) bool {
		path, _, _ := strings.Cut(answer, "#")
		_, gone := addressOf(s, q.Lang, path)
		return !gone
	})
}

func pathsOf(s *site.Site, q tuned) []string {
	var out []string
	for _, answer := range slices.Concat(q.Answers, q.Judged) {
		path, _, _ := strings.Cut(answer, "#")
		if url, _ := addressOf(s, q.Lang, path); url != "" {
			out = append(out, url)
		}
	}
	return out
}

// tunedIn reads lists of questions in one language; not those whose answers are all gone.
func tunedIn(t *testing.T, s *site.Site, list, lang string) (all []tuned) {
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
	return slices.DeleteFunc(all, func(q tuned) bool { return q.Lang != lang || !q.Outside && q.gone(s) })
}
