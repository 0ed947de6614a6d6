package parser

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// A typeParser reads one type. What all grammars share is here: marks and
// links around types, names, values and unions written in place.
type typeParser struct {
	scanner
	resolver *resolver
	dialect  dialect
	inside   int  // how many marks and labels the parser is in
	target   cell // of the link that the parser is in the label of
}

// whole reads all of p's text. After an error the type is of no use.
func (p *typeParser) whole() (typeExpr, *typeError) {
	e := p.expr()
	if p.peek() != 0 {
		p.fail(p.pos, "expected the end of the type, found %s", p.found())
	}
	return e, p.err
}

// typeAt reads the type in c. One that makes no sense is reported at the very
// place, and any JSON is taken for it.
func (b *builder) typeAt(c cell) typeExpr {
	return b.typeFrom(&typeParser{scanner: scanner{src: b.page.src, pos: c.start, end: c.end}})
}

func (b *builder) typeFrom(p *typeParser) typeExpr {
	before, uses := len(b.resolver.missing), len(b.resolver.uses)
	p.resolver, p.dialect = &b.resolver, b.dialect
	e, err := p.whole()
	if err == nil {
		return e
	}
	b.resolver.missing, b.resolver.uses = b.resolver.missing[:before], b.resolver.uses[:uses]
	_, size := utf8.DecodeRune(b.page.src[err.at:p.end])
	b.diags.Add(diag.Diagnostic{
		Code: "DG0201", Span: b.page.span(cell{err.at, err.at + size}),
		Message: err.message + "; any JSON is taken for the type",
	})
	return anyType
}

// bareType reads the type in c as it stands in code, where nothing is marked.
func (b *builder) bareType(c cell) ir.Type {
	return b.typeFrom(&typeParser{scanner: scanner{src: b.page.src, pos: c.start, end: c.end}, inside: 1}).typ
}

// anyType stands for a type that could not be read.
var anyType = typeExpr{typ: ir.Any}

// expr reads a type in the grammar of the dialect.
func (p *typeParser) expr() typeExpr {
	if !p.enter() {
		return anyType
	}
	defer p.leave()
	return p.dialect.expr(p)
}

// marked reads a type with its marks, which are emphasis, code or a link, by
// way of inner; ok is false when none of them comes next.
func (p *typeParser) marked(inner func() typeExpr) (e typeExpr, ok bool) {
	switch c := p.peek(); c {
	case '*', '`':
		p.pos++
		p.inside++
		e = inner()
		p.inside--
		p.expect(c)
		return e, true
	case '_':
		if at := p.closingUnderscore(); at > 0 {
			return p.underscored(at, inner), true
		}
	case '[':
		return p.link(), true
	}
	return e, false
}

// closingUnderscore returns where the emphasis ends that starts with the "_"
// at pos: at one that joins no word. It returns 0 if there is none.
func (p *typeParser) closingUnderscore() int {
	for i := p.pos + 1; i < p.end; i++ {
		if p.src[i] == '_' && (i+1 == p.end || !isWordRune(rune(p.src[i+1]))) {
			return i
		}
	}
	return 0
}

// underscored reads what stands in emphasis by underscores, up to end.
// Formatters of markdown write it so; generators do not.
func (p *typeParser) underscored(end int, inner func() typeExpr) typeExpr {
	rest := p.end
	p.pos++
	p.end = end
	p.inside++
	e := inner()
	p.inside--
	if p.peek() != 0 {
		p.fail(p.pos, "expected the end of the emphasis, found %s", p.found())
	}
	p.pos, p.end = end+1, rest
	return e
}

// link reads [type](target).
func (p *typeParser) link() typeExpr {
	label, target, ok := p.linkTarget()
	if !ok {
		p.fail(p.pos, "expected a link")
		return anyType
	}
	inner := *p
	inner.pos, inner.end, inner.target = label.start, label.end, target
	inner.inside++
	e := inner.expr()
	if inner.peek() != 0 {
		inner.fail(inner.pos, "expected the end of the label, found %s", inner.found())
	}
	p.err = inner.err
	p.pos = target.end + 1
	if prim, ok := e.typ.(ir.Prim); ok && prim != ir.Stream && p.err == nil {
		e.typ = p.linkedPrim(prim, trimCell(p.src, label.start, label.end), target)
	}
	return e
}

// linkedPrim returns the type of a link whose label says prim. Where the link
// leads to a model all the same, that is a union whose variants the language
// does not tell apart.
func (p *typeParser) linkedPrim(prim ir.Prim, label, target cell) ir.Type {
	v := ir.Variant{Name: p.resolver.page.text(label), Type: prim, Span: p.resolver.page.span(label)}
	if ref := p.resolver.unionRef(target, ir.OneOf{Variants: []ir.Variant{v}}); ref != nil {
		return ref
	}
	return prim
}

// name reads a name whose parts are joined by "." or one of joints, and
// returns it with dots, and where it stands.
func (p *typeParser) name(joints string) (string, cell) {
	p.peek()
	start := p.pos
	name := strings.Trim(joint.Replace(p.word(joints)), ".")
	if name == "" {
		p.pos = start
	}
	return name, cell{start, p.pos}
}

// joint turns what joins the parts of a name in some languages into dots.
var joint = strings.NewReplacer("::", ".", `\`, ".")

// isModel reports whether name is the label of a link to the model that is
// called so: it is no type of the language then, whatever it looks like.
func (p *typeParser) isModel(name string) bool {
	if p.target.empty() {
		return false
	}
	m := p.resolver.byPath(p.resolver.linked(p.target))
	return m != nil && fileKey(lastPart(name)) == fileKey(m.title)
}

// reference returns the type that name stands for, which stands at.
func (p *typeParser) reference(name string, at cell) typeExpr {
	return typeExpr{typ: p.resolver.ref(name, at, p.target)}
}

// generic reads a type's only argument between two brackets.
func (p *typeParser) generic(open, closing byte) typeExpr {
	p.expect(open)
	e := p.expr()
	p.expect(closing)
	return e
}

// keyed reads the key and the element type of a map between two brackets. keys
// are the types that a key may have: all are texts in JSON.
func (p *typeParser) keyed(open, closing byte, keys ...string) typeExpr {
	p.expect(open)
	p.key(keys...)
	p.expect(',')
	e := p.expr()
	p.expect(closing)
	return p.mapOf(e)
}

// key reads the type of a map's keys, with or without marks.
func (p *typeParser) key(keys ...string) {
	mark := p.peek()
	if mark == '*' || mark == '`' {
		p.pos++
	}
	p.peek()
	at := p.pos
	if key := p.word(":"); !slices.Contains(keys, key) {
		p.fail(at, "expected the key type %s", keys[0])
	}
	if mark == '*' || mark == '`' {
		p.expect(mark)
	}
}

func (p *typeParser) listOf(e typeExpr) typeExpr {
	p.checkNesting(e)
	return typeExpr{typ: &ir.List{Elem: e.typ, Null: p.dialect.elemNull(e)}}
}

func (p *typeParser) mapOf(e typeExpr) typeExpr {
	p.checkNesting(e)
	return typeExpr{typ: &ir.Map{Elem: e.typ, Null: p.dialect.elemNull(e)}}
}

// quoted reads a string in quotes.
func (p *typeParser) quoted(quote byte) ir.Value {
	start := p.pos
	p.pos++
	var b strings.Builder
	for p.pos < p.end && p.src[p.pos] != quote {
		if p.src[p.pos] == '\\' && p.pos+1 < p.end {
			p.pos++
		}
		b.WriteByte(p.src[p.pos])
		p.pos++
	}
	if p.pos >= p.end {
		p.fail(start, "the text has no closing quote")
		return `""`
	}
	p.pos++
	return ir.StringValue(b.String())
}

// isNumber reports whether text is a number as JSON writes it.
func isNumber(text string) bool {
	return text != "" && (text[0] == '-' || text[0] >= '0' && text[0] <= '9') && json.Valid([]byte(text))
}
