package headers

import (
	"embed"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

// A Site is what the files for web servers depend on.
type Site struct {
	Languages []string          // the default first; the others have a folder of their own
	Moved     map[string]string // old addresses and where they lead
}

// decoded returns the path that a server compares an address with: what is
// no percent-encoding stays as it is.
func decoded(address string) string {
	if path, err := url.PathUnescape(address); err == nil {
		return path
	}
	return address
}

// encoded returns an address of letters, digits and a few signs that mean
// nothing to any server.
func encoded(address string) string {
	var b strings.Builder
	for _, c := range []byte(decoded(address)) {
		if plain := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("/-._~", c) >= 0; plain {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// A Kind is a file for one kind of web server.
type Kind struct {
	Name string // on the command line
	File string // what the file is called
	Doc  string // where it goes
}

const forHosts = `For hosts that read _headers and _redirects (Netlify, Cloudflare Pages and the like):
wijzer publish TARGET --headers files puts both with the pages.`

// Kinds lists all kinds by name.
var Kinds = []Kind{
	{"_headers", "_headers", forHosts},
	{"_redirects", "_redirects", forHosts},
	{"apache", ".htaccess", `For Apache 2.4 with mod_headers and mod_rewrite: wijzer publish TARGET --headers apache
puts it with the pages as .htaccess, where AllowOverride All must hold.`},
	{"caddy", "wijzer.caddy", `For Caddy 2.6 and later. Import it in a site block that has root * TARGET/current.`},
	{"nginx", "nginx.conf", `For nginx 1.22 and later. Include it in a server { } that listens with TLS and has
root TARGET/current. brotli_static is of the package libnginx-mod-http-brotli-static:
without it, leave that line out.`},
}

// Find returns the kind with a name.
func Find(name string) (k Kind, ok bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return k, false
	}
	return Kinds[i], true
}

//go:embed files
var files embed.FS

// templates are the files of all kinds, without the comment at their head.
// Quoted is what nginx and Apache read between quotes, groups what is no
// part of a match to Apache, which encodes, and braces what is no
// placeholder to Caddy.
var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"decoded": decoded, "encoded": encoded, "pattern": regexp.QuoteMeta, "join": strings.Join,
	"quoted": strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace,
	"groups": strings.NewReplacer(`\`, `\\`, `$`, `\$`, `&`, `\&`).Replace,
	"braces": strings.NewReplacer(`"`, `\"`, `\{`, `\x7B`, `\}`, `\x7D`).Replace,
}).ParseFS(files, "files/*"))

// Make returns the text of the file for a site.
func (k Kind) Make(s Site) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Made by: wijzer headers %s\n", k.Name)
	for line := range strings.Lines(k.Doc) {
		b.WriteString("# " + strings.TrimSpace(line) + "\n")
	}
	b.WriteByte('\n')
	type move struct{ From, To string }
	var old []move
	for _, from := range slices.Sorted(maps.Keys(s.Moved)) {
		old = append(old, move{from, s.Moved[from]})
	}
	err := templates.ExecuteTemplate(&b, strings.TrimPrefix(k.Name, "_"), map[string]any{
		"Always": always, "Asked": asked, "ForEver": forEver, "Hashed": hashed, "Folders": []string{"css", "js", "search"},
		"Types": endings(), "Page": types[".html"], "Others": s.Languages[1:], "Old": old,
	})
	if err != nil {
		panic(err) // part of the program
	}
	return b.String()
}

// ofType are the ends of names that have a media type.
type ofType struct {
	Type    string
	Endings []string
}

// endings lists the ends of names by their media type.
func endings() (list []ofType) {
	byType := map[string][]string{}
	for _, ending := range slices.Sorted(maps.Keys(types)) {
		byType[types[ending]] = append(byType[types[ending]], strings.TrimPrefix(ending, "."))
	}
	for _, kind := range slices.Sorted(maps.Keys(byType)) {
		list = append(list, ofType{kind, byType[kind]})
	}
	return list
}
