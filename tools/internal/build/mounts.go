package build

import (
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/site"
)

// mounts says where Hugo finds what. A configuration with mounts of its own says so itself.
func mounts(s *site.Site) []render.Mount {
	if len(s.Config.Module.Mounts) > 0 {
		return nil
	}
	mounts := []render.Mount{
		{Source: site.Generated + "/content", Target: "content"}, // pages that rest on withdrawn works, over those that people wrote
		{Source: "content", Target: "content"},
		{Source: "adapters/addresses", Target: "content"},
		{Source: site.Generated + "/data", Target: "data/gen"},
		{Source: site.Generated + "/static", Target: "static"},
	}
	params := s.Config.Params
	for adapter, section := range map[string]string{"sources": params.Sources, "signals": params.Signals, "figures": params.Figures} {
		if section != "" {
			mounts = append(mounts, render.Mount{Source: "adapters/" + adapter, Target: "content/" + section})
		}
	}
	for _, dir := range []string{"layouts", "i18n", "data", "assets", "static"} {
		mounts = append(mounts, render.Mount{Source: dir, Target: dir})
	}
	return mounts
}
