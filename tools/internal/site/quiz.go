package site

import (
	"fmt"

	"comwijzer/tools/internal/yaml"
)

// Question is one question of a quiz.
type Question struct {
	Question string   `json:"question"`
	Why      string   `json:"why"`  // why the right answers are right
	Page     string   `json:"page"` // the path of the page it rests on
	Sources  []Basis  `json:"sources"`
	Options  []Option `json:"options"`

	Doc     *yaml.Doc `json:"-"`
	Pointer string    `json:"-"` // its place in Doc
}

// Option is one of the answers that a question offers.
type Option struct {
	Text  string `json:"text"`
	Right bool   `json:"right"`
}

// Quizzes lists the quizzes of a page, each as its questions.
func (p *Page) Quizzes() (out [][]Question) {
	for _, b := range p.ReadBlocks() {
		if b.Fence.Kind != "quiz" {
			continue
		}
		var quiz struct {
			Questions []Question `json:"questions"`
		}
		_ = b.Decode("", &quiz)
		for i := range quiz.Questions {
			quiz.Questions[i].Doc, quiz.Questions[i].Pointer = b.Doc, fmt.Sprintf("/questions/%d", i)
		}
		out = append(out, quiz.Questions)
	}
	return out
}

// Rights says of each option whether it is right, as a text: "010".
func (q Question) Rights() string {
	text := ""
	for _, o := range q.Options {
		if o.Right {
			text += "1"
		} else {
			text += "0"
		}
	}
	return text
}
