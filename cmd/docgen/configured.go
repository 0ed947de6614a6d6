package main

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/config"
)

// file returns the configuration that is to be used, or nil where there is none.
func (e evidence) file() (*config.File, error) {
	path := e.config
	if path == "" {
		var err error
		if path, err = config.Find("."); err != nil || path == "" {
			return nil, err
		}
	}
	return config.Load(path)
}

// load takes in what the configuration says of docs, and returns its entry, or
// nil where it says nothing. What flags say, stays.
func (e *evidence) load(docs string) (*config.Package, error) {
	file, err := e.file()
	if err != nil || file == nil {
		return nil, err
	}
	entry := file.Package(docs)
	if entry != nil {
		e.take(*entry)
	}
	return entry, nil
}

// take fills what no flag says.
func (e *evidence) take(p config.Package) {
	if e.dialect == "" {
		e.dialect = p.Dialect
	}
	if e.also == nil {
		e.also = p.Also
	}
	if e.samples == nil {
		e.samples = p.Samples
	}
	e.strict = e.strict || p.StrictNames
	e.pins = p.Names
	e.include, e.exclude = p.Include, p.Exclude
	e.hide = p.Suppress
	e.noReadme = p.NoReadme
	e.shape = p.Go
}

// packages returns the targets of the configuration or, where there is none,
// those of the convention.
func (e evidence) packages() ([]target, error) {
	file, err := e.file()
	if err != nil {
		return nil, err
	}
	if file == nil {
		return conventional(e)
	}
	if len(file.Packages) == 0 {
		return nil, fmt.Errorf("%s: it lists no packages; name the pages, or add them under packages", file.Path)
	}
	all := make([]target, len(file.Packages))
	for i, p := range file.Packages {
		all[i] = target{docs: p.Docs, out: p.Out, pkg: p.Name, evidence: e}
		all[i].take(p)
		if p.Name == "" {
			if all[i].pkg, err = packageOf(p.Out); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// read returns the target of a command that writes no package: the pages in
// docs, with what the configuration says of them.
func (e evidence) read(docs string) (target, error) {
	t := target{docs: docs, pkg: vetPackage, evidence: e}
	_, err := t.evidence.load(docs)
	return t, err
}
