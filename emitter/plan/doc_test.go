package plan

import (
	"testing"

	"github.com/docgen-go/docgen/ir"
)

func TestIntroduce(t *testing.T) {
	for text, want := range map[string]string{
		"An account at a bank.":              "Account is an account at a bank.",
		"A card.":                            "Account is a card.",
		"The set of fields that matter.":     "Account is the set of fields that matter.",
		"The carrier refused the parcel.":    "The carrier refused the parcel.",
		"A user may have several of these.":  "A user may have several of these.",
		"Defines the request schema for it.": "Account defines the request schema for it.",
		"Account is one.":                    "Account is one.",
		"Whether it is open.":                "Whether it is open.",
	} {
		doc := introduce(Doc{paragraph(text)}, "Account")
		if got := (ir.Doc{Blocks: doc}).Text(); got != want {
			t.Errorf("%q is introduced as %q, want %q", text, got, want)
		}
	}
}
