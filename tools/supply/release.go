package main

import (
	"context"
	"crypto/sha256"
	"debug/buildinfo"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// release builds the program for every system. The same commit and the same
// Go make the same bytes, wherever they stand.
func release(ctx context.Context, root, dir string) error {
	if err := ready(ctx, root, dir); err != nil {
		return err
	}
	list, err := parts(ctx, root)
	if err != nil {
		return err
	}
	for _, system := range systems {
		fmt.Println("building for", system)
		if err := build(ctx, root, dir, system, list); err != nil {
			return err
		}
	}
	site, err := served(root, list)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "site.cdx.json"), site, 0o666)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "LICENCES.txt"), []byte(texts(root, list)), 0o666)
	}
	if err != nil {
		return err
	}
	return writeSums(dir)
}

// ready makes the folder, and refuses to release what is in no commit or not as pinned.
func ready(ctx context.Context, root, dir string) error {
	changed, err := ask(ctx, root, nil, "git", "status", "--porcelain")
	if err == nil && changed != "" {
		err = fmt.Errorf("a release is of a commit; these files are not as in one:\n%s", changed)
	}
	if err == nil {
		_, err = ask(ctx, root, nil, "go", "mod", "verify")
	}
	if err == nil {
		err = os.MkdirAll(dir, 0o777)
	}
	if err != nil {
		return err
	}
	if there, err := os.ReadDir(dir); err != nil || len(there) > 0 {
		return errors.Join(err, fmt.Errorf("%s is not empty: choose a new folder", dir))
	}
	return nil
}

func build(ctx context.Context, root, dir, system string, list []part) error {
	name := program(system)
	at, err := filepath.Abs(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	goos, goarch, _ := strings.Cut(system, "/")
	env := []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0", "GOFLAGS="}
	if _, err := ask(ctx, root, env, "go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", at, "./tools/wijzer"); err != nil {
		return err
	}
	info, err := buildinfo.ReadFile(at)
	if err != nil {
		return err
	}
	text, err := bill(name, info, list)
	if err != nil {
		return err
	}
	return os.WriteFile(at+".cdx.json", text, 0o666)
}

func program(system string) string {
	name := "wijzer-" + strings.Replace(system, "/", "-", 1)
	if strings.HasPrefix(system, "windows/") {
		name += ".exe"
	}
	return name
}

// texts returns the licences that go with a program, in full.
func texts(root string, list []part) string {
	own, _ := os.ReadFile(filepath.Join(root, "LICENSES/EUPL-1.2.md"))
	b := strings.Builder{}
	fmt.Fprintf(&b, "wijzer, and the styles of NL Design System in it: EUPL-1.2\n\n%s", own)
	for _, p := range list {
		if p.module {
			fmt.Fprintf(&b, "\n%s\n%s: %s\n\n%s", strings.Repeat("=", 80), p.name, p.licence, p.text)
		}
	}
	return b.String()
}

// writeSums writes what sha256sum --check reads.
func writeSums(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	b := strings.Builder{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s\n", hash(text), e.Name())
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(b.String()), 0o666)
}

func hash(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }
