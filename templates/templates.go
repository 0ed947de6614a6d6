// Package templates holds what docgen writes that does not depend on its
// input: the support code of generated packages, ordinary Go with ordinary
// tests, and prose.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed support/*.go testkit/*.go
var files embed.FS

// Support holds the Go files of package support, tests among them.
var Support = sub("support")

// Testkit holds the Go files of package testkit.
var Testkit = sub("testkit")

// PackageDoc is the comment of a generated package. PACKAGE stands for its
// name.
//
//go:embed package.txt
var PackageDoc string

// LossyPackageDoc is the comment of a generated package that does not keep all
// of a payload.
//
//go:embed package_lossy.txt
var LossyPackageDoc string

// Readme is the template (text/template) of the README.md of a generated package.
//
//go:embed readme.txt
var Readme string

func sub(dir string) fs.FS {
	fsys, err := fs.Sub(files, dir)
	if err != nil {
		panic("templates: " + err.Error()) // dir is not a valid path
	}
	return fsys
}
