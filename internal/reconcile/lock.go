package reconcile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// lockName is the file that says that a docgen is writing to its directory.
const lockName = ".docgen.lock"

// A lock older than lockLife was left by a docgen that was killed: to apply a
// plan takes well under a second.
const (
	lockLife  = time.Minute
	lockWait  = 5 * time.Second
	lockRetry = 20 * time.Millisecond
)

// lock keeps other docgens from writing to dir until the function that it
// returns is called. It waits a few seconds for one that is at work.
func lock(dir string) (unlock func() error, err error) {
	path := filepath.Join(dir, lockName)
	deadline := time.Now().Add(lockWait)
	for {
		err := writeNew(path, nil, 0o666)
		switch {
		case err == nil:
			return func() error { return os.Remove(path) }, nil
		case !errors.Is(err, fs.ErrExist):
			return nil, err
		case time.Now().After(deadline):
			return nil, fmt.Errorf("another docgen is writing to %s; if none is, remove %s", dir, path)
		}
		if err := breakStale(path); err != nil {
			return nil, err
		}
		time.Sleep(lockRetry)
	}
}

// breakStale removes the lock at path if its owner cannot be alive.
func breakStale(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case time.Since(info.ModTime()) < lockLife:
		return nil
	}
	return removeIfThere(path)
}
