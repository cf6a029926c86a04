package main

import (
	"context"
	"flag"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/export"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/review"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
	"comwijzer/tools/internal/write"
)

var _ = register(command{
	name:  "release",
	bare:  true,
	args:  "[--since REV|DATE]",
	title: "record what is published and what changed, so that nothing vanishes unnoticed",
	doc: `
Checks content and data and, when there are no errors, writes to
` + site.ReleasedFile + ` what others may link to and refer to: the ids of all terms
and records, the paths of all pages with their addresses and heading ids in
each language, and the files that are published beside them. Commit that file
with what you publish. From then on wijzer check reports whatever is gone
without a tombstone in data/tombstones/, and whatever has another address
without a redirect: wijzer mv renames and leaves one.

To ` + site.ChangesFile + ` it adds what changed for readers since the release that
git knows last: by page or record, language and kind, never the words. The
block "changes" shows it, and readers may subscribe to it. To say what a
correction was, give an entry a note.

  --since R  what changed since a revision or day instead: for the first release
`,
	setup: setupRelease,
})

func setupRelease(flags *flag.FlagSet) runner {
	since := flags.String("since", "", "")
	return func(ctx context.Context, t *terminal, _ []string) error {
		root, s, err := t.soundSite()
		if err != nil {
			return err
		}
		changes := []write.Change{{Path: site.ReleasedFile, New: s.Release(published(s))}}
		told, err := t.toldSince(ctx, root, review.State{Site: s}, *since)
		if err != nil {
			return err
		}
		if len(told) > 0 {
			changes = append(changes, write.Change{Path: site.ChangesFile, New: site.TellYAML(told)})
		}
		for i, c := range changes {
			if changes[i].Old, err = publish.Text(root, c.Path); err != nil {
				return err
			}
		}
		return t.change(ctx, root, "release", changes)
	}
}

// toldSince lists what changed for readers, that of earlier releases included: none when
// there was no release, and none is given, to compare with.
func (t *terminal) toldSince(ctx context.Context, root string, is review.State, since string) ([]site.Told, error) {
	revision, err := toolchain.LastCommitOf(ctx, root, site.ReleasedFile, site.ChangesFile), error(nil)
	if since != "" {
		revision, err = toolchain.RevisionOn(ctx, root, since)
	}
	if err != nil || revision == "" {
		t.say("no earlier release in git: nothing to tell changes since")
		return is.Told(), err
	}
	day, err := toolchain.DayOf(ctx, root, revision)
	if err != nil {
		return nil, err
	}
	was, err := stateAt(ctx, root, revision)
	if err != nil {
		return nil, err
	}
	today := time.Now()
	known := map[string]bool{}
	for _, one := range was.Told() {
		known[one.Key()] = true
	}
	notes := map[string]string{} // of an earlier run on this day that was not committed
	earlier := slices.DeleteFunc(is.Told(), func(one site.Told) bool {
		notes[one.Key()] = one.Note
		return one.On == today.Format(time.DateOnly) && !known[one.Key()]
	})
	was.Site = was.Without(was.Held(day))
	fresh := review.Tell(was, is)
	for i := range fresh {
		fresh[i].On = today.Format(time.DateOnly)
		fresh[i].Note = notes[fresh[i].Key()]
	}
	t.say(count(len(fresh), "change") + " for readers")
	return append(fresh, earlier...), nil
}

// published lists the addresses of the files that go with the pages.
func published(s *site.Site) (files []string) {
	for _, e := range export.Exports() {
		if name, ok := strings.CutPrefix(e.Path, "static/"); ok && e.Make != nil { // what stands beside a page goes with it
			files = append(files, "/"+name)
		}
	}
	for _, name := range s.Files() {
		if name, ok := strings.CutPrefix(name, "static/"); ok {
			files = append(files, "/"+name)
		}
	}
	return files
}
