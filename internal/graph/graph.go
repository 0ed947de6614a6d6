// Package graph finds the circles of directed graphs.
package graph

// Components tells which nodes lead to each other: those that do, by whatever
// way, have the same number. It follows what next returns from nodes on, and
// takes time in proportion to the nodes and edges that it meets (R. Tarjan,
// Depth-first search and linear graph algorithms, 1972).
func Components[N comparable](nodes []N, next func(N) []N) map[N]int {
	s := &search[N]{next: next, met: map[N]int{}, low: map[N]int{}, component: map[N]int{}}
	for _, n := range nodes {
		if _, seen := s.met[n]; !seen {
			s.from(n)
		}
	}
	return s.component
}

// A search goes down from node to node. It keeps its way itself, since that may
// be as long as there are nodes.
type search[N comparable] struct {
	next      func(N) []N
	met       map[N]int // in which order nodes were met
	low       map[N]int // the first of the nodes that a node leads back to
	component map[N]int
	numbers   int
	way       []step[N]
	pending   []N // met, and in no component yet
}

// A step is a node on the way, and the edges that are left to follow.
type step[N comparable] struct {
	node  N
	edges []N
}

func (s *search[N]) from(root N) {
	s.enter(root)
	for len(s.way) > 0 {
		at := &s.way[len(s.way)-1]
		if len(at.edges) == 0 {
			s.leave(at.node)
			continue
		}
		to := at.edges[0]
		at.edges = at.edges[1:]
		if _, seen := s.met[to]; !seen {
			s.enter(to)
		} else if _, done := s.component[to]; !done {
			s.low[at.node] = min(s.low[at.node], s.met[to])
		}
	}
}

func (s *search[N]) enter(n N) {
	s.met[n], s.low[n] = len(s.met), len(s.met)
	s.pending = append(s.pending, n)
	s.way = append(s.way, step[N]{n, s.next(n)})
}

// leave goes back up from a node. If it leads back to none before it, those
// that are pending since make a component with it.
func (s *search[N]) leave(n N) {
	s.way = s.way[:len(s.way)-1]
	if len(s.way) > 0 {
		parent := s.way[len(s.way)-1].node
		s.low[parent] = min(s.low[parent], s.low[n])
	}
	if s.low[n] != s.met[n] {
		return
	}
	for {
		last := s.pending[len(s.pending)-1]
		s.pending = s.pending[:len(s.pending)-1]
		s.component[last] = s.numbers
		if last == n {
			break
		}
	}
	s.numbers++
}
