package source

import (
	"io/fs"
	"os"
	"time"
)

// A Memory holds the files that were read last: what has not been touched since
// is not read again, and is the same [File]. The zero Memory is empty. It serves
// one call at a time.
type Memory struct{ files map[string]remembered }

type remembered struct {
	file *File
	look Look
}

// A Look is what is seen of a file without reading it. The zero Look is that
// of no file.
type Look struct {
	info    fs.FileInfo
	settled bool // a later change shows in the times of the file
}

// coarse is how far apart two changes must be for their times to differ, on
// the coarsest of file systems, which is FAT.
const coarse = 2 * time.Second

// LookAt returns the look of a file that is about to be read.
func LookAt(info fs.FileInfo) Look {
	return Look{info, time.Since(info.ModTime()) > coarse}
}

// IsStill reports whether a file has not been touched since: whether it looks
// as it did, and would look otherwise.
func (l Look) IsStill(info fs.FileInfo) bool {
	return l.settled && os.SameFile(l.info, info) &&
		l.info.Size() == info.Size() && l.info.Mode() == info.Mode() && l.info.ModTime().Equal(info.ModTime())
}
