// Package headers holds what a web server is to say with each answer. One
// list is the source of the files for all kinds of servers, and of the
// policy that pages carry themselves.
package headers

import (
	"regexp"
	"strings"
)

// A Header is one line of an answer.
type Header struct{ Name, Value string }

// policy is what pages may load and do. Trusted Types: no script makes
// markup of text, and there is no policy by which one could.
var policy = []string{
	"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
	"connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
	"require-trusted-types-for 'script'", "trusted-types 'none'",
}

// Policy returns the content security policy that a page can carry itself.
func Policy() string { return strings.Join(policy, "; ") }

// always go with every answer.
var always = []Header{
	{"Content-Security-Policy", Policy() + "; frame-ancestors 'none'"},
	{"X-Frame-Options", "DENY"},                       // for browsers and tests that do not know frame-ancestors
	{"Strict-Transport-Security", "max-age=63072000"}, // not of other hosts in the domain: that is not ours to say
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
}

// Addresses that hold a hash of what they answer never answer anything
// else; of the others one asks each time whether it changed.
const (
	forEver = "public, max-age=31536000, immutable"
	asked   = "no-cache"
)

// hashed is a name that changes with what the file holds.
const hashed = `[/.][0-9a-f]{8,64}\.[a-z0-9]+$`

var hashedName = regexp.MustCompile(hashed)

// Hashed reports whether the name of a file holds a hash of what is in it.
func Hashed(name string) bool { return hashedName.MatchString(name) }

// Caching returns how long what is at an address may be kept.
func Caching(name string) string {
	if Hashed(name) {
		return forEver
	}
	return asked
}

// types are the kinds of files of a site, by the end of their names: the one list of
// these for servers, the preview, downloads and what is compressed.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".atom": "application/atom+xml", ".jsonld": "application/ld+json", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
	".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ttl": "text/turtle; charset=utf-8",
	".bib": "application/x-bibtex; charset=utf-8", ".ris": "application/x-research-info-systems; charset=utf-8",
	".xml": "application/xml", ".tbx": "application/xml", ".ics": "text/calendar; charset=utf-8",
	".woff2": "font/woff2", ".pdf": "application/pdf", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

var textual = regexp.MustCompile(`; charset=|[/+](?:json|xml)$`)

// IsText reports whether files whose names end in such a way hold text.
func IsText(ending string) bool { return textual.MatchString(types[ending]) }

// Type returns the media type of files whose names end in such a way.
func Type(ending string) string {
	if t, known := types[ending]; known {
		return t
	}
	return "application/octet-stream"
}
