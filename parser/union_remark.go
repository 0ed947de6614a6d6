package parser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// What pages of unions may say beside the types.
var (
	// discriminatorHeading stands above a table of values and their types.
	discriminatorHeading = regexp.MustCompile("^Discriminator: `([^`]+)`$")
	// discriminatorValue stands below the heading of a type.
	discriminatorValue = regexp.MustCompile("^Discriminator value: `(\".*\")`$")
)

// referredTypes leads to the models that an example uses.
const referredTypes = "**Referred Types:**"

// supported is what a section of types tells of a union.
type supported struct {
	statement
	builder  *builder
	section  *section
	variants []ir.Variant
	values   *table // of the discriminator, and their types; nil for none
}

func (b *builder) supported(sec *section) *supported {
	return &supported{statement: statement{diags: &b.diags}, builder: b, section: sec}
}

// namesDiscriminator reports whether h names the member that tells the
// variants apart, and no type.
func (s *supported) namesDiscriminator(h heading) bool {
	page := s.builder.page
	at := discriminatorHeading.FindStringSubmatchIndex(page.text(h.text))
	if at == nil {
		return false
	}
	name := cell{h.text.start + at[2], h.text.start + at[3]}
	s.name, s.span = page.text(name), page.span(name)
	return true
}

// remark reports whether the last of blocks is one of the remarks that pages
// make beside the types. The value of a discriminator becomes the name of its
// variant, which is the last one.
func (s *supported) remark(blocks []block) bool {
	var before string
	if n := len(blocks); n > 1 {
		before = blocks[n-2].at().Text()
	}
	switch blk := blocks[len(blocks)-1].(type) {
	case *table:
		if !discriminatorHeading.MatchString(before) {
			return false
		}
		s.values = blk
		return true
	case bullets:
		return before == referredTypes
	case prose:
		text := blk.at().Text()
		if m := discriminatorValue.FindStringSubmatch(text); m != nil && len(s.variants) > 0 {
			last, value := len(s.variants)-1, statedValue(m[1])
			s.variants[last].Name = value.Text()
			s.tie(value, last, s.variants[last].Span)
			return true
		}
		return strings.HasPrefix(text, referredTypes)
	}
	return false
}

// readValues reads what the table of values tells beyond the remarks below the
// headings: each value stands for the first variant of its type.
func (s *supported) readValues() {
	if s.values == nil || !s.values.has(columnValue) || !s.values.has(columnType) {
		return
	}
	b := s.builder
	for _, line := range s.values.rows {
		r := s.values.row(line, &b.diags)
		value := statedValue(b.page.text(insideCode(b.page.src, r.cell(columnValue))))
		if s.has(value) {
			continue
		}
		typ := ir.TypeText(b.typeAt(r.cell(columnType)).typ)
		i := slices.IndexFunc(s.variants, func(v ir.Variant) bool { return ir.TypeText(v.Type) == typ })
		if i < 0 {
			b.unread(prose{span: b.page.span(line)}, s.section)
			continue
		}
		s.tie(value, i, b.page.span(line))
	}
}
