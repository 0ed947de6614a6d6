package support

import "reflect"

// A NullSet remembers which members of a struct are null although the
// reference does not say that they may be: a bit for each. It counts for a
// member only while the member has its zero value. SetNull and IsNull of the
// struct go by JSON names.
type NullSet uint64

// has reports whether the bit for a member is set.
func (s NullSet) has(member int) bool { return s&(1<<member) != 0 }

// Spellings remembers, separated by commas, the member names that arrived
// spelled otherwise than the reference prints them. They are written as they
// arrived.
type Spellings string

// A Nullable is a member that may be absent, null, or have a value. The zero
// Nullable is absent.
type Nullable[T any] struct {
	value T
	state nullState
}

type nullState uint8

const (
	absent nullState = iota
	null
	present
)

// NullableOf returns a Nullable with a value.
func NullableOf[T any](value T) Nullable[T] { return Nullable[T]{value, present} }

// NullableNull returns a Nullable that is null.
func NullableNull[T any]() Nullable[T] { return Nullable[T]{state: null} }

// Get returns the value, and whether there is one.
func (n Nullable[T]) Get() (T, bool) { return n.value, n.state == present }

// Set gives n a value.
func (n *Nullable[T]) Set(value T) { n.value, n.state = value, present }

// SetNull makes n null.
func (n *Nullable[T]) SetNull() { *n = Nullable[T]{state: null} }

// Unset makes n absent.
func (n *Nullable[T]) Unset() { *n = Nullable[T]{} }

// IsNull reports whether n is null.
func (n Nullable[T]) IsNull() bool { return n.state == null }

// IsZero reports whether n is absent.
func (n Nullable[T]) IsZero() bool { return n.state == absent }

// Equal reports whether n and o are deeply equal.
func (n Nullable[T]) Equal(o Nullable[T]) bool { return reflect.DeepEqual(n, o) }

// isAbsentOr reports whether n has no value, or the one that is wanted.
func isAbsentOr[T comparable](n *Nullable[T], want T) bool {
	return n.state != present || n.value == want
}

// cloned returns a deep copy, for clone.
func (n Nullable[T]) cloned() any {
	if value, ok := clone(&n.value).(*T); ok {
		n.value = *value
	}
	return n
}

// Ptr returns a pointer to a copy of v, for literals of optional members.
func Ptr[T any](v T) *T { return &v }
