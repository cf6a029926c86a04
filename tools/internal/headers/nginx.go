package headers

import (
	"fmt"
	"strings"
)

const nginxDoc = `For nginx 1.22 and later. Include it in a server { } that listens with TLS and has
root TARGET/current. brotli_static is of the package libnginx-mod-http-brotli-static:
without it, leave that line out.`

func nginx(s Site) string {
	var b strings.Builder
	b.WriteString(head("nginx", nginxDoc))
	b.WriteString("index index.html;\nabsolute_redirect off;\nserver_tokens off;\n\n")
	b.WriteString("gzip_static on;\nbrotli_static on;\ngzip_vary on;\n\ntypes {\n")
	list, byType := endings()
	for _, kind := range list {
		fmt.Fprintf(&b, "\t%q %s;\n", kind, strings.Join(byType[kind], " "))
	}
	b.WriteString("}\ndefault_type application/octet-stream;\n\n")
	nginxHeaders(&b, "")
	fmt.Fprintf(&b, "add_header Cache-Control %q always;\n\n", asked)
	fmt.Fprintf(&b, "location ~ \"%s\" {\n", hashed) // what it says replaces what the server says
	nginxHeaders(&b, "\t")
	fmt.Fprintf(&b, "\tadd_header Cache-Control %q;\n}\n\nerror_page 404 /404.html;\n", forEver)
	for _, language := range s.Languages[1:] {
		fmt.Fprintf(&b, "location /%s/ {\n\terror_page 404 /%[1]s/404.html;\n}\n", language)
	}
	for _, old := range s.old() {
		fmt.Fprintf(&b, "location = \"%s\" {\n\treturn 301 %s;\n}\n", inQuotes.Replace(decoded(old)), encoded(s.Moved[old]))
	}
	return b.String()
}

func nginxHeaders(b *strings.Builder, indent string) {
	for _, h := range always {
		fmt.Fprintf(b, "%sadd_header %s %q always;\n", indent, h.Name, h.Value)
	}
}
