package plan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// namesOf builds a package and lists its files, types, fields and constants,
// and the codes of what there is to say about it.
func namesOf(opts Options, models ...ir.Model) string {
	opts.Package = "p"
	pkg, diags := Build(&ir.Schema{Models: models}, opts)
	var b strings.Builder
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			fmt.Fprintf(&b, "%s %s", f.Name, d.TypeName())
			switch d := d.(type) {
			case *Struct:
				for _, field := range d.Fields {
					b.WriteString(" ." + field.Name)
				}
			case *Enum:
				for _, c := range d.Consts {
					b.WriteString(" " + c.Name)
				}
			}
			b.WriteString("\n")
		}
	}
	for _, d := range diags {
		fmt.Fprintf(&b, "%s %s (%s)\n", d.Code, d.Message, d.Help)
	}
	return b.String()
}

// status is an enum that prints names beside its values.
func status() *ir.Enum {
	return &ir.Enum{
		Header: ir.Header{ID: ir.ID{Namespace: "components", Name: "status"}, Title: "Status"}, Of: ir.String,
		Values: []ir.EnumValue{
			{Name: "ACTIVE", Value: ir.StringValue("on")}, {Name: "on", Value: ir.StringValue("off")}, {Value: ir.StringValue("lost")},
		},
	}
}

func TestRename(t *testing.T) {
	card := object("components", "card", "Card", field("id", ir.String), field("kycUrl", ir.String))
	list := object("operations", "card", "Card", field("user_id", ir.String), field("userId", ir.String))
	for _, c := range []struct {
		name, renames, want string
	}{
		{"nothing", "", "card.go Card .ID .KycURL\noperations_card.go OperationsCard .User_id .UserId\nstatus.go Status StatusOn StatusOff StatusLost\n"},
		{"a model, and the file with it", "components/card=Pay operations/card=Cards",
			"cards.go Cards .User_id .UserId\npay.go Pay .ID .KycURL\nstatus.go Status StatusOn StatusOff StatusLost\n"},
		{"a model takes the name of another one", "operations/card=Card components/card=Pay",
			"card.go Card .User_id .UserId\npay.go Pay .ID .KycURL\nstatus.go Status StatusOn StatusOff StatusLost\n"},
		{"a member, and what clashed with it", "components/card.id=Number operations/card.userId=User",
			"card.go Card .Number .KycURL\noperations_card.go OperationsCard .UserID .User\nstatus.go Status StatusOn StatusOff StatusLost\n"},
		{"values come before printed names", "components/status.on=On components/status.ACTIVE=Unused components/status.lost=Lost",
			"card.go Card .ID .KycURL\noperations_card.go OperationsCard .User_id .UserId\nstatus.go Status On StatusOff Lost\n"},
		{"by the printed name", "components/status.ACTIVE=Active",
			"card.go Card .ID .KycURL\noperations_card.go OperationsCard .User_id .UserId\nstatus.go Status Active StatusOff StatusLost\n"},
		{"a derived name gives way", "components/status.lost=StatusOff",
			"card.go Card .ID .KycURL\noperations_card.go OperationsCard .User_id .UserId\nstatus.go Status StatusOn Status_Off StatusOff\n"},
		{"files, in turn", "card.go=status.go status.go=states.go",
			"operations_card.go OperationsCard .User_id .UserId\nstates.go Status StatusOn StatusOff StatusLost\nstatus.go Card .ID .KycURL\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, namesOf(Options{Renames: parseRenames(c.renames)}, card, list, status())); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

// parseRenames reads "selector=name selector=name".
func parseRenames(text string) []Rename {
	var out []Rename
	for _, pair := range strings.Fields(text) {
		selector, name, _ := strings.Cut(pair, "=")
		out = append(out, Rename{Selector: selector, Name: name})
	}
	return out
}

func TestRenamesThatCannotBe(t *testing.T) {
	card := object("components", "card", "Card", field("id", ir.String), field("no", ir.String))
	for rename, want := range map[string]string{
		"components/crd=Pay":                             "DG0509 nothing is called components/crd; the rename has no effect (is it components/card?)",
		"components/card.Id=ID":                          "DG0509 nothing is called components/card.Id; the rename has no effect (is it components/card.id?)",
		"elsewhere=ID":                                   "DG0509 nothing is called elsewhere; the rename has no effect (docgen names --all lists",
		"crad.go=pay.go":                                 "DG0509 nothing is called crad.go; the rename has no effect (is it card.go?)",
		"components/card=pay":                            `DG0510 "pay" is no exported Go identifier`,
		"components/card.id=N-o":                         `DG0510 "N-o" is no exported Go identifier`,
		"card.go=docgen_x.go":                            `DG0510 "docgen_x.go" is no name for a generated file`,
		"card.go=pay_test.go":                            `DG0510 "pay_test.go" is no name`,
		"card.go=../pay.go":                              `DG0510 "../pay.go" is no name`,
		"card.go=status.go":                              "DG0511 status.go is what another file is called",
		"components/card=Ptr":                            "DG0511 Ptr is the name of something that packages declare for themselves",
		"components/card.id=Validate":                    "DG0511 structs have Validate beside their members",
		"components/status.on=Card":                      "DG0511 Card is the name of components/card",
		"components/card=Status":                         "DG0501 the models components/card and components/status want the same Go name Status",
		"components/card.id=No":                          `DG0502 the members "id" and "no" both want the Go name No`,
		"components/status.on=X components/status.off=X": "DG0511 X is the name of components/status.on",
	} {
		if got := namesOf(Options{Renames: parseRenames(rename)}, card, status()); !strings.Contains(got, want) {
			t.Errorf("%s:\n%s\nlacks %s", rename, got, want)
		}
	}
}

// TestTheLineSettlesIt takes the rename that a collision prints, and holds that
// the collision is gone.
func TestTheLineSettlesIt(t *testing.T) {
	models := []ir.Model{
		object("components", "a b", "Card", field("card_id", ir.String), field("card-id", ir.String), field("card.id", ir.String)),
		object("components", "card", "Card"), object("components", "ptr", "Card"), status(),
	}
	var renames []Rename
	for range 10 {
		_, diags := Build(&ir.Schema{Models: models}, Options{Package: "p", Renames: renames})
		if !diags.HasErrors() {
			return
		}
		_, line, ok := strings.Cut(diags[0].Help, "rename: {")
		selector, name, found := strings.Cut(strings.TrimSuffix(line, "}"), ": ")
		if !ok || !found {
			t.Fatalf("no line settles %s: %s", diags[0].Message, diags[0].Help)
		}
		renames = append(renames, Rename{Selector: strings.Trim(selector, `"`), Name: name})
	}
	t.Errorf("not settled by %v", renames)
}

func TestInitialisms(t *testing.T) {
	card := object("components", "card", "KycCard", field("id", ir.String), field("kycUrl", ir.String))
	got := namesOf(Options{Initialisms: naming.Initialisms{Add: []string{"kyc"}, Remove: []string{"url"}}}, card)
	if want := "kyc_card.go KYCCard .ID .KYCUrl\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNamesAmongMore holds that a model that others have left keeps its name.
func TestNamesAmongMore(t *testing.T) {
	card, list := object("components", "card", "Card"), object("operations", "card", "Card")
	var opts Options
	opts.Names = TypeNames(&ir.Schema{Models: []ir.Model{card, list}}, opts)
	if got, want := namesOf(opts, list), "operations_card.go OperationsCard\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
