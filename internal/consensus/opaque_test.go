package consensus

import (
	"testing"

	"github.com/docgen-go/docgen/ir"
)

// TestFillOpaqueWithStatement holds that a union that another language shows
// comes with the discriminator that is stated there.
func TestFillOpaqueWithStatement(t *testing.T) {
	pages := func(dialect string, owner ir.Model) *ir.Schema {
		return schema(dialect, object("components/Card", optional("owner", ref("components/Owner"))),
			object("components/Person"), object("components/Company"), owner)
	}
	stated := &ir.Discriminator{
		Member: "kind", Values: []ir.DiscriminatorKey{{Value: `"firm"`, Variant: 1}}, Stated: &ir.Statement{Name: "kind"},
	}
	owner := union("components/Owner", ref("components/Person"), ref("components/Company"))
	owner.Discriminator = stated
	main := pages(javaPages, opaque("components/Owner"))
	Merge(main, []*ir.Schema{pages(rubyPages, owner)})
	if err := main.Check(); err != nil {
		t.Fatal(err)
	}
	for _, m := range main.Models {
		if u, ok := m.(*ir.Union); ok && u.Discriminator == stated {
			return
		}
	}
	t.Errorf("no union has it:\n%s", main.Text())
}
