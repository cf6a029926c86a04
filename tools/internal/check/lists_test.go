package check

import (
	"path"
	"testing"

	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// Lists of rules that follow what other packages have: who adds there hears it here.

func TestEveryKindOfDownloadIsLookedThrough(t *testing.T) {
	for _, e := range export.Exports() {
		if _, known := entryLines[path.Ext(e.Path)]; e.Format != "" && !known {
			t.Errorf("%s: add %q to entryLines of the rule built-help-line", e.Path, path.Ext(e.Path))
		}
	}
}

func TestEverySchemeSaysWhatItsTextIs(t *testing.T) {
	for scheme := range site.SchemeKinds {
		mark := (&md.Link{Dest: scheme + ":x"}).IsMark()
		if !mark && emptyTextHints[scheme] == "" {
			t.Errorf("add %q to emptyTextHints of the rule link-text-empty", scheme)
		}
	}
}
