package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// bill returns the list of parts of a program, by what is written into it: its modules,
// Go, and the styles of others that it carries for the sites that it makes.
func bill(name string, info *debug.BuildInfo, list []part) ([]byte, error) {
	known := map[string]part{}
	for _, p := range list {
		known[p.name] = p
	}
	main := cdx.Component{BOMRef: name, Type: cdx.ComponentTypeApplication, Name: name, Version: info.Main.Version, Licenses: licensed("EUPL-1.2")}
	components := []cdx.Component{library("golang", part{name: "std", version: strings.TrimPrefix(info.GoVersion, "go"), licence: "BSD-3-Clause"})}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		c := library("golang", part{name: m.Path, version: m.Version, licence: known[m.Path].licence})
		c.Properties = &[]cdx.Property{{Name: "go.sum", Value: m.Sum}} // of its files, which no kind of hash in CycloneDX is
		components = append(components, c)
	}
	return encode(&main, components, list)
}

func library(kind string, p part) cdx.Component {
	c := cdx.Component{Type: cdx.ComponentTypeLibrary, Name: p.name, Version: p.version, Licenses: licensed(p.licence)}
	c.PackageURL = "pkg:" + kind + "/" + strings.Replace(p.name, "@", "%40", 1) + "@" + p.version
	c.BOMRef = c.PackageURL
	if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(p.sum, "sha512-")); err == nil && p.sum != "" {
		c.Hashes = &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA512, Value: hex.EncodeToString(sum)}}
	}
	return c
}

func licensed(expression string) *cdx.Licenses {
	if expression == "" {
		return nil
	}
	return &cdx.Licenses{{Expression: expression}}
}

// served returns the list of what a site sends to readers besides its texts: our scripts
// and style sheets, file by file, and the styles of others.
func served(root string, list []part) ([]byte, error) {
	main := cdx.Component{BOMRef: "site", Type: cdx.ComponentTypeApplication, Name: "what sites of wijzer send to readers", Licenses: licensed("EUPL-1.2")}
	var components []cdx.Component
	for _, dir := range []string{"assets/css", "assets/js"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(at string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(at)
			name, _ := filepath.Rel(root, at)
			name = filepath.ToSlash(name)
			components = append(components, cdx.Component{BOMRef: name, Type: cdx.ComponentTypeFile, Name: name,
				Hashes: &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA256, Value: hash(text)}}, Licenses: licensed("EUPL-1.2")})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return encode(&main, components, list)
}

// encode returns the list of what something is made of: components, and of all parts those that are served.
func encode(main *cdx.Component, components []cdx.Component, list []part) ([]byte, error) {
	for _, p := range list {
		if p.served {
			components = append(components, library("npm", p))
		}
	}
	b := cdx.NewBOM()
	b.Metadata, b.Components = &cdx.Metadata{Component: main}, &components
	var out bytes.Buffer
	err := cdx.NewBOMEncoder(&out, cdx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(b, cdx.SpecVersion1_6)
	return out.Bytes(), err
}
