package host

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"comwijzer/tools/internal/failure"
)

// A Site is what is to be published: files by name, and where what they hold is read.
type Site struct {
	Files  map[string]File
	places map[string]func() ([]byte, error) // by sum
}

// ReadSite reads what is in a folder, but for the file called without.
func ReadSite(dir, without string) (*Site, error) {
	s := &Site{Files: map[string]File{}, places: map[string]func() ([]byte, error){}}
	err := filepath.WalkDir(dir, func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, at)
		if err != nil || name == without {
			return err
		}
		text, err := os.ReadFile(at)
		if err == nil {
			s.add(filepath.ToSlash(name), text, func() ([]byte, error) { return os.ReadFile(at) })
		}
		return err
	})
	return s, failure.File("reading the built site", err)
}

// Add adds a file that is not in the folder.
func (s *Site) Add(name string, text []byte) {
	s.add(name, text, func() ([]byte, error) { return text, nil })
}

func (s *Site) add(name string, text []byte, read func() ([]byte, error)) {
	sum := sumOf(text)
	s.Files[name] = File{Sum: sum, Size: int64(len(text))}
	s.places[sum] = read
}

func sumOf(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }

// read returns what has a sum, when it still has it.
func (s *Site) read(sum string) ([]byte, error) {
	text, err := s.places[sum]()
	if err == nil && sumOf(text) != sum {
		return nil, failure.Environment("run the command again, without another build meanwhile", "the built site changed while it was published")
	}
	return text, err
}
