package rename

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// keep lets what people decided about something hold under its new name:
// reviews, looks at differences, which texts translate each other, and
// known remarks.
func (r *renaming) keep(changed map[string]File, after *site.Site) error {
	before := len(r.edits)
	r.looks(after)
	r.reviews(after)
	err := r.apply(r.edits[before:], changed)
	if text := r.translated(after); text != nil {
		r.rewrite(changed, between.StateFile, text)
	}
	if text := r.known(); text != nil {
		r.rewrite(changed, site.KnownFile, text)
	}
	return err
}

// rewrite gives a file another text, where it has another.
func (r *renaming) rewrite(changed map[string]File, name string, text []byte) {
	if old, err := fs.ReadFile(r.FS, name); err == nil && !bytes.Equal(old, text) {
		changed[name] = File{name, name, old, text}
	}
}

// reviews keeps the reviews of a page that moves, and of those whose links
// alone change with it.
func (r *renaming) reviews(after *site.Site) {
	for i, review := range r.Reviews() {
		now := r.now(review.Page)
		r.edit(reference, r.List("reviews").Position(fmt.Sprintf("/reviews/%d/page", i)), review.Page, now)
		for lang, text := range review.Texts {
			was, is := r.Page(lang, review.Page), after.Page(lang, now)
			if was == nil { // renamed by hand
				was = r.Page(lang, now)
			}
			if was != nil && is != nil && was.Fingerprint() == text {
				r.edit(reference, review.Position, text, is.Fingerprint())
			}
		}
	}
}

// translated returns the state of translations under the new name, nil when there
// is none. What agreed still does, where a block holds the new name too.
func (r *renaming) translated(after *site.Site) []byte {
	was := between.StateOf(r.Site)
	if was == nil {
		return nil
	}
	now := between.State{}
	for place, marks := range was {
		now[r.placed(place)] = marks
	}
	agreed := map[string]bool{}
	for _, p := range between.Sections(r.Site) {
		d := p.Since(was[p.Place][p.Other.Lang])
		agreed[r.placed(p.Place)+" "+p.Other.Lang] = d.Was != "" && !d.LeadChanged && !d.OtherChanged
	}
	for _, p := range between.Sections(after) {
		if agreed[p.Place+" "+p.Other.Lang] {
			now.Say(p.Place, p.Other.Lang, p.Marks())
		}
	}
	return now.YAML()
}

// placed returns what a section of a page, or a record, is called afterwards.
func (r *renaming) placed(place string) string {
	logical, id, isSection := strings.Cut(place, "#")
	if !isSection {
		kind, id, _ := strings.Cut(place, ":")
		return kind + ":" + r.nameNow(kind, id)
	}
	if r.kind == heading && logical == r.path && id == r.old {
		id = r.to
	}
	return r.now(logical) + "#" + id
}

// known returns the list of known remarks under the new name, nil when there is none.
func (r *renaming) known() []byte {
	src, err := fs.ReadFile(r.FS, site.KnownFile)
	if err != nil {
		return nil
	}
	was, err := diag.ReadBaseline(bytes.NewReader(src))
	if err != nil {
		return nil
	}
	now := diag.Baseline{}
	for file, remarks := range was {
		to := r.mapped(file)
		if m := pageFile.FindStringSubmatch(file); m != nil { // renamed by hand: nothing moves
			to = "content" + r.now(m[1]) + file[len("content"+m[1]):]
		}
		now[to] = map[string]int{}
		for remark, n := range remarks {
			now[to][r.remark(remark)] += n
		}
	}
	var text bytes.Buffer
	if err := now.Write(&text); err != nil {
		return nil
	}
	return text.Bytes()
}

var named = regexp.MustCompile(`"[^"\s]+"`)

// remark returns what a remark says afterwards, which quotes names.
func (r *renaming) remark(text string) string {
	return named.ReplaceAllStringFunc(text, func(quoted string) string {
		name := quoted[1 : len(quoted)-1]
		switch {
		case r.kind != page && name == r.old:
			return `"` + r.to + `"`
		case strings.HasPrefix(name, "/"):
			return `"` + r.mention(name) + `"`
		}
		return quoted
	})
}
