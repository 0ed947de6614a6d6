package reconcile

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// unfinishedName is the file that stands in the directory while more than one
// file of it is being replaced. A docgen that is killed leaves it behind, and
// it does not compile: half of an old package and half of a new one may do so
// by luck, and then nobody would notice.
const unfinishedName = "docgen_unfinished.go"

const unfinishedText = Header + `

package %s

// docgen was stopped while it wrote this package. Run "docgen generate" again.
var _ = docgen_was_stopped_while_it_wrote_this_package
`

// markUnfinished writes the mark. A failure takes it back, unless one was
// there before.
func (p Plan) markUnfinished(done *undo) error {
	name := cmp.Or(packageName(p.want), "unfinished")
	path := filepath.Join(p.Dir, unfinishedName)
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case isEmptyMark(info):
		if err := removeIfThere(path); err != nil {
			return err
		}
	default:
		_, own, err := readOwn(path)
		if err == nil && !own {
			err = conflict(p.Dir, fs.FileInfoToDirEntry(info))
		}
		return err
	}
	err := writeNew(path, []byte(fmt.Sprintf(unfinishedText, name)), 0o666)
	done.add(func() error {
		if done.failed {
			return fmt.Errorf("the package is half written: %s stays until docgen has run again", path)
		}
		return removeIfThere(path)
	})
	return err
}

// removeMark removes the mark, if the plan put one there or found one.
func (p Plan) removeMark() error {
	found := slices.ContainsFunc(p.Orphans, func(c Change) bool { return c.Name == unfinishedName })
	if !found && len(p.changes()) < 2 {
		return nil
	}
	return removeIfThere(filepath.Join(p.Dir, unfinishedName))
}

// isEmptyMark reports whether a docgen was killed before it wrote into the mark.
func isEmptyMark(info fs.FileInfo) bool {
	return info.Name() == unfinishedName && info.Mode().IsRegular() && info.Size() == 0
}

// temporary is what names of files look like that are not in their places yet,
// and of locks that are on their way out.
var temporary = regexp.MustCompile(`^\.docgen(-\d+-\d+\.tmp|\.lock\.\d+)$`)

// isLeftover reports whether the entry of a directory is what a docgen that
// was killed has left there. Its first line may not have been written.
func isLeftover(entry fs.DirEntry) bool {
	if temporary.MatchString(entry.Name()) {
		return entry.Type().IsRegular()
	}
	info, err := entry.Info()
	return err == nil && isEmptyMark(info)
}

// step is called before each change to the disk; a test has it stop the process,
// or fail.
var step = func() error { return nil }

func rename(from, to string) error {
	if err := step(); err != nil {
		return err
	}
	return os.Rename(from, to)
}
