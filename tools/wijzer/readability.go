package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"text/tabwriter"

	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "readability",
	args:  "[--lang CODE] [PATH…]",
	title: "print how hard each page is to read",
	doc: `
Prints a table of the pages, the hardest first: reading ease (Flesch-Douma for
Dutch, Flesch Reading Ease for English; about 0 to 100, more is easier), words
per sentence, syllables per word, the share of long words, and the ease that
its type of page is to have. A mark * stands where it has not, - where the
page has too few words to judge by. wijzer explain page-hard tells more.

  --lang CODE  only pages in that language
`,
	setup: func(flags *flag.FlagSet) runner {
		lang := flags.String("lang", "", "")
		return func(_ context.Context, t *terminal, args []string) error { return runReadability(t, *lang, args) }
	},
})

func runReadability(t *terminal, lang string, args []string) error {
	root, s, _, err := t.load() // what is wrong with it, wijzer check says
	if err != nil {
		return err
	}
	only, err := t.sitePaths(root, args)
	if err != nil {
		return err
	}
	if err := oneOf(s.Languages, "unknown language %q", cmp.Or(lang, s.DefaultLanguage())); err != nil {
		return err
	}
	readings := slices.DeleteFunc(s.Readings(), func(r *site.Reading) bool {
		return r.Whole.Words == 0 || lang != "" && r.Page.Lang != lang || len(only) > 0 && !covered(r.Page.File, only)
	})
	slices.SortStableFunc(readings, func(a, b *site.Reading) int { return cmp.Compare(rank(a), rank(b)) })
	return printReadings(t, s, readings)
}

// rank puts what is harder first, and pages with too few words to judge by last.
func rank(r *site.Reading) float64 {
	ease, ok := r.Score()
	if !ok {
		return math.Inf(1)
	}
	return ease
}

func printReadings(t *terminal, s *site.Site, readings []*site.Reading) error {
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, t.words.Say("ease\tat least\twords/sentence\tat most\tsyllables/word\tlong\twords\tremarks\t  page"))
	for _, r := range readings {
		m, mark := r.Whole, ""
		ease, judged := r.Score()
		if r.IsHard() {
			mark = "*"
		} else if !judged {
			mark = "-"
		}
		fmt.Fprintf(table, "%.0f%s\t%d\t%.1f\t%d\t%.2f\t%.0f%%\t%d\t%.2f\t  %s\n", ease, mark, r.Limits.Ease,
			m.WordsPerSentence(), r.Limits.Average, m.SyllablesPerWord(), 100*float64(m.Long)/float64(max(1, m.Weighed)), m.Words, s.Remarks(r.Page), r.Page.File)
	}
	return table.Flush()
}
