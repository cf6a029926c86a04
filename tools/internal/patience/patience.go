// Package patience bounds what a test waits for. Tests wait for events,
// never for a time, so that they hold on a machine of any speed; but when
// an event never comes the test must end, and leave the others time enough.
package patience

import (
	"testing"
	"time"
)

// Deadline returns when a wait has lasted too long: after a quarter of the
// time that go test -timeout still leaves.
func Deadline(t *testing.T) time.Time {
	end, limited := t.Deadline()
	if !limited {
		return time.Now().AddDate(1, 0, 0)
	}
	return time.Now().Add(time.Until(end) / 4)
}
