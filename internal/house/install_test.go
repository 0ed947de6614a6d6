package house_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The module of a user, whose docgen is this one.
type userModule struct{ dir string }

// newUserModule returns a module with a page, and with what go.mod needs to
// take docgen from here.
func newUserModule(t *testing.T) userModule {
	t.Helper()
	m := userModule{t.TempDir()}
	write(t, filepath.Join(m.dir, "go.mod"), "module example\n\ngo 1.24\n")
	write(t, filepath.Join(m.dir, "docs/cards/models/card.md"), strings.Join([]string{
		"# Card", "", "## Fields", "", "| Field | Type | Required | Description |", "| --- | --- | --- | --- |",
		"| `id` | *str* | :heavy_check_mark: | Names the card. |", ""}, "\n"))
	return m
}

// run runs a command in the module and returns what it prints and its exit code.
func (m userModule) run(t *testing.T, env []string, command ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = m.dir
	// The modules that docgen needs have been downloaded. No other place is
	// asked, which might know another docgen.
	cmd.Env = append(append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GOSUMDB=off", "GOPROXY=file://"+moduleCache(t)), env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// moduleCache returns the directory in which modules are as a proxy has them.
// Building docgen has put its modules there; the go.mod of those that it does
// not build with, which the go command of a user reads, come with the graph.
func moduleCache(t *testing.T) string {
	t.Helper()
	if out, err := exec.Command("go", "mod", "graph").CombinedOutput(); err != nil {
		t.Fatalf("go mod graph: %v\n%s", err, out)
	}
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(filepath.Join(strings.TrimSpace(string(out)), "cache", "download"))
}

// replace makes the go command take docgen from here, in the go.mod given.
func (m userModule) replace(t *testing.T, modfile string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if out, code := m.run(t, nil, "go", "mod", "edit", "-replace=github.com/docgen-go/docgen="+root,
		"-require=github.com/docgen-go/docgen@v0.0.0", modfile); code != 0 {
		t.Fatal(out)
	}
}

// TestInstalling follows the manual's three ways to install docgen.
func TestInstalling(t *testing.T) {
	shown := read(t, filepath.Join(manual, "install.md"))
	for name, commands := range map[string][]string{
		"go.mod":       {"go get -tool github.com/docgen-go/docgen/cmd/docgen", "go tool docgen version"},
		"tools/go.mod": {"go get -modfile=tools/go.mod -tool github.com/docgen-go/docgen/cmd/docgen", "go tool -modfile=tools/go.mod docgen version"},
		"run":          {"go run github.com/docgen-go/docgen/cmd/docgen version"},
	} {
		t.Run(name, func(t *testing.T) {
			m := newUserModule(t)
			switch name {
			case "tools/go.mod":
				write(t, filepath.Join(m.dir, name), "module tools\n\ngo 1.24\n")
				m.replace(t, name)
			default:
				m.replace(t, "go.mod")
			}
			out, code := "", 0
			for _, command := range commands {
				if plain := regexp.MustCompile(`@\S+`).ReplaceAllString(shown, ""); !strings.Contains(plain, command) {
					t.Errorf("the manual does not show: %s", command)
				}
				if out, code = m.run(t, nil, strings.Fields(command)...); code != 0 {
					t.Fatalf("%s: %s", command, out)
				}
			}
			if !strings.HasPrefix(out, "docgen ") {
				t.Errorf("docgen version says %q", out)
			}
			if mod := read(t, filepath.Join(m.dir, "go.mod")); name == "go.mod" && !strings.Contains(mod, "\ngo 1.24") {
				t.Errorf("the go line was raised:\n%s", mod)
			}
		})
	}
}

// TestGoGenerate has go generate run the directive of a package, and builds
// what comes of it.
func TestGoGenerate(t *testing.T) {
	m := newUserModule(t)
	m.replace(t, "go.mod")
	doc := "// Package cardsapi has a name of its own.\npackage cardsapi\n\n//go:generate go tool docgen generate ../../docs/cards\n"
	write(t, filepath.Join(m.dir, "internal/cards/doc.go"), doc)
	for _, command := range []string{"go get -tool github.com/docgen-go/docgen/cmd/docgen", "go generate ./...", "go vet ./...", "go test ./..."} {
		if out, code := m.run(t, nil, strings.Fields(command)...); code != 0 {
			t.Fatalf("%s: %s", command, out)
		}
	}
	if card := read(t, filepath.Join(m.dir, "internal/cards/card.go")); !strings.Contains(card, "\npackage cardsapi\n") {
		t.Errorf("the package is another one:\n%.200s", card)
	}
	if kept := read(t, filepath.Join(m.dir, "internal/cards/doc.go")); kept != doc {
		t.Errorf("the directive was changed:\n%s", kept)
	}
}

// TestActionChecks runs the script of the composite action, in a module that
// has docgen as a tool.
func TestActionChecks(t *testing.T) {
	m := newUserModule(t)
	m.replace(t, "go.mod")
	must := func(out string, code int) {
		t.Helper()
		if code != 0 {
			t.Fatal(out)
		}
	}
	must(m.run(t, nil, "go", "get", "-tool", "github.com/docgen-go/docgen/cmd/docgen"))
	must(m.run(t, nil, "go", "tool", "docgen", "generate"))
	var action struct {
		Inputs map[string]struct{ Description, Default string }
		Runs   struct {
			Using string
			Steps []struct {
				Name, Shell, Run string
				WorkingDirectory string `yaml:"working-directory"`
				Env              map[string]string
			}
		}
		Name, Description string
	}
	strictly(t, "../../.github/actions/docgen-check/action.yml", &action)
	step := action.Runs.Steps[0]
	for _, value := range step.Env {
		input := regexp.MustCompile(`inputs\.(\w+)`).FindStringSubmatch(value)
		if _, ok := action.Inputs[input[1]]; !ok {
			t.Errorf("%s is no input", input[1])
		}
	}
	if out, code := m.run(t, []string{"DOCGEN_SARIF="}, step.Shell, "-e", "-o", "pipefail", "-c", step.Run); code != 0 || out != "" {
		t.Errorf("exit code %d: %s", code, out)
	}
	if err := os.Remove(filepath.Join(m.dir, "generated/cards/card.go")); err != nil {
		t.Fatal(err)
	}
	out, code := m.run(t, []string{"DOCGEN_SARIF=docgen.sarif"}, step.Shell, "-e", "-o", "pipefail", "-c", step.Run)
	if code != 1 || !strings.Contains(out, "::error file=generated/cards/card.go,line=1,endLine=1,col=1,endColumn=1,title=DG0902::this file is missing") {
		t.Errorf("exit code %d: %s", code, out)
	}
	if log := read(t, filepath.Join(m.dir, "docgen.sarif")); !strings.Contains(log, `"ruleId": "DG0902"`) {
		t.Errorf("the log of findings: %s", log)
	}
}

// TestHooksRun runs the entries of the pre-commit hooks as pre-commit does.
func TestHooksRun(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language, Files string
		PassFilenames                                 bool `yaml:"pass_filenames"`
	}
	strictly(t, "../../.pre-commit-hooks.yaml", &hooks)
	t.Setenv("PATH", filepath.Dir(build(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	m := newUserModule(t)
	codes := map[string][]int{"docgen-check": {1}, "docgen-generate": {0, 0}}
	for _, h := range hooks {
		for _, want := range codes[h.ID] {
			if out, code := m.run(t, nil, strings.Fields(h.Entry)...); code != want {
				t.Errorf("%s ends with %d: %s", h.Entry, code, out)
			}
		}
		for _, path := range []string{"docs/cards/models/card.md", "generated/cards/card.go", "docgen.yaml"} {
			if !regexp.MustCompile(h.Files).MatchString(path) {
				t.Errorf("%s does not run for %s", h.ID, path)
			}
		}
		if codes[h.ID] == nil || h.PassFilenames || h.Language != "golang" {
			t.Errorf("%+v", h)
		}
	}
	if out, code := m.run(t, nil, strings.Fields(hooks[0].Entry)...); code != 0 {
		t.Errorf("after the packages were written: %s", out)
	}
}

// TestShownCommandsExist holds that what the manual's page on CI shows is YAML,
// and that docgen takes the commands in it.
func TestShownCommandsExist(t *testing.T) {
	text := read(t, filepath.Join(manual, "ci.md"))
	blocks := regexp.MustCompile("(?ms)^```yaml\n(.*?)^```\n").FindAllStringSubmatch(text, -1)
	if len(blocks) < 4 {
		t.Fatalf("%d blocks", len(blocks))
	}
	m := newUserModule(t)
	binary := build(t)
	for _, block := range blocks {
		var any any
		if err := yaml.Unmarshal([]byte(block[1]), &any); err != nil {
			t.Errorf("%v\n%s", err, block[1])
		}
		for _, c := range regexp.MustCompile(`(?m)\bgo tool docgen (.*?)(?: >.*)?$`).FindAllStringSubmatch(block[1], -1) {
			if out, code := m.run(t, nil, append([]string{binary}, strings.Fields(c[1])...)...); code == 2 {
				t.Errorf("docgen %s: %s", c[1], out)
			}
		}
	}
}

// strictly reads a YAML file that may have no other keys than v.
func strictly(t *testing.T, path string, v any) {
	t.Helper()
	if err := yaml.UnmarshalWithOptions([]byte(read(t, path)), v, yaml.Strict()); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
