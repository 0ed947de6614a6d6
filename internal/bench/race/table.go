package race

import (
	"fmt"
	"slices"
	"strings"
)

// Markdown returns the results as tables: for each direction one of means, and
// one with a line for each payload and contestant.
func Markdown(results []Result) string {
	var b strings.Builder
	for _, direction := range []string{decode, encode} {
		of := filter(results, func(r Result) bool { return r.Direction == direction })
		if len(of) > 0 {
			fmt.Fprintf(&b, "## %s\n\n%s\n%s\n", strings.ToUpper(direction[:1])+direction[1:], means(of), details(of))
		}
	}
	return b.String()
}

// means returns one line for each contestant: how many times as fast as the
// base it is, by payload and as the geometric mean of the payloads.
func means(results []Result) string {
	payloads := names(results, func(r Result) string { return r.Payload })
	var b strings.Builder
	fmt.Fprintf(&b, "| speed over %s | %s | mean |\n|---|%s--:|\n", results[0].Contestant,
		strings.Join(payloads, " | "), strings.Repeat("--:|", len(payloads)))
	for _, name := range names(results, func(r Result) string { return r.Contestant }) {
		var ratios []float64
		fmt.Fprintf(&b, "| %s |", name)
		for _, r := range filter(results, func(r Result) bool { return r.Contestant == name }) {
			ratios = append(ratios, r.Ratio.Median())
			fmt.Fprintf(&b, " %.2f |", r.Ratio.Median())
		}
		fmt.Fprintf(&b, " **%.2f** |\n", GeometricMean(ratios))
	}
	return b.String()
}

// details returns one line for each result.
func details(results []Result) string {
	var b strings.Builder
	b.WriteString("| payload | contestant | ns/op | MB/s | speed [min..max] | allocs | bytes | keeps |\n|---|---|--:|--:|--:|--:|--:|---|\n")
	for _, r := range results {
		ns := r.Nanosecond.Median()
		fmt.Fprintf(&b, "| %s | %s | %.0f | %.0f | %.2f [%.2f..%.2f] | %.0f | %.0f | %s |\n", r.Payload, r.Contestant,
			ns, float64(r.Size)*1e3/ns, r.Ratio.Median(), r.Ratio.Min(), r.Ratio.Max(), r.Allocs, r.Bytes, r.Kept)
	}
	return b.String()
}

func filter(results []Result, keep func(Result) bool) []Result {
	return slices.DeleteFunc(slices.Clone(results), func(r Result) bool { return !keep(r) })
}

// names returns the distinct names, in the order in which they come.
func names(results []Result, name func(Result) string) []string {
	var out []string
	for _, r := range results {
		if !slices.Contains(out, name(r)) {
			out = append(out, name(r))
		}
	}
	return out
}
