package toolchain

import (
	"runtime"
	"runtime/debug"
)

// A Version is a part of wijzer with its version.
type Version struct{ Name, Version string }

// parts are the modules that decide what comes out of a build.
var parts = []Version{
	{"hugo", "github.com/gohugoio/hugo"},
	{"goldmark", "github.com/yuin/goldmark"},
}

// Versions tells what this program was made of.
func Versions() []Version {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return []Version{{"wijzer", "unknown"}, {"go", runtime.Version()}}
	}
	versions := []Version{{"wijzer", ownVersion(info)}}
	for _, part := range parts {
		versions = append(versions, Version{part.Name, moduleVersion(info, part.Version)})
	}
	return append(versions, Version{"go", runtime.Version()})
}

func moduleVersion(info *debug.BuildInfo, path string) string {
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return "unknown"
}

// ownVersion prefers the revision that the program was built from.
func ownVersion(info *debug.BuildInfo) string {
	version := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			version = s.Value
		}
	}
	if version == "" {
		return "(devel)"
	}
	return version
}
