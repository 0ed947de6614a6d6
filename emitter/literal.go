package emitter

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// literal writes a string, between back-quotes where that reads better:
// "card", `,"number":`. What does not show, such as a character that turns the
// direction of writing, is always escaped.
func literal(s string) *jen.Statement {
	if strings.ContainsAny(s, `"\`) && strconv.CanBackquote(s) && !strings.ContainsFunc(s, isHidden) {
		return raw("`" + s + "`")
	}
	return quoted(s)
}

func isHidden(r rune) bool { return r == '`' || !strconv.IsPrint(r) }

// valueLit writes a value of an enum or a constant: "card", 200, true.
func valueLit(v ir.Value) *jen.Statement { return raw(goValue(v)) }

// goValue returns the Go of a value.
func goValue(v ir.Value) string {
	if v.IsString() {
		return strconv.Quote(v.Text())
	}
	return string(v)
}

// isText reports whether values of t are strings in Go.
func isText(t plan.Type) bool {
	s, ok := t.(*plan.Scalar)
	return ok && s.Codec == "Text"
}
