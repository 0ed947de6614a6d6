package house_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	screen  = regexp.MustCompile("(?ms)^```console\n(.*?)^```\n")
	written = regexp.MustCompile("(?ms)^```golang (\\S+)\n(.*?)^```\n") // Go that the reader writes
	elapsed = regexp.MustCompile(`in \d+ ms`)
)

// TestScreensAreReal runs the commands that the README and the manual show
// behind "$", in a module beside the pages and the Go that the document shows, and
// compares what is printed. How long it took may differ.
func TestScreensAreReal(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the commands are those of Linux")
	}
	binary := build(t)
	t.Setenv("PATH", filepath.Dir(binary)+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, document := range []string{"../../README.md", manual + "/getting-started.md", manual + "/tutorial.md", manual + "/json-names.md"} {
		text := read(t, document)
		abs, err := filepath.Abs(document)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(document), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "example")
			write(t, filepath.Join(dir, "go.mod"), "module example\n\ngo 1.24\n")
			for _, page := range append(shownPage.FindAllStringSubmatch(text, -1), written.FindAllStringSubmatch(text, -1)...) {
				write(t, filepath.Join(dir, page[1]), page[2])
			}
			for _, shown := range screen.FindAllStringSubmatch(text, -1) {
				got := printed(t, dir, shown[1])
				if *update {
					text = strings.Replace(text, shown[0], "```console\n"+got+"```\n", 1)
				} else if diff := cmp.Diff(timeless(shown[1]), timeless(got)); diff != "" {
					t.Errorf("shown (-) and printed (+):\n%s", diff)
				}
			}
			if *update {
				write(t, abs, text)
			}
		})
	}
}

// printed runs the commands of a screen and returns it with what they print.
func printed(t *testing.T, dir, shown string) string {
	t.Helper()
	var b bytes.Buffer
	for _, line := range strings.Split(shown, "\n") {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		fmt.Fprintln(&b, line)
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		cmd.Stdout, cmd.Stderr = &b, &b
		if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func timeless(text string) string { return elapsed.ReplaceAllString(text, "in N ms") }

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
