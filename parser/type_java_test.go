package parser

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTypeGrammarJava prints types of Java and reads them back.
func TestTypeGrammarJava(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readBack(t, java{}, drawJava(t, 4)) })
}

func drawJava(t *rapid.T, depth int) sample {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom([]sample{
			{"*String*", "string"}, {"*boolean*", "boolean"}, {"*long*", "int64"}, {"*Integer*", "int32"}, {"*double*", "float64"},
			{"*Float*", "float32"}, {"*Object*", "any"}, {"*BigDecimal*", "decimal"}, {"byte[]", "bytes"}, {"*InputStream*", "stream"},
			{"[Book](../../models/components/book.md)", "&components/book"},
			{"[OffsetDateTime](https://docs.oracle.com/java/time/OffsetDateTime.html)", "date-time"},
			{"[LocalDate](https://docs.oracle.com/java/time/LocalDate.html)", "date"},
			{`[HttpResponse\<?>](https://docs.oracle.com/java/net/http/HttpResponse.html)`, "external HttpResponse"},
		}).Draw(t, "type")
	}
	open := rapid.SampledFrom([]string{"<", `\<`, `\\<`}).Draw(t, "open")
	elem := drawJava(t, depth-1)
	mark := "?"
	if rapid.Bool().Draw(t, "null") {
		wrapper := rapid.SampledFrom([]string{"Optional", "JsonNullable"}).Draw(t, "wrapper") + open
		if scalar, ok := strings.CutPrefix(elem.printed, "*"); ok {
			elem.printed, mark = "*"+wrapper+strings.TrimSuffix(scalar, "*")+">*", " or null"
		} else if label, target, ok := strings.Cut(elem.printed, "]("); ok && label[0] == '[' {
			elem.printed, mark = "["+wrapper+label[1:]+">]("+target, " or null"
		}
	}
	if rapid.Bool().Draw(t, "map") {
		return sample{"Map" + open + "String, " + elem.printed + ">", "map<" + elem.shown + mark + ">"}
	}
	return sample{"List" + open + elem.printed + ">", "list<" + elem.shown + mark + ">"}
}
