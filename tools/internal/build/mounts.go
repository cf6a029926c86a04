package build

import (
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/theme"
)

// mounts says where Hugo finds what. A configuration with mounts of its own
// says so itself.
func mounts(s *site.Site) []render.Mount {
	if len(s.Config.Module.Mounts) > 0 {
		return nil
	}
	mounts := []render.Mount{
		{Source: site.Generated + "/content", Target: "content"}, // pages that rest on withdrawn works, over those that people wrote
		{Source: "content", Target: "content"},
		{Source: site.Generated + "/data", Target: "data/gen"},
		{Source: site.Generated + "/static", Target: "static"},
	}
	for _, base := range []string{theme.Dir + "/", ""} { // what is lent holds nothing that the site has, but for texts put together
		for _, dir := range []string{"layouts", "i18n", "data", "assets", "static"} {
			mounts = append(mounts, render.Mount{Source: base + dir, Target: dir})
		}
		mounts = append(mounts, adapters(s, base)...)
	}
	return mounts
}

// adapters make pages of records, each kind in its section.
func adapters(s *site.Site, base string) []render.Mount {
	params := s.Config.Params
	mounts := []render.Mount{{Source: base + "adapters/addresses", Target: "content"}}
	for adapter, section := range map[string]string{"sources": params.Sources, "signals": params.Signals, "figures": params.Figures} {
		if section != "" {
			mounts = append(mounts, render.Mount{Source: base + "adapters/" + adapter, Target: "content/" + section})
		}
	}
	return mounts
}
