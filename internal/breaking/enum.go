package breaking

import (
	"fmt"
	"reflect"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
)

func (c *comparison) compareEnums(old, now *plan.Enum) {
	at, nowAt := c.old.span(old.Name), c.new.span(now.Name)
	if !c.sameType(old.Of, now.Of) {
		c.add("enum-type-changed", old.Name, typeArrow(old.Of, now.Of), at, nowAt)
	}
	if old.Values != now.Values {
		c.add("function-removed", old.Values, fmt.Sprintf("function renamed to %s", now.Values), at, nowAt)
	}
	consts := constsByName(now)
	for _, k := range old.Consts {
		span := c.old.constSpan(old.Name, k)
		l, ok := consts[k.Name]
		if !ok {
			removed := c.add("constant-removed", old.Name, constant(k)+" removed", span, source.Span{})
			removed.Hint = constHint(k, old, now)
			continue
		}
		nowSpan := c.new.constSpan(now.Name, l)
		if k.Value != l.Value {
			c.add("constant-value-changed", old.Name, "constant "+k.Name+": "+arrow(string(k.Value), string(l.Value)), span, nowSpan)
		}
		c.compareDocs(k.Name, k.Doc, l.Doc, span, nowSpan)
	}
	was := constsByName(old)
	for _, l := range now.Consts {
		if _, ok := was[l.Name]; !ok {
			c.add("constant-added", now.Name, constant(l)+" added", source.Span{}, c.new.constSpan(now.Name, l))
		}
	}
}

// constant shows a constant with its value.
func constant(k plan.Const) string { return fmt.Sprintf("constant %s (%s)", k.Name, k.Value) }

func constsByName(e *plan.Enum) map[string]plan.Const {
	out := map[string]plan.Const{}
	for _, k := range e.Consts {
		out[k.Name] = k
	}
	return out
}

// constHint says which constant a constant that is gone may have become: the
// one that has its value.
func constHint(gone plan.Const, old, now *plan.Enum) string {
	was := constsByName(old)
	for _, l := range now.Consts {
		if _, before := was[l.Name]; !before && l.Value == gone.Value {
			return "the value is " + l.Name + " instead"
		}
	}
	return ""
}

// sameDoc reports whether both docs say the same, and say something.
func sameDoc(old, now plan.Doc) bool {
	old, _ = withoutDeprecation(old)
	now, _ = withoutDeprecation(now)
	return len(old) > 0 && reflect.DeepEqual(old, now)
}
