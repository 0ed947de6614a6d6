package emitter

import (
	"maps"
	"slices"
	"sync"

	"github.com/docgen-go/docgen/emitter/layout"
)

// A vocabulary is the names that the support code and the test support declare.
type vocabulary struct {
	names []string // in order
	index map[string]int
	// lengths has, for the first byte of a name, a bit for its length: most
	// words of a file are told from names by that.
	lengths [256]uint64
}

var supportNames = sync.OnceValues(func() (*vocabulary, error) {
	all := map[string]bool{}
	for _, parsed := range []func() (*supportCode, error){support, testkit} {
		code, err := parsed()
		if err != nil {
			return nil, err
		}
		for _, d := range code.decls {
			all[d.method] = true
			for _, name := range d.names {
				all[name] = true
			}
		}
	}
	delete(all, "") // of what is no method
	v := &vocabulary{names: slices.Sorted(maps.Keys(all)), index: map[string]int{}}
	for i, name := range v.names {
		v.index[name] = i
		v.lengths[name[0]] |= 1 << min(len(name), 63)
	}
	return v, nil
})

// mentions is a set of names of the vocabulary, one bit for each.
type mentions []uint64

// mentioned returns which names of the vocabulary stand in code, comments and
// strings left out.
func mentioned(code []byte) (mentions, error) {
	v, err := supportNames()
	if err != nil {
		return nil, err
	}
	found := make(mentions, len(v.names)/64+1)
	layout.Words(code, func(word []byte) {
		if v.lengths[word[0]]&(1<<min(len(word), 63)) == 0 {
			return
		}
		if i, ok := v.index[string(word)]; ok {
			found[i/64] |= 1 << (i % 64)
		}
	})
	return found, nil
}

// add adds what others holds.
func (m *mentions) add(others mentions) {
	if *m == nil {
		*m = make(mentions, len(others))
	}
	for i, word := range others {
		(*m)[i] |= word
	}
}

// in returns the names as a set.
func (m mentions) in(v *vocabulary) map[string]bool {
	names := map[string]bool{}
	for i, name := range v.names {
		if i/64 < len(m) && m[i/64]&(1<<(i%64)) != 0 {
			names[name] = true
		}
	}
	return names
}
