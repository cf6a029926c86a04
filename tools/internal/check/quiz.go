package check

import (
	"fmt"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// question is one question of a quiz.
type question struct {
	doc     *yaml.Doc
	pointer string // JSON pointer in the quiz
	page    string // the path of the page it rests on
	options []option
}

// option is one of the answers that a question offers.
type option struct {
	text  string
	right bool
}

// quizzes gives the quizzes of a page, each as its questions.
func quizzes(page *site.Page) [][]question {
	var out [][]question
	eachBlock(page, func(b *md.Block, _ *schema.Schema, doc *yaml.Doc) {
		if b.Kind != "quiz" {
			return
		}
		var quiz []question
		for i, m := range items(doc.Value, "questions") {
			q := question{doc: doc, pointer: fmt.Sprintf("/questions/%d", i)}
			q.page, _ = m["page"].(string)
			for _, o := range items(m, "options") {
				text, _ := o["text"].(string)
				q.options = append(q.options, option{text, o["right"] == true})
			}
			quiz = append(quiz, q)
		}
		out = append(out, quiz)
	})
	return out
}

// rights says of each option whether it is right, as a text: "010".
func (q question) rights() string {
	text := ""
	for _, o := range q.options {
		if o.right {
			text += "1"
		} else {
			text += "0"
		}
	}
	return text
}
