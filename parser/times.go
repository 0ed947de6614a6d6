package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

var (
	dateTimeForm = regexp.MustCompile(`(?i)yyyy-mm-dd ?t|\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}`)
	dateForm     = regexp.MustCompile(`(?i)y{3,4}-mm-dd|\b\d{4}-\d{2}-\d{2}\b`)
	// midnight is how Go prints an example that its author wrote in YAML, where
	// a date and a date-time at midnight are the same.
	midnight     = regexp.MustCompile(`\d{4}-\d{2}-\d{2} 00:00:00 \+0000 UTC`)
	dateTimeWord = regexp.MustCompile(`(?i)\btimestamp|\bdate-?time\b|\bdate and time\b`)
)

// swapped returns the time that a type is whose name says that it has form
// says. On the pages of some languages, the links to the documentation of the
// two forms are swapped, with their labels: a "date" is a date-time, and a
// "datetime" a date. Names in unions stand there as in code, without a link,
// and are right.
func (p *typeParser) swapped(says ir.TimeFormat) typeExpr {
	switch abroad := strings.Contains(p.resolver.page.text(p.target), "://"); {
	case !abroad:
		return typeExpr{typ: &ir.Time{Format: says, Certain: true}}
	case says == ir.Date:
		return typeExpr{typ: &ir.Time{Format: ir.DateTime}}
	}
	return typeExpr{typ: &ir.Time{Format: ir.Date}}
}

// settleTimes makes the times in t certain where an example or the description
// shows which form they have. A form that is shown counts more than the
// page's label; a word can only confirm the label.
func settleTimes(t ir.Type, description string, examples []ir.Example) {
	ir.Walk(t, func(t ir.Type) {
		if t, ok := t.(*ir.Time); ok {
			settle(t, description, examples)
		}
	})
}

func settle(t *ir.Time, description string, examples []ir.Example) {
	var text strings.Builder
	for _, e := range examples {
		text.WriteString(e.Text + "\n")
	}
	format := shownForm(text.String())
	if format == 0 {
		format = shownForm(description)
	}
	switch {
	case format != 0:
		t.Format, t.Certain = format, true
	case t.Format == ir.DateTime && dateTimeWord.MatchString(description):
		t.Certain = true
	}
}

// shownForm returns the form that text shows, or 0 when it shows none or both.
func shownForm(text string) ir.TimeFormat {
	if !strings.Contains(text, "-") { // no form does without it
		return 0
	}
	text = midnight.ReplaceAllString(text, "")
	dateTimes := len(dateTimeForm.FindAllStringIndex(text, -1))
	dates := len(dateForm.FindAllStringIndex(text, -1)) - dateTimes // every date-time holds a date
	switch {
	case dateTimes > 0 && dates <= 0:
		return ir.DateTime
	case dateTimes == 0 && dates > 0:
		return ir.Date
	}
	return 0
}
