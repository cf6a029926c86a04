package toolchain

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"os/exec"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
)

// Revision returns the files below a folder as a revision of its git
// repository has them.
func Revision(ctx context.Context, dir, revision string) (fs.FS, error) {
	archive, err := git(ctx, dir, revision, "archive", "-0", "--format=zip", revision)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(strings.NewReader(archive), int64(len(archive)))
}

// RevisionOn returns the last commit before the end of a day, YYYY-MM-DD;
// another revision stays as it is.
func RevisionOn(ctx context.Context, dir, revision string) (string, error) {
	if _, err := time.Parse(time.DateOnly, revision); err != nil {
		return revision, nil
	}
	commit, err := git(ctx, dir, revision, "rev-list", "-1", "--before="+revision+"T23:59:59", "HEAD")
	if err == nil && strings.TrimSpace(commit) == "" {
		err = failure.Usage("give a later day", "no commit until %s", revision)
	}
	return strings.TrimSpace(commit), err
}

// LastCommitOf returns the commit that last changed one of some files, ""
// when the history has none, or there is no history.
func LastCommitOf(ctx context.Context, dir string, files ...string) string {
	commit, _ := git(ctx, dir, "HEAD", append([]string{"rev-list", "-1", "HEAD", "--"}, files...)...)
	return strings.TrimSpace(commit)
}

// DayOf returns the day on which a revision was made.
func DayOf(ctx context.Context, dir, revision string) (time.Time, error) {
	day, err := git(ctx, dir, revision, "log", "-1", "--format=%cs", revision)
	if err != nil {
		return time.Time{}, err
	}
	return time.Parse(time.DateOnly, strings.TrimSpace(day))
}

// FileAt returns the text of a file below dir at a revision.
func FileAt(ctx context.Context, dir, revision, file string) ([]byte, error) {
	text, err := git(ctx, dir, revision, "show", revision+":./"+file)
	return []byte(text), err
}

// ChangedSince lists the files below a folder that differ from a revision
// of its git repository, those that git does not know yet among them: by
// their names below the folder, with slashes.
func ChangedSince(ctx context.Context, dir, revision string) ([]string, error) {
	differ, err := git(ctx, dir, revision, "diff", "--name-only", "--no-renames", "--relative", "-z", revision, "--", ".")
	if err != nil {
		return nil, err
	}
	fresh, err := git(ctx, dir, revision, "ls-files", "--others", "--exclude-standard", "-z")
	return strings.FieldsFunc(differ+fresh, func(r rune) bool { return r == 0 }), err
}

// git runs git in a folder, for what it tells of a revision.
func git(ctx context.Context, dir, revision string, args ...string) (string, error) {
	if strings.HasPrefix(revision, "-") {
		return "", failure.Usage("give a commit, branch or tag", "%q is no revision", revision)
	}
	var out, said bytes.Buffer
	cmd := tool(ctx, dir, "git", args...)
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", failure.Environment("apt-get install git", "git is not installed")
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", failure.Usage("give a commit, branch or tag: "+lastLines(said.String(), 1), "cannot read the site at revision %q", revision)
	}
	return out.String(), nil
}

// History visits the texts that a file below a folder had in its git
// repository, the latest first; renames end it, and so does any trouble.
func History(ctx context.Context, dir, file string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		commits, err := git(ctx, dir, "HEAD", "log", "--format=%H", "--", file)
		if err != nil {
			return
		}
		for commit := range strings.FieldsSeq(commits) {
			text, err := FileAt(ctx, dir, commit, file)
			if err != nil || !yield(text) {
				return
			}
		}
	}
}
