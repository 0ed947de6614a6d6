package consensus

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/ir"
)

// names shows the pairs of a join, and what is left on each side.
func names(a, b *ir.Schema) (pairs, onlyA, onlyB []string) {
	j := newJoin(a, b)
	for _, p := range j.pairs {
		pairs = append(pairs, p.a.Head().ID.String()+" = "+p.b.Head().ID.String())
	}
	for _, m := range j.onlyA {
		onlyA = append(onlyA, m.Head().ID.String())
	}
	for _, m := range j.onlyB {
		onlyB = append(onlyB, m.Head().ID.String())
	}
	return pairs, onlyA, onlyB
}

func TestJoin(t *testing.T) {
	envelope := object("operations/PayResponse", optional("result", ir.String))
	envelope.Role = ir.RoleEnvelope
	a := schema(tsPages,
		object("components/BankAccount", optional("options", list(ref("components/Options")))),
		object("components/Options"),
		object("components/ErrorT"),
		object("components/Draft"),
		object("components/DraftT"),
		object("errors/NotFound"),
		object("operations/PayRequest"),
		object("operations/OnlyHere"),
		envelope,
	)
	b := schema(goPages,
		object("shared/BankAccount", optional("Options", list(ref("shared/OptionsObj")))),
		object("shared/OptionsObj"),
		object("shared/Error"),
		object("shared/Draft"),
		object("shared/DraftT"),
		object("sdkerrors/NotFound"),
		object("Requests/PAYRequest"),
		object("Requests/OnlyThere"),
	)
	pairs, onlyA, onlyB := names(a, b)
	want := []string{
		"components/bankaccount = shared/bankaccount",
		"components/draft = shared/draft",
		"components/draftt = shared/draftt",
		"components/errort = shared/error",
		"components/options = shared/optionsobj",
		"errors/notfound = sdkerrors/notfound",
		"operations/payrequest = Requests/payrequest",
	}
	if diff := cmp.Diff(want, pairs); diff != "" {
		t.Errorf("pairs, want (-) and got (+):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"operations/onlyhere"}, onlyA); diff != "" {
		t.Errorf("only in the first, want (-) and got (+):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Requests/onlythere"}, onlyB); diff != "" {
		t.Errorf("only in the second, want (-) and got (+):\n%s", diff)
	}
}

// TestJoinTrees holds that trees of a schema meet only those of their prefix.
func TestJoinTrees(t *testing.T) {
	two := func(dialect string) *ir.Schema {
		s := schema(dialect, object("azure/Card"), object("components/Card"))
		h := s.Models[0].Head()
		h.ID.Namespace = "azure/components"
		h.Tree = &ir.Tree{Prefix: "azure", Dialect: dialect}
		return s
	}
	pairs, onlyA, onlyB := names(two(goPages), two(tsPages))
	want := []string{"azure/components/card = azure/components/card", "components/card = components/card"}
	if diff := cmp.Diff(want, pairs); diff != "" || onlyA != nil || onlyB != nil {
		t.Errorf("only %v and %v; want (-) and got (+):\n%s", onlyA, onlyB, diff)
	}
}

// TestJoinFlat holds that titles alone join a tree without namespaces, where
// they are clear.
func TestJoinFlat(t *testing.T) {
	a := schema(pythonPages, object("/Card", optional("owner", ref("/CardOwner"))), object("/CardOwner"), object("/Bank"))
	b := schema(tsPages, object("components/Card", optional("owner", ref("components/Owner"))),
		object("components/Owner"), object("errors/Bank"), object("components/Bank"))
	pairs, onlyA, onlyB := names(a, b)
	if diff := cmp.Diff([]string{"card = components/card", "cardowner = components/owner"}, pairs); diff != "" {
		t.Errorf("want (-) and got (+):\n%s", diff)
	}
	if len(onlyA) != 1 || len(onlyB) != 2 {
		t.Errorf("left over are %v and %v", onlyA, onlyB)
	}
}

// TestFields holds how members of two languages are joined.
func TestFields(t *testing.T) {
	a := schema(pythonPages, object("components/Card",
		optional("card_id", ir.String), optional("from_", ir.String), optional("line2", ir.String),
		optional("raw_response", &ir.External{Name: "httpx.Response"})))
	b := schema(goPages, object("components/Card",
		optional("Line2", ir.String), optional("CardID", ir.String), optional("From", ir.String)))
	if diffs := Compare(a, b); len(diffs) > 0 {
		t.Errorf("%v", diffs)
	}
}
