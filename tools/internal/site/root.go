package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"comwijzer/tools/internal/failure"
)

// The folders of a site that wijzer makes.
const (
	Generated = ".gen"   // what Hugo reads besides what people write
	Published = "public" // the finished site, unless another place is asked for
)

// Authored are the folders that people write in. Nothing is ever built into them.
var Authored = []string{"content", "data", "adapters", "layouts", "assets", "static", "i18n"}

// FindRoot walks up from dir to the folder of the site: the first that
// holds both config.toml and content/.
func FindRoot(dir string) (string, error) {
	start, err := filepath.Abs(dir)
	if err != nil {
		return "", failure.File("finding the site", err)
	}
	switch info, err := os.Stat(start); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", failure.File("looking for the site", err)
	case err != nil || !info.IsDir():
		return "", failure.Usage("give a folder that exists after -C", "no folder %q", dir)
	}
	for here := start; ; here = filepath.Dir(here) {
		if isRoot(here) {
			return here, nil
		}
		if here == filepath.Dir(here) {
			return "", failure.Usage("go to a site's folder, or name it: wijzer -C DIR …; wijzer new site DIR makes one",
				"no site here: looked for a folder with %s and content/ in %q and every folder above it", ConfigFile, start)
		}
	}
}

func isRoot(dir string) bool {
	config, err := os.Stat(filepath.Join(dir, ConfigFile))
	if err != nil || config.IsDir() {
		return false
	}
	content, err := os.Stat(filepath.Join(dir, "content"))
	return err == nil && content.IsDir()
}
