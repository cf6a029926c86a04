package headers

import (
	"fmt"
	"strings"
)

const headersDoc = `For hosts that read _headers and _redirects (Netlify, Cloudflare Pages and the like):
wijzer publish TARGET --headers files puts both with the pages.`

// headersFile says nothing of the caching of pages: these hosts revalidate
// them anyhow, and of two rules for one address they would send both.
func headersFile(s Site) string {
	var b strings.Builder
	b.WriteString(head("_headers", headersDoc))
	b.WriteString("/*\n")
	for _, h := range always {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	for _, folder := range hashedFolders {
		fmt.Fprintf(&b, "/%s/*\n  Cache-Control: %s\n", folder, forEver)
	}
	return b.String()
}

// hashedFolders are those in which all names hold a hash.
var hashedFolders = []string{"css", "js", "search"}

func redirectsFile(s Site) string {
	var b strings.Builder
	b.WriteString(head("_redirects", headersDoc))
	for _, old := range s.old() {
		fmt.Fprintf(&b, "%s %s 301\n", encoded(old), encoded(s.Moved[old]))
	}
	for _, language := range s.Languages[1:] {
		fmt.Fprintf(&b, "/%s/* /%[1]s/404.html 404\n", language)
	}
	return b.String()
}
