package verify

import (
	"strings"

	"comwijzer/tools/internal/diag"
)

// Status is what befell a work after it was published.
type Status string

// The statuses. A correction is no retraction.
const (
	Retracted       Status = "was retracted"
	PartlyRetracted Status = "was retracted in part"
	Withdrawn       Status = "was withdrawn"
	Concern         Status = "is under an expression of concern"
	Corrected       Status = "was corrected"
	Renewed         Status = "was followed by a newer version"
	Other           Status = "was updated"
)

// kinds are what the words of registries begin with, or hold, for each
// status. The first that is found decides.
var kinds = []struct {
	holds  string
	status Status
}{
	{"partial_retract", PartlyRetracted}, {"retract", Retracted},
	{"withdraw", Withdrawn}, {"remov", Withdrawn},
	{"concern", Concern},
	{"correct", Corrected}, {"corrig", Corrected}, {"errat", Corrected}, {"addend", Corrected}, {"clarif", Corrected},
	{"version", Renewed}, {"edition", Renewed}, {"replac", Renewed},
}

func statusOf(kind string) Status {
	kind = strings.ToLower(kind)
	for _, k := range kinds {
		if strings.Contains(kind, k.holds) {
			return k.status
		}
	}
	return Other
}

// undone reports whether nobody should rely on the work any more.
func (s Status) undone() bool { return s == Retracted || s == Withdrawn }

// weight says how serious a status is to who cites the work, and the remedy.
func (s Status) weight() (diag.Severity, string) {
	switch s {
	case Retracted, Withdrawn:
		return diag.Error, "write withdrawn, with the day and the reason, in the record, and mend the claims that rest on it"
	case PartlyRetracted, Concern:
		return diag.Warning, "read the notice, and see whether the claims that rest on the work hold"
	case Corrected:
		return diag.Info, "read the correction; the work stands"
	}
	return diag.Info, "see whether the newer text says the same"
}
