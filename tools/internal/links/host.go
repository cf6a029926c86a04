package links

import (
	"context"
	"sync/atomic"
	"time"
)

// A host answers one request at a time, with a rest after each.
type host struct {
	turn   chan struct{} // holds one token
	next   time.Time     // not before; whoever has the token may use it
	delay  atomic.Int64  // the rest that its robots.txt asks for
	closed atomic.Bool   // it asked for a longer rest than we can wait
}

func newHost() *host {
	h := &host{turn: make(chan struct{}, 1)}
	h.turn <- struct{}{}
	return h
}

// acquire waits for our turn.
func (h *host) acquire(ctx context.Context) error {
	select {
	case <-h.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := sleep(ctx, time.Until(h.next)); err != nil {
		h.turn <- struct{}{}
		return err
	}
	return nil
}

func (h *host) release(rest time.Duration) {
	h.next = time.Now().Add(max(rest, time.Duration(h.delay.Load())))
	h.turn <- struct{}{}
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
