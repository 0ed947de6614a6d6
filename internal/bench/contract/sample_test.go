//go:build prepared

package contract

import (
	"errors"

	"github.com/docgen-go/docgen/internal/bench/testdata/prepared/docgen"
)

// isSyntaxOf is isSyntax for the package of the payloads.
func isSyntaxOf(err error) bool {
	var syntax *docgen.SyntaxError
	return errors.As(err, &syntax)
}

// documents are values of the model with members of every kind.
var documents = []string{
	`{"text":"","count":0,"note":null}`,
	`{"text":"a\u00e9\ud83d\ude00","count":-9223372036854775808,"note":"n","memo":null,"flag":true,"ratio":-1.5e-7,` +
		`"blob":"aGk=","on":"2026-01-02","at":"2026-01-02T03:04:05.670Z","anything":{"a":[1.50,null]},"words":["","x"],` +
		`"grid":[[],[0,-0,1e300]],"totals":{"":1,"b":2},"shade":"dark","figure":{"form":"circle","radius":2},` +
		`"children":[{"text":"c","count":1,"note":null}],"hidden":[1e999],"kind":"everything","later":{"z":[]}}`,
	`{"text":"","count":1.0,"note":null,"ratio":1}`,
	`{"text":"","count":1e3,"note":null}`,
	`{"text":"","count":9223372036854775808,"note":null}`,
	`{"text":"","count":1,"note":null,"ratio":1e999}`,
	`{"text":"","count":1,"note":null,"ratio":123456789012345678901234567890.5}`,
	`{"text":"","count":1,"note":null,"child":{"text":"","count":1,"note":null,"words":null,"totals":null}}`,
	`{"text":"","count":1,"note":null,"figure":{"form":"square","side":1,"more":[{}]},"shade":"none"}`,
	`{"text":"","count":1,"note":null,"figure":17,"hidden":null,"anything":null}`,
	`{"TEXT":"","Count":1,"no_te":null}`,
	`{"text":1,"count":"1","note":[],"words":{},"totals":[],"child":"","flag":0}`,
	`{"text":"","count":1,"note":null,"blob":"aGk","later":1,"later":2}`,
	`{"text":"","count":1,"note":null,"blob":"ak=="}`,
	`{"text":"","count":1,"note":null,"anything":{"a":1,"a":2}}`,
	"null", "[]", `""`, "0", " {} ", `{"a":1}x`, "{\"text\":\"\xff\"}", `{"text":"\ud800"}`,
}
