package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
)

var recordName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.yaml$`)

// record reads data/<kind>s/<id>.yaml; nil when it cannot be used at all.
func (l *loader) record(name string) *Record {
	kind, id, ok := l.recordName(name)
	if !ok {
		return nil
	}
	l.portable(name)
	r := &Record{Kind: kind, ID: id, File: name}
	if r.Doc, ok = l.document(name); !ok {
		l.lost(kind, id)
		return nil
	}
	if content := kinds[kind]; content != nil {
		r.content = content(r)
		_ = r.Decode("", r.content)
	}
	_ = r.Decode("", &r.Basis)
	s, _ := schema.Get(kind)
	r.Refs = schemaRefs(s, r.Doc)
	r.passages = r.ownWords(l.site.Languages)
	return r
}

// recordName returns of what kind a file is a record, and its id; false for what is none.
func (l *loader) recordName(name string) (kind, id string, ok bool) {
	folder, base := path.Base(path.Dir(name)), path.Base(name)
	kind = strings.TrimSuffix(folder, "s")
	if kinds := schema.Names(""); strings.Count(name, "/") != 2 || !slices.Contains(kinds, kind) || folder != kind+"s" {
		l.report(diag.Position{File: name}, FileName, text.DidYouMean(folder, folders(kinds), "folders: "+strings.Join(folders(kinds), ", ")),
			"%q is no folder of records", path.Dir(name))
		return "", "", false
	}
	if !recordName.MatchString(base) {
		l.report(diag.Position{File: name}, FileName, "name it <id>.yaml: lower case, digits, hyphens", "file name %q is no id", base)
		id, _, _ := strings.Cut(base, ".")
		l.lost(kind, id)
		l.lost(kind, strings.ToLower(id))
		return "", "", false
	}
	return kind, strings.TrimSuffix(base, ".yaml"), true
}

func folders(kinds []string) (out []string) {
	for _, k := range kinds {
		out = append(out, k+"s")
	}
	return out
}
