// Copied beside the package that is generated from the seed page alone.
package seed_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	seed "generated"
)

// The session's page is missing, so that a session is any JSON.
const payload = `{"request_id":"Aim3b","later":{"deep":[1,{"x":null}]},"sessions":[{"link_session_id":"ls-1","results":{"n":1.50}},7]}`

func TestLossless(t *testing.T) {
	var m seed.CreditSessionsGetResponse
	if err := m.UnmarshalJSON([]byte(payload)); err != nil {
		t.Fatal(err)
	}
	if err := m.Validate(); err != nil {
		t.Errorf("Validate: %v", err)
	}
	if m.RequestID != "Aim3b" || len(m.Sessions) != 2 || string(m.Sessions[1]) != "7" {
		t.Errorf("decoded %+v", m)
	}
	out, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := errors.Join(json.Unmarshal(out, &got), json.Unmarshal([]byte(payload), &want)); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("encoded to another value:\n%s", out)
	}
}

func TestRequired(t *testing.T) {
	var m seed.CreditSessionsGetResponse
	err := m.UnmarshalJSON([]byte(`{"sessions":[]}`))
	var invalid seed.ValidationError
	if !errors.As(err, &invalid) || !errors.Is(err, seed.ErrRequired) || len(invalid) != 1 || invalid[0].Path != "/request_id" {
		t.Fatalf("a missing request_id gives %v", err)
	}
}
