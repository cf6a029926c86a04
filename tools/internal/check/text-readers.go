package check

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// textReaders are the rules that look at the site's own words text by text.
// They say so first; then all texts are visited once, for all of them, on all
// cores. A large site has more texts than a rule needs time to look at one.
type textReaders struct {
	mu   sync.Mutex
	list []*textReader
}

// textReader is one rule that wants to see texts.
type textReader struct {
	pass  *Pass
	about bool                // also of the pages about the site itself
	words map[string]*phrases // by language: only texts that may hold one of these; nil for all texts
	visit func(*runningText)

	found []diag.Diagnostic
	lock  sync.Mutex
}

// maxReaders is how many readers a mask has room for.
const maxReaders = 64

func (l *textReaders) add(r *textReader) {
	r.pass.found, r.pass.lock = &r.found, &r.lock
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, r)
}

// read visits the texts of s and gives what the readers report.
func (l *textReaders) read(s *site.Site) []diag.Diagnostic {
	if len(l.list) == 0 {
		return nil
	}
	if len(l.list) > maxReaders {
		panic("check: more rules read texts than a mask has bits")
	}
	slices.SortFunc(l.list, func(a, b *textReader) int { return strings.Compare(a.pass.rule.ID, b.pass.rule.ID) })
	round := &round{site: s, readers: l.list, masks: map[string]*masks{}}
	for _, lang := range s.Languages {
		round.masks[lang] = newMasks(l.list, lang)
	}
	round.run()
	var found []diag.Diagnostic
	for _, r := range l.list {
		found = append(found, r.found...)
	}
	return found
}

// masks tells, for the first two bytes of a word, which readers may want a
// text with that word: one bit for each.
type masks struct {
	always uint64
	pairs  [1 << 16]uint64
}

func newMasks(readers []*textReader, lang string) *masks {
	m := &masks{}
	for i, r := range readers {
		bit := uint64(1) << i
		words := r.words[lang]
		switch {
		case r.words == nil || words != nil && words.finder != nil && words.head < 2:
			m.always |= bit
		case words != nil && words.finder != nil:
			for p, starts := range words.pairs {
				if starts {
					m.pairs[p] |= bit
				}
			}
		}
	}
	return m
}

// of gives the readers that may want a text. A word begins where phrases say.
func (m *masks) of(text string) uint64 {
	mask, inside := m.always, false
	for i := 0; i+1 < len(text); i++ {
		c := text[i]
		if !inside {
			mask |= m.pairs[int(c)<<8|int(text[i+1])]
		}
		inside = isASCIILetter[c]
	}
	return mask
}

// round is one visit to all texts.
type round struct {
	site    *site.Site
	readers []*textReader
	masks   map[string]*masks

	mu    sync.Mutex
	fault string // a rule that broke down, and how
}

func (r *round) run() {
	pages := make(chan *site.Page, 256)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for page := range pages {
				r.texts(func(visit func(*runningText)) { eachPageText(page, visit) }, r.wanting(page))
			}
		})
	}
	for _, page := range r.site.Pages {
		pages <- page
	}
	close(pages)
	for _, record := range r.site.Records {
		r.texts(func(visit func(*runningText)) { eachRecordText(r.site, record, visit) }, ^uint64(0))
	}
	wg.Wait()
	if r.fault != "" {
		panic(r.fault) // here the caller can catch it
	}
}

// wanting gives the readers that want the texts of a page at all.
func (r *round) wanting(page *site.Page) uint64 {
	mask := ^uint64(0)
	if slices.Contains(r.site.Config.Params.Colophon, page.Section) {
		for i, reader := range r.readers {
			if !reader.about {
				mask &^= 1 << i
			}
		}
	}
	return mask
}

func (r *round) texts(each func(func(*runningText)), wanting uint64) {
	var at *Rule
	fault := guarded(&at, func() {
		each(func(t *runningText) {
			mask := r.masks[t.lang].of(t.text) & wanting
			for i, reader := range r.readers {
				if mask&(1<<i) != 0 {
					at = reader.pass.rule
					reader.visit(t)
				}
			}
		})
	})
	if fault != "" {
		r.mu.Lock()
		r.fault = fault
		r.mu.Unlock()
	}
}
