package ir

import (
	"reflect"
	"slices"
)

// Same reports whether two models say the same: all that is in one is in the
// other, in the same place of the same file. What is in the models that they
// refer to does not count, nor where their trees come from.
func Same(a, b Model) bool {
	if !sameHead(a.Head(), b.Head()) {
		return false
	}
	switch a := a.(type) {
	case *Object:
		b, ok := b.(*Object)
		return ok && sameAll(a.Fields, b.Fields, sameField) && sameType(a.Additional, b.Additional)
	case *Enum:
		b, ok := b.(*Enum)
		return ok && a.Open == b.Open && sameType(a.Of, b.Of) && sameAll(a.Values, b.Values, sameValue)
	case *Union:
		b, ok := b.(*Union)
		return ok && sameAll(a.Variants, b.Variants, sameVariant) && sameDiscriminator(a.Discriminator, b.Discriminator)
	case *Alias:
		b, ok := b.(*Alias)
		return ok && sameType(a.Of, b.Of)
	case *Opaque:
		b, ok := b.(*Opaque)
		return ok && a.Reason == b.Reason
	}
	return false
}

func sameHead(a, b *Header) bool {
	return a.ID == b.ID && a.Title == b.Title && a.Role == b.Role && a.Span == b.Span &&
		sameTree(a.Tree, b.Tree) && sameDoc(a.Doc, b.Doc) && samePointed(a.Deprecated, b.Deprecated)
}

func sameTree(a, b *Tree) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Dir == b.Dir && a.Prefix == b.Prefix && a.Dialect == b.Dialect && a.Case == b.Case
}

func sameField(a, b *Field) bool {
	return a.Name == b.Name && a.Wire == b.Wire && a.Required == b.Required && a.Null == b.Null && a.Span == b.Span &&
		sameType(a.Type, b.Type) && sameDoc(a.Doc, b.Doc) && samePointed(a.Deprecated, b.Deprecated) && slices.Equal(a.Examples, b.Examples)
}

func sameValue(a, b *EnumValue) bool {
	return a.Name == b.Name && a.Value == b.Value && a.Span == b.Span && sameDoc(a.Doc, b.Doc)
}

func sameVariant(a, b *Variant) bool {
	return a.Name == b.Name && a.Span == b.Span && sameType(a.Type, b.Type)
}

func sameDiscriminator(a, b *Discriminator) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Member == b.Member && a.Evidence == b.Evidence && slices.Equal(a.Values, b.Values) && samePointed(a.Stated, b.Stated)
}

func sameType(a, b Type) bool {
	switch a := a.(type) {
	case *List:
		b, ok := b.(*List)
		return ok && a.Null == b.Null && sameType(a.Elem, b.Elem)
	case *Map:
		b, ok := b.(*Map)
		return ok && a.Null == b.Null && sameType(a.Elem, b.Elem)
	case *OneOf:
		b, ok := b.(*OneOf)
		return ok && sameAll(a.Variants, b.Variants, sameVariant) && sameDiscriminator(a.Discriminator, b.Discriminator)
	case *Ref:
		b, ok := b.(*Ref)
		return ok && a.ID == b.ID
	case *Time:
		b, ok := b.(*Time)
		return ok && *a == *b
	case *Literal:
		b, ok := b.(*Literal)
		return ok && *a == *b
	case *External:
		b, ok := b.(*External)
		return ok && *a == *b
	}
	return a == b
}

// sameDoc compares documentation, which is the very same as a rule.
func sameDoc(a, b Doc) bool {
	if len(a.Blocks) != len(b.Blocks) {
		return false
	}
	return len(a.Blocks) == 0 || &a.Blocks[0] == &b.Blocks[0] || reflect.DeepEqual(a.Blocks, b.Blocks)
}

// sameAll compares lists of what is too large to be copied.
func sameAll[T any](a, b []T, same func(a, b *T) bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !same(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

func samePointed[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
