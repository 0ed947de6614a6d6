package docgen_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/google/go-cmp/cmp"
)

// TestSpelling holds that a package is the same however the way to its pages is
// spelled: go generate runs in the directory of the package, check in another.
func TestSpelling(t *testing.T) {
	root := must(os.Getwd())(t)
	for _, api := range []string{"bookings", "courier", "credit", "parcels", "server"} {
		docs := filepath.Join("docs", api)
		run := func(in, docs string) map[string]string {
			t.Helper()
			t.Chdir(filepath.Join(root, in))
			r := must(docgen.Run(t.Context(), docgen.Config{Docs: docs, Package: api, Readme: true, DocsLink: "../" + api}))(t)
			files := map[string]string{}
			for _, f := range r.Files {
				files[f.Name] = string(f.Content)
			}
			return files
		}
		want := run(".", docs)
		for _, other := range []struct{ in, docs string }{
			{".", "./docs/" + api + "/"}, {".", filepath.Join(root, docs)}, {"docs", api}, {"docs", "../docs/" + api},
			{"generated/" + api, "../../docs/" + api}, {"docs/" + api, "."}, {"docs/" + api, "../" + api},
		} {
			if diff := cmp.Diff(want, run(other.in, other.docs)); diff != "" {
				t.Errorf("%s, read as %s in %s (-from the root +from there):\n%s", api, other.docs, other.in, diff)
			}
		}
	}
}
