// Package race measures contestants against one another: each has its turn in
// every round, so that what slows the machine for a while slows all of them,
// and a ratio compares turns of the same round.
package race

import (
	"math"
	"slices"
)

// A Spread holds one quantity as each round measured it.
type Spread []float64

// Add appends what a round measured.
func (s *Spread) Add(value float64) { *s = append(*s, value) }

// Median returns the middle value, or NaN when there is none.
func (s Spread) Median() float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}

// Min returns the least value. There must be one.
func (s Spread) Min() float64 { return slices.Min(s) }

// Max returns the greatest value. There must be one.
func (s Spread) Max() float64 { return slices.Max(s) }

// Over returns how many times base is s, round by round.
func (s Spread) Over(base Spread) Spread {
	out := make(Spread, min(len(s), len(base)))
	for i := range out {
		out[i] = s[i] / base[i]
	}
	return out
}

// GeometricMean returns the mean of ratios, or NaN when there are none.
func GeometricMean(ratios []float64) float64 {
	sum := 0.0
	for _, r := range ratios {
		sum += math.Log(r)
	}
	return math.Exp(sum / float64(len(ratios)))
}
