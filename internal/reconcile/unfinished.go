package reconcile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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

var packageClause = regexp.MustCompile(`(?m)^package (\w+)$`)

// markUnfinished writes the mark. A failure takes it back, unless one was
// there before.
func (p Plan) markUnfinished(done *undo) error {
	name := "unfinished"
	for _, c := range p.changes() {
		if clause := packageClause.FindSubmatch(c.New); clause != nil {
			name = string(clause[1])
			break
		}
	}
	path := filepath.Join(p.Dir, unfinishedName)
	err := writeNew(path, []byte(fmt.Sprintf(unfinishedText, name)), 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	done.add(func() error { return removeIfThere(path) })
	return err
}

// temporary is what names of files look like that are not in their places yet.
var temporary = regexp.MustCompile(`^\.docgen-\d+-\d+\.tmp$`)

// isLeftover reports whether the entry of a directory is what a docgen that
// was killed has left there. Its first line may not have been written.
func isLeftover(entry fs.DirEntry) bool {
	return entry.Type().IsRegular() && temporary.MatchString(entry.Name())
}

// step is called before each change to the disk; a test has it stop the process.
var step = func() {}

func rename(from, to string) error {
	step()
	return os.Rename(from, to)
}
