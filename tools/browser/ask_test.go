package browser

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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
	for _, r := range a.Results {
		paths = append(paths, r.Page)
	}
	return paths
}

// ask asks all questions of the program and the index of the built site.
func ask(t *testing.T, lang string, questions []tuned) (found []asked) {
	t.Helper()
	var queries []string
	for _, q := range questions {
		queries = append(queries, q.Q)
	}
	text, _ := json.Marshal(queries)
	file := filepath.Join(t.TempDir(), "questions.json")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", "testdata/ask.mjs", public, lang, file).CombinedOutput()
	if err == nil {
		err = json.Unmarshal(out, &found)
	}
	if err != nil || len(found) != len(questions) {
		t.Fatalf("%v\n%s", err, out)
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
