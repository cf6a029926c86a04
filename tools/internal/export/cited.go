package export

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var (
	_ = register(Export{
		Path: "data/cited.json",
		Doc:  "per source where it is cited: on pages, and at terms, with the first claim of each section",
		Make: byLanguage(func(s *site.Site, lang string) map[string]*citedPlaces {
			cited := citations(s, lang)
			for _, c := range cited {
				c.Pages.cut()
				c.Terms.cut()
				c.cutClaims()
			}
			return cited
		}),
	})
	_ = register(Export{
		Path: "static/tables/cited.csv",
		Doc:  "every place where a source is cited, as a table: what the pages of sources show the first of",
		Make: func(s *site.Site) ([]byte, error) {
			rows := [][]string{{"source", "language", "page", "heading", "address", "locators", "certainty"}}
			for _, lang := range s.Languages {
				cited, texts, guard := citations(s, lang), s.Interface(lang), newGuard(s, lang)
				for _, source := range slices.Sorted(maps.Keys(cited)) {
					for _, list := range []places{cited[source].Pages, cited[source].Terms} {
						rows = append(rows, list.rows(s, lang, source, guard, func(on *spot) string { return strings.Join(on.Locators, csvJoin) },
							func(on *spot) string { return texts["certainty_"+on.Certain] })...)
					}
				}
			}
			return table(rows)
		},
	})
)

// citedPlaces is where a source is cited.
type citedPlaces struct {
	Pages places `json:"pages"`
	Terms places `json:"terms"`
}

// citations returns where each source is cited in one language, by its id.
func citations(s *site.Site, lang string) map[string]*citedPlaces {
	out, latest := map[string]*citedPlaces{}, latestCheck(s)
	for _, p := range s.Pages {
		if p.Lang != lang || !p.Published() {
			continue
		}
		certain := certainties(s, p, latest)
		eachCitation(s, p, func(source, locator string, ref site.Ref) {
			if out[source] == nil {
				out[source] = &citedPlaces{Pages: places{Pages: []*place{}}, Terms: places{Pages: []*place{}}}
			}
			in := &out[source].Pages
			if p.Entry != nil {
				in = &out[source].Terms
			}
			spot, added := in.spot(p, ref.HeadingIndex())
			if added {
				spot.Sentence, spot.Certain = claimed(p, ref), certain[ref.Link].Level
			}
			if locator != "" && !slices.Contains(spot.Locators, locator) {
				spot.Locators = append(spot.Locators, locator)
			}
		})
	}
	return out
}

// shownClaims is how many claims the page of a source shows of those that rest on it.
const shownClaims = 60

// cutClaims leaves of the claims those that are shown.
func (c *citedPlaces) cutClaims() {
	n := 0
	for _, place := range slices.Concat(c.Pages.Pages, c.Terms.Pages) {
		for _, spot := range place.Spots {
			if n++; n > shownClaims {
				spot.Sentence = ""
			}
		}
	}
}

// claimed returns the sentence that a citation stands in, or behind, cut
// for reading; "" for one in a block, which is shown there.
func claimed(p *site.Page, ref site.Ref) string {
	if ref.Link == nil || ref.Link.Paragraph < 0 {
		return ""
	}
	para := &p.Doc.Paragraphs[ref.Link.Paragraph]
	for at := ref.Link.Offset; at >= 0; {
		sentence := text.SentenceAt(para.Text, at)
		if said := text.Tidy(strings.Trim(sentence.Of(para.Text), " ;,()")); said != "" {
			return shortened(said)
		}
		at = sentence.From - 1
	}
	return ""
}

// longestClaim is how many characters are shown of a claim.
const longestClaim = 160

func shortened(said string) string {
	runes := []rune(said)
	if len(runes) <= longestClaim {
		return said
	}
	short := string(runes[:longestClaim])
	if at := strings.LastIndexByte(short, ' '); at > 0 {
		short = short[:at]
	}
	return strings.TrimRight(short, ",;:") + " …"
}
