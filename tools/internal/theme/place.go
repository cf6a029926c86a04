package theme

import (
	"os"

	"comwijzer/tools/internal/site"
)

// Dir is where what a site is lent stands for Hugo, relative to the site.
const Dir = site.Generated + "/theme"

// Place returns what is to stand below Dir: the files lent to the site at root.
func Place(root string) map[string][]byte {
	if fsys := os.DirFS(root); Lent(fsys) {
		return Texts(fsys)
	}
	return nil
}
