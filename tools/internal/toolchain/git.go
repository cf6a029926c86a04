package toolchain

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os/exec"
	"strings"

	"comwijzer/tools/internal/failure"
)

// Revision returns the files below a folder as a revision of its git repository
// has them.
func Revision(ctx context.Context, dir, revision string) (fs.FS, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, failure.Usage("give a commit, branch or tag", "%q is no revision", revision)
	}
	var archive, said bytes.Buffer
	cmd := tool(ctx, dir, "git", "archive", "-0", "--format=zip", revision)
	cmd.Stdout, cmd.Stderr = &archive, &said
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, failure.Environment("apt-get install git", "git is not installed")
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, failure.Usage("give a commit, branch or tag: "+lastLines(said.String(), 1), "cannot read the site at revision %q", revision)
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}
