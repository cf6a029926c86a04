package main

import (
	"slices"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// mayLook refuses a look by nobody, or on no day.
func mayLook(s *site.Site, by, on string) error {
	roles := s.Config.Params.Roles
	if by == "" || len(roles) > 0 && !slices.Contains(roles, by) {
		return failure.Usage(text.DidYouMean(by, roles, "params.roles in config.toml lists who may decide"), "unknown role %q", by)
	}
	if day, err := time.Parse(time.DateOnly, on); err != nil || day.After(time.Now()) {
		return failure.Usage("write the day of the look as YYYY-MM-DD", "%q is no day that has been", on)
	}
	return nil
}
