package support

import (
	"errors"
	"reflect"
	"testing"
)

// A spot is a model that knows where it is described.
type spot struct {
	Name  string            `json:"name"`
	Odd   *spot             `docgen:"a/b~c"`
	List  []spot            `json:"list,omitzero"`
	Maybe Nullable[*spot]   `json:"maybe,omitzero"`
	Union spotUnion         `json:"union,omitzero"`
	Map   map[spotKey]*spot `json:"map,omitzero"`

	AdditionalProperties map[string]spot `json:"-"`
}

type (
	spotKey   string
	spotUnion struct{ Value any }
)

func (*spot) places() (*table, []string) {
	return &tableSpot, []string{"p.md:1", "p.md:2", "p.md:3", "p.md:4", "p.md:5", "p.md:6"}
}

var tableSpot = table{
	name:     "spot",
	keys:     []string{`,"a/b~c":`, `,"list":`, `,"map":`, `,"maybe":`, `,"name":`, `,"union":`},
	inferred: []uint64{0x10},
}

// TestPlaceOf follows pointers to where the last member is described.
func TestPlaceOf(t *testing.T) {
	leaf := spot{}
	m := &spot{
		Odd: &leaf, List: []spot{leaf}, Maybe: NullableOf(&leaf), Union: spotUnion{&spot{Union: spotUnion{leaf}}},
		Map: map[spotKey]*spot{"k": &leaf}, AdditionalProperties: map[string]spot{"more": leaf},
	}
	for path, want := range map[string]string{
		"": "", "/name": "p.md:5", "/NAME": "p.md:5", "/nothing": "", "/a~1b~0c": "p.md:1", "/a~1b~0c/name": "p.md:5",
		"/list": "p.md:2", "/list/0/name": "p.md:5", "/list/0": "p.md:2", "/list/1": "p.md:2", "/list/1/name": "p.md:2", "/list/x": "p.md:2", "/list/-1": "p.md:2",
		"/map/k/list": "p.md:2", "/map/none/list": "p.md:3", "/maybe/map": "p.md:3", "/union/name": "p.md:5", "/union/union/list": "p.md:2",
		"/more/list": "p.md:2", "/more": "", "/name/further": "p.md:5", "/list/0/list/0/name": "p.md:2",
	} {
		if got := placeOf(reflect.ValueOf(m), path); got != want {
			t.Errorf("%q is described at %q, want %q", path, got, want)
		}
	}
}

// TestTraced adds places to violations, and nothing to other errors.
func TestTraced(t *testing.T) {
	err := traced(ValidationError{newFieldError("/name", ErrEnum, `"x"`), newFieldError("", ErrKind, "")}, new(spot))
	if want := "/name: unknown enum value: \"x\" (p.md:5)\n(document): wrong kind of value"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	if !errors.Is(err, ErrEnum) || !errors.Is(err, ErrKind) {
		t.Errorf("%v does not wrap what was found", err)
	}
	other := errors.New("other")
	if traced(nil, new(spot)) != nil || traced(other, new(spot)) != other {
		t.Error("other errors are changed")
	}
}
