package host

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/write"
)

// A Publisher is who publishes. The token is the same in every run from one
// working copy, of which one publishes at a time: a lock with it is of a
// run that died.
type Publisher struct {
	Token string `json:"token"`
	Who   string `json:"who"` // for people
}

const (
	lockName = "lock"
	asked    = "asked" // is written to ask the target what time it is
)

// take takes the lock of the target, and returns the time by its clock.
// over takes it from somebody else too.
func take(ctx context.Context, t Target, p Publisher, over bool) (now time.Time, err error) {
	text, _ := json.Marshal(p) // texts only
	err = t.Claim(ctx, lockName, text)
	if errors.Is(err, fs.ErrExist) {
		held, readErr := holder(ctx, t)
		if readErr != nil {
			return now, readErr
		}
		if held.Token != p.Token && !over {
			return now, explain(ctx, t, held)
		}
		if err = t.Remove(ctx, lockName); err == nil {
			err = t.Claim(ctx, lockName, text)
		}
	}
	if err != nil {
		return now, err
	}
	return t.Written(ctx, lockName)
}

func holder(ctx context.Context, t Target) (p Publisher, err error) {
	text, err := t.Read(ctx, lockName)
	if errors.Is(err, fs.ErrNotExist) { // gone meanwhile
		return p, nil
	}
	if err == nil && json.Unmarshal(text, &p) != nil {
		p.Who = "somebody unknown"
	}
	return p, err
}

// dead is what to do when the lock is of a run that ended.
const dead = "wait until it is ready. When you know that it ended (its machine is off, its working copy gone), add --take-over: " +
	"nothing is lost by that, and whoever held the lock stops at its next step"

// explain says who holds the lock, for how long by the clock of the target.
func explain(ctx context.Context, t Target, held Publisher) error {
	since, err := t.Written(ctx, lockName)
	if err == nil && t.Write(ctx, asked, []byte("?")) == nil {
		defer t.Remove(ctx, asked)
		if now, err := t.Written(ctx, asked); err == nil {
			return failure.Environment(dead, "%s is publishing to this target: the lock was taken at %s, %s ago", held.Who,
				since.UTC().Format(time.RFC3339), max(0, now.Sub(since)).Round(time.Second))
		}
	}
	return failure.Environment(dead, "%s is publishing to this target", held.Who)
}

// holds reports an error when somebody else took the lock.
func holds(ctx context.Context, t Target, p Publisher) error {
	other, err := heldBy(ctx, t, p)
	if err == nil && other != "" {
		err = lost(other)
	}
	return err
}

// heldBy returns who took the lock of p, "" for nobody.
func heldBy(ctx context.Context, t Target, p Publisher) (other string, err error) {
	held, err := holder(ctx, t)
	if err != nil || held.Token == p.Token {
		return "", err
	}
	return cmp.Or(held.Who, "somebody"), nil
}

// lost says that somebody took over.
func lost(other string) error {
	return failure.Environment("ask what was published, and publish again if need be", "%s took over: nothing more is done here", other)
}

// release lets go of the lock, also when the run was interrupted.
func release(ctx context.Context, t Target, p Publisher) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if holds(ctx, t, p) == nil {
		t.Remove(ctx, lockName) // what stays is recognised by the next run
	}
}

// Token returns what the working copy in a folder is known by, kept in a
// file of it: a copy of that is another one.
func Token(root, file string) (string, error) {
	file = filepath.Join(root, file)
	here, err := filepath.Abs(root)
	if err != nil {
		return "", failure.File("keeping who publishes", err)
	}
	if text, err := os.ReadFile(file); err == nil && strings.HasSuffix(string(text), "\n"+here) {
		return strings.TrimSuffix(string(text), "\n"+here), nil
	}
	token := rand.Text()
	err = os.MkdirAll(filepath.Dir(file), 0o777)
	if err == nil {
		err = write.File(file, []byte(token+"\n"+here), 0o600)
	}
	return token, failure.File("keeping who publishes", err)
}
