package house_test

import (
	"bytes"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const root = "../.."

// A release is .goreleaser.yaml, with the keys that are in use: strict decoding
// fails for any other, as goreleaser does.
type release struct {
	Version     int
	ProjectName string `yaml:"project_name"`
	Before      struct{ Hooks []string }
	Builds      []struct {
		Main, Binary        string
		Goos, Goarch        []string
		Env, Flags, Ldflags []string
		ModTimestamp        string `yaml:"mod_timestamp"`
	}
	Archives []struct {
		Formats         []string
		FormatOverrides []struct {
			Goos    string
			Formats []string
		} `yaml:"format_overrides"`
		NameTemplate    string   `yaml:"name_template"`
		WrapInDirectory bool     `yaml:"wrap_in_directory"`
		BuildsInfo      fileInfo `yaml:"builds_info"`
		Files           []struct {
			Src, Dst string
			Info     fileInfo
		}
	}
	Checksum struct {
		NameTemplate string `yaml:"name_template"`
		Algorithm    string
	}
	Sboms   []struct{ Artifacts string }
	Release struct {
		Draft      bool
		Prerelease string
	}
	Snapshot struct {
		VersionTemplate string `yaml:"version_template"`
	}
}

type fileInfo struct{ Owner, Group, Mtime string }

// decode reads a YAML file of the root, with nothing in it that v has no place for.
func decode(t *testing.T, name string, v any) {
	t.Helper()
	if err := yaml.NewDecoder(strings.NewReader(read(t, filepath.Join(root, name))), yaml.Strict()).Decode(v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestReleaseHoldsWhatThereIs follows .goreleaser.yaml to the command that it
// builds, the script that it runs and the files that it packs.
func TestReleaseHoldsWhatThereIs(t *testing.T) {
	var r release
	decode(t, ".goreleaser.yaml", &r)
	for _, b := range r.Builds {
		if source := read(t, filepath.Join(root, b.Main, "main.go")); !strings.Contains(source, "\npackage main\n") {
			t.Errorf("%s is no command", b.Main)
		}
		if b.ModTimestamp == "" {
			t.Errorf("the files of %s have the time of the build", b.Binary)
		}
	}
	if hooks := r.Before.Hooks; len(hooks) != 1 || hooks[0] != "bash .ci/extras extras" {
		t.Errorf("hooks are %q", hooks)
	}
	if !strings.Contains(read(t, filepath.Join(root, ".gitignore")), "\n/extras/\n") {
		t.Error("git does not ignore extras: what is built beside it counts as modified")
	}
	extras := t.TempDir()
	bash(t, ".ci/extras", extras)
	packed := 0
	for _, f := range r.Archives[0].Files {
		pattern := filepath.Join(root, f.Src)
		if below, ok := strings.CutPrefix(f.Src, "extras/"); ok {
			pattern = filepath.Join(extras, below)
		}
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Errorf("no file is %s (%v)", f.Src, err)
		}
		packed += len(found)
		if f.Info.Mtime == "" {
			t.Errorf("%s has the time of the build", f.Src)
		}
	}
	if packed < 15 {
		t.Errorf("only %d files are packed", packed)
	}
}

// bash runs a script of the repository and returns what it prints.
func bash(t *testing.T, script string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command("bash", append([]string{filepath.Join(root, script)}, args...)...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, &stderr)
	}
	return string(out)
}

// TestReleaseNotesAreThoseOfTheVersion cuts a section out of CHANGELOG.md.
func TestReleaseNotesAreThoseOfTheVersion(t *testing.T) {
	changes := read(t, filepath.Join(root, "CHANGELOG.md"))
	_, section, ok := strings.Cut(changes, "\n## Unreleased\n")
	if !ok {
		t.Fatal("CHANGELOG.md has no section Unreleased")
	}
	section, _, _ = strings.Cut(section, "\n## ")
	notes := bash(t, ".ci/release-notes", "Unreleased")
	if strings.TrimSpace(notes) != strings.TrimSpace(section) {
		t.Errorf("the notes are\n%s", notes)
	}
	cmd := exec.Command("bash", filepath.Join(root, ".ci/release-notes"), "v0.0.0-none")
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), `no section "## 0.0.0-none"`) {
		t.Errorf("of a version without notes: %v\n%s", err, out)
	}
}

// A workflow is what the test below looks at in a workflow of GitHub.
type workflow struct {
	Permissions map[string]string
	Jobs        map[string]struct {
		Uses  string
		Steps []struct{ Uses, Run string }
	}
}

var (
	pinned = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+@(v\d+(\.\d+)*|[0-9a-f]{40})$`)
	script = regexp.MustCompile(`\bbash (\.ci/\S+)`)
)

// TestWorkflowsAreCareful holds that workflows may do nothing but read unless a
// job says so, that actions are pinned, and that the scripts they run exist.
func TestWorkflowsAreCareful(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(root, ".github/workflows/*.yml"))
	if err != nil || len(names) < 2 {
		t.Fatalf("workflows: %v %v", names, err)
	}
	for _, name := range names {
		name = path.Join(".github/workflows", filepath.Base(name))
		content := read(t, filepath.Join(root, name))
		var w workflow
		if err := yaml.Unmarshal([]byte(content), &w); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !strings.Contains(content, "\npermissions:") {
			t.Errorf("%s does not say what it may do", name)
		}
		for what, may := range w.Permissions {
			if may != "read" && may != "none" {
				t.Errorf("%s: every job may %s %s", name, may, what)
			}
		}
		for job, j := range w.Jobs {
			for _, step := range j.Steps {
				if step.Uses != "" && !pinned.MatchString(step.Uses) {
					t.Errorf("%s: %s uses %s, which is not pinned", name, job, step.Uses)
				}
				for _, m := range script.FindAllStringSubmatch(step.Run, -1) {
					if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
						t.Errorf("%s: %s runs %v", name, job, err)
					}
				}
			}
			if local, ok := strings.CutPrefix(j.Uses, "./"); ok {
				if called := read(t, filepath.Join(root, local)); !strings.Contains(called, "\n  workflow_call:") {
					t.Errorf("%s: %s calls %s, which cannot be called", name, job, local)
				}
			}
		}
	}
}
