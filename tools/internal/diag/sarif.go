package diag

import (
	"io"
	"net/url"

	"github.com/owenrumney/go-sarif/v3/pkg/report"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

var sarifLevels = map[Severity]string{Info: "note", Warning: "warning", Error: "error"}

// printSARIF writes SARIF 2.1.0. Columns are counted in Unicode code
// points, which the run says, because SARIF's default is UTF-16 units.
func printSARIF(w io.Writer, ds []Diagnostic, o Options) error {
	rep := report.NewV210Report()
	run := sarif.NewRun().WithTool(sarif.NewTool().WithDriver(sarif.NewToolComponent().WithName("wijzer")))
	run.WithColumnKind("unicodeCodePoints")
	for _, d := range ds {
		rule := run.AddRule(d.Rule)
		if title := o.Rules[d.Rule]; title != "" {
			rule.WithDescription(o.Say(title))
		}
		message := o.Say(d.Message)
		if d.Hint != "" {
			message += "; " + o.Say("hint:") + " " + o.Say(d.Hint)
		}
		place := sarif.NewPhysicalLocation().
			WithArtifactLocation(sarif.NewSimpleArtifactLocation((&url.URL{Path: d.File}).String()))
		if d.Line > 0 {
			region := sarif.NewRegion().WithStartLine(d.Line)
			if d.Column > 0 {
				region.WithStartColumn(d.Column)
			}
			place.WithRegion(region)
		}
		result := sarif.NewRuleResult(d.Rule).
			WithLevel(sarifLevels[d.Severity]).
			WithMessage(sarif.NewTextMessage(message)).
			WithLocations([]*sarif.Location{sarif.NewLocationWithPhysicalLocation(place)})
		if d.Decision != (Decision{}) {
			result.AddSuppression(sarif.NewSuppression().WithKind("inSource").WithStatus("accepted").WithJustification(d.Decision.String()))
		}
		run.AddResult(result)
	}
	rep.AddRun(run)
	return rep.PrettyWrite(w)
}
