package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// What pages of unions may say beside the types.
var (
	// discriminatorHeading stands above a table of what the headings below it
	// say again.
	discriminatorHeading = regexp.MustCompile("^Discriminator: `[^`]+`$")
	discriminatorValue   = regexp.MustCompile("^Discriminator value: `\"(.*)\"`$")
)

// referredTypes leads to the models that an example uses.
const referredTypes = "**Referred Types:**"

// namesDiscriminator reports whether h names the member that tells the
// variants apart, and no type.
func (b *builder) namesDiscriminator(h heading) bool {
	return discriminatorHeading.MatchString(b.page.text(h.text))
}

// remarks reports whether the last of blocks, from a section of types, is one
// of the remarks that pages make beside them. The value of a discriminator
// becomes the name of its variant, which is the last one.
func (b *builder) remarks(blocks []block, variants []ir.Variant) bool {
	var before string
	if n := len(blocks); n > 1 {
		before = blocks[n-2].at().Text()
	}
	switch blk := blocks[len(blocks)-1].(type) {
	case *table:
		return discriminatorHeading.MatchString(before)
	case bullets:
		return before == referredTypes
	case prose:
		text := blk.at().Text()
		if m := discriminatorValue.FindStringSubmatch(text); m != nil && len(variants) > 0 {
			variants[len(variants)-1].Name = m[1]
			return true
		}
		return strings.HasPrefix(text, referredTypes)
	}
	return false
}
