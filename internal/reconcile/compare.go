package reconcile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/parallel"
)

// Compare reads dir and says how it differs from want. It changes nothing. A
// directory that does not exist is an empty one.
//
// The error holds a [*ConflictError] for each wanted name that something
// foreign bears: a file without the header, a symbolic link, a directory. And it
// holds a [*PackageError] for each foreign file that is of another package.
func Compare(dir string, want []File) (Plan, error) {
	wanted, err := index(want)
	if err != nil {
		return Plan{}, err
	}
	entries, err := list(dir)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Dir: dir, want: want}
	if plan.GaveWay, err = giveWay(dir, entries, wanted); err != nil {
		return Plan{}, err
	}
	var conflicts []error
	there, err := readAll(dir, entries)
	if err != nil {
		return Plan{}, err
	}
	for i, entry := range entries {
		name, old, own := entry.Name(), there[i].content, there[i].own
		file, isWanted := wanted[name]
		switch {
		case there[i].isGone:
			continue
		case isWanted && !own:
			conflicts = append(conflicts, conflict(dir, entry))
		case isWanted && bytes.Equal(old, file.Content):
			plan.Unchanged = append(plan.Unchanged, name)
		case isWanted:
			plan.Changed = append(plan.Changed, Change{Name: name, Old: old, New: file.Content})
		case own || isLeftover(entry):
			plan.Orphans = append(plan.Orphans, Change{Name: name, Old: old})
		default:
			plan.Foreign = append(plan.Foreign, name)
		}
		delete(wanted, name)
	}
	for name, file := range wanted {
		plan.Missing = append(plan.Missing, Change{Name: name, New: file.Content})
	}
	slices.SortFunc(plan.Missing, func(a, b Change) int { return strings.Compare(a.Name, b.Name) })
	conflicts = append(conflicts, caseConflicts(plan, want)...)
	return plan, errors.Join(append(conflicts, clauseConflicts(plan)...)...)
}

// index returns want by name, or an error if it breaks the contract of [File].
func index(want []File) (map[string]File, error) {
	wanted := make(map[string]File, len(want))
	for _, f := range want {
		if f.Name == "" || f.Name == "." || f.Name == ".." || strings.ContainsAny(f.Name, `/\`) {
			return nil, fmt.Errorf("reconcile: %q is not a plain file name", f.Name)
		}
		if _, twice := wanted[f.Name]; twice {
			return nil, fmt.Errorf("reconcile: %s is wanted twice", f.Name)
		}
		if !hasHeader(f.Name, f.Content) {
			return nil, fmt.Errorf("reconcile: %s does not start with docgen's header line", f.Name)
		}
		wanted[f.Name] = f
	}
	return wanted, nil
}

// An onDisk is what is at one entry of a directory.
type onDisk struct {
	content []byte // if it is docgen's own
	own     bool
	isGone  bool // since it was listed
}

// readAll reads what is docgen's own in dir.
func readAll(dir string, entries []fs.DirEntry) ([]onDisk, error) {
	all, errs := make([]onDisk, len(entries)), make([]error, len(entries))
	parallel.All(len(entries), func(i int) {
		all[i].content, all[i].own, errs[i] = readOwn(filepath.Join(dir, entries[i].Name()))
		if errors.Is(errs[i], fs.ErrNotExist) {
			all[i], errs[i] = onDisk{isGone: true}, nil
		}
	})
	return all, errors.Join(errs...)
}

// readOwn returns the content of the file at path if it is docgen's own. It
// opens regular files only: a link may lead anywhere, and a pipe would block.
// Of what is not docgen's, it reads no more than a line: it may be large.
func readOwn(path string) (content []byte, own bool, err error) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, false, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	first := make([]byte, len(headerOf(path))+len("\r\n"))
	n, err := io.ReadFull(f, first)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	if !hasHeader(path, first[:n]) {
		return nil, false, nil
	}
	rest, err := io.ReadAll(f)
	return append(first[:n], rest...), err == nil, err
}

// hasHeader reports whether the first line of a file is the header for files of
// its name.
func hasHeader(name string, content []byte) bool {
	line, _, _ := bytes.Cut(content, []byte("\n"))
	return string(bytes.TrimSuffix(line, []byte("\r"))) == headerOf(name)
}

func conflict(dir string, entry fs.DirEntry) *ConflictError {
	reason := "a file without docgen's header line has this name"
	switch {
	case entry.IsDir():
		reason = "a directory has this name"
	case entry.Type()&fs.ModeSymlink != 0:
		reason = "a symbolic link has this name"
	case !entry.Type().IsRegular():
		reason = "something that is not a regular file has this name"
	}
	return &ConflictError{Path: filepath.Join(dir, entry.Name()), Reason: reason}
}

// caseConflicts finds orphans whose name differs from a wanted one by case
// alone. Where file names know no case they are the wanted file itself, and
// removing them would remove what was just written.
func caseConflicts(plan Plan, want []File) []error {
	folded := make(map[string]string, len(want))
	for _, f := range want {
		folded[strings.ToLower(f.Name)] = f.Name
	}
	var conflicts []error
	for _, orphan := range plan.Orphans {
		if name, ok := folded[strings.ToLower(orphan.Name)]; ok {
			conflicts = append(conflicts, &ConflictError{
				Path:   filepath.Join(plan.Dir, orphan.Name),
				Reason: "it differs from " + name + " by case alone",
			})
		}
	}
	return conflicts
}
