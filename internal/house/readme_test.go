package house_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var readmeCode = regexp.MustCompile("(?ms)^```go\n(.*?)^```\n")

// TestReadmesOfPackagesCompile builds the Go in the README of each generated
// package.
func TestReadmesOfPackagesCompile(t *testing.T) {
	paths, err := filepath.Glob("../../generated/*/README.md")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	var imports, body strings.Builder
	for _, path := range paths {
		name := filepath.Base(filepath.Dir(path))
		code := readmeCode.FindStringSubmatch(read(t, path))
		if code == nil {
			t.Fatalf("%s shows no Go", path)
		}
		fmt.Fprintf(&imports, "import %q\n", module+"/generated/"+name)
		body.WriteString(strings.Replace(code[1], "func passOn(", "func "+name+"PassOn(", 1))
		fmt.Fprintf(&body, "\nvar _ = %sPassOn\n\n", name)
	}
	runInModule(t, "package main\n\n"+imports.String()+"\n"+body.String()+"func main() {}\n")
}
