package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/ir"
)

// term reads one type with what stands behind it.
func (p *wordParser) term() typeExpr {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxTypeDepth {
		p.failDepth()
	}
	if p.failed {
		return anyType
	}
	return p.postfix(p.primary())
}

func (p *wordParser) primary() typeExpr {
	switch t := p.peek(); {
	case t.kind == tokenValue:
		p.pos++
		return typeExpr{typ: &ir.Literal{Value: t.value}}
	case t.kind == tokenLink:
		p.pos++
		return p.link(t)
	case t.kind == tokenCode:
		return p.code()
	case t.kind == tokenWord:
		return p.words()
	case p.accept("?"):
		e := p.term()
		e.nullable = true
		return e
	case p.accept("["):
		if p.accept("]") {
			return p.listOf(p.term())
		}
		e := p.enclosed()
		p.expect("]")
		return p.listOf(e)
	case p.accept("("):
		e := p.enclosed()
		p.expect(")")
		return e
	case t.text == "{" && p.peekAt(1).text == "}":
		p.pos += 2
		return p.mapOf(anyType)
	}
	p.fail(p.peek(), "expected a type")
	return anyType
}

// words reads what begins with a word: the longest phrase that means
// something, or the name of a model.
func (p *wordParser) words() typeExpr {
	found, known := p.meaning()
	m, size, exact := p.find()
	if m != nil && (size > found.size || size == found.size && exact) {
		p.pos += size
		return typeExpr{typ: &ir.Ref{ID: m.id}}
	}
	if !known {
		return p.name()
	}
	p.pos += found.size
	switch found.word {
	case wordList:
		return p.list()
	case wordMap:
		return p.dictionary()
	case wordNull:
		return typeExpr{nullable: true}
	case wordNullable:
		e := p.term()
		e.nullable = true
		return e
	case wordOptional:
		p.out.presence = presenceOptional
		return p.term()
	case wordRequired:
		p.out.presence = presenceRequired
		return p.term()
	case wordArticle:
		return p.term()
	case wordOneOf, wordConstant:
		return p.oneOf()
	case wordEnum:
		return p.enum()
	case wordOf, wordOr:
		p.pos -= found.size
		p.fail(p.peek(), "expected a type")
		return anyType
	}
	return typeExpr{typ: found.typ}
}

// name reads a name that no heading bears: in the label of a link, the
// model's that the link leads to.
func (p *wordParser) name() typeExpr {
	t := p.peek()
	if p.linked == nil {
		p.unknown(t)
		return anyType
	}
	start := t.at.start
	for p.peek().kind == tokenWord {
		if _, known := p.meaning(); known && p.peek().at.start > start {
			break
		}
		p.pos++
	}
	p.resolver.checkLabel(cell{start, p.last()}, p.linked)
	return typeExpr{typ: &ir.Ref{ID: p.linked.id}}
}

// list reads the elements of a list, of which the word was read.
func (p *wordParser) list() typeExpr {
	if p.accept(":") || p.accept("of") {
		if next := p.peek(); next.kind == tokenValue || next.kind == tokenCode && p.areValues(p.codeRun()) {
			return p.listOf(p.oneOf())
		}
		e := p.listOf(p.term())
		e.loose = true
		return e
	}
	opening := p.peek().text
	closing, bracketed := brackets[opening]
	if !bracketed || p.peekAt(1).text == closing || opening == "(" && !p.enclosesType() {
		return p.listOf(anyType)
	}
	p.pos++
	e := p.enclosed()
	p.expect(closing)
	return p.listOf(e)
}

var brackets = map[string]string{"<": ">", "[": "]", "(": ")"}

// enclosesType reports whether a type follows in the parentheses that open
// next, and no remark.
func (p *wordParser) enclosesType() bool {
	p.pos++
	defer func() { p.pos-- }()
	found, known := p.meaning()
	m, _, _ := p.find()
	return m != nil || known && (found.typ != nil || found.word == wordList || found.word == wordMap) || p.peek().kind == tokenLink
}

// dictionary reads the elements of a map, of which the word was read.
func (p *wordParser) dictionary() typeExpr {
	if p.accept("of") || p.accept("from") {
		if key, ok := p.meaning(); ok && key.typ == ir.String {
			if after := p.peekAt(key.size).text; after == "to" || after == "→" {
				p.pos += key.size + 1
			}
		}
		e := p.mapOf(p.term())
		e.loose = true
		return e
	}
	opening := p.peek().text
	if opening != "<" && opening != "[" || p.peekAt(1).text == brackets[opening] {
		return p.mapOf(anyType)
	}
	p.pos++
	e := p.enclosed()
	keyed := p.accept(",") || p.accept(":")
	if keyed {
		e = p.enclosed()
	}
	p.expect(brackets[opening])
	if opening == "[" && !keyed && p.startsType() {
		e = p.term()
	}
	return p.mapOf(e)
}

// startsType reports whether a type may begin with the next token.
func (p *wordParser) startsType() bool {
	t := p.peek()
	if t.kind == tokenWord {
		w := words[t.text]
		return w != wordOr && w != wordOf && !modelNouns[t.text] || w == wordMap
	}
	return t.kind == tokenLink || t.kind == tokenCode || t.text == "[" || t.text == "?"
}

// checkNesting fails where e nests so deep that nothing may be around it.
func (p *wordParser) checkNesting(e typeExpr) {
	if nesting(e.typ) >= maxTypeDepth {
		p.failDepth()
	}
}

func (p *wordParser) failDepth() {
	p.fail(p.peek(), fmt.Sprintf("expected a type that nests at most %d deep", maxTypeDepth))
}

func (p *wordParser) listOf(e typeExpr) typeExpr {
	p.checkNesting(e)
	return typeExpr{typ: &ir.List{Elem: orAny(e.typ), Null: tables{}.elemNull(e)}}
}

func (p *wordParser) mapOf(e typeExpr) typeExpr {
	p.checkNesting(e)
	return typeExpr{typ: &ir.Map{Elem: orAny(e.typ), Null: tables{}.elemNull(e)}}
}

func orAny(t ir.Type) ir.Type {
	if t == nil {
		return ir.Any
	}
	return t
}

// postfix reads what stands behind a type.
func (p *wordParser) postfix(e typeExpr) typeExpr {
	for !p.failed {
		switch t, next := p.peek(), p.peekAt(1); {
		case t.text == "[" && next.text == "]":
			p.pos += 2
			e = p.listOf(e)
		case p.accept("?"):
			e.nullable = true
		case t.text == "(":
			p.pos++
			e = p.remarks(e)
		case t.text == "→" && e.typ == ir.String:
			p.pos++
			e = p.mapOf(p.term())
		case t.text == "," && p.brackets == 0 && p.flag(next.text, &e):
			p.pos += 2
		case t.kind == tokenWord && words[singular(t.text)] == wordList && e.typ != nil:
			p.pos++
			e = p.listOf(e)
		case t.kind == tokenWord && modelNouns[t.text] && isRef(e.typ):
			p.pos++
		default:
			if narrowed, ok := p.narrow(e); ok {
				e = narrowed
				continue
			}
			return e
		}
	}
	return e
}

func isRef(t ir.Type) bool { _, ok := t.(*ir.Ref); return ok }

// isAnyMap reports whether t is an object of which nothing more is said.
func isAnyMap(t ir.Type) bool {
	m, ok := t.(*ir.Map)
	return ok && m.Elem == ir.Any
}

func singular(word string) string {
	all := singulars(word)
	return all[len(all)-1]
}
