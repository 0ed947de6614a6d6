// Package watch waits for changes of files. It tells that something happened;
// what it was is told by comparing a [Stamp] with the one from before. So no
// event needs to be understood, and none that is lost is missed for long.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long nothing must have happened before a change counts as finished, and
// how long a change may go on before it counts all the same.
const (
	quiet   = 5 * time.Millisecond
	longest = time.Second
)

// A Watcher waits for changes below some paths.
type Watcher struct{ notify *fsnotify.Watcher }

// New returns a Watcher of nothing yet.
func New() (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching files: %w", err)
	}
	return &Watcher{notify}, nil
}

// Close ends the watching.
func (w *Watcher) Close() error { return w.notify.Close() }

// Add watches the files and directories at paths, and what is below them.
// Where a path is not there, the nearest directory above is watched until it
// is: so Add is called again after each change. Hidden directories are left
// out.
func (w *Watcher) Add(paths []string) error {
	for _, path := range paths {
		if err := w.addAbove(path); err != nil {
			return err
		}
		root := filepath.Clean(path) + string(filepath.Separator) // if it is a link, where that leads
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil: // gone, or a file: its directory is watched
				return nil
			case !entry.IsDir():
				return nil
			case name != root && strings.HasPrefix(entry.Name(), "."):
				return filepath.SkipDir
			}
			return w.add(name)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addAbove watches the nearest directory above path.
func (w *Watcher) addAbove(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	for dir := filepath.Dir(abs); ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return w.add(dir)
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

func (w *Watcher) add(dir string) error {
	err := w.notify.Add(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EMFILE):
		return fmt.Errorf("watching %s: %w: the system watches too many files already; on Linux, raise fs.inotify.max_user_watches", dir, err)
	case err != nil:
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	return nil
}

// Wait returns when something has happened and was followed by quiet. It
// returns the error of ctx when that ends first. Errors of the watching, such
// as events that were lost, are events, too.
func (w *Watcher) Wait(ctx context.Context) error {
	var settled, enough <-chan time.Time // nothing has happened yet
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-settled:
			return nil
		case <-enough:
			return nil
		case <-w.notify.Events:
		case <-w.notify.Errors:
		}
		settled = time.After(quiet)
		if enough == nil {
			enough = time.After(longest)
		}
	}
}
