package plan

import (
	"fmt"
	"slices"
	"strings"
	"text/template"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// A TagRule gives every field a struct tag beside the json tag.
type TagRule struct {
	Key  string // such as "yaml"
	Text *template.Template
	Span source.Span // in the configuration; may be zero
}

// A TagField is what the template of a tag is executed with.
type TagField struct {
	Wire     string // the JSON name
	Name     string // as the page prints it
	Model    string // the model, as "components/card"
	Optional bool   // the member may be missing
	Nullable bool   // the page says that it may be null
}

// A Tag is a struct tag.
type Tag struct{ Key, Value string }

// NewTagRule returns the rule for a tag. It executes the template for every
// kind of field, so that most errors in it show before any page is read.
func NewTagRule(key, text string, span source.Span) (TagRule, error) {
	switch {
	case key == "" || strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\":`\\", r) }):
		return TagRule{}, fmt.Errorf("%q is no key of a struct tag: it holds a blank, a quote, a colon or a control character", key)
	case key == "json" || key == "docgen":
		return TagRule{}, fmt.Errorf("the tag %q is docgen's own", key)
	}
	parsed, err := template.New("tag").Option("missingkey=error").Parse(text)
	if err != nil {
		return TagRule{}, err
	}
	r := TagRule{Key: key, Text: parsed, Span: span}
	for _, optional := range []bool{false, true} {
		for _, nullable := range []bool{false, true} {
			f := TagField{Wire: "card_number", Name: "cardNumber", Model: "components/card", Optional: optional, Nullable: nullable}
			if _, err := r.value(f); err != nil {
				return TagRule{}, err
			}
		}
	}
	return r, nil
}

// value returns the tag of a field.
func (r TagRule) value(f TagField) (string, error) {
	var b strings.Builder
	if err := r.Text.Execute(&b, f); err != nil {
		return "", err
	}
	if i := strings.IndexFunc(b.String(), func(r rune) bool { return r < ' ' || strings.ContainsRune("\"`\\", r) }); i >= 0 {
		return "", fmt.Errorf("%q is no value for a struct tag: it holds %q", b.String(), b.String()[i])
	}
	return b.String(), nil
}

func tagField(o *ir.Object, f *ir.Field) TagField {
	return TagField{
		Wire: f.Wire.Name, Name: f.Name, Model: o.ID.String(),
		Optional: !f.Required, Nullable: f.Null == ir.NullYes,
	}
}

// checkTags reports the first field of an object that a rule has no tag for.
func (o Options) checkTags(object *ir.Object) error {
	for i := range object.Fields {
		f := &object.Fields[i]
		for _, r := range o.Tags {
			if _, err := r.value(tagField(object, f)); err != nil {
				return fmt.Errorf("%sthe tag %q of %s: %w", place(r.Span), r.Key, wire.Selector(object.ID, f.Name), err)
			}
		}
	}
	return nil
}

// tagsOf returns the tags that the user wants for a field, in the order of
// their keys. A template that gives nothing gives no tag.
func (b *builder) tagsOf(o *ir.Object, f *ir.Field) []Tag {
	var tags []Tag
	for _, r := range b.opts.Tags {
		value, err := r.value(tagField(o, f))
		if err != nil {
			panic("plan: Options.Check was not asked about a tag: " + err.Error())
		}
		if value != "" {
			tags = append(tags, Tag{r.Key, value})
		}
	}
	return sortedTags(tags)
}

// hiddenTags returns the tags that keep other packages from the fields which
// are no members.
func (b *builder) hiddenTags() []Tag {
	tags := []Tag{{"json", "-"}}
	for _, r := range b.opts.Tags {
		tags = append(tags, Tag{r.Key, "-"})
	}
	return sortedTags(tags)
}

func sortedTags(tags []Tag) []Tag {
	slices.SortFunc(tags, func(x, y Tag) int { return strings.Compare(x.Key, y.Key) })
	return tags
}
