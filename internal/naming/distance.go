package naming

import "strings"

// Distance returns how many letters must be changed, added or dropped to make
// b of a, or a number above limit where that is more than limit.
func Distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			least = min(least, cost)
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}

// List returns names as they are listed in a sentence: "a, b and c".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Nearest returns the name that is most like another one, whatever its case
// and punctuation, or "" where none is like it: up to three letters may differ,
// and no more than one in three.
func Nearest(name string, known []string) string {
	reach := min(3, max(1, len(Fold(name))/3))
	best, found := reach+1, ""
	for _, k := range known {
		d := Distance(Fold(k), Fold(name), reach)
		if d < best || d == best && d <= reach && k < found {
			best, found = d, k
		}
	}
	return found
}
