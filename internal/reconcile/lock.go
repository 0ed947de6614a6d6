package reconcile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lockName is the file that says that a docgen is writing to its directory.
const lockName = ".docgen.lock"

// A lock whose owner is no process of this machine, or that is older than
// lockLife, was left by a docgen that was killed: to apply a plan takes a
// second or two.
const (
	lockLife  = time.Minute
	lockWait  = 5 * time.Second
	lockRetry = 20 * time.Millisecond
	lockBirth = time.Second // how long a lock may lack its owner's name
)

// lock keeps other docgens from writing to dir until the function that it
// returns is called. It waits a few seconds for one that is at work.
func lock(dir string) (unlock func() error, err error) {
	path := filepath.Join(dir, lockName)
	deadline := time.Now().Add(lockWait)
	for {
		err := writeNew(path, []byte(owner()), 0o666)
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
	case time.Since(info.ModTime()) > lockLife:
		return removeIfThere(path)
	}
	content, err := os.ReadFile(path)
	switch {
	case err != nil:
		return nil
	case len(content) == 0 && time.Since(info.ModTime()) > lockBirth, isDead(string(content)):
		return takeAway(path, content)
	}
	return nil
}

// takeAway removes the lock at path, if it is still the one that was read: of
// several who find it stale, one gets it, and the others must not get the lock
// that this one puts in its place.
func takeAway(path string, content []byte) error {
	aside := fmt.Sprintf("%s.%d", path, os.Getpid())
	if err := rename(path, aside); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if found, err := os.ReadFile(aside); err == nil && !bytes.Equal(found, content) {
		return rename(aside, path)
	}
	return removeIfThere(aside)
}

// owner names this process: its number, and the machine that counts it.
func owner() string {
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	return fmt.Sprintf("%d %s\n", os.Getpid(), host)
}

// isDead reports whether the owner of a lock is known to run no more.
func isDead(name string) bool {
	var pid int
	var host string
	if n, err := fmt.Sscanf(name, "%d %s\n", &pid, &host); n != 2 || err != nil {
		return false
	}
	if here, err := os.Hostname(); err != nil || here != host {
		return false
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return !errors.Is(err, fs.ErrPermission) // it runs, and is somebody else's
	}
	defer func() { _ = process.Release() }() // it fails for what was never held
	return errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
