package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/readme"
	"github.com/docgen-go/docgen/internal/reconcile"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/watch"
)

// A watching makes packages again whenever what they are made from changes.
type watching struct {
	find    func() ([]target, error) // what there is to make, as things are
	roots   []string                 // what find looks at; not all of it need be there
	show    reporter
	targets []target

	seenRoots watch.Stamp
	// What each package was made from, and what there is left of that, by its
	// directory.
	seen     map[string]watch.Stamp
	memories map[string]memory
}

// watchGCPercent leaves a run so much room that no garbage is collected in it:
// there is time for that afterwards, when nobody waits.
const watchGCPercent = 250

// run makes the packages, and again after each change, until ctx ends.
func (w *watching) run(ctx context.Context) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(watchGCPercent))
	}
	watcher, err := watch.New()
	if err != nil {
		return err
	}
	defer watcher.Close()
	if w.targets, err = w.find(); err != nil {
		return err // later, an error is something that the next change may mend
	}
	w.seenRoots = watch.Take(w.roots, isInput)
	w.seen, w.memories = map[string]watch.Stamp{}, map[string]memory{}
	for ctx.Err() == nil {
		w.cycle(ctx)
		if err := watcher.Add(w.paths()); err != nil {
			return err
		}
		if w.cycle(ctx) { // something changed before it was watched
			continue
		}
		runtime.GC()
		if watcher.Wait(ctx) != nil {
			break
		}
	}
	return nil
}

// paths returns what is to be watched.
func (w *watching) paths() []string {
	paths := slices.Clone(w.roots)
	for _, t := range w.targets {
		paths = append(paths, t.inputs()...)
	}
	return paths
}

// inputs returns the paths of what a package is made from.
func (t target) inputs() []string {
	return append(append([]string{t.docs}, t.also...), t.samples...)
}

// cycle makes what has changed, and reports whether anything had.
func (w *watching) cycle(ctx context.Context) bool {
	changed := w.findAgain()
	for _, t := range w.targets {
		now := watch.Take(t.inputs(), isInput)
		if before, ok := w.seen[t.out]; ok && now.Equal(before) {
			continue
		}
		w.seen[t.out], changed = now, true
		if err := w.make(ctx, t); err != nil && !errors.Is(err, errFindings) && ctx.Err() == nil {
			w.trouble(err)
		}
	}
	return changed
}

// findAgain looks for targets where the roots have changed. Those that are
// the same as before are not made again for that.
func (w *watching) findAgain() bool {
	now := watch.Take(w.roots, isInput)
	if now.Equal(w.seenRoots) {
		return false
	}
	w.seenRoots = now
	targets, err := w.find()
	if err != nil {
		w.trouble(err)
		return true
	}
	for _, t := range targets {
		same := func(o target) bool { return reflect.DeepEqual(o, t) }
		if !slices.ContainsFunc(w.targets, same) {
			delete(w.seen, t.out)
		}
	}
	w.targets = targets
	return true
}

// make makes one package.
func (w *watching) make(ctx context.Context, t target) error {
	if w.memories[t.out] == (memory{}) {
		w.memories[t.out] = memory{new(docgen.Memory), new(reconcile.Memory)}
	}
	t.memory = w.memories[t.out]
	builds, err := makeAll(ctx, []target{t}, w.show)
	if err != nil {
		return err
	}
	return applyPlans(builds, w.show)
}

// trouble tells why nothing was made. The watching goes on: it is mended by
// the next change.
func (w *watching) trouble(err error) { w.show.line("docgen: %v; nothing was written", err) }

// isInput reports whether packages are made from the file called name. The
// README of a package that lies among its pages is none of them.
func isInput(name string) bool {
	if filepath.Base(name) == readme.Name && reconcile.IsOwn(name) {
		return false
	}
	return source.IsMarkdown(name) || strings.HasSuffix(name, ".json") || strings.HasSuffix(name, config.Name)
}

// watchFor is generate --watch.
func watchFor(cmd *cobra.Command, flags targetFlags, args []string, quiet bool) error {
	path := flags.config
	if path == "" {
		var err error
		if path, err = config.Find("."); err != nil {
			return err
		}
	}
	roots := []string{path}
	if path == "" {
		roots = []string{config.Name} // it may come to be
		if len(args) == 0 {
			roots = append(roots, docsRoot)
		}
	}
	w := &watching{
		find:  func() ([]target, error) { return flags.targets(args) },
		roots: roots,
		show:  reporter{stderr: cmd.ErrOrStderr(), quiet: quiet, timed: true, color: colored(cmd)},
	}
	return w.run(cmd.Context())
}
