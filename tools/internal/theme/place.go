package theme

import (
	"os"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

// Dir is where what a site is lent stands for Hugo, relative to the site.
const Dir = site.Generated + "/theme"

// Place returns what is to stand below Dir: the files lent to the site at
// root, and the schemas, from which an editor completes.
func Place(root string) map[string][]byte {
	fsys := os.DirFS(root)
	if !Lent(fsys) {
		return nil
	}
	texts := Texts(fsys)
	for name, text := range schema.Files() {
		texts["schemas/"+name] = text
	}
	return texts
}

// Schemas returns where the site at root has the schemas, relative to it.
func Schemas(root string) string {
	if Lent(os.DirFS(root)) {
		return Dir + "/schemas"
	}
	return "tools/internal/schema"
}
