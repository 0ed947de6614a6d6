package support

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestValidate(t *testing.T) {
	var r Record
	if err := r.UnmarshalJSON([]byte(full)); err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	r.Kind, r.Shade, r.Grid, r.Since = "x", "pink", nil, "2026-13-01"
	r.Day, r.Level = Ptr(Date("yesterday")), Ptr(Level(3))
	r.Children[0].Shade = "pink"
	r.Parent.Figure = &Figure{}
	r.Parts[0].Shade = "pink"
	r.Extra[0].Shade = "pink" // which the sample does not look at
	r.Groups["g"][1].Shade = "pink"
	r.Groups["~/"] = []*Part{nil, {Shade: "pink"}}
	r.Title.Set(Part{Shade: "pink"})
	r.Things[2].Value = &ThingUnknown{}
	want := []string{"/kind const", "/shade enum", "/children/0/shade enum", "/day format", "/grid required",
		"/groups/g/1/shade enum", "/groups/~0~1/1/shade enum", "/level enum", "/parent/figure variant", "/parts/0/shade enum",
		"/since format", "/things/2 variant", "/title/shade enum"}
	err := r.Validate()
	if diff := cmp.Diff(want, found(t, err)); diff != "" {
		t.Error(diff)
	}
	for _, sentinel := range []error{ErrConst, ErrEnum, ErrFormat, ErrRequired, ErrVariant} {
		if !errors.Is(err, sentinel) {
			t.Errorf("it is no %v", sentinel)
		}
	}
	if errors.Is(err, ErrKind) || !strings.Contains(err.Error(), `/level: unknown enum value: "3"`) {
		t.Error(err)
	}
	var field *FieldError
	if !errors.As(err, &field) || field.Path != "/kind" || field.Err.Error() != `wrong constant: want "record"` {
		t.Error(field)
	}
}

// TestRememberedNullExcuses checks that a null is not a malformed value.
func TestRememberedNullExcuses(t *testing.T) {
	r := Record{Shade: "red"}
	if got, want := found(t, r.Validate()), []string{"/grid required", "/since format"}; !cmp.Equal(got, want) {
		t.Error(got)
	}
	if err := errors.Join(r.SetNull("grid"), r.SetNull("since"), r.Validate()); err != nil {
		t.Error(err)
	}
}

func TestTimes(t *testing.T) {
	dateTimes := map[string]bool{
		"2026-01-02T03:04:05Z": true, "2026-01-02t03:04:05z": true, "2026-01-02T03:04:05.123456789012Z": true,
		"2026-01-02T23:59:59-00:00": true, "2026-01-02T03:04:05+23:59": true, "2016-12-31T23:59:60Z": true, "2017-01-01T00:59:60.5+01:00": true, "2016-12-31T23:59:60.5+01:00": false,
		"0000-01-01T00:00:00Z": true, "2024-02-29T00:00:00Z": true,
		"2023-02-29T00:00:00Z": false, "2026-01-02": false, "2026-01-02 03:04:05Z": false, "2026-01-02T03:04:05": false, "2026-01-02T3:04:05Z": false,
		"2026-01-02T03:04:05,5Z": false, "2026-01-02T03:04:05.Z": false, "2026-01-02T24:00:00Z": false, "2026-01-02T03:04:05+24:00": false,
		"2026-01-02T03:04:05+01:60": false, "2026-01-02T03:04:05+0100": false, "2026-01-02T03:04Z": false, "2026-01-02T03:60:00Z": false,
		"2026-01-02T03:04:61Z": false, "2026-13-02T03:04:05Z": false, "2026-01-02T03:04:05Z ": false, "": false, "02026-01-02T03:04:05Z": false,
	}
	for text, want := range dateTimes {
		if isDateTime(text) != want {
			t.Errorf("date-time %q", text)
		}
	}
	for text, want := range map[string]bool{"2026-01-02": true, "2024-02-29": true, "2023-02-29": false, "2026-1-2": false,
		"2026-00-01": false, "26-01-02": false, "2026-01-02Z": false, "": false, "2026-01-32": false} {
		if isDate(text) != want {
			t.Errorf("date %q", text)
		}
	}
	at, err := DateTime("2016-12-31t23:59:60z").Time()
	if want := time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC); err != nil || !at.Equal(want) {
		t.Error(at, err)
	}
	if at, err := DateTime("2026-01-02").Time(); err == nil || !at.IsZero() {
		t.Error(at, err)
	}
	moment := time.Date(2026, 1, 2, 3, 4, 5, 678, time.FixedZone("", 3600))
	if d := NewDateTime(moment); d != "2026-01-02T03:04:05.000000678+01:00" {
		t.Error(d)
	}
	if at, err := NewDateTime(moment).Time(); err != nil || !at.Equal(moment) {
		t.Error(at, err)
	}
	if d := NewDate(2026, time.February, 3); d != "2026-02-03" {
		t.Error(d)
	}
	if at, err := NewDate(2026, time.February, 3).Time(); err != nil || !at.Equal(time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)) {
		t.Error(at, err)
	}
}

func TestFormatNumber(t *testing.T) {
	if got := formatNumber(Level(9007199254740993)); got != "9007199254740993" {
		t.Error(got)
	}
	if got := formatNumber(0.5); got != "0.5" {
		t.Error(got)
	}
}

func TestPtr(t *testing.T) {
	v := "x"
	p := Ptr(v)
	if v = "y"; *p != "x" {
		t.Error(*p)
	}
}
