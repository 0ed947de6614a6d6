package house_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// snippet is Go that uses a generated package, and what it prints.
var snippet = regexp.MustCompile("(?ms)^```go\n(.*?)^```\n\n```text\n(.*?)^```\n")

// program holds snippets, each in a function of its own. The names keep the
// imports in use.
const program = `package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/docgen-go/docgen/generated/parcels"
)

var _, _, _ = errors.Is, time.UTC, parcels.Ptr[int]

func main() {
%s}
`

const snippetEnd = "-- end of snippet --\n"

// TestGuideToGeneratedCodeRuns runs the Go in the guide to generated code and
// compares what it prints with what the guide shows.
func TestGuideToGeneratedCodeRuns(t *testing.T) {
	path := manual + "/generated-code.md"
	guide := read(t, path)
	snippets := snippet.FindAllStringSubmatch(guide, -1)
	var calls strings.Builder
	for _, s := range snippets {
		fmt.Fprintf(&calls, "\tfunc() {\n%s}()\n\tfmt.Print(%q)\n", s[1], snippetEnd)
	}
	printed := strings.SplitAfter(runInModule(t, fmt.Sprintf(program, calls.String())), snippetEnd)
	for i, s := range snippets {
		got := strings.TrimSuffix(printed[i], snippetEnd)
		if *update {
			guide = strings.Replace(guide, s[0], "```go\n"+s[1]+"```\n\n```text\n"+got+"```\n", 1)
		} else if diff := cmp.Diff(s[2], got); diff != "" {
			t.Errorf("the guide shows (-) and the code prints (+):\n%s\n%s", s[1], diff)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(guide), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// runInModule runs a main package as if it stood in this directory, so that it
// sees the packages of the module, and returns what it prints.
func runInModule(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	main, overlay := filepath.Join(dir, "main.go"), filepath.Join(dir, "overlay.json")
	here, err := filepath.Abs("guide/main.go")
	if err != nil {
		t.Fatal(err)
	}
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {here: main}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{main: []byte(source), overlay: replace} {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "run", "-overlay", overlay, here).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
