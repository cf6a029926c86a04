package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/theme"
)

func init() {
	register(command{
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
			return func(_ context.Context, t *terminal, args []string) error {
				root, err := t.site()
				if err != nil {
					return err
				}
				lent := theme.Lendable()
				if len(args) == 0 {
					fmt.Fprintln(t.out, strings.Join(slices.Sorted(maps.Keys(lent)), "\n"))
				}
				for _, name := range args {
					if err := eject(root, path.Clean(filepath.ToSlash(name)), lent); err != nil {
						return err
					}
					fmt.Fprintln(t.out, path.Clean(filepath.ToSlash(name)))
				}
				return nil
			}
		},
	})
}

func eject(root, name string, lent map[string][]byte) error {
	src, known := lent[name]
	if !known {
		return failure.Usage(text.DidYouMean(name, slices.Sorted(maps.Keys(lent)), "wijzer eject lists them"), "no file %q in the theme", name)
	}
	to := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return failure.File("copying the file", err)
	}
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return failure.Usage("change it there, or remove it first", "the site has a %q of its own", name)
	}
	if err == nil {
		_, err = file.Write(src)
		err = errors.Join(err, file.Close())
	}
	return failure.File("copying the file", err)
}
