package parser

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// tables reads the pages of people: types are in words. Names are those of
// JSON.
type tables struct{ silent }

func (tables) name() string   { return "tables" }
func (tables) names() ir.Case { return ir.CaseJSON }

// expr implements dialect.
func (tables) expr(p *typeParser) typeExpr {
	t := readWords(p.resolver, cell{p.pos, p.end}, nil)
	p.pos = p.end
	return t.typeExpr
}

// elemNull implements dialect.
func (tables) elemNull(e typeExpr) ir.Null {
	if e.nullable {
		return ir.NullYes
	}
	return ir.NullUnknown
}

// variant implements dialect.
func (tables) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) { return b.headingVariant(h) }

// A plainType is a type in words, and what is said beside it.
type plainType struct {
	typeExpr
	presence presence
	enum     bool // it is an enum whose values stand elsewhere
}

// A wordParser reads a type in words. Its grammar is that of the manual's page
// plain-tables.md.
type wordParser struct {
	resolver *resolver
	src      []byte
	all      cell
	tokens   []token
	pos      int
	depth    int
	linked   *modelPage // the model that the link leads to whose label is read
	listed   int        // in how many lists of values the parser is
	brackets int        // in how many brackets it is
	failed   bool
	out      plainType
}

// readWords reads the type in c. linked is the model to which the link leads
// whose label c is, or nil. What makes no sense is said, and any JSON taken.
func readWords(r *resolver, c cell, linked *modelPage) plainType {
	p := &wordParser{resolver: r, src: r.page.src, all: c, linked: linked, tokens: tokenize(r.page.src, c.start, c.end)}
	e := p.union()
	if t := p.peek(); t.kind != tokenEnd && !p.failed {
		p.unexpected(t)
	}
	p.out.typeExpr = e
	if p.failed {
		p.out.typeExpr = anyType
	} else if e.typ == nil {
		p.out.typ = ir.Any
	}
	return p.out
}

func (p *wordParser) peek() token { return p.peekAt(0) }

func (p *wordParser) peekAt(n int) token {
	if p.failed || p.pos+n >= len(p.tokens) {
		return token{at: cell{p.all.end, p.all.end}}
	}
	return p.tokens[p.pos+n]
}

// accept skips a mark or a word of that text if it comes next.
func (p *wordParser) accept(text string) bool {
	if t := p.peek(); t.text != text || t.kind == tokenEnd {
		return false
	}
	p.pos++
	return true
}

func (p *wordParser) expect(text string) {
	if !p.accept(text) && !p.failed {
		p.fail(p.peek(), fmt.Sprintf("expected %q", text))
	}
}

// fail says what makes no sense, once.
func (p *wordParser) fail(t token, message string) {
	if p.failed {
		return
	}
	p.failed = true
	p.resolver.diags.Add(diag.Diagnostic{
		Code: "DG0201", Span: p.resolver.page.span(t.at),
		Message: fmt.Sprintf("%s, found %s; any JSON is taken for the type", message, p.found(t)),
	})
}

func (p *wordParser) found(t token) string {
	if t.kind == tokenEnd {
		return "the end of the type"
	}
	return fmt.Sprintf("%q", p.resolver.page.text(t.at))
}

// unexpected says that t has no place where it stands: a word that is not
// known, or a mark.
func (p *wordParser) unexpected(t token) {
	if t.kind != tokenWord && t.kind != tokenCode || words[t.text] != wordNone {
		p.fail(t, "expected the end of the type")
		return
	}
	p.unknown(t)
}

// unknown says that the name that begins with t is none of a type.
func (p *wordParser) unknown(t token) {
	if p.failed {
		return
	}
	at := t.at
	if t.kind == tokenCode {
		at = t.inner
	}
	if first := p.resolver.page.text(at); strings.IndexFunc(first, unicode.IsUpper) == 0 {
		for i := p.pos + 1; i < len(p.tokens) && p.tokens[i].kind == tokenWord; i++ {
			if strings.IndexFunc(p.resolver.page.text(p.tokens[i].at), unicode.IsUpper) != 0 {
				break
			}
			at.end = p.tokens[i].at.end
		}
	}
	p.failed = true
	p.resolver.unknown(p.resolver.page.text(at), at)
}

func (p *wordParser) union() typeExpr {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxTypeDepth {
		p.failDepth()
		return anyType
	}
	var u choice
	loose := false // a list "of" something ends in a member, and another follows
	for !p.failed {
		start := p.peek().at.start
		e := p.term()
		u.out.nullable = u.out.nullable || e.nullable
		if one, ok := e.typ.(*ir.OneOf); ok {
			u.variants = append(u.variants, one.Variants...)
		} else if e.typ != nil {
			at := trimCell(p.src, start, max(start, p.last()))
			u.variants = append(u.variants, ir.Variant{Name: p.resolver.page.text(at), Type: e.typ, Span: p.resolver.page.span(at)})
		}
		if loose && e.typ != nil {
			p.sayLoose(cell{start, p.last()})
			return anyType
		}
		if !p.separator() {
			break
		}
		loose = loose || e.loose
	}
	e := u.out
	e.several = len(u.variants) > 1
	if len(u.variants) == 0 && e.nullable {
		return e
	}
	e.typ = oneOf(u.variants, false)
	return e
}

// enclosed reads a type inside of brackets, where commas part the arguments.
func (p *wordParser) enclosed() typeExpr {
	listed := p.listed
	p.listed = 0
	p.brackets++
	e := p.union()
	p.brackets--
	p.listed = listed
	return e
}

// last returns where the token ends that was read last.
func (p *wordParser) last() int {
	if p.pos == 0 {
		return p.all.start
	}
	return p.tokens[min(p.pos, len(p.tokens))-1].at.end
}

// sayLoose says that "array of A or B" can be read in two ways.
func (p *wordParser) sayLoose(at cell) {
	p.resolver.diags.Add(diag.Diagnostic{
		Code: "DG0114", Span: p.resolver.page.span(at),
		Message: "it cannot be told whether this is one more kind of element or another type than the list; any JSON is taken for the type",
		Help:    "write (array of A) | B, or array of (A | B)",
	})
	p.failed = true
}

// separator skips what parts the members of a union.
func (p *wordParser) separator() bool {
	switch {
	case p.accept("|"), p.accept("/"), p.accept("or"):
		return true
	case p.peek().text != ",":
		return false
	}
	next := p.peekAt(1)
	if next.text == "or" {
		p.pos += 2
		return true
	}
	if p.listed > 0 || p.brackets == 0 && (next.kind == tokenValue || next.kind == tokenCode) {
		p.pos++
		return true
	}
	return false
}

// find returns the model that the tokens from the next one on name, and how
// many of them do. exact is true when it is spelled as its heading.
func (p *wordParser) find() (m *modelPage, size int, exact bool) {
	const longest = 5
	for n := longest; n > 0; n-- {
		text, at, ok := p.phrase(n)
		if !ok {
			continue
		}
		if m = p.resolver.plainNamed(text); m != nil {
			return m, n, m.title == p.resolver.page.text(at)
		}
	}
	return nil, 0, false
}

// phrase returns the next n tokens as a text, if all are words or numbers.
func (p *wordParser) phrase(n int) (text string, at cell, ok bool) {
	var parts []string
	for i := range n {
		t := p.peekAt(i)
		number := t.kind == tokenValue && !t.value.IsString() && i > 0
		if t.kind != tokenWord && !number {
			return "", at, false
		}
		if i == 0 {
			at.start = t.at.start
		}
		at.end = t.at.end
		parts = append(parts, strings.ToLower(p.resolver.page.text(t.at)))
	}
	return strings.Join(parts, " "), at, true
}

// meaning returns what the next words mean in any page, or no meaning.
func (p *wordParser) meaning() (meaning, bool) {
	for n := maxPhrase; n > 0; n-- {
		text, _, ok := p.phrase(n)
		if !ok {
			continue
		}
		for _, s := range singulars(text) {
			if m, ok := meaningOf(s); ok {
				m.size = n
				return m, true
			}
		}
	}
	return meaning{}, false
}

// sameName reports whether two names are the same but for their spelling and
// for the plural of the first.
func sameName(name, title string) bool {
	for _, s := range singulars(strings.ToLower(name)) {
		if naming.Fold(s) == naming.Fold(title) {
			return true
		}
	}
	return false
}
