package breaking_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A small API: few names and few types, so that two of them have much in
// common.
var (
	modelNames = []string{"Card", "Owner", "Limit", "Event", "State"}
	typeCells  = []string{
		"string", "integer", "number", "boolean", "date", "any", "array of strings", "string or integer",
		`"fixed"`, "map<string, integer>", "[Card](#card)", "[Event](#event)", "array of [State](#state)", "string or null",
	}
)

// drawAPI draws the page of an API.
func drawAPI(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("# API\n\n")
	for _, name := range modelNames {
		switch rapid.SampledFrom([]string{"object", "object", "object", "enum", "union", "none"}).Draw(t, name) {
		case "object":
			fmt.Fprintf(&b, "## %s\n\n| Field | Type | Required | Deprecated | Description |\n| --- | --- | --- | --- | --- |\n", name)
			for _, field := range drawSome(t, "id", "name", "limit", "owner", "note") {
				fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", field,
					rapid.SampledFrom(typeCells).Draw(t, "type"), rapid.SampledFrom([]string{"yes", "no"}).Draw(t, "required"),
					rapid.SampledFrom([]string{"yes", "no", "no"}).Draw(t, "deprecated"), rapid.SampledFrom([]string{"This.", "That."}).Draw(t, "doc"))
			}
		case "enum":
			fmt.Fprintf(&b, "## %s\n\n| Value | Meaning |\n| --- | --- |\n", name)
			for _, value := range drawSome(t, "open", "shut", "lost", "1") {
				fmt.Fprintf(&b, "| `%s` | It is. |\n", value)
			}
		case "union":
			fmt.Fprintf(&b, "## %s\n\nIt is one of:\n\n", name)
			for _, variant := range drawSome(t, "Card", "Owner", "Limit") {
				fmt.Fprintf(&b, "- [%s](#%s)\n", variant, strings.ToLower(variant))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// drawSome draws at least one of several words, in their order.
func drawSome(t *rapid.T, words ...string) []string {
	kept := rapid.SliceOfNDistinct(rapid.SampledFrom(words), 1, -1, rapid.ID[string]).Draw(t, "words")
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !slices.Contains(kept, w) })
}

func page(dir, text string) docgen.Config {
	return docgen.Config{Docs: dir, Package: "api", Pages: []*source.File{source.NewFile(dir+"/api.md", []byte(text))}}
}

// reportOf compares two pages, and gives up on draws that docgen takes for
// erroneous.
func reportOf(t *rapid.T, old, now docgen.Config) *breaking.Report {
	var versions [2]*docgen.Version
	for i, cfg := range []docgen.Config{old, now} {
		v, err := docgen.ReadVersion(context.Background(), cfg)
		if err != nil || v.Diagnostics.HasErrors() {
			t.Skip("not an API")
		}
		versions[i] = v
	}
	return versions[0].Breaking(versions[1])
}

// TestNothingDiffersFromItself compares versions with themselves, wherever
// they lie.
func TestNothingDiffersFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawAPI(t)
		if r := reportOf(t, page("old", text), page("new", text)); len(r.Changes) > 0 {
			t.Fatalf("%s\n%+v", text, r.Changes)
		}
	})
}

// opposites are the rules that go with one another when the versions change
// places: what is gone one way is added the other way. All other rules go with
// themselves.
var opposites = [][2]string{
	{"type-removed", "type-added"}, {"field-removed", "field-added"}, {"memory-removed", "memory-added"},
	{"methods-removed", "methods-added"}, {"constant-removed", "constant-added"}, {"variant-removed", "variant-added"},
	{"deprecated", "undeprecated"}, {"model-removed", "model-added"}, {"model-opaque", "model-known"},
	{"member-removed", "member-added"}, {"member-optional", "member-required"}, {"value-removed", "value-added"},
	{"json-type-widened", "json-type-narrowed"}, {"additional-removed", "additional-added"}, {"enum-opened", "enum-closed"},
	{"alternative-removed", "alternative-added"}, {"discriminator-found", "discriminator-lost"},
}

// alike are rules that count as another one when the versions change places.
var alike = map[string]string{
	"required-member-added": "member-added",
	"null-refused":          "null-allowed", "null-uncertain": "null-allowed",
}

// TestChangingPlaces compares two versions either way round.
func TestChangingPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := page("old", drawAPI(t)), page("new", drawAPI(t))
		there, back := classesOf(t, reportOf(t, a, b), 0), classesOf(t, reportOf(t, b, a), 1)
		if diff := cmp.Diff(there, back); diff != "" {
			t.Fatalf("there (-) and back (+):\n%s\n%s\n%s", diff, a.Pages[0].Content, b.Pages[0].Content)
		}
	})
}

// classesOf returns what differs, in order; way is 1 on the way back, where
// opposites stand for one another. It gives up on models that seem to have
// another name: a change is told by the older one.
func classesOf(t *rapid.T, r *breaking.Report, way int) []string {
	var out []string
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Span().IsZero() || c.IsBreaking() != (c.Bump == breaking.Major) {
			t.Fatalf("%+v", c)
		}
		id := c.Rule.ID
		if other := alike[id]; other != "" {
			id = other
		}
		for _, pair := range opposites {
			if j := slices.Index(pair[:], id); j >= 0 {
				id = pair[j^way]
				break
			}
		}
		switch id {
		case "model-renamed":
			t.Skip("a guess")
		case "struct-not-comparable":
			continue // the way back is none
		}
		out = append(out, id+" "+c.Subject)
	}
	slices.Sort(out)
	return out
}
