package bib

import (
	"net/url"
	"strings"

	"comwijzer/tools/internal/cite"
)

// books are the types that OpenURL has as a book, with its word for them.
var books = map[string]string{"book": "book", "chapter": "bookitem", "report": "report"}

// dublin are the types that Zotero knows by a name of its own in Dublin
// Core.
var dublin = map[string]string{"webpage": "webpage", "legal_case": "case", "legislation": "statute", "broadcast": "tvBroadcast", "dataset": "document"}

// COinS returns a work as the title of an element of class Z3988, from
// which Zotero and others take it: an OpenURL ContextObject in key and
// value.
func (i *Item) COinS() string {
	keys := [][2]string{{"ctx_ver", "Z39.88-2004"}}
	add := func(key, value string) {
		if value != "" {
			keys = append(keys, [2]string{key, value})
		}
	}
	title := cite.PlainTitle(i.Texts["title"])
	switch {
	case strings.HasPrefix(i.Type, "article-"):
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal")
		add("rft.genre", "article")
		add("rft.atitle", title)
		add("rft.jtitle", i.Texts["container-title"])
	case books[i.Type] != "":
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:book")
		add("rft.genre", books[i.Type])
		add(map[bool]string{true: "rft.atitle", false: "rft.btitle"}[i.Type == "chapter"], title)
		add("rft.btitle", i.Texts["container-title"])
		add("rft.pub", i.Texts["publisher"])
	default:
		add("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")
		add("rft.type", dublin[i.Type])
		add("rft.title", title)
		add("rft.source", i.Texts["container-title"])
		add("rft.publisher", i.Texts["publisher"])
		add("rft.identifier", i.Texts["URL"])
	}
	for _, n := range i.Names["author"] {
		add("rft.au", risNameText(n))
	}
	date, _, _ := strings.Cut(i.Dates["issued"], "/")
	add("rft.date", strings.TrimRight(date, "~?%"))
	for _, k := range [][2]string{{"rft.volume", "volume"}, {"rft.issue", "issue"}, {"rft.pages", "page"}, {"rft.edition", "edition"},
		{"rft.isbn", "ISBN"}, {"rft.issn", "ISSN"}, {"rft.language", "language"}} {
		add(k[0], i.Texts[k[1]])
	}
	if doi := i.Texts["DOI"]; doi != "" {
		add("rft_id", "info:doi/"+doi)
	}
	add("rft_id", i.Texts["URL"])
	var out []string
	for _, k := range keys {
		out = append(out, k[0]+"="+url.QueryEscape(k[1]))
	}
	return strings.Join(out, "&")
}
