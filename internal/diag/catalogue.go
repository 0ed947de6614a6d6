package diag

// An Entry is what the catalogue says of a code.
type Entry struct {
	Severity Severity
	Title    string // what went wrong, in general; the manual's heading
}

// catalogue lists every code. Codes are never reused or renumbered.
//
//	DG01xx  pages and tables      DG04xx  JSON names
//	DG02xx  types and values      DG05xx  Go names and types
//	DG03xx  links between pages   DG06xx  examples
//	DG07xx  pages in two languages  DG08xx  payloads
var catalogue = map[Code]Entry{
	"DG0101": {Warning, "A page is not UTF-8 text"},
	"DG0102": {Warning, "A row has another number of cells than its header"},
	"DG0103": {Warning, "A table lacks what docgen needs"},
	"DG0104": {Warning, "A column is not read"},
	"DG0105": {Warning, "Something in a section is not read"},
	"DG0106": {Warning, "A page that looks like a model's is left out"},
	"DG0107": {Warning, "A section is empty"},
	"DG0108": {Warning, "It is not told whether a field is required"},
	"DG0109": {Warning, "Two pages describe one model"},
	"DG0110": {Error, "The pages are written in no grammar that docgen reads"},
	"DG0111": {Warning, "The pages of a tree seem to be written for two languages"},
	"DG0112": {Warning, "No heading names the model of a table"},
	"DG0113": {Warning, "A heading names two models"},
	"DG0114": {Note, "The pages can be read in two ways"},
	"DG0115": {Warning, "A page is too intricate"},
	"DG0201": {Warning, "A type makes no sense"},
	"DG0202": {Warning, "A type is not known"},
	"DG0203": {Warning, "A type and the column Required contradict"},
	"DG0204": {Warning, "An enum lists a value twice"},
	"DG0205": {Warning, "A value of an enum makes no sense"},
	"DG0206": {Warning, "A field stands on a page twice"},
	"DG0207": {Warning, "A model is another name for itself"},
	"DG0208": {Note, "Nothing tells what a model consists of"},
	"DG0209": {Warning, "What a page states of a discriminator does not fit"},
	"DG0301": {Warning, "A link leads to no model"},
	"DG0302": {Warning, "A link's label names another model than it leads to"},
	"DG0401": {Warning, "Evidence speaks for another JSON name"},
	"DG0402": {Warning, "Two fields would have one JSON name"},
	"DG0403": {Note, "Some JSON names are guesses"},
	"DG0404": {Error, "A JSON name is a guess, and guesses are not wanted"},
	"DG0405": {Warning, "A pin of a JSON name belongs to no field"},
	"DG0501": {Error, "Two models want the same Go name"},
	"DG0502": {Error, "Two members of one model want the same Go name"},
	"DG0503": {Warning, "Two variants of a union cannot be told apart"},
	"DG0504": {Note, "Response envelopes and transport members are left out"},
	"DG0505": {Error, "The package name is not a Go identifier"},
	"DG0506": {Error, "A name has nothing that Go can use"},
	"DG0507": {Warning, "Two members of one model have the same JSON name"},
	"DG0508": {Warning, "A union holds itself"},
	"DG0509": {Warning, "A rename belongs to nothing"},
	"DG0510": {Error, "A rename gives no name that Go can use"},
	"DG0511": {Error, "A rename takes a name that is in use"},
	"DG0512": {Warning, "A pattern matches no model"},
	"DG0513": {Error, "A model that is excluded is needed"},
	"DG0514": {Warning, "A suppression is for nothing"},
	"DG0610": {Warning, "An example contradicts the type that it stands beside"},
	"DG0611": {Warning, "An example is no value of its enum or constant"},
	"DG0612": {Warning, "An example is no date, where its type is one"},
	"DG0613": {Warning, "A default contradicts the type of its field"},
	"DG0701": {Warning, "Pages in two languages disagree on a type"},
	"DG0702": {Warning, "Pages in two languages disagree on whether a member is required"},
	"DG0703": {Warning, "Pages in two languages disagree on null"},
	"DG0704": {Warning, "Pages in two languages list different values of an enum"},
	"DG0705": {Note, "A member stands in the pages of one language only"},
	"DG0706": {Warning, "Pages in two languages list different variants of a union"},
	"DG0707": {Note, "Models stand in the pages of one language only"},
	"DG0801": {Note, "A payload has a member that the pages do not name"},
	"DG0802": {Warning, "A payload has a value that the pages do not list"},
	"DG0803": {Error, "A payload has a value of another kind than the pages say"},
	"DG0804": {Error, "A payload lacks a required member"},
	"DG0805": {Warning, "A payload proves a JSON name wrong"},
	"DG0806": {Warning, "A payload fits no variant of a union"},
	"DG0807": {Error, "A payload has null where the pages allow none"},
	"DG0808": {Error, "A payload is not JSON"},
	"DG0809": {Error, "A payload has a member twice"},
	"DG0901": {Error, "A generated file is not what the pages make"},
	"DG0902": {Error, "A generated file is missing"},
	"DG0903": {Error, "A generated file is no longer wanted"},
}

// Lookup returns what the catalogue says of code.
func Lookup(code Code) (Entry, bool) {
	e, ok := catalogue[code]
	return e, ok
}
