package headers

import (
	"fmt"
	"regexp"
	"strings"
)

const caddyDoc = `For Caddy 2.6 and later. Import it in a site block that has root * TARGET/current.`

func caddy(s Site) string {
	var b strings.Builder
	b.WriteString(head("caddy", caddyDoc))
	caddyHeaders(&b, "")
	fmt.Fprintf(&b, "@hashed path_regexp %s\n@asked not path_regexp %[1]s\n", hashed)
	fmt.Fprintf(&b, "header @hashed Cache-Control %q\nheader @asked Cache-Control %q\n", forEver, asked)
	list, byType := endings()
	for i, kind := range list {
		fmt.Fprintf(&b, "@type%d path *.%s\nheader @type%[1]d Content-Type %[3]q\n", i, strings.Join(byType[kind], " *."), kind)
	}
	fmt.Fprintf(&b, "@pages path */\nheader @pages Content-Type %q\n\n", types[".html"])
	for i, old := range s.old() {
		fmt.Fprintf(&b, "@old%d path_regexp \"^%s$\"\nredir @old%[1]d %[3]s permanent\n", i, caddyQuotes.Replace(regexp.QuoteMeta(decoded(old))), encoded(s.Moved[old]))
	}
	b.WriteString("file_server {\n\tprecompressed br gzip\n}\n\nhandle_errors {\n")
	caddyHeaders(&b, "\t") // an error begins without those of above
	fmt.Fprintf(&b, "\theader Cache-Control %q\n\theader Content-Type %q\n", asked, types[".html"])
	others := ""
	for _, language := range s.Languages[1:] {
		fmt.Fprintf(&b, "\t@%s path /%[1]s/*\n\trewrite @%[1]s /%[1]s/404.html\n", language)
		others += fmt.Sprintf(" /%s/*", language)
	}
	if others == "" {
		return b.String() + "\trewrite * /404.html\n\tfile_server\n}\n"
	}
	return b.String() + "\t@other not path" + others + "\n\trewrite @other /404.html\n\tfile_server\n}\n"
}

// caddyQuotes makes of a pattern what Caddy reads between quotes: braces
// would be placeholders.
var caddyQuotes = strings.NewReplacer(`"`, `\"`, `\{`, `\x7B`, `\}`, `\x7D`)

func caddyHeaders(b *strings.Builder, indent string) {
	fmt.Fprintf(b, "%sheader {\n%[1]s\t-Server\n", indent)
	for _, h := range always {
		fmt.Fprintf(b, "%s\t%s %q\n", indent, h.Name, h.Value)
	}
	fmt.Fprintf(b, "%s}\n", indent)
}
