package graph_test

import (
	"testing"

	"github.com/docgen-go/docgen/internal/graph"
	"pgregory.net/rapid"
)

// TestComponents compares with following all ways between each two nodes.
func TestComponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 8).Draw(t, "nodes")
		node := rapid.IntRange(0, count-1)
		next := make([][]int, count)
		nodes := make([]int, count)
		for i := range next {
			nodes[i] = i
			next[i] = rapid.SliceOfN(node, 0, 3).Draw(t, "edges")
		}
		component := graph.Components(nodes, func(n int) []int { return next[n] })
		for a := range next {
			for b := range next {
				want := leads(next, a, b) && leads(next, b, a)
				if got := component[a] == component[b]; got != want {
					t.Fatalf("%d and %d are together: %t, want %t, in %v", a, b, got, want, next)
				}
			}
		}
	})
}

// leads reports whether there is a way from a to b.
func leads(next [][]int, a, b int) bool {
	seen, todo := map[int]bool{}, []int{a}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if at == b {
			return true
		}
		if !seen[at] {
			seen[at] = true
			todo = append(todo, next[at]...)
		}
	}
	return false
}

// TestLongCircle goes around a circle that is too long for recursion, and for
// anything that is not linear.
func TestLongCircle(t *testing.T) {
	const length = 1_000_000
	component := graph.Components([]int{0}, func(n int) []int { return []int{(n + 1) % length} })
	if len(component) != length || component[0] != component[length-1] {
		t.Errorf("%d nodes", len(component))
	}
}
