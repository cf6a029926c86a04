// Package memory trades memory for speed within a bound. Collecting garbage
// rarely is faster; with a soft limit it still stays small. The limit follows
// what really is alive, so that a very large site does not spend its time on
// collecting.
package memory

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Limit is the memory, in bytes, that a site of 10,000 pages fits in.
const Limit = 520 << 20

// percent is how much garbage may come on top of what is alive, in per cent.
const percent = 400

// Pace sets the collector's goals and keeps them in step until the program
// ends. Somebody who sets GOGC or GOMEMLIMIT knows better.
func Pace() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(Limit)
	go func() {
		for range time.Tick(100 * time.Millisecond) {
			debug.SetMemoryLimit(limit(alive()))
		}
	}()
}

// limit leaves room for half as much again as is alive.
func limit(alive uint64) int64 { return max(Limit, int64(alive)*3/2) }

// alive is the heap that the last collection left, in bytes.
func alive() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
