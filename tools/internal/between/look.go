package between

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Look says that somebody compared two texts, and that a difference between
// them is right. It holds until one of the texts changes.
type Look struct {
	diag.Position `json:"-"`
	Kind          string `json:"kind"`
	Place         string `json:"place"` // where it was, for people
	Texts         string `json:"texts"` // both, hashed
	By            string `json:"by"`    // a role
	On            string `json:"on"`
	Reason        string `json:"reason"`
}

// LookFile holds the looks of a site.
const LookFile = "data/looked.yaml"

// Looks lists the looks that are recorded.
func Looks(s *site.Site) (looks []Look) {
	list := s.List("looked")
	_ = list.Decode("/looks", &looks)
	for i := range looks {
		looks[i].Position = list.Position(fmt.Sprintf("/looks/%d", i))
	}
	return looks
}

// Look returns the look that says that the difference is right.
func (d Difference) Look(by, on, reason string) Look {
	return Look{Kind: d.Name, Place: fmt.Sprintf("%s, %s", d.Other.File, d.Place), Texts: d.texts(), By: by, On: on, Reason: reason}
}

// Ends reports whether the look is one at that difference, in those texts.
func (l Look) Ends(d Difference) bool { return l.Kind == d.Name && l.Texts == d.texts() }

// texts returns a hash of both texts, its first 64 bits.
func (d Difference) texts() string {
	sum := sha256.New()
	for _, side := range []Side{d.Lead, d.Other} {
		fmt.Fprintf(sum, "%s\x00", side.Lang)
		for _, p := range side.Texts {
			fmt.Fprintf(sum, "%s\x00", p.Text)
		}
		for _, f := range side.facts {
			fmt.Fprintf(sum, "%s\x00", f.Key)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// StandsAt reports whether one of the texts, or what differs in it, begins
// at a line.
func (d Difference) StandsAt(at diag.Position) bool {
	places := []diag.Position{d.Lead.At(), d.Other.At()}
	for _, f := range append(d.Theirs[:len(d.Theirs):len(d.Theirs)], d.Ours...) {
		places = append(places, f.At())
	}
	return slices.ContainsFunc(places, func(place diag.Position) bool { return place.File == at.File && place.Line == at.Line })
}
