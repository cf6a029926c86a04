package bib

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
)

// What a format has no field for stands in its note, a line for each, as
// Zotero reads and writes it in its field Extra. So nothing is lost on the
// way, with "variable: value", and names as "Family || Given".
// https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra
const extraNames = " || "

func extraLine(variable, value string) string { return variable + ": " + value }

// extra takes over from a note what is said in that form. The rest is the
// notes of those who kept the file, and is left out.
func (m months) extra(item *Item, note string) {
	said := map[string]bool{}
	for line := range strings.SplitSeq(note, "\n") {
		key, value, found := strings.Cut(strings.TrimSpace(line), ":")
		variable := variableOf(key)
		value = strings.TrimSpace(value)
		switch {
		case key == "":
		case !found || variable == "" || value == "":
			item.leave("note")
		case variable == "type":
			item.Type = strings.ReplaceAll(value, " ", "-")
			if !slices.Contains(Types, item.Type) {
				item.Type = value
			}
		case IsName(variable):
			if !said[variable] {
				item.Names[variable] = nil
			}
			item.Names[variable] = append(item.Names[variable], extraName(value))
		case IsDate(variable):
			item.Dates[variable] = m.date(value)
		default:
			item.Texts[variable] = value
		}
		said[variable] = true
	}
}

// variableOf returns the variable that a line is about, "" for none: people
// write Publisher Place too.
func variableOf(key string) string {
	key = strings.TrimSpace(key)
	if key == "type" || key == "Type" {
		return "type"
	}
	hyphens := strings.ReplaceAll(key, " ", "-")
	for _, name := range slices.Concat(csl.Names, csl.Dates, csl.Texts) {
		if strings.EqualFold(name, hyphens) || strings.EqualFold(name, key) {
			return name
		}
	}
	return ""
}

// The parts of a name in such a line; the last two are ours.
func extraName(value string) cite.Name {
	parts := strings.Split(value, extraNames[:3])
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) == 1 {
		return cite.Name{Literal: value}
	}
	parts = append(parts, "", "", "")
	return cite.Name{Family: parts[0], Given: parts[1], Suffix: parts[2], Particle: parts[3], Dropping: parts[4]}
}

func extraNameLine(n cite.Name) string {
	if n.Literal != "" {
		return n.Literal
	}
	if n == (cite.Name{Family: n.Family}) { // or it would be read as an organisation
		return n.Family + extraNames
	}
	return strings.TrimRight(strings.Join([]string{n.Family, n.Given, n.Suffix, n.Particle, n.Dropping}, extraNames), " |")
}

// lost returns the lines for what reads back differently.
func (i *Item) lost(back *Item) (lines []string) {
	if back.Type != i.Type {
		lines = append(lines, extraLine("type", i.Type))
	}
	for _, variable := range slices.Sorted(maps.Keys(i.Names)) {
		if !slices.Equal(i.Names[variable], back.Names[variable]) {
			for _, n := range i.Names[variable] {
				lines = append(lines, extraLine(variable, extraNameLine(n)))
			}
		}
	}
	for _, texts := range [][2]map[string]string{{i.Dates, back.Dates}, {i.Texts, back.Texts}} {
		for _, variable := range slices.Sorted(maps.Keys(texts[0])) {
			if texts[0][variable] != texts[1][variable] {
				lines = append(lines, extraLine(variable, texts[0][variable]))
			}
		}
	}
	return lines
}
