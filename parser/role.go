package parser

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// roleOf returns the role that models have by their namespace alone.
func roleOf(namespace string) ir.Role {
	first, _, _ := strings.Cut(namespace, "/")
	switch strings.ToLower(first) {
	case "errors", "sdkerrors", "apierrors":
		return ir.RoleError
	case "internal":
		return ir.RoleParameters
	}
	return ir.RoleModel
}

// How the rows of a response envelope are described, on every page alike.
var envelopeRows = []string{
	"HTTP response content type for this operation",
	"HTTP response status code for this operation",
	"Raw HTTP response; suitable for custom response parsing",
}

// assignRoles tells envelopes and parameters from bodies.
func assignRoles(models []ir.Model, trees map[ir.ID]*tree) {
	referred := map[ir.ID]bool{}
	for _, m := range models {
		for ref := range ir.Refs(m) {
			if ref.ID != m.Head().ID {
				referred[ref.ID] = true
			}
		}
	}
	for _, m := range models {
		o, ok := m.(*ir.Object)
		switch {
		case !ok || o.Role != ir.RoleModel:
		case isEnvelope(o):
			o.Role = ir.RoleEnvelope
		case !referred[o.ID] && isOperation(trees[o.ID].own(o.ID.Namespace)):
			o.Role = operationRole(o)
		}
	}
}

// isEnvelope reports whether o is how an SDK hands a response over: it has
// the fixed rows, it holds nothing but the platform's own types, or it holds
// the model that does. Earlier pages do not describe the rows.
func isEnvelope(o *ir.Object) bool {
	if isExchange(o) {
		return true
	}
	fixed := 0
	names := map[string]bool{}
	for _, f := range o.Fields {
		if len(f.Name) <= len("raw_response") {
			_, external := f.Type.(*ir.External)
			if name := strings.ToLower(strings.ReplaceAll(f.Name, "_", "")); external == (name == "rawresponse") {
				names[name] = true
			}
		}
		if slices.Contains(envelopeRows, onlyText(f.Doc)) {
			fixed++
		}
		if ref, ok := f.Type.(*ir.Ref); ok && f.Required && isExchange(ref.Model) {
			return true
		}
	}
	return fixed > 1 || names["contenttype"] && names["statuscode"] && names["rawresponse"]
}

// onlyText returns what d says if that is nothing but text.
func onlyText(d ir.Doc) string {
	if len(d.Blocks) == 1 {
		if p, ok := d.Blocks[0].(*ir.Paragraph); ok && len(p.Text) == 1 {
			text, _ := p.Text[0].(ir.Plain)
			return string(text)
		}
	}
	return ""
}

// isExchange reports whether m holds nothing but the platform's own types.
func isExchange(m ir.Model) bool {
	o, ok := m.(*ir.Object)
	return ok && len(o.Fields) > 0 && !slices.ContainsFunc(o.Fields, func(f ir.Field) bool {
		_, external := f.Type.(*ir.External)
		return !external
	})
}

// isOperation reports whether a namespace holds what operations take and give.
func isOperation(namespace string) bool {
	switch strings.ToLower(namespace) {
	case "operations", "requests":
		return true
	}
	return false
}

// operationRole returns the role of a model of an operation to which no other
// model refers. Bodies are titled "…RequestBody" and "…ResponseBody" there, so
// a request holds parameters, as do the globals that many requests share, and
// a response that has nothing but a result, and perhaps headers, is how an SDK
// hands the body over.
func operationRole(o *ir.Object) ir.Role {
	if strings.HasSuffix(o.Title, "Request") || strings.HasSuffix(o.Title, "Globals") {
		return ir.RoleParameters
	}
	result := false
	for _, f := range o.Fields {
		switch strings.ToLower(f.Name) {
		case "result":
			result = true
		case "headers":
		default:
			return ir.RoleModel
		}
	}
	if result && strings.HasSuffix(o.Title, "Response") {
		return ir.RoleEnvelope
	}
	return ir.RoleModel
}
