package wire

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// readSamples takes in payloads: those of a model prove its names, and the
// keys of all of them are spellings that every tree may have.
func (n *namer) readSamples(s *ir.Schema, samples []*source.File) {
	if len(samples) == 0 {
		return
	}
	models := modelsByName(s)
	for _, file := range samples {
		var seen sightings
		seen.readJSON(string(file.Content), ir.ID{}, file.Span(0, 0))
		for _, t := range n.trees {
			t.witnesses.take(seen)
		}
		var value any
		if json.Unmarshal(file.Content, &value) != nil {
			continue
		}
		if m := sampled(models, file.Name); m != nil {
			n.bound.bindModel(m, value, fmt.Sprintf("a key of the payload %s", file.Name), 0)
		}
	}
}

// modelsByName returns the models by the letters of their titles and of their
// pages' names. A name of several models stands for none.
func modelsByName(s *ir.Schema) map[string]ir.Model {
	out := map[string]ir.Model{}
	for _, m := range s.Models {
		names := map[string]bool{naming.Fold(m.Head().Title): true, naming.Fold(m.Head().ID.Name): true}
		for name := range names {
			if other, taken := out[name]; taken && other != m {
				out[name] = nil
				continue
			}
			out[name] = m
		}
	}
	return out
}

// sampled returns the model that a payload's file, or the directory of that,
// is called like.
func sampled(models map[string]ir.Model, file string) ir.Model {
	base := path.Base(file)
	if m := models[naming.Fold(strings.TrimSuffix(base, path.Ext(base)))]; m != nil {
		return m
	}
	return models[naming.Fold(path.Base(path.Dir(file)))]
}
