package export_test

import (
	"regexp"
	"strconv"
	"strings"

	"pgregory.net/rapid"
)

// The subset of mermaid's flowcharts that is written: one statement a line,
// every label between quotes. What a label may hold is what mermaid takes for
// plain text whatever stands around it.
var (
	chartHead  = regexp.MustCompile(`^flowchart (LR|TB|RL|BT)$`)
	chartNode  = regexp.MustCompile(`^    (\w+)(\[\[|\[/|\(\[|\{\{|\[|>)"([^"]+)"(\]\]|/\]|\]\)|\}\}|\])$`)
	chartArrow = regexp.MustCompile(`^    (m_\w+) (-->|-\.->)(?:\|"([^"]+)"\|)? (m_\w+)$`)
	chartLabel = regexp.MustCompile(`^(?:[\p{L}\p{N} ()\[\]{}?=/,]|[\p{L}\p{Nd}][-_.][\p{L}\p{Nd}]|[-_.][\p{L}\p{Nd}]|#\d+;)+$`)
	entity     = regexp.MustCompile(`#(\d+);`)
	closers    = map[string]string{"[": "]", "([": "])", "{{": "}}", "[/": "/]", "[[": "]]", ">": "]"}
)

// A drawnEdge is an arrow of a chart, with its label as it is read.
type drawnEdge struct {
	from, to, label string
	dotted          bool
}

// checkChart parses a chart, and returns the labels of its nodes and its
// arrows. Both ends of an arrow must have been declared.
func checkChart(t rapid.TB, text string) (map[string]string, []drawnEdge) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if !chartHead.MatchString(lines[0]) || !strings.HasSuffix(text, "\n") {
		t.Errorf("no flowchart: %q", lines[0])
	}
	nodes := map[string]string{}
	var edges []drawnEdge
	for _, line := range lines[1:] {
		if m := chartNode.FindStringSubmatch(line); m != nil && closers[m[2]] == m[4] && chartLabel.MatchString(m[3]) {
			if _, twice := nodes[m[1]]; twice {
				t.Errorf("two nodes are called %s", m[1])
			}
			nodes[m[1]] = readLabel(m[3])
			continue
		}
		m := chartArrow.FindStringSubmatch(line)
		if m == nil || m[3] != "" && !chartLabel.MatchString(m[3]) {
			t.Errorf("not in the subset: %q", line)
			continue
		}
		for _, end := range []string{m[1], m[4]} {
			if nodes[end] == "" {
				t.Errorf("no node %s: %q", end, line)
			}
		}
		edges = append(edges, drawnEdge{m[1], m[4], readLabel(m[3]), m[2] == "-.->"})
	}
	return nodes, edges
}

// readLabel resolves the entities of a label.
func readLabel(text string) string {
	return entity.ReplaceAllStringFunc(text, func(e string) string {
		n, err := strconv.Atoi(entity.FindStringSubmatch(e)[1])
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}
