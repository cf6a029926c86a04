package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"

	"comwijzer/tools/internal/toolchain"
)

// styles is where the files of npm packages stand that pages use.
const styles = "assets/@nl-design-system-candidate"

// pin writes the hash of what is in each npm package, by the archives that
// the lock names, for all machines and not only this one. It copies the
// styles that pages use.
func pin(ctx context.Context, root string) error {
	lock, err := toolchain.ReadNpmLock(root)
	if err != nil {
		return err
	}
	dirs := slices.Sorted(maps.Keys(lock.Packages))
	archives, err := fetch(ctx, lock, dirs)
	if err != nil {
		return err
	}
	var sums []string
	for i, dir := range dirs {
		files, err := unpack(archives[i], lock.Packages[dir].Integrity)
		var sum string
		if err == nil {
			sum, err = toolchain.SumPackage(files)
		}
		if err == nil {
			err = copyStyles(root, dir, files)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", lock.Name(dir), err)
		}
		sums = append(sums, lock.Name(dir)+" "+sum+"\n")
	}
	slices.Sort(sums)
	return os.WriteFile(filepath.Join(root, toolchain.SumFile), []byte(strings.Join(slices.Compact(sums), "")), 0o666)
}

// fetch returns the archives of packages, in that order.
func fetch(ctx context.Context, lock *toolchain.NpmLock, dirs []string) (archives [][]byte, err error) {
	temp, err := os.MkdirTemp("", "pin")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	args := []string{"pack", "--silent", "--pack-destination", temp}
	for _, dir := range dirs {
		args = append(args, lock.Name(dir))
	}
	printed, err := ask(ctx, temp, nil, "npm", args...)
	for name := range strings.Lines(printed) {
		text, readErr := os.ReadFile(filepath.Join(temp, strings.TrimSpace(name)))
		archives, err = append(archives, text), errors.Join(err, readErr)
	}
	if err == nil && len(archives) != len(dirs) {
		err = fmt.Errorf("npm pack brought %d archives of %d", len(archives), len(dirs))
	}
	return archives, err
}

// unpack returns what is in an archive that has a hash.
func unpack(archive []byte, integrity string) (fstest.MapFS, error) {
	if sum := sha512.Sum512(archive); "sha512-"+base64.StdEncoding.EncodeToString(sum[:]) != integrity {
		return nil, fmt.Errorf("the archive is not the one of %s", toolchain.LockFile)
	}
	packed, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		_, name, _ := strings.Cut(path.Clean(h.Name), "/") // below package/
		text, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if h.Typeflag == tar.TypeReg {
			files[name] = &fstest.MapFile{Data: text}
		}
	}
}

// copyStyles refreshes the files that stand among our styles.
func copyStyles(root, dir string, files fs.FS) error {
	ours, _ := filepath.Glob(filepath.Join(root, styles, path.Base(dir), "*"))
	for _, at := range ours {
		text, err := fs.ReadFile(files, "dist/"+filepath.Base(at))
		if err == nil {
			err = os.WriteFile(at, text, 0o666)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
