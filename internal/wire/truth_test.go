package wire_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// corpus returns the path of a tree of the corpus, or of what lies beside it,
// and skips the test where that is absent.
func corpus(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no corpus: %v (DOCGEN_CORPUS says where it is)", err)
	}
	return path
}

func read(t *testing.T, tree string) *docgen.Result {
	t.Helper()
	result, err := docgen.Read(context.Background(), docgen.Config{Docs: corpus(t, tree)})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// A truth holds the JSON names of the members of each object, by namespace and
// title, and by their letters and digits.
type truth map[string]map[string]string

func readTruth(t *testing.T, file string) truth {
	t.Helper()
	text, err := os.ReadFile(corpus(t, filepath.Join("..", "truth", file)))
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Members map[string]struct {
			Kind    string
			Members []struct{ Wire string }
		}
	}
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	out := truth{}
	for model, m := range doc.Members {
		if m.Kind != "object" {
			continue
		}
		namespace, title, _ := strings.Cut(model, "/")
		members := map[string]string{}
		for _, member := range m.Members {
			members[naming.Fold(member.Wire)] = member.Wire
		}
		out[namespace+"/"+naming.Fold(title)] = members
	}
	return out
}

// sdkNamespaces are what some SDKs call the namespaces of others.
var sdkNamespaces = map[string]string{"shared": "components", "sdkerrors": "errors"}

// accuracy counts the members of which the truth is known, and the names that
// are wrong, and of these those that nobody was warned of.
func accuracy(t *testing.T, s *ir.Schema, known truth) (total, wrong, unsaid int) {
	t.Helper()
	for _, m := range s.Models {
		o, ok := m.(*ir.Object)
		if !ok {
			continue
		}
		namespace := strings.ToLower(o.ID.Namespace)
		if other, ok := sdkNamespaces[namespace]; ok {
			namespace = other
		}
		names := known[namespace+"/"+naming.Fold(o.Title)]
		for _, f := range o.Fields {
			want, ok := names[naming.Fold(f.Name)]
			if !ok {
				continue
			}
			total++
			if f.Wire.Name == want {
				continue
			}
			wrong++
			if f.Wire.Evidence != ir.Guessed {
				unsaid++
				t.Errorf("%s is %q (%s), and in truth %q", wire.Selector(o.ID, f.Name), f.Wire.Name, f.Wire.Why, want)
			}
		}
	}
	return total, wrong, unsaid
}

// TestTruth holds the names of one API, found from its pages in each of five
// languages alone, against its own definition.
func TestTruth(t *testing.T) {
	known := readTruth(t, "dub.json")
	for _, tree := range []string{"dub-python", "dub-ts", "dub-go", "dub-php", "dub-ruby"} {
		t.Run(tree, func(t *testing.T) {
			total, wrong, unsaid := accuracy(t, read(t, tree).Schema, known)
			t.Logf("%d of %d names are right: %.2f %%; %d of the others are no guesses",
				total-wrong, total, 100*float64(total-wrong)/float64(total), unsaid)
			if total < 1900 || 100*wrong > total {
				t.Errorf("%d of %d names are wrong", wrong, total)
			}
		})
	}
}

// TestVotes holds the style that each tree of the corpus votes for.
func TestVotes(t *testing.T) {
	for tree, want := range map[string]string{
		"plaid": "snake_case", "client-python": "snake_case", "client-ts": "snake_case",
		"dub-python": "camelCase", "dub-ts": "camelCase", "dub-go": "camelCase", "dub-php": "camelCase", "dub-ruby": "camelCase",
		"moov-java": "camelCase", "plexgo": "camelCase", "plexcsharp": "camelCase", "plexruby": "camelCase",
	} {
		t.Run(tree, func(t *testing.T) {
			for _, r := range read(t, tree).Names {
				t.Logf("%s: %s; %d confirmed, %d inferred, %d guessed", r.Dir, r.Vote, r.Confirmed, r.Inferred, r.Guessed)
				if r.Vote.Style.String() != want {
					t.Errorf("%s votes for %s, not %s", r.Dir, r.Vote, want)
				}
			}
		})
	}
}
