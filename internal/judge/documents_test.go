package judge

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/ir"
)

// trees returns the directories of pages that there are, by their names: those
// of the repository and, where it is at hand, those of the corpus.
func trees(t *testing.T) map[string]string {
	t.Helper()
	corpus := os.Getenv("DOCGEN_CORPUS")
	if corpus == "" {
		corpus = "../../../shared/corpus"
	}
	out := map[string]string{}
	for _, pattern := range []string{"../../docs/*/models", filepath.Join(corpus, "*", "docs")} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, dir := range found {
			out[filepath.Base(filepath.Dir(dir))] = filepath.Dir(dir)
		}
	}
	if _, err := os.Stat(corpus); err != nil {
		t.Logf("no corpus at %s: only the pages of the repository are judged", corpus)
	}
	return out
}

// read returns the models of the pages in dir and what they are called.
func read(t *testing.T, dir string) *docgen.Result {
	t.Helper()
	result, err := docgen.Select(t.Context(), docgen.Config{Docs: dir, Package: "judged"})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatalf("%s: %s", dir, result.Diagnostics.Summary())
	}
	return result
}

// TestDocuments has the exports of all trees judged: the JSON Schema by the
// meta-schema, and every reference in it by resolving it; the OpenAPI document
// by a validator of OpenAPI.
func TestDocuments(t *testing.T) {
	for name, dir := range trees(t) {
		t.Run(name, func(t *testing.T) {
			result := read(t, dir)
			opts := export.Options{Names: result.TypeNames}
			if err := judgeSchema(schemaOf(t, result.Schema, opts)); err != nil {
				t.Error(err)
			}
			if err := judgeOpenAPI(t.Context(), openAPIOf(t, result.Schema, opts)); err != nil {
				t.Error(err)
			}
		})
	}
}

func schemaOf(t *testing.T, s *ir.Schema, opts export.Options) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := export.JSONSchema(&text, s, opts); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

func openAPIOf(t *testing.T, s *ir.Schema, opts export.Options) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := export.OpenAPI(&text, s, export.Info{Title: "API", Version: "1"}, opts); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// TestJudgesAreStrict breaks documents in ways that the judges must notice.
func TestJudgesAreStrict(t *testing.T) {
	result := read(t, "../../docs/parcels")
	opts := export.Options{Names: result.TypeNames}
	schema, openAPI := schemaOf(t, result.Schema, opts), openAPIOf(t, result.Schema, opts)
	for name, change := range map[string]struct{ old, wrong string }{
		"a type that there is not": {`"type": "string"`, `"type": "text"`},
		"a dangling reference":     {`/Address"`, `/Nowhere"`},
		"no list of names":         {`"required": [`, `"required": "name", "unrelated": [`},
	} {
		t.Run(name, func(t *testing.T) {
			broken := func(text []byte) []byte {
				return bytes.Replace(text, []byte(change.old), []byte(change.wrong), 1)
			}
			if judgeSchema(schema) != nil || judgeSchema(broken(schema)) == nil {
				t.Error("the judge of JSON Schema takes it, or takes nothing")
			}
			if judgeOpenAPI(t.Context(), openAPI) != nil || judgeOpenAPI(t.Context(), broken(openAPI)) == nil {
				t.Error("the judge of OpenAPI takes it, or takes nothing")
			}
		})
	}
}
