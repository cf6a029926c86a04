package mutation

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// A pair is a mistake and what would have been right in its place: the rule
// finds the one and leaves the other.
type pair struct {
	rule, name, files string
	count             int
	find              string // "" for a paragraph before the section on what to do
	wrong, right      string
	line              int
	at                string
}

const (
	cases = "data/cases/*.yaml"

	figures = "data/figures/*.yaml"
	sources = "data/sources/*.yaml"
)

var pairs = []pair{
	// Whom to call.
	{"contact-phone", "two digits exchanged of a number that readers type", "data/contacts/kindertelefoon.yaml", 1, `phone: "0800-0432"`, `phone: "0800-0423"`, `phone: 0800-0432`, 0, ""},
	{"case-country", "the title of another country, which no other case has", "data/cases/fr-cvlt.yaml", 1, `nl: "Frankrijk: `, `nl: "België: `, `nl: "In Frankrijk: `, 0, "near"},
	{"case-country", "the title of another country, which no other case has", "data/cases/se-nlm.yaml", 1, `en: "?Sweden: `, `en: "Norway: `, `$0`, 0, "near"},
	{"record-contradicts", "another unit than is counted", figures, 2, `unit: \{nl: mensen, en: people\}((?s:.*?)counts:\n  nl: (?:Jongeren|Nederlandse) )`, "unit: {nl: zaken, en: cases}$1", "unit: {nl: mensen, en: people}$1", 0, "near"},
	{"record-contradicts", "the unit is what is not counted", "data/figures/fbi-zaken-metro.yaml", 1, `nl: zaken, en: cases`, "nl: mensen, en: people", "nl: zaken, en: cases", 0, "near"},
	{"quiz-answer", "the mark at an answer that the explanation denies", "content/leren/eerste-reactie.nl.md", 1, `(Het noodnummer bellen)\n        right: true((?s:.*?)Eerst bewijs verzamelen)`, "$1$2\n        right: true", "$0", 0, "near"},
	{"quiz-answer", "the mark at an answer that the explanation denies", "content/leren/eerste-reactie.en.md", 1, `(Call the emergency number)\n        right: true((?s:.*?)Collect evidence first)`, "$1$2\n        right: true", "$0", 0, "near"},
	{"quiz-answer", "the mark at an answer that the explanation is not about", "content/leren/basis.en.md", 1, `(A classmate brings the young person along)((?s:.*?)A stranger sends a message)\n        right: true`, "$1\n        right: true$2", "$0", 0, "near"},
	{"scenario-detail", "the name of a classmate in an invented case", "content/leren/casus-*.nl.md", 2, `\nEen `, "\nEen klasgenoot, Tom, en een ", "\nEen klasgenoot en een ", 1, "near"},
	{"scenario-detail", "a town abroad in an invented case", "content/leren/casus-*.en.md", 2, `\nA `, "\nA school in Leeds and a ", "\nA school in town and a ", 1, "near"},
	{"debris", "what is still to be looked up", nl, 1, "", "Dat is zo. Nog checken bij de bron.", "Dat is zo. Dit is nog niet nagegaan.", 0, ""},
	{"debris", "what is still to be looked up", en, 1, "", "So it is. Still to be checked against the source.", "So it is. It is still to be seen.", 0, ""},
	{"debris", "a text of the interface still to do", "i18n/nl.toml", 1, `copied = "[^"]*"`, `copied = "TODO"`, `copied = "Tekst gekopieerd"`, 0, "near"},
	{"markup-raw", "half of a merge before a text", nl, 1, "", "======= hier staat het", "Hier staat het = zo", 0, ""},
	{"contact-shared", "a contact with the number of another", "data/contacts/lse.yaml", 1, `phone: [^\n]+`, `phone: "0800-0432"`, `phone: "+31 88 208 0081"`, 0, "near"},
	{"contact-shared", "a number of another, typed otherwise", "data/contacts/fier.yaml", 1, `phone: [^\n]+`, `phone: "0800 20 00"`, `phone: "+31 58 215 7085"`, 0, "any"},
	{"contact-shared", "a contact with the site of another", "data/contacts/keerpunt.yaml", 1, `web: [^\n]+`, "web: https://www.helpwanted.nl", "web: https://www.keerpunt.chat", 0, "near"},
	{"contact-shared", "a contact with the name of another", "data/contacts/fier.yaml", 1, `  nl: Fier`, "  nl: Offlimits", "  nl: Fier Nederland", 0, "any"},
	{"contact-shared", "a contact with the mail address of another", "data/contacts/fier.yaml", 1, `email: [^\n]+`, "email: info@hetlse.nl", `email: "info@fier.nl"`, 0, "near"},
	{"contact-shared", "a mail address at the site of another", "data/contacts/lse.yaml", 1, `email: [^\n]+`, "email: info@fier.nl", "email: post@hetlse.nl", 0, "near"},
	{"contact-shared", "a mail address with two letters exchanged", "data/contacts/fier.yaml", 1, `email: [^\n]+`, "email: info@feir.nl", "email: hulp@fier.nl", 0, ""},
	{"case-elsewhere", "an event of a case in another country", "content/recht/zaken.*.md", 2, `case: fr-cvlt`, "case: us-764", "case:  fr-cvlt", 0, "near"},
	{"case-elsewhere", "cases of another country under a heading", "content/recht/zaken.*.md", 2, `country: NL`, "country: SE", "country:  NL", 0, "near"},
	{"source-identifier", "two digits of a judgment exchanged", "data/sources/rbl-2025-3105.yaml", 1, `ECLI: ECLI:NL:RBLIM:2025:3105`, "ECLI: ECLI:NL:RBLIM:2025:3150", `ECLI: "ECLI:NL:RBLIM:2025:3105"`, 0, ""},
	{"source-identifier", "two digits of a judgment exchanged in its title", "data/sources/rbl-2025-3105.yaml", 1, `title: Vonnis ECLI:NL:RBLIM:2025:3105`, "title: Vonnis ECLI:NL:RBLIM:2025:1305", "title: Vonnis van 2025, ECLI:NL:RBLIM:2025:3105", 0, "near"},
	{"date-invalid", "a plan told as so already", "content/beleid/digitale-weerbaarheid.en.md", 1, `was to apply from 1 August 2027`, "has applied since 1 August 2027", "would apply from 1 August 2027", 0, ""},
	{"date-invalid", "a plan told as so already", "content/beleid/digitale-weerbaarheid.nl.md", 1, `Vanaf 1 augustus 2027 zou een nieuw kerndoel gelden`, "Sinds 1 augustus 2027 geldt een nieuw kerndoel", "Een nieuw kerndoel zou gelden vanaf 1 augustus 2027", 0, ""},
	{"translation-differs", "the definition of another term in one language", "content/begrippen/shaming.en.md", 1, `Humiliating someone online in front of others, often in order to put that person under pressure\.`, "Gathering or spreading personal data about someone in order to frighten or punish that person.", "Humiliating someone online for others to see, often as a way to put that person under pressure.", 0, "near"},
	{"translation-differs", "half of all replaced, within longer words too", "content/handelen/meldcode.nl.md", 1, `kinder(opvang, maatschappelijke(?s:.*)De code )gaat over huiselijk geweld en kindermishandeling`, "jongeren${1}gaat over huiselijk geweld en jongerenmishandeling", "kinder${1}is er voor huiselijk geweld en kindermishandeling", 0, "near"},
	{"interface-text", "a label that says the opposite", "i18n/en.toml", 1, `not_checked_live = "[^"]*"`, `not_checked_live = "Checked by us"`, `not_checked_live = "Not checked by us yet"`, 0, ""},
	{"interface-text", "the key of the exit pressed fewer times", "i18n/nl.toml", 1, `exit_hint = "[^"]*"`, `exit_hint = "of 2× Shift"`, `exit_hint = "of druk 3× op Shift"`, 0, "near"},
	{"interface-text", "two numbers that are filled in exchanged", "i18n/nl.toml", 1, `quiz_score = "U had \{x\} van \{y\} vragen`, `quiz_score = "U had {y} van {x} vragen`, `quiz_score = "Er waren {x} van {y} vragen`, 0, "any"},
	{"contact-hours", "a line called open day and night", nl, 2, "", "Bel dag en nacht de [Kindertelefoon](contact:kindertelefoon).", "Bel dag en nacht [Veilig Thuis](contact:veilig-thuis).", 0, ""},
	{"contact-hours", "a line called open day and night", en, 2, "", "The [Kindertelefoon](contact:kindertelefoon) is there 24 hours a day.", "[Veilig Thuis](contact:veilig-thuis) is there 24 hours a day.", 0, ""},
	{"contact-hours", "a line called open day and night, without link", "content/handelen/jongeren.*.md", 1, `De Kindertelefoon is er elke dag`, "De Kindertelefoon is er dag en nacht", "113 is er dag en nacht", 0, ""},
	{"signal-call", "a contact named and left out of the list", "data/signals/onverklaarde-verwonding.yaml", 1, `call: \[noodnummer, zelfmoordpreventie, `, "call: [noodnummer, ", "call: [zelfmoordpreventie, noodnummer, ", 0, "near"},
	{"review-overdue", "a day of review years ahead", cases, 2, `review_by: "2027-01-31"`, `review_by: "2029-01-31"`, `review_by: "2027-03-31"`, 0, ""},
	{"address-formal", "formal address among the familiar", "content/handelen/jongeren.nl.md", 1, `Wil je eerst gewoon praten`, "Wilt u eerst gewoon praten", "Wil je liever gewoon praten", 0, ""},
	{"attribution-other", "another year than the source", "content/signalen/per-leefgebied.nl.md", 1, `in april 2023`, "in april 2025", "in april 2023", 0, "near"},
	{"translation-differs", "two steps that changed places in one language", "content/handelen/meldcode.nl.md", 1, `\[stap 2\]((?s:.*?))\[stap 3\]`, "[stap 3]$1[stap 2]", "[Stap 2]$1[stap 3]", 0, "any"},
	{"contact-hours", "a paid line called free", nl, 2, "", "Bellen met [Slachtofferhulp](contact:slachtofferhulp) is gratis.", "Bellen met [Slachtofferhulp](contact:slachtofferhulp) is niet gratis.", 0, ""},
	{"contact-hours", "the costs of two numbers exchanged", "content/handelen/jongeren.en.md", 1, `cost nothing`, "cost the same as an ordinary call", "was free", 0, "near"},
	{"contact-way", "a line for older children", "content/handelen/jongeren.*.md", 1, `van 8 tot 18 jaar`, "van 12 tot 18 jaar", "van 8 tot 18 jaar oud", 0, "near"},
	{"case-verdict", "a suspect's sentence that links a convict", "content/recht/zaken.*.md", 2, `case:nl-nlm\) `, "case:nl-veroordeling) ", "case:nl-nlm)  ", 0, "near"},
	{"contact-way", "a line from a later age", "content/handelen/jongeren.*.md", 1, `van 8 tot 18 jaar`, "vanaf 12 jaar", "vanaf 8 jaar", 0, "near"},
	{"contact-hours", "hours promised that nobody checked", "data/contacts/kindertelefoon.yaml", 1, `nl: Elke dag; de tijden zijn niet nagegaan`, "nl: Dag en nacht bereikbaar", "nl: Elke dag; wij gingen de tijden niet na", 0, "near"},
	{"contact-hours", "times of day that no record has", en, 1, "", "The [Kindertelefoon](contact:kindertelefoon) answers from 11:00 to 23:00.", "The lesson is from 11:00 to 12:00.", 0, ""},
	{"contact-audience", "a line for staff offered to all", "data/contacts/vertrouwensinspecteurs.yaml", 1, `audience: \[professional\]`, "audience: [jongere, ouder, professional]", "audience: [professional] # staff", 0, "near"},
	{"contact-audience", "a line for children without children", "data/contacts/kindertelefoon.yaml", 1, `audience: \[jongere\]`, "audience: [ouder]", "audience: [jongere, ouder]", 0, "near"},
	{"emergency-first", "an arrow to danger from the last step", "content/handelen/meldcode.*.md", 2, `from: kaart, to: gevaar`, "from: besluit, to: gevaar", "from: kaart, to:  gevaar", 0, "near"},
	{"steps-exchanged", "two steps exchanged in a term", "content/begrippen/meldcode.nl.md", 1, `overleggen, praten`, "praten, overleggen", "overleggen, dan praten", 0, ""},
	{"steps-exchanged", "two steps exchanged in a term", "content/begrippen/meldcode.en.md", 1, `consult, talk`, "talk, consult", "consult, then talk", 0, ""},
	{"danger-elsewhere", "a line for advice in danger", "content/handelen/*.nl.md", 2, `nu in gevaar\?\*\* Bel \[112\]\(contact:noodnummer\)`, "nu in gevaar?** Bel [Veilig Thuis](contact:veilig-thuis)", "nu in gevaar?** Bel meteen [112](contact:noodnummer)", 0, ""},
	{"danger-elsewhere", "another line for who thinks of suicide", "content/handelen/wie-bellen.*.md", 2, `\[113\]\(contact:zelfmoordpreventie\)\. (Word|Under)`, "[Helpwanted](contact:helpwanted). $1", "[113](contact:zelfmoordpreventie) . $1", 0, ""},
	{"danger-elsewhere", "a tip line for emergencies", "data/contacts/meld-misdaad-anoniem.yaml", 1, `Niet voor spoed`, "Ook voor spoed", "Niet bij spoed", 0, "near"},
	{"interface-text", "the number lost from a call in danger", "i18n/nl.toml", 1, `danger_now = "[^"]*"`, `danger_now = "Is er nu gevaar? Bel de politie."`, `danger_now = "Is er gevaar, nu? Bel {{ . }}."`, 0, ""},
	{"contact-hours", "a free line called charged", "content/handelen/jongeren.nl.md", 1, `Die is gratis en is er voor`, "Die kost het gewone tarief en is er voor", "Die is er gratis voor", 0, ""},
	{"images-kept", "an answer that keeps the image", "content/leren/casus-ouder.*.md", 2, `Dan niet bewaren, niet doorsturen|do not keep it, do not forward it`, "Dan bewaren, keep it", "Dan niet doorsturen, niet bewaren, do not keep it", 0, ""},
	{"danger-elsewhere", "another number in a box on danger", "content/handelen/meldcode.*.md", 2, `: bel 112|: call 112`, ": bel of call 113", ": bel nu 112", 0, ""},
	{"danger-elsewhere", "a list that begins with another", "content/handelen/ouders.*.md", 2, `ids: \[noodnummer, zelfmoordpreventie`, "ids: [zelfmoordpreventie, noodnummer", "ids: [noodnummer,  zelfmoordpreventie", 0, ""},
	{"danger-elsewhere", "a signal's list that begins with another", "data/signals/praten-over-dood.yaml", 1, `call: \[noodnummer, zelfmoordpreventie`, "call: [zelfmoordpreventie, noodnummer", "call: [noodnummer,  zelfmoordpreventie", 0, ""},
	{"interface-text", "a number lost from a text", "i18n/en.toml", 1, `exit_count = "[^"]*"`, `exit_count = "Press Shift more to leave this site."`, `exit_count = "Press Shift {{ . }} more times to go."`, 0, ""},
	{"figure-range", "days called weeks", "data/figures/groomingduur-metro.yaml", 1, `unit: \{nl: dagen, en: days\}`, "unit: {nl: weken, en: weeks}", "unit: {en: days, nl: dagen}", 0, "near"},
	{"site-claim", "some cookies after all", "content/over/privacy.nl.md", 1, `geen cookies`, "alleen functionele cookies", "helemaal geen cookies", 0, ""},
	{"site-claim", "some cookies after all", "content/over/privacy.en.md", 1, `no cookies`, "functional cookies only", "no cookies at all", 0, ""},
	{"site-claim", "a visit that leaves no trace", "content/over/privacy.*.md", 2, `> [^\n]*(niet|not erase your history)\.`, "> Snel weg wist uw geschiedenis. Quick exit clears your history.", "> Snel weg wist uw geschiedenis niet. Quick exit does not clear your history.", 0, ""},
	{"case-verdict", "a suspicion told as a fact in a table", "content/recht/zaken.nl.md", 1, `Verdacht van leiding geven`, "Hij gaf leiding aan de groep", "Alleen de verdenking van leiding geven", 0, ""},
	{"case-verdict", "a suspicion told as a fact in a table", "content/recht/zaken.en.md", 1, `A suspicion of leading`, "He led the group", "Only the suspicion of leading", 0, ""},
	{"case-verdict", "a suspicion told as a fact in a record", "data/cases/de-hamburg.yaml", 1, `Er is een verdenking van`, "De verdachte pleegde", "De verdenking is van", 0, "near"},
	{"figure-range", "a comma lost in the range", "data/figures/cbs-intimidatie.yaml", 1, `from: 8.8`, "from: 88", "from: 8.80", 0, "near"},
	{"debris", "characters in another encoding in the interface", "i18n/nl.toml", 1, `pagina’s`, "paginaâ€™s", "pagina's", 0, "near"},
	{"advice-harmful", "a question about the means in a signal", "data/signals/onverklaarde-verwonding.yaml", 1, `Vraag niet hoe het gebeurde`, "Vraag rustig hoe en waarmee het gebeurde", "Vraag niet hoe en waarmee het gebeurde", 0, "near"},
	{"block-translation", "an arrow from another step", "content/handelen/meldcode.nl.md", 1, `from: kaart, to: gevaar, label: [^}]+`, "from: besluit, to: gevaar, label: als het acuut is", "from: kaart, to: gevaar, label: bij acuut gevaar", 0, "twin"},
	{"block-translation", "an arrow that holds one way in one language", "content/netwerk/drie-delen.en.md", 1, `from: cyber, to: sextortion, label: overlaps with, mutual: true`, "from: cyber, to: sextortion, label: overlaps with", "from: cyber, to: sextortion, label: shares people with, mutual: true", 0, "twin"},
	{"language-wrong", "a title in the other language", "data/topics/meldingen.yaml", 1, `nl: Meldingen in het buitenland`, "nl: Reports abroad", "nl: Meldingen in andere landen", 0, ""},
	{"address-formal", "cries for help led to the page of others", "config.toml", 1, `cry_page = "/handelen/jongeren"`, `cry_page = "/handelen/ouders"`, `cry_page = "/handelen/jongeren" `, 0, ""},
	{"address-formal", "a door for the young made formal", "config.toml", 1, `Met wie je kunt chatten of bellen, en wat je kunt`, "Met wie u kunt chatten of bellen, en wat u kunt", "Met wie je kunt bellen of chatten, en wat je kunt", 0, ""},
	{"evidence-renewed", "an event dated by a later article", "content/netwerk/ontstaan.*.md", 1, `date: "2025-08"`, `date: "2025-10"`, `date: "2025"`, 0, "near"},
	{"evidence-renewed", "the day of a look taken for the state of a case", "data/cases/us-764-2025.yaml", 1, `as_of: "2026-03"`, `as_of: "2026-11"`, `as_of: "2026-03-20"`, 0, "near"},
	{"record-dated", "half a year made a whole one", "data/figures/ncmec-2025.yaml", 1, `Januari tot en met juni 2025`, "Het hele jaar 2025", "Januari t/m juni 2025", 0, "near"},
	{"list-count", "a test with a question too many", "content/leren/basis.nl.md", 1, `toets van zeven vragen`, "toets van zes vragen", "toets van 7 vragen", 0, ""},
	{"note-silent", "the note of another term on the term of suicide", "content/begrippen/zelfdoding.*.md", 2, `gaat over zelfdoding|is about suicide`, "noemt uitbuiting", "noemt suïcide, suicide", 0, "near"},
	{"note-silent", "the note of another term", "content/begrippen/back-upkanaal.nl.md", 1, `note: [^\n]*`, "note: Dit begrip gaat over misbruik van kinderen.", "$0", 0, "near"},
	{"note-silent", "a note that warns of nothing", "content/daders-en-slachtoffers/gevolgen.*.md", 1, `\nnote: [^\n]*`, "\nnote: .", "$0", 0, "near"},
	{"interface-text", "the key of another exit", "i18n/[en]*.toml", 2, `exit_hint = "[^"]*"`, `exit_hint = "3× Esc"`, `exit_hint = "3× Shift"`, 0, ""},
	{"interface-text", "the site made a reporting point", "config.toml", 1, `Geen meldpunt en geen hulplijn`, "Meldpunt, geen hulplijn", "Geen meldpunt, geen hulplijn", 0, ""},
	{"case-verdict", "the prosecutor's view given to the court", "data/cases/nl-nlm.yaml", 1, `They regard`, "The court regards", "They see", 0, ""},
	{"address-taken", "the pattern of another section", "config.toml", 1, `handelen = "/what-to-do/:`, `handelen = "/policy/:`, `handelen = "/what-to-do/:`, 0, "near"},
	{"images-kept", "a ban on images with an exception", "content/handelen/niet-doen.nl.md", 1, `Maak er dus geen foto of schermafbeelding van en stuur niets mee`, "Maak er dus geen foto of schermafbeelding van, behalve één, en stuur niets mee", "Maak geen foto of schermafbeelding en stuur niets mee", 0, ""},
	{"search-told", "how a group is found again", "content/netwerk/platforms.nl.md", 1, `Een verwijderd kanaal is vaak binnen een half uur vervangen`, "Een verwijderd kanaal is vaak binnen een half uur vervangen en terug te vinden door te zoeken", "Een kanaal dat wordt verwijderd, is vaak binnen een half uur vervangen", 0, ""},
	{"contact-hours", "a paid line called free in its record", "data/contacts/politie.yaml", 1, `  nl: Melding`, "  nl: Gratis melding", "  nl: Een melding", 0, ""},

	{"record-contradicts", "a date of a copy that has none", "data/contacts/keerpunt.yaml", 1, `    en: its own site, undated archived copy`, "$0\n  date: \"2024-06-11\"", "    en: its own site, archived copy without a date", 0, "near"},
	{"record-contradicts", "an address where the record says that none is given", "data/sources/wpxi-2023.yaml", 1, `grade: press`, "URL: https://example.org/\n$0", "DOI: 10.1000/182\n$0", 0, "near"},
	{"record-contradicts", "the doubt of a date lost", "data/sources/rbl-2025-3105.yaml", 1, `issued: "2025-08-29\?"`, `issued: "2025-08-29"`, `issued: "2025-08?"`, 0, "near"},
	{"source-judgement", "a work judged that was compared with nothing", sources, 1, `grade: 6(\n  because:\n    nl: )(Wij vergeleken dit werk niet[^\n]*)(\n    en: )([^\n]*)`, "grade: 2$1$2$3$4", "grade: 2${1}HCSS zegt hetzelfde.${3}HCSS says the same.", 0, "near"},
	{"schema-mismatch", "a withheld title shown", "data/sources/metro-2025-10.yaml", 1, `title_withheld: true`, "title_withheld: false", "$0", 0, ""},
	{"record-contradicts", "a population of another age than was counted", "data/figures/cbs-intimidatie.yaml", 1, `population: [^\n]*`, "population: {nl: Jongeren van 12 tot 25 jaar, en: Young people aged 12 to 25}", "population: {nl: Jongeren tussen 15 en 25, en: Young people between 15 and 25}", 0, "near"},
	{"record-contradicts", "the place of another figure", "data/figures/n*.yaml", 2, `(?s)(in the (?:United Kingdom|United States).*)place: \{[^}]*\}`, "${1}place: {nl: Duitsland, en: Germany}", "$0", 0, "near"},
	{"record-contradicts", "the note of another work", "data/sources/*.yaml", 3, `alleen uit noot \d+ bij`, "alleen uit noot 88 bij", "alleen maar uit HCSS, bij", 0, ""},
	{"record-contradicts", "the report of another work", "data/sources/*.yaml", 2, `through note (\d+) in HCSS \(2026\)`, "through note $1 in Europol (2025)", "via note $1 in HCSS (2026)", 0, "near"},
	{"date-invalid", "day and month exchanged by a spreadsheet", "data/sources/helpwanted.yaml", 1, `issued: "2024-06-11"`, `issued: "2024-11-06"`, `issued: "2024-06"`, 0, ""},
	{"quiz-answer", "a no lost from a question", "content/leren/signalen.nl.md", 1, `noemt deze site geen signaal\?`, "noemt deze site een signaal?", "is op deze site geen signaal?", 0, ""},
	{"quiz-answer", "a not lost from a question", "content/leren/signalen.en.md", 1, `does this site not call a signal\?`, "does this site call a signal?", "is not a signal on this site?", 0, ""},
	{"case-verdict", "what the site holds told as a fact", "content/recht/zaken.nl.md", 1, `\| Verdacht van leiding geven\. \|`, "| Leider van meer groepen. |", "| De verdenking van leiding geven. |", 0, ""},
	{"case-verdict", "what the site holds told as a fact", "content/recht/zaken.en.md", 1, `\| A suspicion of leading\. \|`, "| A leader of several groups. |", "| The suspicion of leading. |", 0, ""},
	{"case-verdict", "a charge where the status knows of none", "data/cases/se-nlm.yaml", 1, `Of zij zijn aangeklaagd of veroordeeld`, "Beiden zijn aangeklaagd; of zij zijn veroordeeld", "Of zij al zijn aangeklaagd of veroordeeld", 0, ""},
	{"case-verdict", "a charge where the status knows of none", "data/cases/se-nlm.yaml", 1, `We do not know whether they have been charged or convicted`, "Both have been charged; we do not know whether they have been convicted", "Whether they have been charged or convicted we do not know", 0, "near"},
	{"contact-audience", "the young referred to a line for adults", "data/gaps/g11.yaml", 1, `refer: \[fier, kindertelefoon\]`, "refer: [fier, lse]", "refer: [kindertelefoon, fier]", 0, ""},
	{"text-repeated", "the text of another key of the interface", "i18n/nl.toml", 1, `why_differs = "[^"]*"`, `why_differs = "een andere bron met dezelfde telling noemt hetzelfde getal"`, `why_differs = "een andere bron met dezelfde telling noemt een ander cijfer"`, 0, ""},
	{"text-repeated", "the text of another key of the interface", "i18n/en.toml", 1, `why_old = "[^"]*"`, `why_old = "a primary one that we read"`, `why_old = "at least three years old"`, 0, "near"},
	{"word-doubled", "a ban that denies itself", "content/handelen/ouders.en.md", 1, `\*\*Delete nothing and`, "**Do not delete nothing and", "**Do not delete anything and", 0, ""},
	{"word-doubled", "a ban that denies itself", "content/handelen/jongeren.nl.md", 1, `\*\*Wis niets\.\*\*`, "**Wis nooit niets.**", "**Wis nooit iets.**", 0, ""},
	{"debris", "a comma that was dictated", nl, 1, "", "Luister komma en bel dan.", "Luister, en bel dan.", 0, ""},
	{"debris", "a paragraph that was dictated", en, 1, "", "Listen first full stop new paragraph then call.", "Listen first. Then call.", 0, ""},
	{"config-invalid", "the quick exit taken from sensitive pages", "config.toml", 1, `exit_not_in = \[`, `exit_not_in = ["recht"`, `exit_not_in = ["zoeken"`, 0, ""},
	{"translation-differs", "what need not be made a ban", "content/handelen/jongeren.en.md", 1, `You don't have to tell everything straight away`, "You mustn't tell everything straight away", "You needn't tell everything at once", 0, "near"},
	{"translation-differs", "yes made no", "content/handelen/wie-bellen.en.md", 1, `stop at the first yes`, "stop at the first no", "stop at the first 'yes'", 0, "near"},
	{"translation-differs", "an hour in the other half of the day", "data/contacts/kindertelefoon.yaml", 1, `were 11:00 to 21:00`, "were 11 a.m. to 9 a.m.", "were 11 a.m. to 9 p.m.", 0, "near"},
	{"translation-differs", "another person in an invented case", "content/leren/casus-zorg-op-school.en.md", 1, `At the door she lingers`, "At the door he lingers", "She lingers at the door", 0, "near"},
	{"translation-differs", "a reason turned round", "content/begrippen/csam.en.md", 1, `It is abuse and not pornography`, "It is pornography and not abuse", "This is abuse, not pornography", 0, "near"},
	{"advice-harmful", "comfort with a condition", "content/handelen/jongeren.nl.md", 1, `Wat er ook gebeurd is, het is niet jouw schuld`, "Als je zelf niets hebt gestuurd, is het niet jouw schuld", "Wat er ook gebeurde, jij hebt geen schuld", 0, "near"},
	{"advice-harmful", "comfort with a condition", "content/handelen/jongeren.en.md", 1, `Whatever has happened, it's not your fault`, "If you sent nothing yourself, it's not your fault", "Whatever happened, you're not to blame", 0, "near"},
	{"advice-harmful", "words on dying taken seriously when they return", "data/signals/praten-over-dood.yaml", 1, `Neem het altijd serieus, blijf`, "Zegt de jongere het vaker, neem het dan serieus, blijf", "Neem het altijd serieus, dus blijf", 0, "near"},
	{"advice-harmful", "words on dying taken seriously when they return", "data/signals/praten-over-dood.yaml", 1, `Always take it seriously, stay`, "If it lasts, take it seriously, stay", "Take it seriously, always; stay", 0, "near"},
	{"advice-harmful", "a short look in groups", "content/handelen/politie.nl.md", 1, `Kijk niet op eigen initiatief mee in groepen\.`, "Kijk op eigen initiatief hooguit kort mee in groepen.", "Kijk nooit op eigen initiatief mee in groepen.", 0, "near"},
	{"advice-harmful", "a short look in groups", "content/handelen/politie.en.md", 1, `Do not watch groups on your own initiative\.`, "On your own initiative, watch groups only briefly.", "Never watch groups on your own initiative.", 0, "near"},
	{"advice-harmful", "a phone taken in by the rules", "content/handelen/onderwijs.nl.md", 1, `Pak geen telefoon af en kijk er niet in, maar`, "Neem de telefoon in volgens de schoolregels en kijk er niet in, en", "Neem geen telefoon af en kijk er niet in, maar", 0, "near"},
	{"advice-harmful", "a phone taken in by the rules", "content/handelen/onderwijs.en.md", 1, `Do not take a phone away and do not look through it\.`, "Take the phone in under the school rules, but do not look through it.", "Do not take away a phone and do not look through it.", 0, "near"},

	// What a number, a name or a mark says of what stands beside it.
	{"list-count", "an enumeration that lost an item", "content/handelen/meldcode.nl.md", 1, `kinderopvang, maatschappelijke ondersteuning`, "kinderopvang", "opvang, maatschappelijke ondersteuning", 0, ""},
	{"list-count", "an enumeration that lost an item", "content/handelen/meldcode.en.md", 1, `childcare, social support`, "childcare", "child care, social support", 0, ""},
	{"list-count", "another number before an enumeration", "content/cijfers/cijfers-lezen.nl.md", 1, `Neem altijd vier dingen over`, "Neem altijd drie dingen over", "Neem altijd deze vier dingen over", 0, ""},
	{"list-count", "another number before an enumeration", nl, 1, "", "Neem de drie dingen mee: licht, bel, slot en geld.", "Zet de drie niet bij elkaar: het ene een getal, het andere een deel, het derde een jaar en dan een naam.", 0, ""},
	{"list-count", "another number before a list", en, 1, "", "Take these three steps:\n\n- One.\n- Another.", "The three have this in common:\n\n- One.\n- Another.", 0, ""},
	{"list-count", "a heading that counts less than its list", "content/cijfers/cijfers-lezen.*.md", 2, `(?m)^## [^\n]*(?:drie getallen|three numbers)`, "## Twee getallen, two numbers", "$0", 0, ""},
	{"list-count", "a step in a heading that is not that of its id", "content/handelen/meldcode.nl.md", 1, `bij stap 3 \{`, "bij stap 4 {", "bij stap drie {", 0, ""},
	{"list-count", "a step in a heading that is not that of its id", "content/handelen/meldcode.en.md", 1, `at step 3 \{`, "at step 4 {", "at step three {", 0, ""},
	{"list-count", "a title that counts less than its list", "content/handelen/meldcode.nl.md", 1, `in vijf stappen\n`, "in vier stappen\n", "in 5 stappen\n", 0, "near"},
	{"list-count", "two boxes with one number", "content/handelen/meldcode.*.md", 2, `label: "2 Overleg|label: "2 Consult`, "label: \"3 Overleg", "label: \"2 Consult", 0, "near"},
	{"interface-text", "another number of key presses on a page", "content/over/privacy.nl.md", 1, `Drie keer snel op de Shift-toets`, "Twee keer snel op de Shift-toets", "Snel 3 keer op de Shift-toets", 0, ""},
	{"interface-text", "another number of key presses on a page", "content/over/privacy.en.md", 1, `the Shift key three times`, "the Shift key two times", "the Shift key 3 times", 0, ""},
	{"interface-text", "a right answer marked wrong", "i18n/nl.toml", 1, `quiz_mark_right = "[^"]*"`, `quiz_mark_right = "fout antwoord"`, `quiz_mark_right = "dit is goed"`, 0, ""},
	{"source-dates", "another day in a label", "data/sources/metro-2025-10.yaml", 1, `nl: Metro \(22 oktober 2025\)`, "nl: Metro (2 oktober 2025)", "nl: Metro (oktober 2025)", 0, "near"},
	{"source-dates", "another month in a label", "data/sources/nos-2026-02.yaml", 1, `en: NOS \(4 February 2026\)`, "en: NOS (4 March 2026)", "en: NOS (February 2026)", 0, "near"},
	{"figure-range", "a number in words and not its range", "data/figures/nca-meldingen.yaml", 1, `nl: zes keer zoveel`, "nl: negen keer zoveel", "nl: 6 keer zoveel", 0, "near"},
	{"record-contradicts", "a year of what was counted", "data/figures/nca-meldingen.yaml", 1, `in 2024 vergeleken met 2022`, "in 2024 vergeleken met 2020", "van 2022 en 2024 vergeleken", 0, "near"},
	{"record-contradicts", "a name that its purpose denies", "data/contacts/politie.yaml", 1, `nl: Politie \(geen spoed\)`, "nl: Politie (spoed)", "nl: Politie, geen spoed", 0, "near"},
	{"record-contradicts", "a purpose for others than the name says", "data/contacts/slachtofferhulp.yaml", 1, `nl: Steun voor slachtoffers\.`, "nl: Steun voor daders.", "nl: Hulp aan slachtoffers.", 0, "near"},
	{"attribution-other", "the agency of another source in a signal", "data/signals/praten-over-dood.yaml", 1, `nl: "Een waarschuwing van de FBI`, `nl: "Een waarschuwing van Europol`, `nl: "Een bericht van de FBI`, 0, ""},
	{"attribution-other", "the label of another maker", "data/sources/nos-2026-02.yaml", 1, `nl: NOS \(`, "nl: Europol (", "nl: NOS Nieuwsuur (", 0, "near"},
	{"abbreviation-near", "an abbreviation behind another name", "content/recht/zaken.nl.md", 1, `\(OM\) vermoedt`, "(OVM) vermoedt", "OM) vermoedt (", 0, ""},
	{"abbreviation-near", "an abbreviation behind another name", en, 1, "", "The Landelijk Steunpunt Extremisme (LSU) advises.", "The Landelijk Steunpunt Extremisme (LSE) advises.", 0, ""},
	{"debris", "a bracket lost", "content/begrippen/openbaar-ministerie.*.md", 2, `(maart|March) 2026\)`, "$1 2026", "$1 2026 )", 0, ""},
	{"debris", "a quotation that does not end", "content/handelen/onderwijs.nl.md", 1, `over kwijt\?'`, "over kwijt?", "over vertellen?'", 0, ""},
	{"case-elsewhere", "a year of another case in a timeline", "content/recht/zaken.*.md", 2, `date: "2025-12-10"`, `date: "2023-12-10"`, `date: "2025-12"`, 0, ""},
	{"case-verdict", "a suspect called an offender in a title", "data/cases/de-hamburg.yaml", 1, `nl: "Duitsland: een zaak in`, `nl: "Duitsland: een dader in`, `nl: "Duitsland: de zaak in`, 0, ""},
	{"advice-harmful", "numbers to be added up", "data/topics/nl-betrokken.yaml", 1, `Tel de getallen dus niet op`, "Tel de getallen dus op", "Tel de getallen niet op", 0, "near"},
	{"advice-harmful", "a child that can consent", "content/begrippen/csam.nl.md", 1, `een kind kan niet instemmen`, "een kind kan instemmen", "geen kind kan instemmen", 0, "near"},
	{"advice-harmful", "help that waits for leave", nl, 1, "", "Bel de politie pas met toestemming van de ouders.", "Bel de politie, ook zonder toestemming van de ouders.", 0, ""},
	{"advice-harmful", "help that waits for leave", en, 1, "", "Call the police only with the permission of the parents.", "Call the police, also without the permission of the parents.", 0, ""},
	{"advice-harmful", "a number to call for who is sure", "content/handelen/ouders.nl.md", 1, `\*\*Is uw kind nu in gevaar, of twijfelt u daarover\?`, "**Is uw kind nu in gevaar, en weet u dat zeker?", "**Is uw kind in gevaar, of weet u dat niet zeker?", 0, "near"},

	{"debris", "a word broken at its capital", "content/handelen/politie.nl.md", 1, `Gewiste chats`, "Ge- wiste chats", "Chats die gewist zijn,", 0, ""},
	{"interface-text", "a pattern of days translated", "i18n/nl.toml", 1, `date = "2 January 2006"`, `date = "2 januari 2006"`, `date = "2. January 2006"`, 0, ""},
	{"interface-text", "a pattern of days with another year", "i18n/en.toml", 1, `date = "2 January 2006"`, `date = "2 January 2026"`, `date = "January 2, 2006"`, 0, ""},
	{"block-elsewhere", "whom the steps for the young name, left out of the block", "content/handelen/jongeren.*.md", 2, `helpwanted, fier, kindertelefoon, keerpunt\]`, "helpwanted, keerpunt]", "helpwanted, fier, kindertelefoon, keerpunt, politie]", 0, "near"},
	{"list-count", "another number of steps in a path of learning", "content/leren/politie.nl.md", 1, `Leer de negen stappen`, "Leer de zeven stappen", "Leer alle negen stappen", 0, ""},
	{"list-count", "another number of steps in a path of learning", "content/leren/politie.en.md", 1, `Learn the nine steps`, "Learn the eight steps", "Learn all nine steps", 0, ""},
	{"danger-elsewhere", "an urgent tip for a line that is not for emergencies", "content/handelen/melden.nl.md", 1, `Een tip zonder uw naam, geen spoed`, "Een tip zonder uw naam, met spoed", "Een tip die geen spoed heeft, zonder uw naam", 0, ""},
	{"danger-elsewhere", "an urgent tip for a line that is not for emergencies", "content/handelen/melden.en.md", 1, `A tip without your name, not urgent`, "An urgent tip, your name withheld", "A tip that is not urgent, without your name", 0, "near"},
	{"translation-differs", "no hurry made a hurry", "content/handelen/melden.nl.md", 1, `Een tip zonder uw naam, geen spoed`, "Een dringende tip zonder uw naam", "Een tip zonder uw naam, niet dringend", 0, "any"},
	{"investigate-urged", "the offender kept talking", "content/handelen/ouders.nl.md", 1, `De dader niets terugsturen\.`, "Met de dader in gesprek blijven tot de politie komt.", "De dader niets terugschrijven.", 0, ""},
	{"investigate-urged", "the offender kept talking", "content/handelen/ouders.en.md", 1, `Send nothing back to the offender\.`, "Stay in contact with the offender until the police come.", "Write nothing back to the offender.", 0, ""},
	{"case-verdict", "a ruling that stands in the row of a suspect", "content/recht/zaken.nl.md", 1, `Dat het zo is\. Tot een oordeel`, "Dat de uitspraak vaststaat. Tot een oordeel", "Dat het waar is. Tot een oordeel", 0, ""},
	{"case-verdict", "innocence in the row of a convict", "content/recht/zaken.en.md", 1, `That the judgment is final\. An`, "That a person counts as innocent until a ruling. An", "That the judgment is final already. An", 0, ""},

	// Who is guilty.
	{"case-verdict", "a prison sentence for a suspect", nl, 1, "", "De man kreeg een celstraf; zie [de zaak](case:nl-nlm).", "Het OM eist een celstraf; zie [de zaak](case:nl-nlm).", 0, ""},
	{"case-verdict", "a suspect found guilty", en, 1, "", "The court found him guilty; see [the case](case:nl-nlm).", "The court has not found him guilty; see [the case](case:nl-nlm).", 0, ""},
	{"case-verdict", "a prison sentence in the text of a status", "data/cases/se-nlm.yaml", 1, `status_text:\n  nl: `, "${0}Er volgde een gevangenisstraf. ", "${0}Er kan een gevangenisstraf volgen. ", 1, ""},
	{"case-elsewhere", "a case of another country", nl, 2, "", "In Zweden loopt [een zaak](case:de-hamburg).", "In Duitsland loopt [een zaak](case:de-hamburg).", 0, ""},
	{"case-elsewhere", "a case of another country", en, 2, "", "[A German case](case:us-764) is running.", "[A German case](case:de-hamburg) is running.", 0, ""},
	{"case-elsewhere", "a case of another group", "content/netwerk/*.nl.md", 2, "", "Rond No Lives Matter loopt [een zaak](case:us-764).", "Rond No Lives Matter loopt [een zaak](case:nl-nlm).", 0, ""},
	{"case-elsewhere", "a case of another group", "content/netwerk/*.en.md", 1, "", "Around 764 [a case](case:nl-nlm) is running.", "Around 764 [a case](case:us-764) is running.", 0, ""},
	{"record-dated", "a case brought up to date in its field only", cases, 3, `as_of: "2026-03"`, `as_of: "2026-05"`, `as_of: "2026-03-10"`, 0, "near"},
	{"record-dated", "a case brought up to date in its words only", cases, 2, `stand per maart 2026`, "stand per mei 2026", "stand per 3 maart 2026", 0, ""},
	{"record-dated", "a figure of another year than its note", "data/figures/cbs-intimidatie.yaml", 1, `as_of: "2024"`, `as_of: "2023"`, `as_of: "2024-04"`, 0, "near"},
	{"block-elsewhere", "the figures of another topic", "content/cijfers/naast-elkaar.*.md", 2, `topic: wereld-omvang`, "topic: fbi-zaken", "topic: wereld-omvang", 0, ""},
	{"block-elsewhere", "the figures of a topic twice", "content/cijfers/naast-elkaar.*.md", 2, `topic: nl-slachtoffers`, "topic: nl-betrokken", "topic: nl-slachtoffers", 0, ""},
	{"block-elsewhere", "the cases of another country", "content/recht/zaken.*.md", 2, `country: NL`, "country: DE", "country: NL", 0, ""},

	// What not to do, what protects, what is said of whom.
	{"images-kept", "the reader told to take screenshots of images", nl, 1, "", "Maak schermafdrukken van de beelden.", "Maak geen schermafdrukken van de beelden.", 0, ""},
	{"images-kept", "the reader told to take screenshots of images", en, 1, "", "Take screenshots of the pictures.", "Never take screenshots of the pictures.", 0, ""},
	{"images-kept", "all images but one", nl, 1, "", "Maak geen foto van de beelden, behalve één kopie voor de politie.", "Maak geen foto van de beelden, en geen kopie voor de politie.", 0, ""},
	{"images-kept", "all images but one", en, 1, "", "Keep none of the pictures, except one screenshot for the police.", "Keep none of the pictures, and no screenshot for the police.", 0, ""},
	{"images-kept", "the reader told to download clips", en, 1, "", "Download the clips first.", "Do not download the clips.", 0, ""},
	{"call-delayed", "the reader told to collect proof first", nl, 1, "", "Verzamel eerst bewijs en bel daarna.", "Verzamel geen bewijs en bel.", 0, ""},
	{"call-delayed", "the reader told to report with proof only", nl, 1, "", "Meld het pas als er bewijs is.", "Metro meldt dat de man vrijkomt zodra er geen bewijs meer is.", 0, ""},
	{"call-delayed", "the reader told to report with proof only", en, 1, "", "Make a report of it only when you have proof.", "A report of an arrest is no proof yet: until the ruling a person counts as innocent.", 0, ""},
	{"call-delayed", "the reader told to collect proof first", en, 1, "", "First gather evidence, then call.", "Call, even without evidence.", 0, ""},
	{"search-told", "how a group is found", nl, 2, "", "Wie die naam intypt, vindt de groepen.", "Wie in zo'n groep zit, vindt er anderen.", 0, ""},
	{"search-told", "how a group is found", en, 2, "", "An invite link leads to the servers.", "People meet on the servers.", 0, ""},
	{"search-told", "a search term for accounts", nl, 1, "", "Met deze zoekterm komen de accounts naar boven.", "De accounts verdwijnen snel.", 0, ""},
	{"word-avoid", "blame in polite words", nl, 2, "", "Het meisje had voorzichtiger kunnen zijn.", "Het meisje was voorzichtig.", 0, ""},
	{"word-avoid", "blame in polite words", en, 2, "", "The boy should have known better.", "The boy could not have known.", 0, ""},
	{"word-avoid", "a part of the fault with a child", nl, 1, "", "Het kind is mede verantwoordelijk.", "Het kind is niet mede verantwoordelijk.", 0, ""},
	{"word-avoid", "a child called careless", en, 1, "", "The child was careless.", "No child was careless.", 0, ""},
	{"word-disguised", "a denied word with points in it", nl, 2, "", "Dat heet z.e.l.f.m.o.o.r.d.", "Dat heet zelfdoding, zegt de NCTV.", 0, ""},
	{"word-disguised", "a denied word with digits for letters", nl, 2, "", "Zij keken k1nderp0rno.", "Zij keken op 1 november 2025.", 0, ""},
	{"word-disguised", "a denied word in capitals", nl, 1, "", "Dat is KINDERPORNO.", "Dat is AVG-proof.", 0, ""},
	{"word-disguised", "a word spaced out", nl, 1, "", "Een w a l g e l i j k bericht.", "Een A of B op je schrift.", 0, ""},
	{"name-denied", "a denied name spelt out", nl, 1, "", "Dat zei K.a.n.a.r.i.e P.r.o.e.f.n.a.a.m toen.", "Dat zei de A.I.V.D. en de N.C.T.V. toen.", 0, ""},
	{"word-disguised", "the name of a group spaced out", nl, 2, "", "Leden van 7 6 4 praten zo.", "Zij gaven het de cijfers 7, 6 en 4.", 0, ""},
	{"word-disguised", "the name of a group with points", en, 2, "", "Members of N.L.M. talk like this.", "Members of the U.S.A. team talk like this.", 0, ""},
	{"word-disguised", "a number spaced out", nl, 1, "", "Bel meteen 1-1-2 bij gevaar.", "Lees hoofdstuk 1.1.2 bij gevaar.", 0, ""},
	{"word-disguised", "letters for the digits of a number", en, 1, "", "Call II2 in danger.", "Read part II, page 2.", 0, ""},
	{"word-disguised", "digits of another alphabet", nl, 1, "", "Bel meteen ١١٢ bij gevaar.", "Het is 12 m² groot.", 0, ""},
	{"word-disguised", "digits in circles", en, 1, "", "Call ①①② in danger.", "Step ① is to call.", 0, ""},
	{"word-disguised", "a letter of another alphabet", en, 2, "", "A suiсide.", "A café, naïve and β-test.", 0, ""},
	{"scenario-detail", "a town in an invented case", "content/leren/casus-*.nl.md", 2, `\nEen `, "\nIn Zwolle is een ", "\nErgens is een ", 1, "near"},
	{"scenario-detail", "a profession in an invented case", "content/leren/casus-*.en.md", 2, `\nA `, "\nA nurse and a ", "\nSomebody and a ", 1, "near"},
	{"person-named", "a researcher by name", nl, 2, "", "Volgens onderzoeker Jan Voorbeeld is dat zo.", "Volgens een onderzoeker van Fier is dat zo.", 0, ""},
	{"person-named", "a minister by name", en, 2, "", "Minister J. Example wrote that.", "The Minister wrote that.", 0, ""},
	{"person-named", "a detective by name in a record", "data/signals/*.yaml", 1, `(text:\n  nl: ")`, "${1}Rechercheur Jan Voorbeeld zag dit. ", "${1}Een rechercheur zag dit. ", 1, ""},
	{"figure-range", "the number of a figure and not its words", figures, 2, `range: \{from: 8, to: 17\}`, "range: {from: 8, to: 18}", "range: {from: 8, to: 17, about: true}", 0, "near"},
	{"figure-comparable", "figures of other units called comparable", "data/figures/fbi-verdachten-2025.yaml", 1, `order:`, "comparable: [fbi-zaken-metro]\norder:", "review_by: \"2027-11-01\"\norder:", 0, "near"},
	{"figure-sum", "leaders and everyone added up", nl, 2, "", "Er zijn [25](figure:nl-leiders-nrc) leiders en [minstens 70](figure:nl-actief-hcss) anderen, samen 95.", "Er zijn [25](figure:nl-leiders-nrc) leiders; elders telde men [minstens 70](figure:nl-actief-hcss) mensen.", 0, ""},
	{"figure-sum", "leaders and everyone added up", en, 2, "", "There are [25](figure:nl-leiders-nrc) leaders. [At least 70](figure:nl-actief-hcss) were active. So 95 people take part.", "There are [25](figure:nl-leiders-nrc) leaders. [At least 70](figure:nl-actief-hcss) were active. So at most 96 pages say it.", 0, ""},
	{"points-unmeant", "a share in points", "data/figures/cbs-intimidatie.yaml", 1, `nl: "8,8%"`, `nl: 8,8 procentpunt`, `nl: "8,8 %"`, 0, ""},
	{"points-unmeant", "a share in points", en, 1, "", "Of all, 8 percentage points take part.", "It rose by 8 percentage points.", 0, ""},

	{"advice-harmful", "the reader told to send images", nl, 2, "", "Stuur het filmpje naar de politie.", "Stuur geen filmpje naar de politie.", 0, ""},
	{"advice-harmful", "the reader told to delete chats", en, 2, "", "Delete the chats first.", "Do not delete the chats.", 0, ""},
	{"advice-harmful", "a group looked at online, and one in a room", nl, 1, "", "Bekijk de groepsapp.", "Kijk naar de groep en naar de jongere.", 0, ""},
	{"advice-harmful", "a group looked at online, and one in a room", en, 1, "", "Look at the group chat.", "Look at the group and at the young person.", 0, ""},
	{"word-avoid", "the old word beside the name of a law", nl, 1, "", "De wet uit 2024 gaat over kinderpornografisch materiaal.", "Dit is de Wet bestuursrechtelijke aanpak online kinderpornografisch materiaal.", 0, ""},
	{"advice-harmful", "the reader told to pay", nl, 1, "", "Betaal één keer een klein bedrag.", "Betaal geen bedrag.", 0, ""},
	{"advice-harmful", "the reader told to write to the offender", en, 1, "", "Write to the offender that it must stop.", "Write down what happened.", 0, ""},
	{"advice-harmful", "a promise of secrecy", nl, 1, "", "Beloof dat u niets zegt.", "Beloof niet dat u niets zegt.", 0, ""},
	{"advice-harmful", "a transfer to buy time", nl, 1, "", "Gaat het om een klein bedrag, maak dat dan over.", "Gaat het om geld, vertel dat dan aan Helpwanted.", 0, ""},
	{"advice-harmful", "help that waits for an answer", en, 1, "", "Wait for the answer before you help.", "Do not wait for the answer before you help.", 0, ""},
	{"quiz-answer", "the mark of the right answer on giving in", "content/leren/eerste-reactie.nl.md", 1, `(      - text: )Niet toegeven en`, "${1}Eerst toegeven en", "${1}Nooit toegeven, maar niet wachten en", 0, ""},
	{"quiz-answer", "the mark of the right answer on giving in", "content/leren/eerste-reactie.en.md", 1, `(      - text: )Do not give in, and`, "${1}Give in, and", "${1}Never give in, and", 0, ""},
	{"column-exchanged", "what not to do among what to do", "content/handelen/niet-doen.nl.md", 1, `\| (Chats of accounts wissen, of de telefoon afpakken) \| ([^|]+) \|`, "| $2 | $1 |", "| Chats wissen | $2 |", 0, ""},
	{"translation-differs", "hours narrowed in one language", "data/contacts/csg.yaml", 1, `  en: Day and night`, "  en: On weekdays, in office hours", "  en: Round the clock", 0, "near"},
	{"column-exchanged", "a blaming question to ask", "content/handelen/ouders.nl.md", 1, `Ben je bang voor iemand\? \| Hoe kon je zo dom zijn\?`, "Hoe kon je zo dom zijn? | Ben je bang voor iemand?", "Ben je bang? | Hoe kon je zo dom zijn?", 0, ""},
	{"column-exchanged", "a blaming question to ask", "content/handelen/ouders.en.md", 1, `Are you afraid of someone\? \| How could you be so stupid\?`, "How could you be so stupid? | Are you afraid of someone?", "Are you afraid? | How could you be so stupid?", 0, ""},
	{"said-otherwise", "the opposite of a word", "content/handelen/sociaal-werk.nl.md", 1, "", "Tot een oordeel van de rechter blijft iemand altijd schuldig aan het feit.\n\nTot een oordeel van de rechter blijft iemand nooit schuldig aan het feit.", "Tot een oordeel van de rechter blijft iemand onschuldig.\n\nVan de rechter hoort iemand het oordeel.", 0, "near"},
	{"said-otherwise", "a suspect called convicted on another page", "content/leren/politie.en.md", 1, "", "Two suspects of the fire at the old mill are still in custody.\n\nTwo convicted of the fire at the old mill are still in custody.", "Two suspects of the fire at the old mill are still in custody.\n\nNobody is in custody.", 0, "near"},
	{"record-contradicts", "another explanation that is the suspicion", "data/signals/angst-voor-lekken.yaml", 1, `"Pesten of roddel in de klas of in een groepsapp\."`, `"Afpersing door iemand die de jongere alleen online kent."`, `"Pesten of roddelen op school of in een groepsapp."`, 0, ""},
	{"record-contradicts", "a gap that became an order", "data/gaps/g22.yaml", 1, `Of en hoe u iemand naar gedachten aan zelfdoding kunt vragen, weten wij niet\. [^.]*\.`, "Vraag niet naar gedachten aan zelfdoding.", "Wij weten niet of en hoe u iemand naar gedachten aan zelfdoding kunt vragen.", 0, ""},
	{"record-contradicts", "a purpose that nobody found", "data/contacts/atkm.yaml", 1, `en: Orders companies to remove`, "en: Reporting point for", "en: Has companies remove", 0, "near"},
	{"case-elsewhere", "a case of another year", "data/cases/fr-cvlt.yaml", 1, `nl: Volgens HCSS is de oprichter in 2021 (.*)\n  en: (.*) in 2021`, "nl: Volgens HCSS is de oprichter in 2020 $1\n  en: $2 in 2020", "nl: Volgens HCSS is in 2021 de oprichter $1\n  en: $2 in 2021", 0, "any"},
	{"translation-differs", "a not lost in the interface", "i18n/nl.toml", 1, `Uw browsergeschiedenis wordt niet gewist`, "Uw browsergeschiedenis wordt gewist", "Uw geschiedenis wordt niet gewist", 0, "any"},
	{"text-repeated", "the step of another signal", "data/signals/huisdier.yaml", 1, `next_step:\n  nl: .*`, "next_step:\n  nl: \"Laat rustig weten dat u er bent en niet oordeelt. Schrijf op wat u ziet en sinds wanneer. Overleg met een collega of een naaste, of vraag advies aan Veilig Thuis.\"", "next_step:\n  nl: \"Vraag open hoe het gaat, met het dier en met de jongere, en vraag Veilig Thuis om advies.\"", 0, "any"},
	{"text-repeated", "among whom another figure counts", "data/figures/naaktfoto-metro.yaml", 1, `population: [^\n]*`, "population: {nl: Nederlandse meisjes die slachtoffer zijn, en: Dutch girls who are victims}", "population: {nl: Jongeren van wie de leeftijd ontbreekt, en: Young people of an age not given}", 0, "near"},
	{"heading-duplicate", "two headings exchanged", "content/netwerk/*.nl.md", 1, "", "## Wat de cijfers zeggen {#groepen-samen}\n\nEen.\n\n## Welke groepen samen komen {#cijfers-zeggen}\n\nTwee.", "## Wat de cijfers zeggen {#cijfers-zeggen}\n\nEen.\n\n## Welke groepen samen komen {#groepen-samen}\n\nTwee.", 4, "near"},
	{"debris", "the number of a note at a word", nl, 1, "", "Wie slachtoffer3 is, krijgt hulp.", "Wie slachtoffer is, krijgt 3 keer hulp.", 0, ""},
	{"debris", "a word broken at the end of a line, which stands nowhere else", "content/handelen/zorg-voor-uzelf.nl.md", 1, `, prikkelbaar zijn`, ", prikkel- baar zijn", ", prik- en schrikbaar zijn", 0, "near"},
	{"debris", "a word broken at the end of a line", nl, 1, "", "Wie slacht- offer is, krijgt hulp.", "Wie slachtoffer- of daderhulp zoekt, krijgt hulp.", 0, ""},
	{"debris", "a step that lost its number", "content/handelen/melden.nl.md", 1, `\n2\. `, "\n", "\n2.  ", 0, "near"},
	{"case-elsewhere", "an event of another case", "content/recht/zaken.*.md", 2, `case: us-mky\n((?s:.*?))case: us-mky`, "case: us-mky\n${1}case: us-764-2025", "case: us-mky \n${1}case: us-mky", 0, "near"},
	{"case-verdict", "a charge of which nobody knows", "data/cases/se-nlm.yaml", 1, `status: suspected`, "status: charged", "status: suspected # still", 0, "near"},
	{"figure-range", "an upper limit entered as a lower one", "data/figures/groomingduur-ckm.yaml", 1, `range: \{to: 7\}`, "range: {from: 7}", "range: {to: 7.0}", 0, ""},
	{"block-elsewhere", "the contacts of another page", "content/handelen/jongeren.*.md", 2, `ids: \[noodnummer, zelfmoordpreventie, helpwanted, fier, kindertelefoon, keerpunt\]`, "ids: [noodnummer, zelfmoordpreventie, csg, slachtofferhulp]", "ids: [noodnummer, zelfmoordpreventie, helpwanted, kindertelefoon, fier, keerpunt]", 0, ""},
	{"interface-text", "a door to another page in one language", "config.toml", 1, `(languages\.en\.params\.doors\]\]\nsection = )"/handelen/jongeren"`, `$1"/handelen/ouders"`, `$1"/handelen/jongeren" # as in Dutch`, 1, "near"},
	{"investigate-urged", "leave to watch open groups", "content/handelen/politie.en.md", 1, `Do not watch groups on`, "Feel free to watch open groups on", "Never watch groups on", 0, "near"},
	{"advice-harmful", "the emergency number after the first steps", "content/handelen/meldcode.nl.md", 1, `Bel \[112\]\(contact:noodnummer\) en loop niet eerst de stappen langs\.`, "Zet de eerste twee stappen en bel dan [112](contact:noodnummer).", "Bel [112](contact:noodnummer) en bewaar de stappen voor later.", 0, "near"},
	{"advice-harmful", "a phone kept until the police come", "content/handelen/onderwijs.en.md", 1, `Do not take a phone away and do not look through it\.`, "Keep the phone until the police come and do not look through it.", "Never take a phone away, and do not look through it.", 0, "near"},
	{"said-otherwise", "what nobody found is found", nl, 1, "", "Hulp voor jongeren die vrezen dat ze zelf iets strafbaars deden, vonden wij.", "Hulp voor jongeren die vrezen dat ze zelf iets strafbaars deden, vonden wij niet.", 0, ""},
	{"said-otherwise", "what nobody found is found", en, 1, "", "We found help for young people who fear that they have committed an offence.", "We found no help for young people who fear that they have committed an offence.", 0, ""},
	{"contact-way", "a line that only chats is to be called", nl, 1, "", "Bel [Helpwanted](contact:helpwanted).", "Chat met [Helpwanted](contact:helpwanted).", 0, ""},
	{"contact-way", "a line that only chats is to be called", en, 1, "", "Call [Helpwanted](contact:helpwanted).", "Chat with [Helpwanted](contact:helpwanted).", 0, ""},
	{"contact-way", "a promise that no record makes", en, 1, "", "Talk to the [confidential inspectors](contact:vertrouwensinspecteurs) anonymously.", "Talk to the [police](contact:politie) anonymously.", 0, ""},
	{"term-dated", "the day of another law", "content/begrippen/doxing.nl.md", 1, `sinds 1 januari`, "sinds 1 juli", "vanaf 1 januari", 0, "any"},
	{"number-alone", "an age of the next sentence", "content/beleid/leeftijdsverificatie.en.md", 1, `below the age of 16`, "below the age of 14", "below age 16", 0, ""},
	{"record-dated", "the state of a case of another month", "content/begrippen/precedent.nl.md", 1, `stand per maart 2026`, "stand per juni 2026", "stand per maart 2026 ", 0, ""},
	{"contact-phone", "a digit lost from the number in a contact's own text", "data/contacts/zelfmoordpreventie.yaml", 1, `0800-0113 is`, "0800-113 is", "(0800) 0113 is", 0, "near"},
	{"contact-text", "a term of a contact that leads to another", "content/begrippen/fier.nl.md", 1, `Contact: \[Fier\]\(contact:fier\)`, "Contact: [Slachtofferhulp Nederland](contact:slachtofferhulp)", "Meer: [Fier](contact:fier)", 0, "near"},
	{"contact-way", "a promise of silence", nl, 1, "", "Chat met [Helpwanted](contact:helpwanted); wat je daar vertelt, blijft tussen jullie.", "Chat met [Helpwanted](contact:helpwanted); wat je daar vertelt, bepaal je zelf.", 0, ""},
	{"harm-foretold", "what some victims do as a rule", nl, 1, "", "Een jongere die slachtoffer is, gaat later meestal anderen schaden.", "Een jongere die slachtoffer is, kan later anderen schaden.", 0, ""},
	{"harm-foretold", "what some victims do as a rule", en, 1, "", "A young person who is a victim usually goes on to harm others.", "A young person who is a victim may go on to harm others.", 0, ""},
	{"config-invalid", "the quick exit taken from pages on what to do", "config.toml", 1, `exit_not_in = \[`, `exit_not_in = ["handelen"`, `exit_not_in = ["zoeken"`, 0, ""},
	{"attribution-other", "another organisation than the source's", "content/daders-en-slachtoffers/daders.nl.md", 1, `De Britse politiedienst \[NCA\]\(term:nca\) noemde`, "[Europol](term:europol) noemde", "De [NCA](term:nca) noemde", 0, ""},
	{"danger-elsewhere", "another contact set as the one for emergencies", "config.toml", 1, `emergency = "noodnummer"`, `emergency = "politie"`, `emergency = "noodnummer" `, 0, ""},
	{"language-wrong", "a sentence of a paragraph left in the other language", "content/verwant/online-seksuele-uitbuiting.en.md", 1, `So do not use it as an established figure\.`, "Gebruik het dus niet als vaststaand cijfer.", "So do not take it for an established figure.", 0, ""},
	{"method-detail", "a part of the body beside wounds", "data/signals/onverklaarde-verwonding.yaml", 1, `een letter of teken, of`, "een letter of teken op de bovenbenen, of", "een letter of een teken, of", 0, ""},
	{"help-line", "the help line taken out of the contacts", "content/daders-en-slachtoffers/gevolgen.*.md", 2, `noodnummer, zelfmoordpreventie, veilig-thuis, csg`, "noodnummer, veilig-thuis, csg", "noodnummer, zelfmoordpreventie, csg, veilig-thuis", 0, "near"},
	{"text-repeated", "a sentence twice in a paragraph", "content/netwerk/routes.nl.md", 1, `Die openheid is geen fout van de jongere\.`, "$0 $0", "$0", 0, ""},
	{"case-verdict", "an accusation called a fact", "content/begrippen/terroristische-organisatie.en.md", 1, `an accusation \(as of March 2026\)`, "a proven fact (as of March 2026)", "one accusation (as of March 2026)", 0, ""},
	{"word-avoid", "blame in the place of comfort", "content/daders-en-slachtoffers/grooming.en.md", 1, `That openness is not a mistake; the offender exploits it\.`, "With that openness young people sometimes invite the contact themselves.", "That openness is not a mistake: the offender exploits it.", 0, ""},
	{"language-wrong", "a sentence left in the other language", en, 2, "", "Plan een gesprek na een zware dag.", "Plan a talk after a hard day.", 0, ""},
	{"case-verdict", "a suspect called the offender in the next sentence", "content/recht/opsporing.nl.md", 1, `De verdachte was al bij justitie in beeld`, "De dader was al bij justitie in beeld", "De man was al bij justitie in beeld", 0, ""},
	{"advice-harmful", "an instruction in a signal", "data/signals/*.yaml", 2, `(next_step:\n  nl: ")`, "${1}Bekijk de filmpjes. ", "${1}Bekijk geen filmpjes. ", 1, ""},
	{"emergency-first", "danger after what one looks up, on a page of signals", "content/signalen/per-leefgebied.*.md", 2, `(?m)^1\. ([^\n]*)\n2\. ([^\n]*)\n3\. ([^\n]*)\n`, "1. $3\n2. $2\n3. $1\n", "1. $1\n2. $3\n3. $2\n", 0, "near"},
	{"emergency-first", "another help line before it in the strip", "data/contacts/noodnummer.yaml", 1, `order: 10\n`, "order: 25\n", "order: 5\n", 0, ""},
	{"translation-differs", "the minutes of a module exchanged", "content/leren/basis.nl.md", 1, `minutes: 45`, "minutes: 54", "minutes:  45", 0, "any"},
	{"translation-differs", "another group behind the same words", "data/cases/ca-lijst.yaml", 1, `calls 764 and Maniac Murder Cult terrorist`, "calls 764 and No Lives Matter terrorist", "calls Maniac Murder Cult and 764 terrorist", 0, "near"},
	{"translation-differs", "a plea turned round in one language", "data/cases/us-mky.yaml", 1, `bekende de latere leider in november 2025 schuld`, "ontkende de latere leider in november 2025 schuld", "heeft de latere leider in november 2025 schuld bekend", 0, "near"},
	{"translation-differs", "the last in the place of the first", "content/handelen/wie-bellen.en.md", 1, `stop at the first yes`, "stop at the last yes", "stop where the first yes is", 0, "near"},
	{"emergency-first", "the first step taken out", "content/handelen/ouders.*.md", 2, `(?m)^1\. [^\n]*\n`, "", "$0", 0, ""},
	{"title-unshown", "the mark of a sensitive page turned off", "content/recht/*.nl.md", 2, `sensitive: true\n(note: [^\n]*)`, "sensitive: false\n$1", "sensitive: true\n$1", 1, ""},
	{"address-invalid", "an address copied from a message", sources, 2, `(?m)^(URL: [^?\n]+)$`, "$1?utm_source=nieuwsbrief", "$1?pagina=2", 0, ""},

	// Sources and claims.
	{"locator-heading", "a heading in another chapter", nl, 2, `\[hfst\. 6, Weten wat er speelt\]`, "[hfst. 5, Weten wat er speelt]", "[hfst. 6, Weten wat er speelt]", 0, ""},
	{"locator-heading", "a heading misspelt", en, 2, `\[ch\. 6, Weten wat er speelt\]`, "[ch. 6, Weten wat er speeld]", "[ch. 6]", 0, ""},
	{"attribution-other", "a newspaper that is not cited", nl, 1, "", "Volgens Der Spiegel is dat zo. [alinea 2](cite:metro-2025-10)", "Volgens Metro is dat zo. [alinea 2](cite:metro-2025-10)", 0, ""},
	{"attribution-other", "a newspaper that is not cited", en, 1, "", "According to Le Figaro that is so. [para. 2](cite:metro-2025-10)", "According to Metro that is so. [para. 2](cite:metro-2025-10)", 0, ""},
	{"attribution-other", "another month than the article's, told first", en, 1, "", "In October 2024 Metro wrote that it is so. [para. 2](cite:metro-2025-10)", "In October 2025 Metro wrote that it is so. [para. 2](cite:metro-2025-10)", 0, ""},
	{"attribution-other", "another year than the report's", nl, 1, "", "Volgens een rapport van HCSS uit 2023 is dat zo. [hfst. 2](cite:hcss-com)", "Volgens een rapport van HCSS uit 2026 is dat zo. [hfst. 2](cite:hcss-com)", 0, ""},
	{"attribution-other", "another month than the article's", nl, 2, "", "Metro schreef in augustus 2025 dat het zo is. [alinea 2](cite:metro-2025-10)", "Metro schreef in oktober 2025 dat het zo is. [alinea 2](cite:metro-2025-10)", 0, ""},
	{"term-dated", "a law that begins in another year", "content/recht/*.nl.md", 1, "", "Doxing is sinds 2019 strafbaar. [z.p.](cite:doxing-2023)", "Doxing is strafbaar. [z.p.](cite:doxing-2023)", 0, "any"},
	{"source-dates", "a date that its address contradicts", "data/sources/wodc-2025.yaml", 1, `issued: "2025"`, `issued: "2024"`, `issued: "2025-11-28"`, 0, "near"},
	{"source-dates", "verified before it was out", sources, 2, `(?m)^issued: ("202\d-\d\d-\d\d")`, "verified_on: \"2019-01-01\"\n$0", "verified_on: \"2026-11-01\"\n$0", 0, "near"},
	{"source-host", "the address of another publisher's page", "data/sources/atkm.yaml", 1, `(?m)^URL: .*`, "URL: https://www.politie.nl/informatie/anders.html", "URL: https://www.atkm.nl/anders", 0, ""},
	{"record-contradicts", "a work called read that was not", sources, 2, `kind_of_use: cited-in`, "kind_of_use: read", "kind_of_use: cited-in", 0, ""},
	{"record-contradicts", "a work called unread that was read", sources, 2, `kind_of_use: read\n((?:.*\n)*?)  nl: Volledige tekst gelezen`, "kind_of_use: cited-in\n$1  nl: Volledige tekst gelezen", "kind_of_use: read\n$1  nl: Volledige tekst gelezen", 0, "near"},
	{"source-fields", "a book's number on a web page", sources, 2, `(?m)^type: webpage\n`, "type: webpage\nISBN: 978-0-306-40615-7\n", "type: webpage\n", 1, ""},

	// Tests.
	{"quiz-answer", "a question for several with one right answer", "content/leren/basis.nl.md", 1, `(?s)(doelwit worden)\n        right: true`, "$1", "$1\n        right: true", 0, "near"},
	{"quiz-answer", "one asked for, several named", "content/leren/basis.en.md", 1, `question: (How|What)`, "question: Which statements are right? $1", "question: Which one? $1", 0, "near"},
	{"quiz-source", "a question that leads to another page", "content/leren/basis.*.md", 2, `page: \.\./netwerk/routes\.md#contact`, "page: ../netwerk/drie-delen.md#overlap", "page: ../netwerk/routes.md#contact", 0, ""},
	{"quiz-source", "a question that leads to what cites nothing and says nothing of it", "content/leren/basis.nl.md", 1, `(Hoe begint het contact)[^\n]*((?:\n[^\n]+)+page: )\.\./netwerk/routes\.md#contact(\n.*\n.*source: )metro-2025-08`,
		"$1?$2../recht/dader-of-slachtoffer.md#opschrijven${3}hcss-com", "Schrijft u op wat iemand overkwam?$2../recht/dader-of-slachtoffer.md#opschrijven${3}hcss-com", 0, "near"},
	{"quiz-source", "a question that leads to what cites nothing and says nothing of it", "content/leren/basis.en.md", 1, `(How does contact begin)[^\n]*((?:\n[^\n]+)+page: )\.\./netwerk/routes\.md#contact(\n.*\n.*source: )metro-2025-08`,
		"$1?$2../daders-en-slachtoffers/cirkel-doorbreken.md#wat-nu${3}hcss-com", "Do you write separately who says what?$2../recht/dader-of-slachtoffer.md#opschrijven${3}hcss-com", 0, "near"},

	// Debris, words and shape.
	{"debris", "the mark of a change", nl, 2, "", "Een {++nieuw++} woord.", "Een nieuw woord.", 0, ""},
	{"debris", "a space in a link", nl, 2, "", "Zie [de pagina] (niet-doen.md).", "Zie de pagina (hierboven).", 0, ""},
	{"debris", "a link turned round", en, 2, "", "See (the page)[niet-doen.md].", "See the page (above).", 0, ""},
	{"debris", "an escaped citation", nl, 2, "", `Zo is het. \[hfst. 4\](cite:hcss-com)`, "Zo is het. [hfst. 4](cite:hcss-com)", 0, ""},
	{"debris", "an escaped number of a list", en, 1, "", `2\. A step.`, "2. A step.", 0, ""},
	{"debris", "a question between brackets", nl, 2, "", "Het begon [nog vragen] klein.", "Het begon (zeggen wij) klein.", 0, ""},
	{"debris", "a mail address in words", nl, 1, "", "Mail redactie apenstaartje voorbeeld.", "Mail ons niet.", 0, ""},
	{"debris", "a mail address in brackets", en, 1, "", "Mail editors[at]example.", "Do not mail us.", 0, ""},
	{"debris", "a code for a picture sign", en, 1, "", "Good :thumbsup: to know.", "Good to know: yes.", 0, ""},
	{"debris", "two sentences run together", nl, 1, "", "Dat is zo.Dit ook niet.", "Dat is zo. Dit ook niet.", 0, ""},
	{"markup-raw", "a text in another encoding", nl, 1, "", "Dat zijn de fotoâ€™s.", "Dat zijn de foto’s.", 0, ""},
	{"debris", "the number of a note", en, 1, "", "That is known.1", "That is known. 1", 0, ""},
	{"debris", "half of a merge", nl, 2, "", "Een zin.\n=======", "Een zin.", 0, ""},
	{"text-cut", "a paragraph that breaks off", nl, 2, "", "De groepen veranderen omdat", "De groepen veranderen.", 0, ""},
	{"text-cut", "a paragraph without an end", en, 2, "", "The groups change all the time", "The groups change all the time:", 0, ""},
	{"text-cut", "a record that breaks off", "data/gaps/g16.yaml", 1, ` het noodnummer\.`, "", " 112.", 0, "near"},
	{"table-cell", "a cell left out", "content/*/ouders.*.md", 2, `\n(\| [^|\n]+ \|)[^|\n]+\|\n\n`, "\n$1\n\n", "\n$1 – |\n\n", 1, ""},
	{"table-cell", "an empty cell", "content/recht/zaken.nl.md", 1, `\| Een dienst kijkt naar feiten of personen\. \|`, "| |", "| – |", 0, ""},
	{"text-repeated", "an item copied and not changed", nl, 2, "", "- Vraag wat er is.\n- Vraag wat er is.", "- Vraag wat er is.\n- Vraag wie het was.", 1, ""},
	{"text-repeated", "an explanation copied and not changed", "data/signals/*.yaml", 2, `(other_explanations:\n  nl:\n    - )([^\n]+)\n    - [^\n]+`, "$1$2\n    - $2", "$1$2\n    - Iets heel anders.", 3, ""},
	{"text-repeated", "a title copied and not changed", "content/netwerk/omvang.nl.md", 1, `(?m)^title: [^\n]+`, "title: Wat is Com?", "title: Hoe groot", 0, "any"},
	{"word-doubled", "a word twice", nl, 2, "", "Dat is is zo.", "Dat dat zo is.", 0, ""},
	{"word-doubled", "a word twice, at the head", en, 2, "", "The the group.", "He had had it.", 0, ""},
	{"number-marks", "thousands with a comma", nl, 2, "", "In 2025 waren het 1,700 zaken.", "In 2025 waren het 1.700 zaken.", 0, ""},
	{"number-marks", "a comma that divides", en, 2, "", "That is 8,8 per cent.", "That is 8.8 per cent.", 0, ""},
	{"number-marks", "thousands with a comma in a figure", "data/figures/fbi-binnenlands-2025.yaml", 1, `nl: "1\.700"`, `nl: "1,700"`, `nl: "1.701"`, 0, ""},
	{"list-count", "an enumeration that lost an item of what was counted before", "content/begrippen/meldcode.nl.md", 1, `overleggen, praten, afwegen en besluiten`, "overleggen, praten en besluiten", "praten, overleggen, afwegen en besluiten", 0, ""},
	{"list-count", "an enumeration that lost an item of what was counted before", "content/begrippen/meldcode.en.md", 1, `consult, talk, weigh and decide`, "consult, talk and decide", "talk, consult, weigh and decide", 0, ""},
	{"list-count", "a list that has lost an item", nl, 2, "", "Er zijn drie redenen:\n\n- Een.\n- Nog een.", "Er zijn twee redenen:\n\n- Een.\n- Nog een.", 0, ""},
	{"list-count", "a step too many", en, 2, "", "It goes in 2 steps:\n\n1. One.\n2. Two.\n3. Three.", "It goes in 3 steps:\n\n1. One.\n2. Two.\n3. Three.", 0, ""},
	{"abbreviation-near", "letters exchanged in an abbreviation", nl, 2, "", "De NCVT waarschuwde.", "De NCTV waarschuwde.", 0, ""},
	{"abbreviation-near", "letters exchanged in an abbreviation", en, 1, "", "The AVID warned.", "The AIVD warned.", 0, ""},
	{"text-repeated", "the pronunciation of another term", "content/begrippen/grooming.nl.md", 1, `pronunciation: GROE-ming`, "pronunciation: kom", "pronunciation: GROO-ming", 0, "near"},
	{"link-text-differs", "a link that leads elsewhere", "content/handelen/*.nl.md", 2, `\[wat u beter niet doet\]\(niet-doen\.md\)`, "[wat u beter niet doet](melden.md)", "[wat u melden kunt](melden.md)", 0, ""},
	{"image-alt", "a file name for alternative text", nl, 1, "", "![tekening.svg](/tekening.svg)", "![Twee kringen](/tekening.svg)", 0, ""},
	{"typography", "three full stops", nl, 2, "", "Wacht niet... bel nu.", "Wacht niet … bel nu.", 0, ""},
	{"typography", "a space before a full stop", nl, 1, "", "Luister eerst . Bel dan.", "Luister eerst. Bel dan.", 0, ""},
	{"typography", "an accent for an apostrophe", nl, 1, "", "Blijf bij zo´n kind.", "Blijf bij zo'n kind.", 0, ""},
	{"typography", "a space before a comma in a record", "data/gaps/g12.yaml", 1, `, vonden wij niet`, " , vonden wij niet", ", dat vonden wij niet", 0, ""},
	{"debris", "words struck out", en, 1, "", "Call ~~the school~~ the police.", "Call the police.", 0, ""},
	{"raw-html", "a comment to act on", nl, 1, "", "Bel nu. <!-- klopt dit nog? -->", "Bel nu.", 0, ""},
	{"typography", "a space before a comma", en, 2, "", "Do not wait , call.", "Do not wait, call.", 0, ""},
	{"allow-invalid", "an allowance that says nothing", nl, 1, "", "Een zin. <!-- allow image-alt until 2027-01-01 by editor: klopt zo -->", "Een zin.", 0, ""},
	// What a heading, another page, a record or the same step elsewhere rules out, in all languages alike.
	{"call-delayed", "a step of the first hour put off", "content/handelen/politie.nl.md", 1, `\*\*Overleg meteen met`, "**Overleg later deze week met", "**Overleg direct met", 0, ""},
	{"call-delayed", "a step of the first hour put off", "content/handelen/politie.en.md", 1, `at once\.\*\*`, "next week.**", "straight away.**", 0, "near"},
	{"call-delayed", "the first step of a page put off", "content/handelen/onderwijs.en.md", 1, `In the Netherlands, call`, "Tomorrow, call", "In the Netherlands, always call", 0, "near"},
	{"call-delayed", "danger that may wait", nl, 1, "", "Is een kind nu in gevaar, bel dan morgen.", "Is een kind nu in gevaar, bel dan, en bel morgen opnieuw.", 0, ""},
	{"said-otherwise", "insight and control turned round", "content/handelen/ouders.nl.md", 1, `Het gaat om zicht en niet om controle, en`, "Het gaat om controle en niet om zicht, en", "Het gaat om zicht, en niet om controle;", 0, ""},
	{"said-otherwise", "insight and control turned round", "content/handelen/ouders.en.md", 1, `What matters is insight and not control, and`, "What matters is control and not insight, and", "What matters is insight, not control, and", 0, ""},
	{"said-otherwise", "what counts more turned round in a test", "content/leren/casus-ouder.nl.md", 1, `Zicht telt meer dan controle`, "Controle telt meer dan zicht", "Zicht weegt zwaarder dan controle", 0, ""},
	{"said-otherwise", "what counts turned round in a term", "content/begrippen/beschermende-factor.en.md", 1, `is knowing who someone deals with, and not control`, "is control, and not knowing who someone deals with", "is knowing who someone deals with, not control", 0, ""},
	{"quiz-answer", "the right answer leads to somebody else than its explanation", "content/leren/signalen.nl.md", 1, `en belt de politie`, "en belt de ouders", "en belt meteen de politie", 0, "near"},
	{"quiz-answer", "the right answer leads to somebody else than its explanation", "content/leren/signalen.en.md", 1, `and call the police`, "and call the parents", "and call the police at once", 0, "near"},
	{"contact-way", "an anonymous chat that asks for a name", "content/handelen/jongeren.nl.md", 1, `ook dat kan zonder je naam`, "daar moet je wel je naam zeggen", "ook dat kan anoniem", 0, ""},
	{"contact-way", "an anonymous chat that asks for a name", "content/handelen/jongeren.en.md", 1, `you can do that without your name too`, "there you do have to give your name", "you can do that anonymously too", 0, ""},
	{"contact-way", "advice that is not anonymous", en, 1, "", "Advice from the [LSE](contact:lse) is never anonymous.", "You need not give your name to the [LSE](contact:lse).", 0, ""},
	{"contact-way", "a record that asks for a name in one language", "data/contacts/lse.yaml", 1, `Anoniem kan\.`, "Geef uw naam.", "Anoniem mag.", 0, ""},
	{"case-elsewhere", "a minor where the record says an adult", "content/recht/dader-of-slachtoffer.nl.md", 1, `stond een tiener als volwassene`, "stond een tiener als minderjarige", "kwam een tiener als volwassene", 0, ""},
	{"case-elsewhere", "a record that says a minor where a page says an adult", "data/cases/us-764.yaml", 1, `tried as an adult`, "tried as a minor", "put on trial as an adult", 0, "any"},
	{"case-elsewhere", "a closed hearing that was public", en, 1, "", "[A case in Hamburg](case:de-hamburg) is heard in open court.", "[A case in Hamburg](case:de-hamburg) is not heard in public.", 0, ""},
	{"steps-exchanged", "the sentence on safety gone from a step", "content/handelen/sociaal-werk.nl.md", 1, ` Is de jongere bang om te weigeren, zorg dan eerst voor veiligheid\.`, "", " Durft de jongere niet te weigeren, zorg dan eerst voor veiligheid.", 0, ""},
	{"steps-exchanged", "the sentence on safety gone from a step", "content/handelen/ouders.en.md", 1, ` If your child is afraid to refuse, make sure they are safe first\.`, "", " If your child does not dare to refuse, make sure they are safe first.", 0, ""},
	{"steps-exchanged", "advice gone from a step", "content/handelen/onderwijs.nl.md", 1, ` Helpwanted raadt aan om niet op de eisen in te gaan\.`, "", " Helpwanted zegt: niet op de eisen ingaan; dat raadt de lijn aan.", 0, ""},
	{"cause-single", "one cause and no other", "content/daders-en-slachtoffers/gevolgen.nl.md", 1, `Zelfdoding heeft meestal meerdere oorzaken; dwang kan er een van zijn`, "Zelfdoding heeft maar één oorzaak, en dat is de dwang", "Zelfdoding heeft doorgaans meer dan één oorzaak; dwang kan er een van zijn", 0, ""},
	{"cause-single", "one cause and no other", "content/daders-en-slachtoffers/gevolgen.en.md", 1, `Suicide usually has several causes; coercion can be one of them`, "Suicide has only one cause, and that is coercion", "Suicide usually has more than one cause; coercion can be one of them", 0, ""},
	{"cause-single", "mostly one cause", "content/daders-en-slachtoffers/gevolgen.nl.md", 1, `Zelfdoding heeft meestal meerdere oorzaken; dwang kan er een van zijn`, "Zelfdoding heeft meestal één oorzaak, en dat is hier de dwang", "Zelfdoding heeft meestal niet één oorzaak; dwang kan er een van zijn", 0, ""},
	{"cause-single", "the only cause, in the next sentence", nl, 1, "", "Zij overleed door zelfdoding. De enige oorzaak was de groep.", "Zij overleed door zelfdoding. De enige oorzaak is dat nooit.", 0, ""},
	{"figure-comparable", "the same as the count of another", "data/figures/nl-betrokken-metro.yaml", 1, `same_as: nl-leiders-nrc`, "same_as: nl-actief-hcss", `same_as: "nl-leiders-nrc"`, 0, "near"},
	{"cause-single", "what leads to a suicide, and to a page", en, 1, "", "That leads to suicide among victims.", "This text on suicide leads to pages about help.", 0, ""},
	{"donts-unlinked", "a page that does not say what not to do, and one that does", "content/handelen/meldcode.nl.md", 1, `\(niet-doen\.md\)((?s:.*))$`, "(wie-bellen.md)$1", "(wie-bellen.md)$1\n## Wat u beter laat {#laten}\n\n- Zelf zoeken. [eigen](own:)\n- Uitvragen. [eigen](own:)\n", 0, "near"},
	{"number-uncited", "a year after the source, and one of what has its source", "content/cijfers/*.en.md", 1, "", "One says this, another that. [ch. 2](cite:hcss-com) The server went in 2021.", "One says this, another that. [ch. 2](cite:hcss-com) Both speak of 2021.", 0, ""},
	{"record-contradicts", "people under investigation counted as offenders", "data/figures/fbi-verdachten-2025.yaml", 1, `nl: Personen die de FBI`, "nl: Daders die de FBI", "nl: Mensen die de FBI", 0, "near"},
	{"record-contradicts", "people under investigation counted as offenders", "data/figures/fbi-verdachten-2025.yaml", 1, `en: People investigated`, "en: Offenders investigated", "en: Persons investigated", 0, "near"},
	{"record-contradicts", "a participant counted as an offender", "data/figures/leeftijd-jongste.yaml", 1, `jongste deelnemer die`, "jongste dader die", "jongste deelnemer van wie", 0, "near"},
	{"figure-text", "participants called offenders beside a figure", "content/cijfers/cijfers-lezen.nl.md", 1, `\(figure:nl-deelnemers-zembla\) deelnemers`, "(figure:nl-deelnemers-zembla) daders", "(figure:nl-deelnemers-zembla) mensen", 0, ""},
	{"figure-text", "participants called offenders beside a figure", "content/cijfers/cijfers-lezen.en.md", 1, `\(figure:nl-deelnemers-zembla\) participants`, "(figure:nl-deelnemers-zembla) offenders", "(figure:nl-deelnemers-zembla) people", 0, ""},
	{"case-verdict", "members called offenders in the text of a status", "data/cases/se-nlm.yaml", 1, `twee leden van`, "twee daders van", "twee mensen van", 0, ""},

	// What could harm, in buttons and settings too.
	{"danger-elsewhere", "a manager called in danger", nl, 1, "", "Bel bij direct gevaar uw leidinggevende.", "Bel bij direct gevaar niet eerst uw leidinggevende.", 0, ""},
	{"danger-elsewhere", "a manager called in danger", en, 1, "", "In immediate danger, call your manager.", "In immediate danger, do not call your manager first.", 0, ""},
	{"danger-elsewhere", "the emergency number after a colleague", nl, 1, "", "Is er direct gevaar? Bel eerst een collega, en daarna [112](contact:noodnummer).", "Is er direct gevaar? Bel eerst [112](contact:noodnummer), en daarna een collega.", 0, ""},
	{"danger-elsewhere", "the emergency number after a manager in the interface", "i18n/nl.toml", 1, `Is er nu gevaar\? Bel`, "Is er nu gevaar? Bel uw leidinggevende, en bel", "Is er nu gevaar? Bel meteen", 0, "near"},
	{"advice-harmful", "waiting before the emergency number in the interface", "i18n/nl.toml", 1, `Is er nu gevaar\? Bel`, "Is er nu gevaar? Wacht even en bel", "Is er nu gevaar? Bel meteen", 0, "near"},
	{"advice-harmful", "the emergency number for who is sure", nl, 1, "", "Bel de politie als u zeker bent.", "Bel de politie ook als u niet zeker bent.", 0, ""},
	{"advice-harmful", "the emergency number for who is sure", en, 1, "", "Call the police if you are sure.", "Call the police even if you are not sure.", 0, ""},
	{"domain-denied", "a quick exit to a messenger", "config.toml", 1, `exit = "https://www\.knmi\.nl/"`, "exit = \"https://t.me/abc\"", "exit = \"https://www.knmi.nl\"", 0, ""},
	{"advice-harmful", "a door that asks for secrecy", "config.toml", 1, `Wat u nu kunt doen, wat u beter niet doet`, "Houd het voor uzelf", "Houd het niet voor uzelf", 0, "near"},
	{"advice-harmful", "a door to the offender", "config.toml", 1, `What you can do now, what is better not done`, "Confront the offender", "Do not confront the offender", 0, "near"},
	{"advice-harmful", "a door that blames and has things deleted", "config.toml", 1, `en wat je kunt doen als je iets hebt gestuurd`, "wat je zelf had kunnen voorkomen, en wat je moet wissen", "wat niemand had kunnen voorkomen, en wat je niet wist", 0, "near"},
	{"advice-harmful", "a child of sixteen that can consent", nl, 1, "", "Een kind van zestien kan soms instemmen.", "Een kind van zestien kan niet instemmen.", 0, ""},
	{"advice-harmful", "a child of sixteen that can consent", en, 1, "", "A child of sixteen can sometimes consent.", "A child of sixteen cannot consent.", 0, ""},
	{"advice-harmful", "pictures put in a folder", nl, 1, "", "Zet de beelden in een map.", "Zet de beelden niet in een map.", 0, ""},
	{"advice-harmful", "photos brought to one's own phone", en, 1, "", "Transfer the photos to your own phone.", "Never transfer the photos to your own phone.", 0, ""},
	{"advice-harmful", "a look in the group", nl, 1, "", "Neem een kijkje in de groep.", "Neem geen kijkje in de groep.", 0, ""},
	{"advice-harmful", "an account of one's own", en, 1, "", "Make an account yourself in that group.", "Do not make an account yourself in that group.", 0, ""},
	{"advice-harmful", "help after some weeks", nl, 1, "", "Kijk het eerst een paar weken aan.", "Kijk het niet eerst een paar weken aan.", 0, ""},
	{"advice-harmful", "help after some weeks", en, 1, "", "Give it a few weeks first.", "Do not give it a few weeks first.", 0, ""},
	{"advice-harmful", "a wish to die belittled", nl, 1, "", "Het is een roep om aandacht.", "Het is nooit een roep om aandacht.", 0, ""},
	{"advice-harmful", "what the offender asks for bought", en, 1, "", "Buy the cards that the other person asks for.", "Do not buy the cards that the other person asks for.", 0, ""},
	{"advice-harmful", "three signals that are proof", nl, 1, "", "Drie signalen zijn een bewijs.", "Drie signalen zijn geen bewijs.", 0, ""},
	{"case-verdict", "a conviction in the title of a suspicion", "data/cases/se-nlm.yaml", 1, `Zweden: aanhoudingen in 2024`, "Zweden: een veroordeling in 2024", "Zweden: arrestaties in 2024", 0, ""},
	{"case-verdict", "verdicts in the title of a suspicion", "data/cases/se-nlm.yaml", 1, `Sweden: arrests in 2024`, "Sweden: verdicts in 2024", "Sweden: detentions in 2024", 0, ""},
	{"case-verdict", "years in jail in the status of a suspicion", "data/cases/se-nlm.yaml", 1, `live was uitgezonden\.`, "live was uitgezonden. Zij kregen elk zes jaar cel.", "live was uitgezonden. Op het feit staat maximaal zes jaar cel.", 0, ""},
	{"case-verdict", "a plea in the status of a suspicion", "data/cases/se-nlm.yaml", 1, `was streamed live\.`, "was streamed live. Both pleaded guilty.", "was streamed live. Neither pleaded guilty.", 0, ""},
	{"case-verdict", "a ruling that followed on a suspicion", "data/cases/se-nlm.yaml", 1, `live was uitgezonden\.`, "live was uitgezonden. De uitspraak volgde snel.", "live was uitgezonden. Het onderzoek volgde snel.", 0, ""},
	{"case-verdict", "a verdict in the timeline of a suspicion", "content/recht/zaken.nl.md", 1, `Twee aanhoudingen in Zweden\.`, "Een vonnis in Zweden.", "Twee arrestaties in Zweden.", 0, ""},
	{"case-verdict", "a guilt told in the next sentence", nl, 1, "", "Zo staat het in [de zaak](case:se-nlm). De bron zegt dat de rechter hem schuldig vond.", "Zo staat het in [de zaak](case:nl-veroordeling). De bron zegt dat de rechter hem schuldig vond.", 0, ""},
	{"debris", "a bracket open behind a step", nl, 1, "", "Kijk in het schema (zie stap 3.", "Kijk in het schema (zie stap 3).", 0, ""},
	{"debris", "a bracket open behind a chapter", en, 1, "", "Look in the book (chapter 2 of 3.", "Look in the book (chapter 2 of 3).", 0, ""},
	{"interface-text", "a signal that proves much", "i18n/nl.toml", 1, `Een signaal is geen bewijs\.`, "Eén signaal bewijst veel.", "Eén signaal bewijst niets.", 0, "near"},
}

// faultWith returns the fault that puts a text in place.
func (p pair) faultWith(text string) fault {
	if p.find == "" {
		f := insert(p.rule, p.name, p.files, p.count, text)
		f.Line += p.line
		return f
	}
	return fault{p.rule, p.name, p.files, p.count, p.find, text, p.line, p.at}
}

// pairMutants are the mistakes of the pairs.
func pairMutants(t *testing.T, site fstest.MapFS, names []string) (out []mutant) {
	for _, p := range pairs {
		made := p.faultWith(p.wrong).apply(site, names)
		if len(made) < p.count {
			t.Errorf("%s, %s: the site has %d places for it, not %d", p.rule, p.name, len(made), p.count)
		}
		out = append(out, made...)
	}
	return out
}

// What would have been right is no finding of the rule. Those in different files are looked at together; where there is a finding
// then, each alone.
func TestTwinsPass(t *testing.T) {
	files := original(t)
	names := slices.Sorted(maps.Keys(files))
	clean := map[diag.Diagnostic]bool{}
	for _, d := range foundAsItIs(files) {
		d.Position = diag.Position{File: d.File}
		clean[d] = true
	}
	var twins []mutant
	for _, p := range pairs {
		twins = append(twins, p.faultWith(p.right).apply(files, names)...)
	}
	for _, batch := range batched(files, spread(twins), func(mutant) bool { return false }) {
		together := sync.OnceValue(func() *site.Site { return loaded(batch.files) })
		for _, m := range batch.mutants {
			t.Run(m.rule+"-"+m.name, func(t *testing.T) {
				t.Parallel()
				if !batch.closed && len(m.foundIn(together(), clean)) == 0 {
					return
				}
				for _, d := range m.foundIn(loaded(m.files), clean) {
					t.Errorf("%s, %s: %s: %s", m.name, m.file, d.Position, d.Message)
				}
			})
		}
	}
}

func loaded(files fstest.MapFS) *site.Site {
	s, _ := site.Load(files)
	return s
}

// foundIn returns what the rule finds in a site, other than it found before, wherever that stood in its file.
func (m mutant) foundIn(s *site.Site, clean map[diag.Diagnostic]bool) []diag.Diagnostic {
	return slices.DeleteFunc(check.Only(s, today, m.rule), func(d diag.Diagnostic) bool {
		is := d.Rule == m.rule
		d.Position = diag.Position{File: d.File}
		return !is || clean[d]
	})
}
