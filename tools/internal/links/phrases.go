package links

import (
	"regexp"
	"strings"
)

// What pages say of themselves in their title or main heading, in Dutch and
// English. A phrase must be a whole part of the title, so that an article
// about missing pages is none.
var (
	parts = regexp.MustCompile(`\s*[|–—·•»]\s*|\s+[-:/]\s+|[:!?]\s+`)

	bare404  = regexp.MustCompile(`^(?:(?:http|error|fout|foutcode|foutmelding|status|code)[ :]*)*404(?:[ :]*(?:error|fout))?$`)
	notFound = regexp.MustCompile(`^(?:404[ ,:.-]*)?(?:(?:oeps|oops|helaas|sorry|unfortunately)[ ,.]*)?` +
		`(?:(?:deze|de|dit|het|this|the|that) )?(?:(?:opgevraagde|gevraagde|gezochte|requested|web) ?)?` +
		`(?:(?:web)?pagina|(?:web ?)?page|artikel|article|document|inhoud|content|bestand|file|bericht|link|url)` +
		`(?:,? (?:die|dat|that|which|you|u|je|jij|we|wij|is|was|are|were|looking|for|zoekt|zoek|zocht|zoeken|wilt|wil|bezoeken|opvraagt|requested|kan|kon|kunnen|can|could|helaas|heeft|has|been|the|werd|wordt|to|view))*,? ` +
		`(?:niet (?:meer )?(?:worden )?(?:gevonden|vinden|beschikbaar|aanwezig)|bestaat (?:helaas )?niet(?: \(?meer\)?)?|verwijderd|verdwenen|` +
		`not (?:be )?found|cannot be found|(?:can't|couldn't) be found|does not exist|doesn't exist|isn't available|no longer exists|(?:not|no longer) available|removed|missing)\b`)
	bareNotFound = regexp.MustCompile(`^(?:404[ ,:.-]*)?(?:helaas )?(?:niet gevonden|not found|nothing (?:was )?found|niets gevonden)$`)
	cannotFind   = regexp.MustCompile(`^(?:(?:oeps|oops|helaas|sorry)[ ,.]*)?(?:(?:we|wij) )?(?:(?:kunnen|konden) (?:we |wij )?(?:de|deze|die) pagina (?:helaas )?niet vinden|(?:can't|cannot|couldn't|could not) find (?:that|this|the) page)\b`)

	robotWall  = regexp.MustCompile(`^(?:just a moment(?:\.\.\.|…)?|attention required|access (?:to this page has been )?denied|toegang geweigerd|(?:bent u|ben je|are you) (?:a |an |een )?(?:robot|human|mens)|robot check|(?:re)?captcha|verify(?:ing)? (?:that )?you are (?:a )?human|pardon our interruption|(?:checking|we controleren) (?:your|uw|je) browser.*|security check|ddos[- ]guard|you have been blocked|request unsuccessful|human verification)$`)
	cookieWall = regexp.MustCompile(`^(?:cookie[- ]?(?:s )?(?:wall|muur|toestemming|consent|voorkeuren|instellingen|keuze|preferences|settings|melding|notice)|(?:accepteer|accept) (?:alle |all )?cookies|.*privacy gate|(?:we|wij) (?:value|respect|waarderen|respecteren) (?:your|uw|je|jouw) privacy|before you continue|voordat (?:je|u) verder ?gaat)$`)
)

// says reports whether a part of a title is such a phrase.
func says(titles []string, phrases ...*regexp.Regexp) bool {
	for _, title := range titles {
		for _, part := range parts.Split(title, -1) {
			part = strings.ReplaceAll(strings.ToLower(strings.Trim(part, " .,!?:;-")), "’", "'")
			for _, phrase := range phrases {
				if len(part) <= 120 && phrase.MatchString(part) {
					return true
				}
			}
		}
	}
	return false
}

func (p *page) saysNotFound() bool {
	return says(p.titles, bare404, notFound, bareNotFound, cannotFind)
}

// wall tells what keeps the page from us, "" when nothing does.
func (p *page) wall() string {
	switch {
	case says(p.titles, robotWall):
		return "a check for robots stands before the page"
	case says(p.titles, cookieWall):
		return "a cookie wall stands before the page"
	}
	return ""
}
