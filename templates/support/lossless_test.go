package support

import (
	"encoding/json"
	"errors"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func anyPart(t *rapid.T) document {
	return objectOf(t, &tablePart, map[string]func(*rapid.T) document{
		"a_name": anyText, "aname": anyText, "shade": scalars(`"red"`, `"grey"`), "size": anyInteger,
	}, anyValue(1))
}

func anyFigure(t *rapid.T) document {
	square := objectOf(t, &tableSquare, map[string]func(*rapid.T) document{
		"inner": nullOr(anyValue(1)), "side": nullOr(anyInteger), "type": scalars(`"square"`),
	}, anyValue(1))
	circle := objectOf(t, &tableCircle, map[string]func(*rapid.T) document{
		"radius": anyFloat, "type": scalars(`"circle"`, `"disc"`),
	}, anyFloat)
	other := scalars("null", `"x"`, "[1.50]", `{"type":"sphere"}`)(t)
	return rapid.SampledFrom([]document{square, circle, other}).Draw(t, "figure")
}

func anyThing(depth int) func(*rapid.T) document {
	return func(t *rapid.T) document {
		choices := []func(*rapid.T) document{anyText, anyInteger, anyFloat, anyBool, anyFigure, scalars(`"2026-01-02"`)}
		if depth > 0 {
			choices = append(choices, listOf(nullOr(anyThing(depth-1))), mapOf(anyThing(depth-1)))
		}
		return rapid.SampledFrom(choices).Draw(t, "thing")(t)
	}
}

func scalars(texts ...string) func(*rapid.T) document {
	return func(t *rapid.T) document { return document{text: rapid.SampledFrom(texts).Draw(t, "scalar")} }
}

func anyRecord(depth int) func(*rapid.T) document {
	return func(t *rapid.T) document {
		members := map[string]func(*rapid.T) document{
			"alias": nullOr(anyText), "any": anyValue(2), "blob": nullOr(scalars(`""`, `"aGk="`)),
			"count": nullOr(anyInteger), "day": nullOr(anyText), "exact": nullOr(rapid.SampledFrom([]func(*rapid.T) document{anyNumber, anyText}).Draw(t, "exact")),
			"extra": nullOr(listOf(anyPart)), "figure": rapid.SampledFrom([]func(*rapid.T) document{anyFigure, anyValue(2)}).Draw(t, "figure"), "fixed": scalars("true"),
			"flag": nullOr(anyBool), "full_name": anyText, "grid": nullOr(listOf(listOf(anyFloat))),
			"groups": mapOf(listOf(nullOr(anyPart))), "id": anyText, "kind": scalars(`"record"`, `"other"`),
			"level": anyInteger, "note": nullOr(anyText), "opaque": anyValue(1), "owner": nullOr(anyPart),
			"parts": nullOr(listOf(anyPart)), "ratio": nullOr(anyFloat), "scores": nullOr(mapOf(anyInteger)),
			"shade": anyText, "since": nullOr(anyText), "sl/a~sh\tq": nullOr(anyText), "tags": listOf(anyText),
			"things": nullOr(listOf(anyThing(1))), "title": nullOr(anyPart),
		}
		if depth > 0 {
			members["parent"] = nullOr(anyRecord(depth - 1))
			members["children"] = nullOr(listOf(anyRecord(depth - 1)))
		}
		return objectOf(t, &tableRecord, members, anyValue(2))
	}
}

// isInexact reports whether two numbers differ.
func isInexact(x, y json.Number) bool {
	if x == y {
		return false
	}
	a, okA := new(big.Rat).SetString(string(x))
	b, okB := new(big.Rat).SetString(string(y))
	if okA && okB && a.Cmp(b) == 0 {
		return false
	}
	f, errF := x.Float64()
	g, errG := y.Float64()
	return errF != nil || errG != nil || f != g
}

func isEqual(x, y any) bool {
	switch x := x.(type) {
	case map[string]any:
		y, ok := y.(map[string]any)
		for name, value := range x {
			other, there := y[name]
			ok = ok && there && isEqual(value, other)
		}
		return ok && len(x) == len(y)
	case []any:
		y, ok := y.([]any)
		ok = ok && len(x) == len(y)
		for i := 0; ok && i < len(x); i++ {
			ok = isEqual(x[i], y[i])
		}
		return ok
	case json.Number:
		y, ok := y.(json.Number)
		return ok && !isInexact(x, y)
	}
	return x == y
}

// equalJSON reports whether two texts are one JSON value.
func equalJSON(a, b string) bool {
	var values [2]any
	for i, text := range []string{a, b} {
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		if d.Decode(&values[i]) != nil {
			return false
		}
	}
	return isEqual(values[0], values[1])
}

type codec interface {
	json.Unmarshaler
	json.Marshaler
}

// testLossless checks that what document writes comes back from a T.
func testLossless[T any](t *testing.T, document func(*rapid.T) document) {
	rapid.Check(t, func(t *rapid.T) {
		text := document(t).String(t)
		v := new(T)
		c := any(v).(codec)
		if err := c.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		out, err := c.MarshalJSON()
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !equalJSON(text, string(out)) {
			t.Fatalf("came back as another value\nin:  %s\nout: %s", text, out)
		}
		again := new(T)
		if err := any(again).(codec).UnmarshalJSON(out); err != nil {
			t.Fatal(err)
		}
		if second, err := any(again).(codec).MarshalJSON(); err != nil || string(second) != string(out) {
			t.Fatalf("the second time it is (%v)\n%s\nand was\n%s", err, second, out)
		}
		if !reflect.DeepEqual(clone(v), any(v)) {
			t.Fatalf("the clone is another value\n%s", text)
		}
	})
}

func TestLossless(t *testing.T) {
	t.Run("Record", func(t *testing.T) { testLossless[Record](t, anyRecord(1)) })
	t.Run("Part", func(t *testing.T) { testLossless[Part](t, anyPart) })
	t.Run("Thing", func(t *testing.T) { testLossless[Thing](t, anyThing(3)) })
	t.Run("Wide", func(t *testing.T) {
		testLossless[Wide](t, func(t *rapid.T) document {
			members := map[string]func(*rapid.T) document{}
			for n := range 130 {
				members[tableWide.memberName(n)] = nullOr(anyText)
			}
			return objectOf(t, &tableWide, members, anyValue(1))
		})
	})
}

// TestOneChange checks that a member that is set shows, and nothing else does.
func TestOneChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyRecord(0)(t).String(t)
		var r Record
		if err := r.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatal(err)
		}
		var before, after map[string]json.RawMessage
		unpack(t, r, &before)
		r.ID = "set"
		r.Count = Ptr(int64(42))
		unpack(t, r, &after)
		name := "count"
		if spelling, ok := r.Spellings.of(&tableRecord, 4); ok {
			name = spelling
		}
		before["id"], before[name] = json.RawMessage(`"set"`), json.RawMessage("42")
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("want %s\ngot  %s", before, after)
		}
	})
}

func unpack(t *rapid.T, v json.Marshaler, into *map[string]json.RawMessage) {
	text, err := v.MarshalJSON()
	if err := errors.Join(err, json.Unmarshal(text, into)); err != nil {
		t.Fatal(err)
	}
}
