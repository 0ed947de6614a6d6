package parser

import (
	"fmt"
	"path"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// An index finds pages by their paths.
type index struct {
	pages  map[string]*modelPage // by path
	folded map[string]*modelPage // by path in lower case
	others map[string]string     // pages without a model: the reasons by path
	plain  *plainIndex           // of hand-written pages; nil for those of generators
}

// A resolver turns the names and links of one page's types into references.
// The models behind them are filled in when all pages are read.
type resolver struct {
	page    *modelPage
	index   *index
	diags   *diag.List
	missing []*ir.Opaque // models whose page is not there
	uses    []unionUse
}

// A unionUse is a type that tells what a union of an empty page consists of.
type unionUse struct {
	id ir.ID
	of ir.OneOf
}

// ref returns the type that name stands for. target is the link that it is
// the label of, or empty.
func (r *resolver) ref(name string, at, target cell) ir.Type {
	if lastPart(name) == "" {
		return r.unknown(name, at)
	}
	if target.empty() {
		return r.byName(name, at)
	}
	if strings.Contains(r.page.text(target), "://") {
		return r.unknown(name, at)
	}
	file := r.linked(target)
	m := r.byPath(file)
	if m == nil {
		return r.missingPage(name, file, target)
	}
	if key := fileKey(lastPart(name)); key != fileKey(m.title) && key != fileKey(m.id.Name) {
		r.diags.Add(diag.Diagnostic{
			Code: "DG0302", Span: r.page.span(at),
			Message: fmt.Sprintf("the label names %s, and its link leads to %s; the link counts", name, m.title),
			Related: []diag.Related{{Span: m.titleSpan, Message: "the model that it leads to"}},
		})
	}
	return &ir.Ref{ID: m.id}
}

// unionRef returns a reference to the union whose page target leads to, and
// remembers what it is one of where that page tells nothing. It returns nil
// where target leads to no model.
func (r *resolver) unionRef(target cell, of ir.OneOf) ir.Type {
	m := r.byPath(r.linked(target))
	if m == nil {
		return nil
	}
	if m.kind == kindOpaque {
		r.uses = append(r.uses, unionUse{m.id, of})
	}
	return &ir.Ref{ID: m.id}
}

// linked returns the path of the file that target leads to.
func (r *resolver) linked(target cell) string {
	link, _, _ := strings.Cut(r.page.text(target), "#")
	return path.Join(path.Dir(path.Clean(r.page.file.Name)), link)
}

// byPath finds the model of a page, the spelling of its path first as it is,
// then in any case, then by its place in the tree: pages are often moved
// about together.
func (r *resolver) byPath(file string) *modelPage {
	if m := r.index.pages[file]; m != nil {
		return m
	}
	if m := r.index.folded[strings.ToLower(file)]; m != nil {
		return m
	}
	namespace, ok := namespaceOf(file)
	if !ok {
		return nil
	}
	return r.page.tree.byKey[key(namespace, fileKey(stem(file)))]
}

// namespaceOf returns the namespace of a page by its path alone.
func namespaceOf(file string) (namespace string, ok bool) {
	if _, namespace, ok = placeModel(file); !ok {
		_, namespace, ok = placeError(file)
	}
	return namespace, ok
}

// byName finds a model that is named without a link, as namespace.Name.
func (r *resolver) byName(name string, at cell) ir.Type {
	namespace, title := splitName(name)
	m := r.page.tree.find(namespace, title)
	if m == nil && namespace == "" {
		m = r.local(title)
	}
	if m != nil {
		return &ir.Ref{ID: m.id}
	}
	if !strings.Contains(name, ".") {
		return r.unknown(name, at)
	}
	id := ir.ID{Namespace: r.page.tree.namespace(r.page.tree.spelled(namespace)), Name: strings.ToLower(title)}
	r.diags.Add(diag.Diagnostic{
		Code: "DG0301", Span: r.page.span(at),
		Message: fmt.Sprintf("no page describes %s; any JSON is taken for it", name),
		Help:    r.nearest(title),
	})
	return r.opaque(id, title, "no page describes it", at)
}

func (r *resolver) missingPage(name, file string, target cell) ir.Type {
	title := lastPart(name)
	namespace, ok := namespaceOf(file)
	if !ok {
		namespace, _ = splitName(name)
	}
	reason := "its page is not among those that were read"
	if why, known := r.index.others[file]; known {
		reason = "its page holds no model: " + why
	}
	r.diags.Add(diag.Diagnostic{
		Code: "DG0301", Span: r.page.span(target),
		Message: fmt.Sprintf("no model %s: %s; any JSON is taken for it", title, reason),
		Help:    r.nearest(title),
	})
	id := ir.ID{Namespace: r.page.tree.namespace(namespace), Name: stem(file)}
	return r.opaque(id, title, reason, target)
}

// opaque returns a reference to a model that has no page.
func (r *resolver) opaque(id ir.ID, title, reason string, at cell) ir.Type {
	if id.Name == "" || id.Name == "." || id.Name == ".." {
		id.Name = strings.ToLower(title)
	}
	r.missing = append(r.missing, &ir.Opaque{
		Header: ir.Header{ID: id, Title: title, Role: roleOf(r.page.tree.own(id.Namespace)), Tree: r.page.tree.schema, Span: r.page.span(at)},
		Reason: reason,
	})
	return &ir.Ref{ID: id}
}

func (r *resolver) unknown(name string, at cell) ir.Type {
	r.diags.Add(diag.Diagnostic{
		Code: "DG0202", Span: r.page.span(at),
		Message: fmt.Sprintf("docgen does not know the type %s; any JSON is taken for it", name),
		Help:    r.nearest(lastPart(name)),
	})
	return ir.Any
}

// local returns the model that is called name on a page of the resolver's
// model: of its own namespace, or else the only one of that name.
func (r *resolver) local(name string) *modelPage {
	t := r.page.tree
	if m := t.find(t.own(r.page.id.Namespace), name); m != nil {
		return m
	}
	var found *modelPage
	for namespace := range t.namespaces {
		switch m := t.find(namespace, name); {
		case m == nil:
		case found != nil:
			return nil
		default:
			found = m
		}
	}
	return found
}

// key returns how a tree finds a page by its namespace, in any case, and name.
func key(namespace, name string) ir.ID {
	return ir.ID{Namespace: strings.ToLower(namespace), Name: name}
}

// find returns the model that is titled so, or whose file is named so.
func (t *tree) find(namespace, title string) *modelPage {
	if m := t.byTitle[key(namespace, title)]; m != nil {
		return m
	}
	return t.byKey[key(namespace, fileKey(title))]
}

// spelled returns a namespace in the spelling that t's pages have.
func (t *tree) spelled(namespace string) string {
	if own, ok := t.namespaces[strings.ToLower(namespace)]; ok {
		return own
	}
	return namespace
}

// splitName parts a qualified name from its namespace. What precedes a part
// "Models" is the name of the SDK, and no namespace.
func splitName(name string) (namespace, title string) {
	parts := strings.Split(strings.Trim(name, "."), ".")
	title = parts[len(parts)-1]
	parts = parts[:len(parts)-1]
	for i, part := range parts {
		if strings.EqualFold(part, "models") {
			parts = parts[i+1:]
			break
		}
	}
	return strings.Join(parts, "/"), title
}

func lastPart(name string) string {
	_, title := splitName(name)
	return title
}

// stem returns a file's name without directory and extension.
func stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// nearest suggests the models whose titles are most like title.
func (r *resolver) nearest(title string) string {
	const reach = 3
	best := reach
	var found []string
	for _, m := range r.page.tree.pages {
		d := naming.Distance(strings.ToLower(title), strings.ToLower(m.title), best)
		if d < best {
			best, found = d, nil
		}
		if d == best && d < reach && len(found) < 3 {
			found = append(found, m.title)
		}
	}
	if len(found) == 0 {
		return "add the page, or correct the name"
	}
	return "is it " + strings.Join(found, " or ") + "?"
}
