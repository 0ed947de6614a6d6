package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// GitLab shows diagnostics as a code quality report, from which GitLab makes
// the widget of a merge request:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
type GitLab struct{}

// The parts of an issue that GitLab reads.
type (
	gitLabIssue struct {
		Description string         `json:"description"`
		CheckName   Code           `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitLabLocation `json:"location"`
	}
	gitLabLocation struct {
		Path  string      `json:"path"`
		Lines gitLabLines `json:"lines"`
	}
	gitLabLines struct {
		Begin int `json:"begin"`
	}
)

// Render writes l to w as a JSON list. What has no place is put at the top of
// the repository, since GitLab drops issues without a path.
func (GitLab) Render(w io.Writer, l List) error {
	issues := make([]gitLabIssue, len(l))
	seen := map[string]int{}
	for i, d := range l {
		issue := gitLabIssue{Description: d.Message, CheckName: d.Code, Severity: gitLabSeverity(d.Severity())}
		issue.Location = gitLabLocation{Path: ".", Lines: gitLabLines{Begin: 1}}
		if p := placeOf(d.Span); p != nil {
			issue.Location = gitLabLocation{Path: p.File, Lines: gitLabLines{Begin: p.Line}}
		}
		// The line is left out: an issue is still the same one when lines are put above it.
		key := fmt.Sprintf("%s\n%s\n%s", d.Code, issue.Location.Path, d.Message)
		issue.Fingerprint = fingerprint(fmt.Sprintf("%s\n%d", key, seen[key]))
		seen[key]++
		issues[i] = issue
	}
	return encode(w, issues)
}

func gitLabSeverity(s Severity) string {
	switch s {
	case Note:
		return "info"
	case Warning:
		return "minor"
	}
	return "major"
}

func fingerprint(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}
