package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "eject",
	args:  "[PATH ...]",
	title: "copy files of the theme into the site, to change them",
	doc: `
Copies files of the theme, such as assets/css/tokens/default.css or
layouts/_partials/site/footer.html, to the same place in the site. From then on
the site's own are used. Without PATH it lists what there is. A file that the
site has is not touched.
`,
	setup: func(*flag.FlagSet) runner {
		return func(ctx context.Context, t *terminal, args []string) error {
			root, err := t.site()
			if err != nil {
				return err
			}
			lent := theme.Lendable()
			if len(args) == 0 {
				fmt.Fprintln(t.out, strings.Join(slices.Sorted(maps.Keys(lent)), "\n"))
			}
			return t.eject(ctx, root, args, lent)
		}
	},
})

// eject copies files of the theme into the site: all of them or none.
func (t *terminal) eject(ctx context.Context, root string, names []string, lent map[string][]byte) error {
	var made []write.Change
	for _, name := range names {
		name = path.Clean(filepath.ToSlash(name))
		src, known := lent[name]
		if !known {
			return failure.Usage(text.DidYouMean(name, slices.Sorted(maps.Keys(lent)), "wijzer eject lists them"), "no file %q in the theme", name)
		}
		if write.Exists(filepath.Join(root, filepath.FromSlash(name))) {
			return failure.Usage("change it there, or remove it first", "the site has a %q of its own", name)
		}
		made = append(made, write.Change{Path: name, New: src})
	}
	return t.change(ctx, root, "eject", made)
}
