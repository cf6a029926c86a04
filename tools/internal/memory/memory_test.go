package memory

import (
	"runtime"
	"testing"
)

func TestTheLimitFollowsWhatIsAlive(t *testing.T) {
	for in, want := range map[uint64]int64{0: Limit, 100 << 20: Limit, 1 << 30: 3 << 29} {
		if got := limit(in); got != want {
			t.Errorf("limit(%d) = %d, want %d", in, got, want)
		}
	}
	runtime.GC()
	if alive() == 0 {
		t.Error("the runtime does not tell what is alive")
	}
}
