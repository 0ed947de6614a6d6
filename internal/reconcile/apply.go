package reconcile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Apply carries the plan out: it creates the directory where needed, writes
// every file beside its place, moves all of them into place, and only then
// removes the orphans. Files that are unchanged are not touched, and keep
// their modification time.
//
// If a step fails, the steps before it are undone, so that the directory is
// as it was; the error says so where that fails as well. If the process is
// killed, the directory holds the old files, or the new ones, or a file that
// does not compile and says what to do. What others did to the directory since
// Compare looked is taken into account: it is compared again once no other
// docgen can write to it.
func (p Plan) Apply() error {
	if p.IsCurrent() {
		return breakStale(filepath.Join(p.Dir, lockName)) // of one that was killed when all but this was done
	}
	var unlock func() error
	err := attempt(p.Dir, func(done *undo) (err error) {
		if err = makeDir(p.Dir, done); err != nil {
			return err
		}
		if unlock, err = lock(p.Dir); err != nil {
			return err
		}
		done.add(unlock)
		return p.applyLocked(done)
	})
	if err != nil {
		return err
	}
	return unlock()
}

func (p Plan) applyLocked(done *undo) error {
	p, err := Compare(p.Dir, p.want, p.memory)
	if err != nil {
		return err
	}
	temps, err := p.writeTemps(done)
	if err != nil {
		return err
	}
	if len(p.changes()) > 1 {
		if err := p.markUnfinished(done); err != nil {
			return err
		}
	}
	if err := p.moveIntoPlace(temps, done); err != nil {
		return err
	}
	if err := p.removeOrphans(done); err != nil {
		return err
	}
	return p.removeMark()
}

// An undo takes back the steps done so far.
type undo struct {
	steps  []func() error
	failed bool // one of them could not be taken back
}

// attempt runs steps that change dir; if it fails, what it noted in done is
// taken back, last first. The error says whether dir is as it was.
func attempt(dir string, steps func(done *undo) error) error {
	var done undo
	err := steps(&done)
	if err == nil {
		return nil
	}
	errs := []error{err}
	for _, step := range slices.Backward(done.steps) {
		if err := step(); err != nil {
			errs, done.failed = append(errs, err), true
		}
	}
	if done.failed {
		return errors.Join(errs...)
	}
	return fmt.Errorf("%s: nothing was changed: %w", dir, err)
}

func (u *undo) add(step func() error) { u.steps = append(u.steps, step) }

// makeDir creates dir with its parents; each one created is noted in done.
func makeDir(dir string, done *undo) error {
	_, err := os.Stat(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if parent := filepath.Dir(dir); parent != dir {
		if err := makeDir(parent, done); err != nil {
			return err
		}
	}
	if err := step(); err != nil {
		return err
	}
	err = os.Mkdir(dir, 0o777)
	if errors.Is(err, fs.ErrExist) { // made by another docgen meanwhile
		return nil
	}
	if err != nil {
		return err
	}
	done.add(func() error { return os.Remove(dir) })
	return nil
}

// writeTemps writes the new contents to files beside their places and returns
// their paths, in the order of the changes.
func (p Plan) writeTemps(done *undo) ([]string, error) {
	var temps []string
	for i, c := range slices.Concat(p.Changed, p.Missing) {
		temp := filepath.Join(p.Dir, fmt.Sprintf(".docgen-%d-%d.tmp", os.Getpid(), i))
		mode, err := fileMode(filepath.Join(p.Dir, c.Name))
		if err != nil {
			return nil, err
		}
		if err := removeIfThere(temp); err != nil { // a docgen that was killed may have left it
			return nil, err
		}
		done.add(func() error { return removeIfThere(temp) })
		if err := writeNew(temp, c.New, mode); err != nil {
			return nil, err
		}
		temps = append(temps, temp)
	}
	return temps, nil
}

// fileMode returns the permissions of the file at path, or those that a new
// file gets.
func fileMode(path string) (fs.FileMode, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o666, nil
	case err != nil:
		return 0, err
	}
	return info.Mode().Perm(), nil
}

func (p Plan) moveIntoPlace(temps []string, done *undo) error {
	for i, c := range slices.Concat(p.Changed, p.Missing) {
		path := filepath.Join(p.Dir, c.Name)
		mode, err := fileMode(path)
		if err != nil {
			return err
		}
		if err := rename(temps[i], path); err != nil {
			return err
		}
		done.add(func() error { return putBack(path, c.Old, mode) })
	}
	return nil
}

func (p Plan) removeOrphans(done *undo) error {
	for _, c := range p.Orphans {
		if c.Name == unfinishedName { // the last to go
			continue
		}
		path := filepath.Join(p.Dir, c.Name)
		mode, err := fileMode(path)
		if err != nil {
			return err
		}
		if err := removeIfThere(path); err != nil {
			return err
		}
		done.add(func() error { return putBack(path, c.Old, mode) })
	}
	return nil
}

// putBack gives the file at path its old content again, by way of a file beside
// it; nil means that there was no file.
func putBack(path string, old []byte, mode fs.FileMode) error {
	if old == nil {
		return removeIfThere(path)
	}
	temp := filepath.Join(filepath.Dir(path), fmt.Sprintf(".docgen-%d-0.tmp", os.Getpid()))
	if err := removeIfThere(temp); err != nil {
		return err
	}
	if err := writeNew(temp, old, mode); err != nil {
		return err
	}
	return rename(temp, path)
}

// writeNew writes a file that must not exist yet. If it cannot be written, none
// is left.
func writeNew(path string, content []byte, mode fs.FileMode) (err error) {
	if err := step(); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			err = errors.Join(err, os.Remove(path))
		}
	}()
	if err := step(); err != nil {
		return err
	}
	_, err = f.Write(content)
	return err
}

func removeIfThere(path string) error {
	if err := step(); err != nil {
		return err
	}
	err := os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
