package parser

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTypeGrammarCSharp prints types of C# and reads them back.
func TestTypeGrammarCSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readBack(t, csharp{}, drawCSharp(t, 4)) })
}

func drawCSharp(t *rapid.T, depth int) sample {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom([]sample{
			{"*string*", "string"}, {"*bool*", "boolean"}, {"*long*", "int64"}, {"*int*", "int32"}, {"*double*", "float64"},
			{"*float*", "float32"}, {"*object*", "any"}, {"*byte[]*", "bytes"}, {"*MemoryQueueBufferStream*", "stream"},
			{"[Book](../../Models/Components/Book.md)", "&components/book"},
			{"[Models.Components.Book](../../Models/Components/Book.md)", "&components/book"},
			{"[Library.Models.Components.Book](../../Models/Components/Book.md)", "&components/book"},
			{"*Models.Components.Book*", "&components/book"}, {"*Book*", "&components/book"},
			{"[DateTime](https://learn.microsoft.com/dotnet/api/system.datetime)", "date-time"},
			{"[LocalDate](https://nodatime.org/api/NodaTime.LocalDate.html)", "date"},
			{"[UnityWebRequest](https://docs.unity3d.com/UnityWebRequest.html)", "external UnityWebRequest"},
		}).Draw(t, "type")
	}
	elem := drawCSharp(t, depth-1)
	if rapid.Bool().Draw(t, "map") {
		key := rapid.SampledFrom([]string{"String", "string"}).Draw(t, "key")
		return sample{"Dictionary<" + key + ", " + elem.printed + ">", "map<" + elem.shown + "?>"}
	}
	return sample{"List<" + elem.printed + ">", "list<" + elem.shown + "?>"}
}
