// Package revision reads the reference pages of a git revision, without
// checking it out: with the command git, into memory.
package revision

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// A Revision is a commit of the repository that the working directory is in.
type Revision struct {
	Name   string // as the user wrote it
	commit string // its hash
	prefix string // the working directory, from the top of the repository
}

// Find looks a revision up: a branch, a tag, a hash, or any other name that
// git understands.
func Find(ctx context.Context, name string) (*Revision, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fmt.Errorf("%s: neither a path, nor can it be a revision: there is no command git: %w", name, err)
	}
	prefix, err := git(ctx, nil, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, fmt.Errorf("%s: neither a path, nor can it be a revision: %w", name, err)
	}
	commit, err := git(ctx, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("%s: neither a path nor a revision of this repository", name)
	}
	return &Revision{name, strings.TrimSpace(string(commit)), strings.TrimSpace(string(prefix))}, nil
}

// Read returns the page at docs in the revision, or the pages below it, under
// the names that they have in the working tree. There are none where docs is
// not in the revision. What lies outside the repository is an error.
func (r *Revision) Read(ctx context.Context, docs string) ([]*source.File, error) {
	in, err := r.inRepository(docs)
	if err != nil {
		return nil, err
	}
	list, err := git(ctx, nil, "ls-tree", "-r", "-z", "-l", "--full-tree", r.commit, "--", in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.Name, err)
	}
	var blobs []blob
	for _, entry := range strings.Split(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		b, ok := blobOf(entry, in)
		if !ok {
			continue
		}
		b.name = path.Join(filepath.ToSlash(docs), b.name)
		if b.size > source.MaxSize {
			return nil, fmt.Errorf("%s:%s: %d MiB; docgen reads files of at most %d MiB", r.Name, b.name, b.size>>20, source.MaxSize>>20)
		}
		blobs = append(blobs, b)
	}
	files, err := read(ctx, blobs)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.Name, err)
	}
	return files, nil
}

// inRepository returns docs as git names it, from the top of the repository.
func (r *Revision) inRepository(docs string) (string, error) {
	if filepath.IsAbs(docs) {
		here, err := filepath.Abs(".")
		if err != nil {
			return "", err
		}
		if docs, err = filepath.Rel(here, docs); err != nil {
			return "", err
		}
	}
	in := path.Join(r.prefix, filepath.ToSlash(docs))
	if in == ".." || strings.HasPrefix(in, "../") {
		return "", fmt.Errorf("%s: it is outside the repository, whose revision %s is to be read", docs, r.Name)
	}
	return in, nil
}

// A blob is a page in a revision.
type blob struct {
	name string
	hash string
	size int64
}

// blobOf reads an entry of git ls-tree -l, "MODE blob HASH SIZE\tPATH", and
// reports whether it is a page below root. Its name is relative to root.
func blobOf(entry, root string) (blob, bool) {
	head, name, ok := strings.Cut(entry, "\t")
	words := strings.Fields(head)
	if !ok || len(words) != 4 || !strings.HasPrefix(words[0], "100") {
		return blob{}, false
	}
	below := name
	if root != "." {
		below = strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
	}
	if below != "" && !source.IsPage(below) {
		return blob{}, false
	}
	size, err := strconv.ParseInt(words[3], 10, 64)
	return blob{below, words[2], size}, err == nil
}

// read returns the contents of blobs, in their order.
func read(ctx context.Context, blobs []blob) ([]*source.File, error) {
	var ask bytes.Buffer
	for _, b := range blobs {
		ask.WriteString(b.hash + "\n")
	}
	out, err := git(ctx, &ask, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	answer := bufio.NewReader(bytes.NewReader(out))
	files := make([]*source.File, len(blobs))
	for i, b := range blobs {
		head, err := answer.ReadString('\n')
		if err != nil || head != fmt.Sprintf("%s blob %d\n", b.hash, b.size) {
			return nil, fmt.Errorf("%s: git has not got it: %s", b.name, strings.TrimSpace(head))
		}
		content := make([]byte, b.size)
		if _, err := io.ReadFull(answer, content); err != nil {
			return nil, fmt.Errorf("%s: %w", b.name, err)
		}
		if _, err := answer.Discard(1); err != nil { // the line break behind each
			return nil, fmt.Errorf("%s: %w", b.name, err)
		}
		files[i] = source.NewFile(b.name, content)
	}
	return files, nil
}

// git runs the command, and returns what it prints.
func git(ctx context.Context, stdin io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Stdin = stdin
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return nil, fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(string(failed.Stderr)))
	}
	return out, err
}
