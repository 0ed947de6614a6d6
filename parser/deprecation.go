package parser

import (
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// How the pages say that something is deprecated: a field at the start of its
// description, with these very blanks, and a model in a quotation.
const (
	fieldDeprecated = ": warning: ** DEPRECATED **:"
	modelDeprecated = ":warning: DEPRECATED:"
	// stockMessage starts the sentence that stands where the author has
	// written nothing.
	stockMessage = "This will be removed in a future release"
	// replacement starts the sentence that names what to use instead.
	replacement = "Use "
)

// splitDeprecation parts the text of a description from what it says of the
// field's deprecation.
func splitDeprecation(text string) (rest string, d *ir.Deprecation) {
	after, ok := strings.CutPrefix(text, fieldDeprecated)
	if !ok {
		return text, nil
	}
	message, rest, _ := strings.Cut(after, "<br/><br/>")
	return rest, newDeprecation(cellDoc(message).Text())
}

// cutDeprecation parts the blocks of a quotation from what they say of the
// model's deprecation; without any, it returns what it was given.
func cutDeprecation(quote []ir.Block, d *ir.Deprecation) ([]ir.Block, *ir.Deprecation) {
	if len(quote) == 0 {
		return quote, d
	}
	text := ir.Doc{Blocks: quote[:1]}.Text()
	message, ok := strings.CutPrefix(text, modelDeprecated)
	if !ok {
		return quote, d
	}
	return quote[1:], newDeprecation(message)
}

func newDeprecation(message string) *ir.Deprecation {
	message = strings.TrimSpace(message)
	if strings.HasPrefix(message, stockMessage) { // what to use instead may follow
		_, message, _ = strings.Cut(message, ". ")
	}
	// The generator ends each message, even a sentence.
	message = strings.Replace(message, ".. "+replacement, ". "+replacement, 1)
	if strings.HasSuffix(message, "..") {
		message = message[:len(message)-1]
	}
	return &ir.Deprecation{Message: strings.TrimSpace(message)}
}
