package diag

import (
	"io"
	"net/url"
	"slices"
)

// SARIF shows diagnostics in the Static Analysis Results Interchange Format
// 2.1.0, which code scanning reads:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
type SARIF struct{}

// The parts of a SARIF log that docgen fills, under their names in section 3.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               Code      `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
		HelpURI          string    `json:"helpUri"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Message  *sarifText    `json:"message,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

const project = "https://github.com/docgen-go/docgen"

// Render writes l to w as one log with one run.
func (SARIF) Render(w io.Writer, l List) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{"docgen", project, rulesOf(l)}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, len(l)),
	}
	for i, d := range l {
		text := d.Message
		if d.Help != "" {
			text += "; " + d.Help
		}
		run.Results[i] = sarifResult{RuleID: d.Code, Level: d.Severity().String(), Message: sarifText{text}}
		if p := placeOf(d.Span); p != nil {
			run.Results[i].Locations = []sarifLocation{{Physical: physical(p)}}
		}
		for _, r := range d.Related {
			if p := placeOf(r.Span); p != nil {
				run.Results[i].Related = append(run.Results[i].Related, sarifLocation{&sarifText{r.Message}, physical(p)})
			}
		}
	}
	return encode(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// rulesOf returns the rules that l holds results of, in the order of their codes.
func rulesOf(l List) []sarifRule {
	var codes []Code
	for _, d := range l {
		codes = append(codes, d.Code)
	}
	slices.Sort(codes)
	rules := []sarifRule{}
	for _, c := range slices.Compact(codes) {
		help := project + "/blob/main/docs/guide/diagnostics/" + string(c) + ".md"
		rules = append(rules, sarifRule{c, sarifText{catalogue[c].Title}, help})
	}
	return rules
}

func physical(p *jsonPlace) sarifPhysical {
	uri := url.URL{Path: p.File}
	return sarifPhysical{sarifArtifact{uri.EscapedPath()}, sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn}}
}
