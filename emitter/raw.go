package emitter

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// raw writes code that holds nothing which jennifer has to know, such as an
// import or a block, as Id of a group does. It is one token, where m.Number
// would be three: half of what a run takes is making and rendering tokens.
func raw(code string) *jen.Statement { return jen.Id(code) }

// number writes a number.
func number(n int) *jen.Statement { return raw(strconv.Itoa(n)) }

// quoted writes a string between double quotes.
func quoted(s string) *jen.Statement { return raw(strconv.Quote(s)) }

// What nearly every line of a codec names is made once. As jen.Code it can be
// part of much, and nothing can be added to it.
var (
	argB jen.Code = raw("b")
	argD jen.Code = raw("d")
	argE jen.Code = raw("e")
	argI jen.Code = raw("i")
	argV jen.Code = raw("v")
)
