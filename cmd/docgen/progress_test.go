package main

import (
	"bytes"
	"errors"
	"testing"
	"time"
)

// TestProgress holds that a person is told of what takes long, and of nothing
// else, and that the line is gone afterwards.
func TestProgress(t *testing.T) {
	var screen bytes.Buffer
	long := &progress{to: &screen, start: time.Now().Add(-patience)}
	want := errors.New("no")
	err := long.during("reading docs (1 of 1)", func() error {
		for range 500 {
			long.mu.Lock()
			shown := long.shown
			long.mu.Unlock()
			if shown {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		return want
	})
	if err != want || screen.String() != "\r\x1b[Kreading docs (1 of 1)…\r\x1b[K" {
		t.Errorf("%v: %q", err, screen.String())
	}

	screen.Reset()
	short := &progress{to: &screen, start: time.Now()}
	if err := short.during("reading docs (1 of 1)", func() error { return nil }); err != nil || screen.Len() > 0 {
		t.Errorf("%v: %q", err, screen.String())
	}

	if p := newProgress(&screen, false); p.to != nil {
		t.Error("a buffer passes for a terminal")
	}
}
