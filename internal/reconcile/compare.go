package reconcile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// Compare reads dir and says how it differs from want. It changes nothing. A
// directory that does not exist is an empty one.
//
// The error holds a [*ConflictError] for each wanted name that something
// foreign bears: a file without the header, a symbolic link, a directory. And it
// holds a [*PackageError] for each foreign file that is of another package.
//
// memory, if it is not nil, spares the reading of what has not been touched
// since the last call.
func Compare(dir string, want []File, memory *Memory) (Plan, error) {
	if memory == nil {
		memory = new(Memory) // for Apply, which looks once more
	}
	wanted, err := index(want)
	if err != nil {
		return Plan{}, err
	}
	entries, err := list(dir)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Dir: dir, want: want, memory: memory}
	if plan.GaveWay, err = giveWay(dir, entries, wanted); err != nil {
		return Plan{}, err
	}
	var conflicts []error
	there, err := memory.readAll(dir, entries)
	if err != nil {
		return Plan{}, err
	}
	for i, entry := range entries {
		name, old, own := entry.Name(), there[i].content, there[i].own
		file, isWanted := wanted[name]
		switch {
		case !there[i].isThere:
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
