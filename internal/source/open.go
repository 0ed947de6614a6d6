package source

import (
	"errors"
	"io"
	"os"
)

// Open opens the regular file at path for reading. A pipe that has taken its
// place does not block.
func Open(path string) (*os.File, error) { return os.OpenFile(path, os.O_RDONLY|nonBlocking, 0) }

// ReadRest appends what is left of f to text. Where size bytes are all that
// there should be of text then, it saves a call of the system: for thousands of
// small files, these calls are most of what reading takes.
func ReadRest(f *os.File, text []byte, size int64) ([]byte, error) {
	for {
		if len(text) == cap(text) {
			text = append(text, 0)[:len(text)]
		}
		n, err := f.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case errors.Is(err, io.EOF), err == nil && int64(len(text)) == size && len(text) < cap(text):
			return text, nil
		case err != nil:
			return nil, err
		}
	}
}
