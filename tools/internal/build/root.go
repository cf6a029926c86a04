package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Names of the places in a site that the pipeline knows.
const (
	configName = "config.toml"
	genName    = ".gen"
	outName    = "public"
)

// authored are the folders that people write in. Nothing is ever built into them.
var authored = []string{"content", "data", "layouts", "assets", "static", "i18n"}

// FindRoot walks up from dir to the folder of the site: the first that holds
// both config.toml and content/.
func FindRoot(dir string) (string, error) {
	start, err := filepath.Abs(dir)
	if err != nil {
		return "", fileFailure("finding the site", err)
	}
	switch info, err := os.Stat(start); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", fileFailure("looking for the site", err)
	case err != nil || !info.IsDir():
		return "", Usage("give a folder that exists after -C", "no folder %q", dir)
	}
	for here := start; ; here = filepath.Dir(here) {
		if isRoot(here) {
			return here, nil
		}
		if here == filepath.Dir(here) {
			return "", Usage("go to a site's folder, or name it: wijzer -C DIR …",
				"no site here: looked for a folder with %s and content/ in %q and every folder above it", configName, start)
		}
	}
}

func isRoot(dir string) bool {
	config, err := os.Stat(filepath.Join(dir, configName))
	if err != nil || config.IsDir() {
		return false
	}
	content, err := os.Stat(filepath.Join(dir, "content"))
	return err == nil && content.IsDir()
}
