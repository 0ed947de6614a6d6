package house_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what docgen says in the pages of the manual")

var (
	examplePage    = regexp.MustCompile("(?ms)^~~~\\w+ (\\S+)\n(.*?)^~~~\n")
	exampleCommand = regexp.MustCompile("(?m)^`docgen ([^`]+)` says:$")
	exampleOutput  = regexp.MustCompile("(?ms)^```text\n(.*?)^```\n")
	repeated       = regexp.MustCompile(`(.)×(\d+)`)
	summary        = regexp.MustCompile(`(?m)^docs: .*\n`)
)

// TestExamplesSayWhatThePagesClaim runs docgen on the markdown in the page of
// each diagnostic and compares what it says with what the page shows.
func TestExamplesSayWhatThePagesClaim(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(manual, "diagnostics", "DG*.md"))
	if err != nil {
		t.Fatal(err)
	}
	binary := build(t)
	for _, path := range paths {
		code := strings.TrimSuffix(filepath.Base(path), ".md")
		t.Run(code, func(t *testing.T) {
			page := read(t, path)
			abs, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			got := said(t, binary, page)
			if !strings.Contains(got, "["+code+"]") {
				t.Errorf("the example does not show %s:\n%s", code, got)
			}
			shown := exampleOutput.FindStringSubmatchIndex(page)
			if shown == nil {
				t.Fatal("the page does not show what docgen says")
			}
			if *update {
				page = page[:shown[2]] + got + page[shown[3]:]
				if err := os.WriteFile(abs, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(page[shown[2]:shown[3]], got); diff != "" {
				t.Errorf("shown (-) and said (+):\n%s", diff)
			}
		})
	}
}

// repeat writes what "[×3001" stands for.
func repeat(short string) string {
	part := repeated.FindStringSubmatch(short)
	n, err := strconv.Atoi(part[2])
	if err != nil {
		return short
	}
	return strings.Repeat(part[1], n)
}

// said returns what docgen says of the example in a page of the manual, when it
// is run as the page tells.
func said(t *testing.T, binary, page string) string {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, m := range examplePage.FindAllStringSubmatch(page, -1) {
		name, content := m[1], repeated.ReplaceAllStringFunc(strings.ReplaceAll(m[2], `\xe9`, "\xe9"), repeat)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exampleCommand.FindStringSubmatch(page)
	if command == nil {
		t.Fatal("the page does not show the command")
	}
	var out, diagnostics bytes.Buffer
	cmd := exec.Command(binary, strings.Fields(command[1])...)
	cmd.Stdout, cmd.Stderr = &out, &diagnostics
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if out.Len() == 0 { // all commands but vet have another result than diagnostics
		return strings.TrimSuffix(summary.ReplaceAllString(diagnostics.String(), ""), "\n\n")
	}
	return out.String()
}

// build returns the path of the binary.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "docgen")
	cmd := exec.Command("go", "build", "-o", binary, "./cmd/docgen")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}
