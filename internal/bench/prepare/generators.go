package prepare

import (
	"context"
	"os"
	"path/filepath"

	"github.com/docgen-go/docgen/emitter/plan"
)

// ogenConfig leaves clients, servers and routes out, and what of a union ogen
// cannot tell apart.
const ogenConfig = `generator:
  ignore_not_implemented: ["all"]
  features:
    disable_all: true
`

// oapiConfig asks for models only, and for all of them. Without the prefix,
// constants of enums take the names of types.
const oapiConfig = `package: oapi
generate:
  models: true
output-options:
  skip-prune: true
compatibility:
  always-prefix-enum-values: true
`

// Ogen writes ogen's package, jx decoders and encoders, from the OpenAPI
// document.
func Ogen(ctx context.Context, opts Options, pkg *plan.Package) error {
	document, config, err := generatorInput(opts, pkg, "ogen.yaml", ogenConfig)
	if err != nil {
		return err
	}
	dir := filepath.Join(opts.Dir, "ogen")
	return tool(ctx, "ogen", "--target", dir, "--package", "ogen", "--clean", "--config", config, document)
}

// OapiCodegen writes oapi-codegen's package from the OpenAPI document.
func OapiCodegen(ctx context.Context, opts Options, pkg *plan.Package) error {
	document, config, err := generatorInput(opts, pkg, "oapi.yaml", oapiConfig)
	if err != nil {
		return err
	}
	dir := filepath.Join(opts.Dir, "oapi")
	if err := writePackage(dir, nil); err != nil {
		return err
	}
	return tool(ctx, "oapi-codegen", "-config", config, "-o", filepath.Join(dir, "models.go"), document)
}

// generatorInput writes the OpenAPI document and the configuration of a
// generator, and returns their paths.
func generatorInput(opts Options, pkg *plan.Package, name, content string) (document, config string, err error) {
	doc, err := OpenAPI(pkg)
	if err != nil {
		return "", "", err
	}
	if err := os.MkdirAll(opts.Dir, 0o755); err != nil {
		return "", "", err
	}
	document = filepath.Join(opts.Dir, "openapi.json")
	if err := os.WriteFile(document, doc, 0o644); err != nil {
		return "", "", err
	}
	config = filepath.Join(opts.Dir, name)
	return document, config, os.WriteFile(config, []byte(content), 0o644)
}
