package mutation

// A fault is one mistake that an editor can make, applied to Count files that
// match Files and hold Find, each as a mutant of its own.
type fault struct {
	Rule    string // that must catch it
	Name    string // what the editor did
	Files   string // pattern of path.Match, a part for each folder
	Count   int
	Find    string // regular expression; its first match is replaced
	Replace string // with $1 and so on
	Line    int    // where it is to be found: lines after the start of the match
	At      string // "" that line; "file": the whole file; "near": any line of the file; "twin": the translation or the file; "any": anywhere
}

const (
	nl    = "content/*/*.nl.md"
	en    = "content/*/*.en.md"
	terms = "content/begrippen/*.nl.md"
	// An insertion goes before the section on what to do, as a paragraph.
	here = `\n## [^\n]*\{#wat-nu\}`
)

// insert is a fault that adds one paragraph to a page.
func insert(rule, name, files string, count int, text string) fault {
	return fault{Rule: rule, Name: name, Files: files, Count: count, Find: here, Replace: "\n" + text + "\n$0", Line: 1}
}

var faults = []fault{
	// References in text.
	{"reference-unknown", "last letter of a source's id left out", nl, 4, `\(cite:([a-z0-9-]+)[a-z0-9]\)`, "(cite:$1)", 0, ""},
	{"reference-unknown", "last letter of a source's id left out", en, 3, `\(cite:([a-z0-9-]+)[a-z0-9]\)`, "(cite:$1)", 0, ""},
	{"reference-unknown", "two letters of a source's id exchanged", nl, 2, `\(cite:hcss-com\)`, "(cite:hcss-cmo)", 0, ""},
	{"reference-unknown", "a letter too many in a term's id", nl, 3, `\(term:([a-z0-9-]+)\)`, "(term:${1}x)", 0, ""},
	{"reference-unknown", "a letter too many in a term's id", en, 3, `\(term:([a-z0-9-]+)\)`, "(term:${1}x)", 0, ""},
	{"reference-unknown", "a letter too many in a figure's id", nl, 2, `\(figure:([a-z0-9-]+)\)`, "(figure:${1}x)", 0, ""},
	{"reference-unknown", "a letter too many in a figure's id", en, 2, `\(figure:([a-z0-9-]+)\)`, "(figure:${1}x)", 0, ""},
	{"reference-unknown", "hyphen left out of an organisation's id", nl, 2, `\(contact:([a-z0-9-]+)\)`, "(contact:${1}-)", 0, ""},
	{"reference-unknown", "a letter too many in an organisation's id", en, 3, `\(contact:([a-z0-9-]+)\)`, "(contact:${1}x)", 0, ""},
	{"reference-unknown", "a letter too many in a case's id", nl, 2, `\(case:([a-z0-9-]+)\)`, "(case:${1}x)", 0, ""},
	{"reference-unknown", "a letter too many in a case's id", en, 1, `\(case:([a-z0-9-]+)\)`, "(case:${1}x)", 0, ""},
	{"scheme-unknown", "cite misspelt", nl, 2, `\(cite:`, "(cit:", 0, ""},
	{"scheme-unknown", "term misspelt", en, 2, `\(term:`, "(trem:", 0, ""},
	insert("scheme-unknown", "an address pasted into the text", nl, 2, "Zie ook https://example.org/pagina."),
	insert("scheme-unknown", "a mail address typed into the text", en, 1, "Write to <info@example.org>."),

	// References in blocks and records.
	{"reference-unknown", "wrong id in a contacts block", nl, 2, `ids: \[([a-z-]+)(, [a-z]|\]\n` + "```" + `)`, "ids: [${1}x$2", 0, ""},
	{"reference-unknown", "wrong topic in a figures block", nl, 2, `topic: ([a-z0-9-]+)`, "topic: ${1}x", 0, ""},
	{"reference-unknown", "wrong id in a gaps block", nl, 2, `ids: \[(g\d\d)`, "ids: [${1}9", 0, ""},
	{"reference-unknown", "wrong source in a timeline", "content/netwerk/ontstaan.*.md", 2, `source: hcss-com`, "source: hcss-kom", 0, ""},
	{"reference-unknown", "wrong term in a network", "content/netwerk/drie-delen.*.md", 2, `term: cyber-com`, "term: cyber-kom", 0, ""},
	{"reference-unknown", "wrong source of a figure", "data/figures/*.yaml", 3, `source: ([a-z0-9-]+)`, "source: ${1}x", 0, ""},
	{"reference-unknown", "wrong source of a case", "data/cases/*.yaml", 2, `source: ([a-z0-9-]+)`, "source: ${1}x", 0, ""},
	{"reference-unknown", "wrong source of a signal", "data/signals/*.yaml", 2, `source: ([a-z0-9-]+)`, "source: ${1}x", 0, ""},
	{"reference-unknown", "wrong source of a citation at second hand", "data/sources/*.yaml", 2, `source: ([a-z0-9-]+)`, "source: ${1}x", 0, ""},
	{"reference-unknown", "wrong topic of a figure", "data/figures/*.yaml", 2, `topic: ([a-z0-9-]+)`, "topic: ${1}x", 0, ""},
	{"reference-unknown", "wrong referral of a gap", "data/gaps/*.yaml", 2, `(refer: \[|refer:\n  - )([a-z-]+)`, "$1${2}x", 0, "near"},
	{"reference-unknown", "wrong related term", terms, 3, `see: \[([a-z0-9-]+)`, "see: [${1}q", 0, ""},
	{"block-unknown", "contacts without s", nl, 1, "```contacts", "```contact", 0, ""},
	{"block-unknown", "contacts without s", en, 1, "```contacts", "```contact", 0, ""},
	{"block-unknown", "figures without s", "content/cijfers/*.md", 2, "```figures", "```figure", 0, ""},
	{"schema-mismatch", "ids misspelt", nl, 2, "```contacts\nids:", "```contacts\nidz:", 1, ""},
	{"schema-mismatch", "topic misspelt", "content/cijfers/*.md", 2, "```figures\ntopic:", "```figures\ntopics:", 1, ""},
	{"schema-mismatch", "a date in a timeline that is none", "content/netwerk/ontstaan.*.md", 2, `date: "(\d{4})`, `date: "jaar $1`, 0, ""},

	// Links between pages.
	{"link-dead", "a letter too many in a page's name", nl, 2, `\]\(([a-z-]+)\.md\)`, "](${1}x.md)", 0, ""},
	{"link-dead", "a letter too many in a page's name", en, 2, `\]\(([a-z-]+)\.md\)`, "](${1}x.md)", 0, ""},
	{"link-dead", "a folder's name misspelt", nl, 2, `\]\(\.\./([a-z-]+)/`, "](../${1}x/", 0, ""},
	{"link-dead", "a step too many upwards", en, 1, `\]\(\.\./`, "](../../", 0, ""},
	{"link-dead", ".md left out", nl, 2, `\]\(([a-z-]+)\.md\)`, "]($1)", 0, ""},
	{"link-fragment", "a heading's id misspelt", nl, 2, `\.md#([a-z-]+)\)`, ".md#${1}x)", 0, ""},
	{"link-fragment", "a heading's id misspelt", en, 2, `\.md#([a-z-]+)\)`, ".md#${1}x)", 0, ""},
	{"link-dead", "a folder with a capital", nl, 1, `\]\(\.\./netwerk/`, "](../Netwerk/", 0, ""},
	{"link-dead", "a page with a capital", en, 1, `\]\(\.\./over/werkwijze\.md`, "](../over/Werkwijze.md", 0, ""},
	{"link-language", "a link into English", nl, 2, `\]\(([a-z-]+)\.md\)`, "](${1}.en.md)", 0, ""},
	{"link-language", "a link into Dutch", en, 2, `\]\(([a-z-]+)\.md\)`, "](${1}.nl.md)", 0, ""},
	insert("link-text-vague", "hier as link text", nl, 2, "Meer daarover leest u [hier](../netwerk/organisatie.md)."),
	insert("link-text-vague", "click here as link text", en, 1, "For more, [click here](../netwerk/organisatie.md)."),
	insert("link-text-empty", "no link text", nl, 1, "Meer staat op een andere pagina [](../netwerk/organisatie.md)."),

	// Front matter.
	{"schema-mismatch", "no summary", nl, 2, `summary: [^\n]*\n`, "", 0, "near"},
	{"schema-mismatch", "title misspelt", en, 2, `title:`, "titel:", 0, "near"},
	{"schema-mismatch", "an unknown page type", nl, 2, `type: uitleg`, "type: uitlg", 0, ""},
	{"schema-mismatch", "a date without day", en, 2, `date: (\d{4}-\d\d)-\d\d`, "date: $1", 0, ""},
	{"schema-mismatch", "a sensitive page without note", "content/netwerk/*.nl.md", 2, `note: [^\n]*\n`, "", 0, "near"},
	{"schema-mismatch", "forms misspelt", terms, 2, `forms:`, "form:", 0, "near"},
	{"schema-mismatch", "an unknown status", terms, 2, `status: publish`, "status: published", 0, ""},
	{"schema-mismatch", "status in the translation", "content/begrippen/*.en.md", 2, `type: begrip\n`, "type: begrip\nstatus: publish\n", 1, ""},
	{"vocabulary-unknown", "an audience misspelt", nl, 2, `audience: \[([a-z-]+)`, "audience: [${1}x", 0, ""},
	{"vocabulary-unknown", "a theme misspelt", terms, 2, `domain: ([a-z]+)`, "domain: ${1}x", 0, ""},
	{"date-invalid", "checked next year", nl, 2, `checked: 2026`, "checked: 2027", 0, ""},
	{"date-invalid", "a day that does not exist", en, 2, `date: 2026-11-\d\d`, "date: 2026-11-31", 0, ""},
	{"yaml-syntax", "a colon in an unquoted title", nl, 2, `title: ([^\n]*)`, "title: $1: meer: nog", 0, ""},
	{"front-matter", "the opening line removed", en, 1, `^---\n`, "", 0, "near"},

	// Headings, tables, images.
	{"heading-skip", "a heading two levels down", nl, 2, `(\n## [^\n]+\n)`, "$1\n#### Diep\n", 3, ""},
	insert("heading-skip", "a second heading of level one", en, 2, "# Another title"),
	{"heading-duplicate", "an id given twice", nl, 2, here, "\n## Nog een keer {#wat-nu}\n\nEen zin.\n$0", 0, "near"},
	{"table-header", "an empty cell in a table's header", "content/netwerk/extremisme.*.md", 2, `(\n\|[^\n]*)\| [^|\n]+ \|\n(\| ?:?-)`, "${1}| |\n$2", 1, ""},
	insert("image-alt", "no alternative text", nl, 2, "![](/favicon.svg)"),
	insert("image-missing", "an image that is not there", en, 2, "![A drawing](/drawing.svg)"),
	insert("image-missing", "an image of another host", nl, 1, "![Een tekening](https://example.org/x.png)"),
	insert("raw-html", "HTML in the text", nl, 2, "Dit is <b>belangrijk</b>."),

	// Claims and words.
	insert("claim-uncited", "a claim without citation", "content/netwerk/*.nl.md", 2, "Volgens de politie zijn de slachtoffers vooral meisjes en jonge vrouwen."),
	insert("claim-uncited", "a claim without citation", "content/netwerk/*.en.md", 1, "According to the police the victims are mainly girls and young women."),
	insert("number-uncited", "a number typed by hand", nl, 2, "Er zijn 70 Nederlandse slachtoffers."),
	insert("number-uncited", "a percentage typed by hand", en, 1, "Some 12 per cent of the young people were harassed."),
	insert("word-avoid", "the old word for abuse images", nl, 2, "In de groepen wordt kinderporno gedeeld."),
	insert("word-avoid", "the old word for abuse images", en, 1, "The groups share child porn."),
	insert("word-avoid", "a lurid word", nl, 1, "Het is een gruwelijk netwerk."),
	insert("phone-typed", "a telephone number typed by hand", nl, 2, "Bel Veilig Thuis op 0800-2000."),
	insert("phone-typed", "a telephone number typed by hand", en, 1, "Call the police on 0900-8844."),
	insert("address-typed", "a web address typed by hand", nl, 2, "Kijk op veiligthuis.nl."),
	insert("conviction-caseless", "a conviction without case", nl, 2, "De leider van de groep is veroordeeld."),
	insert("conviction-caseless", "a conviction without case", en, 1, "The leader of the group was convicted."),
	{"figure-text", "another number in a figure's link", nl, 1, `\[[^\]]+\]\(figure:([a-z0-9-]+)\)`, "[minstens 999](figure:$1)", 0, ""},
	{"figure-text", "another number in a figure's link", en, 1, `\[[^\]]+\]\(figure:([a-z0-9-]+)\)`, "[at least 999](figure:$1)", 0, ""},
	{"review-overdue", "a figure past its review date", "data/figures/*.yaml", 2, `topic:`, "review_by: \"2026-01-01\"\ntopic:", 0, "near"},

	// Locators.
	{"locator-range", "a chapter that the report does not have", nl, 3, `\[hfst\. \d[^\]]*\]\(cite:hcss-com`, "[hfst. 9](cite:hcss-com", 0, ""},
	{"locator-range", "a chapter that the report does not have", en, 2, `\[ch\. \d[^\]]*\]\(cite:hcss-com`, "[ch. 9](cite:hcss-com", 0, ""},
	{"locator-missing", "no place in a report with chapters", nl, 2, `\[hfst\. \d\]\(cite:hcss-com`, "[z.p.](cite:hcss-com", 0, ""},
	{"locator-missing", "an empty place", en, 2, `\[ch\. \d\]\(cite:hcss-com`, "[](cite:hcss-com", 0, ""},

	// Terms.
	{"term-text", "a text that is no form of the term", nl, 2, `\[[^\]]+\]\(term:([a-z-]+)\)`, "[iets anders](term:$1)", 0, ""},
	{"term-text", "a text that is no form of the term", en, 2, `\[[^\]]+\]\(term:([a-z-]+)\)`, "[something else](term:$1)", 0, ""},
	{"term-unlinked", "the first mention without link", "content/netwerk/*.nl.md", 1, `\[([^\]]+)\]\(term:sextortion\)`, "$1", 0, "near"},
	{"term-unlinked", "the first mention without link", "content/netwerk/*.en.md", 1, `\[([^\]]+)\]\(term:sextortion\)`, "$1", 0, "near"},
	{"alias-collision", "a form of another term", "content/begrippen/sextortion.*.md", 2, `forms: \[`, "forms: [grooming, ", 0, ""},
	{"definition-missing", "a term without text", terms, 2, `(?s)\n---\n.*`, "\n---\n", 0, "near"},
	{"definition-long", "a definition without end", "content/begrippen/grooming.nl.md", 1, `(\n---\n\n?)`, "${1}Het is iets dat een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien, veertien, vijftien, zestien, zeventien, achttien, negentien, twintig en nog heel veel meer woorden lang is, zo lang dat niemand die het leest aan het einde nog weet hoe het begon, wat het was en waarom het ooit zo lang moest worden opgeschreven door iemand die het vast goed bedoelde met de lezer van dit begrip. ", 0, "near"},
	{"definition-circular", "a definition with its own word", "content/begrippen/grooming.nl.md", 1, `(\n---\n\n?)`, "${1}Als iemand een kind groomt. ", 0, "near"},
	{"term-cycle", "a term broader than itself", "content/begrippen/sextortion.nl.md", 1, `broader: \[[^\]]*\]`, "broader: [sextortion]", 0, "near"},

	// Translation.
	{"translation-references", "a figure in one language only", nl, 2, `\[([^\]]+)\]\(figure:[^)]+\)`, "$1", 0, "twin"},
	{"translation-references", "an organisation in one language only", "content/handelen/*.en.md", 2, `\[([^\]]+)\]\(contact:[^)]+\)`, "$1", 0, "twin"},
	{"translation-references", "a citation in one language only", "content/netwerk/*.nl.md", 2, ` \[hfst\. \d\]\(cite:hcss-com\)`, "", 0, "twin"},
	{"translation-references", "another chapter than the translation", "content/netwerk/*.en.md", 2, `\[ch\. 5\]\(cite:hcss-com`, "[ch. 6](cite:hcss-com", 0, "twin"},
	{"translation-sections", "a heading's id changed in one language", nl, 2, `\{#kort\}|\{#niet\}|\{#lezen\}`, "{#anders}", 0, "twin"},

	// Records.
	{"schema-mismatch", "counts misspelt", "data/figures/*.yaml", 2, `counts:`, "count:", 0, "near"},
	{"schema-mismatch", "an unknown grade", "data/sources/*.yaml", 2, `grade: \w+`, "grade: prima", 0, ""},
	{"schema-mismatch", "an unknown status of a case", "data/cases/*.yaml", 2, `status: \w+`, "status: guilty", 0, ""},
	{"schema-mismatch", "a signal with one other explanation", "data/signals/*.yaml", 2, `(other_explanations:\n  nl:\n    - [^\n]+\n)(?:    - [^\n]+\n)+`, "$1", 1, "near"},
	{"record-language", "a topic without English title", "data/topics/*.yaml", 2, `\n  en: [^\n]+`, "", 0, "near"},
	{"record-language", "a gap without English text", "data/gaps/*.yaml", 2, `\n  en: [^\n]+`, "", 0, "near"},
	{"language-wrong", "Dutch where English belongs", "data/sources/*.yaml", 2, `(about:\n  nl: )("?[^\n]{150,})\n  en: [^\n]+`, "$1$2\n  en: $2", 2, "near"},
	{"contact-phone", "a digit left out of a telephone number", "data/contacts/veilig-thuis.yaml", 1, `0800-2000`, "0800-20", 0, ""},
	{"contact-phone", "a digit left out of a telephone number", "data/contacts/fier.yaml", 1, `(phone: "?[+0-9 -]+)\d("?\n)`, "$1$2", 0, ""},
	{"contact-unchecked", "a contact checked two years ago", "data/contacts/*.yaml", 2, `order:`, "checked_on: \"2024-11-01\"\nchecked_by: redactie\norder:", 0, "near"},
	{"address-insecure", "an address without https", "data/contacts/*.yaml", 2, `web: https:`, "web: http:", 0, ""},
	{"address-invalid", "an address without domain", "data/sources/*.yaml", 1, `URL: https://[^/\s]+`, "URL: https://voorbeeld", 0, ""},
	{"domain-denied", "an address on an unknown domain", "data/sources/*.yaml", 2, `URL: https://[^/\s]+`, "URL: https://www.onbekend-domein.nl", 0, ""},
	{"domain-denied", "an address on a messenger", "data/sources/*.yaml", 1, `URL: https://[^\s]+`, "URL: https://t.me/kanaal", 0, ""},
	{"source-fields", "a report without publisher", "data/sources/hcss-com.yaml", 1, `publisher: [^\n]+\n`, "", 0, "near"},
	{"source-fields", "an article without date", "data/sources/metro-2025-*.yaml", 2, `issued: [^\n]+\n`, "", 0, "near"},
	{"source-identifier", "a DOI that is none", "data/sources/*.yaml", 1, `grade:`, "DOI: 10.x/1\ngrade:", 0, ""},
	{"source-identifier", "an ISBN that does not add up", "data/sources/*.yaml", 1, `grade:`, "ISBN: 978-0-306-40615-8\ngrade:", 0, ""},
	{"source-identifier", "an ISSN that does not add up", "data/sources/*.yaml", 1, `grade:`, "ISSN: 1234-5678\ngrade:", 0, ""},
	{"source-identifier", "letters of an ECLI exchanged", "data/sources/rbl-2025-3105.yaml", 1, `ECLI: "?ECLI:NL:RBLIM`, "ECLI: ECLI:NL:RBLMI", 0, "near"},
	{"source-identifier", "an ECLI of another year", "data/sources/rbl-2025-3105.yaml", 1, `ECLI: "?ECLI:NL:RBLIM:2025`, "ECLI: ECLI:NL:RBLIM:2023", 0, "near"},
	{"source-superseded", "a source that a later one replaces", "data/sources/hcss-com.yaml", 1, `grade:`, "superseded_by: hcss-meme\ngrade:", 0, "any"},
	{"source-withdrawn", "a source that has been withdrawn", "data/sources/hcss-com.yaml", 1, `grade:`, "withdrawn: {on: \"2026-10-01\", reason: {nl: Ingetrokken., en: Withdrawn.}}\ngrade:", 0, "any"},
	{"date-invalid", "a source of the year 2029", "data/sources/*.yaml", 2, `issued: "20\d\d`, `issued: "2029`, 0, ""},
	{"date-invalid", "30 February", "data/sources/*.yaml", 1, `issued: "?\d{4}-\d\d-\d\d"?`, `issued: "2025-02-30"`, 0, ""},
	{"review-overdue", "a case past its review", "data/cases/*.yaml", 2, `review_by: "?2027`, "review_by: \"2026", 0, "near"},
	{"case-date", "a case reviewed before the state it tells", "data/cases/*.yaml", 2, `reviewed_on: "?2026-11-20"?`, `reviewed_on: "2020-01-01"`, 0, "near"},
	{"yaml-syntax", "a bracket left open", "data/topics/*.yaml", 2, `title:`, "title: [", 0, "near"},
	{"yaml-syntax", "a key given twice", "data/gaps/*.yaml", 2, `title:`, "order: 1\ntitle:", 0, "near"},

	// Modules, tests and cases.
	{"quiz-answer", "no answer marked as right", "content/leren/basis.*.md", 2, `        right: true\n`, "", 0, "any"},
	{"quiz-answer", "every answer marked as right", "content/leren/basis.*.md", 1, `(organisatie met een bestuur[^\n]*\n)([^\n]*\n        right: true\n)([^\n]*\n)([^\n]*\n)`, "$1        right: true\n$2$3        right: true\n$4        right: true\n", 0, "any"},
	{"quiz-translation", "another answer right in translation", "content/leren/signalen.en.md", 1, `(      - text: Proof[^\n]*\n)`, "$1        right: true\n", 0, "any"},
	{"block-uncited", "the source of an answer left out", "content/leren/basis.*.md", 2, `    sources:\n[^\n]*\n`, "", 0, "any"},
	{"casus-detail", "an age in an invented case", "content/leren/casus-*.nl.md", 2, `\n## [^\n]*\{#vragen\}`, "\nDe leerling is 15.\n$0", 1, ""},
	{"casus-detail", "a date in an invented case", "content/leren/casus-*.en.md", 1, `\n## [^\n]*\{#vragen\}`, "\nIt began on 3 March.\n$0", 1, ""},
	{"link-dead", "a page's name misspelt in a block", "content/leren/*.nl.md", 2, `page: (\.\./[a-z-]+/)([a-z-]+)\.md`, "page: $1${2}x.md", 0, ""},
	{"link-fragment", "a heading's id misspelt in a block", "content/leren/*.en.md", 2, `page: (\.\./[a-z-]+/[a-z-]+\.md#[a-z-]+)`, "page: ${1}x", 0, ""},
	{"part-missing", "a module without a test", "content/leren/basis.nl.md", 1, `\{#toets\}`, "{#vragen}", 0, "any"},

	// What the editorial safety policy keeps out.
	insert("name-denied", "a name that is published nowhere", nl, 2, "Kanarie Proefnaam begon de groep."),
	insert("name-denied", "such a name in another typing", en, 1, "It is KANARIE-PROEFNAAM's group."),
	{"name-denied", "such a name in a record", "data/gaps/*.yaml", 1, `(title:\n  nl: )`, "${1}Kanarie Proefnaam en ", 1, ""},
	{"name-denied", "such a name in a heading's id", "content/netwerk/*.nl.md", 1, `\{#wat-nu\}`, "{#kanarieproefnaam}", 0, ""},
	{"group-name", "a group named where one acts", "content/handelen/*.nl.md", 2, here, "\nLeden van 764 doen dat.\n$0", 1, ""},
	{"group-name", "a group named where one acts", "content/handelen/*.en.md", 1, here, "\nMembers of No Lives Matter do that.\n$0", 1, ""},
	{"group-name", "a group in the title of a page to act on", "content/handelen/ouders.nl.md", 1, `title: `, "title: 764 en ", 0, ""},
	insert("group-name", "a group named twice", "content/netwerk/*.en.md", 1, "CVLT is a group. CVLT has ended."),
	{"help-line", "the mark of a sensitive page left out", "content/daders-en-slachtoffers/gevolgen.*.md", 2, `\nsensitive: true`, "", 0, "near"},
	{"help-line", "the mark of a term left out", "content/begrippen/zelfmoordpreventie.*.md", 2, `\nsensitive: true`, "", 0, "near"},
	insert("cause-single", "one cause of a suicide", nl, 1, "De dwang leidde tot haar zelfdoding."),
	insert("cause-single", "one cause of a suicide", en, 1, "The coercion drove him to suicide."),
	insert("word-avoid", "a suicide that is committed", en, 1, "She committed suicide."),
	insert("word-avoid", "a child that takes part of its own will", nl, 1, "Sommige meisjes deden vrijwillig mee."),
	insert("label-unattributed", "a disputed label in our own voice", "content/netwerk/*.nl.md", 1, "Deze sekte is klein."),
	insert("label-unattributed", "a disputed label in our own voice", "content/netwerk/*.en.md", 1, "The groups are terrorist groups."),
	insert("exclamation", "a sentence that shouts", nl, 1, "Doe dit nooit!"),
	{"exclamation", "a heading that shouts", en, 1, `\n(## [^\n{]*[^\n{ ]) (\{#wat-nu\})`, "\n$1! $2", 1, ""},
	insert("search-key", "a hashtag", nl, 1, "Let op tekens als #blauw."),
	insert("search-key", "a code of picture signs", en, 1, "Look for 🔵 in a profile."),
	{"signal-proof", "a signal as proof", "data/signals/*.yaml", 2, `(text:\n  nl: [^\n]*)\.`, "$1, en dat wijst op misbruik.", 1, ""},
	{"signal-proof", "a signal as proof, in English", "data/signals/*.yaml", 1, `(text:\n  nl: [^\n]*\n  en: [^\n]*)\.`, "$1, which proves abuse.", 2, ""},
	{"note-long", "a note of two sentences", nl, 2, `\nnote: ([^\n]*)`, "\nnote: $1 Lees dit niet alleen.", 1, ""},
	insert("domain-denied", "an invitation in the text", nl, 1, "De groep staat op t.me/abcdef."),

	// What an editor decides on.
	insert("person-recognisable", "age, place and month of one person", nl, 2, "Een 13-jarige uit Zwolle deed dit in mei."),
	insert("person-recognisable", "age, place and month of one person", en, 1, "A girl aged 13 from Bristol did so in May 2024."),
	insert("method-detail", "a means of self-harm", nl, 1, "Slachtoffers verwonden zichzelf met een mes."),
	insert("method-detail", "a part of the body with self-harm", en, 1, "Some of them showed self-harm on an arm."),
	insert("victim-passive", "something done to a victim by nobody", "content/netwerk/*.nl.md", 1, "Het meisje werd afgeperst."),
	insert("victim-passive", "something done to a victim by nobody", "content/netwerk/*.en.md", 1, "The girl was blackmailed."),
	insert("word-avoid", "the fault put with the victim", nl, 1, "Het was hun eigen schuld."),
	insert("word-avoid", "a label for a person", en, 1, "He was a predator."),
	insert("group-risk", "a group of people called a risk", "content/netwerk/*.nl.md", 2, "Lhbti-jongeren zijn een risicogroep."),
	insert("group-risk", "what somebody likes called a sign", "content/netwerk/*.en.md", 1, "Watching anime is a sign."),
	insert("propaganda-title", "the title of a handbook", "content/netwerk/*.nl.md", 1, `Het handboek "De Lange Weg" gaat rond.`),
	insert("propaganda-title", "the title of a manifesto", "content/netwerk/*.en.md", 1, `The manifesto ‘The Long Road’ circulates.`),
	{"score-offered", "boxes to tick", "content/signalen/*.nl.md", 2, here, "\n- [ ] Trekt zich terug\n$0", 1, ""},
	{"score-offered", "a score where signals are shown", "content/signalen/per-leefgebied.en.md", 1, here, "\nA score of three is enough.\n$0", 1, ""},
	{"investigate-urged", "the reader sent to join", "content/handelen/*.nl.md", 2, here, "\nMaak een account en kijk mee in de groep.\n$0", 1, ""},
	{"investigate-urged", "the reader sent to save images", "content/handelen/*.en.md", 1, here, "\nDownload the images first.\n$0", 1, ""},
	{"donts-unlinked", "no way to what not to do", "content/handelen/meldcode.*.md", 2, `\(niet-doen\.md\)`, "(wie-bellen.md)", 0, "near"},
	{"overlap-unlinked", "the way to the page on overlap left out", "content/netwerk/extremisme.en.md", 1, `\[(Offender and victim)([^\]]*)\]\(\.\./daders-en-slachtoffers/slachtoffer-en-dader\.md\)`, "$1$2", 0, "near"},
	insert("image-source", "a photo", nl, 1, "![Een kind](/kind.jpg)"),
	{"gap-unshown", "a gap no longer shown where one looks", "content/handelen/wie-bellen.nl.md", 1, `g16`, "g15", 0, "any"},
	insert("sentence-long", "a sentence of forty words", "content/netwerk/*.nl.md", 1, "Wie deze pagina leest en zich zorgen maakt over een leerling, een kind in de buurt, een neef of iemand anders, kan met een collega overleggen en daarna, als dat nodig lijkt, een van de organisaties onder aan deze pagina bellen."),
	{"review-overdue", "a page compared two years ago", nl, 2, `checked: 2026`, "checked: 2024", 0, ""},

	// Word lists, lists and configuration.
	{"schema-mismatch", "a word list that is a text", "data/lexicon/nl.yaml", 1, `\ncounted:`, "\namounts2: 5\ncounted:", 1, "near"},
	{"config-invalid", "a default language that is not there", "config.toml", 1, `defaultContentLanguage = "nl"`, `defaultContentLanguage = "de"`, 0, "file"},
	{"config-invalid", "a quote left out", "config.toml", 1, `tokens = "comwijzer"`, `tokens = "comwijzer`, 0, "near"},

	// Allowances.
	insert("allow-invalid", "an allowance without reason", nl, 1, "<!-- allow image-alt until 2027-01-01 -->"),
	insert("allow-invalid", "an allowance for a rule that is not there", en, 1, "<!-- allow image-atl until 2027-01-01: decorative -->"),
	insert("allow-invalid", "an allowance that has ended", nl, 1, "<!-- allow image-alt until 2025-01-01 by editor: sierlijn -->"),
	insert("allow-invalid", "an allowance for nothing", en, 1, "A plain sentence. <!-- allow image-alt until 2027-01-01 by editor: decorative -->"),
	insert("allow-invalid", "an allowance without who decided", nl, 1, "<!-- allow image-alt until 2027-01-01: sierlijn -->"),
	insert("allow-invalid", "an allowance by an expert who never looked", en, 1, "<!-- allow image-alt until 2027-01-01 by expert: decorative -->"),

	// What is checked is what is read.
	{"markup-raw", "a space in a citation", nl, 4, `\]\(cite:([a-z0-9-]+)\)`, "](cite: $1)", 0, ""},
	{"markup-raw", "a space in a citation", en, 3, `\]\(cite:([a-z0-9-]+)\)`, "](cite: $1)", 0, ""},
	{"markup-raw", "a space in a link to a term", nl, 2, `\]\(term:([a-z0-9-]+)\)`, "](term: $1)", 0, ""},
	insert("markup-raw", "a heading without its space", nl, 2, "##Een kop zonder spatie"),
	insert("markup-raw", "bold without an end", en, 2, "This is **not closed."),
	insert("markup-raw", "an attribute without an end", nl, 1, "Een zin {#id"),
	insert("markup-raw", "a shortcode", en, 1, "See {{< figure >}}."),
	insert("markup-raw", "a mark of a footnote", nl, 1, "Een bewering.[^1]"),
	insert("markup-raw", "a table without its second line", nl, 1, "| a | b |"),
	insert("markup-raw", "an entity escaped twice", en, 1, "A space &amp;nbsp; here."),
	insert("character-hidden", "a space without width", nl, 3, "Een woord\u200b."),
	insert("character-hidden", "a mark that turns the direction", en, 2, "A \u202eword\u202c."),
	insert("character-hidden", "a bullet of a word processor", nl, 2, "\uf0b7 Een punt."),
	{"character-hidden", "a word joiner in a record", "data/sources/*.yaml", 2, `(?m)^label: (\w)`, "label: \u2060$1", 0, ""},
	insert("phone-typed", "a number with an entity for its space", nl, 2, "Bel 0800&nbsp;2000."),
	insert("phone-typed", "a number with a hyphen that is escaped", en, 1, `Call 0800\-2000.`),
	insert("address-typed", "an address with an entity for its full stop", nl, 1, "Zie veiligthuis&#46;nl."),
	insert("word-avoid", "a word with a soft hyphen in it", nl, 2, "Zij keken kinder\u00adporno."),
	{"translation-differs", "a year changed in one language", en, 4, `\n[A-Z][^\n]*? (?:201\d|202[0-5])([ ,.])`, "\nIn 1987$1", 1, "twin"},
	{"translation-differs", "a not left out", "content/handelen/*.en.md", 3, `Do not (\w+)`, "Do $1", 0, "twin"},
	{"translation-differs", "a not left out", "content/*/*.nl.md", 3, ` niet `, " ", 0, "twin"},
	{"translation-differs", "a never left out", en, 2, ` never `, " ", 0, "twin"},
	{"translation-differs", "a may made a fact", "content/netwerk/*.en.md", 2, ` may `, " will ", 0, "twin"},
	{"translation-differs", "a paragraph left out", "content/netwerk/*.en.md", 2, `\n\n[A-Z][^\n]{60,}\n\n`, "\n\n", 0, "twin"},
	{"translation-differs", "an item left out", "content/handelen/*.nl.md", 2, `\n- [^\n]+\n- `, "\n- ", 0, "twin"},
	{"translation-differs", "a mark of a sensitive page that is in one language", "content/netwerk/*.en.md", 2, `\nsensitive: true`, "\nsensitive: false", 1, "twin"},
	{"translation-differs", "another audience", en, 2, `audience: \[([a-z-]+), `, "audience: [", 0, "twin"},
	{"translation-differs", "another day of checking", en, 2, `checked: 2026-11-\d\d`, "checked: 2026-10-01", 0, "twin"},
	{"translation-differs", "a number changed in a record", "data/sources/*.yaml", 2, `(about:\n  nl: [^\n]*)20(\d\d)`, "${1}19$2", 1, "near"},
	{"translation-differs", "a not left out in a record", "data/gaps/*.yaml", 2, `(text:\n  nl: [^\n]*) niet `, "$1 ", 1, "near"},
	{"translation-differs", "a year changed in one language", nl, 4, `\n[A-Z][^\n]*? (?:201\d|202[0-5])([ ,.])`, "\nIn 1987$1", 1, "twin"},
	{"markup-raw", "an entity in a title", nl, 2, `(?m)^title: (\pL)`, "title: Caf&eacute; $1", 0, ""},
	{"markup-raw", "bold in a summary", en, 2, `(?m)^summary: (\pL+)`, "summary: a **$1** word", 0, ""},
	{"markup-raw", "a citation in a record", "data/gaps/*.yaml", 2, `(?m)^  nl: (\pL)`, "  nl: \"[p. 2](cite:a) $1\"\n  xx: $1", 0, "near"},
	{"source-markup", "HTML in a title", "data/sources/*.yaml", 3, `(?m)^title: (\pL+)`, "title: <em>$1</em>", 0, ""},
	{"source-markup", "an entity in the name of a publisher", "data/sources/*.yaml", 3, `(?m)^publisher: (\pL+)`, "publisher: Bos &amp; $1", 0, ""},
	{"source-markup", "braces of LaTeX in a title", "data/sources/*.yaml", 2, `(?m)^title: (\pL+)`, "title: De {$1}", 0, ""},
	{"source-markup", "a command of LaTeX in an author's name", "data/sources/*.yaml", 2, `(?m)^  - literal: (\pL+)`, "  - literal: Bos \\& $1", 0, ""},
	{"source-markup", "markup of CSL that is not closed", "data/sources/*.yaml", 1, `(?m)^title: (\pL+)`, "title: <i>$1", 0, ""},
	{"source-identifier", "a DOI with its name before it", "data/sources/*.yaml", 2, `(?m)^grade:`, "DOI: doi:10.1000/182\ngrade:", 0, ""},
	{"source-identifier", "a DOI in braces", "data/sources/*.yaml", 1, `(?m)^grade:`, "DOI: \"{10.1000/182}\"\ngrade:", 0, ""},
	{"source-identifier", "a DOI with the full stop of a sentence", "data/sources/*.yaml", 1, `(?m)^grade:`, "DOI: 10.1000/182.\ngrade:", 0, ""},
	{"source-identifier", "an ISBN with its name before it", "data/sources/*.yaml", 1, `(?m)^grade:`, "ISBN: urn:isbn:978-0-306-40615-7\ngrade:", 0, ""},
	{"schema-mismatch", "a fifth season", "data/sources/*.yaml", 1, `(?m)^issued: .*`, "issued: \"2025-25\"", 0, ""},
	{"file-unreadable", "a merge that was not finished", nl, 2, here, "\n<<<<<<< HEAD\n$0", 1, ""},
	{"file-unreadable", "a byte order mark", en, 2, `\A---`, "\uFEFF---", 0, ""},
	{"yaml-syntax", "a tab in a record", "data/sources/*.yaml", 2, `\n  nl: `, "\n\tnl: ", 1, "near"},

	// What could harm.
	{"contact-text", "a link to an organisation with the name of another", nl, 4, `\[politie\]\(contact:politie\)`, "[politie](contact:veilig-thuis)", 0, ""},
	{"contact-text", "the emergency number with another behind it", en, 3, `\[112\]\(contact:noodnummer\)`, "[112](contact:kindertelefoon)", 0, ""},
	{"contact-text", "a digit changed in a number", en, 1, `\[0800-0113\]`, "[0800-0133]", 0, ""},
	insert("images-kept", "the reader told to keep images", nl, 2, "Bewaar de beelden als bewijs."),
	insert("images-kept", "the reader told to look at images", en, 2, "Look at the images together."),
	insert("call-delayed", "the reader told to call with proof only", nl, 2, "Bel pas als u bewijs hebt."),
	insert("call-delayed", "the reader told to wait until it is certain", en, 2, "Call the police only when you are sure."),
	insert("case-verdict", "a suspect called convicted", nl, 2, "De man is veroordeeld; zie [de zaak](case:nl-nlm)."),
	insert("case-verdict", "a suspect called an offender", en, 1, "The offender is in custody; see [the case](case:se-nlm)."),
	{"case-verdict", "a suspect convicted in the record", "data/cases/*.yaml", 2, `status: (charged|suspected)`, "status: convicted", 0, "near"},
	{"case-verdict", "a convict charged in the record", "data/cases/*.yaml", 2, `status: convicted`, "status: charged", 0, "near"},
}
