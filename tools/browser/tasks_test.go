package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// typedTasks are what readers of each audience come for, and where it stands. Those who made the site wrote them: docs/search.md.
var typedTasks = []struct{ who, types, opens string }{
	{"social work", "meisje op de groep wordt gechanteerd met foto's", "/handelen/sociaal-werk/#wat-nu"},
	{"social work", "cliënt verdedigt de groep en wil niet weg", "/handelen/sociaal-werk/#contact"},
	{"police", "verdachte is zelf ook slachtoffer", "/handelen/politie/#overlap"},
	{"police", "hoe loopt de zaak in hamburg", "/recht/zaken/#case-de-hamburg"},
	{"school", "naaktfoto van een leerling gaat rond in de klas", "/handelen/onderwijs/#materiaal"},
	{"school", "wat zeg ik in de les zonder ze bang te maken", "/handelen/onderwijs/#les"},
	{"parents", "mijn dochter wordt afgeperst met foto's", "/handelen/ouders/#wat-nu"},
	{"parents", "hoe begin ik erover zonder ruzie", "/handelen/ouders/#gesprek"},
	{"young people", "ik heb een naaktfoto gestuurd en nu wil hij geld", "/handelen/jongeren/#gestuurd"},
	{"young people", "kan ik bellen zonder mijn naam te zeggen", "/handelen/jongeren/#bellen"},
	{"policy", "hoeveel nederlanders zitten in com", "/netwerk/omvang/#nederland"},
	{"policy", "wat mag de atkm", "/beleid/atkm/#nu"},
}

// Who types it on a telephone and touches one of the first results stands at the section that answers.
func TestTasksFromTheSearchField(t *testing.T) {
	t.Parallel()
	for n, task := range typedTasks {
		if !*trial && n%len(typedTasks) > 0 {
			continue
		}
		t.Run(task.types, func(t *testing.T) {
			path, id, _ := strings.Cut(task.opens, "#")
			tb := open(t, "/zoeken/", 360, 740)
			tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
			tb.click("[data-search-page] [data-search] input")
			tb.press(append(strings.Split(task.types, ""), kb.Enter)...)
			tb.until(`document.title.startsWith(` + quote(task.types) + `) && document.querySelector(".results-own").ariaBusy === "false" && ` + ownLinks + `.length > 0`)
			link := fmt.Sprintf(`[data-search-results=own] .result:nth-child(-n+%d) a[href^="%s#%s"]`, firstResults, path, id)
			if !eval[bool](tb, `document.querySelector(`+quote(link)+`) !== null`) {
				t.Fatalf("none of the first results opens %s, but %s", task.opens,
					eval[string](tb, `[...document.querySelectorAll("[data-search-results=own] .result:nth-child(-n+3) a")].map((a) => a.getAttribute("href").split(":~:")[0]).join(" ")`))
			}
			tb.tap(link)
			tb.until(fmt.Sprintf(`location.pathname === %q && document.getElementById(%q)?.getBoundingClientRect().top < innerHeight`, path, id))
		})
	}
}
