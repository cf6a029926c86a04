package export

import (
	"fmt"
	"strings"
)

// turtle writes a graph as Turtle. https://www.w3.org/TR/turtle/
func (g *graph) turtle() []byte {
	var b strings.Builder
	for _, p := range prefixes {
		fmt.Fprintf(&b, "@prefix %s: <%s> .\n", p[0], p[1])
	}
	for _, r := range g.resources {
		fmt.Fprintf(&b, "\n<%s> a %s", r.iri, r.class)
		for _, p := range r.properties {
			fmt.Fprintf(&b, " ;\n  %s ", p.name)
			for i, v := range p.values {
				if i > 0 {
					b.WriteString(", ")
				}
				b.WriteString(v.turtle())
			}
		}
		b.WriteString(" .\n")
	}
	return []byte(b.String())
}

// turtleEscapes are those that a text between double quotes needs.
var turtleEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

func (v value) turtle() string {
	quoted := `"` + turtleEscapes.Replace(v.text) + `"`
	switch {
	case v.iri != "":
		return "<" + v.iri + ">"
	case v.lang != "":
		return quoted + "@" + v.lang
	case v.datatype != "":
		return quoted + "^^" + v.datatype
	}
	return quoted
}
