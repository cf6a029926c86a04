package headers

import (
	"fmt"
	"regexp"
	"strings"
)

const apacheDoc = `For Apache 2.4 with mod_headers and mod_rewrite: wijzer publish TARGET --headers apache
puts it with the pages as .htaccess, where AllowOverride All must hold.`

func apache(s Site) string {
	var b strings.Builder
	b.WriteString(head("apache", apacheDoc))
	b.WriteString("DirectoryIndex index.html\nOptions -Indexes -MultiViews +FollowSymLinks\n\n")
	for _, h := range always {
		fmt.Fprintf(&b, "Header always set %s %q\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "Header always set Cache-Control %q\nHeader merge Vary Accept-Encoding\n", asked)
	fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#%s# && -f %%{REQUEST_FILENAME}\">\n\tHeader always set Cache-Control %q\n</If>\n\n", hashed, forEver)
	list, byType := endings()
	for _, kind := range list {
		fmt.Fprintf(&b, "<FilesMatch \"\\.(%s)(\\.(br|gz))?$\">\n\tForceType %q\n</FilesMatch>\n", strings.Join(byType[kind], "|"), kind)
	}
	b.WriteString("AddEncoding br .br\nAddEncoding gzip .gz\n\nRewriteEngine On\n")
	for _, c := range [][2]string{{"br", "br"}, {"gzip", "gz"}} {
		fmt.Fprintf(&b, "RewriteCond %%{HTTP:Accept-Encoding} \\b%s\\b\nRewriteCond %%{REQUEST_FILENAME}index.html.%s -f\nRewriteRule ^(.*/)?$ $1index.html.%[2]s [END]\n", c[0], c[1])
		fmt.Fprintf(&b, "RewriteCond %%{HTTP:Accept-Encoding} \\b%s\\b\nRewriteCond %%{REQUEST_FILENAME}.%s -f\nRewriteRule ^(.*[^/])$ $1.%[2]s [END]\n", c[0], c[1])
	}
	b.WriteString("\nErrorDocument 404 /404.html\n")
	for _, language := range s.Languages[1:] {
		fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#^/%s/#\">\n\tErrorDocument 404 /%[1]s/404.html\n</If>\n", language)
	}
	for _, old := range s.old() {
		now := apacheGroups.Replace(decoded(s.Moved[old])) // which it encodes by itself
		fmt.Fprintf(&b, "RedirectMatch 301 \"^%s$\" \"%s\"\n", inQuotes.Replace(regexp.QuoteMeta(decoded(old))), inQuotes.Replace(now))
	}
	return b.String()
}

// apacheGroups keeps what would stand for parts of a match.
var apacheGroups = strings.NewReplacer(`\`, `\\`, `$`, `\$`, `&`, `\&`)
