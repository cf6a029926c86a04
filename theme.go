// Package theme is what a site looks like and is read with: layouts,
// styles, scripts, the interface's texts, adapters and language packs, as
// they stand in this repository. A program carries them along, for sites
// elsewhere.
package theme

import "embed"

// Files are the files of the theme, and of the site to start with, by their paths in this repository.
//
//go:embed all:adapters all:assets all:i18n all:layouts all:packs all:starter data/lexicon static/third-party.txt
var Files embed.FS

// Spare is the language whose texts stand in for those that another lacks.
const Spare = "en"
