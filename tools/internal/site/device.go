package site

import (
	"regexp"
	"slices"
	"strings"
)

// Reserved reports whether Windows keeps a part of a path for a device:
// there nobody can have a file con.yaml, or a folder aux.
func Reserved(name string) bool {
	return slices.ContainsFunc(strings.Split(strings.ToLower(name), "/"), func(part string) bool {
		part, _, _ = strings.Cut(part, ".")
		return device.MatchString(part)
	})
}

var device = regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)[1-9])$`)
