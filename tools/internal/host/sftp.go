package host

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"comwijzer/tools/internal/failure"
)

// A server is a disk behind SSH, in the folder root of it.
type server struct {
	*sftp.Client
	ssh  *ssh.Client
	root string
}

func openSFTP(ctx context.Context, u *url.URL) (Target, error) {
	connection, err := dial(ctx, u)
	if err != nil {
		return nil, err
	}
	client, err := sftp.NewClient(connection)
	if err != nil {
		connection.Close()
		return nil, failure.Environment("the host must offer SFTP to this user: Subsystem sftp in its sshd_config", "no SFTP at %s: %v", u.Host, err)
	}
	s := server{client, connection, strings.TrimPrefix(u.Path, "/~/")} // from the folder where one comes in
	if _, can := client.HasExtension("posix-rename@openssh.com"); !can {
		s.Close()
		return nil, failure.Environment("publish to a folder and bring that over by other means", "the SFTP server of %s cannot replace a file in one step, or lets nobody write", u.Host)
	}
	context.AfterFunc(ctx, func() { // what waits for an answer need not wait on
		time.AfterFunc(interrupted, func() { connection.Close() })
	})
	return tree{s}, nil
}

// interrupted is how long an interrupted run has to let go of its lock.
const interrupted = 3 * time.Second

func (s server) at(name string) string { return path.Join(s.root, name) }

// Close ends the connection.
func (s server) Close() error { return errors.Join(s.Client.Close(), s.ssh.Close()) }

// Read reads a file.
func (s server) Read(ctx context.Context, name string) ([]byte, error) {
	file, err := s.Open(s.at(name))
	if err != nil {
		return nil, s.explained(name, err)
	}
	defer file.Close()
	var b bytes.Buffer
	_, err = file.WriteTo(&b)
	return b.Bytes(), errors.Join(ctx.Err(), s.explained(name, err))
}

// Write writes a file beside the one that it replaces.
func (s server) Write(ctx context.Context, name string, text []byte) error {
	temp, err := s.put(ctx, name, text)
	if err != nil {
		return s.explained(name, err)
	}
	return s.explained(name, s.PosixRename(temp, s.at(name)))
}

// put writes a file under a name that it has until it is whole, and returns where.
func (s server) put(ctx context.Context, name string, text []byte) (temp string, err error) {
	if err := s.MakeDir(ctx, path.Dir(name)); err != nil {
		return "", err
	}
	temp = s.at(scratch(name))
	file, err := s.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return "", err
	}
	_, err = file.ReadFrom(bytes.NewReader(text))
	if _, can := s.HasExtension("fsync@openssh.com"); can && err == nil {
		err = file.Sync()
	}
	return temp, errors.Join(err, file.Chmod(0o644), file.Close())
}

// Claim gives a whole file a name that is not taken: plain SFTP moves over nothing.
func (s server) Claim(ctx context.Context, name string, text []byte) error {
	temp, err := s.put(ctx, name, text)
	if err != nil {
		return s.explained(name, err)
	}
	err = s.Rename(temp, s.at(name))
	if err == nil {
		return nil
	}
	if _, there := s.Lstat(s.at(name)); there == nil { // the protocol has no word for that
		err = fs.ErrExist
	}
	s.Client.Remove(temp)
	return s.explained(name, err)
}

// Written returns when a file was written, by the clock of the host.
func (s server) Written(ctx context.Context, name string) (time.Time, error) {
	info, err := s.Stat(s.at(name))
	if err = errors.Join(ctx.Err(), err); err != nil {
		return time.Time{}, s.explained(name, err)
	}
	return info.ModTime(), nil
}

// List lists a folder.
func (s server) List(ctx context.Context, dir string) (map[string]int64, error) {
	entries, err := s.ReadDirContext(ctx, s.at(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	sizes := map[string]int64{}
	for _, e := range entries {
		sizes[e.Name()] = e.Size()
	}
	return sizes, s.explained(dir, err)
}

// Remove removes a file.
func (s server) Remove(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.explained(name, but(fs.ErrNotExist, s.Client.Remove(s.at(name))))
}

// MakeDir makes a folder that a web server can enter.
func (s server) MakeDir(ctx context.Context, dir string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := s.Stat(s.at(dir)); err == nil {
		return nil
	}
	if above := path.Dir(dir); above != dir && above != "." {
		if err := s.MakeDir(ctx, above); err != nil {
			return err
		}
	}
	if err := s.Mkdir(s.at(dir)); err != nil {
		if _, there := s.Stat(s.at(dir)); there == nil { // made meanwhile
			return nil
		}
		return s.explained(dir, err)
	}
	return s.explained(dir, s.Chmod(s.at(dir), 0o755))
}

// RemoveDir removes a folder with all in it.
func (s server) RemoveDir(ctx context.Context, dir string) error {
	entries, err := s.ReadDirContext(ctx, s.at(dir))
	if err != nil {
		return s.explained(dir, but(fs.ErrNotExist, err))
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			err = s.RemoveDir(ctx, name)
		} else {
			err = s.Remove(ctx, name)
		}
		if err != nil {
			return err
		}
	}
	return s.explained(dir, s.RemoveDirectory(s.at(dir)))
}

// Link links, or copies where the host has no links.
func (s server) Link(ctx context.Context, object, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := s.Client.Link(s.at(object), s.at(name))
	if err == nil {
		return nil
	}
	if _, there := s.Lstat(s.at(name)); there == nil {
		return nil
	}
	text, err := s.Read(ctx, object)
	if err != nil {
		return err
	}
	return s.Write(ctx, name, text)
}

// Point makes a link and moves it over the one that there is.
func (s server) Point(ctx context.Context, link, to string) error {
	err, temp := ctx.Err(), s.at(scratch(link))
	if err == nil {
		err = s.Symlink(to, temp)
	}
	if err == nil {
		err = s.PosixRename(temp, s.at(link))
	}
	return s.explained(link, err)
}

// Pointed reads a link.
func (s server) Pointed(ctx context.Context, link string) (string, error) {
	info, err := s.Lstat(s.at(link))
	if errors.Is(err, fs.ErrNotExist) {
		return "", ctx.Err()
	}
	if err == nil && info.Mode()&fs.ModeSymlink == 0 {
		return "", noLink(link)
	}
	to, err := s.ReadLink(s.at(link))
	return to, errors.Join(ctx.Err(), s.explained(link, err))
}

// Settle does nothing: each file was settled as it was written.
func (s server) Settle(context.Context) error { return nil }

// explained says more than the protocol does.
func (s server) explained(name string, err error) error {
	var status *sftp.StatusError
	var known *failure.Error
	switch {
	case err == nil || errors.As(err, &known) || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist):
		return err
	case errors.Is(err, fs.ErrPermission):
		return failure.Environment("look at the owner and the permissions there: the user must be able to write", "the host refuses %q", s.at(name))
	case errors.As(err, &status):
		return failure.Environment("", "the host fails at %q: %v%s", s.at(name), err, s.room())
	}
	return failure.Environment("", "the connection broke at %q: %v", s.at(name), err)
}

// room says when the disk of the host is full.
func (s server) room() string {
	if stat, err := s.StatVFS(s.root); err == nil && stat.FreeSpace() < 1<<20 {
		return " (its disk is full)"
	}
	return ""
}
