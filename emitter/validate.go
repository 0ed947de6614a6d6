package emitter

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// validateFunc writes
//
//	func (m *Card) validate(v *validator) {
//		v.value("status", true, &m.Status)
//	}
func validateFunc(s *plan.Struct) *jen.Statement {
	return validateSignature("m", s.Name).BlockFunc(func(g *jen.Group) {
		for _, f := range s.Fields {
			for _, c := range f.Checks {
				g.Add(check(s, f, c))
			}
		}
		if s.Additional == nil {
			return
		}
		if elem := validatorOf(s.Additional.Elem); elem != nil {
			g.Id("validateEntries").Call(raw("&m.AdditionalProperties"), argV, elem)
		}
	})
}

// validateSignature writes func (m *Card) validate(v *validator).
func validateSignature(receiver, typeName string) *jen.Statement {
	return raw("func (" + receiver + " *" + typeName + ") validate(v *validator)")
}

func check(s *plan.Struct, f plan.Field, c plan.Check) *jen.Statement {
	switch c := c.(type) {
	case *plan.CheckPresent:
		return presentCheck(s, f, c)
	case *plan.CheckConstant:
		return constantCheck(f, c)
	case *plan.CheckValue:
		return valueCheck(s, f, c)
	}
	panic("emitter: unknown check")
}

// presentCheck writes v.required("results", m.Results != nil || m.Nulls.has(2)).
func presentCheck(s *plan.Struct, f plan.Field, c *plan.CheckPresent) *jen.Statement {
	ok := "m." + f.Name + " != nil"
	if c.UnlessNull {
		ok += " || " + isRemembered(s, f)
	}
	return raw("v.required").Call(quoted(f.Wire), raw(ok))
}

// constantCheck writes v.constant("type", m.Type == "" || m.Type == "card", `"card"`),
// or v.constant("type", isAbsentOr(&m.Type, "card"), `"card"`) for a Nullable.
func constantCheck(f plan.Field, c *plan.CheckConstant) *jen.Statement {
	field, want := "m."+f.Name, goValue(c.Value)
	var ok string
	switch {
	case c.Nullable:
		ok = "isAbsentOr(&" + field + ", " + want + ")"
	case c.Pointer:
		ok = field + " == nil || " + equals("*"+field, c.Value)
	default:
		ok = unsetOr(field, c)
	}
	return raw("v.constant").Call(quoted(f.Wire), raw(ok), literal(string(c.Value)))
}

// equals writes value == "card", or value and !value for booleans.
func equals(value string, want ir.Value) string {
	switch want {
	case "true":
		return value
	case "false":
		return "!" + value
	}
	return value + " == " + goValue(want)
}

// unsetOr writes m.Type == "" || m.Type == "card", and what that is for
// numbers and booleans.
func unsetOr(field string, c *plan.CheckConstant) string {
	unset := "0"
	if c.Value.IsString() {
		unset = `""`
	}
	want := goValue(c.Value)
	switch {
	case want == "true":
		return want
	case want == "false", want == unset:
		return equals(field, c.Value)
	}
	return field + " == " + unset + " || " + field + " == " + want
}

// valueCheck writes v.value("holder", m.Holder != nil, m.Holder) for what
// validates itself, v.values("holders", len(m.Holders), …) for a list of that,
// and validateList(v, "times", m.Times, validateTime) for the rest.
func valueCheck(s *plan.Struct, f plan.Field, c *plan.CheckValue) *jen.Statement {
	var call *jen.Statement
	switch c.Form {
	case plan.Model:
		present := "m." + f.Name + " != nil"
		if c.ByRef {
			present = "true"
		}
		call = raw("v.value").Call(quoted(f.Wire), raw(present), passed(f.Name, c.ByRef))
	case plan.Models:
		call = raw("v.values").Call(quoted(f.Wire), raw("len(m."+f.Name+")"), elementFunc("checked", f.Name))
	default:
		call = raw(c.Func).Call(argV, quoted(f.Wire), passed(f.Name, c.ByRef), validatorOf(c.Elem))
	}
	if c.UnlessNull {
		return raw("if !" + isRemembered(s, f)).Block(call)
	}
	return call
}

// isRemembered writes m.Nulls.has(2), or m.Nulls[1].has(2) for the 67th member.
func isRemembered(s *plan.Struct, f plan.Field) string {
	if s.NullWords > 1 {
		return fmt.Sprintf("m.Nulls[%d].has(%d)", f.Member/64, f.Member%64)
	}
	return fmt.Sprintf("m.Nulls.has(%d)", f.Member)
}

// validatorOf writes the function that validates elements of type t, or
// returns nil for a type that has nothing to validate. For constants it is
//
//	func(p *string, v *validator) {
//		v.is(*p == "card", `"card"`)
//	}
func validatorOf(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		if t.Constant == "" {
			return nil
		}
		return raw("func(p *" + t.Name + ", v *validator)").
			Block(raw("v.is").Call(raw(equals("*p", t.Constant)), literal(string(t.Constant))))
	case *plan.Named:
		switch t.Check {
		case "":
			return nil
		case plan.CheckMethod:
			return method(t.Name, "validate")
		}
		return jen.Id(t.Check)
	}
	if !hasValidator(t) {
		return nil
	}
	return jen.Func().Params(raw("p *").Add(typeExpr(t)), raw("v *validator")).
		Block(validateFrom(raw("p"), t))
}

// hasValidator reports whether values of t have something to validate.
func hasValidator(t plan.Type) bool {
	switch t := t.(type) {
	case *plan.Scalar:
		return t.Constant != ""
	case *plan.Named:
		return t.Check != ""
	case *plan.Slice:
		return hasValidator(t.Elem)
	case *plan.Map:
		return hasValidator(t.Elem)
	case *plan.Pointer:
		return hasValidator(t.Elem)
	}
	return false
}

// validateFrom writes the call that validates what p points to:
// validateElements(p, v, (*Card).validate).
func validateFrom(p *jen.Statement, t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Slice:
		return raw("validateElements").Call(p, argV, validatorOf(t.Elem))
	case *plan.Map:
		return raw("validateEntries").Call(p, argV, validatorOf(t.Elem))
	case *plan.Pointer:
		return raw("validatePointer").Call(p, argV, validatorOf(t.Elem))
	}
	return validatorOf(t).Call(p, argV)
}
