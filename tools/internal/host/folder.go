package host

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/write"
)

// A folder is a disk on this machine.
type folder string

func openFolder(dir string) (Target, error) {
	dir, err := filepath.Abs(dir)
	if info, absent := os.Stat(dir); err == nil && absent == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no folder", dir)
	}
	if err != nil {
		return nil, failure.File("opening the target", err)
	}
	return tree{folder(dir)}, nil
}

func (f folder) at(name string) string { return filepath.Join(string(f), filepath.FromSlash(name)) }

// Close does nothing: nothing was opened.
func (f folder) Close() error { return nil }

// Read reads a file.
func (f folder) Read(ctx context.Context, name string) ([]byte, error) {
	text, err := os.ReadFile(f.at(name))
	return text, errors.Join(ctx.Err(), err)
}

// Write writes a file beside the one that it replaces.
func (f folder) Write(ctx context.Context, name string, text []byte) error {
	temp, err := f.put(ctx, name, text)
	if err != nil {
		return err
	}
	return os.Rename(temp, f.at(name))
}

// put writes a file under a name that it has until it is whole, and returns where.
func (f folder) put(ctx context.Context, name string, text []byte) (temp string, err error) {
	if err := f.MakeDir(ctx, path.Dir(name)); err != nil {
		return "", err
	}
	temp = f.at(scratch(name))
	if err := os.WriteFile(temp, text, 0o644); err != nil {
		return "", errors.Join(err, os.Remove(temp))
	}
	return temp, os.Chmod(temp, 0o644)
}

// Claim gives a whole file a name that is not taken.
func (f folder) Claim(ctx context.Context, name string, text []byte) error {
	temp, err := f.put(ctx, name, text)
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	return os.Link(temp, f.at(name))
}

// Written returns when a file was written.
func (f folder) Written(ctx context.Context, name string) (time.Time, error) {
	info, err := os.Stat(f.at(name))
	if err = errors.Join(ctx.Err(), err); err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// List lists a folder.
func (f folder) List(ctx context.Context, dir string) (map[string]int64, error) {
	entries, err := os.ReadDir(f.at(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ctx.Err()
	}
	sizes := map[string]int64{}
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			sizes[e.Name()] = info.Size()
		}
	}
	return sizes, errors.Join(ctx.Err(), err)
}

// Remove removes a file.
func (f folder) Remove(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return but(fs.ErrNotExist, os.Remove(f.at(name)))
}

// but forgives one error: what was to be so is so.
func but(forgiven, err error) error {
	if errors.Is(err, forgiven) {
		return nil
	}
	return err
}

// MakeDir makes a folder that a web server can enter.
func (f folder) MakeDir(ctx context.Context, dir string) error {
	return errors.Join(ctx.Err(), write.Folder(f.at(dir)))
}

// RemoveDir removes a folder with all in it.
func (f folder) RemoveDir(ctx context.Context, dir string) error {
	return errors.Join(ctx.Err(), os.RemoveAll(f.at(dir)))
}

// Link links, or copies on a file system without links.
func (f folder) Link(ctx context.Context, object, name string) error {
	err := os.Link(f.at(object), f.at(name))
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return errors.Join(ctx.Err(), but(fs.ErrExist, err))
	}
	text, err := f.Read(ctx, object)
	if err != nil {
		return err
	}
	return f.Write(ctx, name, text)
}

// Point makes a link and moves it over the one that there is.
func (f folder) Point(ctx context.Context, link, to string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	temp := f.at(scratch(link))
	if err := os.Symlink(to, temp); err != nil {
		return err
	}
	return os.Rename(temp, f.at(link))
}

// Pointed reads a link.
func (f folder) Pointed(ctx context.Context, link string) (string, error) {
	if info, err := os.Lstat(f.at(link)); err == nil && info.Mode()&fs.ModeSymlink == 0 {
		return "", noLink(link)
	}
	to, err := os.Readlink(f.at(link))
	return filepath.ToSlash(to), errors.Join(ctx.Err(), but(fs.ErrNotExist, err))
}

// Settle waits for the disk.
func (f folder) Settle(context.Context) error { return publish.Settle(string(f)) }
