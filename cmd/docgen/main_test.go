package main

import (
	"bytes"
	"context"
	"runtime/debug"
	"strings"
	"testing"
)

func TestGuardAsksForAReport(t *testing.T) {
	err := guard(func() error { panic("the roof fell in") })
	if err == nil {
		t.Fatal("the panic went unnoticed")
	}
	for _, part := range []string{"internal error: the roof fell in", "docgen/issues", "main_test.go"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q is not in\n%v", part, err)
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	out := t.TempDir()
	code := run(ctx, []string{"generate", "testdata/interrupted", "-o", out, "--package", "p"}, nil, &stdout, &stderr)
	if code != exitTrouble || !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("exit code %d\n%s", code, stderr.String())
	}
}

func TestVersionOf(t *testing.T) {
	info := &debug.BuildInfo{
		GoVersion: "go1.26.8",
		Main:      debug.Module{Version: "v1.2.0"},
		Settings:  []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}},
	}
	if got, want := versionOf(info).String(), "docgen v1.2.0 (0123456789ab, modified, go1.26.8)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var b bytes.Buffer
	if err := versionOf(info).writeJSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `{
  "version": "v1.2.0",
  "commit": "0123456789abcdef",
  "modified": true,
  "go": "go1.26.8"
}
`
	if b.String() != want {
		t.Errorf("as JSON:\n%s", b.String())
	}
	info.Settings = nil
	if got, want := versionOf(info).String(), "docgen v1.2.0 (go1.26.8)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
