package parser

import "github.com/docgen-go/docgen/ir"

// A word is what a word, or several, mean in a type.
type word int

// The words that are not the name of a type.
const (
	wordNone word = iota
	wordList
	wordMap
	wordNull
	wordNullable
	wordOptional
	wordRequired
	wordOneOf
	wordEnum
	wordConstant
	wordArticle
	wordOf
	wordOr
)

var words = map[string]word{
	"array": wordList, "list": wordList, "set": wordList, "sequence": wordList, "collection": wordList,
	"vector": wordList, "slice": wordList, "tuple": wordList,
	"object": wordMap, "map": wordMap, "dict": wordMap, "dictionary": wordMap, "hash": wordMap, "hashmap": wordMap,
	"record": wordMap, "mapping": wordMap, "json": wordMap, "struct": wordMap, "table": wordMap, "json object": wordMap,
	"null": wordNull, "none": wordNull, "nil": wordNull,
	"nullable": wordNullable, "optional": wordOptional, "required": wordRequired, "mandatory": wordRequired,
	"one of": wordOneOf, "oneof": wordOneOf, "any of": wordOneOf, "anyof": wordOneOf, "either": wordOneOf,
	"enum": wordEnum, "string enum": wordEnum, "enumeration": wordEnum, "enum of": wordEnum, "enum string": wordEnum,
	"const": wordConstant, "constant": wordConstant, "always": wordConstant, "literal": wordConstant,
	"a": wordArticle, "an": wordArticle, "the": wordArticle, "single": wordArticle,
	"of": wordOf, "or": wordOr,
}

// The words that go with a model's name and say nothing of their own.
var modelNouns = map[string]bool{
	"object": true, "objects": true, "structure": true, "structures": true, "model": true, "models": true,
	"resource": true, "resources": true, "record": true, "records": true, "value": true, "values": true,
	"enum": true, "entry": true, "entries": true, "item": true, "items": true, "see": true, "below": true,
}

// prims are the types without parts, by their words.
var prims = map[string]ir.Prim{
	"string": ir.String, "str": ir.String, "text": ir.String, "varchar": ir.String, "char": ir.String,
	"integer": ir.Int64, "int": ir.Int64, "int64": ir.Int64, "long": ir.Int64, "uint": ir.Int64, "uint32": ir.Int64,
	"int32": ir.Int32, "int16": ir.Int32, "int8": ir.Int32, "short": ir.Int32, "uint8": ir.Int32, "uint16": ir.Int32,
	"uint64": ir.BigInt, "bigint": ir.BigInt, "big integer": ir.BigInt,
	"32-bit integer": ir.Int32, "64-bit integer": ir.Int64, "positive integer": ir.Int64, "non-negative integer": ir.Int64,
	"unsigned integer": ir.Int64, "whole number": ir.Int64,
	"unix timestamp": ir.Int64, "unix time": ir.Int64, "epoch": ir.Int64, "epoch seconds": ir.Int64, "epoch milliseconds": ir.Int64,
	"unix seconds": ir.Int64, "unix milliseconds": ir.Int64, "unix": ir.Int64,
	"number": ir.Number, "numeric": ir.Number, "float": ir.Float64, "double": ir.Float64, "float64": ir.Float64, "float32": ir.Float32,
	"decimal": ir.Decimal, "decimal number": ir.Decimal, "real": ir.Float64,
	"boolean": ir.Boolean, "bool": ir.Boolean, "flag": ir.Boolean,
	"any": ir.Any, "mixed": ir.Any, "any json": ir.Any, "any value": ir.Any, "any type": ir.Any, "anything": ir.Any,
	"json value": ir.Any, "unknown": ir.Any,
	"bytes": ir.Bytes, "base64": ir.Bytes, "binary": ir.Bytes, "base64 string": ir.Bytes,
	"uuid": ir.String, "guid": ir.String, "url": ir.String, "uri": ir.String, "email": ir.String, "hostname": ir.String,
	"ip": ir.String, "ipv4": ir.String, "ipv6": ir.String, "ip address": ir.String, "id": ir.String, "ulid": ir.String,
	"email address": ir.String, "phone": ir.String, "phone number": ir.String, "duration": ir.String, "host": ir.String,
	"path": ir.String, "file path": ir.String, "regex": ir.String, "slug": ir.String, "currency": ir.String,
	"currency code": ir.String, "country code": ir.String, "identifier": ir.String,
	"snowflake": ir.String, "objectid": ir.String, "ksuid": ir.String, "cuid": ir.String, "nanoid": ir.String, "arn": ir.String,
	"password": ir.String, "secret": ir.String, "username": ir.String, "domain": ir.String, "domain name": ir.String,
	"locale": ir.String, "language code": ir.String, "timezone": ir.String, "time zone": ir.String, "mime type": ir.String,
	"html": ir.String, "markdown": ir.String, "xml": ir.String, "hex": ir.String, "hex string": ir.String, "jwt": ir.String,
	"cron": ir.String, "cron expression": ir.String, "semver": ir.String, "filename": ir.String, "file name": ir.String,
}

// times are the dates and times of RFC 3339, by their words. A word that is
// not certain may mean a time without a date.
var times = map[string]ir.Time{
	"date":      {Format: ir.Date, Certain: true},
	"full-date": {Format: ir.Date, Certain: true},
	"time":      {Format: ir.DateTime},
	"datetime":  {Format: ir.DateTime, Certain: true}, "date-time": {Format: ir.DateTime, Certain: true},
	"date time": {Format: ir.DateTime, Certain: true}, "timestamp": {Format: ir.DateTime, Certain: true},
	"iso8601": {Format: ir.DateTime, Certain: true}, "iso 8601": {Format: ir.DateTime, Certain: true},
	"iso-8601": {Format: ir.DateTime, Certain: true}, "rfc3339": {Format: ir.DateTime, Certain: true},
	"rfc 3339":      {Format: ir.DateTime, Certain: true},
	"iso 8601 date": {Format: ir.Date, Certain: true}, "iso8601 date": {Format: ir.Date, Certain: true},
	"iso 8601 datetime": {Format: ir.DateTime, Certain: true}, "iso8601 datetime": {Format: ir.DateTime, Certain: true},
	"iso 8601 timestamp": {Format: ir.DateTime, Certain: true}, "iso8601 timestamp": {Format: ir.DateTime, Certain: true},
	"rfc 3339 timestamp": {Format: ir.DateTime, Certain: true}, "utc timestamp": {Format: ir.DateTime, Certain: true},
	"iso 8601 date-time": {Format: ir.DateTime, Certain: true}, "rfc 3339 date-time": {Format: ir.DateTime, Certain: true},
}

// A meaning is what a phrase means: a type, or a word of the grammar.
type meaning struct {
	typ  ir.Type
	word word
	size int // how many tokens the phrase has
}

// maxPhrase is how many words the longest phrase has.
const maxPhrase = 3

// meaningOf returns what a phrase means on its own; ok is false for a phrase
// that is none of docgen's.
func meaningOf(phrase string) (m meaning, ok bool) {
	if t, ok := times[phrase]; ok {
		return meaning{typ: &ir.Time{Format: t.Format, Certain: t.Certain}}, true
	}
	if p, ok := prims[phrase]; ok {
		return meaning{typ: p}, true
	}
	if phrase == "true" || phrase == "false" {
		return meaning{typ: &ir.Literal{Value: ir.Value(phrase)}}, true
	}
	w, ok := words[phrase]
	return meaning{word: w}, ok
}

// singulars returns what a plural may be the plural of, itself included.
func singulars(word string) []string {
	out := []string{word}
	n := len(word)
	if n > 3 && word[n-3:] == "ies" {
		out = append(out, word[:n-3]+"y")
	}
	if n > 2 && word[n-2:] == "es" {
		out = append(out, word[:n-2])
	}
	if n > 1 && word[n-1] == 's' {
		out = append(out, word[:n-1])
	}
	return out
}
