package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long work goes on before a person is told how far it is.
const patience = time.Second

// A progress tells on a terminal how far work is that takes long: in a line
// that is written over, and taken away before anything else is printed.
type progress struct {
	mu    sync.Mutex
	to    io.Writer // nil where nobody looks
	start time.Time
	busy  bool
	shown bool
}

// newProgress returns a progress on stderr, if that is a terminal.
func newProgress(stderr io.Writer, quiet bool) *progress {
	p := &progress{start: time.Now()}
	if !quiet && isTerminal(stderr) {
		p.to = stderr
	}
	return p
}

// during calls work, and tells what it is about where it takes longer than
// patience since the start.
func (p *progress) during(what string, work func() error) error {
	if p.to == nil {
		return work()
	}
	p.mu.Lock()
	p.busy = true
	p.mu.Unlock()
	timer := time.AfterFunc(max(0, patience-time.Since(p.start)), func() { p.show(what) })
	err := work()
	timer.Stop()
	p.finish()
	return err
}

func (p *progress) show(what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy {
		fmt.Fprintf(p.to, "\r\x1b[K%s…", what)
		p.shown = true
	}
}

// finish takes the line away. A timer that was about to fire shows nothing
// any more.
func (p *progress) finish() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.busy = false
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
		p.shown = false
	}
}
