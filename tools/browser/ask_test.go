package browser

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
)

var (
	askList = flag.String("ask", "", "a list of questions to ask")
	askOut  = flag.String("out", "answers.tsv", "where to write what is found for -ask")
)

// asked is what search gives for a question: ask.mjs.
type asked struct {
	Outside bool     `json:"outside"` // search says that the site is not about that
	Cry     string   `json:"cry"`     // own, other or nothing
	Results []result `json:"results"`
	Texts   []string `json:"texts"` // the files that a first search loads for them
}

type result struct {
	Page    string `json:"page"`
	Passage string `json:"passage"`
	Title   string `json:"title"`
	Heading string `json:"heading"`
	Text    string `json:"text"`
}

// pages returns the addresses of the pages found; nil where search says that the site is not about that.
func (a asked) pages() (paths []string) {
	if a.Outside {
		return nil
	}
	return a.listed()
}

// listed returns the addresses of the pages that are listed, below that notice too.
func (a asked) listed() (paths []string) {
	for _, r := range a.Results {
		paths = append(paths, r.Page)
	}
	return paths
}

// An asker is ask.mjs, which has the index of a language open and answers list after list: opening it takes longer than most lists.
type asker struct {
	sync.Mutex
	to   *json.Encoder
	from *json.Decoder
}

var askers struct {
	sync.Mutex
	in map[string]*asker
}

// askerIn starts Node once for each language; it ends with the tests, when nobody can ask any more.
func askerIn(t *testing.T, lang string) *asker {
	t.Helper()
	askers.Lock()
	defer askers.Unlock()
	if askers.in[lang] == nil {
		node := exec.Command("node", "testdata/ask.mjs", public, lang)
		node.Stderr = os.Stderr
		to, _ := node.StdinPipe() // fails only where there is one
		from, _ := node.StdoutPipe()
		if err := node.Start(); err != nil {
			t.Fatal(err)
		}
		if askers.in == nil {
			askers.in = map[string]*asker{}
		}
		askers.in[lang] = &asker{to: json.NewEncoder(to), from: json.NewDecoder(from)}
	}
	return askers.in[lang]
}

// ask asks all questions of the program and the index of the built site.
func ask(t *testing.T, lang string, questions []tuned) (found []asked) {
	t.Helper()
	queries := []string{}
	for _, q := range questions {
		queries = append(queries, q.Q)
	}
	one := askerIn(t, lang)
	one.Lock()
	defer one.Unlock()
	err := one.to.Encode(queries)
	if err == nil {
		err = one.from.Decode(&found)
	}
	if err != nil || len(found) != len(questions) {
		t.Fatalf("%d answers to %d questions: %v", len(found), len(questions), err)
	}
	return found
}

// Any list is asked and what is found written as a table, for who judges it: place is where the first right answer stands.
//
//	go test ./tools/browser -run AskAList -ask FILE -out FILE -v
func TestAskAList(t *testing.T) {
	if *askList == "" {
		t.Skip("only with -ask")
	}
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	s := loadSite(t)
	rows := [][]string{{"lang", "q", "place", "outside", "cry"}}
	for n := range firstResults {
		for _, column := range []string{"passage", "title", "heading", "text"} {
			rows[0] = append(rows[0], column+strconv.Itoa(n+1))
		}
	}
	for _, lang := range s.Languages {
		questions, first, three := tunedIn(t, s, *askList, lang), 0, 0
		for n, found := range ask(t, lang, questions) {
			q, place := questions[n], ""
			if at := rankOf(q, found.pages(), pathsOf(s, q)); at >= 0 {
				place = strconv.Itoa(at + 1)
				three++
				if at == 0 {
					first++
				}
			}
			row := []string{lang, q.Q, place, strconv.FormatBool(found.Outside), found.Cry}
			for _, r := range found.Results {
				row = append(row, r.Passage, r.Title, r.Heading, r.Text)
			}
			for len(row) < len(rows[0]) {
				row = append(row, "")
			}
			rows = append(rows, row)
		}
		t.Logf("%s: of %d questions %d have an answer first, %d among the first %d", lang, len(questions), first, three, firstResults)
	}
	out, err := os.Create(*askOut)
	if err != nil {
		t.Fatal(err)
	}
	table := csv.NewWriter(out)
	table.Comma = '\t'
	table.WriteAll(rows)
	if err := table.Error(); err != nil {
		t.Error(err)
	}
	if err := out.Close(); err != nil {
		t.Error(err)
	}
}
