package plan

import (
	"go/build"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// nowhere is a system that go knows nothing of: it builds there what it builds
// everywhere.
var nowhere = build.Context{
	GOOS: "nowhere", GOARCH: "none", Compiler: "gc",
	OpenFile: func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("package p\n")), nil },
}

func isBuiltEverywhere(t interface{ Fatal(...any) }, name string) bool {
	built, err := nowhere.MatchFile(".", name)
	if err != nil {
		t.Fatal(err)
	}
	return built && !strings.HasSuffix(name, "_test.go")
}

func TestFileNames(t *testing.T) {
	long := strings.Repeat("Abcdefghi", 50)
	for name, want := range map[string]string{
		"Card": "card.go", "CARD": "card.go", "OAuthURL": "o_auth_url.go",
		"Con": "con_model.go", "NUL": "nul_model.go", "aux": "aux_model.go", "Com1": "com1_model.go", "LPT9": "lpt9_model.go",
		"Console": "console.go", "ConCard": "con_card.go", "Com10": "com10.go",
		"CardTest": "card_test_model.go", "CardLinux": "card_linux_model.go", "Amd64": "amd64.go", "X_amd64": "x_amd64_model.go",
		"CardTeſt": "card_test_model.go", "Windows": "windows.go", "Test": "test.go", "TestCard": "test_card.go", "DocgenTest": "docgen_test_model.go",
		"_x": "x.go", ".x": "x.go", "X١": "x_.go", "١x": "x.go", "Maſter": "master.go", "Kelvin": "kelvin.go",
		"日本": "日本.go", "ΣΊΣΥΦΟΣ": "σίσυφοσ.go", "Σίσυφος": "σίσυφοσ.go",
		long: strings.Repeat("abcdefghi_", 12) + "a_0a378098.go",
	} {
		if got := fileName(name); got != want {
			t.Errorf("fileName(%q) is %s, want %s", name, got, want)
		}
	}
	if fileName(long+"A") == fileName(long+"B") {
		t.Error("two long names share a file")
	}
}

// deviceFile is what Windows takes for a device.
var deviceFile = regexp.MustCompile(`^(con|prn|aux|nul|com\d|lpt\d)\.`)

// TestFileNamesOfAnything draws names, and holds that their files are built
// everywhere and taken by every file system.
func TestFileNamesOfAnything(t *testing.T) {
	words := slices.Concat(constraintWords, deviceNames, []string{"docgen", "support", "ſ", "K", "١", "é", "_", "Card", "."})
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(words), rapid.StringN(0, 3, 8)), 1, 60).Draw(t, "parts")
		name := "X" + rapid.SampledFrom([]string{"", "_"}).Draw(t, "joint") + strings.Join(parts, "_")
		if rapid.Bool().Draw(t, "bare") {
			name = strings.Join(parts, "")
		}
		if fileStem(name) == "" {
			t.Skip("a name without letters")
		}
		file := fileName(name)
		switch {
		case len(file) > 143, deviceFile.MatchString(file), strings.HasPrefix(file, "docgen_") && !strings.HasSuffix(file, "_model.go"),
			file != strings.ToLower(file), !filepath.IsLocal(file), strings.ContainsAny(file, "/\\ \x00"):
			t.Fatalf("%q: %q", name, file)
		case !isBuiltEverywhere(t, file):
			t.Fatalf("%q: %q is not built everywhere", name, file)
		}
	})
}

// TestConstraintWords holds that the list has every word that go knows.
func TestConstraintWords(t *testing.T) {
	for _, word := range constraintWords {
		if isBuiltEverywhere(t, "x_"+word+".go") {
			t.Errorf("x_%s.go is built everywhere", word)
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "src", "internal", "syslist", "syslist.go"))
	if err != nil {
		t.Skip("this go keeps its list elsewhere: ", err)
	}
	for _, m := range regexp.MustCompile(`"(\w+)":\s+true`).FindAllSubmatch(list, -1) {
		if !slices.Contains(constraintWords, string(m[1])) {
			t.Errorf("%s is missing", m[1])
		}
	}
}
